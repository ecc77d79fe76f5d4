use super::{Entry, State};
use gloss_text::{Article, Span, search::Query};
use std::rc::Rc;

/// Bytes of context on each side of a hit: about a line of a wide window in all.
const CONTEXT: usize = 70;

/// One article that has what was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleHits {
    /// The article.
    pub article: Rc<Article>,
    /// Where, in the order of the text; never empty.
    pub hits: Vec<Span>,
}

/// The articles of the library that have the words, in the library's order, and where.
pub fn find_in_library(state: &State, query: &Query) -> Vec<ArticleHits> {
    let hits = |entry: &Entry| {
        let article = state.read(&entry.id)?;
        let hits = entry.searchable.of(article.text()).find(article.text(), query);
        (!hits.is_empty()).then_some(ArticleHits { article, hits })
    };
    state.library().filter_map(hits).collect()
}

/// The line to show a hit in: what stands around it in its blocks, in whole words where there are any.
pub fn line_around(text: &str, hit: Span) -> Span {
    let start = text.floor_char_boundary(hit.start.saturating_sub(CONTEXT));
    let before = Span::new(start, hit.start).of(text);
    let end = text.ceil_char_boundary(hit.end.saturating_add(CONTEXT));
    let after = Span::new(hit.end, end).of(text);
    let cut_before = match before.rfind('\n') {
        Some(line) => line + 1,
        None if start == 0 => 0,
        None => before.find(' ').map_or(0, |space| space + 1),
    };
    let cut_after = match after.find('\n') {
        Some(line) => line,
        None if end == text.len() => after.len(),
        None => after.rfind(' ').unwrap_or(after.len()),
    };
    Span::new(start + cut_before, hit.end + cut_after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, Load, Route, Settings};
    use gloss_ingest::plain_text;
    use gloss_text::search::Query;
    use proptest::prelude::*;

    #[test]
    fn articles_are_found_in_the_order_of_the_library() {
        let ids = ["a", "b", "c"].map(|id| id.parse().unwrap());
        let mut state = State::new(Route::Library, ids, Settings::default());
        for (id, text) in [("c", "A café."), ("a", "Cafe, CAFÉ!"), ("b", "Tea.")] {
            let article = Rc::new(Article::new(id.parse().unwrap(), plain_text(text)));
            state = state.reduce(Action::ArticleLoaded(id.parse().unwrap(), Load::Ready(article)));
        }
        let found = find_in_library(&state, &Query::new("cafe"));
        let counts: Vec<_> =
            found.iter().map(|found| (found.article.id.as_str(), found.hits.len())).collect();
        assert_eq!(counts, [("a", 2), ("c", 1)]);
        assert_eq!(find_in_library(&state, &Query::new(" ")), []);
    }

    #[test]
    fn a_line_keeps_to_its_block_and_to_whole_words() {
        let text = format!("Before.\n{}the hit {}\nAfter.", "many words ".repeat(20), "and more ".repeat(20));
        let at = text.find("hit").unwrap();
        let line = line_around(&text, Span::new(at, at + 3)).of(&text);
        assert!(line.len() < 150 && line.contains("the hit and"), "{line}");
        assert!(
            line.split(' ').all(|word| ["many", "words", "the", "hit", "and", "more"].contains(&word)),
            "{line}"
        );
        assert_eq!(line_around("a\nb hit c\nd", Span::new(4, 7)).of("a\nb hit c\nd"), "b hit c");
    }

    proptest! {
        #[test]
        fn a_line_holds_its_hit(text in "(\\PC|[a \n]){0,300}", a in 0_usize..400, b in 0_usize..400) {
            let hit = Span::new(a.min(b), a.max(b)).on_boundaries(&text);
            let line = line_around(&text, hit);
            prop_assert!(line.contains(hit));
            prop_assert!(text.get(line.start..line.end).is_some());
        }
    }
}
