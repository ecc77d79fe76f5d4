use super::{names_panel::NamesPanel, notes_margin::NotesMargin, voices_panel::VoicesPanel};
use crate::platform::TextRef;
use crate::ui::{
    Dispatch,
    widget::{Widget, widget},
    words::ENGLISH as WORDS,
};
use gloss_analysis::Analysis;
use gloss_app::{Act, Anchored, Panel, Reading, page::Layers};
use gloss_notes::{AnnotationId, History};
use gloss_text::{Article, Span};
use std::rc::Rc;
use yew::{functional::Hook, prelude::*};

/// What stands beside the text: the notes, the names, or the speakers.
#[derive(PartialEq)]
pub(in crate::ui) struct SidePanel {
    pub(in crate::ui) article: Option<Rc<Article>>,
    pub(in crate::ui) analysis: Option<Rc<Analysis>>,
    /// The same before any correction.
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

impl Widget for SidePanel {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &SidePanel) -> Html {
    let tab = |panel: Panel, name: &'static str| {
        let dispatch = props.dispatch.clone();
        let open = Callback::from(move |_: MouseEvent| dispatch.act(Act::Open(panel)));
        let here = props.reading.panel == panel;
        html! { <button type="button" aria-pressed={here.to_string()} onclick={open}>{ name }</button> }
    };
    let dispatch = props.dispatch.clone();
    let analysed = props.article.clone().zip(props.analysis.clone());
    let content = match (props.reading.panel, analysed) {
        (Panel::Names, Some((_, analysis))) => {
            widget(NamesPanel { analysis, text: props.text.clone(), dispatch })
        }
        (Panel::Voices, Some((article, analysis))) => widget(VoicesPanel {
            article,
            analysis,
            followed: props.reading.voice.clone(),
            text: props.text.clone(),
            dispatch,
        }),
        (Panel::Names | Panel::Voices, None) => Html::default(),
        (Panel::Notes, _) => widget(NotesMargin {
            article: props.article.clone(),
            as_found: props.as_found.clone(),
            reading: props.reading.clone(),
            found: props.found.clone(),
            history: props.history.clone(),
            unsaved: props.unsaved.clone(),
            layers: props.layers,
            drawn: props.drawn,
            text: props.text.clone(),
            dispatch,
        }),
    };
    let name = match props.reading.panel {
        Panel::Notes => WORDS.notes,
        Panel::Names => WORDS.names,
        Panel::Voices => WORDS.voices,
    };
    let close = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.act(Act::CloseSheet))
    };
    let kind = if props.reading.panel == Panel::Notes { "margin" } else { "list" };
    html! {
        <aside class="notes" aria-label={WORDS.beside} data-kind={kind} data-open={props.reading.sheet.to_string()}>
            <div class="tabs" role="group" aria-label={WORDS.beside}>
                { tab(Panel::Notes, WORDS.notes) }
                { tab(Panel::Names, WORDS.names) }
                { tab(Panel::Voices, WORDS.voices) }
                <button type="button" class="close-sheet" aria-label={WORDS.close} title={WORDS.close} onclick={close}>
                    { "×" }
                </button>
            </div>
            <h2 class="unseen">{ name }</h2>
            <div class="panel">{ content }</div>
        </aside>
    }
}
