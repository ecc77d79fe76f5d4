use crate::platform::{TextRef, TextView, selection, viewport};
use crate::ui::hooks::use_effect_with;
use gloss_app::{Blocks, Find};
use gloss_text::Span;
use yew::prelude::*;

/// So many hits are drawn around the one that stands out: more than a reader sees on the way to the next, and
/// few enough to be placed within a frame.
const DRAWN: usize = 1000;

/// Draws the hits of a search over the text, again whenever its blocks are `drawn` anew, and brings the one that stands
/// out into view whenever that is another one.
#[hook]
pub(in crate::ui) fn use_find(find: Option<Find>, drawn: (Blocks, Span), text: TextRef) {
    let hit = find.as_ref().and_then(Find::hit);
    use_effect_with((find, drawn, text.clone()), move |(find, _, text)| {
        let Some(view) = text.view() else { return };
        match find {
            Some(find) => draw(&view, find),
            None => view.clear_hits(),
        }
    });
    use_effect_with(hit, move |hit| {
        if let Some((hit, view)) = hit.zip(text.view())
            && let Some(range) = view.ranges(&[hit]).first()
        {
            selection::show_range(range, viewport::top());
        }
    });
}

fn draw(view: &TextView, find: &Find) {
    let first = find.current.saturating_sub(DRAWN / 2);
    let mut near: Vec<Span> = find.hits.iter().skip(first).take(DRAWN).copied().collect();
    let at = find.current - first;
    let current = (at < near.len()).then(|| near.remove(at));
    if !view.draw_hits(&near, current)
        && let Some(hit) = find.hit()
    {
        view.select(hit);
    }
}
