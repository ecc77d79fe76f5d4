use crate::{
    platform::locale,
    ui::{
        Dispatch,
        components::{ExchangePanel, NoteCard, NoteControls, SelectionTools, ShowMore},
        words::ENGLISH as WORDS,
    },
};
use gloss_app::{Anchored, NoteIndex, NoteOrder, Route, State};
use gloss_notes::{Anchorer, Annotation, AnnotationId};
use gloss_text::{Article, ArticleId};
use std::{collections::BTreeSet, collections::HashMap, rc::Rc};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Cards that are drawn at first, and that each "more" adds: a few screens, which any machine draws at once.
const CARDS: usize = 40;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct NotebookPageProps {
    pub(in crate::ui) state: Rc<State>,
    pub(in crate::ui) dispatch: Dispatch,
}

/// All annotations: narrowed, sorted, and changed many at a time.
#[component]
pub(in crate::ui) fn NotebookPage(props: &NotebookPageProps) -> Html {
    let (state, dispatch) = (&props.state, &props.dispatch);
    let filter = &state.note_filter;
    let searching = !filter.words.trim().is_empty();
    let index = use_memo((state.notebook.clone(), searching), |(notebook, searching)| {
        if *searching { NoteIndex::new(notebook) } else { NoteIndex::default() }
    });
    let library: Vec<ArticleId> = state.library.iter().map(|entry| entry.id.clone()).collect();
    let passed = use_memo((filter.clone(), state.notebook.clone()), |(filter, notebook)| {
        filter.select(notebook, &index, &library)
    });
    let more = use_state(|| CARDS);
    let setter = more.setter();
    use_effect_with(filter.clone(), move |_| setter.set(CARDS));
    let shown: Vec<Rc<Annotation>> = passed.iter().take(*more).cloned().collect();
    let places = {
        let state = state.clone();
        use_memo((shown.clone(), state.library.clone()), move |(shown, _)| places(&state, shown))
    };
    let ticked = use_state(|| Rc::new(BTreeSet::<AnnotationId>::new()));
    let chosen = use_memo((passed.clone(), (*ticked).clone()), |(passed, ticked)| {
        let ids = passed.iter().map(|annotation| &annotation.id).filter(|id| ticked.contains(*id));
        ids.cloned().collect::<Rc<[AnnotationId]>>()
    });
    let tick_all = {
        let (ticked, passed) = (ticked.setter(), passed.clone());
        Callback::from(move |event: Event| {
            let all = event.target_unchecked_into::<HtmlInputElement>().checked();
            let ids = passed.iter().filter(|_| all).map(|annotation| annotation.id.clone());
            ticked.set(Rc::new(ids.collect()));
        })
    };
    let all = state.notebook.annotations().len();
    let unsaved = state.unsaved();
    let card = |(annotation, found): (&Rc<Annotation>, &Option<(Anchored, Rc<Article>)>)| {
        let id = annotation.id.clone();
        let span = found.as_ref().and_then(|(found, _)| found.span);
        let note = Some(id.clone());
        let route = article(annotation)
            .map(|article| Route::Read { article: article.clone(), note, text: None }.to_string());
        let text_at = route.clone().unwrap_or_default();
        let toggle = {
            let (ticked, id) = (ticked.clone(), id.clone());
            Callback::from(move |_: Event| {
                let mut next = BTreeSet::clone(&ticked);
                if !next.remove(&id) {
                    next.insert(id.clone());
                }
                ticked.set(Rc::new(next));
            })
        };
        html! {
            <NoteCard
                key={id.to_string()}
                annotation={annotation.clone()}
                address={span.and(route)}
                focused=false
                editing={state.editing.as_ref() == Some(&id)}
                unsaved={unsaved.contains(id.as_str())}
                notebook={state.notebook.clone()}
                found={found.clone()}
                text_at={text_at}
                dispatch={dispatch.clone()}
            >
                <label class="choose">
                    <input type="checkbox" checked={ticked.contains(&id)} onchange={toggle} />
                    <span class="unseen">{ WORDS.choose_note }</span>
                    <time>{ locale::date(annotation.created) }</time>
                </label>
                { if filter.order == NoteOrder::Newest { title_of(state, annotation) } else { Html::default() } }
            </NoteCard>
        }
    };
    let rows: Vec<_> = shown.iter().zip(places.iter()).collect();
    let groups =
        rows.chunk_by(|(a, _), (b, _)| filter.order == NoteOrder::Newest || article(a) == article(b));
    let on_more = {
        let more = more.clone();
        Callback::from(move |()| more.set(*more + CARDS))
    };
    html! {
        <main class="page notebook" id="main" tabindex="-1">
            <h1>{ WORDS.notebook }</h1>
            <p class="hint" hidden={all > 0}>{ WORDS.no_notes_anywhere }</p>
            <div hidden={all == 0}>
                <NoteControls state={state.clone()} dispatch={dispatch.clone()} />
                <div class="choose-all">
                    <label>
                        <input
                            id="choose-all"
                            type="checkbox"
                            disabled={passed.is_empty()}
                            checked={!chosen.is_empty() && chosen.len() == passed.len()}
                            onchange={tick_all}
                        />
                        { (WORDS.choose_all)(passed.len()) }
                    </label>
                    <p class="status" role="status">{ (WORDS.notes_of)(passed.len(), all, chosen.len()) }</p>
                </div>
                <SelectionTools state={state.clone()} chosen={(*chosen).clone()} dispatch={dispatch.clone()} />
                <p class="hint" hidden={!passed.is_empty()}>{ WORDS.no_such_notes }</p>
            </div>
            <div class="groups">
                { for groups.filter_map(|group| Some((group.first()?.0, group))).map(|(first, group)| html! {
                    <section key={first.id.to_string()}>
                        { if filter.order == NoteOrder::Place { html! { <h2>{ title_of(state, first) }</h2> } } else { Html::default() } }
                        <ol class="cards">{ for group.iter().copied().map(card) }</ol>
                    </section>
                }) }
            </div>
            <ShowMore left={passed.len().saturating_sub(shown.len())} {on_more} />
            <ExchangePanel state={state.clone()} dispatch={dispatch.clone()} />
        </main>
    }
}

fn article(annotation: &Annotation) -> Option<&ArticleId> {
    annotation.targets.first().map(|target| &target.article)
}

/// The title of the annotation's article, as a link where it is in the library.
fn title_of(state: &State, annotation: &Annotation) -> Html {
    let Some(id) = article(annotation) else { return Html::default() };
    match state.article(id).and_then(|entry| entry.article.ready()) {
        Some(article) => {
            html! { <a class="article-title" href={Route::read(id.clone()).to_string()}>{ article.title() }</a> }
        }
        None => html! { <span class="article-title">{ id.as_str() }</span> },
    }
}

/// For each annotation what has become of its first passage, where its article is in the library. Only these are sought:
/// a notebook may have thousands, and shows some.
fn places(state: &State, annotations: &[Rc<Annotation>]) -> Vec<Option<(Anchored, Rc<Article>)>> {
    let mut anchorers: HashMap<&ArticleId, Anchorer<'_>> = HashMap::new();
    let mut places = Vec::with_capacity(annotations.len());
    for annotation in annotations {
        let entry = article(annotation).and_then(|id| state.article(id));
        let article = entry.and_then(|entry| Some((&entry.id, entry.article.ready()?)));
        places.push(article.and_then(|(id, article)| {
            let anchorer = anchorers.entry(id).or_insert_with(|| Anchorer::new(article.text()));
            Some((Anchored::seek(anchorer, annotation, 0)?, article.clone()))
        }));
    }
    places
}
