//! Where else the library has a passage.

use crate::{
    library::Library,
    page::{main, title},
    pair::{Pair, Side, relation},
    route, words,
};
use gloss_notes::{Anchorer, TextFragment};
use gloss_story::{ArticleIndex, FoundPassage, Passage, PassageIndex};
use gloss_text::{Article, ArticleId};
use gloss_view::{Node, el};
use std::rc::Rc;

/// A passage, and where it was found.
pub(crate) struct Elsewhere {
    /// The passage that was looked for; `None` where the article or its words are gone.
    pub(crate) wanted: Option<Side>,
    found: Vec<(Side, f32)>,
}

/// Looks for a passage in all other articles.
pub(crate) fn find(library: &Library, article: &ArticleId, text: &TextFragment) -> Elsewhere {
    let nothing = Elsewhere { wanted: None, found: Vec::new() };
    let Some(at) = library.articles.iter().position(|one| one.id == *article) else { return nothing };
    let from = &library.articles[at];
    let Some(span) = Anchorer::new(from.text()).anchor_fragment(text).span else { return nothing };
    let articles: Vec<&Article> = library.articles.iter().map(AsRef::as_ref).collect();
    let wanted = Passage { article: ArticleIndex(at as u32), span };
    let found = PassageIndex::new(&articles).find(&articles, wanted);
    let side = |FoundPassage { passage, score }: FoundPassage| {
        let article = Rc::clone(library.articles.get(passage.article.get())?);
        Some((Side { article, span: passage.span, said: Vec::new() }, score))
    };
    Elsewhere {
        wanted: Some(Side { article: Rc::clone(from), span, said: Vec::new() }),
        found: found.into_iter().filter_map(side).collect(),
    }
}

impl Elsewhere {
    /// The passage with the one that was found as this number.
    pub(crate) fn pair(&self, number: usize) -> Option<Pair> {
        Some(Pair { sides: [self.wanted.clone()?, self.found.get(number)?.0.clone()] })
    }

    pub(crate) fn draw(&self, library: &Library) -> Node {
        let page = main("elsewhere").child(el("h1").text(words::ELSEWHERE));
        let Some(wanted) = &self.wanted else { return page.child(el("p").text(words::PASSAGE_GONE)).into() };
        let page = page.child(title("", &wanted.article)).child(el("blockquote").child(
            el("a").attr("href", crate::told::address(&wanted.article, wanted.span)).text(wanted.text()),
        ));
        if self.found.is_empty() {
            return page.child(el("p").class("nothing").text(words::FOUND_NOWHERE)).into();
        }
        let rows = self.found.iter().enumerate().filter_map(|(number, (side, score))| {
            let beside = route::beside(&wanted.article.id, &side.article.id);
            Some(
                el("section")
                    .key(format!("found-{number}"))
                    .child(el("h2").child(title("", &side.article)))
                    .child(self.pair(number)?.draw(
                        number,
                        relation("≈", &words::has(*score), ""),
                        &library.annotations,
                    ))
                    .child(el("p").child(el("a").attr("href", beside).text(words::SIDE_BY_SIDE))),
            )
        });
        page.child(el("p").class("about").text(words::ELSEWHERE_ABOUT))
            .children(rows.collect::<Vec<_>>())
            .into()
    }
}
