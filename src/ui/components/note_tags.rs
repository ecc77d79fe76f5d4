use crate::ui::hooks::use_effect_with;
use crate::{
    platform::clock,
    ui::{Dispatch, widget::Widget, words::ENGLISH as WORDS},
};
use gloss_app::{Action, tags};
use gloss_notes::{Annotation, History};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::{functional::Hook, prelude::*};

/// The tags in use, which every field for a tag offers. A page has them once.
#[derive(PartialEq)]
pub(in crate::ui) struct TagList(pub(in crate::ui) History);

impl Widget for TagList {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_list(&self.0)
    }
}

#[hook]
fn use_list(history: &History) -> Html {
    html! { <datalist id="tags">{ for tags(history).into_iter().map(|tag| html! { <option value={tag} /> }) }</datalist> }
}

/// The tags of an annotation: each can be taken away, and another be added.
#[derive(PartialEq)]
pub(super) struct NoteTags {
    pub(super) annotation: Rc<Annotation>,
    pub(super) dispatch: Dispatch,
}

impl Widget for NoteTags {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &NoteTags) -> Html {
    let Annotation { id, tags: own, .. } = &*props.annotation;
    let field = use_node_ref();
    let give = {
        let (dispatch, id) = (props.dispatch.clone(), id.clone());
        move |tags: Vec<String>| dispatch.dispatch(Action::Tag(id.clone(), tags, clock::now()))
    };
    // What is typed and the tags that are there, for when the field goes before its words are taken.
    let typed = use_mut_ref(String::new);
    let known = use_mut_ref(Vec::new);
    known.replace(own.clone());
    let add = {
        let (give, field, typed) = (give.clone(), field.clone(), typed.clone());
        move || {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.set_value("");
            }
            let written = typed.take();
            if !written.trim().is_empty() {
                // Several at once are written with commas between them.
                let all =
                    known.borrow().iter().cloned().chain(written.split(',').map(str::to_owned)).collect();
                give(all);
            }
        }
    };
    let oninput = Callback::from(move |event: InputEvent| {
        typed.replace(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    use_effect_with((), {
        let add = add.clone();
        move |()| add
    });
    let onsubmit = {
        let add = add.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            add();
        })
    };
    // A tag that was typed is meant, also by who goes on without Enter.
    let onblur = Callback::from(move |_: FocusEvent| add());
    let without = |tag: &String| {
        let others: Vec<String> = own.iter().filter(|other| *other != tag).cloned().collect();
        let (give, field) = (give.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            give(others.clone());
            // The button is gone; the focus stays among the tags.
            if let Some(field) = field.cast::<HtmlInputElement>() {
                let _ = field.focus();
            }
        })
    };
    html! {
        <div class="tags">
            <ul aria-label={WORDS.tags} hidden={own.is_empty()}>
                { for own.iter().map(|tag| html! {
                    <li key={tag.clone()}>
                        { tag }
                        <button type="button" aria-label={(WORDS.remove_tag)(tag)} onclick={without(tag)}>{ "×" }</button>
                    </li>
                }) }
            </ul>
            <form class="add-tag" {onsubmit}>
                <input
                    ref={field}
                    {oninput}
                    {onblur}
                    type="text"
                    list="tags"
                    aria-label={WORDS.add_tag}
                    placeholder={WORDS.add_tag}
                    autocomplete="off"
                    enterkeyhint="done"
                />
            </form>
        </div>
    }
}
