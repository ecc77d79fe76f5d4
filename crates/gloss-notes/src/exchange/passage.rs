use crate::{Annotation, CorrectionChange, Target, tags::distinct_tags};
use gloss_analysis::{Analysis, Quotation, QuotationKind};
use gloss_text::sort_by_key;
use gloss_text::{Article, Metadata, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An annotation as it is written out for people to read, with what only its articles tell.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The annotation.
    pub annotation: &'a Annotation,
    /// Its targets, in their order.
    pub passages: Vec<Passage>,
}

/// One target of an annotation, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The article's title.
    pub article: String,
    /// What else is known about the article.
    pub metadata: Metadata,
    /// The number of the article in the order in which articles are written out.
    pub rank: usize,
    /// The passage as it reads now, or else as it was quoted.
    pub quote: String,
    /// Where the passage begins in the article, in UTF-8 bytes; `None` if it is not found there.
    pub place: Option<usize>,
    /// Who says the passage, all of which is that speaker's words; empty if it is not.
    pub speaker: String,
    /// Who is quoted in a passage that holds words of the article itself, too.
    pub quoted: Vec<String>,
    /// What a correction changes; `None` for other annotations, or if that is not known.
    pub change: Option<CorrectionChange>,
    /// The address that opens the article at the passage; empty for none.
    pub link: String,
}

impl<'a> Entry<'a> {
    /// Makes an entry with nothing but what the annotation itself tells.
    pub fn new(annotation: &'a Annotation) -> Self {
        let passages = annotation
            .targets
            .iter()
            .map(|target| Passage {
                article: target.article.to_string(),
                quote: target.quote.exact.clone(),
                ..Passage::default()
            })
            .collect();
        Self { annotation, passages }
    }

    /// The tags, each once.
    pub(super) fn tags(&self) -> Vec<String> {
        distinct_tags(self.annotation.tags.iter().map(String::as_str))
    }

    /// The passages with their targets.
    fn places(&self) -> impl Iterator<Item = (&Passage, &Target)> {
        self.passages.iter().zip(&self.annotation.targets)
    }
}

impl Passage {
    /// Takes over what `article` tells, and if the passage is at `span` in it, its words and place.
    pub fn tell(&mut self, article: &Article, span: Option<Span>) {
        self.article = article.title();
        self.metadata = Metadata::clone(&article.metadata);
        self.place = span.map(|span| span.start);
        if let Some(span) = span.filter(|span| !span.is_empty()) {
            span.of(article.text()).clone_into(&mut self.quote);
        }
    }

    /// Takes over who is quoted at `span` of `text`, by the analysis as the reader has corrected it.
    ///
    /// The speaker is named only if all of the passage is inside one quotation of theirs. Of a passage that holds
    /// other words, too, those are named who are quoted in it.
    pub fn attribute(&mut self, text: &str, analysis: &Analysis, span: Span) {
        // Words in scare quotes are nobody's.
        let name = |quotation: &Quotation| {
            let speaker = quotation.speaker.as_ref().filter(|_| quotation.kind != QuotationKind::Scare);
            speaker.map(|speaker| speaker.name.clone())
        };
        let all = || analysis.nested.iter().rev().chain(&analysis.quotations);
        let around = all().filter(|quotation| covers(quotation, text, span));
        self.speaker = around.into_iter().find_map(name).unwrap_or_default();
        self.quoted = Vec::new();
        if self.speaker.is_empty() {
            let touches =
                |quotation: &&Quotation| quotation.segments.iter().any(|segment| segment.overlaps(span));
            for name in analysis.quotations.iter().filter(touches).filter_map(name) {
                if !self.quoted.contains(&name) {
                    self.quoted.push(name);
                }
            }
        }
    }

    /// Source, author and day of publication, as far as they are known.
    pub(super) fn origin(&self) -> Vec<String> {
        let Metadata { source, author, published, .. } = &self.metadata;
        let day = published.map(|day| day.to_string());
        [source.clone(), author.clone(), day].into_iter().flatten().collect()
    }

    /// The web address, if it leads somewhere.
    pub(super) fn address(&self) -> Option<&str> {
        self.metadata.address.as_deref().and_then(safe_link)
    }
}

/// Whether nothing of the passage but white space is outside of the quotation.
fn covers(quotation: &Quotation, text: &str, passage: Span) -> bool {
    let mut at = passage.start;
    for segment in &quotation.segments {
        if segment.end <= at || segment.start >= passage.end {
            continue;
        }
        if !is_blank(text, at, segment.start) {
            return false;
        }
        at = segment.end;
    }
    at > passage.start && is_blank(text, at, passage.end)
}

fn is_blank(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).is_none_or(|between| between.trim().is_empty())
}

/// The entries in the order of the articles; in an article first what is about it as a whole, then by the place of the
/// passage, then what is not found. Replies follow what they answer.
pub(super) fn in_order<'e, 'a>(entries: &'e [Entry<'a>]) -> Vec<&'e Entry<'a>> {
    let threads = Threads::new(entries);
    let mut ordered: Vec<&Entry> = entries.iter().collect();
    sort_by_key(&mut ordered, |entry| threads.key(entry, 0));
    ordered
}

/// Every passage with its entry, in the same order, each passage in its own article.
pub(super) fn passages_in_order<'e, 'a>(entries: &'e [Entry<'a>]) -> Vec<(&'e Entry<'a>, &'e Passage)> {
    let threads = Threads::new(entries);
    let mut all: Vec<_> = entries
        .iter()
        .flat_map(|entry| {
            entry.passages.iter().enumerate().map(move |(number, passage)| (entry, number, passage))
        })
        .collect();
    sort_by_key(&mut all, |(entry, number, _)| threads.key(entry, *number));
    all.into_iter().map(|(entry, _, passage)| (entry, passage)).collect()
}

/// What answers what among the entries.
struct Threads<'e, 'a> {
    by_id: BTreeMap<&'e str, &'e Entry<'a>>,
}

impl<'e, 'a> Threads<'e, 'a> {
    fn new(entries: &'e [Entry<'a>]) -> Self {
        Self { by_id: entries.iter().map(|entry| (entry.annotation.id.as_str(), entry)).collect() }
    }

    /// The key by which the passage `number` of an entry is sorted: the article and the place, then the beginning of
    /// the thread, then the time.
    fn key(&self, entry: &'e Entry<'a>, number: usize) -> impl Ord + use<> {
        const LONGEST_THREAD: usize = 64;
        let mut root = entry;
        let mut depth = 0;
        while let Some(above) = self.answered(root).filter(|_| depth < LONGEST_THREAD) {
            root = above;
            depth += 1;
        }
        let of = if depth > 0 { root.places().next() } else { entry.places().nth(number) };
        let place =
            of.map(|(passage, target)| (article_order(passage, target), place_order(passage, target)));
        let Annotation { id, created, .. } = entry.annotation;
        (place, root.annotation.id.clone(), depth > 0, *created, id.clone())
    }

    fn answered(&self, entry: &Entry) -> Option<&'e Entry<'a>> {
        self.by_id.get(entry.annotation.replies_to.as_ref()?.as_str()).copied()
    }
}

/// The key of an article. Two articles may have the same title.
fn article_order(passage: &Passage, target: &Target) -> (usize, String, String) {
    (passage.rank, passage.article.to_lowercase(), target.article.to_string())
}

fn place_order(passage: &Passage, target: &Target) -> (u8, usize) {
    match passage.place {
        _ if target.is_whole_article() => (0, 0),
        Some(place) => (1, place),
        None => (2, target.position.start),
    }
}

/// An address that leads somewhere and does nothing: of the web, of mail, or within the page.
pub(super) fn safe_link(link: &str) -> Option<&str> {
    let link = link.trim();
    let lower = link.to_ascii_lowercase();
    let known =
        ["http://", "https://", "mailto:", "#", "/", "./"].iter().any(|start| lower.starts_with(start));
    (known && !link.contains(char::is_control)).then_some(link)
}
