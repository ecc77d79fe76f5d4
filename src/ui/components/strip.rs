use super::{first_hint::first_hint, legend::legend};
use crate::{
    platform::{TextRef, locale},
    ui::{Dispatch, hooks::show_mark, words::ENGLISH as WORDS},
};
use gloss_app::{
    MarkId, Settings, Speech, VoiceColour,
    page::{PLACES, ticks},
};
use gloss_text::Article;
use std::fmt::Write;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// How many voices are named below the strip.
const NAMED: usize = 5;

/// The classes of the voices' colours; grey is the first.
const CLASSES: [&str; 7] = ["v0", "v1", "v2", "v3", "v4", "v5", "v6"];

/// The class of a voice's colour, or of what nobody is named for.
pub(super) fn voice_class(colour: Option<VoiceColour>) -> &'static str {
    colour.map_or("nobody", |colour| CLASSES.get(colour).copied().unwrap_or("v0"))
}

/// What is quoted in an article of `length` bytes, as one shape a colour. It runs from left to right, or as the rail from
/// the head down.
pub(super) fn shapes(speech: &Speech, length: usize, down: bool) -> Html {
    let colours = CLASSES.iter().enumerate().map(|(colour, class)| (Some(colour), *class));
    colours
        .chain([(None, voice_class(None))])
        .map(|(colour, class)| {
            let spans = speech.passages.iter().filter(|passage| passage.1 == colour).map(|passage| passage.0);
            let mut path = String::new();
            for (first, count) in ticks(length, spans) {
                // Neighbours are told apart by a gap; what is short can be seen.
                let count = count.saturating_sub(1).max(2);
                let _ = if down {
                    write!(path, "M0 {first}h12v{count}h-12z")
                } else {
                    write!(path, "M{first} 0h{count}v12h-{count}z")
                };
            }
            html! { <path key={class} {class} d={path} /> }
        })
        .collect()
}

/// The strip: an article from its first word to its last, with what is quoted in the colour of who says it.
pub(in crate::ui) fn strip(speech: &Speech, length: usize, on_click: Option<Callback<MouseEvent>>) -> Html {
    html! {
        <svg class="strip" viewBox={format!("0 0 {PLACES} 12")} preserveAspectRatio="none" aria-hidden="true" onclick={on_click}>
            { shapes(speech, length, false) }
        </svg>
    }
}

/// Who speaks in an article, in a line: "3 voices, 36% quoted: …".
pub(in crate::ui) fn voices_line(speech: &Speech, words: usize) -> String {
    if speech.passages.is_empty() {
        return (WORDS.no_one_quoted)(speech.terms);
    }
    let names: Vec<&str> =
        speech.voices.iter().take(NAMED - 1).map(|(voice, _)| voice.name.as_str()).collect();
    let more = speech.voices.len().saturating_sub(names.len());
    (WORDS.voices_line)(speech.voices.len(), share(speech, words), &names, more, speech.unnamed.len())
}

fn share(speech: &Speech, words: usize) -> usize {
    speech.quoted * 100 / words.max(1)
}

/// Who speaks, within the text of an article: the strip, and its voices, of which each leads to its first words. It has no
/// text of its own, which would be in the article's. Before the analysis it only keeps its place.
pub(super) fn who_speaks(
    article: &Article,
    speech: Option<&Speech>,
    settings: Settings,
    text: &TextRef,
    dispatch: &Dispatch,
) -> Html {
    let length = article.text().len();
    let go = {
        let text = text.clone();
        Callback::from(move |event: MouseEvent| {
            let strip = event.current_target().map(JsCast::unchecked_into::<Element>);
            if let Some((bounds, view)) = strip.map(|strip| strip.get_bounding_client_rect()).zip(text.view())
            {
                let share = (f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0);
                view.go_to((share.clamp(0.0, 1.0) * length as f64) as usize);
            }
        })
    };
    let empty = Speech::default();
    let shown = speech.unwrap_or(&empty);
    let summary = match speech {
        Some(speech) if speech.passages.is_empty() => (WORDS.no_one_quoted)(speech.terms),
        Some(speech) => (WORDS.quoted_share)(share(speech, article.document.words())),
        None => WORDS.analysing.to_owned(),
    };
    let voice = |name: &str, words: usize, first: Option<usize>, colour: Option<VoiceColour>| {
        let (text, dispatch) = (text.clone(), dispatch.clone());
        let show = Callback::from(move |_: MouseEvent| {
            if let Some(first) = first {
                show_mark(MarkId::Quotation(first), &text, &dispatch);
            }
        });
        html! {
            <li key={name.to_owned()}>
                <button
                    type="button"
                    class={classes!("word", voice_class(colour))}
                    aria-label={(WORDS.voice_with_words)(name, words)}
                    data-text={format!("{name} {}", locale::number(words))}
                    onclick={show}
                />
            </li>
        }
    };
    let named = shown.voices.iter().take(NAMED).map(|(known, colour)| {
        voice(&known.name, known.words, known.quotations.first().copied(), Some(*colour))
    });
    let others = shown.voices.get(NAMED..).filter(|others| !others.is_empty()).map(|others| {
        let first = others.iter().filter_map(|(known, _)| known.quotations.first()).min().copied();
        let words = others.iter().map(|(known, _)| known.words).sum();
        voice(&(WORDS.more_voices)(others.len()), words, first, Some(0))
    });
    let unnamed = (!shown.unnamed.is_empty())
        .then(|| voice(WORDS.nobody_named, shown.unnamed_words, shown.unnamed.first().copied(), None));
    html! {
        <div class="who" key="who">
            <p class="sum"><span data-text={WORDS.who_speaks} /><span data-text={summary} /></p>
            { strip(shown, length, Some(go)) }
            <ul class="voices-key" aria-label={WORDS.voices}>{ for named.chain(others).chain(unnamed) }</ul>
            { legend(settings, dispatch) }
            { first_hint(settings, dispatch) }
        </div>
    }
}
