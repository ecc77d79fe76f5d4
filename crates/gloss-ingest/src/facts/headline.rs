//! A vote on the headline between what the page shows and what it states.

use super::{Stated, folded};
use crate::{
    space::even,
    tree::{NodeId, Tree},
};

/// The headline, and the heading that shows it.
#[derive(Debug, Default)]
pub(crate) struct Headline {
    pub(crate) text: Option<String>,
    pub(crate) node: Option<NodeId>,
}

/// What parts a headline from the name of the site.
const SEPARATORS: &[&str] =
    &[" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " • ", " / ", " ~ ", " > ", "|", ": "];
/// Longer headings are no headlines, in bytes.
const LONGEST: usize = 400;
/// How many stated headlines are compared.
const MOST_CLAIMS: usize = 12;
/// How like two headlines must be to be one, from 0 to 1.
const ALIKE: f32 = 0.75;

/// The heading that says what the page states; if there is none, what it states, without the site's name.
pub(crate) fn headline(tree: &Tree, stated: &Stated, address: Option<&str>) -> Headline {
    let site = Site::new(stated, address);
    let mut claims: Vec<(String, f32)> = Vec::new();
    let is_short = |title: &&String| title.len() <= 2 * LONGEST;
    for title in stated.titles.iter().filter(is_short).take(MOST_CLAIMS) {
        claims.push((site.without_name(title), 1.0));
    }
    if let Some(title) = stated.window_title.as_ref().filter(is_short) {
        claims.push((site.without_name(title), 0.95));
        claims.extend(pieces(title).map(|piece| (piece, 0.7)));
    }
    claims.retain(|(claim, _)| !claim.is_empty() && !site.is_name(claim));
    let headings = headings(tree, &site);
    let mut best: Option<(f32, &Heading)> = None;
    for heading in &headings {
        let vote = |(claim, weight): &(String, f32)| weight * likeness(&heading.text, claim);
        let votes = claims.iter().map(vote).fold(0.0, f32::max) + heading.bonus;
        if best.is_none_or(|(most, _)| votes > most) {
            best = Some((votes, heading));
        }
    }
    let claim = claims.first().map(|(claim, _)| claim.clone());
    let shown = |heading: &Heading| {
        // A heading may begin with a kicker, which the stated headline does not have.
        let words = folded(&heading.text);
        let own = claims.iter().filter(|(_, weight)| *weight > 0.9).map(|(claim, _)| claim).find(|claim| {
            let claim = folded(claim);
            claim.len() < words.len()
                && 2 * claim.len() > words.len()
                && words.ends_with(&format!(" {claim}"))
        });
        Headline { text: Some(own.unwrap_or(&heading.text).clone()), node: Some(heading.node) }
    };
    match best {
        Some((votes, heading)) if votes >= ALIKE * 0.9 => shown(heading),
        // A headline for social networks may have other words than the page's own.
        _ => {
            let own: Vec<_> = headings.iter().filter(|heading| heading.level == 1).collect();
            match (own.as_slice(), claim) {
                ([only], claim) if claim.is_none() || only.is_named => shown(only),
                (_, Some(claim)) => Headline { text: Some(claim), node: None },
                ([first, ..], None) => shown(first),
                ([], None) => {
                    Headline { text: headings.first().map(|heading| heading.text.clone()), node: None }
                }
            }
        }
    }
}

struct Heading {
    node: NodeId,
    text: String,
    level: u8,
    /// Whether its names say that it is a headline.
    is_named: bool,
    bonus: f32,
}

fn headings(tree: &Tree, site: &Site) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut end = 0;
    for node in tree.subtree(Tree::ROOT) {
        if node < end || headings.len() > 500 {
            continue;
        }
        let name = tree.name(node);
        let attribute = |name| tree.attribute(node, name).unwrap_or_default();
        let names = format!("{} {} {}", attribute("itemprop"), attribute("class"), attribute("id"))
            .to_ascii_lowercase();
        let is_named = ["headline", "entry-title", "post-title", "article-title", "title"]
            .iter()
            .any(|word| names.split(|c: char| !c.is_alphanumeric() && c != '-').any(|part| part == *word))
            || names.contains("headline")
            || names.contains("articletitle");
        let level = match name {
            "h1" => 1,
            "h2" => 2,
            "h3" => 3,
            "h4" => 4,
            "div" | "p" | "span" | "td" | "header" if is_named => 5,
            _ => continue,
        };
        let text = tree.few_words(node);
        if text.is_empty() || text.len() > LONGEST || site.is_name(&text) {
            continue;
        }
        if level < 5 {
            end = tree.end(node);
        }
        let bonus = match level {
            1 => 0.1,
            2 => 0.05,
            3 => 0.02,
            _ => 0.0,
        } + if is_named { 0.04 } else { 0.0 };
        headings.push(Heading { node, text: even(&text), level, is_named, bonus });
    }
    headings
}

/// How like two texts are: twice the words they share by the words of both, from 0 to 1.
fn likeness(one: &str, other: &str) -> f32 {
    let (one, other) = (folded(one), folded(other));
    if one == other {
        return if one.is_empty() { 0.0 } else { 1.0 };
    }
    let count = |text: &str| text.split(' ').count();
    let mut words: Vec<&str> = other.split(' ').collect();
    let mut shared = 0;
    for word in one.split(' ') {
        if let Some(at) = words.iter().position(|known| *known == word) {
            words.swap_remove(at);
            shared += 1;
        }
    }
    2.0 * shared as f32 / (count(&one) + count(&other)).max(1) as f32
}

fn pieces(title: &str) -> impl Iterator<Item = String> + '_ {
    SEPARATORS
        .iter()
        .flat_map(move |separator| title.split(separator))
        .map(even)
        .filter(|piece| piece.len() < LONGEST)
}

/// What the site is called, in every form that the page knows.
struct Site {
    names: Vec<String>,
}

impl Site {
    fn new(stated: &Stated, address: Option<&str>) -> Self {
        let mut names: Vec<String> = stated.source.iter().map(|name| folded(name)).collect();
        if let Some(host) = address.and_then(super::byline::host) {
            names.push(folded(host));
            let labels: Vec<&str> = host.split('.').collect();
            if let [.., name, _] = labels.as_slice() {
                names.push(folded(name));
            }
        }
        names.retain(|name| !name.is_empty());
        Self { names }
    }

    fn is_name(&self, text: &str) -> bool {
        let text = folded(text);
        let joined = text.replace(' ', "");
        self.names.iter().any(|name| *name == text || name.replace(' ', "") == joined)
    }

    /// The title without the site's name at an end, or without what its last separator cuts off.
    fn without_name(&self, title: &str) -> String {
        let title = even(title);
        for separator in SEPARATORS {
            if let Some((before, after)) = title.rsplit_once(separator)
                && self.is_site(after)
            {
                return self.without_name(before);
            }
            if let Some((before, after)) = title.split_once(separator)
                && self.is_site(before)
            {
                return self.without_name(after);
            }
        }
        title
    }

    /// Returns whether a piece of a title is the site's name, or begins or ends with it.
    fn is_site(&self, piece: &str) -> bool {
        let piece = folded(piece);
        let joined = piece.replace(' ', "");
        !joined.is_empty()
            && self.names.iter().any(|name| {
                let name = name.replace(' ', "");
                joined == name
                    || (name.len() > 3
                        && joined.len() < name.len() + 20
                        && (joined.starts_with(&name) || joined.ends_with(&name)))
                    || (joined.len() > 3 && name.starts_with(&joined))
            })
    }
}
