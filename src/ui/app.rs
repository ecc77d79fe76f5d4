use super::{
    components::{Bar, KeyboardHelp, MessageLine, Palette},
    hooks::{use_first_paint, use_keyboard, use_library, use_route, use_settings, use_store},
    pages::{ArticlePage, FindPage, LibraryPage, NamesPage, NotebookPage},
    words::ENGLISH as WORDS,
};
use crate::platform::{address, assets, clock, places, settings};
use gloss_app::{Route, State};
use std::rc::Rc;
use yew::prelude::*;

/// The whole app: the state, what keeps it in step with the browser, and the page of the route.
#[component]
pub(super) fn App() -> Html {
    let state = use_reducer(|| {
        let library = assets::bundle().articles.into_iter().map(|bundled| bundled.id);
        let mut state = State::new(address::current(), library, settings::load());
        state.places = Rc::new(places::load());
        super::Shared(Rc::new(state))
    });
    let dispatch = state.dispatcher();
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
    use_keyboard(&state, help.setter(), palette.setter());

    let page = match &state.route {
        _ if !begun => Html::default(),
        Route::Library => {
            html! { <LibraryPage state={Rc::clone(&state.0)} dispatch={dispatch.clone()} /> }
        }
        Route::Find { words } => {
            let words = words.clone();
            html! { <FindPage state={Rc::clone(&state.0)} {words} dispatch={dispatch.clone()} /> }
        }
        Route::Names => html! { <NamesPage state={Rc::clone(&state.0)} dispatch={dispatch.clone()} /> },
        Route::Notebook => {
            html! { <NotebookPage state={Rc::clone(&state.0)} dispatch={dispatch.clone()} /> }
        }
        Route::Read { article, .. } => html! {
            <ArticlePage key={article.to_string()} state={Rc::clone(&state.0)} dispatch={dispatch.clone()} />
        },
        Route::Unknown(_) => html! {
            <main class="page" id="main" tabindex="-1">
                <h1>{ WORDS.unknown_page }</h1>
                <p><a href="#/">{ WORDS.to_library }</a></p>
            </main>
        },
    };
    let close = {
        let help = help.clone();
        Callback::from(move |()| help.set(false))
    };
    html! {
        <>
            <Bar
                route={state.route.clone()}
                save_state={state.save_state()}
                opening={state.storage == gloss_app::StorageState::Opening}
                unreadable={state.unreadable.len()}
                backup_due={state.backup_is_due(clock::now())}
                can_undo={state.notebook.next_undo().is_some()}
                can_redo={state.notebook.next_redo().is_some()}
                settings={state.settings}
                dispatch={dispatch.clone()}
                on_palette={{ let palette = palette.clone(); Callback::from(move |()| palette.set(true)) }}
                on_help={{ let help = help.clone(); Callback::from(move |()| help.set(!*help)) }}
            />
            <div class="view">{ page }</div>
            <div>{ if *help { html! { <KeyboardHelp on_close={close} /> } } else { Html::default() } }</div>
            <div>
                { if *palette {
                    let on_close = { let palette = palette.clone(); Callback::from(move |()| palette.set(false)) };
                    html! { <Palette state={Rc::clone(&state.0)} dispatch={dispatch.clone()} {on_close} /> }
                } else {
                    Html::default()
                } }
            </div>
            <MessageLine message={state.message.clone()} dispatch={dispatch} />
        </>
    }
}
