use super::strip::shapes;
use crate::platform::TextRef;
use crate::ui::widget::Widget;
use gloss_app::{
    Anchored, Speech,
    page::{Layer, Layers, PLACES, ticks},
};
use gloss_notes::Colour;
use gloss_text::{Article, Span};
use std::{fmt::Write, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{functional::Hook, prelude::*};

/// Where in the article marks and notes are, and what of it is in the window. A press leads to the place. It is for eyes
/// and pointers only: the keyboard and screen readers have paragraphs, marks and notes to go by.
#[derive(PartialEq)]
pub(in crate::ui) struct Rail {
    pub(in crate::ui) article: Rc<Article>,
    pub(in crate::ui) speech: Option<Rc<Speech>>,
    pub(in crate::ui) found: Rc<[Anchored]>,
    pub(in crate::ui) layers: Layers,
    pub(in crate::ui) text: TextRef,
    /// Where the hits of a search are.
    pub(in crate::ui) hits: Rc<[Span]>,
    pub(in crate::ui) element: NodeRef,
}

impl Widget for Rail {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &Rail) -> Html {
    let length = props.article.text().len();
    let text = props.text.clone();
    let speech = use_memo((props.speech.clone(), props.layers), |(speech, layers)| {
        let shown = speech.as_deref().filter(|_| layers.shows(Layer::Quotations));
        shown.map(|speech| shapes(speech, length, true))
    });
    let notes = use_memo((props.found.clone(), props.layers), |(found, layers)| {
        Colour::ALL.map(|colour| {
            let shown = found.iter().filter(|found| {
                layers.shows(Layer::Annotations)
                    && found.annotation.colour == colour
                    && found.annotation.correction.is_none()
            });
            (colour, path(length, shown.filter_map(|found| found.span)))
        })
    });
    let hits = use_memo(props.hits.clone(), |hits| path(length, hits.iter().copied()));
    let go = Callback::from(move |event: MouseEvent| {
        if let Some(rail) = event.current_target().map(JsCast::unchecked_into::<Element>) {
            let bounds = rail.get_bounding_client_rect();
            let share = (f64::from(event.client_y()) - bounds.top()) / bounds.height().max(1.0);
            let at = (share.clamp(0.0, 1.0) * length as f64) as usize;
            if let Some(view) = text.view() {
                view.go_to(at);
            }
        }
    });
    html! {
        <div class="rail" aria-hidden="true" onclick={go} ref={props.element.clone()}>
            <svg viewBox={format!("0 0 12 {PLACES}")} preserveAspectRatio="none">
                { (*speech).clone() }
                { for notes.iter().map(|(colour, path)| html! {
                    <path key={colour.name()} class={classes!("note", colour.name())} d={path.clone()} />
                }) }
                <path class="hit" d={(*hits).clone()} />
            </svg>
            <div class="in-view" />
        </div>
    }
}

/// The ticks of `spans` as the outline of one shape.
fn path(length: usize, spans: impl IntoIterator<Item = Span>) -> String {
    let mut path = String::new();
    for (first, count) in ticks(length, spans) {
        // A tick of one place would hardly be seen.
        let _ = write!(path, "M0 {first}h12v{}h-12z", count.max(2));
    }
    path
}
