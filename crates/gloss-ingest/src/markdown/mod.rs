//! Markdown, as its `CommonMark` specification describes it, read to blocks of plain text.
//!
//! What marks emphasis, links and code goes, their words stay. Pictures go. A small reader of our own: an article needs
//! no tree of it, and the crates that make one are larger than everything else here.

mod inline;

use crate::{Extracted, LeftOut, Why, facts};
use gloss_text::{Block, BlockKind, Span};
use inline::plain;

/// How deep quotations and lists may be inside each other.
const DEEPEST: usize = 20;

/// Reads a text in Markdown. The first heading of the first level is the headline, unless the front matter has one.
pub(crate) fn markdown(text: &str) -> Extracted {
    let (matter, body) = front_matter(text);
    let field = |names: &[&str]| {
        let found = matter.iter().find(|(name, _)| names.contains(&name.to_ascii_lowercase().as_str()));
        found.map(|(_, value)| (*value).to_owned()).filter(|value| !value.is_empty())
    };
    let mut extracted = Extracted {
        title: field(&["title", "headline"]),
        byline: field(&["author", "authors", "byline"]),
        date: field(&["date", "published"]).as_deref().and_then(facts::first_day),
        source: field(&["source", "publisher", "site"]),
        url: field(&["url", "link", "canonical"]).filter(|url| url.starts_with("http")),
        language: field(&["lang", "language"]),
        ..Extracted::default()
    };
    let mut reader = Reader::default();
    let mut lines = body.lines().peekable();
    while let Some(line) = lines.next() {
        let underline = lines.peek().copied().unwrap_or_default();
        if reader.line(line, underline) {
            lines.next();
        }
    }
    reader.end();
    for (number, (kind, words)) in reader.blocks.into_iter().enumerate() {
        let is_headline = kind == BlockKind::Heading
            && match &extracted.title {
                None => number == 0,
                Some(title) => extracted.text.is_empty() && *title == words,
            };
        if is_headline {
            extracted.left_out.push(LeftOut {
                text: words.clone(),
                why: Why::Headline,
                after: extracted.blocks.len(),
            });
            extracted.title = Some(words);
            continue;
        }
        if !extracted.text.is_empty() {
            extracted.text.push_str("\n\n");
        }
        let start = extracted.text.len();
        extracted.text.push_str(&words);
        extracted.blocks.push(Block { span: Span::new(start, extracted.text.len()), kind });
    }
    extracted
}

/// The lines `name: value` between two lines `---` at the beginning, and what is below them.
fn front_matter(text: &str) -> (Vec<(&str, &str)>, &str) {
    let text = text.trim_start_matches('\u{feff}');
    let Some((matter, body)) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---")) else {
        return (Vec::new(), text);
    };
    let fields = matter.lines().filter_map(|line| line.split_once(':'));
    let fields = fields.map(|(name, value)| (name.trim(), value.trim().trim_matches(['"', '\'', '[', ']'])));
    (fields.collect(), body.split_once('\n').map_or("", |(_, body)| body))
}

#[derive(Default)]
struct Reader {
    blocks: Vec<(BlockKind, String)>,
    /// The paragraph that is being read.
    kind: Option<BlockKind>,
    paragraph: String,
    /// The characters that end the code that is being read.
    fence: Option<String>,
    is_comment: bool,
    /// Whether an indented line goes on with a list.
    in_list: bool,
}

impl Reader {
    /// Reads a line. Returns whether the line below it, `next`, underlines it and is read as well.
    fn line(&mut self, line: &str, next: &str) -> bool {
        if let Some(fence) = &self.fence {
            if line.trim_start().starts_with(fence.as_str()) {
                self.fence = None;
            } else if !line.trim().is_empty() {
                self.blocks.push((BlockKind::Paragraph, line.trim_end().to_owned()));
            }
            return false;
        }
        if self.is_comment || line.trim_start().starts_with("<!--") {
            self.end();
            self.is_comment = !line.contains("-->");
            return false;
        }
        let (mut kind, mut rest, starts) = container(line);
        let is_indented = line.starts_with("    ") || line.starts_with('\t');
        if is_indented && self.paragraph.is_empty() && !self.in_list && !rest.is_empty() {
            self.blocks.push((BlockKind::Paragraph, line.trim().to_owned()));
            return false;
        }
        if is_indented && self.in_list && kind == BlockKind::Paragraph {
            kind = BlockKind::ListItem;
        }
        if starts || (kind != BlockKind::Paragraph && self.kind != Some(kind)) {
            self.end();
        }
        if !is_indented && kind == BlockKind::Paragraph && self.paragraph.is_empty() && !rest.is_empty() {
            self.in_list = false;
        }
        self.in_list |= kind == BlockKind::ListItem;
        if rest.is_empty() || is_rule(rest) || is_definition(rest) || is_table_rule(rest) {
            self.end();
            return false;
        }
        if let Some(fence) = ["```", "~~~"].into_iter().find(|fence| rest.starts_with(fence)) {
            self.end();
            self.fence = Some(fence.to_owned());
            return false;
        }
        let hashes = rest.bytes().take_while(|byte| *byte == b'#').count();
        if (1..=6).contains(&hashes) && rest.get(hashes..).is_some_and(|rest| rest.starts_with([' ', '\t'])) {
            self.end();
            let words = rest.trim_start_matches('#').trim().trim_end_matches('#').trim_end();
            self.push(BlockKind::Heading, words);
            return false;
        }
        if self.paragraph.is_empty() && kind == BlockKind::Paragraph && is_underline(next) {
            self.push(BlockKind::Heading, rest);
            return true;
        }
        if rest.starts_with('|') {
            self.end();
            let cells: Vec<&str> = rest.trim_matches('|').split('|').map(str::trim).collect();
            self.push(kind, &cells.join(" | "));
            return false;
        }
        let breaks = rest.ends_with("  ") || rest.ends_with('\\');
        rest = rest.trim_end().trim_end_matches('\\');
        if !self.paragraph.is_empty() {
            self.paragraph.push(' ');
        }
        self.paragraph.push_str(rest);
        self.kind = self.kind.or(Some(kind));
        if breaks {
            self.end();
        }
        false
    }

    fn end(&mut self) {
        let words = std::mem::take(&mut self.paragraph);
        let kind = self.kind.take().unwrap_or(BlockKind::Paragraph);
        self.push(kind, &words);
    }

    fn push(&mut self, kind: BlockKind, words: &str) {
        let words = plain(words);
        if !words.is_empty() {
            self.blocks.push((kind, words));
        }
    }
}

/// Takes off the marks of quotations and lists: what the line is, what is left of it, and whether an item begins.
fn container(line: &str) -> (BlockKind, &str, bool) {
    let (mut kind, mut rest, mut starts) = (BlockKind::Paragraph, line.trim_start(), false);
    for _ in 0..DEEPEST {
        if let Some(quoted) = rest.strip_prefix('>') {
            (kind, rest) = (BlockKind::BlockQuote, quoted.trim_start());
        } else if let Some(item) = item(rest).filter(|_| !is_rule(rest)) {
            (rest, starts) = (item.trim_start(), true);
            if kind == BlockKind::Paragraph {
                kind = BlockKind::ListItem;
            }
        } else {
            break;
        }
    }
    // Two spaces at the end break a line, so the end stays.
    (kind, if rest.trim().is_empty() { "" } else { rest }, starts)
}

/// What is after the mark of a list's item.
fn item(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = || line.get(digits..).filter(|_| (1..=9).contains(&digits))?.strip_prefix(['.', ')']);
    let after = line.strip_prefix(['-', '*', '+']).or_else(numbered)?;
    after.starts_with([' ', '\t']).then_some(after)
}

fn is_rule(line: &str) -> bool {
    ['-', '*', '_']
        .into_iter()
        .any(|mark| line.matches(mark).count() >= 3 && line.chars().all(|c| c == mark || c.is_whitespace()))
}

fn is_underline(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 2 && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
}

fn is_table_rule(line: &str) -> bool {
    line.contains('|') && line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// `[name]: address`, which links point to.
fn is_definition(line: &str) -> bool {
    line.starts_with('[')
        && line.split_once("]:").is_some_and(|(name, rest)| {
            !name.contains(']') && !name.starts_with("[^") && rest.trim().contains([':', '/', '.', '#'])
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Each line begins with the kind expected of it: `H` heading, `P` paragraph, `Q` quotation, `I` item.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let extracted = markdown(text);
        let seen: Vec<String> = extracted
            .blocks
            .iter()
            .map(|block| {
                let kind = match block.kind {
                    BlockKind::Heading => "H",
                    BlockKind::BlockQuote => "Q",
                    BlockKind::ListItem => "I",
                    _ => "P",
                };
                format!("{kind} {}", block.span.of(&extracted.text))
            })
            .collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn blocks_are_told_apart() {
        check(
            "Lead *in*\nover two lines.\n\n## The trial ##\nIt began.\n> He said:\n> no.\n\n- one\n- two\n  more\n1. three\n\n---\nEnd",
            &[
                "P Lead in over two lines.",
                "H The trial",
                "P It began.",
                "Q He said: no.",
                "I one",
                "I two more",
                "I three",
                "P End",
            ],
        );
        check("Under\n-----\ntext", &["P text"]);
        check("x\n\nUnder\n-----\ntext", &["P x", "H Under", "P text"]);
    }

    #[test]
    fn code_and_tables_keep_their_lines() {
        check("a\n```sh\n*run* --all\n\nnow\n```\nb", &["P a", "P *run* --all", "P now", "P b"]);
        check("| a | b |\n|---|---|\n| 1 | 2 |", &["P a | b", "P 1 | 2"]);
    }

    #[test]
    fn a_line_that_is_broken_is_two() {
        check("roses  \nviolets\\\nend", &["P roses", "P violets", "P end"]);
    }

    #[test]
    fn the_front_matter_has_the_facts() {
        let text = "---\ntitle: \"Rain\"\nauthor: Ann Example\ndate: 2019-05-16\n---\n# Rain\n\nIt rains.";
        let extracted = markdown(text);
        assert_eq!(extracted.title.as_deref(), Some("Rain"));
        assert_eq!(extracted.byline.as_deref(), Some("Ann Example"));
        assert_eq!(extracted.date.map(|day| day.to_string()).as_deref(), Some("2019-05-16"));
        assert_eq!(extracted.text, "It rains.");
    }

    #[test]
    fn the_first_heading_is_the_headline() {
        let extracted =
            markdown("# Rain & *snow*\n\nIt rains.\n\n# Part two\n\nIt snows.\n<!-- gone\nand gone -->\n");
        assert_eq!(extracted.title.as_deref(), Some("Rain & snow"));
        assert_eq!(extracted.text, "It rains.\n\nPart two\n\nIt snows.");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_text_is_read(text in "(#|>|-|\\*|_|`|\\[|\\]|\\(|\\)|<|!|\\\\|\\||\n|  |a|é|1\\.|---\n){0,80}") {
            let extracted = markdown(&text);
            for block in &extracted.blocks {
                prop_assert!(!block.span.of(&extracted.text).trim().is_empty());
            }
        }
    }
}
