use crate::ui::hooks::use_effect_with;
use crate::ui::{Dispatch, widget::Widget, words::ENGLISH as WORDS};
use gloo::timers::callback::Timeout;
use gloss_app::{Action, Message};
use yew::{functional::Hook, prelude::*};

/// Long enough to read the line and reach its button.
const SHOWN_MS: u32 = 8000;

/// Says what just happened, and offers to undo it. It goes by itself; undo stays in the bar.
#[derive(PartialEq)]
pub(in crate::ui) struct MessageLine {
    pub(in crate::ui) message: Option<Message>,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for MessageLine {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &MessageLine) -> Html {
    let dispatch = props.dispatch.clone();
    use_effect_with(props.message.clone(), move |message| {
        let timer =
            message.as_ref().map(|_| Timeout::new(SHOWN_MS, move || dispatch.dispatch(Action::Dismiss)));
        move || drop(timer)
    });
    let send = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()))
    };
    let said = props.message.as_ref().map(WORDS.message).unwrap_or_default();
    let undoable = matches!(props.message, Some(Message::Done(_)));
    html! {
        <div class="message" role="status" data-shown={(!said.is_empty()).to_string()}>
            <span>{ said.clone() }</span>
            <button type="button" hidden={!undoable} onclick={send(Action::Undo)}>{ WORDS.undo }</button>
            <button type="button" hidden={said.is_empty()} onclick={send(Action::Dismiss)}>{ WORDS.dismiss }</button>
        </div>
    }
}
