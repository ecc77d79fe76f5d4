use crate::ui::words::ENGLISH as WORDS;
use gloo::utils::window;
use gloss_app::FetchFailure;
use gloss_text::ArticleId;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct UnfetchedProps {
    /// The article's name in addresses: its title has not come either.
    pub(in crate::ui) id: ArticleId,
    /// Why it has not come.
    pub(in crate::ui) why: FetchFailure,
}

/// Stands in the place of an article that could not be fetched.
#[component]
pub(in crate::ui) fn Unfetched(props: &UnfetchedProps) -> Html {
    let reload = Callback::from(|_: MouseEvent| {
        let _ = window().location().reload();
    });
    html! {
        <p class="failed" role="alert">
            { (WORDS.load_failed)(&props.id) }{ " " }{ (WORDS.fetch_failure)(props.why) }{ " " }
            <button type="button" onclick={reload}>{ WORDS.reload }</button>
        </p>
    }
}

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct LeftOutProps {
    /// How many have not come.
    pub(in crate::ui) count: usize,
}

/// Says on a page about all articles how many of them it knows nothing of.
#[component]
pub(in crate::ui) fn LeftOut(props: &LeftOutProps) -> Html {
    let count = props.count;
    html! {
        <p class="failed" role="status">
            { if count == 0 { String::new() } else { (WORDS.left_out)(count) } }
        </p>
    }
}
