//! Which of these pages an address leads to.

use gloss_notes::TextFragment;
use gloss_text::{ArticleId, percent_decode, percent_encode};
use std::fmt::Write;

/// A place among these pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// `#/story`: all stories.
    #[default]
    Stories,
    /// `#/story/<article>/<article>…`: a story is its articles, so an address needs no store to lead to it.
    Story(Vec<ArticleId>),
    /// `#/beside/<article>/<article>`: two articles side by side.
    Beside([ArticleId; 2]),
    /// `#/elsewhere/<article>?text=<fragment>`: where else the library has a passage.
    Elsewhere(ArticleId, TextFragment),
}

impl Place {
    pub(crate) fn parse(address: &str) -> Self {
        let address = address.trim_start_matches('#');
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let page = parts.next();
        let articles: Vec<ArticleId> =
            parts.filter_map(|part| ArticleId::new(percent_decode(part))).collect();
        match (page, articles.as_slice()) {
            (Some("beside"), [a, b, ..]) => Self::Beside([a.clone(), b.clone()]),
            (Some("elsewhere"), [article, ..]) => match TextFragment::parse(query) {
                Some(text) => Self::Elsewhere(article.clone(), text),
                None => Self::Stories,
            },
            (Some("story"), [_, ..]) => Self::Story(articles),
            _ => Self::Stories,
        }
    }
}

/// The address of the story of these articles.
pub(crate) fn story<'a>(articles: impl IntoIterator<Item = &'a ArticleId>) -> String {
    path("#/story", articles)
}

/// The address of two articles side by side.
pub(crate) fn beside(a: &ArticleId, b: &ArticleId) -> String {
    path("#/beside", [a, b])
}

fn path<'a>(page: &str, articles: impl IntoIterator<Item = &'a ArticleId>) -> String {
    let mut address = page.to_owned();
    for article in articles {
        // Writing to a string does not fail.
        let _ = write!(address, "/{}", percent_encode(article, b"-._~"));
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_where_it_was_made_for() {
        let ids: Vec<ArticleId> = ["a b/c", "d"].into_iter().filter_map(ArticleId::new).collect();
        assert_eq!(Place::parse(&story(&ids)), Place::Story(ids.clone()));
        assert_eq!(Place::parse(&beside(&ids[0], &ids[1])), Place::Beside([ids[0].clone(), ids[1].clone()]));
        assert_eq!(Place::parse("#/story"), Place::Stories);
        let text = TextFragment::parse("text=some%20words").unwrap();
        assert_eq!(Place::parse("#/elsewhere/d?text=some%20words"), Place::Elsewhere(ids[1].clone(), text));
    }
}
