use crate::{
    core::{
        annotation::Annotation,
        app::{Action, Load, Route, State},
        article::Article,
        page::{PageBlock, lay_out},
        text::{BlockKind, Offsets, Span},
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
        article.as_ref().map(|article| state.anchored(article)).unwrap_or_default()
    });
    let blocks =
        use_memo((article.clone(), analysis.clone(), found.clone(), state.settings.layers), |parts| {
            let (article, analysis, found, layers) = parts;
            let empty = Rc::default();
            article.as_ref().map_or_else(Vec::new, |article| {
                lay_out(article, analysis.as_ref().unwrap_or(&empty), found, *layers)
            })
        });
    use_focused_mark(state.focused.clone(), blocks.clone());
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
                <p class="waiting" role="status">
                    { if article.is_some() && analysis.is_none() { WORDS.analysing } else { "" } }
                </p>
            </header>
            <div class="text">{ text }</div>
            <Notes state={state.clone()} {found} dispatch={dispatch.clone()} />
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
        .map(|(first, run)| match is_furniture(first) {
            true => html! {
                // The label is drawn by the style sheet, so that the article's text stays its own.
                <details key={format!("furniture {}", first.extent.start)} class="furniture">
                    <summary aria-label={(WORDS.furniture)(run.len())} data-label={(WORDS.furniture)(run.len())} />
                    { for run.iter().map(view) }
                </details>
            },
            false => html! {
                <div key={first.extent.start} class="prose">{ for run.iter().map(view) }</div>
            },
        })
        .collect()
}

fn is_furniture(block: &PageBlock) -> bool {
    block.block.kind == BlockKind::Furniture
}

#[derive(Properties, PartialEq)]
struct NotesProps {
    state: Rc<State>,
    found: Rc<Vec<(Span, Rc<Annotation>)>>,
    dispatch: Dispatch,
}

/// The list of notes beside the text, in the order of the text; those whose words are gone come last.
#[component]
fn Notes(props: &NotesProps) -> Html {
    let state = &props.state;
    let unsaved = state.unsaved();
    let card = |annotation: &Rc<Annotation>, found: bool| {
        let article = state.route.article().unwrap_or_default().to_owned();
        let route = Route::Read { article, note: Some(annotation.id.clone()) };
        html! {
            <NoteCard
                key={annotation.id.clone()}
                annotation={annotation.clone()}
                address={found.then(|| route.to_string())}
                focused={state.focused.as_ref() == Some(&annotation.id)}
                editing={state.editing.as_ref() == Some(&annotation.id)}
                unsaved={unsaved.contains(annotation.id.as_str())}
                dispatch={props.dispatch.clone()}
            />
        }
    };
    let here = |annotation: &&Rc<Annotation>| {
        annotation.targets.iter().any(|target| Some(target.article.as_str()) == state.route.article())
    };
    let gone = |annotation: &&Rc<Annotation>| !props.found.iter().any(|(_, other)| other.id == annotation.id);
    let lost: Vec<_> = state.notebook.annotations().filter(here).filter(gone).collect();
    html! {
        <aside class="notes" aria-label={WORDS.notes}>
            <h2>{ WORDS.notes }</h2>
            <p class="hint" hidden={!props.found.is_empty() || !lost.is_empty()}>{ WORDS.no_notes }</p>
            <ol class="cards">
                { for props.found.iter().map(|(_, annotation)| card(annotation, true)) }
                { for lost.into_iter().map(|annotation| card(annotation, false)) }
            </ol>
        </aside>
    }
}

/// Lets the marks of the focused annotation stand out, without drawing any block again.
#[hook]
fn use_focused_mark(focused: Option<String>, blocks: Rc<Vec<Rc<PageBlock>>>) {
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
