use crate::{
    core::app::{ArticleState, Load, Route, State},
    ui::words::ENGLISH as WORDS,
};
use std::rc::Rc;
use yew::prelude::*;

/// Words a minute of attentive reading, from the middle of what studies of silent reading report for
/// English non-fiction (Brysbaert 2019: 238).
const WORDS_A_MINUTE: usize = 238;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct LibraryPageProps {
    pub(in crate::ui) state: Rc<State>,
}

/// All articles.
#[component]
pub(in crate::ui) fn LibraryPage(props: &LibraryPageProps) -> Html {
    html! {
        <main class="page library" id="main" tabindex="-1">
            <h1>{ WORDS.library }</h1>
            <ol class="articles">
                { for props.state.library.iter().map(|entry| html! {
                    <li key={entry.id.clone()}>{ row(entry, &props.state) }</li>
                }) }
            </ol>
            <p class="privacy">{ WORDS.privacy }</p>
        </main>
    }
}

fn row(entry: &ArticleState, state: &State) -> Html {
    match &entry.article {
        Load::Waiting => html! { <p class="waiting">{ WORDS.loading }</p> },
        Load::Failed(why) => html! { <p class="failed">{ WORDS.load_failed }{ " " }{ why }</p> },
        Load::Ready(article) => {
            let notes = state
                .notebook
                .annotations()
                .filter(|annotation| annotation.targets.iter().any(|target| target.article == entry.id))
                .count();
            let words = article.words();
            let source = article.metadata.source.as_deref().unwrap_or(WORDS.source_not_stated);
            html! {
                <a href={Route::read(entry.id.clone()).to_string()}>
                    <span class="title">{ article.title() }</span>
                    <span class="facts">
                        <span>{ source }</span>
                        <span>{ (WORDS.words_count)(words) }</span>
                        <span>{ (WORDS.minutes)(words.div_ceil(WORDS_A_MINUTE)) }</span>
                        <span>{ (WORDS.notes_count)(notes) }</span>
                    </span>
                </a>
            }
        }
    }
}
