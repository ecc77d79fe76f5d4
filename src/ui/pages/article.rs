use crate::{
    core::{
        app::{Action, Anchored, Load, Route, State},
        article::Article,
        page::{PageBlock, lay_out},
        text::{BlockKind, Offsets},
    },
    ui::{
        Dispatch,
        components::{BlockView, Legend, NoteCard, PassageTools},
        hooks::use_selection,
        words::ENGLISH as WORDS,
    },
};
use gloo::utils::document;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ArticlePageProps {
    pub(in crate::ui) state: Rc<State>,
    pub(in crate::ui) dispatch: Dispatch,
}

/// One article with its marks, and its notes beside it.
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
        Load::Failed(why) => html! {
            <p class="failed" role="alert">
                { WORDS.load_failed }{ " " }{ why }{ " " }
                <button type="button" onclick={|_| { let _ = gloo::utils::window().location().reload(); }}>{ WORDS.reload }</button>
            </p>
        },
        Load::Ready(article) => {
            let focus = {
                let dispatch = dispatch.clone();
                move |target: Option<web_sys::EventTarget>| {
                    let mark = target.and_then(|target| target.dyn_into::<Element>().ok());
                    let mark = mark.and_then(|element| element.closest("mark").ok()?);
                    if let Some(id) = mark.and_then(|mark| mark.get_attribute("data-annotation")) {
                        dispatch.dispatch(Action::Focus(Some(id)));
                    }
                }
            };
            let onfocusin = {
                let focus = focus.clone();
                Callback::from(move |event: FocusEvent| focus(event.target()))
            };
            let onclick = Callback::from(move |event: MouseEvent| focus(event.target()));
            html! {
                <article
                    ref={container}
                    lang={article.metadata.language.clone().unwrap_or_else(|| "en".to_owned())}
                    dir="auto"
                    {onclick}
                    {onfocusin}
                >{ draw(article, &blocks) }</article>
            }
        }
    };
    html! {
        <main class="reading" id="main" tabindex="-1">
            <header class="reading-head">
                <h1>{ article.as_ref().map_or_else(|| WORDS.article.to_owned(), |article| article.title()) }</h1>
                <p class="facts">{ article.as_ref().and_then(|article| article.metadata.source.clone()).unwrap_or_else(|| WORDS.source_not_stated.to_owned()) }</p>
                <Legend settings={state.settings} dispatch={dispatch.clone()} />
                <p class="failed" role="status">
                    { state.model_failed.as_deref().map(WORDS.model_failed).unwrap_or_default() }
                </p>
                <p class="waiting" role="status">
                    { if article.is_some() && analysis.is_none() { WORDS.analysing } else { "" } }
                </p>
            </header>
            <div class="text">{ text }</div>
            <Notes state={state.clone()} found={(*found).clone()} dispatch={dispatch.clone()} />
            <PassageTools passage={state.passage.clone()} colour={state.settings.colour} dispatch={dispatch.clone()} />
        </main>
    }
}

/// The blocks in order, each run of page furniture folded away.
fn draw(article: &Rc<Article>, blocks: &[Rc<PageBlock>]) -> Html {
    let offsets = Offsets::new(&article.text);
    let view = |block: &Rc<PageBlock>| {
        let start = offsets.utf16(block.extent.start);
        html! { <BlockView key={block.extent.start} article={article.clone()} block={block.clone()} {start} /> }
    };
    blocks
        .chunk_by(|a, b| is_furniture(a) == is_furniture(b))
        .filter_map(|run| Some((run.first()?, run)))
        .map(|(first, run)| {
            if is_furniture(first) {
                let label = (WORDS.furniture)(run.len());
                // The label is drawn by the style sheet, so that the article's text stays its own.
                html! {
                    <details key={format!("furniture {}", first.extent.start)} class="furniture">
                        <summary aria-label={label.clone()} data-label={label} />
                        { for run.iter().map(view) }
                    </details>
                }
            } else {
                html! { <div key={first.extent.start} class="prose">{ for run.iter().map(view) }</div> }
            }
        })
        .collect()
}

fn is_furniture(block: &PageBlock) -> bool {
    block.block.kind == BlockKind::Furniture
}

#[derive(Properties, PartialEq)]
struct NotesProps {
    state: Rc<State>,
    found: Rc<[Anchored]>,
    dispatch: Dispatch,
}

/// The list of notes beside the text, in the order of the text; those whose words are gone come last.
#[component]
fn Notes(props: &NotesProps) -> Html {
    let state = &props.state;
    let unsaved = state.unsaved();
    let card = |found: &Anchored| {
        let annotation = &found.annotation;
        let article = state.route.article().unwrap_or_default().to_owned();
        let route = Route::Read { article, note: Some(annotation.id.clone()) };
        html! {
            <NoteCard
                key={annotation.id.clone()}
                annotation={annotation.clone()}
                address={found.span.map(|_| route.to_string())}
                focused={state.focused.as_ref() == Some(&annotation.id)}
                editing={state.editing.as_ref() == Some(&annotation.id)}
                unsaved={unsaved.contains(annotation.id.as_str())}
                dispatch={props.dispatch.clone()}
            />
        }
    };
    html! {
        <aside class="notes" aria-label={WORDS.notes}>
            <h2>{ WORDS.notes }</h2>
            <p class="hint" hidden={!props.found.is_empty()}>{ WORDS.no_notes }</p>
            <ol class="cards">{ for props.found.iter().map(card) }</ol>
        </aside>
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
                crate::platform::walk::bring_into_view(&first);
            }
        }
    });
}

/// Opens the editor of a note whose draft was left unfinished, once the notes are there.
#[hook]
fn use_draft(state: &State, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    let ready = state.storage != crate::core::app::StorageState::Opening;
    let notebook = state.notebook.clone();
    use_effect_with(ready, move |ready| {
        let unfinished =
            crate::platform::drafts::unfinished().filter(|id| *ready && notebook.get(id).is_some());
        if unfinished.is_some() {
            dispatch.dispatch(Action::Edit(unfinished));
        }
    });
}
