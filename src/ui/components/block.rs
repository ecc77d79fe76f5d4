use super::strip::voice_class;
use crate::platform::{TextRef, stories};
use crate::ui::{Dispatch, widget::Widget, words::ENGLISH as WORDS};
use gloss_app::{
    Act, MarkId,
    page::{Label, Mark, PageBlock, Piece},
};
use gloss_notes::Motivation;
use gloss_text::{Article, BlockKind, Direction, Utf16};
use std::rc::Rc;
use yew::{functional::Hook, prelude::*, virtual_dom::VList};

/// From how many words on an utterance has their number beside it.
const MANY: usize = 25;

/// One block of the article. Its element holds the block's text and nothing else, so that a place in it is
/// a place in the article.
#[derive(PartialEq)]
pub(in crate::ui) struct BlockView {
    pub(in crate::ui) article: Rc<Article>,
    pub(in crate::ui) block: Rc<PageBlock>,
    /// Whether the block is left out while one voice is followed.
    pub(in crate::ui) left_out: bool,
    /// Where the block's text begins in the article, in UTF-16 code units.
    pub(in crate::ui) start: Utf16,
    /// Whether its marks are drawn, or only its text.
    pub(in crate::ui) drawn: bool,
    /// Which of its quotations other articles have: see [`stories::also`](crate::platform::stories::also).
    pub(in crate::ui) also: Rc<str>,
    pub(in crate::ui) text: TextRef,
    pub(in crate::ui) dispatch: Dispatch,
}

impl Widget for BlockView {
    fn draw(&self) -> impl Hook<Output = Html> {
        use_view(self)
    }
}

#[hook]
fn use_view(props: &BlockView) -> Html {
    let tag = match props.block.block.kind {
        BlockKind::Heading => "h2",
        _ => "p",
    };
    let caption = (props.block.block.kind == BlockKind::Caption).then_some("caption");
    let text = props.article.text();
    let inside = if props.drawn {
        draw(&props.block.pieces, text, &props.also)
    } else {
        draw(&[Piece::Text(props.block.extent)], text, "")
    };
    let line = props.block.line.map(|colour| ["with-line", voice_class(colour)]);
    let lede = props.block.is_lede.then_some("lede");
    html! {
        <>
            { for props.block.label.as_ref().filter(|_| props.drawn && !props.left_out).map(label) }
            <@{tag}
                key="block"
                class={classes!("block", caption, lede, line.map(Vec::from))}
                dir={Direction::of(props.block.extent.of(text)).map(Direction::name)}
                hidden={props.left_out}
                data-start={props.start.0.to_string()}
                tabindex="-1"
            >
                { inside }
            </@>
            { for props.drawn.then(|| annotate(props)) }
        </>
    }
}

/// A button for those who cannot select: readers of a screen reader's browse mode, and hands that do not drag. It has no
/// text of its own, which would be in the article's.
fn annotate(props: &BlockView) -> Html {
    let (span, text) = (props.block.block.span, props.text.clone());
    let (dispatch, start) = (props.dispatch.clone(), props.start);
    let choose = Callback::from(move |_: MouseEvent| {
        dispatch.act(Act::Select(Some(span)));
        if let Some(view) = text.view() {
            view.to_passage_tools(start);
        }
    });
    html! {
        <button
            key="annotate"
            type="button"
            class="annotate"
            tabindex="-1"
            hidden={props.left_out}
            aria-label={WORDS.annotate_paragraph}
            title={WORDS.annotate_paragraph}
            onclick={choose}
        />
    }
}

/// Who speaks, for the margin. It has no text of its own, which would be in the article's; for those who hear the page,
/// a quotation's card tells it.
fn label(label: &Label) -> Html {
    html! {
        <div key="label" class="speakers" aria-hidden="true" data-rows={label.blocks.to_string()}>
            <div>{ for label.said.iter().map(|said| html! {
                <span class={classes!("speaker", voice_class(said.colour))}>
                    <b data-text={said.name.as_deref().unwrap_or(WORDS.nobody_named).to_owned()} />
                    <span data-text={said.office.as_deref().map(str::to_owned)} />
                    <i data-text={said.cue.as_deref().map(str::to_owned)} />
                    <span class="count" data-text={(said.words >= MANY).then(|| (WORDS.words_count)(said.words))} />
                </span>
            }) }</div>
        </div>
    }
}

fn draw(pieces: &[Piece<Mark>], text: &str, also: &str) -> Html {
    pieces
        .iter()
        .map(|piece| match piece {
            // By its key it stays where it is when marks come after it.
            Piece::Text(span) => {
                VList::with_children(vec![span.of(text).into()], Some(span.start.into())).into()
            }
            Piece::Marked { mark, span, first, last, inside } => {
                let inside = draw(inside, text, also);
                match mark {
                    Mark::Quotation { id, kind, speaker } => {
                        let nested = matches!(id, MarkId::Nested(_));
                        let speaker = speaker.as_ref().filter(|_| *first).map(ToString::to_string);
                        let also = Some(stories::also_at(also, span.end)).filter(|_| *last && !nested);
                        html! {
                            <span
                                key={span.start}
                                class={classes!("quotation", kind.name(), nested.then_some("nested"))}
                                data-mark={id.to_string()}
                                tabindex="-1"
                                data-speaker={speaker}
                                data-also={also.flatten().map(str::to_owned)}
                            >{ inside }</span>
                        }
                    }
                    Mark::Annotation { annotation, number } => {
                        let noted = annotation.motivation == Motivation::Commenting;
                        html! {
                            <mark
                                key={format!("{} {}", span.start, annotation.id)}
                                class={classes!(annotation.colour.name(), noted.then_some("noted"), last.then_some("last"))}
                                data-annotation={annotation.id.to_string()}
                                data-number={number.filter(|_| *last).map(|number| number.to_string())}
                                tabindex={first.then_some("0")}
                            >{ inside }</mark>
                        }
                    }
                    Mark::Name { index, kind, entity, again } => html! {
                        <span
                            key={span.start}
                            class={classes!("name", kind.name(), again.then_some("again"))}
                            data-mark={MarkId::Mention(*index).to_string()}
                            tabindex="-1"
                            data-entity={entity.map(|entity| entity.to_string())}
                        >{ inside }</span>
                    },
                }
            }
        })
        .collect()
}
