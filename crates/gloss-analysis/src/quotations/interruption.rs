//! Lines that interrupt an article without being part of its prose: captions, teasers and embedded posts.

/// The most words that a caption or a teaser has.
const LONGEST: usize = 16;

/// How far from its end a caption is looked through for its credit, in bytes.
const CREDIT: usize = 80;

/// What a picture's credit begins with.
const CREDITS: &[&str] =
    &["Photograph:", "Photo:", "Credit:", "Image:", "Picture:", "Photo by ", "Getty Images"];

/// Whether a paragraph interrupts the prose around it, so that a quotation may go on after it.
pub(super) fn interrupts(paragraph: &str) -> bool {
    if paragraph.contains(['“', '”', '"', '«', '»', '„']) || paragraph.starts_with(['‘', '\'']) {
        return false;
    }
    // "— Barton Town (@BartonTown) November 20, 2019"
    if paragraph.starts_with(['—', '–', '-']) && paragraph.contains("(@") {
        return true;
    }
    let tail = paragraph.get(paragraph.ceil_char_boundary(paragraph.len().saturating_sub(CREDIT))..);
    if tail.is_some_and(|tail| CREDITS.iter().any(|credit| tail.contains(credit))) {
        return true;
    }
    let unstopped = paragraph.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '’' | '\''));
    let begins = paragraph.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    begins && unstopped && paragraph.split_whitespace().take(LONGEST + 1).count() <= LONGEST
}
