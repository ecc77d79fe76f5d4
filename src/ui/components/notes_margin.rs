use super::{note_card::NoteCard, note_tags::TagList, show_more::show_more};
use crate::platform::TextRef;
use crate::ui::{
    Dispatch,
    hooks::use_margin,
    widget::{Widget, keyed},
    words::ENGLISH as WORDS,
};
use gloss_analysis::Analysis;
use gloss_app::{
    Act, Anchored, Reading, Route,
    page::{Layer, Layers, numbered},
};
use gloss_notes::{AnnotationId, CorrectionChange, History, Outcome};
use gloss_text::{Article, Span};
use std::{collections::HashMap, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::{functional::Hook, prelude::*};

/// How many notes whose words were not found are shown until more are asked for.
const LOST_AT_FIRST: usize = 10;

/// The notes beside their passages; above them, those whose words are not in the text.
#[derive(PartialEq)]
pub(in crate::ui) struct NotesMargin {
    pub(in crate::ui) article: Option<Rc<Article>>,
    /// Its analysis before any correction.
    pub(in crate::ui) as_found: Option<Rc<Analysis>>,
    pub(in crate::ui) reading: Rc<Reading>,
    pub(in crate::ui) found: Rc<[Anchored]>,
    pub(in crate::ui) history: History,
    /// The annotations that storage has not confirmed.
    pub(in crate::ui) unsaved: Rc<[AnnotationId]>,
    pub(in crate::ui) layers: Layers,
    /// What of the text is drawn with its marks.
    pub(in crate::ui) drawn: Span,
    pub(in crate::ui) text: TextRef,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for NotesMargin {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &NotesMargin) -> Html {
    let NotesMargin { article, reading, .. } = props;
    let list = use_node_ref();
    let is_shown = |found: &&Anchored| {
        let id = Some(&found.annotation.id);
        let near = found.span.is_some_and(|span| span.overlaps(props.drawn));
        near || found.span.is_some() && (reading.editing.as_ref() == id || reading.focused.as_ref() == id)
    };
    let shown: Vec<&Anchored> = props.found.iter().filter(is_shown).collect();
    let ids = shown.iter().filter_map(|found| Some((found.annotation.id.clone(), found.span?))).collect();
    use_margin(list.clone(), ids, reading.focused.clone(), props.text.clone());
    let numbers: HashMap<AnnotationId, usize> = numbered(&props.found)
        .filter_map(|(found, number)| Some((found.annotation.id.clone(), number?)))
        .collect();
    let card = |found: &Anchored| {
        let annotation = &found.annotation;
        let route = reading.article.clone().map(|article| Route::Read {
            article,
            note: Some(annotation.id.clone()),
            text: None,
        });
        let corrected = annotation.correction.as_ref().zip(found.span);
        let before = corrected.zip(article.as_ref()).zip(props.as_found.as_ref());
        let before = before.map(|(((correction, span), article), as_found)| {
            CorrectionChange::new(article.text(), as_found, span, correction).from
        });
        keyed(
            annotation.id.to_string(),
            NoteCard {
                annotation: annotation.clone(),
                before,
                number: numbers.get(&annotation.id).copied(),
                address: found.span.and(route).map(|route| route.to_string()),
                focused: reading.focused.as_ref() == Some(&annotation.id),
                editing: reading.editing.as_ref() == Some(&annotation.id),
                resting: found.span.is_some() && reading.focused.as_ref() != Some(&annotation.id),
                unsaved: props.unsaved.contains(&annotation.id),
                history: props.history.clone(),
                found: article.as_ref().map(|article| (found.clone(), article.clone())),
                text_at: None,
                heading: Html::default(),
                selection: reading.selection.filter(|_| found.outcome != Outcome::Same),
                dispatch: props.dispatch.clone(),
            },
        )
    };
    let choose = {
        let (dispatch, focused) = (props.dispatch.clone(), reading.focused.clone());
        move |target: Option<EventTarget>| {
            let card = target.and_then(|target| target.dyn_into::<Element>().ok()?.closest(".card").ok()?);
            let id = card.and_then(|card| AnnotationId::new(card.get_attribute("data-annotation")?));
            if id.is_some() && id != focused {
                dispatch.act(Act::Focus(id));
            }
        }
    };
    let onclick = {
        let choose = choose.clone();
        Callback::from(move |event: MouseEvent| choose(event.target()))
    };
    let onfocusin = Callback::from(move |event: FocusEvent| choose(event.target()));
    let lost_shown = use_state(|| LOST_AT_FIRST);
    let more = {
        let lost_shown = lost_shown.clone();
        Callback::from(move |_| lost_shown.set(*lost_shown + 10 * LOST_AT_FIRST))
    };
    let (of_whole, lost): (Vec<&Anchored>, Vec<&Anchored>) =
        props.found.iter().filter(|found| found.span.is_none()).partition(|found| found.is_of_whole());
    let is_listed = |(at, found): &(usize, &&Anchored)| {
        *at < *lost_shown || reading.focused.as_ref() == Some(&found.annotation.id)
    };
    let off = !props.layers.shows(Layer::Annotations);
    html! {
        <>
            <p class="hint" key="empty" hidden={!props.found.is_empty()}>{ WORDS.first_hint }<span class="of-keys">{ " " }{ WORDS.without_a_mouse }</span></p>
            <p class="hint" key="off" hidden={!off || props.found.is_empty()}>{ WORDS.notes_off }</p>
            { keyed("tags", TagList(props.history.clone())) }
            <section class="lost-notes" key="whole" hidden={of_whole.is_empty()}>
                <h3>{ WORDS.notes_on_whole }</h3>
                <ol>{ for of_whole.iter().map(|found| card(found)) }</ol>
            </section>
            <section class="lost-notes" key="lost" hidden={lost.is_empty()}>
                <h3>{ (WORDS.lost_notes)(lost.len()) }</h3>
                <ol>{ for lost.iter().enumerate().filter(is_listed).map(|(_, found)| card(found)) }</ol>
                { show_more(lost.len().saturating_sub(*lost_shown), more) }
            </section>
            <ol class="cards" key="cards" hidden={off} ref={list} {onclick} {onfocusin}>{ for shown.iter().map(|found| card(found)) }</ol>
        </>
    }
}
