use crate::ui::words::ENGLISH as WORDS;
use gloss_app::page::{Mark, PageBlock, Piece};
use gloss_notes::Annotation;
use std::{collections::BTreeMap, rc::Rc};
use yew::prelude::*;

/// On paper, the notes are below the text, numbered like their passages.
pub(in crate::ui) fn footnotes(blocks: &[Rc<PageBlock>]) -> Html {
    let mut notes = BTreeMap::new();
    for block in blocks {
        gather(&block.pieces, &mut notes);
    }
    html! {
        <section class="footnotes" hidden={notes.is_empty()}>
            <h2>{ WORDS.notes }</h2>
            <ol>
                { for notes.values().map(|annotation| html! {
                    <li key={annotation.id.to_string()}>
                        <q>{ annotation.targets.first().map(|target| target.quote.exact.clone()) }</q>
                        { " " }{ &annotation.note }
                    </li>
                }) }
            </ol>
        </section>
    }
}

/// The notes among `pieces` by their numbers.
fn gather<'a>(pieces: &'a [Piece<Mark>], notes: &mut BTreeMap<usize, &'a Rc<Annotation>>) {
    for piece in pieces {
        let Piece::Marked { mark, inside, .. } = piece else { continue };
        if let Mark::Annotation { annotation, number: Some(number) } = mark {
            notes.insert(*number, annotation);
        }
        gather(inside, notes);
    }
}
