use crate::ui::hooks::use_effect_with;
use crate::{
    platform::address,
    ui::{
        Dispatch,
        components::{left_out, marked, show_more},
        widget::{Widget, keyed, widget},
        words::ENGLISH as WORDS,
    },
};
use gloo::timers::callback::Timeout;
use gloss_app::{Action, ArticleHits, FindView, Route, line_around};
use gloss_notes::{Annotation, TextFragment};
use gloss_text::{Span, search::Query};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::{functional::Hook, prelude::*};

/// Hits of an article that are shown at first, and that each "more" adds at least.
const HITS: usize = 5;
/// Notes likewise.
const NOTES: usize = 20;

/// A search in all articles and notes. The address follows what is typed.
#[derive(PartialEq)]
pub(in crate::ui) struct FindPage {
    pub(in crate::ui) view: FindView,
    /// What is looked for, as typed.
    pub(in crate::ui) words: String,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for FindPage {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &FindPage) -> Html {
    let view = &props.view;
    let FindView { query, articles, notes, .. } = view;
    let field = use_node_ref();
    let fresh = props.words.is_empty();
    use_effect_with(field.clone(), move |field| {
        // Whoever comes with nothing to look for comes to type.
        let field = field.cast::<HtmlInputElement>().filter(|_| fresh);
        let focus = move || field.iter().for_each(|field| drop(field.focus()));
        focus();
        // The page may be given the focus in the same breath.
        let timer = Timeout::new(0, focus);
        move || drop(timer)
    });
    let oninput = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let words = event.target_unchecked_into::<HtmlInputElement>().value();
            let route = Route::Find { words };
            address::replace(&route);
            dispatch.dispatch(Action::Navigated(route));
        })
    };
    let hits = articles.iter().map(|found| found.hits.len()).sum();
    let status =
        if query.is_empty() { String::new() } else { (WORDS.found)(hits, articles.len(), notes.len()) };
    html! {
        <main class="page find" id="main" tabindex="-1">
            <h1>{ WORDS.find }</h1>
            <search>
                <label class="filter wide">
                    { WORDS.find_everywhere }
                    <input ref={field} type="search" value={props.words.clone()} {oninput} autocomplete="off" />
                </label>
            </search>
            <p class="status" role="status">{ status }</p>
            <p class="hint" hidden={!query.is_empty()}>{ WORDS.find_hint }</p>
            { left_out(view.missing) }
            <div>
                { for articles.iter().map(|found| {
                    keyed(found.article.id.to_string(), ArticleResults { found: found.clone() })
                }) }
            </div>
            { widget(NoteResults { notes: notes.clone(), query: query.clone() }) }
        </main>
    }
}

/// The hits of one article, each a line that leads to its place.
#[derive(PartialEq)]
struct ArticleResults {
    found: ArticleHits,
}

impl Widget for ArticleResults {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_article_results(self)
    }
}

#[hook]
fn use_article_results(props: &ArticleResults) -> Html {
    let shown = use_state(|| HITS);
    let ArticleHits { article, hits } = &props.found;
    let text = article.text();
    let line = |hit: &Span| {
        let around = line_around(text, *hit);
        let passage = Some(TextFragment::describe(text, *hit));
        let route = Route::Read { article: article.id.clone(), note: None, text: passage };
        html! {
            <li key={hit.start}>
                <a href={route.to_string()}>
                    { Span::new(around.start, hit.start).of(text) }
                    <b class="hit">{ hit.of(text) }</b>
                    { Span::new(hit.end, around.end).of(text) }
                </a>
            </li>
        }
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(*shown * 4))
    };
    html! {
        <section class="results">
            <h2>
                <a href={Route::read(article.id.clone()).to_string()}>{ article.title() }</a>
                <span class="count">{ (WORDS.hits_count)(hits.len()) }</span>
            </h2>
            <ol>{ for hits.iter().take(*shown).map(line) }</ol>
            { show_more(hits.len().saturating_sub(*shown), more) }
        </section>
    }
}

/// The notes that have the words in their text, their quote or their tags.
#[derive(PartialEq)]
struct NoteResults {
    notes: Rc<[(Rc<Annotation>, String)]>,
    query: Query,
}

impl Widget for NoteResults {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_note_results(self)
    }
}

#[hook]
fn use_note_results(props: &NoteResults) -> Html {
    let shown = use_state(|| NOTES);
    let row = |(annotation, title): &(Rc<Annotation>, String)| {
        let target = annotation.targets.first()?;
        let article = target.article.clone();
        let route = Route::Read { article, note: Some(annotation.id.clone()), text: None };
        let marked = |text: &str| marked(text, &props.query);
        Some(html! {
            <li key={annotation.id.to_string()} class={classes!("result", annotation.colour.name())}>
                <a class="quote" dir="auto" href={route.to_string()}>{ marked(&target.quote.exact) }</a>
                <p class="note-text" hidden={annotation.note.is_empty()}>{ marked(&annotation.note) }</p>
                <p class="facts">
                    <span>{ title }</span>
                    { for annotation.tags.iter().map(|tag| html! { <span class="tag">{ marked(tag) }</span> }) }
                </p>
            </li>
        })
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(*shown * 4))
    };
    html! {
        <section class="results" hidden={props.notes.is_empty()}>
            <h2>{ WORDS.notes }<span class="count">{ (WORDS.notes_count)(props.notes.len()) }</span></h2>
            <ol>{ for props.notes.iter().take(*shown).filter_map(row) }</ol>
            { show_more(props.notes.len().saturating_sub(*shown), more) }
        </section>
    }
}
