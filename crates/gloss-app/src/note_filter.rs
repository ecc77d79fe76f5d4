use gloss_notes::{
    Annotation, AnnotationId, Colour, History, Motivation, Timestamp, distinct_tags, is_same_tag,
};
use gloss_text::sort_by_key;
use gloss_text::{
    ArticleId,
    search::{Query, Searchable},
};
use std::{cmp::Reverse, rc::Rc};

/// Which annotations are shown, and in what order. What is not asked for excludes none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteFilter {
    /// About this article.
    pub article: Option<ArticleId>,
    /// In this colour.
    pub colour: Option<Colour>,
    /// With this tag.
    pub tag: Option<String>,
    /// Of this kind.
    pub kind: Option<NoteKind>,
    /// Made at this time or later.
    pub from: Option<Timestamp>,
    /// Made before this time.
    pub until: Option<Timestamp>,
    /// Whose note, quote or tags have these words.
    pub words: String,
    /// In what order.
    pub order: NoteOrder,
}

/// What an annotation is to a reader who looks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// A marked passage without a word about it.
    Highlight,
    /// One with words.
    Note,
    /// A correction of the analysis.
    Correction,
}

/// An order of annotations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoteOrder {
    /// By article, in the order of the text.
    #[default]
    Place,
    /// The newest first.
    Newest,
}

impl NoteKind {
    /// All kinds, as they are offered.
    pub const ALL: [Self; 3] = [Self::Highlight, Self::Note, Self::Correction];

    /// The name in the page's controls.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Highlight => "highlight",
            Self::Note => "note",
            Self::Correction => "correction",
        }
    }

    /// The kind of an annotation.
    pub fn of(annotation: &Annotation) -> Self {
        if annotation.correction.is_some() || annotation.motivation == Motivation::Editing {
            Self::Correction
        } else if annotation.note.is_empty() {
            Self::Highlight
        } else {
            Self::Note
        }
    }
}

impl NoteOrder {
    /// All orders, as they are offered.
    pub const ALL: [Self; 2] = [Self::Place, Self::Newest];

    /// The name in the page's controls.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Newest => "newest",
        }
    }
}

/// The annotations of a notebook, ready to be searched.
#[derive(Clone, Debug, Default)]
pub struct NoteIndex(Vec<(Rc<Annotation>, Searchable)>);

impl NoteIndex {
    /// Reads all annotations once.
    pub fn new(history: &History) -> Self {
        let searchable = |annotation: &Rc<Annotation>| {
            let quotes = annotation.targets.iter().map(|target| target.quote.exact.as_str());
            let tags = annotation.tags.iter().map(String::as_str);
            let parts: Vec<&str> = quotes.chain([annotation.note.as_str()]).chain(tags).collect();
            // No words run from one part into the next.
            (annotation.clone(), Searchable::new(&parts.join("\u{fffc}")))
        };
        Self(history.annotations().map(searchable).collect())
    }

    /// Those whose note, quote or tags have the words, in the order of their ids.
    pub fn find(&self, query: &Query) -> impl Iterator<Item = &Rc<Annotation>> {
        self.0.iter().filter(|(_, searchable)| searchable.contains(query)).map(|(annotation, _)| annotation)
    }
}

impl NoteFilter {
    /// Whether every annotation passes, whatever the order.
    pub fn is_open(&self) -> bool {
        Self { order: NoteOrder::default(), ..self.clone() } == Self::default()
    }

    /// The annotations that pass, in order; articles stand in the order of `library`, and behind them what is
    /// about none of them. `index` is made from `history` and asked only when words are looked for.
    pub fn select(&self, history: &History, index: &NoteIndex, library: &[ArticleId]) -> Vec<Rc<Annotation>> {
        let query = Query::new(&self.words);
        let mut passed: Vec<Rc<Annotation>> = if query.is_empty() {
            history.annotations().filter(|annotation| self.passes(annotation)).cloned().collect()
        } else {
            index.find(&query).filter(|annotation| self.passes(annotation)).cloned().collect()
        };
        match self.order {
            NoteOrder::Newest => sort_by_key(&mut passed, |annotation| Reverse(annotation.created)),
            NoteOrder::Place => sort_by_key(&mut passed, |annotation| place(annotation, library)),
        }
        passed
    }

    fn passes(&self, annotation: &Annotation) -> bool {
        let about = |id: &ArticleId| annotation.targets.iter().any(|target| target.article == *id);
        self.article.as_ref().is_none_or(about)
            && self.colour.is_none_or(|colour| annotation.colour == colour)
            && self.tag.as_ref().is_none_or(|tag| annotation.tags.iter().any(|own| is_same_tag(own, tag)))
            && self.kind.is_none_or(|kind| NoteKind::of(annotation) == kind)
            && self.from.is_none_or(|from| annotation.created >= from)
            && self.until.is_none_or(|until| annotation.created < until)
    }
}

fn place(annotation: &Annotation, library: &[ArticleId]) -> (usize, usize) {
    let Some(target) = annotation.targets.first() else { return (usize::MAX, 0) };
    let article = library.iter().position(|id| *id == target.article);
    (article.unwrap_or(usize::MAX), target.position.start)
}

/// Every tag of a notebook, in alphabetical order. Spellings that differ in case are one tag.
pub fn tags(history: &History) -> Vec<String> {
    let all = history.annotations().flat_map(|annotation| &annotation.tags);
    let mut tags = distinct_tags(all.map(String::as_str));
    sort_by_key(&mut tags, |tag| tag.to_lowercase());
    tags
}

/// Of these annotations, those that are ticked once the reader has ticked one of them, or taken its tick away, and with it
/// all from another one on.
pub fn tick(
    all: &[Rc<Annotation>],
    ticked: &[AnnotationId],
    from: &AnnotationId,
    to: &AnnotationId,
) -> Rc<[AnnotationId]> {
    let place = |id: &AnnotationId| all.iter().position(|annotation| annotation.id == *id);
    let ends = place(from).zip(place(to)).map(|(a, b)| a.min(b)..=a.max(b));
    let on = !ticked.contains(to);
    let is_ticked = |(at, id): &(usize, &AnnotationId)| match &ends {
        Some(ends) if ends.contains(at) => on,
        _ => ticked.contains(id),
    };
    all.iter()
        .map(|annotation| &annotation.id)
        .enumerate()
        .filter(is_ticked)
        .map(|(_, id)| id.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gloss_notes::{Target, TextPositionSelector, TextQuoteSelector};

    fn annotation(id: &str, article: &str, start: usize, quote: &str) -> Annotation {
        let quote =
            TextQuoteSelector { exact: quote.to_owned(), prefix: String::new(), suffix: String::new() };
        let position = TextPositionSelector { start, end: start + 1 };
        let target = Target { article: article.parse().unwrap(), version: String::new(), quote, position };
        Annotation {
            id: id.parse().unwrap(),
            targets: vec![target],
            motivation: Motivation::Highlighting,
            colour: Colour::Yellow,
            note: String::new(),
            tags: Vec::new(),
            correction: None,
            replies_to: None,
            created: start as u64,
            modified: 0,
        }
    }

    fn history() -> History {
        let a = annotation("a", "two", 9, "the Café’s owner");
        let b = Annotation {
            note: "Who says so?".into(),
            colour: Colour::Blue,
            ..annotation("b", "one", 40, "x")
        };
        let c =
            Annotation { tags: vec!["law".into()], ..annotation("c", "one", 7, "owner of “no” bars") };
        let d = Annotation { motivation: Motivation::Editing, ..annotation("d", "elsewhere", 1, "y") };
        History::new([a, b, c, d], [])
    }

    #[track_caller]
    fn check(filter: &NoteFilter, expected: &str) {
        let history = history();
        let library = ["one", "two"].map(|id| id.parse().unwrap());
        let passed = filter.select(&history, &NoteIndex::new(&history), &library);
        assert_eq!(passed.iter().map(|annotation| annotation.id.as_str()).collect::<String>(), expected);
    }

    #[test]
    fn an_open_filter_shows_all_by_article_and_place_or_the_newest_first() {
        check(&NoteFilter::default(), "cbad");
        check(&NoteFilter { order: NoteOrder::Newest, ..NoteFilter::default() }, "bacd");
        assert!(NoteFilter { order: NoteOrder::Newest, ..NoteFilter::default() }.is_open());
    }

    #[test]
    fn each_field_narrows_what_is_shown() {
        check(&NoteFilter { article: ArticleId::new("one"), ..NoteFilter::default() }, "cb");
        check(&NoteFilter { colour: Some(Colour::Blue), ..NoteFilter::default() }, "b");
        check(&NoteFilter { tag: Some("law".into()), ..NoteFilter::default() }, "c");
        check(&NoteFilter { kind: Some(NoteKind::Highlight), ..NoteFilter::default() }, "ca");
        check(&NoteFilter { kind: Some(NoteKind::Note), ..NoteFilter::default() }, "b");
        check(&NoteFilter { kind: Some(NoteKind::Correction), ..NoteFilter::default() }, "d");
        check(&NoteFilter { from: Some(7), until: Some(40), ..NoteFilter::default() }, "ca");
    }

    #[test]
    fn a_range_is_ticked_and_unticked_from_either_end() {
        let all: Vec<_> = ["a", "b", "c", "d"].map(|id| Rc::new(annotation(id, "one", 1, "x"))).into();
        let id = |id: &str| AnnotationId::new(id).unwrap();
        let check = |ticked: &str, from, to, expected: &str| {
            let ticked: Vec<_> = ticked.chars().map(|one| id(&one.to_string())).collect();
            let now = tick(&all, &ticked, &id(from), &id(to));
            assert_eq!(now.iter().map(AnnotationId::as_str).collect::<String>(), expected);
        };
        check("a", "c", "c", "ac");
        check("ac", "a", "a", "c");
        check("a", "a", "c", "abc");
        check("d", "d", "b", "bcd");
        check("abcd", "b", "c", "ad");
        // The other end does not pass the filter any longer.
        check("a", "z", "c", "a");
    }

    #[test]
    fn case_makes_no_other_tag() {
        check(&NoteFilter { tag: Some("Law".into()), ..NoteFilter::default() }, "c");
        let with = |id: &str, tags: [&str; 2]| Annotation {
            tags: tags.map(str::to_owned).into(),
            ..annotation(id, "one", 1, "x")
        };
        let history = History::new([with("a", ["Zoo", "law"]), with("b", ["Law", "court"])], []);
        assert_eq!(tags(&history), ["court", "law", "Zoo"]);
    }

    #[test]
    fn words_are_found_in_quotes_notes_and_tags_but_no_phrase_across_them() {
        for (words, expected) in [
            ("cafe's", "a"),
            ("OWNER", "ca"),
            ("'no'", "c"),
            ("says so", "b"),
            ("law", "c"),
            ("bars law", "c"),
            ("\"bars law\"", ""),
            ("so who", "b"),
            (" ", "cbad"),
        ] {
            check(&NoteFilter { words: words.into(), ..NoteFilter::default() }, expected);
        }
        let both =
            NoteFilter { words: "owner".into(), article: ArticleId::new("two"), ..NoteFilter::default() };
        check(&both, "a");
    }
}
