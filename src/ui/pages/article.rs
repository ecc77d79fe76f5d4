use crate::ui::hooks::use_effect_with;
use crate::{
    platform::{TextRef, drafts, selection, viewport, with_attribute},
    ui::{
        Dispatch,
        components::{
            ArticleText, EditMetadata, FindBar, MarkCard, PassageTools, Rail, SidePanel, facts, footnotes,
            length, unfetched,
        },
        hooks::{
            use_article_keys, use_drawn, use_find, use_first_text, use_kept_selection, use_marks, use_place,
            use_printing, use_rail, use_selection,
        },
        widget::{Widget, widget},
        words::ENGLISH as WORDS,
    },
};
use gloss_app::{
    Act, Action, Anchored, ArticleView, Blocks, Load, Message, ORDINARY, Route, Settings, page::Stop,
};
use gloss_notes::{Anchorer, AnnotationId, History};
use gloss_text::{Article, Span};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{functional::Hook, prelude::*};

/// One article with its marks, and what is beside it.
#[derive(PartialEq)]
pub(in crate::ui) struct ArticlePage {
    pub(in crate::ui) view: ArticleView,
    pub(in crate::ui) route: Route,
    pub(in crate::ui) settings: Settings,
    pub(in crate::ui) history: History,
    /// The annotations that storage has not confirmed.
    pub(in crate::ui) unsaved: Rc<[AnnotationId]>,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for ArticlePage {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &ArticlePage) -> Html {
    let ArticlePage { view, settings, history, dispatch, .. } = props;
    let ArticleView { reading, analysis, speech, found, blocks, complete, .. } = view;
    let article = view.article.as_ref().and_then(Load::ready).cloned();
    let text = TextRef {
        node: use_node_ref(),
        document: article.as_ref().map(|article| Rc::clone(&article.document)),
        pane: view.pane,
    };
    use_selection(text.clone(), dispatch.clone());
    use_first_text(*complete || article.is_none(), dispatch.clone());
    use_kept_selection(blocks.clone(), text.clone());
    let (drawn, on_drawn) = use_drawn();
    let led = match &props.route {
        Route::Read { note, .. } => note.clone(),
        _ => None,
    };
    use_focused_mark(view, led, (blocks.clone(), drawn), text.clone());
    use_article_keys(reading.clone(), *settings, blocks.clone(), text.clone(), dispatch);
    use_draft(view.opened, history, dispatch);
    let whole = article.clone().filter(|_| *complete);
    use_linked_passage(props, whole.clone(), drawn, text.clone());
    use_find(reading.find.clone(), (blocks.clone(), drawn), text.clone());
    use_place(view.id.clone(), text.clone(), whole.is_some(), view.opening, dispatch.clone());
    let listeners = use_marks(reading.card, dispatch);
    let printing = use_printing();
    let rail = use_node_ref();
    let length = *use_memo(article.clone(), |article| {
        article.as_ref().map_or(0, |article| article.text().encode_utf16().count())
    });
    use_rail(text.clone(), rail.clone(), length);
    let hits = reading.find.as_ref().map(|find| find.hits.clone()).unwrap_or_default();

    let body = match &view.article {
        None => {
            return html! {
                <main class="page" id="main" tabindex="-1">
                    <h1>{ WORDS.unknown_article }</h1>
                    <p><a href="#/">{ WORDS.to_library }</a></p>
                </main>
            };
        }
        Some(Load::Waiting) => html! { <p class="waiting" role="status">{ WORDS.loading }</p> },
        Some(Load::Failed(why)) => unfetched(&view.id, *why),
        Some(Load::Ready(article)) => widget(ArticleText {
            article: article.clone(),
            analysis: analysis.clone(),
            speech: speech.clone(),
            blocks: blocks.clone(),
            voice: reading.voice.clone(),
            complete: *complete,
            whole: printing || article.text().len() < ORDINARY,
            settings: *settings,
            on_drawn,
            text: text.clone(),
            listeners: listeners.clone(),
            dispatch: dispatch.clone(),
        }),
    };
    let card = article.clone().zip(analysis.clone()).zip(reading.card).map(|((article, analysis), card)| {
        widget(MarkCard {
            article,
            analysis,
            card,
            elsewhere: view.elsewhere.clone(),
            drawn,
            text: text.clone(),
            dispatch: dispatch.clone(),
        })
    });
    html! {
        <main class="reading" id="main" tabindex="-1">
            <div class="find-place">
                { reading.find.clone().filter(|_| article.is_some()).map(|find| widget(FindBar {
                    find,
                    colour: settings.colour,
                    dispatch: dispatch.clone(),
                })) }
            </div>
            { head(props, article.as_ref()) }
            <div class="text">{ body }</div>
            { widget(SidePanel {
                article: article.clone(),
                analysis: analysis.clone(),
                as_found: view.as_found.clone(),
                reading: reading.clone(),
                found: found.clone(),
                history: history.clone(),
                unsaved: props.unsaved.clone(),
                layers: settings.layers,
                drawn,
                text: text.clone(),
                dispatch: dispatch.clone(),
            }) }
            <div>{ for article.clone().map(|article| widget(Rail {
                article,
                speech: speech.clone(),
                found: found.clone(),
                layers: settings.layers,
                text: text.clone(),
                hits: hits.clone(),
                element: rail,
            })) }</div>
            <div>{ if printing { footnotes(blocks) } else { Html::default() } }</div>
            { widget(PassageTools {
                article: article.clone(),
                selection: reading.selection,
                colour: settings.colour,
                dispatch: dispatch.clone(),
            }) }
            <div onmouseover={listeners.over} onmouseout={listeners.out}>{ card }</div>
        </main>
    }
}

fn head(props: &ArticlePage, article: Option<&Rc<Article>>) -> Html {
    let ArticlePage { view, dispatch, .. } = props;
    let title = article.map_or_else(|| WORDS.article.to_owned(), |article| article.title());
    // The text of an article without a headline begins the page itself.
    let stated = article.is_some_and(|article| article.metadata.title.is_some());
    let waiting = article.is_some() && view.analysis.is_none() && view.failed.is_none();
    let retry = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::RetryAnalysis))
    };
    let words = article.map_or(0, |article| article.document.words());
    html! {
        <header class="reading-head">
            <div class="facts">
                { article.map(|article| facts(&article.metadata)) }
                <a class="versions" hidden={view.texts < 2} href={Route::Versions { article: view.id.clone() }.to_string()}>
                    { WORDS.how_changed }
                </a>
                <span hidden={words == 0}>{ length(words) }</span>
                { widget(EditMetadata {
                    id: view.id.clone(),
                    stated: view.stated.clone(),
                    own: view.own.clone(),
                    dispatch: dispatch.clone(),
                }) }
            </div>
            <h1 class={if stated { "stated" } else { "unseen" }} dir="auto">{ title }</h1>
            <p class="failed" role="status">
                { view.failed.map(WORDS.analysis_failure) }
                <button
                    type="button"
                    hidden={view.failed != Some(gloss_app::AnalysisFailure::Program)}
                    onclick={retry}
                >{ WORDS.retry }</button>
            </p>
            <p class="foreign" role="status">
                { view.analysis.as_ref().and_then(|analysis| analysis.foreign.as_ref()).map(WORDS.foreign) }
            </p>
            <p class="waiting unseen" role="status">{ if waiting { WORDS.analysing } else { "" } }</p>
        </header>
    }
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Lets the marks of the focused annotation stand out, without drawing any block again, and brings them into view when
/// it gets the focus: at once, or as soon as the part of the text that they are in is drawn.
#[hook]
fn use_focused_mark(view: &ArticleView, led: Option<AnnotationId>, parts: (Blocks, Span), text: TextRef) {
    let focused = view.reading.focused.clone();
    let editing = view.reading.editing.is_some() && view.reading.editing == focused;
    let found: Rc<[Anchored]> = view.found.clone();
    let analysed = view.analysis.is_some() || view.failed.is_some();
    // And whether its part of the text had to be drawn first.
    let sought = use_mut_ref(|| None::<(AnnotationId, bool)>);
    // How far the page was scrolled when it was brought into view before the analysis had come.
    let scrolled = use_mut_ref(|| None::<f64>);
    let to_seek = sought.clone();
    use_effect_with(focused.clone(), move |focused| {
        *to_seek.borrow_mut() = focused.clone().map(|id| (id, false));
    });
    use_effect_with((focused, parts), move |(focused, _)| {
        let Some(view) = text.view() else { return };
        for mark in all(view.element(), "mark.focused") {
            let _ = mark.class_list().remove_1("focused");
        }
        let Some(id) = focused else { return };
        let marks = all(view.element(), &format!("mark{}", with_attribute("data-annotation", id)));
        for mark in &marks {
            let _ = mark.class_list().add_1("focused");
        }
        let Some((_, far)) = sought.borrow().clone().filter(|(sought, _)| sought == id) else { return };
        if let Some(first) = marks.first() {
            // Who has scrolled meanwhile is not taken back.
            if !scrolled.borrow().is_some_and(viewport::is_scrolled_from) {
                viewport::bring_into_view(first);
            }
            *scrolled.borrow_mut() = (!analysed).then(viewport::scrolled);
            if (far || led.as_ref() == Some(id)) && !editing {
                // Whoever is led here goes on from here; a new note's field has the focus already.
                view.to_stop(&Stop::Annotation(id.clone()));
            }
            // What the analysis finds may move the text once more.
            if analysed {
                *sought.borrow_mut() = None;
            }
        } else if let Some(span) =
            found.iter().find(|found| found.annotation.id == *id).and_then(|found| found.span)
        {
            *sought.borrow_mut() = Some((id.clone(), true));
            view.go_to(span.start);
        }
    });
}

/// Opens the editor of a note whose draft was left unfinished, once the notes are there.
#[hook]
fn use_draft(opened: bool, history: &History, dispatch: &Dispatch) {
    let (dispatch, history) = (dispatch.clone(), history.clone());
    use_effect_with(opened, move |opened| {
        let differs = |id: &AnnotationId| {
            history.get(id).is_some_and(|annotation| drafts::load(id).as_ref() != Some(&annotation.note))
        };
        // One that says what its note says was saved while its page went.
        if let Some(unfinished) = drafts::all().into_iter().find(|id| *opened && differs(id)) {
            dispatch.act(Act::Edit(Some(unfinished)));
        }
    });
}

/// Selects the passage that the address names: once the text is there, and again when its marks have been drawn around
/// it, which takes the selection away.
#[hook]
fn use_linked_passage(props: &ArticlePage, article: Option<Rc<Article>>, drawn: Span, text: TextRef) {
    let ArticlePage { view, route, history, dispatch, .. } = props;
    let (opened, analysed) = (view.opened, view.analysis.is_some());
    let (note, fragment) = match route {
        Route::Read { note, text, .. } => (note.clone(), text.clone()),
        _ => (None, None),
    };
    // A note that is there has its own way of being shown.
    // It is asked for once an address: a note that is deleted later on is no news.
    let known = *use_memo((route.clone(), opened), |_| note.as_ref().map(|id| history.get(id).is_some()));
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
    let (say, address) = (dispatch.clone(), route.clone());
    use_effect_with((address, article.is_some() && opened), move |_| {
        if let Some(missing) = missing {
            say.dispatch(Action::Say(missing));
        }
    });
    // What was selected, whether its marks were drawn by then, and how far the page was scrolled afterwards.
    let selected = use_mut_ref(|| (None, false, 0.0));
    use_effect_with((*span, article.is_some(), analysed, drawn), move |(span, _, analysed, drawn)| {
        let is_drawn = *analysed && span.is_some_and(|span| span.overlaps(*drawn));
        let (before, finally, y) = *selected.borrow();
        let stays = before == *span && (finally || !is_drawn);
        // The reader may have gone elsewhere meanwhile, and the part is drawn again on the way back. Who has not is still
        // on the way here, and what is drawn above moves the text.
        if stays && viewport::is_scrolled_from(y) {
            return;
        }
        if let Some((span, view)) = span.zip(text.view()) {
            if !stays {
                view.select(span);
            }
            selection::bring_into_view();
        }
        *selected.borrow_mut() = (*span, is_drawn || (stays && finally), viewport::scrolled());
    });
}
