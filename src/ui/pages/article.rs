use crate::{
    platform::{clock, drafts, places, selection, walk, with_attribute},
    ui::{
        Dispatch,
        components::{
            ArticleText, EditMetadata, Facts, FindBar, FirstHint, Footnotes, Legend, MarkCard, PassageTools,
            Rail, SidePanel, Unfetched,
        },
        hooks::{
            use_drawn, use_find, use_first_text, use_kept_selection, use_marks, use_place, use_printing,
            use_rail, use_selection, use_steps,
        },
        words::ENGLISH as WORDS,
    },
};
use gloo::utils::document;
use gloss_app::{
    Action, Anchored, Load, Message, Route, State, StorageState,
    page::{PageBlock, Stop, lay_out},
};
use gloss_notes::Anchorer;
use gloss_notes::AnnotationId;
use gloss_text::{Article, Span};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// UTF-16 code units below which an article's marks are all drawn at once: 10,000 words, more than most articles have.
const ORDINARY: usize = 60_000;

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
    let length = *use_memo(article.clone(), |article| {
        article.as_ref().map_or(0, |article| article.text().encode_utf16().count())
    });
    let analysing = analysis.is_none();
    let complete = use_first_text(length >= ORDINARY);
    let whole = article.clone().filter(|_| complete);
    let analysis = analysis.filter(|_| complete);
    let found = use_memo((whole.clone(), state.notebook.clone()), |(article, _)| {
        let anchored = |article: &Rc<Article>| clock::timed("anchoring", || state.anchored(article));
        article.as_ref().map(anchored).unwrap_or_default()
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
    use_kept_selection((*blocks).clone(), container.clone());
    let (drawn, on_drawn) = use_drawn();
    use_focused_mark(
        state.focused.clone(),
        state.editing.is_some() && state.editing == state.focused,
        ((*blocks).clone(), drawn),
        article.clone(),
        found.clone(),
        container.clone(),
    );
    use_steps(state, article.clone(), (*blocks).clone(), container.clone(), dispatch);
    use_draft(state, dispatch);
    use_linked_passage(state, dispatch, whole.clone(), analysis.is_some(), drawn, container.clone());
    use_find(state.find.clone(), article.clone(), ((*blocks).clone(), drawn), container.clone());
    use_place(whole, state.kept_place(), container.clone(), dispatch.clone());
    let listeners = use_marks(state.card, dispatch);
    let printing = use_printing();
    let rail = use_node_ref();
    use_rail(container.clone(), rail.clone(), length);
    let hits = state.find.as_ref().map(|find| find.hits.clone()).unwrap_or_default();

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
        Load::Failed(why) => html! { <Unfetched id={entry.id.clone()} why={why.clone()} /> },
        Load::Ready(article) => html! {
            <ArticleText
                article={article.clone()}
                analysis={analysis.clone()}
                blocks={(*blocks).clone()}
                voice={state.voice.clone()}
                {complete}
                whole={printing || length < ORDINARY}
                unfolded={state.settings.furniture}
                {on_drawn}
                container={container.clone()}
                listeners={listeners.clone()}
                dispatch={dispatch.clone()}
            />
        },
    };
    let card = article.clone().zip(analysis.clone()).zip(state.card).map(|((article, analysis), card)| {
        html! {
            <MarkCard state={state.clone()} {article} {analysis} {card} {drawn} container={container.clone()} dispatch={dispatch.clone()} />
        }
    });
    html! {
        <main class="reading" id="main" tabindex="-1">
            <div class="find-place">
                { article.clone().zip(state.find.clone()).map(|(article, find)| html! {
                    <FindBar {article} {find} colour={state.settings.colour} dispatch={dispatch.clone()} />
                }) }
            </div>
            { head(state, article.as_ref(), analysing || !complete, dispatch) }
            <div class="text">{ text }</div>
            <SidePanel state={state.clone()} article={article.clone()} analysis={analysis.clone()} found={(*found).clone()} {drawn} dispatch={dispatch.clone()} />
            <div>{ for article.clone().map(|article| html! {
                <Rail {article} analysis={analysis.clone()} found={(*found).clone()} layers={state.settings.layers} container={container.clone()} hits={hits.clone()} element={rail} />
            }) }</div>
            <div>{ if printing { html! { <Footnotes blocks={(*blocks).clone()} /> } } else { Html::default() } }</div>
            <PassageTools article={article.clone()} passage={state.passage.clone()} colour={state.settings.colour} dispatch={dispatch.clone()} />
            <div onmouseover={listeners.over} onmouseout={listeners.out}>{ card }</div>
        </main>
    }
}

fn head(state: &State, article: Option<&Rc<Article>>, analysing: bool, dispatch: &Dispatch) -> Html {
    let title = article.map_or_else(|| WORDS.article.to_owned(), |article| article.title());
    let stated = article.is_some_and(|article| article.metadata.title.is_some());
    html! {
        <header class="reading-head">
            <h1 class={classes!(stated.then_some("stated"))} dir="auto">{ title }</h1>
            <p class="facts">
                { article.map(|article| html! { <Facts metadata={article.metadata.clone()} /> }) }
            </p>
            <div>
                { state.route.article().and_then(|id| state.article(id)).map(|entry| html! {
                    <EditMetadata id={entry.id.clone()} stated={entry.stated.clone()} own={state.description(&entry.id)} dispatch={dispatch.clone()} />
                }) }
            </div>
            <Legend settings={state.settings} dispatch={dispatch.clone()} />
            <FirstHint settings={state.settings} dispatch={dispatch.clone()} />
            <p class="failed" role="status">
                { state.analysis_failed.clone().unwrap_or_default() }
            </p>
            <p class="waiting" role="status">
                { if article.is_some() && analysing { WORDS.analysing } else { "" } }
            </p>
        </header>
    }
}

fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Lets the marks of the focused annotation stand out, without drawing any block again, and brings them into view when
/// it gets the focus: at once, or as soon as the part of the text that they are in is drawn.
#[hook]
fn use_focused_mark(
    focused: Option<AnnotationId>,
    editing: bool,
    parts: (Rc<[Rc<PageBlock>]>, Span),
    article: Option<Rc<Article>>,
    found: Rc<Rc<[Anchored]>>,
    container: NodeRef,
) {
    // And whether its part of the text had to be drawn first.
    let sought = use_mut_ref(|| None::<(AnnotationId, bool)>);
    let to_seek = sought.clone();
    use_effect_with(focused.clone(), move |focused| {
        *to_seek.borrow_mut() = focused.clone().map(|id| (id, false));
    });
    use_effect_with((focused, parts), move |(focused, _)| {
        for mark in all("mark.focused") {
            let _ = mark.class_list().remove_1("focused");
        }
        let Some(id) = focused else { return };
        let marks = all(&format!("mark{}", with_attribute("data-annotation", id)));
        for mark in &marks {
            let _ = mark.class_list().add_1("focused");
        }
        let Some((_, far)) = sought.borrow().clone().filter(|(sought, _)| sought == id) else { return };
        if let Some(first) = marks.first() {
            walk::bring_into_view(first);
            if far && !editing {
                // What had the focus is out of sight by now; a new note's field has it already.
                walk::to_stop(&Stop::Annotation(id.clone()));
            }
            *sought.borrow_mut() = None;
        } else if let Some(span) =
            found.iter().find(|found| found.annotation.id == *id).and_then(|found| found.span)
            && let Some((article, container)) = article.as_ref().zip(container.cast::<Element>())
        {
            *sought.borrow_mut() = Some((id.clone(), true));
            places::go_to(&container, article.text(), span.start);
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
        let differs = |id: &AnnotationId| {
            notebook.get(id).is_some_and(|annotation| drafts::load(id).as_ref() != Some(&annotation.note))
        };
        // One that says what its note says was saved while its page went.
        if let Some(unfinished) = drafts::all().into_iter().find(|id| *ready && differs(id)) {
            dispatch.dispatch(Action::Edit(Some(unfinished)));
        }
    });
}

/// Selects the passage that the address names: once the text is there, and again when its marks have been drawn around
/// it, which takes the selection away.
#[hook]
fn use_linked_passage(
    state: &State,
    dispatch: &Dispatch,
    article: Option<Rc<Article>>,
    analysed: bool,
    drawn: Span,
    container: NodeRef,
) {
    let opened = state.storage != StorageState::Opening;
    let (note, fragment) = match &state.route {
        Route::Read { note, text, .. } => (note.clone(), text.clone()),
        _ => (None, None),
    };
    // A note that is there has its own way of being shown.
    // It is asked for once an address: a note that is deleted later on is no news.
    let known = *use_memo((state.route.clone(), opened), |_| {
        note.as_ref().map(|id| state.notebook.get(id).is_some())
    });
    let fragment = fragment.filter(|_| known.is_none_or(|known| opened && !known));
    let span = use_memo((fragment.clone(), article.clone()), |(fragment, article)| {
        let (fragment, article) = fragment.as_ref().zip(article.as_ref())?;
        Anchorer::new(article.text()).anchor_fragment(fragment).span
    });
    let missing = match (&fragment, known) {
        _ if article.is_none() || !opened => None,
        (Some(_), _) => span.is_none().then_some(Message::NoSuchPassage),
        (None, known) => (known == Some(false)).then_some(Message::NoSuchNote),
    };
    let (say, address) = (dispatch.clone(), state.route.clone());
    use_effect_with((address, article.is_some() && opened), move |_| {
        if let Some(missing) = missing {
            say.dispatch(Action::Say(missing));
        }
    });
    let is_drawn = span.is_some_and(|span| span.overlaps(drawn));
    let selected = use_mut_ref(|| None);
    use_effect_with((*span, article, analysed, is_drawn), move |(span, article, analysed, is_drawn)| {
        let as_it_is = (*span, *analysed && *is_drawn);
        // The reader may have gone elsewhere meanwhile, and the part is drawn again on the way back.
        if selected.borrow().is_some_and(|(before, finally)| before == *span && (finally || !as_it_is.1)) {
            return;
        }
        *selected.borrow_mut() = Some(as_it_is);
        let parts = span.zip(article.as_ref()).zip(container.cast::<Element>());
        if let Some(((span, article), container)) = parts {
            selection::select(&container, article.text(), span);
            selection::bring_into_view();
        }
    });
}
