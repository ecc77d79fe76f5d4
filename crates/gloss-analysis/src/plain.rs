//! The text as a reader sees it: without the characters that nobody sees, which web pages put into words.

use crate::Analysis;
use gloss_text::{Article, Block, Document, Span};
use std::rc::Rc;

/// Whether the character takes no room on the page: a soft hyphen, a zero-width space, a byte order mark.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}

/// Whether the character is shown as a space and is read as one.
const fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// An article as it is read, and the way back to the text as it is.
pub(crate) struct Plain {
    pub(crate) article: Article,
    /// For each place where the two texts part: the byte in the plain text from which on so many bytes are to be added.
    shifts: Vec<(usize, usize)>,
}

impl Plain {
    /// The article without what nobody sees; `None` where it has nothing of the kind.
    pub(crate) fn of(article: &Article) -> Option<Self> {
        let text = article.text();
        // All of these are written in two bytes or more.
        if text.is_ascii() || !text.contains(|c| is_invisible(c) || is_space(c)) {
            return None;
        }
        let mut plain = String::with_capacity(text.len());
        let mut shifts = Vec::new();
        let mut blocks = article.document.blocks().iter();
        for (at, c) in text.char_indices() {
            if is_invisible(c) {
                shifts.push((plain.len(), at + c.len_utf8() - plain.len()));
            } else if is_space(c) {
                plain.push(' ');
                shifts.push((plain.len(), at + c.len_utf8() - plain.len()));
            } else {
                plain.push(c);
            }
        }
        let mut found = Self { article: article.clone(), shifts };
        let moved: Vec<Block> = blocks
            .by_ref()
            .map(|block| Block {
                span: Span::new(found.forth(block.span.start), found.forth(block.span.end)),
                ..*block
            })
            .filter(|block| !block.span.is_empty())
            .collect();
        found.article.document = Rc::new(Document::new(plain, moved));
        Some(found)
    }

    /// The byte of the plain text for one of the text as it is.
    fn forth(&self, byte: usize) -> usize {
        let after = self.shifts.partition_point(|(plain, shift)| plain + shift <= byte);
        let shift =
            after.checked_sub(1).and_then(|last| self.shifts.get(last)).map_or(0, |(_, shift)| *shift);
        byte.saturating_sub(shift)
    }

    /// A span of the text as it is for one of the plain text, without invisible characters at its ends.
    fn back(&self, span: Span) -> Span {
        let shift = |from: usize| {
            from.checked_sub(1).and_then(|last| self.shifts.get(last)).map_or(0, |(_, shift)| *shift)
        };
        let start = self.shifts.partition_point(|(plain, _)| *plain <= span.start);
        let end = self.shifts.partition_point(|(plain, _)| *plain < span.end);
        Span::new(span.start + shift(start), span.end + shift(end))
    }

    /// The analysis of the plain article, with spans of the text as it is.
    pub(crate) fn restore(&self, mut analysis: Analysis) -> Analysis {
        for mention in &mut analysis.mentions {
            mention.span = self.back(mention.span);
        }
        let Analysis { quotations, nested, indirect, .. } = &mut analysis;
        for quotation in quotations.iter_mut().chain(nested).chain(indirect) {
            let speaker = quotation.speaker.as_mut();
            let of_speaker = speaker
                .into_iter()
                .flat_map(|speaker| std::iter::once(&mut speaker.span).chain(speaker.antecedent.as_mut()));
            for span in quotation.segments.iter_mut().chain(&mut quotation.cue).chain(of_speaker) {
                *span = self.back(*span);
            }
        }
        analysis
    }
}

#[cfg(test)]
mod tests {
    use crate::{Model, analyse};
    use gloss_ingest::plain_text;
    use gloss_text::Article;
    use proptest::prelude::*;

    /// What is found in `text`, as it is there, and the name that it goes by.
    fn names(text: &str) -> Vec<(String, String)> {
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let analysis = analyse(&article, &Model::default());
        let name = |mention: &crate::Mention| {
            let entity = mention.entity.map(|id| analysis.entities[id].name.clone());
            (mention.span.of(article.text()).to_owned(), entity.unwrap_or_default())
        };
        analysis.mentions.iter().map(name).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = names(text);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(words, name)| (words.as_str(), name.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn soft_hyphens_are_inside_names() {
        check("Mr Anna Po\u{ad}ole left.", &[("Anna Po\u{ad}ole", "Anna Poole")]);
    }

    #[test]
    fn zero_width_spaces_and_byte_order_marks_are_not_there() {
        check("\u{feff}Mr \u{200b}Lee left Mr\u{200b} Ross.", &[("Lee", "Lee"), ("Ross", "Ross")]);
    }

    #[test]
    fn unbreakable_spaces_are_spaces() {
        check(
            "Mr\u{a0}Anna\u{a0}Poole paid £5\u{202f}million.",
            &[("Anna\u{a0}Poole", "Anna Poole"), ("£5\u{202f}million", "")],
        );
    }

    #[test]
    fn emoji_stand_beside_names() {
        check("🚨Mr Lee👍🏽 met Mr Ross❤\u{fe0f}.", &[("Lee", "Lee"), ("Ross", "Ross")]);
    }

    #[test]
    fn lines_may_end_in_carriage_returns() {
        check("Mr Lee left.\r\nMr Ross stayed.\r\n", &[("Lee", "Lee"), ("Ross", "Ross")]);
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_is_found_without_them(
            text in "(Mr |Anna |Poole|“|”|said |, |£5 |\\. |é|\n|\u{ad}|\u{200b}|\u{feff}|\u{2060}){0,40}"
        ) {
            let invisible = ['\u{ad}', '\u{200b}', '\u{feff}', '\u{2060}'];
            let plain = names(&text.replace(invisible, ""));
            let found: Vec<(String, String)> =
                names(&text).into_iter().map(|(words, name)| (words.replace(invisible, ""), name)).collect();
            prop_assert_eq!(found, plain);
        }
    }
}
