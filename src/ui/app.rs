use super::{
    Dispatch,
    beside::Beside,
    components::{Bar, KeyboardHelp, MessageLine, Palette, commands},
    hooks::{use_first_paint, use_keyboard, use_library, use_route, use_settings, use_store},
    pages::{ArticlePage, FindPage, LibraryPage, NamesPage, NotebookPage, story_page},
    widget::{keyed, widget},
    words::ENGLISH as WORDS,
};
use crate::platform::{address, assets, clock, json, places, settings};
use crate::ui::hooks::use_effect_with;
use gloss_app::{Action, Pane, Passage, Route, State, StorageState};
use serde_json::Value;
use std::rc::Rc;
use yew::prelude::*;

/// The whole app: the state, what keeps it in step with the browser, and the page of the route.
#[component]
pub(super) fn App() -> Html {
    let state = use_reducer(|| {
        let bundled = assets::bundle().articles.into_iter().map(|bundled| bundled.id);
        let mut state = State::new(address::current(), bundled, settings::load());
        state.places = Rc::new(places::load());
        super::Shared(Rc::new(state))
    });
    let dispatch = Dispatch { actions: state.dispatcher(), pane: Pane(0) };
    let help = use_state(|| false);
    let palette = use_state(|| false);
    use_route(&state);
    // It belongs to the page that it was opened on.
    let close_palette = palette.setter();
    use_effect_with(state.route.clone(), move |_| close_palette.set(false));
    use_library(&state);
    use_settings(&state);
    let begun = use_first_paint(&state);
    use_store(&state);
    let drawn_beside = matches!(state.route, Route::Bring | Route::Versions { .. });
    let told = drawn_beside.then(|| (state.library_key(), state.route.clone()));
    // What it is told comes of what is kept.
    let told = use_memo(told, |told| {
        let holdings = told.as_ref().and_then(|_| serde_json::to_string(&state.holdings()).ok());
        Rc::<str>::from(holdings.unwrap_or_default())
    });
    use_keyboard(&state, &dispatch, help.setter(), palette.setter());

    let close = {
        let help = help.clone();
        Callback::from(move |()| help.set(false))
    };
    html! {
        <>
            { widget(Bar {
                route: state.route.clone(),
                save_state: state.save_state(),
                opening: state.storage == StorageState::Opening,
                unreadable: state.unreadable.len(),
                backup_due: state.backup_is_due(clock::now()),
                can_undo: state.history.next_undo().is_some(),
                can_redo: state.history.next_redo().is_some(),
                settings: state.settings,
                dispatch: dispatch.clone(),
                on_palette: { let palette = palette.clone(); Callback::from(move |()| palette.set(true)) },
                on_help: { let help = help.clone(); Callback::from(move |()| help.set(!*help)) },
            }) }
            <div class="view">{ if begun { page(&state, &dispatch, &told) } else { Html::default() } }</div>
            <div>{ if *help { widget(KeyboardHelp { on_close: close }) } else { Html::default() } }</div>
            <div>
                { if *palette {
                    let on_close = { let palette = palette.clone(); Callback::from(move |()| palette.set(false)) };
                    widget(Palette {
                        commands: commands(&state),
                        dispatch: dispatch.clone(),
                        on_close,
                    })
                } else {
                    Html::default()
                } }
            </div>
            { widget(MessageLine { message: state.message.clone(), dispatch }) }
        </>
    }
}

/// A page that a program beside this one draws, and what that wants done.
fn beside(program: String, told: &Rc<str>, dispatch: Dispatch) -> Html {
    let on_effect = Callback::from(move |(name, value): (String, Value)| {
        let now = clock::now();
        let action = match name.as_str() {
            "bring" => json::read_value(&value).map(|articles| Action::Bring(articles, now)),
            "remove" => json::read_value(&value).map(|id| Action::Remove(id, now)),
            "reattach" => json::read_value(&value).map(|(id, target, article, span)| {
                Action::Reattach(id, target, Passage { article, span }, now)
            }),
            _ => None,
        };
        if let Some(action) = action {
            dispatch.dispatch(action);
        }
    });
    keyed(program.clone(), Beside { program, input: Rc::clone(told), on_effect })
}

/// The page of the route, which is given what it shows.
fn page(state: &Rc<State>, dispatch: &Dispatch, told: &Rc<str>) -> Html {
    let dispatch = dispatch.clone();
    match &state.route {
        Route::Library => widget(LibraryPage { view: state.library_view(), dispatch }),
        Route::Find { words } => {
            widget(FindPage { words: words.clone(), view: state.find_view(words), dispatch })
        }
        Route::Bring => beside(assets::bundle().ingest, told, dispatch),
        Route::Versions { .. } => beside(assets::bundle().versions, told, dispatch),
        Route::Folder => beside(assets::bundle().folder, told, dispatch),
        Route::Names => widget(NamesPage {
            names: state.names(),
            analysing: state.is_analysing(),
            missing: state.missing(),
            dispatch,
        }),
        Route::Notebook => {
            let on_write = {
                let state = Rc::clone(state);
                Callback::from(move |order| super::exchange::write(&state, &order))
            };
            widget(NotebookPage {
                history: state.history.clone(),
                filter: state.note_filter.clone(),
                passed: state.narrowed(),
                titles: state.titles(),
                library: state.articles(),
                editing: state.reading(Pane(0)).editing.clone(),
                unsaved: state.unsaved_ids(),
                saved: state.outbox.is_empty(),
                settings: state.settings,
                backup_due: state.backup_is_due(clock::now()),
                unreadable: state.unreadable.clone(),
                on_write,
                dispatch,
            })
        }
        Route::Read { article, .. } => match clock::timed("anchoring", || state.article_view(Pane(0))) {
            Some(view) => keyed(
                article.to_string(),
                ArticlePage {
                    view,
                    route: state.route.clone(),
                    settings: state.settings,
                    history: state.history.clone(),
                    unsaved: state.unsaved_ids(),
                    dispatch,
                },
            ),
            None => Html::default(),
        },
        Route::Story(_) => story_page(state, dispatch),
        Route::Unknown(_) => html! {
            <main class="page" id="main" tabindex="-1">
                <h1>{ WORDS.unknown_page }</h1>
                <p><a href="#/">{ WORDS.to_library }</a></p>
            </main>
        },
    }
}
