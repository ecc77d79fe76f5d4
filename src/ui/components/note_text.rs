use gloss_notes::{NoteBlock, NoteInline, note_blocks};
use yew::prelude::*;

/// A note with its Markdown shown. All of it reaches the page as text nodes and as elements made here.
pub(super) fn note_text(words: &str) -> Html {
    html! { <div class="note-text" dir="auto" hidden={words.is_empty()}>{ for note_blocks(words).iter().map(block) }</div> }
}

fn block(block: &NoteBlock) -> Html {
    match block {
        NoteBlock::Paragraph(words) => html! { <p>{ for words.iter().map(inline) }</p> },
        NoteBlock::Quote(blocks) => {
            html! { <blockquote>{ for blocks.iter().map(self::block) }</blockquote> }
        }
        NoteBlock::List { ordered, items } => {
            let item = |words: &Vec<NoteInline>| html! { <li>{ for words.iter().map(inline) }</li> };
            let items = items.iter().map(item).collect::<Html>();
            if *ordered {
                html! { <ol>{ items }</ol> }
            } else {
                html! { <ul>{ items }</ul> }
            }
        }
        NoteBlock::Code(code) => html! { <pre><code>{ code }</code></pre> },
    }
}

fn inline(inline: &NoteInline) -> Html {
    let all = |words: &[NoteInline]| words.iter().map(self::inline).collect::<Html>();
    match inline {
        NoteInline::Text(text) => html! { text },
        NoteInline::Break => html! { <br /> },
        NoteInline::Strong(words) => html! { <strong>{ all(words) }</strong> },
        NoteInline::Emphasis(words) => html! { <em>{ all(words) }</em> },
        NoteInline::Code(code) => html! { <code>{ code }</code> },
        NoteInline::Link { words, to } => html! {
            <a href={to.clone()} target="_blank" rel="noopener noreferrer">{ all(words) }</a>
        },
    }
}
