use crate::ui::words::ENGLISH as WORDS;
use yew::prelude::*;

/// What ends a list that is shown in part: `left` are beyond those that are shown.
pub(in crate::ui) fn show_more(left: usize, on_more: Callback<MouseEvent>) -> Html {
    html! {
        <p class="show-more" hidden={left == 0}>
            <button type="button" onclick={on_more}>{ (WORDS.show_more)(left) }</button>
        </p>
    }
}
