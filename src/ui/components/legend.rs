use crate::ui::{Dispatch, words::ENGLISH as WORDS};
use gloss_app::{Action, Settings, page::Layer};
use yew::prelude::*;

/// What the marks look like, and a switch for each kind. It is within the article's text, and so has none of its own.
pub(in crate::ui) fn legend(settings: Settings, dispatch: &Dispatch) -> Html {
    html! {
        <div class="legend" role="group" aria-label={WORDS.legend} data-text={WORDS.legend}>
            { for Layer::ALL.iter().map(|&layer| {
                let dispatch = dispatch.clone();
                let toggle = Callback::from(move |_: MouseEvent| {
                    let layers = settings.layers.toggled(layer);
                    dispatch.dispatch(Action::Set(Settings { layers, ..settings }));
                });
                html! {
                    <button
                        key={layer.name()}
                        type="button"
                        data-layer={layer.name()}
                        aria-label={(WORDS.layer)(layer)}
                        aria-pressed={settings.layers.shows(layer).to_string()}
                        onclick={toggle}
                    >
                        <span class="sample" data-text={(WORDS.layer)(layer)} />
                    </button>
                }
            }) }
        </div>
    }
}
