use crate::{
    platform::locale,
    ui::{
        Dispatch,
        components::{EditMetadata, Facts, Unfetched},
        words::ENGLISH as WORDS,
    },
};
use gloss_app::{Action, ArticleState, Load, Route, Shelf, ShelfOrder, State};
use gloss_text::Article;
use gloss_text::ArticleId;
use std::{collections::HashMap, rc::Rc};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Words a minute of attentive reading, from the middle of what studies of silent reading report for
/// English non-fiction (Brysbaert 2019: 238).
const WORDS_A_MINUTE: usize = 238;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct LibraryPageProps {
    pub(in crate::ui) state: Rc<State>,
    pub(in crate::ui) dispatch: Dispatch,
}

/// All articles.
#[component]
pub(in crate::ui) fn LibraryPage(props: &LibraryPageProps) -> Html {
    let (state, dispatch) = (&props.state, &props.dispatch);
    let notes = use_memo(state.notebook.clone(), |notebook| {
        let mut notes: HashMap<ArticleId, usize> = HashMap::new();
        for target in notebook.annotations().flat_map(|annotation| &annotation.targets) {
            *notes.entry(target.article.clone()).or_default() += 1;
        }
        notes
    });
    let shelf = &state.shelf;
    let arrange = |change: fn(Shelf, String) -> Shelf| {
        let (dispatch, shelf) = (dispatch.clone(), shelf.clone());
        move |value: String| dispatch.dispatch(Action::Arrange(change(shelf.clone(), value)))
    };
    let oninput = {
        let look = arrange(|shelf, words| Shelf { words, ..shelf });
        Callback::from(move |event: InputEvent| {
            look(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let onchange = {
        let sort = arrange(|shelf, name| {
            let order = ShelfOrder::ALL.into_iter().find(|order| order.name() == name).unwrap_or_default();
            Shelf { order, ..shelf }
        });
        Callback::from(move |event: Event| {
            sort(event.target_unchecked_into::<HtmlSelectElement>().value());
        })
    };
    let shown = shelf.arrange(state);
    let narrowed = !shelf.words.trim().is_empty();
    html! {
        <main class="page library" id="main" tabindex="-1">
            <h1>{ WORDS.library }</h1>
            <div class="controls">
                <label class="filter">
                    { WORDS.find_article }
                    <input type="search" value={shelf.words.clone()} {oninput} autocomplete="off" />
                </label>
                <label>
                    { WORDS.sorted_by }
                    <select {onchange}>
                        { for ShelfOrder::ALL.into_iter().map(|order| html! {
                            <option key={order.name()} value={order.name()} selected={order == shelf.order}>
                                { (WORDS.shelf_order)(order) }
                            </option>
                        }) }
                    </select>
                </label>
            </div>
            <p class="status" role="status">
                { if narrowed { (WORDS.articles_of)(shown.len(), state.library.len()) } else { String::new() } }
            </p>
            <p class="hint" hidden={!state.library.is_empty()}>{ WORDS.no_articles }</p>
            <ol class="articles">
                { for shown.iter().map(|entry| html! {
                    <li key={entry.id.to_string()}>
                        { row(entry, notes.get(&entry.id).copied().unwrap_or_default(), props) }
                    </li>
                }) }
            </ol>
            <p class="privacy">{ WORDS.privacy }</p>
        </main>
    }
}

fn row(entry: &ArticleState, notes: usize, props: &LibraryPageProps) -> Html {
    match &entry.article {
        Load::Waiting => html! { <p class="waiting">{ WORDS.loading }</p> },
        Load::Failed(why) => html! { <Unfetched id={entry.id.clone()} why={why.clone()} /> },
        Load::Ready(article) => html! {
            <>
                <a href={Route::read(entry.id.clone()).to_string()}>
                    <span class="title" dir="auto">{ article.title() }</span>
                    { facts(entry, article, notes, &props.state) }
                </a>
                <EditMetadata
                    id={entry.id.clone()}
                    stated={entry.stated.clone()}
                    own={props.state.description(&entry.id)}
                    dispatch={props.dispatch.clone()}
                />
            </>
        },
    }
}

fn facts(entry: &ArticleState, article: &Rc<Article>, notes: usize, state: &State) -> Html {
    let place = state.places.get(&entry.id);
    html! {
        <span class="facts">
            <Facts metadata={article.metadata.clone()} />
            <span>{ (WORDS.words_count)(entry.words) }</span>
            <span>{ (WORDS.minutes)(entry.words.div_ceil(WORDS_A_MINUTE)) }</span>
            <span>{ (WORDS.notes_count)(notes) }</span>
            { place.map(|place| html! {
                <>
                    <span class="progress">{ (WORDS.read_so_far)(place.percent()) }</span>
                    <span>{ (WORDS.last_read)(&locale::date(place.read)) }</span>
                </>
            }) }
        </span>
    }
}
