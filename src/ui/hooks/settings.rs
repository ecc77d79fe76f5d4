use gloss_app::State;
use crate::platform::settings;
use yew::prelude::*;

/// Keeps the settings whenever they change, and lets the style sheets know of them.
#[hook]
pub(in crate::ui) fn use_settings(state: &UseReducerHandle<State>) {
    use_effect_with(state.settings, |chosen| {
        settings::show(*chosen);
        settings::keep(chosen);
    });
}
