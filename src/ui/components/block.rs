use crate::platform::TextRef;
use crate::ui::{Dispatch, widget::Widget, words::ENGLISH as WORDS};
use gloss_app::{
    Act, MarkId,
    page::{Mark, PageBlock, Piece},
};
use gloss_notes::Motivation;
use gloss_text::{Article, BlockKind, Direction, Utf16};
use std::rc::Rc;
use yew::{functional::Hook, prelude::*};

/// Bytes from which on a quotation gets a line at its side.
const LONG: usize = 160;

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
    let inside =
        if props.drawn { draw(&props.block.pieces, text) } else { Html::from(props.block.extent.of(text)) };
    html! {
        <>
            <@{tag}
                key="block"
                class={classes!("block", caption, has_long(&props.block.pieces).then_some("with-long"))}
                dir={Direction::of(props.block.extent.of(text)).map(Direction::name)}
                hidden={props.left_out}
                data-start={props.start.0.to_string()}
                data-speakers={speakers(&props.block.pieces)}
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

/// Whether a long quotation stands in the block itself, so that a line at the block's side tells how far it goes.
fn has_long(pieces: &[Piece<Mark>]) -> bool {
    pieces.iter().any(|piece| {
        matches!(piece, Piece::Marked { mark: Mark::Quotation { .. }, span, .. } if span.len() > LONG)
    })
}

/// Who is quoted in a block, in order, as the style sheet shows it above the block on narrow screens.
fn speakers(pieces: &[Piece<Mark>]) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for piece in pieces {
        if let Piece::Marked { mark: Mark::Quotation { speaker: Some(name), .. }, first: true, .. } = piece
            && !names.contains(&name.as_ref())
        {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(" · "))
}

fn draw(pieces: &[Piece<Mark>], text: &str) -> Html {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(span) => Html::from(span.of(text)),
            Piece::Marked { mark, span, first, last, inside } => {
                let inside = draw(inside, text);
                match mark {
                    Mark::Quotation { id, kind, speaker } => {
                        let nested = matches!(id, MarkId::Nested(_));
                        let speaker = speaker.as_ref().filter(|_| *first).map(ToString::to_string);
                        html! {
                            <span
                                key={span.start}
                                class={classes!("quotation", kind.name(), nested.then_some("nested"), (span.len() > LONG).then_some("long"))}
                                data-mark={id.to_string()}
                                tabindex="-1"
                                data-speaker={speaker}
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
                    Mark::Name { index, kind, entity } => html! {
                        <span
                            key={span.start}
                            class={classes!("name", kind.name())}
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
