use crate::ui::{
    Dispatch,
    components::{left_out, matrix, show_more},
    widget::Widget,
    words::ENGLISH as WORDS,
};
use gloss_analysis::EntityKind;
use gloss_app::{NameMatrix, NameRow};
use gloss_text::sort_by;
use std::{cmp::Reverse, rc::Rc};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{functional::Hook, prelude::*};

/// The kinds that have an index.
const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];
/// How many names are shown until more are asked for.
const AT_FIRST: usize = 60;

/// Everybody and everything named in the library, and where.
#[derive(PartialEq)]
pub(in crate::ui) struct NamesPage {
    pub(in crate::ui) names: Rc<NameMatrix>,
    /// Whether some analysis is still to come.
    pub(in crate::ui) analysing: bool,
    /// How many articles have not come.
    pub(in crate::ui) missing: usize,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for NamesPage {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &NamesPage) -> Html {
    let wanted = use_state(String::new);
    let kind = use_state(String::new);
    let order = use_state(|| 0_usize);
    let shown = use_state(|| AT_FIRST);
    let oninput = {
        let wanted = wanted.setter();
        Callback::from(move |event: InputEvent| {
            wanted.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let choose_kind = {
        let kind = kind.setter();
        Callback::from(move |event: Event| {
            kind.set(event.target_unchecked_into::<HtmlSelectElement>().value());
        })
    };
    let choose_order = {
        let order = order.setter();
        Callback::from(move |event: Event| {
            order.set(event.target_unchecked_into::<HtmlSelectElement>().selected_index() as usize);
        })
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(*shown + AT_FIRST))
    };
    let folded = wanted.to_lowercase();
    let mut rows: Vec<&NameRow> = props
        .names
        .rows
        .iter()
        .filter(|row| kind.is_empty() || row.kind.name() == *kind)
        .filter(|row| row.name.to_lowercase().contains(&folded))
        .collect();
    match *order {
        1 => sort_by(&mut rows, |a, b| Reverse(a.mentions).cmp(&Reverse(b.mentions))),
        2 => sort_by(&mut rows, |a, b| a.name.cmp(&b.name)),
        _ => {}
    }
    html! {
        <main class="page names" id="main" tabindex="-1">
            <h1>{ WORDS.names }</h1>
            <div class="controls">
                <label class="filter">{ WORDS.find_name }<input type="search" value={(*wanted).clone()} {oninput} /></label>
                <label>
                    { WORDS.kind_of_name }
                    <select onchange={choose_kind}>
                        <option value="" selected={kind.is_empty()}>{ WORDS.any }</option>
                        { for KINDS.map(|one| html! { <option value={one.name()} selected={one.name() == *kind}>{ (WORDS.kinds)(one) }</option> }) }
                    </select>
                </label>
                <label>
                    { WORDS.sorted_by }
                    <select onchange={choose_order}>{ for WORDS.name_orders.iter().enumerate().map(|(at, name)| html! {
                        <option selected={at == *order}>{ *name }</option>
                    }) }</select>
                </label>
            </div>
            { left_out(props.missing) }
            <p class="key-of-matrix">{ WORDS.matrix_key }</p>
            <div class="scrolling" tabindex="0" role="region" aria-label={WORDS.names}>
                { matrix(&props.names, rows.iter().take(*shown).copied(), &props.dispatch) }
            </div>
            <p class="waiting" role="status">{ if props.analysing { WORDS.analysing } else { "" } }</p>
            { show_more(rows.len().saturating_sub(*shown), more) }
        </main>
    }
}
