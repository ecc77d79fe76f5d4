use gloss_text::{
    Span,
    search::{Query, Searchable},
};
use yew::prelude::*;

/// A short text in which every hit is marked.
pub(in crate::ui) fn marked(text: &str, query: &Query) -> Html {
    let searchable = Searchable::new(text);
    let mut at = 0;
    let mut parts = Vec::new();
    for hit in searchable.find(text, query) {
        parts.push(html! { <>{ Span::new(at, hit.start).of(text) }<b class="hit">{ hit.of(text) }</b></> });
        at = hit.end;
    }
    html! { <>{ for parts }{ Span::new(at, text.len()).of(text) }</> }
}
