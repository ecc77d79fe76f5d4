use crate::{core::app::State, platform::settings};
use yew::prelude::*;

/// Keeps the settings whenever they change.
#[hook]
pub(in crate::ui) fn use_settings(state: &UseReducerHandle<State>) {
    use_effect_with(state.settings, settings::keep);
}
