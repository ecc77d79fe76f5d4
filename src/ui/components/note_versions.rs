use crate::{
    platform::clock,
    ui::{Dispatch, words::ENGLISH as WORDS},
};
use gloss_app::{Action, other_versions};
use gloss_notes::{Annotation, History};
use yew::prelude::*;

/// What was written about the same passage in another tab and is not shown, ready to be taken instead.
pub(super) fn note_versions(id: &str, history: &History, dispatch: &Dispatch) -> Html {
    let versions = other_versions(history, id);
    let take = |version: &Annotation| {
        let (dispatch, version) = (dispatch.clone(), version.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::UseVersion(version.clone(), clock::now()));
        })
    };
    html! {
        <details class="versions" hidden={versions.is_empty()}>
            <summary>{ (WORDS.versions)(versions.len()) }</summary>
            <ul>
                { for versions.iter().map(|version| html! {
                    <li key={version.modified}>
                        <p class="note-text">
                            { if version.note.is_empty() { WORDS.no_note.to_owned() } else { version.note.clone() } }
                            { for version.tags.iter().map(|tag| html! { <span key={tag.clone()}>{ " #" }{ tag }</span> }) }
                        </p>
                        <button type="button" class="use-version" onclick={take(version)}>{ WORDS.use_version }</button>
                    </li>
                }) }
            </ul>
        </details>
    }
}
