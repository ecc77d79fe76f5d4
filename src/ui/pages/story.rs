use crate::{
    platform::{assets, json, stories},
    ui::{Dispatch, beside::Beside, widget::widget},
};
use gloo::utils::window;
use gloss_app::{Action, State};
use gloss_notes::Annotation;
use serde_json::Value;
use yew::prelude::*;

/// The pages on which articles are compared. The program that draws them is told the address, the library and the
/// reader's annotations, and what it has had kept.
pub(in crate::ui) fn story_page(state: &State, dispatch: Dispatch) -> Html {
    let annotations: Vec<_> = state.history.annotations().collect();
    let input = (state.route.to_string(), state.articles(), annotations, stories::kept());
    let on_effect = Callback::from(move |(name, value): (String, Value)| match name.as_str() {
        "keep" => stories::keep(value.as_str().unwrap_or_default()),
        "also" => stories::keep_also(&value),
        "print" => {
            let _ = window().print();
        }
        "annotate" => {
            if let Some(annotation) = json::read_value::<Annotation>(&value) {
                dispatch.dispatch(Action::Annotate(annotation));
            }
        }
        _ => {}
    });
    widget(Beside {
        program: assets::bundle().story,
        input: serde_json::to_string(&input).unwrap_or_default().into(),
        on_effect,
    })
}
