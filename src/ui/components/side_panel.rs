use super::{names_panel::NamesPanel, notes_margin::NotesMargin, voices_panel::VoicesPanel};
use crate::ui::{Dispatch, words::ENGLISH as WORDS};
use gloss_analysis::Analysis;
use gloss_app::{Action, Anchored, Panel, State};
use gloss_text::{Article, Span};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct SidePanelProps {
    pub(in crate::ui) state: Rc<State>,
    pub(in crate::ui) article: Option<Rc<Article>>,
    pub(in crate::ui) analysis: Option<Rc<Analysis>>,
    pub(in crate::ui) found: Rc<[Anchored]>,
    /// What of the text is drawn with its marks.
    pub(in crate::ui) drawn: Span,
    pub(in crate::ui) dispatch: Dispatch,
}

/// What stands beside the text: the notes, the names, or the speakers.
#[component]
pub(in crate::ui) fn SidePanel(props: &SidePanelProps) -> Html {
    let tab = |panel: Panel, name: &'static str| {
        let dispatch = props.dispatch.clone();
        let open = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Open(panel)));
        let here = props.state.panel == panel;
        html! { <button type="button" aria-pressed={here.to_string()} onclick={open}>{ name }</button> }
    };
    let dispatch = props.dispatch.clone();
    let analysed = props.article.clone().zip(props.analysis.clone());
    let content = match (props.state.panel, analysed) {
        (Panel::Names, Some((_, analysis))) => html! { <NamesPanel {analysis} {dispatch} /> },
        (Panel::Voices, Some((article, analysis))) => {
            html! { <VoicesPanel {article} {analysis} followed={props.state.voice.clone()} {dispatch} /> }
        }
        (Panel::Names | Panel::Voices, None) => Html::default(),
        (Panel::Notes, _) => html! {
            <NotesMargin state={props.state.clone()} found={props.found.clone()} drawn={props.drawn} {dispatch} />
        },
    };
    let name = match props.state.panel {
        Panel::Notes => WORDS.notes,
        Panel::Names => WORDS.names,
        Panel::Voices => WORDS.voices,
    };
    let close = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::CloseSheet))
    };
    let kind = if props.state.panel == Panel::Notes { "margin" } else { "list" };
    html! {
        <aside class="notes" aria-label={WORDS.beside} data-kind={kind} data-open={props.state.sheet.to_string()}>
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
