use super::Document;
use crate::sentences;

/// About two lines of a list on a phone, in code points.
pub(super) const SHORT: usize = 90;
/// What few first sentences are longer than, in code points.
pub(super) const WHOLE: usize = 280;

/// The first sentence of the article, cut after a whole word when it is longer than so many code points.
pub(super) fn first_words(document: &Document, longest: usize) -> String {
    let Some(block) = document.prose().next() else { return String::new() };
    let first = sentences(document.text(), block.span).first().copied().unwrap_or(block.span);
    let line = first.of(document.text());
    if line.chars().count() <= longest {
        return line.to_owned();
    }
    let mut title = String::new();
    for word in line.split_whitespace() {
        if title.chars().count() + word.chars().count() >= longest {
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    if title.is_empty() {
        title = line.chars().take(longest).collect();
    }
    let kept = title.trim_end_matches([',', ';', ':', '–', '—', '-']).len();
    title.truncate(kept);
    title.push('…');
    title
}

#[cfg(test)]
mod tests {
    use crate::{Article, Document, blocks};

    fn title(text: &str) -> String {
        Article::new("a".parse().unwrap(), Document::new(text, blocks(text))).title()
    }

    #[test]
    fn a_title_is_the_articles_own_first_words() {
        assert_eq!(title("\nA short one\nMore follows here, and ends."), "A short one");
    }

    #[test]
    fn a_title_is_one_sentence() {
        assert_eq!(title("The mayor has gone. Will anyone follow?"), "The mayor has gone.");
    }

    #[test]
    fn a_long_first_line_is_cut_after_a_word() {
        let text = "The armed police officer who shot and killed a gangster in south London is set to face a \
                    gross misconduct hearing, the police watchdog said.";
        assert_eq!(
            title(text),
            "The armed police officer who shot and killed a gangster in south London is set to face a…"
        );
    }

    #[test]
    fn a_text_without_spaces_or_words_has_a_title_too() {
        assert!(title(&"x".repeat(500)).ends_with('…'));
        assert_eq!(title(""), "a");
    }
}
