//! The part of Markdown in which notes are shown, as data: paragraphs, quotes, lists and code; bold, italics, code
//! and links, after the `CommonMark` specification. Everything else is text, HTML included.

/// Marks within marks are read to this depth; deeper ones are text.
const DEEPEST: usize = 6;
/// The longest link that is read, in bytes.
const LONGEST_LINK: usize = 4096;

/// A paragraph of a note, or what is set apart like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteBlock {
    /// Running text.
    Paragraph(Vec<NoteInline>),
    /// Lines after `>`.
    Quote(Vec<NoteBlock>),
    /// Items after `-`, `*` or `+`, or in an ordered list after numbers.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<NoteInline>>,
    },
    /// The text between two lines of three backticks.
    Code(String),
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteInline {
    /// Text without marks.
    Text(String),
    /// The end of a line.
    Break,
    /// Bold.
    Strong(Vec<NoteInline>),
    /// Italics.
    Emphasis(Vec<NoteInline>),
    /// Code.
    Code(String),
    /// A link, also an address that is written without more.
    Link {
        /// The words.
        words: Vec<NoteInline>,
        /// The address, of the web or of mail.
        to: String,
    },
}

/// Reads a note.
pub fn note_blocks(note: &str) -> Vec<NoteBlock> {
    let lines: Vec<&str> = note.lines().collect();
    blocks(&lines, DEEPEST)
}

fn blocks(lines: &[&str], depth: usize) -> Vec<NoteBlock> {
    let mut found = Vec::new();
    let mut rest = lines;
    while let Some(first) = rest.first() {
        let run = |of: &dyn Fn(&str) -> bool| rest.iter().take_while(|line| of(line)).count();
        let taken = if first.trim().is_empty() {
            1
        } else if is_fence(first) {
            let inside = rest.iter().skip(1).take_while(|line| !is_fence(line)).count();
            let code: Vec<&str> = rest.iter().skip(1).take(inside).copied().collect();
            found.push(NoteBlock::Code(code.join("\n")));
            inside + 2
        } else if depth > 0 && quoted(first).is_some() {
            let inside: Vec<&str> = rest.iter().map_while(|line| quoted(line)).collect();
            found.push(NoteBlock::Quote(blocks(&inside, depth - 1)));
            inside.len()
        } else if let Some((ordered, _)) = item(first) {
            let items: Vec<_> = rest
                .iter()
                .map_while(|line| item(line).filter(|(other, _)| *other == ordered))
                .map(|(_, words)| inside(words, DEEPEST))
                .collect();
            let count = items.len();
            found.push(NoteBlock::List { ordered, items });
            count
        } else {
            let plain = |line: &str| {
                !(line.trim().is_empty() || is_fence(line) || item(line).is_some())
                    && (depth == 0 || quoted(line).is_none())
            };
            let count = run(&plain);
            let mut words = Vec::new();
            for (at, line) in rest.iter().take(count).enumerate() {
                if at > 0 {
                    words.push(NoteInline::Break);
                }
                words.extend(inside(line, DEEPEST));
            }
            found.push(NoteBlock::Paragraph(words));
            count
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    found
}

fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```")
}

fn quoted(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix('>')?;
    Some(rest.strip_prefix(' ').unwrap_or(rest))
}

/// Returns the text of a list's item, and whether its mark is a number.
fn item(line: &str) -> Option<(bool, &str)> {
    let line = line.trim_start();
    if let Some(rest) = line.strip_prefix(['-', '*', '+']) {
        return rest.strip_prefix(' ').map(|words| (false, words));
    }
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    let words = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "))?;
    (1..=9).contains(&digits).then_some((true, words))
}

/// Reads running text from left to right. A mark that nothing closes is text, and is not sought again, which keeps
/// the work in proportion to the text.
fn inside(text: &str, depth: usize) -> Vec<NoteInline> {
    inline(text, depth, true)
}

/// As [`inside`]. There are no links in the words of a link.
fn inline(text: &str, depth: usize, links: bool) -> Vec<NoteInline> {
    const MARKS: [&str; 5] = ["**", "__", "*", "_", "`"];
    let mut found = Vec::new();
    let (mut plain, mut rest) = (String::new(), text);
    let mut unclosed = [false; MARKS.len()];
    let mut before = None;
    while let Some(c) = rest.chars().next() {
        let mark = MARKS.iter().position(|mark| rest.starts_with(mark));
        let piece = if depth == 0 {
            None
        } else if links && c == '[' {
            link(rest, depth)
        } else if links && c == 'h' && !before.is_some_and(char::is_alphanumeric) {
            bare_link(rest)
        } else if let Some(number) = mark.filter(|number| !unclosed[*number]) {
            let piece = marked(rest, MARKS[number], before, depth, links);
            unclosed[number] =
                piece.is_none() && !rest.get(1..).is_some_and(|more| more.contains(MARKS[number]));
            piece
        } else {
            None
        };
        if let Some((piece, length)) = piece {
            if !plain.is_empty() {
                found.push(NoteInline::Text(std::mem::take(&mut plain)));
            }
            found.push(piece);
            before = rest.get(..length).and_then(|read| read.chars().next_back());
            rest = rest.get(length..).unwrap_or_default();
        } else {
            let escaped = (c == '\\').then(|| rest.get(1..)?.chars().next()).flatten();
            let escaped = escaped.filter(char::is_ascii_punctuation);
            plain.push(escaped.unwrap_or(c));
            before = Some(c);
            let length = c.len_utf8() + escaped.map_or(0, char::len_utf8);
            rest = rest.get(length..).unwrap_or_default();
        }
    }
    if !plain.is_empty() {
        found.push(NoteInline::Text(plain));
    }
    found
}

/// Returns what is between two of `mark` at the beginning of `text`, and the length with the marks. Marks inside a
/// word are text (`snake_case`), and no mark opens before a space or closes after one.
fn marked(
    text: &str,
    mark: &str,
    before: Option<char>,
    depth: usize,
    links: bool,
) -> Option<(NoteInline, usize)> {
    let inner = text.strip_prefix(mark)?;
    if mark.starts_with('_') && before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let opens = mark == "`" || !inner.starts_with(char::is_whitespace);
    let closes = |at: usize| {
        let behind = inner.get(at + mark.len()..).and_then(|rest| rest.chars().next());
        let words = inner.get(..at).unwrap_or_default();
        let single = mark.len() == 2 || !behind.is_some_and(|c| mark.starts_with(c));
        let within = mark.starts_with('_') && behind.is_some_and(char::is_alphanumeric);
        at > 0 && (mark == "`" || single && !within && !words.ends_with([' ', '\\', '*', '_']))
    };
    // Only so many marks are tried, so that the work stays in proportion to the text.
    let end =
        inner.match_indices(mark).map(|(at, _)| at).take(64).find(|at| closes(*at)).filter(|_| opens)?;
    let words = inner.get(..end)?;
    let piece = match mark {
        "`" => NoteInline::Code(words.to_owned()),
        "**" | "__" => NoteInline::Strong(inline(words, depth - 1, links)),
        _ => NoteInline::Emphasis(inline(words, depth - 1, links)),
    };
    Some((piece, end + 2 * mark.len()))
}

/// Returns the link `[words](address)` at the beginning of `text`, and its length.
fn link(text: &str, depth: usize) -> Option<(NoteInline, usize)> {
    let near = text.get(..text.floor_char_boundary(LONGEST_LINK)).unwrap_or(text);
    let (words, behind) = near.strip_prefix('[')?.split_once("](")?;
    let (to, _) = behind.split_once(')')?;
    let lower = to.to_ascii_lowercase();
    let safe = ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
        && !to.contains(|c: char| c.is_whitespace() || c.is_control());
    let piece = NoteInline::Link { words: inline(words, depth - 1, false), to: to.to_owned() };
    (safe && !words.contains('[')).then_some((piece, words.len() + to.len() + 4))
}

/// Returns the address of the web at the beginning of `text` as a link, and its length. Punctuation after it belongs to
/// the sentence, and so does a bracket that was opened before it.
fn bare_link(text: &str) -> Option<(NoteInline, usize)> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))?;
    let near = text.get(..text.floor_char_boundary(LONGEST_LINK)).unwrap_or(text);
    let ends =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`' | '“' | '”');
    let mut address = near.split(ends).next().unwrap_or_default();
    loop {
        let count = |bracket| address.matches(bracket).count();
        let last = address.chars().next_back()?;
        let punctuation =
            matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | '_' | ']' | '…');
        if !punctuation && (last != ')' || count('(') >= count(')')) {
            break;
        }
        address = address.strip_suffix(last)?;
    }
    let to = address.to_owned();
    (address.len() > scheme.len())
        .then(|| (NoteInline::Link { words: vec![NoteInline::Text(to.clone())], to }, address.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The note in a notation of one line.
    fn shown(blocks: &[NoteBlock]) -> String {
        let inline = |words: &[NoteInline]| words.iter().map(shown_inline).collect::<String>();
        let one = |block: &NoteBlock| match block {
            NoteBlock::Paragraph(words) => format!("p({})", inline(words)),
            NoteBlock::Quote(blocks) => format!("q({})", shown(blocks)),
            NoteBlock::List { ordered, items } => {
                let items: Vec<_> = items.iter().map(|words| inline(words)).collect();
                format!("{}({})", if *ordered { "ol" } else { "ul" }, items.join("|"))
            }
            NoteBlock::Code(code) => format!("pre({code})"),
        };
        blocks.iter().map(one).collect()
    }

    fn shown_inline(inline: &NoteInline) -> String {
        let all = |words: &[NoteInline]| words.iter().map(shown_inline).collect::<String>();
        match inline {
            NoteInline::Text(text) => text.clone(),
            NoteInline::Break => "/".to_owned(),
            NoteInline::Strong(words) => format!("b({})", all(words)),
            NoteInline::Emphasis(words) => format!("i({})", all(words)),
            NoteInline::Code(code) => format!("c({code})"),
            NoteInline::Link { words, to } => format!("a({}→{to})", all(words)),
        }
    }

    #[track_caller]
    fn check(note: &str, expected: &str) {
        assert_eq!(shown(&note_blocks(note)), expected);
    }

    #[test]
    fn running_text() {
        check("one\ntwo\n\nthree", "p(one/two)p(three)");
        check("**bold** and *it* and `a*b`", "p(b(bold) and i(it) and c(a*b))");
        check("__bold__ _it_ snake_case_name", "p(b(bold) i(it) snake_case_name)");
        check("*a **b** c*", "p(i(a b(b) c))");
        check("2 * 3 * 4 and **never closed", "p(2 * 3 * 4 and **never closed)");
        check(r"\*not\* this", "p(*not* this)");
    }

    #[test]
    fn blocks_of_all_kinds() {
        check("> said\n> **so**\nand", "q(p(said/b(so)))p(and)");
        check("- one\n- *two*\n1. three", "ul(one|i(two))ol(three)");
        check("```\nlet *a*;\n```\nend", "pre(let *a*;)p(end)");
    }

    #[test]
    fn links_lead_to_the_web_and_to_mail_only() {
        check("[see](https://a.example/b)", "p(a(see→https://a.example/b))");
        check("[mail](mailto:a@b.example)", "p(a(mail→mailto:a@b.example))");
        check("[x](javascript:alert(1))", "p([x](javascript:alert(1)))");
        check("[x]( mailto:a@b.example)", "p([x]( mailto:a@b.example))");
        check("<b>no</b>", "p(<b>no</b>)");
    }

    #[test]
    fn an_address_alone_is_a_link() {
        check(
            "see https://a.example/b?c=d&e, and",
            "p(see a(https://a.example/b?c=d&e→https://a.example/b?c=d&e), and)",
        );
        check("(http://a.example/b_(c)).", "p((a(http://a.example/b_(c)→http://a.example/b_(c))).)");
        check("**https://a.example**", "p(b(a(https://a.example→https://a.example)))");
        check("[https://b.example](https://a.example)", "p(a(https://b.example→https://a.example))");
        check(
            "xhttps://a.example https:// `https://a.example`",
            "p(xhttps://a.example https:// c(https://a.example))",
        );
    }

    #[test]
    fn a_long_note_of_marks_takes_no_time() {
        for piece in ["*", "**a", "[", "[a](", "> ", "_a ", "`", "http://", "https://)", "https://a)"] {
            note_blocks(&piece.repeat(50_000));
        }
    }

    proptest! {
        #[test]
        fn any_note_keeps_its_letters(note in "[a-c*_`\\[\\]()> \\n-]{0,60}") {
            let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).count();
            let debug = shown(&note_blocks(&note));
            prop_assert!(letters(&debug) >= letters(&note));
        }
    }
}
