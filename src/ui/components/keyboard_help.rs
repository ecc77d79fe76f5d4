use crate::ui::words::ENGLISH as WORDS;
use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct KeyboardHelpProps {
    pub(in crate::ui) on_close: Callback<()>,
}

/// The list of keys, in a corner so that it can stay while one tries them.
#[component]
pub(in crate::ui) fn KeyboardHelp(props: &KeyboardHelpProps) -> Html {
    let panel = use_node_ref();
    use_effect_with(panel.clone(), |panel| {
        if let Some(panel) = panel.cast::<HtmlElement>() {
            let _ = panel.focus();
        }
    });
    let close = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <section class="keyboard-help" aria-label={WORDS.keyboard} tabindex="-1" ref={panel}>
            <h2>{ WORDS.keyboard }</h2>
            <dl>
                { for WORDS.keys.iter().map(|(keys, what)| html! {
                    <div key={*keys}><dt><kbd>{ *keys }</kbd></dt><dd>{ *what }</dd></div>
                }) }
            </dl>
            <button type="button" onclick={close}>{ WORDS.close }</button>
        </section>
    }
}
