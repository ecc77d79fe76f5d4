use crate::{
    platform::locale,
    ui::{
        Dispatch,
        components::{EditMetadata, facts, unfetched},
        widget::{Widget, widget},
        words::ENGLISH as WORDS,
    },
};
use gloss_app::{Action, LibraryRow, LibraryView, Load, Route, Shelf, ShelfOrder};
use gloss_text::Article;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{functional::Hook, prelude::*};

/// Words a minute of attentive reading, from the middle of what studies of silent reading report for
/// English non-fiction (Brysbaert 2019: 238).
const WORDS_A_MINUTE: usize = 238;

/// All articles.
#[derive(PartialEq)]
pub(in crate::ui) struct LibraryPage {
    pub(in crate::ui) view: LibraryView,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for LibraryPage {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &LibraryPage) -> Html {
    let (view, dispatch) = (&props.view, &props.dispatch);
    let shelf = &view.shelf;
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
    let narrowed = !shelf.words.trim().is_empty();
    html! {
        <main class="page library" id="main" tabindex="-1">
            <h1>{ WORDS.library }</h1>
            <p class="add"><a href={Route::Bring.to_string()}>{ WORDS.add_articles }</a></p>
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
                { if narrowed { (WORDS.articles_of)(view.rows.len(), view.all) } else { String::new() } }
            </p>
            <p class="hint" hidden={view.all > 0}>{ WORDS.no_articles }</p>
            <ol class="articles">
                { for view.rows.iter().map(|entry| html! {
                    <li key={entry.id.to_string()}>{ row(entry, dispatch) }</li>
                }) }
            </ol>
            <p class="privacy">{ WORDS.privacy }</p>
        </main>
    }
}

/// One article, or what is to be said in its place.
fn row(row: &LibraryRow, dispatch: &Dispatch) -> Html {
    match &row.article {
        Load::Waiting => html! { <p class="waiting">{ WORDS.loading }</p> },
        Load::Failed(why) => unfetched(&row.id, *why),
        Load::Ready(article) => html! {
            <>
                <a href={Route::read(row.id.clone()).to_string()}>
                    <span class="title" dir="auto">{ article.title() }</span>
                    { about(row, article) }
                </a>
                { widget(EditMetadata {
                    id: row.id.clone(),
                    stated: row.stated.clone(),
                    own: row.own.clone(),
                    dispatch: dispatch.clone(),
                }) }
            </>
        },
    }
}

fn about(row: &LibraryRow, article: &Article) -> Html {
    html! {
        <span class="facts">
            { facts(&article.metadata) }
            <span>{ (WORDS.words_count)(row.words) }</span>
            <span>{ (WORDS.minutes)(row.words.div_ceil(WORDS_A_MINUTE)) }</span>
            <span>{ (WORDS.notes_count)(row.notes) }</span>
            { row.place.map(|place| html! {
                <>
                    <span class="progress">{ (WORDS.read_so_far)(place.percent()) }</span>
                    <span>{ (WORDS.last_read)(&locale::date(place.read)) }</span>
                </>
            }) }
        </span>
    }
}
