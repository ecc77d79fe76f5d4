use crate::platform::settings;
use crate::ui::Handle;
use crate::ui::hooks::use_effect_with;
use yew::prelude::*;

/// Keeps the settings whenever they change, and lets the style sheets know of them.
#[hook]
pub(in crate::ui) fn use_settings(state: &Handle) {
    use_effect_with(state.settings, |chosen| {
        settings::show(*chosen);
        settings::keep(chosen);
    });
}
