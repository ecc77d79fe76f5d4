use super::keyboard::{listen, sign};
use crate::ui::hooks::use_effect_with;
use crate::{
    platform::{
        TextRef, TextView, clock, selection,
        walk::{self, Reached},
    },
    ui::Dispatch,
};
use gloss_app::{
    Act, Action, Blocks, Card, Reading, Settings,
    page::{Stop, Track, stops},
};
use gloss_notes::{AnnotationId, Colour};
use std::rc::Rc;
use yew::prelude::*;

/// Answers the keys of an open article: steps from paragraph to paragraph, from word to word and from mark to mark,
/// annotating, and the search. A mark that is not drawn yet is shown as soon as it is.
#[hook]
pub(in crate::ui) fn use_article_keys(
    reading: Rc<Reading>,
    settings: Settings,
    blocks: Blocks,
    text: TextRef,
    dispatch: &Dispatch,
) {
    let latest = use_mut_ref(|| None);
    *latest.borrow_mut() = Some((reading, settings, blocks, text));
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listener = listen(move |event| {
            // What is held here may be drawn anew by what follows.
            let Some((reading, settings, blocks, text)) = latest.borrow().clone() else { return false };
            let Some(view) = text.view() else { return false };
            let Some(sign) = sign(event, settings.keys) else { return false };
            match track(&sign) {
                Some((track, on)) => {
                    step(&view, &reading, &blocks, track, on, &dispatch);
                    true
                }
                None => answer(&sign, &view, &reading, settings.colour, &dispatch),
            }
        });
        move || drop(listener)
    });
}

/// Which marks a sign steps through, and whether forward.
fn track(sign: &str) -> Option<(Track, bool)> {
    match sign {
        "]" => Some((Track::Names, true)),
        "[" => Some((Track::Names, false)),
        "}" => Some((Track::Quotations, true)),
        "{" => Some((Track::Quotations, false)),
        "." => Some((Track::Annotations, true)),
        "," => Some((Track::Annotations, false)),
        _ => None,
    }
}

fn step(view: &TextView, reading: &Reading, blocks: &Blocks, track: Track, on: bool, dispatch: &Dispatch) {
    let (here, at) = view.stop_and_place();
    // Where the focus is on its way to a mark that is not drawn yet. What the pointer rests on is no place.
    let sought = || match track {
        Track::Annotations => reading.focused.clone().map(Stop::Annotation),
        _ => reading.card.filter(|card| card.pinned).map(|card| Stop::Mark(card.mark)),
    };
    let here = here.or_else(sought);
    for stop in stops(blocks, track, here.as_ref(), at, on) {
        match (view.to_stop(&stop), stop) {
            (Reached::Focused, _) => break,
            (Reached::Hidden, _) => {}
            (Reached::NotDrawn, Stop::Mark(mark)) => {
                dispatch.act(Act::Show(Some(Card { mark, pinned: true })));
                break;
            }
            (Reached::NotDrawn, Stop::Annotation(id)) => {
                dispatch.act(Act::Focus(Some(id)));
                break;
            }
        }
    }
}

/// Whether the letter meant something here.
fn answer(sign: &str, view: &TextView, reading: &Reading, colour: Colour, dispatch: &Dispatch) -> bool {
    let annotate = |note| {
        let (id, now) = (clock::fresh_id(), clock::now());
        dispatch.act(Act::Annotate { id, now, note, colour });
        selection::clear();
    };
    let has_selection = reading.selection.is_some();
    if let Some(id) = reading.focused.clone().filter(|_| !has_selection && reading.editing.is_none())
        && change_note(sign, id, dispatch)
    {
        return true;
    }
    match sign {
        "/" => dispatch.act(Act::Find(view.place().map_or(0, |place| place.at))),
        "h" if has_selection => annotate(false),
        "n" if has_selection => annotate(true),
        "j" => view.to_block(1),
        "k" => view.to_block(-1),
        "s" => view.select_block(),
        "w" => view.select_word(true),
        "b" => view.select_word(false),
        _ => return false,
    }
    true
}

/// Whether the letter meant something for this note, which stands out.
fn change_note(sign: &str, id: AnnotationId, dispatch: &Dispatch) -> bool {
    match sign {
        "e" => dispatch.act(Act::Edit(Some(id))),
        "t" => return walk::focus(".card.focused .add-tag input"),
        "d" => {
            walk::leave_card(&id);
            dispatch.dispatch(Action::Delete(id));
        }
        _ => {
            let number = sign.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let Some(colour) = number.and_then(|number| Colour::ALL.get(number)) else { return false };
            dispatch.dispatch(Action::Paint(id, *colour, clock::now()));
        }
    }
    true
}
