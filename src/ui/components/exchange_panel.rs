use crate::{
    core::{
        analysis::speaker_at,
        annotation::Annotation,
        app::{Action, Route, Settings, State},
        exchange::{
            Backup, Entry, Import, ImportPreview, read, to_csv, to_html, to_json_ld_collection, to_markdown,
        },
    },
    platform::{address, clock, files, storage},
    ui::{Dispatch, words::ENGLISH as WORDS},
};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::{platform::spawn_local, prelude::*};

/// A backup older than this is called old.
const OLD_MS: u64 = 30 * 24 * 60 * 60 * 1000;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ExchangePanelProps {
    pub(in crate::ui) state: Rc<State>,
    pub(in crate::ui) dispatch: Dispatch,
}

/// The forms in which notes leave and, the first two, come back.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Format {
    Backup,
    JsonLd,
    Markdown,
    Csv,
    Html,
}

/// Notes out and in, and how they are kept.
#[component]
pub(in crate::ui) fn ExchangePanel(props: &ExchangePanelProps) -> Html {
    let granted = use_state(|| None);
    let outbox = props.state.outbox.is_empty();
    let setter = granted.setter();
    use_effect_with(outbox, move |_| spawn_local(async move { setter.set(storage::granted().await) }));
    let failure = use_state(String::new);
    let pending = use_state(|| None::<(Import, ImportPreview)>);

    let export = |format: Format, name: &'static str| {
        let (state, dispatch, failure) = (props.state.clone(), props.dispatch.clone(), failure.setter());
        let save = Callback::from(move |_: MouseEvent| match write_all(&state, format) {
            Ok(()) if format == Format::Backup => {
                let backed_up = Some(clock::now());
                dispatch.dispatch(Action::Set(Settings { backed_up, ..state.settings }));
            }
            Ok(()) => {}
            Err(why) => failure.set((WORDS.save_failed)(&why)),
        });
        html! { <button type="button" onclick={save}>{ name }</button> }
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
                match text.and_then(|text| read(&text, clock::now()).map_err(|error| error.to_string())) {
                    Ok(import) => {
                        let preview = ImportPreview::new(&state.notebook, import.annotations.iter().cloned());
                        failure.set(String::new());
                        pending.set(Some((import, preview)));
                    }
                    Err(why) => failure.set(why),
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
            let descriptions = import.descriptions();
            move |_: MouseEvent| {
                dispatch.dispatch(Action::TakeIn(descriptions.clone()));
                dispatch.dispatch(Action::Import(preview.clone()));
                forget();
            }
        };
        let articles = import.descriptions().len();
        let nothing = preview.added.is_empty() && preview.updated.is_empty() && articles == 0;
        html! {
            <div class="preview" role="alert">
                <p>{ (WORDS.import_preview)(preview.added.len(), preview.updated.len(), preview.skipped.len()) }</p>
                <p hidden={articles == 0}>{ (WORDS.import_articles)(articles) }</p>
                <ul>{ for import.warnings.iter().map(|warning| html! { <li>{ warning.to_string() }</li> }) }</ul>
                <button type="button" class="primary" disabled={nothing} onclick={take}>{ WORDS.import_now }</button>
                <button type="button" onclick={move |_| forget()}>{ WORDS.cancel }</button>
            </div>
        }
    });
    let any = props.state.notebook.annotations().len() > 0;
    let last = props.state.settings.backed_up;
    let old = any && last.is_none_or(|last| clock::now().saturating_sub(last) > OLD_MS);
    html! {
        <section class="exchange" aria-label={WORDS.keeping}>
            <h2>{ WORDS.keeping }</h2>
            <p hidden={!old} class="reminder">{ if last.is_none() { WORDS.never_backed_up } else { WORDS.backup_old } }</p>
            <div class="card-tools">
                { export(Format::Backup, WORDS.backup) }
                <label class="button">
                    { WORDS.import }
                    <input type="file" accept=".json,.jsonld,application/json" class="unseen" onchange={open} />
                </label>
            </div>
            <p>{ WORDS.export_as }</p>
            <div class="card-tools">
                { export(Format::Markdown, "Markdown") }
                { export(Format::Csv, "CSV") }
                { export(Format::Html, "HTML") }
                { export(Format::JsonLd, "W3C JSON-LD") }
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
    let entries = || annotations.iter().map(|annotation| entry(state, annotation)).collect::<Vec<_>>();
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

/// The annotation with what its articles tell: their titles, who is quoted there, and the address.
fn entry<'a>(state: &State, annotation: &'a Annotation) -> Entry<'a> {
    let mut entry = Entry::new(annotation);
    for (passage, target) in entry.passages.iter_mut().zip(&annotation.targets) {
        let Some(found) = state.article(&target.article) else { continue };
        let Some(article) = found.article.ready() else { continue };
        passage.article = article.title();
        let route =
            Route::Read { article: target.article.clone(), note: Some(annotation.id.clone()), text: None };
        passage.link = address::absolute(&route);
        let anchored = state.anchored(article);
        let span =
            anchored.iter().find(|found| found.annotation.id == annotation.id).and_then(|found| found.span);
        let corrected =
            found.analysis.as_ref().map(|analysis| State::corrected(article, analysis, &anchored));
        let speaker = corrected.as_ref().zip(span).and_then(|(analysis, span)| speaker_at(analysis, span));
        passage.speaker = speaker.map(|speaker| speaker.name.clone()).unwrap_or_default();
    }
    entry
}
