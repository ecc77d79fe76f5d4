use crate::core::{
    annotation::Motivation,
    app::MarkId,
    article::Article,
    page::{Mark, PageBlock, Piece},
    text::BlockKind,
};
use std::rc::Rc;
use yew::prelude::*;

/// Bytes from which on a quotation gets a line at its side.
const LONG: usize = 160;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct BlockViewProps {
    pub(in crate::ui) article: Rc<Article>,
    pub(in crate::ui) block: Rc<PageBlock>,
    /// Whether the block is left out while one voice is followed.
    pub(in crate::ui) left_out: bool,
    /// Where the block's text begins in the article, in UTF-16 code units.
    pub(in crate::ui) start: usize,
}

/// One block of the article. Its element holds the block's text and nothing else, so that a place in it is
/// a place in the article.
#[component]
pub(in crate::ui) fn BlockView(props: &BlockViewProps) -> Html {
    let tag = match props.block.block.kind {
        BlockKind::Heading => "h2",
        BlockKind::Paragraph | BlockKind::Furniture => "p",
    };
    html! {
        <@{tag}
            class="block"
            hidden={props.left_out}
            data-start={props.start.to_string()}
            data-speakers={speakers(&props.block.pieces)}
            tabindex="-1"
        >
            { draw(&props.block.pieces, &props.article.text) }
        </@>
    }
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
                    Mark::Annotation(annotation) => {
                        let noted = annotation.motivation == Motivation::Commenting;
                        html! {
                            <mark
                                key={format!("{} {}", span.start, annotation.id)}
                                class={classes!(annotation.colour.name(), noted.then_some("noted"), last.then_some("last"))}
                                data-annotation={annotation.id.clone()}
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
