//! The clipboard, to copy to.

/// Copies `text`. A browser that refuses has its own way of saying so.
pub(crate) fn copy(text: &str) {
    let _ = gloo::utils::window().navigator().clipboard().write_text(text);
}
