use crate::{platform::locale, ui::words::ENGLISH as WORDS};
use gloss_text::{Article, Metadata};
use yew::prelude::*;

/// Words a minute of attentive reading, from the middle of what studies of silent reading report for
/// English non-fiction (Brysbaert 2019: 238).
const WORDS_A_MINUTE: usize = 238;

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

/// How long an article is: its words, and the minutes that reading them takes.
pub(in crate::ui) fn length(words: usize) -> String {
    format!("{}, {}", (WORDS.words_count)(words), (WORDS.minutes)(words.div_ceil(WORDS_A_MINUTE)))
}

/// Where a quote comes from, in a line: author, title, source and day, as far as they are stated.
pub(super) fn origin(article: &Article) -> String {
    let Metadata { author, source, published, .. } = &*article.metadata;
    let source = source.as_deref().unwrap_or(WORDS.source_not_stated).to_owned();
    let parts = [author.clone(), Some(article.title()), Some(source), published.map(locale::day)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
