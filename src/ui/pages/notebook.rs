use crate::ui::hooks::use_effect_with;
use crate::{
    platform::locale,
    ui::{
        Dispatch,
        components::{ExchangePanel, NoteCard, NoteControls, SelectionTools, TagList, show_more},
        exchange::Order,
        widget::{Widget, keyed, widget},
        words::ENGLISH as WORDS,
    },
};
use gloo::timers::callback::Timeout;
use gloss_app::{Anchored, NoteFilter, NoteOrder, Route, Settings, tick};
use gloss_notes::{Anchorer, Annotation, AnnotationId, History};
use gloss_text::{Article, ArticleId};
use std::{collections::HashMap, rc::Rc};
use web_sys::HtmlInputElement;
use yew::{functional::Hook, prelude::*};

/// Cards that are drawn at first, and that each "more" adds: a few screens, which any machine draws at once.
const CARDS: usize = 40;
/// As many cards as a window shows.
const FIRST: usize = 8;

/// All annotations: narrowed, sorted, and changed many at a time.
#[derive(PartialEq)]
pub(in crate::ui) struct NotebookPage {
    pub(in crate::ui) history: History,
    pub(in crate::ui) filter: NoteFilter,
    /// The annotations that pass the filter, in order.
    pub(in crate::ui) passed: Rc<[Rc<Annotation>]>,
    /// The ids and titles of the articles.
    pub(in crate::ui) titles: Rc<[(ArticleId, String)]>,
    /// The articles that have come.
    pub(in crate::ui) library: Rc<[Rc<Article>]>,
    /// The annotation whose note is being written.
    pub(in crate::ui) editing: Option<AnnotationId>,
    /// The annotations that storage has not confirmed.
    pub(in crate::ui) unsaved: Rc<[AnnotationId]>,
    /// Whether everything is saved.
    pub(in crate::ui) saved: bool,
    pub(in crate::ui) settings: Settings,
    pub(in crate::ui) backup_due: bool,
    /// Stored records that cannot be read.
    pub(in crate::ui) unreadable: Rc<[serde_json::Value]>,
    pub(in crate::ui) on_write: Callback<Order>,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for NotebookPage {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &NotebookPage) -> Html {
    let NotebookPage { history, filter, passed, library, dispatch, .. } = props;
    let more = use_state(|| CARDS);
    let setter = more.setter();
    use_effect_with(filter.clone(), move |_| setter.set(CARDS));
    // The first cards are on the screen before the others are drawn.
    let drawn = use_state(|| FIRST);
    let draw_others = drawn.setter();
    use_effect_with((), move |()| {
        let timer = Timeout::new(0, move || draw_others.set(usize::MAX));
        move || drop(timer)
    });
    let shown: Vec<Rc<Annotation>> = passed.iter().take((*more).min(*drawn)).cloned().collect();
    let places = use_memo((shown.clone(), library.clone()), |(shown, library)| places(library, shown));
    let ticked = use_state(Rc::<[AnnotationId]>::default);
    // From where the shift key selects.
    let last = use_mut_ref(|| None::<AnnotationId>);
    let chosen = use_memo((passed.clone(), (*ticked).clone()), |(passed, ticked)| {
        let ids = passed.iter().map(|annotation| &annotation.id).filter(|id| ticked.contains(id));
        ids.cloned().collect::<Rc<[AnnotationId]>>()
    });
    let tick_all = {
        let (ticked, passed) = (ticked.setter(), passed.clone());
        Callback::from(move |event: Event| {
            let all = event.target_unchecked_into::<HtmlInputElement>().checked();
            let ids = passed.iter().filter(|_| all).map(|annotation| annotation.id.clone());
            ticked.set(ids.collect());
        })
    };
    let all = history.annotations().len();
    let title_of = |annotation: &Annotation| title_of(&props.titles, annotation);
    let card = |(annotation, found): (&Rc<Annotation>, &Option<(Anchored, Rc<Article>)>)| {
        let id = annotation.id.clone();
        let span = found.as_ref().and_then(|(found, _)| found.span);
        let note = Some(id.clone());
        let route = article(annotation)
            .map(|article| Route::Read { article: article.clone(), note, text: None }.to_string());
        let text_at = route.clone().unwrap_or_default();
        let toggle = {
            let (ticked, passed, last, id) = (ticked.clone(), passed.clone(), last.clone(), id.clone());
            Callback::from(move |event: MouseEvent| {
                let from = last.replace(Some(id.clone())).filter(|_| event.shift_key());
                ticked.set(tick(&passed, &ticked, from.as_ref().unwrap_or(&id), &id));
            })
        };
        let heading = html! {
            <>
                <label class="choose">
                    <input type="checkbox" checked={ticked.contains(&id)} onclick={toggle} />
                    <span class="unseen">{ WORDS.choose_note }</span>
                    <time>{ locale::date(annotation.created) }</time>
                </label>
                { if filter.order == NoteOrder::Newest { title_of(annotation) } else { Html::default() } }
            </>
        };
        keyed(
            id.to_string(),
            NoteCard {
                annotation: annotation.clone(),
                before: None,
                number: None,
                address: span.and(route),
                focused: false,
                editing: props.editing.as_ref() == Some(&id),
                resting: false,
                unsaved: props.unsaved.contains(&id),
                history: history.clone(),
                found: found.clone(),
                text_at: Some(text_at),
                selection: None,
                heading,
                dispatch: dispatch.clone(),
            },
        )
    };
    let rows: Vec<_> = shown.iter().zip(places.iter()).collect();
    let groups =
        rows.chunk_by(|(a, _), (b, _)| filter.order == NoteOrder::Newest || article(a) == article(b));
    let on_more = {
        let more = more.clone();
        Callback::from(move |_| more.set(*more + CARDS))
    };
    html! {
        <main class="page notebook" id="main" tabindex="-1">
            <h1>{ WORDS.notebook }</h1>
            <p class="hint" hidden={all > 0}>{ WORDS.no_notes_anywhere }</p>
            <div hidden={all == 0}>
                { widget(NoteControls {
                    filter: filter.clone(),
                    history: history.clone(),
                    titles: props.titles.clone(),
                    dispatch: dispatch.clone(),
                }) }
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
                { widget(TagList(history.clone())) }
                { widget(SelectionTools {
                    chosen: (*chosen).clone(),
                    on_write: props.on_write.clone(),
                    dispatch: dispatch.clone(),
                }) }
                <p class="hint" hidden={!passed.is_empty()}>{ WORDS.no_such_notes }</p>
            </div>
            <div class="groups">
                { for groups.filter_map(|group| Some((group.first()?.0, group))).map(|(first, group)| html! {
                    <section key={first.id.to_string()}>
                        { if filter.order == NoteOrder::Place { html! { <h2>{ title_of(first) }</h2> } } else { Html::default() } }
                        <ol class="cards">{ for group.iter().copied().map(card) }</ol>
                    </section>
                }) }
            </div>
            { show_more(passed.len().saturating_sub(*more), on_more) }
            { widget(ExchangePanel {
                history: history.clone(),
                library: library.clone(),
                settings: props.settings,
                saved: props.saved,
                backup_due: props.backup_due,
                unreadable: props.unreadable.clone(),
                on_write: props.on_write.clone(),
                dispatch: dispatch.clone(),
            }) }
        </main>
    }
}

fn article(annotation: &Annotation) -> Option<&ArticleId> {
    annotation.targets.first().map(|target| &target.article)
}

/// The title of the annotation's article, as a link where it is in the library.
fn title_of(titles: &[(ArticleId, String)], annotation: &Annotation) -> Html {
    let Some(id) = article(annotation) else { return Html::default() };
    match titles.iter().find(|(other, _)| other == id) {
        Some((id, title)) => {
            html! { <a class="article-title" href={Route::read(id.clone()).to_string()}>{ title }</a> }
        }
        None => html! { <span class="article-title">{ id.as_str() }</span> },
    }
}

/// For each annotation what has become of its first passage, where its article is in the library. Only these are sought:
/// a notebook may have thousands, and shows some.
fn places(library: &[Rc<Article>], annotations: &[Rc<Annotation>]) -> Vec<Option<(Anchored, Rc<Article>)>> {
    let mut anchorers: HashMap<&ArticleId, Anchorer<'_>> = HashMap::new();
    let place = |annotation: &Rc<Annotation>| {
        let id = article(annotation)?;
        let article = library.iter().find(|article| article.id == *id)?;
        let anchorer = anchorers.entry(&article.id).or_insert_with(|| Anchorer::new(article.text()));
        Some((Anchored::seek(anchorer, annotation, 0)?, article.clone()))
    };
    annotations.iter().map(place).collect()
}
