use crate::{
    platform::{clock, walk},
    ui::{Dispatch, exchange::Order, widget::Widget, words::ENGLISH as WORDS},
};
use gloss_app::{Action, Edit};
use gloss_notes::{AnnotationId, Colour, exchange::Format};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{functional::Hook, prelude::*};

/// What can be done to all chosen annotations at once.
#[derive(PartialEq)]
pub(in crate::ui) struct SelectionTools {
    pub(in crate::ui) on_write: Callback<Order>,
    /// The annotations that are chosen.
    pub(in crate::ui) chosen: Rc<[AnnotationId]>,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for SelectionTools {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &SelectionTools) -> Html {
    let tag = use_node_ref();
    let failure = use_state(String::new);
    let change = {
        let (dispatch, chosen) = (props.dispatch.clone(), props.chosen.clone());
        move |edit: Edit| dispatch.dispatch(Action::ChangeAll(chosen.to_vec(), edit, clock::now()))
    };
    let delete = {
        let change = change.clone();
        Callback::from(move |_: MouseEvent| {
            change(Edit::Delete);
            // These tools go with what they were about.
            walk::focus("#choose-all");
        })
    };
    let add_tag = {
        let (change, tag) = (change.clone(), tag.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = tag.cast::<HtmlInputElement>() else { return };
            let written = field.value().trim().to_owned();
            if !written.is_empty() {
                field.set_value("");
                change(Edit::Tag(written));
            }
        })
    };
    let export = {
        let (on_write, chosen, failure) = (props.on_write.clone(), props.chosen.clone(), failure.setter());
        Callback::from(move |event: Event| {
            let field = event.target_unchecked_into::<HtmlSelectElement>();
            let name = field.value();
            field.set_value("");
            let is_it = |format: &Format| (WORDS.format)(*format) == name;
            let Some(format) = Format::ALL.into_iter().find(is_it) else { return };
            let failure = failure.clone();
            let made = Callback::from(move |made: Result<(), String>| {
                failure.set(made.err().unwrap_or_default());
            });
            on_write.emit(Order {
                format: Some(format),
                annotations: Some(chosen.clone()),
                copied: false,
                made,
            });
        })
    };
    html! {
        <div class="selection-tools" role="group" aria-label={WORDS.chosen_notes} hidden={props.chosen.is_empty()}>
            <span class="swatches">
                { for Colour::ALL.map(|colour| {
                    let change = change.clone();
                    html! {
                        <button
                            key={colour.name()}
                            type="button"
                            class={classes!("swatch", colour.name())}
                            aria-label={(WORDS.paint_all)((WORDS.colour)(colour))}
                            title={(WORDS.paint_all)((WORDS.colour)(colour))}
                            onclick={move |_| change(Edit::Paint(colour))}
                        />
                    }
                }) }
            </span>
            <form class="add-tag" onsubmit={add_tag}>
                <input ref={tag} type="text" list="tags" aria-label={WORDS.tag} placeholder={WORDS.tag} autocomplete="off" />
                <button type="submit">{ WORDS.add_tag }</button>
            </form>
            <select aria-label={WORDS.export_chosen} onchange={export}>
                <option value="" selected=true>{ WORDS.export_chosen }</option>
                { for Format::ALL.map(WORDS.format).map(|name| html! { <option key={name} value={name}>{ name }</option> }) }
            </select>
            <button type="button" class="delete" onclick={delete}>{ WORDS.delete }</button>
            <p class="failed" role="alert">{ &*failure }</p>
        </div>
    }
}
