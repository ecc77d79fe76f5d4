use crate::ui::words::ENGLISH as WORDS;
use gloo::utils::window;
use gloss_app::FetchFailure;
use gloss_text::ArticleId;
use yew::prelude::*;

/// What is shown in the place of an article that could not be fetched. It is named as in addresses: its title has not come
/// either.
pub(in crate::ui) fn unfetched(id: &ArticleId, why: FetchFailure) -> Html {
    let reload = Callback::from(|_: MouseEvent| {
        let _ = window().location().reload();
    });
    html! {
        <p class="failed" role="alert">
            { (WORDS.load_failed)(id) }{ " " }{ (WORDS.fetch_failure)(why) }{ " " }
            <button type="button" onclick={reload}>{ WORDS.reload }</button>
        </p>
    }
}

/// Says on a page about all articles how many of them it knows nothing of.
pub(in crate::ui) fn left_out(count: usize) -> Html {
    html! {
        <p class="failed" role="status">
            { if count == 0 { String::new() } else { (WORDS.left_out)(count) } }
        </p>
    }
}
