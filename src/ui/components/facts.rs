use crate::{platform::locale, ui::words::ENGLISH as WORDS};
use gloss_text::{Article, Metadata};
use yew::prelude::*;

/// Where an article comes from: its source, author and day, as far as they are stated.
pub(in crate::ui) fn facts(metadata: &Metadata) -> Html {
    let Metadata { source, author, published, .. } = metadata;
    html! {
        <>
            <span class="source">{ source.as_deref().unwrap_or(WORDS.source_not_stated).to_owned() }</span>
            <span class="author">{ author.clone().unwrap_or_default() }</span>
            <span class="published">{ published.map(locale::day).unwrap_or_default() }</span>
        </>
    }
}

/// Where a quote comes from, in a line: author, title, source and day, as far as they are stated.
pub(super) fn origin(article: &Article) -> String {
    let Metadata { author, source, published, .. } = &*article.metadata;
    let source = source.as_deref().unwrap_or(WORDS.source_not_stated).to_owned();
    let parts = [author.clone(), Some(article.title()), Some(source), published.map(locale::day)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
