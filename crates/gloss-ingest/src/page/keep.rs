//! Which lines of the page are the article's.

use super::{
    classify::classify,
    line::Line,
    select::select,
    trim::trim,
    weight::{Sums, weights},
};
use crate::{
    Why,
    facts::{Headline, folded, is_byline},
    tree::{NodeId, Tree},
};
use std::ops::Range;

/// A text shorter than this, in characters, is tried again without belief in names.
pub(super) const SHORTEST: u32 = 150;
/// How far below the headline what is set aside may still be about it, in nodes.
const BELOW: usize = 60;
/// An `<article>` with less running text is a teaser, in characters.
const SHORTEST_ARTICLE: f32 = 500.0;

/// Which lines are the article's.
pub(super) struct Found {
    /// For each line, why it is not in the text; `None` if it is.
    pub(super) reasons: Vec<Option<Why>>,
    /// For each node, why it is left out by its names.
    parts: Vec<Option<Why>>,
    /// The nodes of the element that holds the article.
    inside: Range<NodeId>,
    /// How many articles with text of their own the element holds.
    pub(super) articles: usize,
    /// Whether names say that the text goes on being written.
    pub(super) is_live: bool,
    /// How long the text is, in characters but white space.
    pub(super) length: u32,
}

pub(super) fn keep(tree: &Tree, lines: &[Line], headline: &Headline, lead: &str) -> Found {
    let strict = attempt(tree, lines, headline, lead, false);
    if strict.length >= SHORTEST {
        return strict;
    }
    let lenient = attempt(tree, lines, headline, lead, true);
    let mut best = if lenient.length > 2 * strict.length { lenient } else { strict };
    if best.length == 0 {
        // A page without running text is what it shows.
        for (line, reason) in
            lines.iter().zip(&mut best.reasons).filter(|(_, reason)| **reason == Some(Why::Elsewhere))
        {
            *reason = None;
            best.length += line.length;
        }
    }
    best
}

fn attempt(tree: &Tree, lines: &[Line], headline: &Headline, lead: &str, lenient: bool) -> Found {
    let parts = classify(tree, lines, lenient);
    let weights = weights(lines, &parts.why);
    let sums = Sums::new(tree, lines, &weights);
    let container = select(tree, &parts, &sums);
    let inside = tree.subtree(container);
    let mut reasons: Vec<Option<Why>> = lines
        .iter()
        .map(|line| {
            line.whole(&parts.why).or_else(|| (!inside.contains(&line.node)).then_some(Why::Elsewhere))
        })
        .collect();
    join(lines, &weights, &mut reasons, headline, lead, inside.start);
    drop_headline(tree, lines, &mut reasons, headline);
    trim(tree, lines, &mut reasons);
    let length =
        lines.iter().zip(&reasons).filter(|(_, why)| why.is_none()).map(|(line, _)| line.length).sum();
    let is_live = inside.clone().any(|node| is_named_live(tree, node));
    let articles = articles(tree, &sums, inside.clone());
    Found { reasons, parts: parts.why, inside, articles, is_live, length }
}

/// How many `<article>`s with running text are in an element, none inside another.
fn articles(tree: &Tree, sums: &Sums, inside: Range<NodeId>) -> usize {
    let mut end = inside.start + 1;
    let mut count = 0;
    for node in inside.skip(1) {
        if node >= end && tree.name(node) == "article" {
            end = tree.end(node);
            count += usize::from(sums.positive(tree, node) >= SHORTEST_ARTICLE);
        }
    }
    count
}

/// Returns whether an element is named as a live blog, or an entry of one.
fn is_named_live(tree: &Tree, node: NodeId) -> bool {
    ["class", "id", "data-testid", "data-component"]
        .into_iter()
        .filter_map(|name| tree.attribute(node, name))
        .any(|names| {
            let names = names.to_ascii_lowercase();
            ["liveblog", "live-blog", "live_blog", "liveticker", "live-ticker"]
                .iter()
                .any(|word| names.contains(word))
        })
}

/// Takes in what leads into the article above the element that holds it: running text below the headline, and what
/// the page gives as its description.
fn join(
    lines: &[Line],
    weights: &[f32],
    reasons: &mut [Option<Why>],
    headline: &Headline,
    lead: &str,
    start: NodeId,
) {
    let end = lines.partition_point(|line| line.node < start);
    let first = headline.node.map_or(end, |node| lines.partition_point(|line| line.node < node));
    for at in first.min(end)..end {
        let line = &lines[at];
        if reasons[at] == Some(Why::Elsewhere)
            && weights[at] > 0.0
            && line.length >= 40
            && line.linked * 4 < line.length
        {
            reasons[at] = None;
        }
    }
    let lead = folded(lead);
    if lead.len() < 40 {
        return;
    }
    let is_lead = |line: &Line| {
        let words = folded(&line.text);
        words.len() >= 40 && (lead.starts_with(&words) || words.starts_with(lead.trim_end_matches(" mehr")))
    };
    // The description is looked for once, and not if the text has it.
    let has_lead = (0..lines.len()).any(|at| reasons[at].is_none() && is_lead(&lines[at]));
    let above = (0..end).rfind(|at| reasons[*at] != Some(Why::Hidden) && is_lead(&lines[*at]));
    if let Some(at) = above.filter(|_| !has_lead) {
        reasons[at] = None;
    }
}

/// The headline is not in the text: neither where it is shown nor where it is said again above the text.
fn drop_headline(tree: &Tree, lines: &[Line], reasons: &mut [Option<Why>], headline: &Headline) {
    let title = folded(headline.text.as_deref().unwrap_or_default());
    let shown = headline.node.map(|node| tree.subtree(node));
    let mut is_above = true;
    for (line, reason) in lines.iter().zip(reasons) {
        let is_shown = shown.as_ref().is_some_and(|nodes| nodes.contains(&line.node));
        if is_shown || (is_above && line.length < 300 && !title.is_empty() && folded(&line.text) == title) {
            *reason = Some(Why::Headline);
        }
        is_above &= reason.is_some() || line.length < 100;
    }
}

/// Who wrote the article is not in the text where a line above or below it says that and no more.
pub(super) fn drop_byline(lines: &[Line], reasons: &mut [Option<Why>], byline: Option<&str>) {
    let Some(byline) = byline else { return };
    let kept: Vec<usize> = (0..lines.len()).filter(|at| reasons[*at].is_none()).collect();
    let ends = kept.iter().take(6).chain(kept.iter().rev().take(3));
    for at in ends.filter(|at| is_byline(&lines[**at].text, byline)) {
        reasons[*at] = Some(Why::Details);
    }
}

impl Found {
    /// Returns whether an element may say something of the article: between headline and end of the article, and not
    /// in what is about others.
    pub(super) fn is_near(&self, headline: Option<NodeId>, node: NodeId) -> bool {
        let start = headline.unwrap_or(self.inside.start).min(self.inside.start).saturating_sub(60);
        let below = headline.is_some_and(|headline| (headline..headline + BELOW).contains(&node));
        (start..self.inside.end + 60).contains(&node)
            && match self.parts.get(node).copied().flatten() {
                None | Some(Why::Details | Why::Header | Why::Share) => true,
                // Right below the headline, what is set aside is about the article.
                Some(Why::Sidebar) => below,
                Some(_) => false,
            }
    }
}

/// The lines around the headline, from a few above it.
pub(super) fn around<'a>(
    lines: &'a [Line],
    found: &Found,
    headline: Option<NodeId>,
) -> impl Iterator<Item = &'a Line> + use<'a> {
    let place = headline.unwrap_or(found.inside.start);
    let at = lines.partition_point(|line| line.node < place);
    lines.iter().skip(at.saturating_sub(4)).take(14)
}

/// Words before a day of publication, folded.
const PUBLISHED: &[&str] = &[
    "published",
    "posted",
    "publication date",
    "date",
    "erstellt am",
    "veröffentlicht",
    "publiziert",
    "erschienen",
    "datum",
    "publié",
    "paru le",
    "publicado",
    "fecha",
    "pubblicato",
    "gepubliceerd",
    "julkaistu",
    "publicerad",
    "opublikowano",
    "data",
    "опубликовано",
];

/// Texts of elements that name a day, those next to the headline first.
pub(super) fn dates(tree: &Tree, lines: &[Line], found: &Found, headline: Option<NodeId>) -> Vec<String> {
    let mut dates: Vec<(usize, String)> = Vec::new();
    let place = headline.unwrap_or(found.inside.start);
    for node in tree.subtree(Tree::ROOT) {
        let is_time = tree.name(node) == "time";
        if !(is_time || is_named_as_date(tree, node)) || !found.is_near(headline, node) {
            continue;
        }
        let stated = tree.attribute(node, "datetime").filter(|text| is_time && !text.is_empty());
        let text = stated.map_or_else(|| tree.few_words(node), str::to_owned);
        if text.len() < 200 {
            // What is above the headline is further away than what is below it.
            let distance = if node < place { 2 * (place - node) } else { node - place };
            dates.push((distance, text));
        }
    }
    for line in lines.iter().filter(|line| line.text.len() < 100 && found.is_near(headline, line.node)) {
        let words = folded(&line.text);
        if PUBLISHED.iter().any(|label| words.starts_with(label)) {
            dates.push((line.node.abs_diff(place), line.text.clone()));
        }
    }
    gloss_text::sort_by_key(&mut dates, |(distance, _)| *distance);
    dates.into_iter().map(|(_, text)| text).collect()
}

fn is_named_as_date(tree: &Tree, node: NodeId) -> bool {
    let names = [tree.attribute(node, "class"), tree.attribute(node, "id")];
    names.into_iter().flatten().any(|names| {
        let names = names.to_ascii_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| names.contains(word));
        has(&["date", "time", "publi", "datum", "fecha", "posted", "meta", "byline", "submitted"])
            && !has(&["update", "modif"])
    })
}
