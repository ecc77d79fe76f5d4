use crate::ui::hooks::use_effect_with;
use crate::ui::{widget::Widget, words::ENGLISH as WORDS};
use web_sys::HtmlElement;
use yew::{functional::Hook, prelude::*};

/// The list of keys, in a corner so that it can stay while one tries them.
#[derive(PartialEq)]
pub(in crate::ui) struct KeyboardHelp {
    pub(in crate::ui) on_close: Callback<()>,
}

impl Widget for KeyboardHelp {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &KeyboardHelp) -> Html {
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
