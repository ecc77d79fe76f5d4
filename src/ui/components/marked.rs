use gloss_text::{
    Span,
    search::{Query, Searchable},
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct MarkedProps {
    pub(in crate::ui) text: AttrValue,
    pub(in crate::ui) query: Query,
}

/// A short text in which every hit is marked.
#[component]
pub(in crate::ui) fn Marked(props: &MarkedProps) -> Html {
    let text = props.text.as_str();
    let searchable = Searchable::new(text);
    let mut at = 0;
    let mut parts = Vec::new();
    for hit in searchable.find(text, &props.query) {
        parts.push(html! { <>{ Span::new(at, hit.start).of(text) }<b class="hit">{ hit.of(text) }</b></> });
        at = hit.end;
    }
    html! { <>{ for parts }{ Span::new(at, text.len()).of(text) }</> }
}
