//! The web app's entry.

fn main() {
    gloss::ui::mount();
}
