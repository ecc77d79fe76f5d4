use super::block::BlockView;
use crate::{
    core::{
        analysis::Analysis,
        app::Action,
        article::Article,
        page::PageBlock,
        text::{BlockKind, Offsets},
    },
    ui::{Dispatch, hooks::MarkListeners, words::ENGLISH as WORDS},
};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ArticleTextProps {
    pub(in crate::ui) article: Rc<Article>,
    pub(in crate::ui) analysis: Option<Rc<Analysis>>,
    pub(in crate::ui) blocks: Rc<[Rc<PageBlock>]>,
    /// Only blocks that quote this voice are shown.
    pub(in crate::ui) voice: Option<String>,
    pub(in crate::ui) container: NodeRef,
    pub(in crate::ui) listeners: MarkListeners,
    pub(in crate::ui) dispatch: Dispatch,
}

/// The article's text with its marks. The text of its element is the text of the article, to the character.
#[component]
pub(in crate::ui) fn ArticleText(props: &ArticleTextProps) -> Html {
    let focus = {
        let dispatch = props.dispatch.clone();
        move |target: Option<EventTarget>| {
            let element = target.and_then(|target| target.dyn_into::<Element>().ok());
            let mark = element.and_then(|element| element.closest("mark").ok()?);
            if let Some(id) = mark.and_then(|mark| mark.get_attribute("data-annotation")) {
                dispatch.dispatch(Action::Focus(Some(id)));
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
            focus(event.target());
            about.emit(event);
        })
    };
    let show_all = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Filter(None)))
    };
    let following = props.voice.as_deref().map(WORDS.following);
    html! {
        <>
            <p class="following" role="status">
                <span>{ following.clone().unwrap_or_default() }</span>
                <button type="button" hidden={following.is_none()} onclick={show_all}>{ WORDS.show_all }</button>
            </p>
            <article
                ref={props.container.clone()}
                lang={props.article.metadata.language.clone().unwrap_or_else(|| "en".to_owned())}
                dir="auto"
                {onclick}
                {onfocusin}
                onmouseover={props.listeners.over.clone()}
                onmouseout={props.listeners.out.clone()}
            >{ draw(props) }</article>
        </>
    }
}

/// The blocks in order, each run of page furniture folded away.
fn draw(props: &ArticleTextProps) -> Html {
    let offsets = Offsets::new(&props.article.text);
    let view = |block: &Rc<PageBlock>| {
        let start = offsets.utf16(block.extent.start);
        let left_out = props.voice.as_deref().is_some_and(|voice| !quotes(props, block, voice));
        html! {
            <BlockView
                key={block.extent.start}
                article={props.article.clone()}
                block={block.clone()}
                {start}
                {left_out}
            />
        }
    };
    props
        .blocks
        .chunk_by(|a, b| is_furniture(a) == is_furniture(b))
        .filter_map(|run| Some((run.first()?, run)))
        .map(|(first, run)| {
            if is_furniture(first) {
                let label = (WORDS.furniture)(run.len());
                // The label is drawn by the style sheet, so that the article's text stays its own.
                html! {
                    <details key={format!("furniture {}", first.extent.start)} class="furniture">
                        <summary aria-label={label.clone()} data-label={label} />
                        { for run.iter().map(view) }
                    </details>
                }
            } else {
                html! { <div key={first.extent.start} class="prose">{ for run.iter().map(view) }</div> }
            }
        })
        .collect()
}

fn is_furniture(block: &PageBlock) -> bool {
    block.block.kind == BlockKind::Furniture
}

fn quotes(props: &ArticleTextProps, block: &PageBlock, voice: &str) -> bool {
    let quotations = props.analysis.iter().flat_map(|analysis| &analysis.quotations);
    quotations
        .filter(|quotation| quotation.speaker.as_ref().is_some_and(|speaker| speaker.name == voice))
        .any(|quotation| quotation.segments.iter().any(|segment| segment.overlaps(block.extent)))
}
