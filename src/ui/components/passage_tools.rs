use super::{correct_mark::QUOTED, facts::origin};
use crate::ui::hooks::use_effect_with;
use crate::{
    platform::{address, choices::look_around, clipboard, clock, selection, viewport},
    ui::{Dispatch, widget::Widget, words::ENGLISH as WORDS},
};
use gloss_analysis::{Correction, EntityKind};
use gloss_app::{Act, Action, Message, Route};
use gloss_notes::{Colour, TextFragment};
use gloss_text::{Article, Span};
use std::rc::Rc;
use web_sys::{HtmlElement, HtmlSelectElement};
use yew::{functional::Hook, prelude::*};

/// What a reader can mark words as.
const NAMED: [EntityKind; 5] =
    [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::Date, EntityKind::Role];

/// What can be done with the selected passage. It stands below the selection, or above one at the window's foot. For
/// fingers it stands at the foot of the window, or at its head for a selection at its foot, where it covers neither the
/// selection nor the system's own menu.
#[derive(PartialEq)]
pub(in crate::ui) struct PassageTools {
    pub(in crate::ui) article: Option<Rc<Article>>,
    pub(in crate::ui) selection: Option<Span>,
    pub(in crate::ui) colour: Colour,
    pub(in crate::ui) dispatch: Dispatch,
}

/// Room above and below the tools, in CSS pixels.
const ROOM: f64 = 16.0;

impl Widget for PassageTools {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &PassageTools) -> Html {
    let tools = use_node_ref();
    use_effect_with((props.selection, tools.clone()), |(selected, tools)| {
        if let Some((tools, (x, head, foot))) =
            tools.cast::<HtmlElement>().zip(selection::bounds()).filter(|_| selected.is_some())
        {
            let room = f64::from(tools.offset_height()) + ROOM;
            let at_foot = selection::is_only_at_foot(room);
            let y = if at_foot { head - room } else { foot };
            // Custom properties set here are not `style=` attributes, so a strict policy allows them.
            let style = tools.style();
            let _ = style.set_property("--x", &viewport::px(x));
            let _ = style.set_property("--y", &viewport::px(y));
            let _ = tools.set_attribute("data-at", if at_foot { "head" } else { "foot" });
        }
    });
    let annotate = |note: bool, colour: Colour| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.act(Act::Annotate { id: clock::fresh_id(), now: clock::now(), note, colour });
            selection::clear();
        })
    };
    let copy = |quoted: bool| {
        let (dispatch, selected, article) = (props.dispatch.clone(), props.selection, props.article.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some((span, article)) = selected.zip(article.as_ref()) {
                let text = Some(TextFragment::describe(article.text(), span));
                let link = address::absolute(&Route::Read { article: article.id.clone(), note: None, text });
                let words = span.of(article.text());
                let quote = (WORDS.cited)(words, &origin(article), &link);
                clipboard::copy(if quoted { &quote } else { &link });
                dispatch.dispatch(Action::Say(Message::Copied));
            }
        })
    };
    let find = {
        let (selected, article) = (props.selection, props.article.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some((span, article)) = selected.zip(article.as_ref()) {
                address::go(&Route::elsewhere(article, span));
            }
        })
    };
    let mark_as = {
        let (dispatch, selected) = (props.dispatch.clone(), props.selection);
        Callback::from(move |event: Event| {
            let field = event.target_unchecked_into::<HtmlSelectElement>();
            let chosen = field.value();
            field.set_value("");
            let name = NAMED.into_iter().find(|kind| kind.name() == chosen);
            let name = name.map(|kind| Correction::Name { kind });
            let quotation = QUOTED.into_iter().find(|kind| kind.name() == chosen);
            let correction = name.or(quotation.map(|kind| Correction::Quotation { kind }));
            if let Some((span, correction)) = selected.zip(correction) {
                let places = vec![(clock::fresh_id(), span)];
                dispatch.act(Act::Correct { places, now: clock::now(), correction });
                selection::clear();
            }
        })
    };
    // The select opens by the very press that the buttons hold back.
    let leave_alone = Callback::from(|event: MouseEvent| event.stop_propagation());
    // Pressing a button would otherwise take the selection away before the click.
    let keep_selection = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div
            class="passage-tools"
            role="toolbar"
            aria-label={WORDS.passage}
            hidden={props.selection.is_none()}
            ref={tools}
            onmousedown={keep_selection}
        >
            <button type="button" class="highlight" onclick={annotate(false, props.colour)}>
                { WORDS.highlight }<kbd aria-hidden="true">{ "H" }</kbd>
            </button>
            <button type="button" class="note" onclick={annotate(true, props.colour)}>
                { WORDS.add_note }<kbd aria-hidden="true">{ "N" }</kbd>
            </button>
            <span class="swatches">
                { for Colour::ALL.iter().map(|&colour| html! {
                    <button
                        key={colour.name()}
                        type="button"
                        class={classes!("swatch", colour.name())}
                        aria-label={(WORDS.highlight_in)((WORDS.colour)(colour))}
                        onclick={annotate(false, colour)}
                    />
                }) }
            </span>
            <span onmousedown={leave_alone}>
                <select aria-label={WORDS.mark_as} onchange={mark_as} onkeydown={Callback::from(|event: KeyboardEvent| look_around(&event))}>
                    <option value="" selected=true>{ WORDS.mark_as }</option>
                    { for NAMED.iter().map(|&kind| html! {
                        <option key={kind.name()} value={kind.name()}>{ (WORDS.kind)(kind) }</option>
                    }) }
                    <optgroup label={WORDS.quotation}>
                        { for QUOTED.iter().map(|&kind| html! {
                            <option key={kind.name()} value={kind.name()}>{ (WORDS.quotation_kind)(kind) }</option>
                        }) }
                    </optgroup>
                </select>
            </span>
            <button type="button" class="find-elsewhere" onclick={find}>{ WORDS.in_other_articles }</button>
            <button type="button" class="copy-quote" onclick={copy(true)}>{ WORDS.copy_quote }</button>
            <button type="button" class="copy-link" onclick={copy(false)}>{ WORDS.copy_link }</button>
        </div>
    }
}
