use crate::ui::hooks::use_effect_with;
use crate::{
    platform::{assets, clock, exchange, files, json, storage},
    ui::{Dispatch, exchange::Order, widget::Widget, words::ENGLISH as WORDS},
};
use gloss_app::{Action, Settings};
use gloss_notes::{
    History,
    exchange::{Errand, Format, PreparedImport},
};
use gloss_text::Article;
use serde::Deserialize;
use std::rc::Rc;
use web_sys::{File, HtmlInputElement};
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
    let pending = use_state(|| None::<PreparedImport>);
    let reading = use_state(|| false);

    let export = |format: Option<Format>| {
        let (dispatch, failure, settings) = (props.dispatch.clone(), failure.setter(), props.settings);
        let made = Callback::from(move |made: Result<(), String>| match made {
            Ok(()) if format.is_none() => {
                let backed_up = Some(clock::now());
                dispatch.dispatch(Action::Set(Settings { backed_up, ..settings }));
            }
            Ok(()) => failure.set(String::new()),
            Err(why) => failure.set(why),
        });
        let order = Order { format, annotations: None, copied: false, made };
        let save = props.on_write.reform(move |_: MouseEvent| order.clone());
        html! { <button type="button" onclick={save}>{ format.map_or(WORDS.backup, WORDS.format) }</button> }
    };
    let open = {
        let (history, library) = (props.history.clone(), props.library.clone());
        let (failure, pending, reading) = (failure.setter(), pending.setter(), reading.setter());
        Callback::from(move |event: Event| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
            // The same file can be chosen again.
            field.set_value("");
            let (history, library) = (history.clone(), library.clone());
            let (failure, pending, reading) = (failure.clone(), pending.clone(), reading.clone());
            reading.set(true);
            spawn_local(async move {
                let (prepared, why) = match prepare(&file, &history, &library).await {
                    Ok(prepared) => (Some(prepared), String::new()),
                    Err(why) => (None, why),
                };
                reading.set(false);
                pending.set(prepared);
                failure.set(why);
            });
        })
    };
    let forget = {
        let pending = pending.setter();
        move || pending.set(None)
    };
    let preview = (*pending).as_ref().map(|prepared| {
        let PreparedImport { annotations, versions, facts, articles, .. } = prepared;
        let take = {
            let (dispatch, forget) = (props.dispatch.clone(), forget.clone());
            let import =
                Action::Import { annotations: annotations.clone(), versions: versions.clone(), facts: facts.clone(), articles: articles.clone() };
            move |_: MouseEvent| {
                dispatch.dispatch(import.clone());
                forget();
            }
        };
        let settings = Settings::deserialize(&prepared.settings).ok().map(|settings| {
            let (dispatch, backed_up) = (props.dispatch.clone(), props.settings.backed_up);
            let take = move |_: MouseEvent| dispatch.dispatch(Action::Set(Settings { backed_up, ..settings }));
            html! { <button type="button" class="take-settings" onclick={take}>{ WORDS.take_settings }</button> }
        });
        let sentences = &prepared.said;
        let nothing = annotations.is_empty() && facts.is_empty() && versions.is_empty() && articles.is_empty();
        html! {
            <div class="preview" role="alert">
                <ul>{ for sentences.iter().take(SENTENCES).map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
                <p hidden={sentences.len() <= SENTENCES}>{ (WORDS.show_more)(sentences.len().saturating_sub(SENTENCES)) }</p>
                <button type="button" class="primary" disabled={nothing} onclick={take}>{ WORDS.import_now }</button>
                { for settings }
                <button type="button" onclick={move |_| forget()}>{ WORDS.cancel }</button>
            </div>
        }
    });
    let last = props.settings.backed_up;
    let never = last.is_none() && props.history.own().next().is_some();
    let old = never || props.backup_due;
    let unreadable = props.unreadable.len();
    let set_aside = {
        let (records, failure) = (props.unreadable.clone(), failure.setter());
        Callback::from(move |_: MouseEvent| {
            let records = serde_json::to_string(&*records).unwrap_or_default();
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
                { export(None) }
                <label class="button">
                    { WORDS.import }
                    <input type="file" accept=".json,.jsonld,.md,.csv,.txt,application/json,text/markdown,text/csv,text/plain" class="unseen" onchange={open} />
                </label>
            </div>
            <p><a href="#/folder">{ WORDS.own_folder }</a></p>
            <p hidden={unreadable == 0}>
                { (WORDS.unreadable)(unreadable) }{ " " }
                <button type="button" class="set-aside" onclick={set_aside}>{ WORDS.save_unreadable }</button>
            </p>
            <p>{ WORDS.export_as }</p>
            <div class="card-tools">
                { for Format::ALL.map(|format| export(Some(format))) }
            </div>
            <p class="failed" role="alert">{ &*failure }</p>
            <p role="status">{ if *reading { WORDS.reading_file } else { "" } }</p>
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

/// Reads a file that the reader chose. Fails with a sentence that says why.
async fn prepare(file: &File, history: &History, library: &[Rc<Article>]) -> Result<PreparedImport, String> {
    let errand = Errand::Read {
        file: files::read(file).await?,
        library: library.to_vec(),
        annotations: history.annotations().cloned().collect(),
        facts: history.descriptions().cloned().collect(),
        now: clock::now(),
    };
    let answer = exchange::run(&assets::bundle().exchange, &errand).await.ok();
    let prepared = answer.and_then(|answer| json::read::<Result<PreparedImport, String>>(&answer));
    prepared.ok_or(WORDS.exchange_failed)?
}
