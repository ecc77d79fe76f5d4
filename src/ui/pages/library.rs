use crate::{
    platform::locale,
    ui::{
        Dispatch,
        components::{EditMetadata, facts, length, matrix, siglum, strip, unfetched, voices_line},
        widget::{Widget, widget},
        words::ENGLISH as WORDS,
    },
};
use gloss_analysis::EntityKind;
use gloss_app::{Action, LibraryRow, LibraryView, Load, NameMatrix, Route, Shelf, ShelfOrder, Speech};
use gloss_text::Article;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{functional::Hook, prelude::*};

/// How many names are beside the articles.
const NAMED: usize = 10;

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
            <div class="shelves">
                <ol class="articles">
                    { for view.rows.iter().map(|entry| html! {
                        <li key={entry.id.to_string()}>{ row(entry, dispatch) }</li>
                    }) }
                </ol>
                { who_is_named(&view.names, dispatch) }
            </div>
            <p class="privacy">{ WORDS.privacy }</p>
        </main>
    }
}

/// Those whom more than one article names, beside the articles.
fn who_is_named(names: &NameMatrix, dispatch: &Dispatch) -> Html {
    let shared = || names.rows.iter().filter(|row| row.cells.len() > 1 && row.kind != EntityKind::Place);
    if shared().next().is_none() {
        return Html::default();
    }
    html! {
        <aside class="who-is-named" aria-label={WORDS.who_is_named}>
            <h2>{ WORDS.who_is_named }</h2>
            <p class="key-of-matrix">{ WORDS.matrix_key }</p>
            <div class="scrolling" tabindex="0" role="region" aria-label={WORDS.who_is_named}>{ matrix(names, shared().take(NAMED), dispatch) }</div>
            <p><a href={Route::Names.to_string()}>{ (WORDS.all_names)(names.rows.len()) }</a></p>
        </aside>
    }
}

/// One article, or what is to be said in its place.
fn row(row: &LibraryRow, dispatch: &Dispatch) -> Html {
    match &row.article {
        Load::Waiting => html! { <p class="waiting">{ WORDS.loading }</p> },
        Load::Failed(why) => unfetched(&row.id, *why),
        Load::Ready(article) => html! {
            <>
                <span class="siglum" aria-hidden="true">{ siglum(row.number) }</span>
                <a href={Route::read(row.id.clone()).to_string()}>
                    <span class="title" dir="auto">{ article.headline() }</span>
                    { strip(row.speech.as_deref().unwrap_or(&Speech::default()), article.text().len(), None) }
                    <span class="voices-line">
                        { row.speech.as_deref().map_or_else(|| WORDS.analysing.to_owned(), |speech| voices_line(speech, row.words)) }
                    </span>
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
            <span>{ length(row.words) }</span>
            <span hidden={row.notes == 0}>{ (WORDS.notes_count)(row.notes) }</span>
            { row.place.map(|place| html! {
                <>
                    <span class="progress">{ (WORDS.read_so_far)(place.percent()) }</span>
                    <span>{ (WORDS.last_read)(&locale::date(place.read)) }</span>
                </>
            }) }
        </span>
    }
}
