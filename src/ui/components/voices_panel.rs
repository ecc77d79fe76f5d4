use crate::platform::TextRef;
use crate::ui::{Dispatch, hooks::show_mark, widget::Widget, words::ENGLISH as WORDS};
use gloss_analysis::{Analysis, Voice, unattributed, voices};
use gloss_app::{Act, MarkId};
use gloss_text::Article;
use std::rc::Rc;
use yew::{functional::Hook, prelude::*};

/// Everybody who is quoted, with their share of the quoted words.
#[derive(PartialEq)]
pub(in crate::ui) struct VoicesPanel {
    pub(in crate::ui) article: Rc<Article>,
    pub(in crate::ui) analysis: Rc<Analysis>,
    /// The voice that is followed.
    pub(in crate::ui) followed: Option<String>,
    pub(in crate::ui) text: TextRef,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for VoicesPanel {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &VoicesPanel) -> Html {
    let parts = (props.article.clone(), props.analysis.clone());
    let found = use_memo(parts, |(article, analysis)| voices(article, analysis));
    let (unknown, unknown_words) = unattributed(&props.article, &props.analysis);
    let all = unknown_words + found.iter().map(|voice| voice.words).sum::<usize>();
    html! {
        <div>
            <p class="hint" hidden={!found.is_empty()}>{ WORDS.nobody_quoted }</p>
            <ul class="voices">{ for found.iter().map(|voice| row(props, voice, all)) }</ul>
            <p class="facts unknown-voices" hidden={unknown.is_empty()}>
                <span>{ WORDS.speaker_unknown }</span>
                <span>{ (WORDS.quotations_count)(unknown.len()) }</span>
                <span>{ (WORDS.share)(unknown_words, unknown_words * 100 / all.max(1)) }</span>
            </p>
        </div>
    }
}

fn row(props: &VoicesPanel, voice: &Voice, all: usize) -> Html {
    let followed = props.followed.as_ref() == Some(&voice.name);
    let follow = {
        let (dispatch, name) = (props.dispatch.clone(), (!followed).then(|| voice.name.clone()));
        Callback::from(move |_: MouseEvent| dispatch.act(Act::Filter(name.clone())))
    };
    let share = voice.words * 100 / all.max(1);
    let quotation = |&index: &usize| {
        let segment = props.analysis.quotations.get(index).and_then(|quotation| quotation.segments.first());
        let words = segment.map(|span| span.of(props.article.text())).unwrap_or_default();
        let (dispatch, text) = (props.dispatch.clone(), props.text.clone());
        let show = Callback::from(move |_: MouseEvent| {
            show_mark(MarkId::Quotation(index), &text, &dispatch);
        });
        html! { <li key={index}><button type="button" class="quote" dir="auto" onclick={show}>{ words }</button></li> }
    };
    html! {
        <li key={voice.name.clone()}>
            <h3 dir="auto">{ &voice.name }</h3>
            <p class="facts">
                <span>{ (WORDS.quotations_count)(voice.quotations.len()) }</span>
                <span>{ (WORDS.share)(voice.words, share) }</span>
            </p>
            <meter min="0" max="100" value={share.to_string()} aria-hidden="true" />
            <button type="button" aria-pressed={followed.to_string()} onclick={follow}>
                { if followed { WORDS.show_all } else { WORDS.follow } }
            </button>
            <details>
                <summary>{ WORDS.quotations }</summary>
                <ol>{ for voice.quotations.iter().map(quotation) }</ol>
            </details>
        </li>
    }
}
