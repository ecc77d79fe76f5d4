//! What is in the library already, and what of it a new text is like.

use gloss_notes::{Holdings, KeptArticle};
use gloss_text::{Article, ArticleId, BlockKind, Document, sort_by};
use std::{collections::HashSet, rc::Rc};

/// Words of a passage by which two texts are compared.
const SHINGLE: usize = 5;
/// The share of a text's passages that another has from which on it may be a version of it.
const LIKELY: f32 = 0.5;

/// One article of the library.
#[derive(Clone, Debug)]
pub(crate) struct Shelved {
    pub(crate) article: Article,
    /// The record, for an article that the reader brought.
    pub(crate) kept: Option<Rc<KeptArticle>>,
    /// Its texts, the last one among them.
    pub(crate) texts: Vec<Rc<Document>>,
}

/// What of the library a new text is like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Like {
    /// The same text.
    Same(ArticleId),
    /// Another text from the same address.
    Address(ArticleId),
    /// A text that has much of it word for word.
    Words(ArticleId),
}

/// The articles of the library, those brought last first.
pub(crate) fn shelf<A>(holdings: &Holdings<A>) -> Vec<Shelved> {
    let Holdings { bundled, kept, facts, .. } = holdings;
    let record = |id: &ArticleId| kept.iter().find(|one| one.id == *id);
    let shelved = |article: &Article, kept: Option<&Rc<KeptArticle>>| {
        let own = facts.iter().find(|facts| facts.id == article.id);
        let metadata = own.map_or_else(
            || gloss_text::Metadata::clone(&article.metadata),
            |own| own.metadata.over(&article.metadata),
        );
        Shelved {
            article: article.with_metadata(metadata),
            kept: kept.cloned(),
            texts: texts(holdings, &article.id),
        }
    };
    let mut brought: Vec<&Rc<KeptArticle>> =
        kept.iter().filter(|kept| kept.of.is_none() && kept.document.is_some()).collect();
    sort_by(&mut brought, |a, b| b.added.cmp(&a.added).then_with(|| a.id.cmp(&b.id)));
    let brought = brought.into_iter().filter_map(|kept| {
        let article = Article::new(kept.id.clone(), Rc::clone(kept.document.as_ref()?));
        Some(shelved(&article.with_metadata(kept.metadata.clone()), Some(kept)))
    });
    let is_there = |article: &&Article| record(&article.id).is_none_or(|kept| !kept.removed);
    brought.chain(bundled.iter().filter(is_there).map(|article| shelved(article, None))).collect()
}

/// The texts of an article, the oldest first: those that are kept, and the one that this build bundles.
pub(crate) fn texts<A>(holdings: &Holdings<A>, id: &ArticleId) -> Vec<Rc<Document>> {
    let mut kept: Vec<&Rc<KeptArticle>> =
        holdings.kept.iter().filter(|kept| kept.id == *id || kept.of.as_ref() == Some(id)).collect();
    sort_by(&mut kept, |a, b| a.added.cmp(&b.added).then_with(|| a.id.cmp(&b.id)));
    let mut texts: Vec<Rc<Document>> = kept.iter().filter_map(|kept| kept.document.clone()).collect();
    let bundled = holdings.bundled.iter().find(|article| article.id == *id).map(|article| &article.document);
    if let Some(document) =
        bundled.filter(|document| texts.iter().all(|text| text.version() != document.version()))
    {
        // A text that was brought is newer than the one that is bundled.
        let at = kept.iter().position(|kept| kept.original.is_some()).unwrap_or(texts.len());
        texts.insert(at.min(texts.len()), Rc::clone(document));
    }
    texts
}

/// What a text reads without what the web page around it left: its words, a block a line.
pub(crate) fn prose(document: &Document) -> String {
    let blocks = document.blocks().iter().filter(|block| block.kind != BlockKind::Furniture);
    let lines: Vec<String> = blocks
        .map(|block| block.span.of(document.text()).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    lines.join("\n")
}

/// What a new text, which was at `address` if that is known, is like.
pub(crate) fn like(shelf: &[Shelved], document: &Document, address: Option<&str>) -> Option<Like> {
    let words = prose(document);
    let same = shelf.iter().find(|shelved| shelved.texts.iter().any(|text| prose(text) == words));
    if let Some(same) = same {
        return Some(Like::Same(same.article.id.clone()));
    }
    let address = address.map(plain_address).filter(|address| !address.is_empty());
    let at = |shelved: &&Shelved| {
        let known = shelved.article.metadata.address.as_deref().map(plain_address);
        address.is_some() && known == address
    };
    if let Some(there) = shelf.iter().find(at) {
        return Some(Like::Address(there.article.id.clone()));
    }
    let passages = shingles(&words);
    let share = |shelved: &Shelved| {
        let other = shelved.texts.last().map(|text| prose(text)).unwrap_or_default();
        let common = shingles(&other).intersection(&passages).count();
        common as f32 / passages.len().max(1) as f32
    };
    let shares = shelf.iter().map(|shelved| (share(shelved), shelved));
    let best = shares.max_by(|(a, _), (b, _)| a.total_cmp(b)).filter(|(share, _)| *share >= LIKELY);
    best.map(|(_, shelved)| Like::Words(shelved.article.id.clone()))
}

fn shingles(words: &str) -> HashSet<u64> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let hash = |words: &[&str]| {
        words
            .iter()
            .flat_map(|word| word.bytes().chain([b' ']))
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            })
    };
    words.windows(SHINGLE).map(hash).collect()
}

/// An address without what differs between two visits: its scheme, `www.`, the place on the page and marks of campaigns.
fn plain_address(address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let address = address.strip_prefix("www.").unwrap_or(address);
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let is_mark = |pair: &&str| {
        ["utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid="].iter().any(|mark| pair.starts_with(mark))
    };
    let query: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !is_mark(pair)).collect();
    let path = path.trim_end_matches('/').to_lowercase();
    if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gloss_ingest::plain_text;
    use gloss_text::Metadata;

    const TEXT: &str =
        "The bridge will open in May, the mayor said on Monday.\nIt cost more than was planned.\nShare\n";

    fn library() -> Vec<Shelved> {
        let metadata =
            Metadata { address: Some("https://www.x.example/bridge/".into()), ..Metadata::default() };
        let article = Article::new("bridge".parse().unwrap(), plain_text(TEXT)).with_metadata(metadata);
        shelf::<()>(&Holdings { bundled: vec![article], ..Holdings::default() })
    }

    #[track_caller]
    fn check(text: &str, address: Option<&str>, expected: Option<fn(ArticleId) -> Like>) {
        let found = like(&library(), &plain_text(text), address);
        assert_eq!(found, expected.map(|like| like("bridge".parse().unwrap())), "{text}");
    }

    #[test]
    fn the_same_text_is_known_whatever_the_page_around_it_says() {
        check(TEXT, None, Some(Like::Same));
        let other_page = TEXT.replace("Share", "Tweet");
        check(&other_page, Some("https://elsewhere.example"), Some(Like::Same));
    }

    #[test]
    fn the_same_address_is_known_however_it_is_written() {
        for address in ["http://x.example/bridge", "https://www.x.example/bridge/?utm_source=a#top"] {
            check("The bridge is closed.", Some(address), Some(Like::Address));
        }
        check("The bridge is closed.", Some("https://x.example/bridge?id=2"), None);
    }

    #[test]
    fn a_text_that_has_most_of_another_is_likely_a_version() {
        check(&TEXT.replace("more", "less"), None, Some(Like::Words));
        check("The tunnel will open in June, said someone else entirely, after years of work.", None, None);
    }
}
