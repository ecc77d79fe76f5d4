use crate::{
    core::{
        annotation::{Annotation, Colour},
        app::Action,
    },
    platform::{clock, drafts, walk},
    ui::{Dispatch, words::ENGLISH as WORDS},
};
use std::rc::Rc;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct NoteCardProps {
    pub(in crate::ui) annotation: Rc<Annotation>,
    /// Where "show in the text" leads; none when the words were not found.
    pub(in crate::ui) address: Option<String>,
    pub(in crate::ui) focused: bool,
    pub(in crate::ui) editing: bool,
    /// Whether storage has not confirmed it yet.
    pub(in crate::ui) unsaved: bool,
    pub(in crate::ui) dispatch: Dispatch,
    /// What a list says above the card's own content.
    #[prop_or_default]
    pub(in crate::ui) children: Html,
}

/// One annotation in a list: its passage, its note, and what can be done with it.
#[component]
pub(in crate::ui) fn NoteCard(props: &NoteCardProps) -> Html {
    let annotation = &props.annotation;
    let id = annotation.id.clone();
    let send = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let paint = |colour: Colour| {
        let (dispatch, id) = (props.dispatch.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Paint(id.clone(), colour, clock::now()));
        })
    };
    // The focus alone would not move the page when this note has it already.
    let show = {
        let (dispatch, id) = (props.dispatch.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Focus(Some(id.clone())));
            walk::show(&format!("mark[data-annotation='{id}']"));
        })
    };
    let delete = {
        let (dispatch, id) = (props.dispatch.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            walk::leave_card(&id);
            dispatch.dispatch(Action::Delete(id.clone()));
        })
    };
    let card = use_node_ref();
    use_effect_with((props.focused, card.clone()), |(focused, card)| {
        if let Some(card) = card.cast::<HtmlElement>().filter(|_| *focused) {
            walk::bring_into_view(&card);
        }
    });
    let quote: String =
        annotation.targets.iter().map(|target| target.quote.exact.as_str()).collect::<Vec<_>>().join(" … ");
    let class = classes!("card", annotation.colour.name(), props.focused.then_some("focused"));
    html! {
        <li {class} tabindex="-1" data-annotation={id.clone()} data-unsaved={props.unsaved.to_string()} ref={card}>
            <div class="card-head">{ props.children.clone() }</div>
            <div>
                { match &props.address {
                    Some(address) => html! {
                        <a class="quote" href={address.clone()} title={WORDS.show_passage} onclick={show}>
                            { quote }
                        </a>
                    },
                    None => html! { <p class="quote lost">{ quote }<em>{ WORDS.not_found }</em></p> },
                } }
            </div>
            <div>
                { if props.editing {
                    html! { <NoteEditor annotation={annotation.clone()} dispatch={props.dispatch.clone()} /> }
                } else {
                    html! {
                        <>
                            <p class="correction" hidden={annotation.correction.is_none()}>
                                { annotation.correction.as_ref().map(WORDS.correction).unwrap_or_default() }
                            </p>
                            <p class="note-text" hidden={annotation.note.is_empty()}>{ &annotation.note }</p>
                            <div class="card-tools">
                                <button type="button" onclick={send(Action::Edit(Some(id.clone())))}>
                                    { if annotation.note.is_empty() { WORDS.add_note } else { WORDS.edit } }
                                </button>
                                <button type="button" onclick={delete}>{ WORDS.delete }</button>
                                <span class="swatches">
                                    { for Colour::ALL.iter().map(|&colour| html! {
                                        <button
                                            key={colour.name()}
                                            type="button"
                                            class={classes!("swatch", colour.name())}
                                            aria-label={(WORDS.highlight_in)((WORDS.colour)(colour))}
                                            aria-pressed={(annotation.colour == colour).to_string()}
                                            onclick={paint(colour)}
                                        />
                                    }) }
                                </span>
                            </div>
                        </>
                    }
                } }
            </div>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct NoteEditorProps {
    annotation: Rc<Annotation>,
    dispatch: Dispatch,
}

/// Writes a note. What is typed is kept as a draft at every stroke, so that a reload loses nothing.
#[component]
fn NoteEditor(props: &NoteEditorProps) -> Html {
    let id = &props.annotation.id;
    let draft = use_state({
        let annotation = props.annotation.clone();
        move || drafts::load(&annotation.id).unwrap_or_else(|| annotation.note.clone())
    });
    let field = use_node_ref();
    use_effect_with(field.clone(), |field| {
        if let Some(field) = field.cast::<HtmlElement>() {
            let _ = field.focus();
        }
    });
    let save = {
        let (dispatch, id, draft) = (props.dispatch.clone(), id.clone(), draft.clone());
        move || {
            dispatch.dispatch(Action::Note(id.clone(), (*draft).clone(), clock::now()));
            drafts::forget(&id);
            walk::return_to(&id);
        }
    };
    let cancel = {
        let (dispatch, id) = (props.dispatch.clone(), id.clone());
        move || {
            drafts::forget(&id);
            dispatch.dispatch(Action::Edit(None));
            walk::return_to(&id);
        }
    };
    let oninput = {
        let (draft, id) = (draft.clone(), id.clone());
        Callback::from(move |event: InputEvent| {
            let written = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            drafts::keep(&id, &written);
            draft.set(written);
        })
    };
    let onkeydown = {
        let (save, cancel) = (save.clone(), cancel.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => save(),
            "Escape" if !event.is_composing() => cancel(),
            _ => {}
        })
    };
    html! {
        <div class="note-editor">
            <textarea
                ref={field}
                rows="4"
                aria-label={WORDS.note_field}
                placeholder={WORDS.note_field}
                title={WORDS.note_hint}
                value={(*draft).clone()}
                {oninput}
                {onkeydown}
            />
            <div class="card-tools">
                <button type="button" class="primary" onclick={move |_| save()}>{ WORDS.save }</button>
                <button type="button" onclick={move |_| cancel()}>{ WORDS.cancel }</button>
            </div>
        </div>
    }
}
