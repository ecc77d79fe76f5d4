//! The web app's entry.
fn main() {}
