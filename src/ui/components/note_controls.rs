use crate::{
    platform::{clock, locale, walk},
    ui::{Dispatch, widget::Widget, words::ENGLISH as WORDS},
};
use gloss_app::{Action, NoteFilter, NoteKind, NoteOrder, tags};
use gloss_notes::{Colour, History, is_same_tag};
use gloss_text::ArticleId;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::{functional::Hook, prelude::*};

/// What narrows and sorts the notebook's list.
#[derive(PartialEq)]
pub(in crate::ui) struct NoteControls {
    pub(in crate::ui) filter: NoteFilter,
    pub(in crate::ui) history: History,
    /// The ids and titles of the articles.
    pub(in crate::ui) titles: Rc<[(ArticleId, String)]>,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for NoteControls {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &NoteControls) -> Html {
    let filter = &props.filter;
    let tags = tags(&props.history);
    let change = |change: fn(NoteFilter, String) -> NoteFilter| {
        let (dispatch, filter) = (props.dispatch.clone(), filter.clone());
        Callback::from(move |event: Event| {
            let value = value_of(&event);
            dispatch.dispatch(Action::Narrow(change(filter.clone(), value)));
        })
    };
    let typed = |narrow: fn(NoteFilter, String) -> NoteFilter| {
        let change = change(narrow);
        Callback::from(move |event: InputEvent| change.emit(event.into()))
    };
    let open = {
        let (dispatch, order) = (props.dispatch.clone(), filter.order);
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Narrow(NoteFilter { order, ..NoteFilter::default() }));
        })
    };
    let option = |value: &str, name: String, chosen: bool| {
        html! { <option key={value.to_owned()} value={value.to_owned()} selected={chosen}>{ name }</option> }
    };
    let any = |chosen: bool| option("", WORDS.any.to_owned(), chosen);
    let day = |time: Option<u64>| Some(locale::day_of(time?)?.to_string());
    // The last day is shown as the reader chose it, and its end is the next one's beginning.
    let last_day = day(filter.until.map(|until| until - 1));
    html! {
        <search class="controls" aria-label={WORDS.narrow_notes}>
            <label class="filter">
                { WORDS.find_note }
                <input type="search" value={filter.words.clone()} oninput={typed(|filter, words| NoteFilter { words, ..filter })} autocomplete="off" />
            </label>
            <label>
                { WORDS.article }
                <select name="article" onchange={change(|filter, id| NoteFilter { article: ArticleId::new(id), ..filter })}>
                    { any(filter.article.is_none()) }
                    { for props.titles.iter().map(|(id, title)| {
                        option(id, title.clone(), filter.article.as_ref() == Some(id))
                    }) }
                </select>
            </label>
            <label>
                { WORDS.kind_of_note }
                <select name="kind" onchange={change(|filter, name| NoteFilter {
                    kind: NoteKind::ALL.into_iter().find(|kind| kind.name() == name),
                    ..filter
                })}>
                    { any(filter.kind.is_none()) }
                    { for NoteKind::ALL.map(|kind| {
                        option(kind.name(), (WORDS.note_kind)(kind).to_owned(), filter.kind == Some(kind))
                    }) }
                </select>
            </label>
            <label>
                { WORDS.colour_of_note }
                <select name="colour" onchange={change(|filter, name| NoteFilter {
                    colour: Colour::ALL.into_iter().find(|colour| colour.name() == name),
                    ..filter
                })}>
                    { any(filter.colour.is_none()) }
                    { for Colour::ALL.map(|colour| {
                        option(colour.name(), (WORDS.colour)(colour).to_owned(), filter.colour == Some(colour))
                    }) }
                </select>
            </label>
            <label>
                { WORDS.tag }
                <select name="tag" disabled={tags.is_empty()} onchange={change(|filter, tag| NoteFilter { tag: some(tag), ..filter })}>
                    { any(filter.tag.is_none()) }
                    { for tags.iter().map(|tag| {
                        option(tag, tag.clone(), filter.tag.as_ref().is_some_and(|chosen| is_same_tag(chosen, tag)))
                    }) }
                </select>
            </label>
            <label>
                { WORDS.from_day }
                <input name="from" type="date" value={day(filter.from)} onchange={change(|filter, day| NoteFilter {
                    from: day.parse().ok().map(locale::beginning),
                    ..filter
                })} />
            </label>
            <label>
                { WORDS.until_day }
                <input name="until" type="date" value={last_day} onchange={change(|filter, day| NoteFilter {
                    until: day.parse().ok().map(locale::end),
                    ..filter
                })} />
            </label>
            <label>
                { WORDS.sorted_by }
                <select name="order" onchange={change(|filter, name| NoteFilter {
                    order: NoteOrder::ALL.into_iter().find(|order| order.name() == name).unwrap_or_default(),
                    ..filter
                })}>
                    { for NoteOrder::ALL.map(|order| {
                        option(order.name(), (WORDS.note_order)(order).to_owned(), filter.order == order)
                    }) }
                </select>
            </label>
            { for filter.tag.as_ref().map(|tag| rename(tag, &props.dispatch)) }
            <button type="button" class="open" disabled={filter.is_open()} onclick={open}>{ WORDS.show_all_notes }</button>
        </search>
    }
}

/// Gives the tag that is shown another name, or takes it away, everywhere.
fn rename(tag: &str, dispatch: &Dispatch) -> Html {
    let rename = {
        let (dispatch, tag) = (dispatch.clone(), tag.to_owned());
        move |name: String| dispatch.dispatch(Action::RenameTag(tag.clone(), name, clock::now()))
    };
    let onsubmit = {
        let rename = rename.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let field = event.target_unchecked_into::<HtmlElement>().query_selector("input").ok().flatten();
            let name = field.map(|field| field.unchecked_into::<HtmlInputElement>().value());
            // An empty name would remove the tag, for which there is a button.
            name.filter(|name| !name.trim().is_empty()).into_iter().for_each(&rename);
        })
    };
    let remove = Callback::from(move |_: MouseEvent| {
        // The button goes with its tag.
        walk::focus(".controls [name=tag]");
        rename(String::new());
    });
    html! {
        <form class="rename-tag" {onsubmit}>
            <label>{ WORDS.rename_tag }<input type="text" value={tag.to_owned()} autocomplete="off" /></label>
            <button type="submit">{ WORDS.rename }</button>
            <button type="button" class="delete" onclick={remove}>{ (WORDS.remove_tag)(tag) }</button>
        </form>
    }
}

fn some(value: String) -> Option<String> {
    Some(value).filter(|value| !value.is_empty())
}

fn value_of(event: &Event) -> String {
    let target = event.target();
    let select = target.as_ref().and_then(|target| target.dyn_ref::<HtmlSelectElement>());
    let input = target.as_ref().and_then(|target| target.dyn_ref::<HtmlInputElement>());
    select.map(HtmlSelectElement::value).or_else(|| input.map(HtmlInputElement::value)).unwrap_or_default()
}
