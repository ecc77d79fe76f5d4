//! Tells an article from what the web page around it left in its text.
//!
//! 1. `line` tells from the shape of a line whether it is prose: it ends as a sentence, or holds words that somebody
//!    says. Such a line is never furniture, unless it is a known notice or among many short lines below the article.
//! 2. `page` finds the article on a page that was copied as a whole: menus, teasers and small print above and below
//!    it are furniture. `menu` has the lines that prove it to be such a page.
//! 3. `phrases` has what prompts, notices and lists of other articles begin with.
//! 4. `credits` tells captions, and credits that stand alone.
//!
//! Nothing is removed: a block keeps its span and changes its kind.

mod byline;
mod credits;
mod line;
mod menu;
mod page;
mod phrases;

use credits::Credit;
use gloss_text::{Block, BlockKind};
use line::Line;

/// Whole words that may stand alone on a line of furniture.
const ALONE: &[&str] = &[
    "share",
    "tweet",
    "email",
    "print",
    "comment",
    "comments",
    "menu",
    "search",
    "reply",
    "close",
    "topics",
    "related",
    "loading",
    "advertisement",
    "ad",
    "anzeige",
    "copyright",
    "promoted",
    "trending",
];

/// Longest teaser below a list's heading, in code points.
const LONGEST_TEASER: usize = 150;
/// Longest heading within an article, in bytes.
const LONGEST_HEADING: usize = 90;

/// Sets the kind of every block of `text`: furniture, caption, heading or paragraph.
pub(super) fn recognise(text: &str, blocks: &mut [Block]) {
    let lines: Vec<Line> = blocks.iter().map(|block| Line::new(block.span.of(text))).collect();
    let outside = page::furniture(&lines);
    let mut below_list = false;
    for (place, ((block, line), outside)) in blocks.iter_mut().zip(&lines).zip(outside).enumerate() {
        let at_an_end = place == 0 || place + 1 == lines.len();
        below_list = phrases::heads_list(line) || below_list && is_teaser(line);
        let leads_on = place > 0 && lines.get(place + 1).is_some_and(phrases::leads_on);
        let furniture = outside
            || below_list
            || phrases::is_prompt(line)
            || phrases::leads_on(line)
            || leads_on && is_teaser(line) && !line.words.ends_with(['…', '?'])
            || is_sign_or_word(line.words)
            || at_an_end && is_address(line.words);
        block.kind = match credits::credit(line) {
            Credit::Alone => BlockKind::Furniture,
            _ if furniture => BlockKind::Furniture,
            Credit::Caption => BlockKind::Caption,
            Credit::None => block.kind,
        };
    }
    let mut before_prose = false;
    for block in blocks.iter_mut().rev() {
        match block.kind {
            BlockKind::Furniture => before_prose = false,
            BlockKind::Caption => {}
            _ if before_prose && is_heading(block.span.of(text)) => block.kind = BlockKind::Heading,
            _ => before_prose = true,
        }
    }
}

/// A line below the heading of a list that is not a sentence of the article: the title of another article, a question,
/// or its first words, cut off.
fn is_teaser(line: &Line) -> bool {
    let asks = line.words.ends_with('?') && !line.holds_speech();
    line.length <= LONGEST_TEASER && (asks || !line.is_sentence())
}

fn is_sign_or_word(words: &str) -> bool {
    !words.contains(char::is_alphanumeric) || ALONE.contains(&fold(words).as_str())
}

fn is_address(line: &str) -> bool {
    (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www."))
        && !line.contains(char::is_whitespace)
}

fn is_heading(line: &str) -> bool {
    line.len() <= LONGEST_HEADING
        && line.starts_with(char::is_alphanumeric)
        && line.ends_with(|c: char| c.is_alphanumeric())
}

fn fold(line: &str) -> String {
    line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use crate::plain_text;
    use gloss_text::BlockKind;

    /// Each line begins with the kind expected of it: `F` furniture, `C` caption, `H` heading, `P` paragraph.
    #[track_caller]
    fn check(lines: &[&str]) {
        let text: Vec<&str> = lines.iter().map(|line| line.get(2..).unwrap_or_default()).collect();
        let document = plain_text(text.join("\n"));
        let found: Vec<String> = document
            .blocks()
            .iter()
            .map(|block| {
                let kind = match block.kind {
                    BlockKind::Furniture => "F",
                    BlockKind::Heading => "H",
                    BlockKind::Paragraph => "P",
                    BlockKind::Caption => "C",
                };
                format!("{kind} {}", block.span.of(document.text()))
            })
            .collect();
        assert_eq!(found, lines);
    }

    #[test]
    fn prompts_and_forms_are_furniture() {
        check(&[
            "F Getting your Trinity Audio player ready...",
            "F |",
            "P The police said that the hearing would go on.",
            "F Your browser does not support iframes.",
            "F Continue reading…",
            "F Leave a Reply",
            "F Your email address will not be published. Required fields are marked *",
        ]);
    }

    #[test]
    fn teasers_below_a_list_are_furniture_until_prose_returns() {
        check(&[
            "P The council will meet again on Monday.",
            "F You May Also Like",
            "F Is the mayor right to say that no one will pay more?",
            "F The mayor risks leading people to believe that they do not need…",
            "P The councillors said they would look at it again. “There is no hurry,” the mayor told them, and left.",
        ]);
    }

    #[test]
    fn prose_that_begins_like_a_prompt_is_prose() {
        check(&[
            "P Subscribe to that view and you will find yourself alone in the party, say its older members, who \
             have seen leaders come and go since the war.",
            "P Related companies were searched. Nobody was arrested.",
            "P Loading the lorries took four hours. The men were tired.",
        ]);
    }

    #[test]
    fn short_lines_without_a_stop_before_prose_are_headings() {
        check(&["P He left.", "H The trial", "P It began in May.", "P An end without a stop"]);
    }
}
