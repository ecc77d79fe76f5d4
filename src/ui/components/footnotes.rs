use super::note_text::note_text;
use crate::ui::words::ENGLISH as WORDS;
use gloss_app::page::{Mark, PageBlock, Piece};
use gloss_notes::Annotation;
use gloss_text::sort_by_key;
use std::rc::Rc;
use yew::prelude::*;

/// On paper, the notes are below the text, numbered like their passages.
pub(in crate::ui) fn footnotes(blocks: &[Rc<PageBlock>]) -> Html {
    let mut notes: Vec<(usize, &Rc<Annotation>)> = Vec::new();
    for block in blocks {
        gather(&block.pieces, &mut notes);
    }
    sort_by_key(&mut notes, |(number, _)| *number);
    html! {
        <section class="footnotes" hidden={notes.is_empty()}>
            <h2>{ WORDS.notes }</h2>
            <ol>
                { for notes.iter().map(|(_, annotation)| html! {
                    <li key={annotation.id.to_string()}>
                        <q>{ annotation.targets.first().map(|target| target.quote.exact.clone()) }</q>
                        { " " }{ note_text(&annotation.note) }
                    </li>
                }) }
            </ol>
        </section>
    }
}

/// The notes among `pieces` by their numbers.
fn gather<'a>(pieces: &'a [Piece<Mark>], notes: &mut Vec<(usize, &'a Rc<Annotation>)>) {
    for piece in pieces {
        let Piece::Marked { mark, inside, .. } = piece else { continue };
        if let Mark::Annotation { annotation, number: Some(number) } = mark
            && notes.iter().all(|(other, _)| other != number)
        {
            notes.push((*number, annotation));
        }
        gather(inside, notes);
    }
}
