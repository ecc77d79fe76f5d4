use super::super::words::ENGLISH as WORDS;
use crate::platform::address;
use crate::ui::Handle;
use crate::ui::hooks::use_effect_with;
use gloo::utils::document;
use gloss_app::{Action, Load, Opening, Pane, Route};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollRestoration};
use yew::prelude::*;

/// Follows the address; gives each page its title, and the keyboard's focus when the reader has moved.
#[hook]
pub(in crate::ui) fn use_route(state: &Handle) {
    let dispatch = state.dispatcher();
    use_effect_with((), move |()| {
        // Where a page is opened is decided here: the browser would go where it last was.
        if let Ok(history) = gloo::utils::window().history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        let listener = address::listen(move |route| dispatch.dispatch(Action::Navigated(route)));
        move || drop(listener)
    });

    let title = match &state.route {
        Route::Library => WORDS.library.to_owned(),
        Route::Notebook => WORDS.notebook.to_owned(),
        Route::Names => WORDS.names.to_owned(),
        Route::Find { words } if words.trim().is_empty() => WORDS.find.to_owned(),
        Route::Find { words } => (WORDS.find_title)(words),
        Route::Story(_) => WORDS.stories.to_owned(),
        Route::Bring => WORDS.add_articles.to_owned(),
        Route::Folder => WORDS.own_folder.to_owned(),
        Route::Versions { .. } => WORDS.how_changed.to_owned(),
        Route::Unknown(_) => WORDS.unknown_page.to_owned(),
        Route::Read { article, .. } => match state.load_of(article) {
            Some(Load::Ready(article)) => article.title(),
            Some(_) => WORDS.article.to_owned(),
            None => WORDS.unknown_article.to_owned(),
        },
    };
    use_effect_with(title, |title| document().set_title(&format!("{title} · {}", WORDS.app)));

    let first = use_mut_ref(|| true);
    // An article that was left in its midst opens there, and who is led to a passage is led there.
    let opens_at_head = state.route.article().is_none() || state.opening(Pane(0)) == Opening::Head;
    use_effect_with((state.route.article().cloned(), std::mem::discriminant(&state.route)), move |_| {
        // On arrival the browser decides where the focus is; afterwards it follows the reader.
        if !std::mem::replace(&mut *first.borrow_mut(), false)
            && let Some(main) = document().get_element_by_id("main")
        {
            // A page that comes with a field to type in has taken the focus there itself.
            if !main.contains(document().active_element().as_deref()) {
                let _ = main.unchecked_into::<HtmlElement>().focus();
            }
            if opens_at_head {
                gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
    });
}
