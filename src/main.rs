//! The page: Yew components over the state of `gloss-app`, and the browser that carries out what the state asks for.
#![forbid(unsafe_code)]

mod platform;
mod ui;

fn main() {
    ui::mount();
}
