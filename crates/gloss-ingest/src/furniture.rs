//! Tells an article from what the web page around it left in its text.
//!
//! A line is furniture for what it says (a prompt, a player's message, a form) or for where it stands (a
//! teaser below "You may also like"). Nothing is removed: the block keeps its span and changes its kind.

use gloss_text::{Block, BlockKind};

/// Lines that begin so, folded to lower case with plain apostrophes and no punctuation at the end, are
/// furniture when the line is short.
const PROMPTS: &[&str] = &[
    "continue reading",
    "read more",
    "read the full",
    "read also",
    "also read",
    "see also",
    "keep reading",
    "click here",
    "tap here",
    "scroll down",
    "scroll to continue",
    "skip to",
    "jump to",
    "share this",
    "share on",
    "share via",
    "follow us",
    "find us on",
    "sign up",
    "sign in",
    "log in to",
    "subscribe",
    "register for free",
    "get our",
    "download our app",
    "enter your email",
    "your email address",
    "your comment",
    "required fields",
    "save my name",
    "notify me of",
    "post comment",
    "view comments",
    "show comments",
    "comments are closed",
    "no comments",
    "advertisement",
    "sponsored",
    "promoted",
    "story continues",
    "article continues",
    "this article was originally published",
    "your browser does not support",
    "please enable javascript",
    "javascript is",
    "enable cookies",
    "we use cookies",
    "getting your",
    "listen to this article",
    "audio player",
    "loading",
    "play video",
    "watch more",
    "watch now",
    "video unavailable",
    "filed under",
    "posted in",
    "tags",
    "print this",
    "email this",
    "copy link",
    "all rights reserved",
    "copyright",
    "back to top",
    "previous article",
    "next article",
    "previous post",
    "next post",
];

/// Headings of lists of other articles and of forms: short lines below them are furniture as well.
const LISTS: &[&str] = &[
    "you may also like",
    "you might also like",
    "you may like",
    "you might like",
    "more from",
    "more on this",
    "more stories",
    "more news",
    "most read",
    "most popular",
    "most viewed",
    "related articles",
    "related posts",
    "related stories",
    "related topics",
    "related content",
    "related news",
    "related",
    "recommended",
    "editors' picks",
    "editor's picks",
    "trending",
    "top stories",
    "latest news",
    "don't miss",
    "around the web",
    "leave a reply",
    "leave a comment",
    "join the conversation",
    "what to read next",
    "recent posts",
];

/// Whole words that may stand alone on a line of furniture.
const ALONE: &[&str] = &[
    "share", "tweet", "email", "print", "comment", "comments", "menu", "search", "reply", "close", "topics",
];

/// Longest prompt, in bytes: longer lines are prose that happens to begin so.
const LONGEST_PROMPT: usize = 120;
/// Longest teaser below a list's heading, in bytes.
const LONGEST_TEASER: usize = 160;
/// Longest heading within an article, in bytes.
const LONGEST_HEADING: usize = 90;

/// Sets the kind of every block of `text`: furniture, heading or paragraph.
pub(super) fn recognise(text: &str, blocks: &mut [Block]) {
    let mut below_list = false;
    for block in blocks.iter_mut() {
        let line = block.span.of(text);
        let heads_list = begins_with_one_of(line, LISTS, 40);
        below_list = heads_list || (below_list && line.len() <= LONGEST_TEASER && !is_running_text(line));
        if below_list || is_prompt(line) {
            block.kind = BlockKind::Furniture;
        }
    }
    let mut before_prose = false;
    for block in blocks.iter_mut().rev() {
        match block.kind {
            BlockKind::Furniture => before_prose = false,
            _ if before_prose && is_heading(block.span.of(text)) => block.kind = BlockKind::Heading,
            _ => before_prose = true,
        }
    }
}

fn is_prompt(line: &str) -> bool {
    !line.contains(char::is_alphanumeric)
        || begins_with_one_of(line, PROMPTS, LONGEST_PROMPT)
        || ALONE.contains(&fold(line).as_str())
        || is_address(line)
}

/// Whether `line` begins with a phrase of the list, and the phrase ends where a word does.
fn begins_with_one_of(line: &str, phrases: &[&str], longest: usize) -> bool {
    if line.len() > longest || is_running_text(line) {
        return false;
    }
    let line = fold(line);
    phrases
        .iter()
        .any(|phrase| line.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// Two sentences that both look like prose; a form's "… published. Required fields are marked *" is none.
fn is_running_text(line: &str) -> bool {
    let stops = line.matches(". ").count() + line.matches(".” ").count() + line.matches(".' ").count();
    stops + usize::from(line.ends_with(['.', '”', '\''])) >= 2
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
    line.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use crate::plain_text;
    use gloss_text::BlockKind;

    /// Each line begins with the kind expected of it: `F` furniture, `H` heading, `P` paragraph.
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
                    _ => "P",
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
