use super::{block::BlockView, strip::who_speaks};
use crate::platform::TextRef;
use crate::ui::hooks::use_effect_with;
use crate::ui::{
    Dispatch,
    hooks::{use_kept_selection, use_near},
    widget::{Widget, keyed},
    words::ENGLISH as WORDS,
};
use gloss_app::{Settings, Speech, page::PageBlock};
use gloss_text::{Article, BlockKind, Span, Utf16};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::{functional::Hook, prelude::*};

/// A part of the article. Far from the window it is plain text, which can be searched and selected; its marks are drawn
/// when it comes near.
#[derive(PartialEq)]
pub(in crate::ui) struct Part {
    pub(in crate::ui) article: Rc<Article>,
    pub(in crate::ui) blocks: Rc<[Rc<PageBlock>]>,
    /// Where the part begins in the article, in UTF-16 code units.
    pub(in crate::ui) start: Utf16,
    /// While one voice is followed, what it says: only blocks with a part of that are shown.
    pub(in crate::ui) followed: Option<Rc<[Span]>>,
    /// Whether the marks are drawn even if the part is far from the window.
    pub(in crate::ui) whole: bool,
    pub(in crate::ui) settings: Settings,
    /// Whether the article begins with the part, which then shows who speaks in it.
    pub(in crate::ui) begins: bool,
    /// Who speaks in the article, when that is known.
    pub(in crate::ui) speech: Option<Rc<Speech>>,
    /// Told what the part covers and whether its marks are drawn, when that changes.
    pub(in crate::ui) on_drawn: Callback<(Span, bool)>,
    /// Which quotations other articles have.
    pub(in crate::ui) also: Rc<str>,
    pub(in crate::ui) text: TextRef,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for Part {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &Part) -> Html {
    let element = use_node_ref();
    let drawn = use_near(element.clone()) || props.whole;
    use_kept_selection(drawn, props.text.clone());
    let first = props.blocks.first().map(|block| block.extent).unwrap_or_default();
    let extent = Span::new(first.start, props.blocks.last().map_or(first.end, |block| block.extent.end));
    let on_drawn = props.on_drawn.clone();
    use_effect_with((extent, drawn), move |&(extent, drawn)| on_drawn.emit((extent, drawn)));
    use_effect_with((element.clone(), extent.len()), |(element, length)| {
        // From it the style sheet guesses the height of a part that is not laid out yet.
        if let Some(element) = element.cast::<HtmlElement>() {
            let _ = element.style().set_property("--length", &length.to_string());
        }
    });

    let mut start = props.start;
    let blocks = props.blocks.iter().map(|block| {
        let here = start;
        start = start + Utf16::len(block.extent.of(props.article.text()));
        let left_out =
            props.followed.as_ref().is_some_and(|said| !said.iter().any(|span| span.overlaps(block.extent)));
        keyed(
            block.extent.start,
            BlockView {
                article: props.article.clone(),
                block: block.clone(),
                start: here,
                left_out,
                drawn,
                also: props.also.clone(),
                text: props.text.clone(),
                dispatch: props.dispatch.clone(),
            },
        )
    });
    let mut blocks: Vec<Html> = blocks.collect();
    if props.begins {
        let speech = props.speech.as_deref();
        // Below the words that begin the article, or above its text where it has a headline.
        let at = props.blocks.iter().position(|block| block.is_lede).map_or(0, |lede| lede + 1);
        blocks.insert(at, who_speaks(&props.article, speech, props.settings, &props.text, &props.dispatch));
    }
    let blocks: Html = blocks.into_iter().collect();
    if props.blocks.first().is_some_and(|block| block.block.kind == BlockKind::Furniture) {
        let label = (WORDS.furniture)(props.blocks.len());
        // The label is drawn by the style sheet, so that the article's text stays its own.
        html! {
            <details class="furniture" open={props.settings.furniture} ref={element}>
                <summary aria-label={label.clone()} data-label={label} />
                { blocks }
            </details>
        }
    } else {
        html! { <div class="prose" data-drawn={drawn.to_string()} ref={element}>{ blocks }</div> }
    }
}
