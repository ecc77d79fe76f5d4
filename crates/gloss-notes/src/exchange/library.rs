use super::Import;
use crate::{Anchorer, Annotation, Outcome, Target, TextPositionSelector, TextQuoteSelector};
use gloss_text::{Article, ArticleId};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Which article of the library a target of an import belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryMatch {
    /// The annotation, as an index into what was given.
    pub annotation: usize,
    /// The target, as an index into those of the annotation.
    pub target: usize,
    /// The article; `None` where none fits, or several do.
    pub article: Option<ArticleId>,
    /// How the article is known; `None` without one.
    pub by: Option<MatchedBy>,
    /// What has become of the passage in that article. [`Outcome::Same`] for a note on an article as a whole,
    /// [`Outcome::Ambiguous`] where several articles fit, [`Outcome::Gone`] where none does.
    pub outcome: Outcome,
    /// The articles to choose from where several fit.
    pub candidates: Vec<ArticleId>,
}

/// How an article is known to be the one that a target is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchedBy {
    /// By its id, its web address, or an address of Gloss.
    Address,
    /// By its title, which the file tells in place of an address.
    Title,
    /// By the quoted words.
    Quotation,
    /// As other targets of the same source, for a note without a quotation.
    Companions,
}

/// Finds the article that each target of `annotations` belongs to: by address, then by title, then by quotation.
///
/// `own_address` reads addresses of Gloss itself. A quotation belongs to an article if the anchoring finds it there
/// for sure, and to that one alone; where it is found in several, the article of its companions goes first, which are
/// the targets with the same source. The answer is in the order of the targets.
///
/// Takes about as long as reading the library once for every quotation that no address places.
pub fn match_library(
    annotations: &[Annotation],
    library: &[Article],
    own_address: impl Fn(&str) -> Option<ArticleId>,
) -> Vec<LibraryMatch> {
    let shelf = Shelf::new(library);
    let mut by_source: BTreeMap<&ArticleId, Option<(usize, MatchedBy)>> = BTreeMap::new();
    let targets = || annotations.iter().flat_map(|annotation| &annotation.targets);
    for source in targets().map(|target| &target.article) {
        by_source.entry(source).or_insert_with(|| shelf.by_name(source, &own_address));
    }
    let mut companions: BTreeMap<&ArticleId, BTreeSet<usize>> = BTreeMap::new();
    // Where each quotation that no address places is found.
    let mut found: Vec<Vec<(usize, Outcome)>> = Vec::new();
    for target in targets() {
        let named = by_source.get(&target.article).copied().flatten();
        let hits = if named.is_some() || target.is_whole_article() {
            Vec::new()
        } else {
            shelf.by_quotation(&target.quote)
        };
        if let [(only, _)] = hits.as_slice() {
            companions.entry(&target.article).or_default().insert(*only);
        }
        found.push(hits);
    }
    let mut matches = Vec::new();
    let mut found = found.into_iter();
    for (annotation, of) in annotations.iter().enumerate() {
        for (number, target) in of.targets.iter().enumerate() {
            let hits = found.next().unwrap_or_default();
            let others = companions.get(&target.article);
            let named = by_source.get(&target.article).copied().flatten();
            let (place, candidates) = shelf.decide(target, named, &hits, others);
            let several = !candidates.is_empty();
            matches.push(LibraryMatch {
                annotation,
                target: number,
                article: place.map(|(at, ..)| shelf.id(at)),
                by: place.map(|(_, by, _)| by),
                outcome: place
                    .map_or(if several { Outcome::Ambiguous } else { Outcome::Gone }, |(.., outcome)| {
                        outcome
                    }),
                candidates: candidates.into_iter().map(|at| shelf.id(at)).collect(),
            });
        }
    }
    matches
}

impl Import {
    /// Puts the targets on the articles that [`match_library`] has found for the annotations of this import. A target
    /// that gets another article loses its position, which counts the letters of another text.
    pub fn place(&mut self, matches: &[LibraryMatch]) {
        for found in matches {
            let annotation = self.annotations.get_mut(found.annotation);
            let target = annotation.and_then(|annotation| annotation.targets.get_mut(found.target));
            if let Some((target, article)) = target.zip(found.article.as_ref())
                && target.article != *article
            {
                target.article = article.clone();
                target.position = TextPositionSelector::default();
            }
        }
    }
}

type Place = (usize, MatchedBy, Outcome);

/// Share of the longer words of a quotation that an article must have for the quotation to be sought in it. It is not
/// found for sure where fewer are left, and looking the words up takes a thousandth of the time of a search.
const WORDS_IN_COMMON: f32 = 0.5;

struct Shelf<'a> {
    articles: Vec<(&'a Article, Anchorer<'a>)>,
    /// The longer words of each article.
    words: Vec<HashSet<&'a str>>,
    addresses: BTreeMap<String, usize>,
    titles: BTreeMap<String, Option<usize>>,
}

impl<'a> Shelf<'a> {
    fn new(library: &'a [Article]) -> Self {
        let (mut addresses, mut titles) = (BTreeMap::new(), BTreeMap::new());
        for (at, article) in library.iter().enumerate() {
            if let Some(address) = &article.metadata.address {
                addresses.entry(comparable(address)).or_insert(at);
            }
            // A title that two articles have tells neither.
            titles
                .entry(article.title().to_lowercase())
                .and_modify(|known| *known = None)
                .or_insert(Some(at));
        }
        let articles = library.iter().map(|article| (article, Anchorer::new(article.text()))).collect();
        let words = library.iter().map(|article| longer_words(article.text()).collect()).collect();
        Self { articles, words, addresses, titles }
    }

    fn id(&self, at: usize) -> ArticleId {
        self.articles[at].0.id.clone()
    }

    fn by_name(
        &self,
        source: &ArticleId,
        own_address: impl Fn(&str) -> Option<ArticleId>,
    ) -> Option<(usize, MatchedBy)> {
        let with_id = |id: &ArticleId| self.articles.iter().position(|(article, _)| article.id == *id);
        let by_address = with_id(source)
            .or_else(|| with_id(&own_address(source)?))
            .or_else(|| self.addresses.get(&comparable(source)).copied());
        let by_title = || self.titles.get(&source.to_lowercase()).copied().flatten();
        by_address.map(|at| (at, MatchedBy::Address)).or_else(|| by_title().map(|at| (at, MatchedBy::Title)))
    }

    /// The articles in which the quotation is found for sure. An edited form of it is sought only if no article has its
    /// very words, which is much faster and says more.
    fn by_quotation(&self, quote: &TextQuoteSelector) -> Vec<(usize, Outcome)> {
        let found = |literal: bool| -> Vec<(usize, Outcome)> {
            let may_have = |at: &usize| {
                let text = self.articles[*at].0.text();
                if literal { text.contains(&quote.exact) } else { self.has_words_of(*at, &quote.exact) }
            };
            let all = (0..self.articles.len()).filter(may_have);
            all.filter_map(|at| Some((at, self.outcome(at, quote)?))).collect()
        };
        let literal = found(true);
        if literal.is_empty() { found(false) } else { literal }
    }

    fn has_words_of(&self, at: usize, quote: &str) -> bool {
        let sought: Vec<&str> = longer_words(quote).collect();
        let found = sought.iter().filter(|word| self.words[at].contains(*word)).count();
        found as f32 >= WORDS_IN_COMMON * sought.len() as f32
    }

    /// What has become of the quotation in an article, if it is there for sure.
    fn outcome(&self, at: usize, quote: &TextQuoteSelector) -> Option<Outcome> {
        // A place counts the letters of the page that the note was made on, which has other words around the article.
        let anchor = self.articles[at].1.anchor_selectors(quote, None);
        anchor.span.filter(|_| !anchor.is_doubtful()).map(|_| anchor.outcome)
    }

    /// The article of a target, or else those to choose from.
    fn decide(
        &self,
        target: &Target,
        named: Option<(usize, MatchedBy)>,
        hits: &[(usize, Outcome)],
        companions: Option<&BTreeSet<usize>>,
    ) -> (Option<Place>, Vec<usize>) {
        if let Some((at, by)) = named {
            let whole = target.is_whole_article();
            let anchor = || self.articles[at].1.anchor_selectors(&target.quote, None).outcome;
            return (Some((at, by, if whole { Outcome::Same } else { anchor() })), Vec::new());
        }
        let is_companion = |at: &usize| companions.is_some_and(|companions| companions.contains(at));
        if target.is_whole_article() {
            let all: Vec<usize> = companions.into_iter().flatten().copied().collect();
            return match all.as_slice() {
                [only] => (Some((*only, MatchedBy::Companions, Outcome::Same)), Vec::new()),
                _ => (None, all),
            };
        }
        let near: Vec<&(usize, Outcome)> = hits.iter().filter(|(at, _)| is_companion(at)).collect();
        match (hits, near.as_slice()) {
            ([(at, outcome)], _) | (_, [(at, outcome)]) => {
                (Some((*at, MatchedBy::Quotation, *outcome)), Vec::new())
            }
            _ => (None, hits.iter().map(|(at, _)| *at).collect()),
        }
    }
}

/// Words of five bytes and more, which tell texts apart better than short ones.
fn longer_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= 5)
}

/// An address without what leads to the same page with or without it: the scheme, `www.`, the place in the page, the
/// last slash, and the parameters by which advertisers follow readers.
fn comparable(address: &str) -> String {
    let address = address.trim().split('#').next().unwrap_or_default();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let path = path.trim_end_matches('/');
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let follows =
        |part: &&str| part.starts_with("utm_") || part.starts_with("fbclid") || part.starts_with("gclid");
    let query: Vec<&str> = query.split('&').filter(|part| !part.is_empty() && !follows(part)).collect();
    format!("{host}/{path}?{}", query.join("&"))
}

impl Target {
    /// Whether the target is an article as a whole and not a passage of it, as page notes and replies are.
    pub fn is_whole_article(&self) -> bool {
        self.quote == TextQuoteSelector::default() && self.position == TextPositionSelector::default()
    }
}
