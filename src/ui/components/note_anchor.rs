use crate::{
    platform::{clock, selection},
    ui::{Dispatch, widget::Widget, words::ENGLISH as WORDS},
};
use gloss_app::{Action, Anchored, Passage};
use gloss_notes::Outcome;
use gloss_text::{Article, Span};
use std::rc::Rc;
use yew::{functional::Hook, prelude::*};

/// How sure it is that an annotation stands where it should, and what the reader can do about it.
#[derive(PartialEq)]
pub(super) struct NoteAnchor {
    pub(super) found: Anchored,
    pub(super) article: Rc<Article>,
    /// Where the article's text can be selected, when that is not here.
    pub(super) text_at: Option<String>,
    /// What the reader has selected, which may be the passage.
    pub(super) selection: Option<Span>,
    pub(super) dispatch: Dispatch,
}

impl Widget for NoteAnchor {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &NoteAnchor) -> Html {
    let found = &props.found;
    let at = use_state(|| 0_usize);
    let put = |span: Span| {
        let (dispatch, id, target) = (props.dispatch.clone(), found.annotation.id.clone(), found.target);
        let article = props.article.id.clone();
        Callback::from(move |_: MouseEvent| {
            let passage = Passage { article: article.clone(), span };
            dispatch.dispatch(Action::Reattach(id.clone(), target, passage, clock::now()));
            selection::clear();
        })
    };
    if found.outcome == Outcome::Same {
        return Html::default();
    }
    let old = found.annotation.targets.get(found.target).map(|target| target.quote.exact.clone());
    let now = found.span.map(|span| span.of(props.article.text()).to_owned());
    let sure = (found.score * 100.0).round() as usize;
    let candidates = &found.candidates;
    let place = candidates.get(*at % candidates.len().max(1)).map(|candidate| candidate.span);
    let step = |by: usize| {
        let (at, count) = (at.clone(), candidates.len());
        Callback::from(move |_: MouseEvent| at.set((*at + by) % count.max(1)))
    };
    let selected = props.selection;
    html! {
        <div class="anchor" data-outcome={found.outcome.name()}>
            <p>{ (WORDS.outcome)(found.outcome) }{ " " }{ (WORDS.certainty)(sure) }</p>
            <div hidden={found.outcome != Outcome::Changed}>
                <p><del>{ old.unwrap_or_default() }</del></p>
                <p><ins>{ now.unwrap_or_default() }</ins></p>
            </div>
            <div>
                { for place.filter(|_| found.span.is_none()).map(|place| html! {
                    <>
                        <p class="candidate">{ surroundings(props.article.text(), place) }</p>
                        <p class="card-tools">
                            <span>{ (WORDS.candidate)(*at % candidates.len() + 1, candidates.len()) }</span>
                            <button type="button" hidden={candidates.len() < 2} onclick={step(candidates.len() - 1)}>{ WORDS.previous }</button>
                            <button type="button" hidden={candidates.len() < 2} onclick={step(1)}>{ WORDS.next }</button>
                            <button type="button" class="it-is-this" onclick={put(place)}>{ WORDS.it_is_this }</button>
                        </p>
                    </>
                }) }
            </div>
            <p hidden={found.span.is_some() || selected.is_some()}>
                { match props.text_at.clone() {
                    Some(address) => html! { <a class="to-text" href={address}>{ WORDS.open_to_attach }</a> },
                    None => Html::from(WORDS.select_to_attach),
                } }
            </p>
            <div class="card-tools">
                { for selected.map(|span| html! {
                    <button type="button" class="attach" onclick={put(span)}>{ WORDS.attach_here }</button>
                }) }
            </div>
        </div>
    }
}

/// A place with a few words on either side.
fn surroundings(text: &str, span: Span) -> Html {
    const AROUND: usize = 48;
    let first = text.floor_char_boundary(span.start.saturating_sub(AROUND));
    let end = text.ceil_char_boundary((span.end + AROUND).min(text.len()));
    let of = |start, end| Span::new(start, end).of(text).to_owned();
    html! { <>{ "…" }{ of(first, span.start) }<b>{ span.of(text).to_owned() }</b>{ of(span.end, end) }{ "…" }</> }
}
