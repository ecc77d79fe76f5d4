//! What the build does with files.
mod first_paint;
fn main() {}
