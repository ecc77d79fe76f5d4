use crate::ui::words::ENGLISH as WORDS;
use gloss_app::page::{Mark, PageBlock, Piece};
use gloss_notes::{Annotation, Motivation};
use std::rc::Rc;
use yew::prelude::*;

/// On paper, the notes stand below the text, numbered like their passages: the style sheet counts both.
pub(in crate::ui) fn footnotes(blocks: &[Rc<PageBlock>]) -> Html {
    let mut notes = Vec::new();
    for block in blocks {
        gather(&block.pieces, &mut notes);
    }
    html! {
        <section class="footnotes" hidden={notes.is_empty()}>
            <h2>{ WORDS.notes }</h2>
            <ol>
                { for notes.iter().map(|annotation| html! {
                    <li key={annotation.id.to_string()}>
                        <q>{ annotation.targets.first().map(|target| target.quote.exact.clone()) }</q>
                        { " " }{ &annotation.note }
                    </li>
                }) }
            </ol>
        </section>
    }
}

/// The notes whose last pieces are among `pieces`, in the order in which these are drawn, which is the order in which
/// the style sheet counts them.
fn gather<'a>(pieces: &'a [Piece<Mark>], notes: &mut Vec<&'a Rc<Annotation>>) {
    for piece in pieces {
        let Piece::Marked { mark, last, inside, .. } = piece else { continue };
        if let Mark::Annotation(annotation) = mark
            && *last
            && annotation.motivation == Motivation::Commenting
        {
            notes.push(annotation);
        }
        gather(inside, notes);
    }
}
