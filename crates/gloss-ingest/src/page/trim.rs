//! What inside the article's element is not the article: labels, lists of links, teasers, and what is above and below
//! the text.

use super::{line::Line, phrase::phrase, weight::ends_sentence};
use crate::{Why, tree::Tree};
use gloss_text::BlockKind;

/// Share of its characters that make a line a link.
const ALL_LINKED: f32 = 0.9;
/// A line below this length without the end of a sentence is a scrap where there is no text around it, in characters.
const SHORT: u32 = 60;

/// Gives the lines that are still kept, but are no part of the article, a reason.
pub(super) fn trim(tree: &Tree, lines: &[Line], reasons: &mut [Option<Why>]) {
    let kept: Vec<usize> = (0..lines.len()).filter(|at| reasons[*at].is_none()).collect();
    for at in &kept {
        reasons[*at] = phrase(&lines[*at].text);
    }
    links(tree, lines, reasons, &kept);
    labels(lines, reasons, &kept);
    ends(tree, lines, reasons, &kept);
}

/// Headings that are links are teasers, and so are lists of links. A paragraph is never dropped for its links.
fn links(tree: &Tree, lines: &[Line], reasons: &mut [Option<Why>], kept: &[usize]) {
    for (number, at) in kept.iter().enumerate() {
        let line = &lines[*at];
        let below = kept.get(number + 1).map(|next| &lines[*next]);
        let heads_prose = line.kind == BlockKind::Heading
            && below.is_some_and(|below| below.length >= 150 && below.linked * 4 < below.length);
        let is_link = line.linked as f32 >= ALL_LINKED * line.length as f32;
        let is_paragraph = tree.name(line.block) == "p" && line.kind == BlockKind::Paragraph;
        if reasons[*at].is_none() && is_link && line.linked > 0 && !is_paragraph && !heads_prose {
            reasons[*at] = Some(Why::Related);
        }
    }
}

/// A short line right above what is dropped was its label.
fn labels(lines: &[Line], reasons: &mut [Option<Why>], kept: &[usize]) {
    for pair in kept.windows(2).rev() {
        let [at, next] = *pair else { continue };
        let label = &lines[at];
        let is_label =
            label.length <= SHORT && (label.text.ends_with(':') || label.kind == BlockKind::Heading);
        if reasons[at].is_none() && is_label && next == at + 1 && reasons[next].is_some() {
            let is_list = matches!(reasons[next], Some(Why::Related));
            if is_list {
                reasons[at] = reasons[next];
            }
        }
    }
}

/// Scraps above the first and below the last running text.
fn ends(tree: &Tree, lines: &[Line], reasons: &mut [Option<Why>], kept: &[usize]) {
    let is_prose = |line: &Line| {
        line.length >= 2 * SHORT
            || (line.length >= 25 && ends_sentence(&line.text))
            || line.kind == BlockKind::BlockQuote
    };
    let prose: Vec<usize> =
        kept.iter().copied().filter(|at| reasons[*at].is_none() && is_prose(&lines[*at])).collect();
    let (Some(first), Some(last)) = (prose.first().copied(), prose.last().copied()) else { return };
    for at in kept.iter().copied().filter(|at| *at < first || *at > last) {
        let line = &lines[at];
        let is_scrap = line.length < SHORT && !ends_sentence(&line.text);
        let keeps = match line.kind {
            BlockKind::Heading => at < first,
            BlockKind::Caption => true,
            BlockKind::ListItem => at > last && line.linked == 0,
            _ if at < first => line.linked == 0 && !line.text.contains(|c: char| c.is_ascii_digit()),
            _ => line.linked == 0 && matches!(tree.name(line.block), "p" | "pre" | "td"),
        };
        if reasons[at].is_none() && is_scrap && !keeps {
            reasons[at] = Some(if at < first { Why::Details } else { Why::Elsewhere });
        }
    }
}
