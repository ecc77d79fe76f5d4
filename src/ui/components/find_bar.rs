use crate::ui::hooks::use_effect_with;
use crate::{
    platform::{clock, selection},
    ui::{Dispatch, widget::Widget, words::ENGLISH as WORDS},
};
use gloo::utils::document;
use gloss_app::{Act, Find};
use gloss_notes::Colour;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::{functional::Hook, prelude::*};

/// The field for a search in the open article. What is found can be annotated from here, so that nobody needs
/// a pointer or a selection for that. Closing it gives the focus back to where it was.
#[derive(PartialEq)]
pub(in crate::ui) struct FindBar {
    pub(in crate::ui) find: Find,
    /// The colour of the next highlight.
    pub(in crate::ui) colour: Colour,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for FindBar {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &FindBar) -> Html {
    let field = use_node_ref();
    use_effect_with(field.clone(), |field| {
        let before = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(field) = field.cast::<HtmlInputElement>() {
            let _ = field.focus();
            field.select();
        }
        move || {
            if let Some(before) = before {
                let _ = before.focus();
            }
        }
    });
    let send = |act: Act| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.act(act.clone()))
    };
    let oninput = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            dispatch.act(Act::Seek(event.target_unchecked_into::<HtmlInputElement>().value()));
        })
    };
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                _ if event.is_composing() => return,
                "Enter" => dispatch.act(Act::Step(if event.shift_key() { -1 } else { 1 })),
                "Escape" => dispatch.act(Act::CloseFind),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let annotate = |note: bool| {
        let (dispatch, hit, colour) = (props.dispatch.clone(), props.find.hit(), props.colour);
        Callback::from(move |_: MouseEvent| {
            if let Some(span) = hit {
                dispatch.act(Act::Select(Some(span)));
                let (id, now) = (clock::fresh_id(), clock::now());
                dispatch.act(Act::Annotate { id, now, note, colour });
                selection::clear();
            }
        })
    };
    let Find { words, hits, current, .. } = &props.find;
    let none = hits.is_empty();
    let count = if words.trim().is_empty() { String::new() } else { (WORDS.hit_of)(current + 1, hits.len()) };
    html! {
        <search class="find-bar" aria-label={WORDS.find_here} {onkeydown}>
            <input
                ref={field}
                type="search"
                aria-label={WORDS.find_here}
                placeholder={WORDS.find_here}
                autocomplete="off"
                value={words.clone()}
                {oninput}
            />
            <span class="count" role="status">{ count }</span>
            <button type="button" disabled={none} onclick={send(Act::Step(-1))} aria-label={WORDS.previous_hit} title={WORDS.previous_hit}>
                <span aria-hidden="true">{ "↑" }</span>
            </button>
            <button type="button" disabled={none} onclick={send(Act::Step(1))} aria-label={WORDS.next_hit} title={WORDS.next_hit}>
                <span aria-hidden="true">{ "↓" }</span>
            </button>
            <button type="button" disabled={none} onclick={annotate(false)}>{ WORDS.highlight }</button>
            <button type="button" disabled={none} onclick={annotate(true)}>{ WORDS.add_note }</button>
            <button type="button" class="close" onclick={send(Act::CloseFind)} aria-label={WORDS.close} title={WORDS.close}>
                <span aria-hidden="true">{ "×" }</span>
            </button>
        </search>
    }
}
