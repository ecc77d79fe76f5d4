//! A page's article: which element holds it, what in it is not the article, and what the page says of it.
//!
//! The method is that of Readability (as its documentation describes it): running text gives points to what is around
//! it, links take them, the names of classes hint at what a part is. Here each line of the page has a weight of its
//! own, so that an element's is a difference of two sums and the whole is linear.

mod classify;
mod keep;
mod line;
mod phrase;
mod select;
#[cfg(all(test, feature = "html5ever"))]
mod tests;
mod trim;
mod vocabulary;
mod weight;

use crate::{Extracted, LeftOut, Warning, Why, facts, tree::Tree};
use gloss_text::{Block, BlockKind, Span};
use line::{Line, lines};

/// How many characters of a line next to the headline are looked through for a day.
const FIRST_WORDS: usize = 120;

/// Finds the article in the page. `address` is where the page was, if that is known.
pub fn page(tree: &Tree, address: Option<&str>) -> Extracted {
    let stated = facts::stated(tree);
    let url = stated.url.clone().or_else(|| address.map(str::to_owned));
    let headline = facts::headline(tree, &stated, address.or(url.as_deref()));
    let lines = lines(tree);
    let mut found = keep::keep(tree, &lines, &headline, stated.description.as_deref().unwrap_or_default());
    let near = |node: usize| found.is_near(headline.node, node);
    let around = keep::around(&lines, &found, headline.node).map(|line| line.text.as_str());
    let byline = facts::byline(tree, &stated.authors, stated.source.as_deref(), near, around);
    keep::drop_byline(&lines, &mut found.reasons, byline.as_deref());
    let mut extracted = assemble(&lines, &found.reasons);
    extracted.byline = byline;
    let language = stated.language.clone();
    let dates = keep::dates(tree, &lines, &found, headline.node);
    let said: Vec<String> = keep::around(&lines, &found, headline.node)
        .map(|line| line.text.chars().take(FIRST_WORDS).collect())
        .collect();
    extracted.date = facts::day(
        &stated,
        address.or(url.as_deref()),
        language.as_deref(),
        dates.iter().map(String::as_str),
        said.iter().map(String::as_str),
    );
    extracted.title = headline.text;
    extracted.source = stated.source;
    extracted.url = url;
    extracted.language = language;
    if stated.is_live || found.is_live {
        extracted.warnings.push(Warning::LiveBlog);
    } else if found.articles > 1 {
        extracted.warnings.push(Warning::SeveralArticles);
    }
    if found.length < keep::SHORTEST {
        extracted.warnings.push(Warning::NoArticle);
    }
    if tree.is_cut() {
        extracted.warnings.push(Warning::TooLarge);
    }
    extracted
}

/// Takes all that a document shows as its text: a chapter of a book has nothing around it. Its first heading is the
/// headline.
pub(crate) fn whole(tree: &Tree) -> Extracted {
    let lines = lines(tree);
    let headline = lines.first().filter(|line| line.kind == BlockKind::Heading).map(|line| line.block);
    let reasons: Vec<Option<Why>> =
        lines.iter().map(|line| (Some(line.block) == headline).then_some(Why::Headline)).collect();
    let mut extracted = assemble(&lines, &reasons);
    let title = tree.named(Tree::ROOT, "title").next();
    extracted.title = headline.or(title).map(|node| tree.words(node)).filter(|words| !words.is_empty());
    let root = tree.named(Tree::ROOT, "html").next().unwrap_or(Tree::ROOT);
    let language = tree.attribute(root, "xml:lang").or_else(|| tree.attribute(root, "lang"));
    extracted.language = language.map(str::to_owned);
    extracted
}

fn assemble(lines: &[Line], reasons: &[Option<Why>]) -> Extracted {
    let mut extracted = Extracted::default();
    let mut last = None;
    for (line, why) in lines.iter().zip(reasons) {
        match why {
            None => {
                if !extracted.text.is_empty() {
                    extracted.text.push_str("\n\n");
                }
                let start = extracted.text.len();
                extracted.text.push_str(&line.text);
                let span = Span::new(start, extracted.text.len()).trimmed(&extracted.text);
                extracted.blocks.push(Block { span, kind: line.kind });
            }
            Some(why) => match extracted.left_out.last_mut() {
                // Lines one after the other that are left out for the same reason are one passage.
                Some(passage) if passage.why == *why && last == Some(*why) => {
                    passage.text.push('\n');
                    passage.text.push_str(&line.text);
                }
                _ => extracted.left_out.push(LeftOut {
                    text: line.text.clone(),
                    why: *why,
                    after: extracted.blocks.len(),
                }),
            },
        }
        last = *why;
    }
    extracted
}
