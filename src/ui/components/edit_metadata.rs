use crate::ui::hooks::use_effect_with;
use crate::{
    platform::clock,
    ui::{Dispatch, widget::Widget, words::ENGLISH as WORDS},
};
use gloss_app::Action;
use gloss_text::{ArticleId, Metadata};
use std::rc::Rc;
use web_sys::{FormData, HtmlElement, HtmlFormElement};
use yew::{functional::Hook, prelude::*};

/// What a language tag looks like (BCP 47): a language, and what tells it apart.
const LANGUAGE: &str = "\\s*[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\\s*";

/// A button that opens a form for what the reader states about an article. A field that is left empty is as
/// the source has it, which the field shows in grey.
#[derive(PartialEq)]
pub(in crate::ui) struct EditMetadata {
    pub(in crate::ui) id: ArticleId,
    /// What the source states.
    pub(in crate::ui) stated: Rc<Metadata>,
    /// What the reader states.
    pub(in crate::ui) own: Metadata,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for EditMetadata {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &EditMetadata) -> Html {
    let open = use_state(|| false);
    let form = use_node_ref();
    let button = use_node_ref();
    let first = use_mut_ref(|| true);
    use_effect_with((*open, form.clone(), button.clone()), {
        move |(open, form, button)| {
            // The focus goes into the form, and back when it closes; on arrival it stays where it is.
            let target = if *open { form } else { button };
            if !std::mem::replace(&mut *first.borrow_mut(), false)
                && let Some(target) = target.cast::<HtmlElement>()
            {
                let field = target.query_selector("input").ok().flatten();
                let field = field.and_then(|field| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(field).ok());
                let _ = field.unwrap_or(target).focus();
            }
        }
    });
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let close = {
        let open = open.setter();
        move || open.set(false)
    };
    let describe = {
        let (dispatch, id, close) = (props.dispatch.clone(), props.id.clone(), close.clone());
        move |metadata: Metadata| {
            dispatch.dispatch(Action::Describe(id.clone(), metadata, clock::now()));
            close();
        }
    };
    let onsubmit = {
        let (describe, stated, own) = (describe.clone(), props.stated.clone(), props.own.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            // No field has the address, which an import may have brought.
            let address = own.address.clone();
            describe(Metadata { address, ..read(&event.target_unchecked_into(), &stated) });
        })
    };
    let clear = Callback::from(move |_: MouseEvent| describe(Metadata::default()));
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                close();
            }
        })
    };
    let cancel = Callback::from(move |_: MouseEvent| close());
    let text = |name: &'static str, label: &'static str, own: &Option<String>, stated: &Option<String>| {
        html! {
            <label>
                { label }
                <input {name} type="text" value={own.clone().unwrap_or_default()} placeholder={stated.clone()} autocomplete="off" />
            </label>
        }
    };
    let (own, stated) = (&props.own, &props.stated);
    html! {
        <div class="edit-metadata">
            <button type="button" class="quiet" ref={button} aria-expanded={open.to_string()} onclick={toggle}>
                { WORDS.edit_facts }
            </button>
            <div>
                { if *open {
                    html! {
                        <form ref={form} {onsubmit} {onkeydown} aria-label={WORDS.edit_facts}>
                            <p class="hint">{ WORDS.facts_hint }</p>
                            { text("title", WORDS.title, &own.title, &stated.title) }
                            { text("source", WORDS.source, &own.source, &stated.source) }
                            { text("author", WORDS.author, &own.author, &stated.author) }
                            <label>
                                { WORDS.published }
                                <input name="published" type="date" value={own.published.or(stated.published).map(|day| day.to_string())} />
                            </label>
                            <label>
                                { WORDS.language }
                                <input name="language" type="text" value={own.language.clone().unwrap_or_default()} placeholder={stated.language.clone()} pattern={LANGUAGE} title={WORDS.language_hint} autocomplete="off" autocapitalize="none" spellcheck="false" />
                                <span class="hint">{ WORDS.language_hint }</span>
                            </label>
                            <div class="card-tools">
                                <button type="submit" class="primary">{ WORDS.save }</button>
                                <button type="button" onclick={cancel}>{ WORDS.cancel }</button>
                                <button type="button" class="clear" disabled={*own == Metadata::default()} onclick={clear}>{ WORDS.as_stated }</button>
                            </div>
                        </form>
                    }
                } else {
                    Html::default()
                } }
            </div>
        </div>
    }
}

/// What the form says, as far as it differs from what the source states.
fn read(form: &HtmlFormElement, stated: &Metadata) -> Metadata {
    let data = FormData::new_with_form(form).ok();
    let field = |name: &str| {
        let value = data.as_ref().and_then(|data| data.get(name).as_string()).unwrap_or_default();
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let own =
        |name: &str, stated: &Option<String>| field(name).filter(|value| Some(value) != stated.as_ref());
    let published = field("published").as_deref().and_then(|day| day.parse().ok());
    Metadata {
        title: own("title", &stated.title),
        source: own("source", &stated.source),
        author: own("author", &stated.author),
        published: published.filter(|day| Some(*day) != stated.published),
        language: own("language", &stated.language),
        address: None,
    }
}
