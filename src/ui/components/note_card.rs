use super::{
    facts::origin, note_anchor::NoteAnchor, note_editor::NoteEditor, note_tags::NoteTags,
    note_text::note_text, note_versions::note_versions,
};
use crate::ui::hooks::use_effect_with;
use crate::{
    platform::{address, clipboard, clock, locale, viewport, walk, with_attribute},
    ui::{
        Dispatch,
        widget::{Widget, widget},
        words::ENGLISH as WORDS,
    },
};
use gloo::timers::future::TimeoutFuture;
use gloss_app::{Act, Action, Anchored, Message, Route};
use gloss_notes::{Annotation, Colour, History, TakenFor, TextFragment};
use gloss_text::{Article, Span};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::{functional::Hook, platform::spawn_local, prelude::*};

/// After this time a card has come to its place in the margin.
const PLACED_MS: u32 = 200;

/// One annotation in a list: its passage, its note, and what can be done with it.
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
#[derive(PartialEq)]
pub(in crate::ui) struct NoteCard {
    pub(in crate::ui) annotation: Rc<Annotation>,
    /// What its passage was taken for before this correction, where that is known.
    pub(in crate::ui) before: Option<TakenFor>,
    /// The number of the note in its article, as the text has it.
    pub(in crate::ui) number: Option<usize>,
    /// Where "show in the text" leads; none when the words were not found.
    pub(in crate::ui) address: Option<String>,
    pub(in crate::ui) focused: bool,
    pub(in crate::ui) editing: bool,
    /// Whether it shows its words and no more: hundreds of them are drawn while a reader scrolls.
    pub(in crate::ui) resting: bool,
    /// Whether storage has not confirmed it yet.
    pub(in crate::ui) unsaved: bool,
    /// All annotations: the tags in use, and the versions.
    pub(in crate::ui) history: History,
    /// What has become of its passage, and in which article.
    pub(in crate::ui) found: Option<(Anchored, Rc<Article>)>,
    /// Where the article's text can be selected, when that is not here.
    pub(in crate::ui) text_at: Option<String>,
    /// What is selected, where that matters to the card.
    pub(in crate::ui) selection: Option<Span>,
    pub(in crate::ui) dispatch: Dispatch,
    /// What a list says above the card's own content.
    pub(in crate::ui) heading: Html,
}

impl Widget for NoteCard {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &NoteCard) -> Html {
    let annotation = &props.annotation;
    let id = annotation.id.clone();
    // The focus alone would not move the page when this note has it already.
    let show = {
        let (dispatch, id) = (props.dispatch.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.act(Act::Focus(Some(id.clone())));
            walk::show(&format!("mark{}", with_attribute("data-annotation", &id)));
        })
    };
    let card = use_node_ref();
    use_effect_with((props.focused, props.editing, card.clone()), |(focused, editing, card)| {
        let card = card.cast::<HtmlElement>().filter(|_| *focused || *editing);
        match card {
            Some(card) if *editing => spawn_local(async move {
                // It may be moved once more, by cards that come to their places later, until the reader scrolls.
                let (mut foot, mut left) = (-1.0, None);
                loop {
                    TimeoutFuture::new(PLACED_MS).await;
                    let before = std::mem::replace(&mut foot, viewport::foot(&card));
                    let rests = foot >= 0.0 && (foot - before).abs() < 1.0;
                    if rests || !card.is_connected() || left.is_some_and(viewport::is_scrolled_from) {
                        break;
                    }
                    // Before it has its place a card is above all that one can scroll to.
                    if foot >= 0.0 {
                        viewport::bring_into_view(&card);
                        left = Some(viewport::scrolled());
                    }
                }
            }),
            // Its passage comes into view afterwards, which is where the reader is led.
            Some(card) => viewport::bring_into_view(&card),
            None => {}
        }
    });
    let quote = quote(annotation);
    let wordless = quote.is_empty();
    let class = classes!("card", annotation.colour.name(), props.focused.then_some("focused"));
    let dispatch = &props.dispatch;
    html! {
        <li {class} tabindex="-1" data-annotation={id.to_string()} data-unsaved={props.unsaved.to_string()} ref={card}>
            <div class="card-head">{ props.heading.clone() }</div>
            <div>
                { match &props.address {
                    // Beside its passage, whose mark has the number, nothing is said twice.
                    Some(address) if props.resting && props.number.is_some() => html! {
                        <a class="number" href={address.clone()} title={WORDS.show_passage} onclick={show}>
                            { props.number.map(locale::number) }
                        </a>
                    },
                    Some(address) => html! {
                        <a class="quote" dir="auto" href={address.clone()} title={WORDS.show_passage} onclick={show}>
                            { quote }
                        </a>
                    },
                    // Without the article nothing is known of what has become of the words.
                    None => html! {
                        <p class="quote lost" dir="auto" hidden={wordless}>
                            { quote }<em hidden={props.found.is_some()}>{ WORDS.not_found }</em>
                        </p>
                    },
                } }
            </div>
            <div>
                { for props.found.as_ref().map(|(found, article)| widget(NoteAnchor {
                    found: found.clone(),
                    article: article.clone(),
                    text_at: props.text_at.clone(),
                    selection: props.selection,
                    dispatch: dispatch.clone(),
                })) }
            </div>
            <div>
                { if props.editing {
                    widget(NoteEditor {
                        annotation: annotation.clone(),
                        dispatch: dispatch.clone(),
                    })
                } else if props.resting || id.is_given() {
                    html! {
                        <>
                            { note_text(&annotation.note) }
                            <p class="tag-line" hidden={annotation.tags.is_empty()}>{ annotation.tags.join(", ") }</p>
                            { if id.is_given() { given(annotation, dispatch) } else { Html::default() } }
                        </>
                    }
                } else {
                    html! {
                        <>
                            <p class="correction" hidden={annotation.correction.is_none()}>
                                { annotation.correction.as_ref().map(WORDS.correction).unwrap_or_default() }
                                { props.before.as_ref().map(WORDS.before_correction).unwrap_or_default() }
                            </p>
                            { for annotation.replies_to.as_ref().and_then(|id| props.history.get(id)).map(|answered| html! {
                                <p class="correction">{ (WORDS.answers)(&answered.note) }</p>
                            }) }
                            { note_text(&annotation.note) }
                            { widget(NoteTags {
                                annotation: annotation.clone(),
                                dispatch: dispatch.clone(),
                            }) }
                            { note_versions(&id, &props.history, dispatch) }
                            { tools(props) }
                        </>
                    }
                } }
            </div>
        </li>
    }
}

/// What stands below a note that came with the site: the reader may have a copy, and leaves the note as it is.
fn given(annotation: &Rc<Annotation>, dispatch: &Dispatch) -> Html {
    let copy = {
        let (annotation, dispatch) = (annotation.clone(), dispatch.clone());
        move |_| {
            let (id, now) = (clock::fresh_id(), clock::now());
            let copy = Annotation { id, created: now, modified: now, ..Annotation::clone(&annotation) };
            dispatch.dispatch(Action::Annotate(copy));
        }
    };
    html! {
        <p class="card-tools given">
            { WORDS.given }
            <button type="button" onclick={copy}>{ WORDS.copy_note }</button>
        </p>
    }
}

/// Its words, with dots between those of several passages.
fn quote(annotation: &Annotation) -> String {
    annotation.targets.iter().map(|target| target.quote.exact.as_str()).collect::<Vec<_>>().join(" … ")
}

fn tools(props: &NoteCard) -> Html {
    let annotation = &props.annotation;
    let id = &annotation.id;
    let edit = {
        let (dispatch, id) = (props.dispatch.clone(), id.clone());
        Callback::from(move |_: MouseEvent| dispatch.act(Act::Edit(Some(id.clone()))))
    };
    let delete = {
        let (dispatch, id) = (props.dispatch.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            walk::leave_card(&id);
            dispatch.dispatch(Action::Delete(id.clone()));
        })
    };
    let paint = |colour: Colour| {
        let (dispatch, id) = (props.dispatch.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Paint(id.clone(), colour, clock::now()));
        })
    };
    let copy = |quoted: bool| {
        let (dispatch, annotation) = (props.dispatch.clone(), annotation.clone());
        let found = props.found.clone();
        Callback::from(move |_: MouseEvent| {
            let link = link(&annotation, found.as_ref());
            let words = if quoted {
                with_source(&annotation, found.as_ref().map(|(_, article)| article.as_ref()), &link)
            } else {
                link
            };
            clipboard::copy(&words);
            dispatch.dispatch(Action::Say(Message::Copied));
        })
    };
    html! {
        <div class="card-tools">
            <button type="button" onclick={edit}>
                { if annotation.note.is_empty() { WORDS.add_note } else { WORDS.edit } }
            </button>
            <button type="button" class="delete" onclick={delete}>{ WORDS.delete }</button>
            <button type="button" class="copy-quote" onclick={copy(true)}>{ WORDS.copy_quote }</button>
            <button type="button" class="copy-link" onclick={copy(false)}>{ WORDS.copy_link }</button>
            <span class="swatches">
                { for Colour::ALL.iter().map(|&colour| html! {
                    <button
                        key={colour.name()}
                        type="button"
                        class={classes!("swatch", colour.name())}
                        aria-label={(WORDS.highlight_in)((WORDS.colour)(colour))}
                        aria-pressed={(annotation.colour == colour).to_string()}
                        onclick={paint(colour)}
                    />
                }) }
            </span>
        </div>
    }
}

/// The address that opens its article at it, or at its passage in a browser that does not have it.
fn link(annotation: &Annotation, found: Option<&(Anchored, Rc<Article>)>) -> String {
    let Some(article) = annotation.targets.first().map(|target| target.article.clone()) else {
        return String::new();
    };
    let text = found.and_then(|(found, article)| Some(TextFragment::describe(article.text(), found.span?)));
    address::absolute(&Route::Read { article, note: Some(annotation.id.clone()), text })
}

fn with_source(annotation: &Annotation, article: Option<&Article>, link: &str) -> String {
    (WORDS.cited)(&quote(annotation), &article.map(origin).unwrap_or_default(), link)
}
