use crate::ui::{Dispatch, words::ENGLISH as WORDS};
use gloss_app::{Action, Settings};
use yew::prelude::*;

/// What a first visit needs to know where there is no room beside the text, which says it there. It is within the
/// article's text, and so has none of its own. It goes for good when it is dismissed, or when the first note shows that it is not
/// needed.
pub(in crate::ui) fn first_hint(settings: Settings, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let dismiss = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Set(Settings { hint_seen: true, ..settings }));
    });
    html! {
        <aside class="first-hint" hidden={settings.hint_seen} aria-label={WORDS.first_hint_name}>
            <p data-text={WORDS.first_hint} />
            <button type="button" onclick={dismiss} aria-label={WORDS.understood} data-text={WORDS.understood} />
        </aside>
    }
}
