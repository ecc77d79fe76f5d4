use crate::platform::{highlights, places, selection};
use gloss_app::{Find, page::PageBlock};
use gloss_text::{Article, Span};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The name that the style sheet knows all hits by, and that of the one that stands out.
const HITS: &str = "hits";
const HIT: &str = "hit";

/// So many hits are drawn around the one that stands out: more than a reader sees on the way to the next, and
/// few enough to be placed within a frame.
const DRAWN: usize = 1000;

/// Draws the hits of a search over the text in `container`, again whenever its blocks are `drawn` anew, and
/// brings the one that stands out into view whenever that is another one.
#[hook]
pub(in crate::ui) fn use_find(
    find: Option<Find>,
    article: Option<Rc<Article>>,
    drawn: (Rc<[Rc<PageBlock>]>, Span),
    container: NodeRef,
) {
    let hit = find.as_ref().and_then(Find::hit);
    let shown = container.clone();
    use_effect_with((find, article.clone(), drawn), move |(find, article, _)| {
        let parts = find.as_ref().zip(article.as_ref()).zip(container.cast::<Element>());
        if let Some(((find, article), container)) = parts {
            draw(&container, article.text(), find);
        } else {
            highlights::clear(HITS);
            highlights::clear(HIT);
        }
    });
    use_effect_with(hit, move |hit| {
        let parts = hit.zip(article).zip(shown.cast::<Element>());
        if let Some(((hit, article), container)) = parts
            && let Some(range) = selection::ranges(&container, article.text(), &[hit]).first()
        {
            selection::show_range(range, places::top());
        }
    });
}

fn draw(container: &Element, text: &str, find: &Find) {
    let first = find.current.saturating_sub(DRAWN / 2);
    let near: Vec<_> = find.hits.iter().skip(first).take(DRAWN).copied().collect();
    let mut ranges = selection::ranges(container, text, &near);
    let at = find.current - first;
    let current = if at < ranges.len() { vec![ranges.remove(at)] } else { Vec::new() };
    if !(highlights::draw(HITS, &ranges) && highlights::draw(HIT, &current))
        && let Some(hit) = find.hit()
    {
        selection::select(container, text, hit);
    }
}
