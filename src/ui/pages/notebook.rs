use crate::{
    core::app::{Anchored, Route, State},
    ui::{
        Dispatch,
        components::{ExchangePanel, NoteCard},
        words::ENGLISH as WORDS,
    },
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct NotebookPageProps {
    pub(in crate::ui) state: Rc<State>,
    pub(in crate::ui) dispatch: Dispatch,
}

/// All annotations, by article.
#[component]
pub(in crate::ui) fn NotebookPage(props: &NotebookPageProps) -> Html {
    let state = &props.state;
    let unsaved = state.unsaved();
    let none = state.notebook.annotations().next().is_none();
    html! {
        <main class="page notebook" id="main" tabindex="-1">
            <h1>{ WORDS.notebook }</h1>
            <p hidden={!none}>{ WORDS.no_notes_anywhere }</p>
            <div>
                { for state.library.iter().filter_map(|entry| {
                    let article = entry.article.ready()?;
                    let found = state.anchored(article);
                    (!found.is_empty()).then(|| html! {
                        <section key={entry.id.clone()}>
                            <h2><a href={Route::read(entry.id.clone()).to_string()}>{ article.title() }</a></h2>
                            <ol class="cards">
                                { for found.iter().map(|found| {
                                    let Anchored { span, annotation, .. } = found;
                                    let route = Route::Read { article: entry.id.clone(), note: Some(annotation.id.clone()), text: None };
                                    html! {
                                        <NoteCard
                                            key={annotation.id.clone()}
                                            annotation={annotation.clone()}
                                            address={span.map(|_| route.to_string())}
                                            focused=false
                                            editing={state.editing.as_ref() == Some(&annotation.id)}
                                            unsaved={unsaved.contains(annotation.id.as_str())}
                                            notebook={state.notebook.clone()}
                                            found={Some((found.clone(), article.clone()))}
                                            dispatch={props.dispatch.clone()}
                                        />
                                    }
                                }) }
                            </ol>
                        </section>
                    })
                }) }
            </div>
            <ExchangePanel state={state.clone()} dispatch={props.dispatch.clone()} />
        </main>
    }
}
