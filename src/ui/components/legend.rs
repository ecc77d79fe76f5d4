use crate::ui::{Dispatch, words::ENGLISH as WORDS};
use gloss_app::{Action, Settings, page::Layer};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct LegendProps {
    pub(in crate::ui) settings: Settings,
    pub(in crate::ui) dispatch: Dispatch,
}

/// What the marks look like, and a switch for each kind.
#[component]
pub(in crate::ui) fn Legend(props: &LegendProps) -> Html {
    let settings = props.settings;
    html! {
        <div class="legend" role="group" aria-label={WORDS.legend}>
            { for Layer::ALL.iter().map(|&layer| {
                let dispatch = props.dispatch.clone();
                let toggle = Callback::from(move |_: MouseEvent| {
                    let layers = settings.layers.toggled(layer);
                    dispatch.dispatch(Action::Set(Settings { layers, ..settings }));
                });
                html! {
                    <button
                        key={layer.name()}
                        type="button"
                        data-layer={layer.name()}
                        aria-pressed={settings.layers.shows(layer).to_string()}
                        onclick={toggle}
                    >
                        <span class="sample">{ (WORDS.layer)(layer) }</span>
                    </button>
                }
            }) }
        </div>
    }
}
