use crate::ui::hooks::use_effect_with;
use crate::{
    platform::{clock, drafts, walk},
    ui::{Dispatch, widget::Widget, words::ENGLISH as WORDS},
};
use gloo::timers::callback::Timeout;
use gloss_app::{Act, Action};
use gloss_notes::Annotation;
use std::rc::Rc;
use web_sys::{FocusOptions, HtmlElement, HtmlTextAreaElement};
use yew::{functional::Hook, prelude::*};

/// Writes a note. What is typed is kept as a draft at every stroke, so that a reload loses nothing, and is saved when the
/// editor goes for any other reason than the reader's word.
#[derive(PartialEq)]
pub(super) struct NoteEditor {
    pub(super) annotation: Rc<Annotation>,
    pub(super) dispatch: Dispatch,
}

impl Widget for NoteEditor {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &NoteEditor) -> Html {
    let id = &props.annotation.id;
    let draft = use_state({
        let annotation = props.annotation.clone();
        move || drafts::load(&annotation.id).unwrap_or_else(|| annotation.note.clone())
    });
    let field = use_node_ref();
    use_effect_with(field.clone(), |field| {
        if let Some(field) = field.cast::<HtmlElement>() {
            // The card has not got its place in the margin yet; it comes into view when it has.
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = field.focus_with_options(&options);
        }
    });
    // What has been typed and neither saved nor dropped.
    let unsaved = use_mut_ref({
        let (draft, note) = ((*draft).clone(), props.annotation.note.clone());
        // A draft that came back has not been saved either.
        move || (draft != note).then_some(draft)
    });
    {
        let (dispatch, id, unsaved) = (props.dispatch.clone(), id.clone(), unsaved.clone());
        use_effect_with((), move |()| {
            move || {
                if let Some(words) = unsaved.take() {
                    dispatch.dispatch(Action::Note(id.clone(), words, clock::now()));
                    Timeout::new(0, move || drafts::forget_shown(&id)).forget();
                }
            }
        });
    }
    let save = {
        let (dispatch, id, draft, unsaved) =
            (props.dispatch.clone(), id.clone(), draft.clone(), unsaved.clone());
        move || {
            unsaved.take();
            dispatch.dispatch(Action::Note(id.clone(), (*draft).clone(), clock::now()));
            drafts::forget(&id);
            walk::return_to(&id);
        }
    };
    let cancel = {
        let (dispatch, id, unsaved) = (props.dispatch.clone(), id.clone(), unsaved.clone());
        move || {
            unsaved.take();
            drafts::forget(&id);
            dispatch.act(Act::Edit(None));
            walk::return_to(&id);
        }
    };
    let oninput = {
        let (draft, id) = (draft.clone(), id.clone());
        let unsaved = unsaved.clone();
        Callback::from(move |event: InputEvent| {
            let written = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            drafts::keep(&id, &written);
            unsaved.replace(Some(written.clone()));
            draft.set(written);
        })
    };
    let onkeydown = {
        let (save, cancel, unsaved) = (save.clone(), cancel.clone(), unsaved.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => save(),
            "Escape" if !event.is_composing() => {
                // Words are dropped by the button that says so, and by no other.
                if unsaved.borrow().is_some() { save() } else { cancel() }
            }
            _ => {}
        })
    };
    html! {
        <div class="note-editor">
            <textarea
                dir="auto"
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
