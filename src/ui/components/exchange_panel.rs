use crate::{
    platform::{address, clock, files, storage},
    ui::{Dispatch, words::ENGLISH as WORDS},
};
use gloss_analysis::{Analysis, speaker_at};
use gloss_app::{Action, Anchored, ArticleState, Route, Settings, State};
use gloss_notes::{
    Annotation, AnnotationId,
    exchange::{
        Backup, Entry, Import, ImportPreview, read, to_csv, to_html, to_json_ld_collection, to_markdown,
    },
};
use gloss_text::{Article, Span};
use std::{collections::HashMap, rc::Rc};
use web_sys::HtmlInputElement;
use yew::{platform::spawn_local, prelude::*};

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ExchangePanelProps {
    pub(in crate::ui) state: Rc<State>,
    pub(in crate::ui) dispatch: Dispatch,
}

/// The forms in which notes leave and, the first two, come back.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::ui) enum Format {
    Backup,
    JsonLd,
    Markdown,
    Csv,
    Html,
}

/// The forms for other programs and people; a backup is for Gloss itself.
pub(super) const SHARED: [Format; 4] = [Format::Markdown, Format::Csv, Format::Html, Format::JsonLd];

/// Notes out and in, and how they are kept.
#[component]
pub(in crate::ui) fn ExchangePanel(props: &ExchangePanelProps) -> Html {
    let granted = use_state(|| None);
    let outbox = props.state.outbox.is_empty();
    let setter = granted.setter();
    use_effect_with(outbox, move |_| spawn_local(async move { setter.set(storage::granted().await) }));
    let failure = use_state(String::new);
    let pending = use_state(|| None::<(Import, ImportPreview)>);

    let export = |format: Format| {
        let (state, dispatch, failure) = (props.state.clone(), props.dispatch.clone(), failure.setter());
        let save = Callback::from(move |_: MouseEvent| match write_all(&state, format) {
            Ok(()) if format == Format::Backup => {
                let backed_up = Some(clock::now());
                dispatch.dispatch(Action::Set(Settings { backed_up, ..state.settings }));
            }
            Ok(()) => {}
            Err(why) => failure.set((WORDS.save_failed)(&why)),
        });
        html! { <button type="button" onclick={save}>{ (WORDS.format)(format) }</button> }
    };
    let open = {
        let (state, failure, pending) = (props.state.clone(), failure.setter(), pending.setter());
        Callback::from(move |event: Event| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
            // The same file can be chosen again.
            field.set_value("");
            let (state, failure, pending) = (state.clone(), failure.clone(), pending.clone());
            spawn_local(async move {
                let text = files::read(&file).await;
                match text.and_then(|text| {
                    read(&text, clock::now()).map_err(|error| (WORDS.unreadable_file)(&error))
                }) {
                    Ok(import) => {
                        let preview = ImportPreview::new(&state.notebook, import.annotations.iter().cloned());
                        failure.set(String::new());
                        pending.set(Some((import, preview)));
                    }
                    Err(why) => {
                        pending.set(None);
                        failure.set(why);
                    }
                }
            });
        })
    };
    let forget = {
        let pending = pending.setter();
        move || pending.set(None)
    };
    let preview = (*pending).as_ref().map(|(import, preview)| {
        let take = {
            let (dispatch, preview, forget) = (props.dispatch.clone(), preview.clone(), forget.clone());
            let (descriptions, versions) = (import.descriptions(), import.versions.clone());
            move |_: MouseEvent| {
                dispatch.dispatch(Action::TakeIn(descriptions.clone()));
                dispatch.dispatch(Action::Import(preview.clone()));
                dispatch.dispatch(Action::KeepVersions(versions.clone()));
                forget();
            }
        };
        let settings = serde_json::from_value::<Settings>(import.settings.clone()).ok().map(|settings| {
            let (dispatch, backed_up) = (props.dispatch.clone(), props.state.settings.backed_up);
            let take = move |_: MouseEvent| dispatch.dispatch(Action::Set(Settings { backed_up, ..settings }));
            html! { <button type="button" class="take-settings" onclick={take}>{ WORDS.take_settings }</button> }
        });
        let articles = import.descriptions().len();
        let nothing = preview.added.is_empty() && preview.updated.is_empty() && articles == 0 && import.versions.is_empty();
        html! {
            <div class="preview" role="alert">
                <p>{ (WORDS.import_preview)(preview.added.len(), preview.updated.len(), preview.skipped.len()) }</p>
                <p hidden={articles == 0}>{ (WORDS.import_articles)(articles) }</p>
                <ul>{ for import.warnings.iter().map(|warning| html! { <li>{ (WORDS.import_warning)(warning) }</li> }) }</ul>
                <button type="button" class="primary" disabled={nothing} onclick={take}>{ WORDS.import_now }</button>
                { for settings }
                <button type="button" onclick={move |_| forget()}>{ WORDS.cancel }</button>
            </div>
        }
    });
    let last = props.state.settings.backed_up;
    let never = last.is_none() && props.state.notebook.annotations().len() > 0;
    let old = never || props.state.backup_is_due(clock::now());
    let unreadable = props.state.unreadable.len();
    let set_aside = {
        let (records, failure) = (props.state.unreadable.clone(), failure.setter());
        Callback::from(move |_: MouseEvent| {
            let records = serde_json::to_string_pretty(&*records).unwrap_or_default();
            if let Err(why) = files::save("gloss-unreadable.json", "application/json", &records) {
                failure.set((WORDS.save_failed)(&why));
            }
        })
    };
    html! {
        <section class="exchange" aria-label={WORDS.keeping}>
            <h2>{ WORDS.keeping }</h2>
            <p hidden={!old} class="reminder">{ if last.is_none() { WORDS.never_backed_up } else { WORDS.backup_old } }</p>
            <div class="card-tools">
                { export(Format::Backup) }
                <label class="button">
                    { WORDS.import }
                    <input type="file" accept=".json,.jsonld,application/json" class="unseen" onchange={open} />
                </label>
            </div>
            <p hidden={unreadable == 0}>
                { (WORDS.unreadable)(unreadable) }{ " " }
                <button type="button" class="set-aside" onclick={set_aside}>{ WORDS.save_unreadable }</button>
            </p>
            <p>{ WORDS.export_as }</p>
            <div class="card-tools">
                { for SHARED.map(export) }
            </div>
            <p class="failed" role="alert">{ &*failure }</p>
            <div>{ preview }</div>
            <p class="facts">
                { granted.map(|granted| html! {
                    <>
                        <span>{ (WORDS.storage_used)(granted.used, granted.quota) }</span>
                        <span>{ if granted.persisted { WORDS.persisted } else { WORDS.not_persisted } }</span>
                    </>
                }) }
            </p>
            <p class="facts">{ WORDS.privacy }</p>
        </section>
    }
}

fn write_all(state: &State, format: Format) -> Result<(), String> {
    write(state, state.notebook.annotations().map(AsRef::as_ref).collect(), format)
}

/// Hands the annotations to the browser as a file; a backup has everything beside them.
pub(super) fn write(state: &State, annotations: Vec<&Annotation>, format: Format) -> Result<(), String> {
    let entries = || {
        let told: Vec<Told> = state.library.iter().filter_map(|entry| Told::new(state, entry)).collect();
        annotations.iter().map(|annotation| entry(&told, annotation)).collect::<Vec<_>>()
    };
    let now = clock::now();
    match format {
        Format::Backup => {
            let backup = Backup {
                made: now,
                annotations,
                articles: state
                    .descriptions
                    .values()
                    .filter_map(|one| serde_json::to_value(one).ok())
                    .collect(),
                versions: state.notebook.all_versions().map(AsRef::as_ref).collect(),
                settings: serde_json::to_value(state.settings).unwrap_or_default(),
                unreadable: state.unreadable.to_vec(),
            };
            files::save("gloss-backup.json", "application/json", &backup.to_json())
        }
        Format::JsonLd => {
            let document = to_json_ld_collection(annotations);
            files::save("gloss-notes.jsonld", "application/ld+json", &document.to_string())
        }
        Format::Markdown => files::save("gloss-notes.md", "text/markdown", &to_markdown(&entries())),
        Format::Csv => files::save("gloss-notes.csv", "text/csv", &to_csv(&entries())),
        Format::Html => {
            files::save("gloss-notes.html", "text/html", &to_html(WORDS.notebook, &entries(), now))
        }
    }
}

/// What an article tells about its annotations, worked out once for all of them.
struct Told {
    article: Rc<Article>,
    analysis: Option<Analysis>,
    /// Where the targets stand, by the annotation's id and the target's number.
    spans: HashMap<(AnnotationId, usize), Span>,
}

impl Told {
    fn new(state: &State, entry: &ArticleState) -> Option<Self> {
        let article = entry.article.ready()?.clone();
        let anchored = state.anchored(&article);
        let analysis =
            entry.analysis.as_ref().map(|analysis| State::corrected(&article, analysis, &anchored));
        let span = |found: &Anchored| Some(((found.annotation.id.clone(), found.target), found.span?));
        Some(Self { article, analysis, spans: anchored.iter().filter_map(span).collect() })
    }
}

/// The annotation with what its articles tell: their titles, who is quoted there, and the address.
fn entry<'a>(told: &[Told], annotation: &'a Annotation) -> Entry<'a> {
    let mut entry = Entry::new(annotation);
    for (number, (passage, target)) in entry.passages.iter_mut().zip(&annotation.targets).enumerate() {
        let Some(told) = told.iter().find(|told| told.article.id == target.article) else { continue };
        passage.article = told.article.title();
        let route =
            Route::Read { article: target.article.clone(), note: Some(annotation.id.clone()), text: None };
        passage.link = address::absolute(&route);
        let span = told.spans.get(&(annotation.id.clone(), number));
        let speaker =
            told.analysis.as_ref().zip(span).and_then(|(analysis, span)| speaker_at(analysis, *span));
        passage.speaker = speaker.map(|speaker| speaker.name.clone()).unwrap_or_default();
    }
    entry
}
