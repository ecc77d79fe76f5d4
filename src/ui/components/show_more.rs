use crate::ui::words::ENGLISH as WORDS;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ShowMoreProps {
    /// How many there are beyond those that are shown.
    pub(in crate::ui) left: usize,
    pub(in crate::ui) on_more: Callback<()>,
}

/// What ends a list that is shown in part.
#[component]
pub(in crate::ui) fn ShowMore(props: &ShowMoreProps) -> Html {
    let more = props.on_more.reform(|_: MouseEvent| ());
    html! {
        <p class="show-more" hidden={props.left == 0}>
            <button type="button" onclick={more}>{ (WORDS.show_more)(props.left) }</button>
        </p>
    }
}
