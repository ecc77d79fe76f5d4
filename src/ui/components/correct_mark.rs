use crate::{
    platform::{choices::look_around, clock, viewport},
    ui::{Dispatch, widget::Widget, words::ENGLISH as WORDS},
};
use gloss_analysis::{Analysis, Correction, EntityKind, QuotationKind, Speaker, mentions_of};
use gloss_app::{Act, MarkId};
use gloss_text::Span;
use gloss_text::sort_by;
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::{functional::Hook, prelude::*};

/// How words between marks can be quoted.
pub(super) const QUOTED: [QuotationKind; 3] =
    [QuotationKind::Direct, QuotationKind::Mixed, QuotationKind::Scare];

/// Lets the reader say what is right about a mark. What is chosen holds at once, and can be undone.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct CorrectMark {
    pub(in crate::ui) analysis: Rc<Analysis>,
    pub(in crate::ui) mark: MarkId,
    /// What of its kind only other articles name.
    pub(in crate::ui) elsewhere: Rc<[String]>,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for CorrectMark {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &CorrectMark) -> Html {
    let fields = match props.mark {
        MarkId::Mention(index) => props.analysis.mentions.get(index).map(|mention| {
            let kinds =
                EntityKind::ALL.iter().map(|&kind| (kind.name().to_owned(), (WORDS.kind)(kind).to_owned()));
            let of_kind = |kind: String| {
                let kind = EntityKind::ALL.into_iter().find(|other| other.name() == kind)?;
                Some(Correction::Name { kind })
            };
            let same_as = |name: String| (!name.is_empty()).then_some(Correction::SameAs { name });
            let all = mention.entity.map_or(1, |id| mentions_of(&props.analysis, id).len());
            html! {
                <>
                    <p class="hint" hidden={all < 2}>{ (WORDS.holds_for)(all) }</p>
                    { choice(props, mention.span, WORDS.it_is, mention.kind.name(), kinds, &[], of_kind) }
                    { choice(props, mention.span, WORDS.same_as, "", names(&props.analysis), &props.elsewhere, same_as) }
                    { button(props, mention.span, WORDS.not_a_name, Correction::NotAName) }
                </>
            }
        }),
        mark => mark.quotation(&props.analysis).and_then(|quotation| {
            let span = *quotation.segments.first()?;
            let named = QUOTED.map(|kind| (kind.name().to_owned(), (WORDS.quotation_kind)(kind).to_owned()));
            let of_kind = |name: String| {
                let kind = QUOTED.into_iter().find(|kind| kind.name() == name)?;
                Some(Correction::Quotation { kind })
            };
            Some(html! {
                <>
                    { speaker(props, span, quotation.speaker.as_ref()) }
                    { button(props, span, WORDS.nobody_known, Correction::Speaker { name: None }) }
                    { choice(props, span, WORDS.it_is, quotation.kind.name(), named, &[], of_kind) }
                    { button(props, span, WORDS.not_a_quotation, Correction::NotAQuotation) }
                </>
            })
        }),
    };
    html! {
        <details class="correct" hidden={fields.is_none()} ontoggle={Callback::from(|event: Event| {
            viewport::bring_into_view(&event.target_unchecked_into::<Element>());
        })}>
            <summary>{ WORDS.correct }</summary>
            { fields }
        </details>
    }
}

/// The names of people, organisations and places, as values and labels.
fn names(analysis: &Analysis) -> impl Iterator<Item = (String, String)> {
    let mut names: Vec<String> = analysis
        .entities
        .iter()
        .filter(|entity| {
            matches!(entity.kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Place)
        })
        .map(|entity| entity.name.clone())
        .collect();
    sort_by(&mut names, Ord::cmp);
    names.dedup();
    names.into_iter().map(|name| (name.clone(), name))
}

fn send(props: &CorrectMark, span: Span, correction: Correction) {
    send_all(props, &[span], correction);
}

fn send_all(props: &CorrectMark, spans: &[Span], correction: Correction) {
    let places = spans.iter().map(|&span| (clock::fresh_id(), span)).collect();
    props.dispatch.act(Act::Correct { places, now: clock::now(), correction });
}

fn button(props: &CorrectMark, span: Span, name: &'static str, correction: Correction) -> Html {
    let props = props.clone();
    let click = Callback::from(move |_: MouseEvent| send(&props, span, correction.clone()));
    html! { <p><button type="button" onclick={click}>{ name }</button></p> }
}

/// Who speaks: anybody, in any words, with the names of the article to choose from.
fn speaker(props: &CorrectMark, span: Span, known: Option<&Speaker>) -> Html {
    let alike = props.mark.said_alike(&props.analysis);
    let everywhere = NodeRef::default();
    let send_name = {
        let (props, alike, everywhere) = (props.clone(), alike.clone(), everywhere.clone());
        Callback::from(move |event: Event| {
            let name = event.target_unchecked_into::<HtmlInputElement>().value().trim().to_owned();
            let name = (!name.is_empty()).then_some(name);
            let all = everywhere.cast::<HtmlInputElement>().is_some_and(|everywhere| everywhere.checked());
            send_all(
                &props,
                if all { &alike } else { std::slice::from_ref(&span) },
                Correction::Speaker { name },
            );
        })
    };
    let known = known.map(|speaker| speaker.name.clone()).unwrap_or_default();
    html! {
        <p>
            <label class="everywhere" hidden={alike.len() < 2}>
                <input type="checkbox" ref={everywhere} />
                { (WORDS.correct_all)(alike.len(), &known) }
            </label>
            <label>
                { WORDS.spoken_by }
                <input type="text" list="speakers" autocomplete="off" value={known} onchange={send_name} />
            </label>
            <datalist id="speakers">
                { for names(&props.analysis).map(|(value, _)| html! { <option key={value.clone()} {value} /> }) }
            </datalist>
        </p>
    }
}

fn choice(
    props: &CorrectMark,
    span: Span,
    label: &'static str,
    chosen: &str,
    options: impl IntoIterator<Item = (String, String)>,
    elsewhere: &[String],
    correction: impl Fn(String) -> Option<Correction> + 'static,
) -> Html {
    let props = props.clone();
    let change = Callback::from(move |event: Event| {
        if let Some(correction) = correction(event.target_unchecked_into::<HtmlSelectElement>().value()) {
            send(&props, span, correction);
        }
    });
    let mut options: Vec<(String, String)> = options.into_iter().collect();
    if !options.iter().any(|(value, _)| value == chosen) {
        options.insert(0, (chosen.to_owned(), "…".to_owned()));
    }
    html! {
        <p>
            <label>
                { label }
                <select onchange={change} onkeydown={Callback::from(|event: KeyboardEvent| look_around(&event))}>
                    { for options.into_iter().map(|(value, name)| {
                        let selected = value == chosen;
                        html! { <option key={value.clone()} {value} {selected}>{ name }</option> }
                    }) }
                    <optgroup label={WORDS.in_other_articles} hidden={elsewhere.is_empty()}>
                        { for elsewhere.iter().map(|name| html! { <option key={name.clone()}>{ name }</option> }) }
                    </optgroup>
                </select>
            </label>
        </p>
    }
}
