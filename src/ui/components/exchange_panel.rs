use crate::{
    platform::{clock, files, storage},
    ui::{Dispatch, exchange::Order, format::Format, widget::Widget, words::ENGLISH as WORDS},
};
use gloss_app::{Action, Route, Settings};
use gloss_notes::{
    History,
    exchange::{FactDifference, FactsPreview, Import, ImportPreview, match_library, preview_facts, read},
};
use gloss_text::{Article, ArticleId};
use serde::Deserialize;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::{functional::Hook, platform::spawn_local, prelude::*};

/// Notes out and in, and how they are kept.
#[derive(PartialEq)]
pub(in crate::ui) struct ExchangePanel {
    pub(in crate::ui) history: History,
    /// The articles that have come.
    pub(in crate::ui) library: Rc<[Rc<Article>]>,
    pub(in crate::ui) settings: Settings,
    /// Whether everything is saved.
    pub(in crate::ui) saved: bool,
    /// Whether the reader should make a backup.
    pub(in crate::ui) backup_due: bool,
    /// Stored records that cannot be read.
    pub(in crate::ui) unreadable: Rc<[serde_json::Value]>,
    pub(in crate::ui) on_write: Callback<Order>,
    pub(in crate::ui) dispatch: Dispatch,
}

/// How many sentences about an import are shown.
const SENTENCES: usize = 20;

/// A file that was read and waits for the reader's word.
struct Pending {
    import: Import,
    preview: ImportPreview,
    facts: Vec<FactsPreview>,
    /// How many of how many passages are placed in articles of the library.
    placed: (usize, usize),
}

impl Pending {
    /// Puts what comes in on articles of the library and compares it with what is there.
    fn new(mut import: Import, history: &History, library: &[Rc<Article>]) -> Self {
        let library: Vec<Article> = library.iter().map(|article| Article::clone(article)).collect();
        // An address of Gloss, here or elsewhere, names an article behind the `#`.
        let own = |address: &str| Route::parse(address.split_once('#')?.1).article().cloned();
        let matches = match_library(&import.annotations, &library, own);
        let placed = matches.iter().filter(|one| one.article.is_some()).count();
        import.place(&matches);
        let preview = ImportPreview::new(history, import.annotations.iter().cloned());
        let theirs = import.descriptions();
        let ours: Vec<_> = history.descriptions().cloned().collect();
        let find = |id: &ArticleId| ours.iter().find(|one| one.id == *id).map(AsRef::as_ref);
        let facts = preview_facts(find, &theirs);
        Self { import, preview, facts, placed: (placed, matches.len()) }
    }
}

impl Widget for ExchangePanel {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &ExchangePanel) -> Html {
    let granted = use_state(|| None);
    let outbox = props.saved;
    let setter = granted.setter();
    use_effect_with(outbox, move |_| spawn_local(async move { setter.set(storage::granted().await) }));
    let failure = use_state(String::new);
    let pending = use_state(|| None::<Pending>);

    let export = |format: Format| {
        let (dispatch, failure, settings) = (props.dispatch.clone(), failure.setter(), props.settings);
        let made = Callback::from(move |made: Result<(), String>| match made {
            Ok(()) if format == Format::Backup => {
                let backed_up = Some(clock::now());
                dispatch.dispatch(Action::Set(Settings { backed_up, ..settings }));
            }
            Ok(()) => {}
            Err(why) => failure.set((WORDS.save_failed)(&why)),
        });
        let order = Order { format, annotations: None, made };
        let save = props.on_write.reform(move |_: MouseEvent| order.clone());
        html! { <button type="button" onclick={save}>{ (WORDS.format)(format) }</button> }
    };
    let open = {
        let (history, library) = (props.history.clone(), props.library.clone());
        let (failure, pending) = (failure.setter(), pending.setter());
        Callback::from(move |event: Event| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
            // The same file can be chosen again.
            field.set_value("");
            let (history, library) = (history.clone(), library.clone());
            let (failure, pending) = (failure.clone(), pending.clone());
            spawn_local(async move {
                let text = files::read(&file).await;
                match text.and_then(|text| {
                    read(&text, clock::now()).map_err(|error| (WORDS.unreadable_file)(&error))
                }) {
                    Ok(import) => {
                        failure.set(String::new());
                        pending.set(Some(Pending::new(import, &history, &library)));
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
    let preview = (*pending).as_ref().map(|Pending { import, preview, facts, placed: (placed, all) }| {
        let take = {
            let (dispatch, preview, forget) = (props.dispatch.clone(), preview.clone(), forget.clone());
            let (facts, versions) = (facts.clone(), import.versions.clone());
            move |_: MouseEvent| {
                let (preview, versions) = (preview.clone(), versions.clone());
                let facts = facts.iter().map(|facts| facts.merged.clone()).collect();
                dispatch.dispatch(Action::Import { preview, versions, facts });
                forget();
            }
        };
        let settings = Settings::deserialize(&import.settings).ok().map(|settings| {
            let (dispatch, backed_up) = (props.dispatch.clone(), props.settings.backed_up);
            let take = move |_: MouseEvent| dispatch.dispatch(Action::Set(Settings { backed_up, ..settings }));
            html! { <button type="button" class="take-settings" onclick={take}>{ WORDS.take_settings }</button> }
        });
        let title = |id: &ArticleId| {
            let article = props.library.iter().find(|article| article.id == *id);
            article.map_or_else(|| id.to_string(), |article| article.title())
        };
        let difference = |facts: &FactsPreview, FactDifference { fact, ours, theirs, taken }: &FactDifference| {
            (WORDS.import_fact)(&title(&facts.article), *fact, ours.as_deref(), theirs, *taken)
        };
        let sentences: Vec<String> = facts
            .iter()
            .flat_map(|facts| facts.differences.iter().map(move |one| (facts, one)))
            .map(|(facts, one)| difference(facts, one))
            .chain(import.warnings.iter().map(WORDS.import_warning))
            .collect();
        let nothing =
            preview.added.is_empty() && preview.updated.is_empty() && facts.is_empty() && import.versions.is_empty();
        html! {
            <div class="preview" role="alert">
                <p>{ (WORDS.import_preview)(preview.added.len(), preview.updated.len(), preview.skipped.len()) }</p>
                <p hidden={*all == 0}>{ (WORDS.import_placed)(*placed, *all) }</p>
                <p hidden={facts.is_empty()}>{ (WORDS.import_articles)(facts.len()) }</p>
                <ul>{ for sentences.iter().take(SENTENCES).map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
                <p hidden={sentences.len() <= SENTENCES}>{ (WORDS.show_more)(sentences.len().saturating_sub(SENTENCES)) }</p>
                <button type="button" class="primary" disabled={nothing} onclick={take}>{ WORDS.import_now }</button>
                { for settings }
                <button type="button" onclick={move |_| forget()}>{ WORDS.cancel }</button>
            </div>
        }
    });
    let last = props.settings.backed_up;
    let never = last.is_none() && props.history.annotations().len() > 0;
    let old = never || props.backup_due;
    let unreadable = props.unreadable.len();
    let set_aside = {
        let (records, failure) = (props.unreadable.clone(), failure.setter());
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
                    <input type="file" accept=".json,.jsonld,.md,.csv,.txt,application/json,text/markdown,text/csv,text/plain" class="unseen" onchange={open} />
                </label>
            </div>
            <p hidden={unreadable == 0}>
                { (WORDS.unreadable)(unreadable) }{ " " }
                <button type="button" class="set-aside" onclick={set_aside}>{ WORDS.save_unreadable }</button>
            </p>
            <p>{ WORDS.export_as }</p>
            <div class="card-tools">
                { for Format::SHARED.map(export) }
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
