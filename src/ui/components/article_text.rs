use super::part::Part;
use crate::platform::{TextRef, selection, stories};
use crate::ui::{
    Dispatch,
    hooks::MarkListeners,
    widget::{Widget, keyed},
    words::ENGLISH as WORDS,
};
use gloss_analysis::Analysis;
use gloss_app::{
    Act, Settings, Speech,
    page::{PageBlock, parts},
};
use gloss_notes::AnnotationId;
use gloss_text::{Article, BlockKind, Direction, Span, Utf16};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::{functional::Hook, prelude::*};

/// How many parts are the beginning of an article: more than a window shows.
const FIRST: usize = 4;

/// The article's text with its marks. The text of its element is the text of the article, to the character.
#[derive(PartialEq)]
pub(in crate::ui) struct ArticleText {
    pub(in crate::ui) article: Rc<Article>,
    pub(in crate::ui) analysis: Option<Rc<Analysis>>,
    /// Who speaks in it, when that is known.
    pub(in crate::ui) speech: Option<Rc<Speech>>,
    pub(in crate::ui) blocks: Rc<[Rc<PageBlock>]>,
    /// Only blocks that quote this voice are shown.
    pub(in crate::ui) voice: Option<String>,
    /// Whether all of it is drawn, and not only its beginning.
    pub(in crate::ui) complete: bool,
    /// Whether all marks are drawn, and not only those near the window.
    pub(in crate::ui) whole: bool,
    pub(in crate::ui) settings: Settings,
    /// Told of each part what it covers and whether its marks are drawn, when that changes.
    pub(in crate::ui) on_drawn: Callback<(Span, bool)>,
    pub(in crate::ui) text: TextRef,
    pub(in crate::ui) listeners: MarkListeners,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for ArticleText {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &ArticleText) -> Html {
    let focus = {
        let dispatch = props.dispatch.clone();
        move |target: Option<EventTarget>| {
            let element = target.and_then(|target| target.dyn_into::<Element>().ok());
            let mark = element.and_then(|element| element.closest("mark").ok()?);
            if let Some(id) = mark.and_then(|mark| AnnotationId::new(mark.get_attribute("data-annotation")?))
            {
                dispatch.act(Act::Focus(Some(id)));
            }
        }
    };
    let onfocusin = {
        let (focus, about) = (focus.clone(), props.listeners.focus.clone());
        Callback::from(move |event: FocusEvent| {
            focus(event.target());
            about.emit(event);
        })
    };
    let onclick = {
        let about = props.listeners.click.clone();
        Callback::from(move |event: MouseEvent| {
            // The click that ends dragging over a mark is not meant for it; one without a pointer is.
            if event.detail() == 0 || !selection::exists() {
                focus(event.target());
                about.emit(event);
            }
        })
    };
    let show_all = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.act(Act::Filter(None)))
    };
    // Where the parts begin, in UTF-16 code units. Marks do not change it.
    let starts = use_memo((props.article.clone(), props.blocks.len()), |(article, _)| {
        let offsets = article.document.offsets();
        let firsts = parts(&props.blocks).into_iter().filter_map(<[_]>::first);
        firsts.map(|block| offsets.utf16(block.extent.start)).collect::<Vec<_>>()
    });
    let direction = use_memo(props.article.clone(), |article| Direction::of(article.text()));
    // A text whose language nobody has stated is in that of the page, unless its letters tell otherwise.
    let foreign = *direction == Some(Direction::RightToLeft);
    let language = props.article.metadata.language.clone().or_else(|| foreign.then(String::new));
    let also = use_memo(props.article.clone(), |article| stories::also(article.document.version()));
    let following = props.voice.as_deref().map(WORDS.following);
    html! {
        <>
            <p class="following" role="status">
                <span>{ following.clone().unwrap_or_default() }</span>
                <button type="button" hidden={following.is_none()} onclick={show_all}>{ WORDS.show_all }</button>
            </p>
            <p class="hint" hidden={!props.article.text().trim().is_empty()}>{ WORDS.empty_article }</p>
            <article
                ref={props.text.node.clone()}
                lang={language}
                dir={direction.map(Direction::name)}
                {onclick}
                {onfocusin}
                onmouseover={props.listeners.over.clone()}
                onmouseout={props.listeners.out.clone()}
            >{ draw(props, &starts, &also) }</article>
        </>
    }
}

/// The parts in order.
fn draw(props: &ArticleText, starts: &[Utf16], also: &Rc<str>) -> Html {
    let followed: Option<Rc<[Span]>> = props.voice.as_deref().map(|voice| said_by(props, voice));
    // Who speaks is shown where the article begins, behind what the web page left before it.
    let is_prose = |blocks: &&[Rc<PageBlock>]| {
        blocks.first().is_some_and(|block| block.block.kind != BlockKind::Furniture)
    };
    let beginning = parts(&props.blocks).iter().position(is_prose);
    let view = |(at, (blocks, &start)): (usize, (&[Rc<PageBlock>], &Utf16))| {
        let key = blocks.first().map(|block| block.extent.start)?;
        let begins = beginning == Some(at) && followed.is_none();
        Some(keyed(
            key,
            Part {
                article: props.article.clone(),
                blocks: Rc::<[Rc<PageBlock>]>::from(blocks),
                start,
                followed: followed.clone(),
                begins,
                speech: props.speech.clone().filter(|_| begins),
                whole: props.whole,
                settings: props.settings,
                on_drawn: props.on_drawn.clone(),
                also: also.clone(),
                text: props.text.clone(),
                dispatch: props.dispatch.clone(),
            },
        ))
    };
    let count = if props.complete { usize::MAX } else { FIRST };
    parts(&props.blocks).into_iter().zip(starts).enumerate().take(count).filter_map(view).collect()
}

fn said_by(props: &ArticleText, voice: &str) -> Rc<[Span]> {
    let quotations = props.analysis.iter().flat_map(|analysis| &analysis.quotations);
    quotations
        .filter(|quotation| quotation.speaker.as_ref().is_some_and(|speaker| speaker.name == voice))
        .flat_map(|quotation| quotation.segments.iter().copied())
        .collect()
}
