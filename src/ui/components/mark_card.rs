use super::correct_mark::CorrectMark;
use crate::platform::TextRef;
use crate::{
    platform::locale,
    ui::{
        Dispatch,
        hooks::{show_mark, use_card},
        widget::{Widget, widget},
        words::ENGLISH as WORDS,
    },
};
use gloss_analysis::{Analysis, EntityKind, Quotation, dated_by_publication, mentions_of};
use gloss_app::{Act, Card, Elsewhere, MarkId, Route};
use gloss_text::{Article, ArticleId, Span};
use std::rc::Rc;
use yew::{functional::Hook, prelude::*};

/// Forms of address that say nothing of what somebody is.
const COURTESY: [&str; 5] = ["Mr", "Mrs", "Ms", "Miss", "Mx"];
/// How many grounds of an attribution are told; the weightiest come first.
const GROUNDS: usize = 3;

/// What is known about one mark, below it.
#[derive(PartialEq)]
pub(in crate::ui) struct MarkCard {
    pub(in crate::ui) article: Rc<Article>,
    pub(in crate::ui) analysis: Rc<Analysis>,
    pub(in crate::ui) card: Card,
    /// From where to where marks are drawn.
    pub(in crate::ui) drawn: Span,
    /// What other articles have of the name.
    pub(in crate::ui) elsewhere: Elsewhere,
    pub(in crate::ui) text: TextRef,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for MarkCard {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &MarkCard) -> Html {
    let place = use_node_ref();
    let span = props.card.mark.span(&props.analysis);
    use_card(place.clone(), props.card, span, props.drawn, props.text.clone());
    let content = match props.card.mark {
        MarkId::Mention(index) => mention(props, index),
        mark => mark.quotation(&props.analysis).map(|found| quotation(props, found)),
    };
    let close = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.act(Act::Show(None)))
    };
    html! {
        <section class="card-of-mark" aria-label={WORDS.about_mark} tabindex="-1" ref={place}>
            { content }
            { widget(CorrectMark {
                analysis: props.analysis.clone(),
                mark: props.card.mark,
                elsewhere: props.elsewhere.names.clone(),
                dispatch: props.dispatch.clone(),
            }) }
            <button type="button" class="close" aria-label={WORDS.close} title={WORDS.close} onclick={close}>{ "×" }</button>
        </section>
    }
}

fn mention(props: &MarkCard, index: usize) -> Option<Html> {
    let mention = props.analysis.mentions.get(index)?;
    let words = mention.span.of(props.article.text());
    let is_quantity = matches!(mention.kind, EntityKind::Age | EntityKind::Duration | EntityKind::Money);
    let Some((id, entity)) = mention.entity.and_then(|id| Some((id, props.analysis.entities.get(id)?)))
    else {
        return Some(html! {
            <>
                <h3 dir="auto">{ words }</h3>
                <p class="kind">{ (WORDS.kind)(mention.kind) }</p>
                <p hidden={is_quantity}>{ WORDS.unresolved }</p>
            </>
        });
    };
    let all = mentions_of(&props.analysis, id);
    let at = all.iter().position(|&other| other == index)?;
    let step = |to: Option<&usize>, name: &'static str| {
        let (dispatch, text, to) = (props.dispatch.clone(), props.text.clone(), to.copied());
        let go = Callback::from(move |_: MouseEvent| {
            if let Some(to) = to {
                show_mark(MarkId::Mention(to), &text, &dispatch);
            }
        });
        html! { <button type="button" disabled={to.is_none()} onclick={go}>{ name }</button> }
    };
    let is_relative = entity.date.is_none()
        && props.article.metadata.published.is_none()
        && entity.kind == EntityKind::Date
        && dated_by_publication(&props.article, &props.analysis).contains(&mention.span);
    let told = |title: &str| entity.roles.iter().any(|role| role.ends_with(title));
    let titles =
        entity.titles.iter().map(String::as_str).filter(|title| !COURTESY.contains(title) && !told(title));
    let known: Vec<&str> = titles.chain(entity.roles.iter().map(String::as_str)).collect();
    let aliases: Vec<&str> =
        entity.aliases.iter().map(String::as_str).filter(|alias| *alias != entity.name).collect();
    Some(html! {
        <>
            <h3 dir="auto">{ &entity.name }</h3>
            <p class="kind">{ (WORDS.kind)(entity.kind) }</p>
            <p hidden={known.is_empty()}>{ known.join(", ") }</p>
            <p hidden={aliases.is_empty()}>{ WORDS.also }{ " " }{ aliases.join(", ") }</p>
            <p>{ entity.date.map(locale::calendar_date).unwrap_or_default() }</p>
            <p class="hint" hidden={!is_relative}>{ (WORDS.day_not_stated)() }</p>
            <p>{ (WORDS.mentions_here)(at + 1, all.len()) }</p>
            <div class="card-tools">
                { step(at.checked_sub(1).and_then(|at| all.get(at)), WORDS.previous) }
                { step(all.get(at + 1), WORDS.next) }
            </div>
            <div>{ elsewhere(&props.elsewhere.places) }</div>
        </>
    })
}

/// The other articles that name the same.
fn elsewhere(places: &[(ArticleId, String, usize)]) -> Html {
    if places.is_empty() {
        return Html::default();
    }
    let place = |(id, title, count): &(ArticleId, String, usize)| {
        html! {
            <li key={id.to_string()}>
                <a href={Route::read(id.clone()).to_string()}>{ title }</a>{ " " }{ (WORDS.mentions_there)(*count) }
            </li>
        }
    };
    html! { <><p>{ WORDS.also_in }</p><ul>{ for places.iter().map(place) }</ul></> }
}

fn quotation(props: &MarkCard, quotation: &Quotation) -> Html {
    let text = props.article.text();
    let said =
        quotation.speaker.as_ref().map(|speaker| speaker.span.of(text)).filter(|said| !said.is_empty());
    let name = quotation.speaker.as_ref().map(|speaker| speaker.name.as_str());
    let elsewhere = Route::elsewhere(&props.article, quotation.segments.first().copied().unwrap_or_default());
    html! {
        <>
            <h3>{ name.unwrap_or(WORDS.speaker_unknown) }</h3>
            <p class="kind">{ (WORDS.quotation_kind)(quotation.kind) }</p>
            <p hidden={said.is_none() || said == name}>{ WORDS.in_the_text }{ " " }<q>{ said.unwrap_or_default() }</q></p>
            <p hidden={quotation.cue.is_none()}>
                { WORDS.cue }{ " " }<q>{ quotation.cue.map(|cue| cue.of(text)).unwrap_or_default() }</q>
            </p>
            <p hidden={quotation.closed}>{ WORDS.never_closed }</p>
            <p><a href={elsewhere.to_string()}>{ WORDS.in_other_articles }</a></p>
            <details hidden={quotation.grounds.is_empty()}>
                <summary>{ WORDS.grounds }</summary>
                <ul>{ for quotation.grounds.iter().take(GROUNDS).map(|ground| html! {
                    <li>{ (WORDS.ground)(*ground) }</li>
                }) }</ul>
            </details>
        </>
    }
}
