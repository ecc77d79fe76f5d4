use super::{names_panel::NamesPanel, note_card::NoteCard, voices_panel::VoicesPanel};
use crate::{
    core::{
        analysis::Analysis,
        app::{Action, Anchored, Panel, Route, State},
        article::Article,
    },
    ui::{Dispatch, words::ENGLISH as WORDS},
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct SidePanelProps {
    pub(in crate::ui) state: Rc<State>,
    pub(in crate::ui) article: Option<Rc<Article>>,
    pub(in crate::ui) analysis: Option<Rc<Analysis>>,
    pub(in crate::ui) found: Rc<[Anchored]>,
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
        (Panel::Notes, _) => notes(props),
    };
    let name = match props.state.panel {
        Panel::Notes => WORDS.notes,
        Panel::Names => WORDS.names,
        Panel::Voices => WORDS.voices,
    };
    html! {
        <aside class="notes" aria-label={WORDS.beside}>
            <div class="tabs" role="group" aria-label={WORDS.beside}>
                { tab(Panel::Notes, WORDS.notes) }
                { tab(Panel::Names, WORDS.names) }
                { tab(Panel::Voices, WORDS.voices) }
            </div>
            <h2 class="unseen">{ name }</h2>
            <div class="panel">{ content }</div>
        </aside>
    }
}

/// The notes in the order of the text; those whose words were not found come last.
fn notes(props: &SidePanelProps) -> Html {
    let state = &props.state;
    let unsaved = state.unsaved();
    let card = |found: &Anchored| {
        let annotation = &found.annotation;
        let article = state.route.article().unwrap_or_default().to_owned();
        let route = Route::Read { article, note: Some(annotation.id.clone()), text: None };
        html! {
            <NoteCard
                key={annotation.id.clone()}
                annotation={annotation.clone()}
                address={found.span.map(|_| route.to_string())}
                focused={state.focused.as_ref() == Some(&annotation.id)}
                editing={state.editing.as_ref() == Some(&annotation.id)}
                unsaved={unsaved.contains(annotation.id.as_str())}
                dispatch={props.dispatch.clone()}
            />
        }
    };
    html! {
        <>
            <p class="hint" hidden={!props.found.is_empty()}>{ WORDS.no_notes }</p>
            <ol class="cards">{ for props.found.iter().map(card) }</ol>
        </>
    }
}
