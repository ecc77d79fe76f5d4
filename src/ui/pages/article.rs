use crate::{
    core::{
        annotation::Anchorer,
        app::{Action, Anchored, Load, Route, State, StorageState},
        article::Article,
        page::{PageBlock, lay_out},
    },
    platform::{drafts, selection, walk},
    ui::{
        Dispatch,
        components::{ArticleText, Legend, MarkCard, PassageTools, SidePanel},
        hooks::{use_marks, use_selection},
        words::ENGLISH as WORDS,
    },
};
use gloo::utils::{document, window};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ArticlePageProps {
    pub(in crate::ui) state: Rc<State>,
    pub(in crate::ui) dispatch: Dispatch,
}

/// One article with its marks, and what stands beside it.
#[component]
pub(in crate::ui) fn ArticlePage(props: &ArticlePageProps) -> Html {
    let (state, dispatch) = (&props.state, &props.dispatch);
    let entry = state.route.article().and_then(|id| state.article(id));
    let article = entry.and_then(|entry| entry.article.ready()).cloned();
    let analysis = entry.and_then(|entry| entry.analysis.clone());
    let container = use_node_ref();
    use_selection(article.clone(), container.clone(), dispatch.clone());
    let found = use_memo((article.clone(), state.notebook.clone()), |(article, _)| {
        let found = article.as_ref().map(|article| state.anchored(article)).unwrap_or_default();
        Rc::<[Anchored]>::from(found)
    });
    let parts = (article.clone(), analysis, found.clone());
    let corrected = use_memo(parts, |(article, analysis, found)| {
        let (article, analysis) = article.as_ref().zip(analysis.as_ref())?;
        if found.iter().all(|found| found.annotation.correction.is_none()) {
            return Some(Rc::clone(analysis));
        }
        Some(Rc::new(State::corrected(article, analysis, found)))
    });
    let analysis = (*corrected).clone();
    let parts = (article.clone(), analysis.clone(), found.clone(), state.settings.layers);
    let blocks = use_memo(parts, |(article, analysis, found, layers)| {
        let nothing = Rc::default();
        let blocks = article.as_ref().map_or_else(Vec::new, |article| {
            lay_out(article, analysis.as_ref().unwrap_or(&nothing), found, *layers)
        });
        Rc::<[Rc<PageBlock>]>::from(blocks)
    });
    use_focused_mark(state.focused.clone(), (*blocks).clone());
    use_draft(state, dispatch);
    use_linked_passage(state, article.clone(), analysis.is_some(), container.clone());
    let listeners = use_marks(state.card, dispatch);

    let Some(entry) = entry else {
        return html! {
            <main class="page" id="main" tabindex="-1">
                <h1>{ WORDS.unknown_article }</h1>
                <p><a href="#/">{ WORDS.to_library }</a></p>
            </main>
        };
    };
    let text = match &entry.article {
        Load::Waiting => html! { <p class="waiting" role="status">{ WORDS.loading }</p> },
        Load::Failed(why) => failed(why),
        Load::Ready(article) => html! {
            <ArticleText
                article={article.clone()}
                analysis={analysis.clone()}
                blocks={(*blocks).clone()}
                voice={state.voice.clone()}
                {container}
                listeners={listeners.clone()}
                dispatch={dispatch.clone()}
            />
        },
    };
    let card = article.clone().zip(analysis.clone()).zip(state.card).map(|((article, analysis), card)| {
        html! {
            <MarkCard state={state.clone()} {article} {analysis} {card} dispatch={dispatch.clone()} />
        }
    });
    html! {
        <main class="reading" id="main" tabindex="-1">
            { head(state, article.as_ref(), analysis.is_none(), dispatch) }
            <div class="text">{ text }</div>
            <SidePanel state={state.clone()} article={article.clone()} {analysis} found={(*found).clone()} dispatch={dispatch.clone()} />
            <PassageTools article={article.clone()} passage={state.passage.clone()} colour={state.settings.colour} dispatch={dispatch.clone()} />
            <div onmouseover={listeners.over} onmouseout={listeners.out}>{ card }</div>
        </main>
    }
}

fn head(state: &State, article: Option<&Rc<Article>>, analysing: bool, dispatch: &Dispatch) -> Html {
    let title = article.map_or_else(|| WORDS.article.to_owned(), |article| article.title());
    let source = article.and_then(|article| article.metadata.source.clone());
    html! {
        <header class="reading-head">
            <h1>{ title }</h1>
            <p class="facts">{ source.as_deref().unwrap_or(WORDS.source_not_stated).to_owned() }</p>
            <Legend settings={state.settings} dispatch={dispatch.clone()} />
            <p class="failed" role="status">
                { state.analysis_failed.clone().unwrap_or_default() }
            </p>
            <p class="waiting" role="status">
                { if article.is_some() && analysing { WORDS.analysing } else { "" } }
            </p>
        </header>
    }
}

fn failed(why: &str) -> Html {
    let reload = Callback::from(|_: MouseEvent| {
        let _ = window().location().reload();
    });
    html! {
        <p class="failed" role="alert">
            { WORDS.load_failed }{ " " }{ why }{ " " }
            <button type="button" onclick={reload}>{ WORDS.reload }</button>
        </p>
    }
}

/// Lets the marks of the focused annotation stand out, without drawing any block again.
#[hook]
fn use_focused_mark(focused: Option<String>, blocks: Rc<[Rc<PageBlock>]>) {
    use_effect_with((focused, blocks), |(focused, _)| {
        let each = |selector: &str, act: &dyn Fn(&Element)| {
            let Ok(found) = document().query_selector_all(selector) else { return };
            for at in 0..found.length() {
                if let Some(element) = found.item(at).and_then(|node| node.dyn_into::<Element>().ok()) {
                    act(&element);
                }
            }
        };
        each("mark.focused", &|mark| {
            let _ = mark.class_list().remove_1("focused");
        });
        // An id may come from the address, where anything can stand.
        if let Some(id) =
            focused.as_ref().filter(|id| id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
        {
            let selector = format!("mark[data-annotation='{id}']");
            each(&selector, &|mark| {
                let _ = mark.class_list().add_1("focused");
            });
            if let Ok(Some(first)) = document().query_selector(&selector) {
                walk::bring_into_view(&first);
            }
        }
    });
}

/// Opens the editor of a note whose draft was left unfinished, once the notes are there.
#[hook]
fn use_draft(state: &State, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    let ready = state.storage != StorageState::Opening;
    let notebook = state.notebook.clone();
    use_effect_with(ready, move |ready| {
        let unfinished = drafts::unfinished().filter(|id| *ready && notebook.get(id).is_some());
        if unfinished.is_some() {
            dispatch.dispatch(Action::Edit(unfinished));
        }
    });
}

/// Selects the passage that the address names, once the text is there, and again when its marks have come
/// and the text was drawn anew.
#[hook]
fn use_linked_passage(state: &State, article: Option<Rc<Article>>, analysed: bool, container: NodeRef) {
    let fragment = match &state.route {
        Route::Read { text, .. } => text.clone(),
        _ => None,
    };
    use_effect_with((fragment, article, analysed), move |(fragment, article, _)| {
        let parts = fragment.as_ref().zip(article.as_ref()).zip(container.cast::<Element>());
        if let Some(((fragment, article), container)) = parts
            && let Some(span) = Anchorer::new(&article.text).anchor_fragment(fragment).span
        {
            selection::select(&container, &article.text, span);
            selection::bring_into_view();
        }
    });
}
