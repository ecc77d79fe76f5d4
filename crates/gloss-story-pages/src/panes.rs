//! Two articles side by side: their passages in the order of one of them, those that tell the same in one row.

use crate::{
    library::Library,
    page::{button, main, title},
    pair::{Kept, Pair, Side, relation},
    route,
    story::shared,
    told::{Told, sigil},
    words,
};
use gloss_story::{ArticleIndex, Passage};
use gloss_text::{ArticleId, Span, sentences};
use gloss_view::{Element, Node, el};
use std::collections::{BTreeMap, BTreeSet};

/// What the reader has chosen on this page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    pub(crate) shown: Shown,
    /// Whether the rows are in the order of the second article.
    pub(crate) second: bool,
    /// The stretches without counterpart that are unfolded.
    pub(crate) open: BTreeSet<usize>,
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shown {
    #[default]
    All,
    /// Those that are not word for word the same.
    Differing,
    /// Those in which somebody is quoted.
    Quoted,
    /// No rows, but both texts, each in its own frame.
    Whole,
}

/// The ways to show the two, with their names.
const WAYS: [(&str, Shown, &str); 4] = [
    ("all", Shown::All, words::PANES_ALL),
    ("differing", Shown::Differing, words::PANES_DIFFERING),
    ("quoted", Shown::Quoted, words::PANES_QUOTED),
    ("whole", Shown::Whole, words::PANES_WHOLE),
];

/// The way to show them that has this name.
pub(crate) fn way(name: &str) -> Shown {
    WAYS.iter().find(|(known, ..)| *known == name).map(|(_, shown, _)| *shown).unwrap_or_default()
}

/// A row of the page.
pub(crate) enum Row {
    Pair(Pair),
    /// Passages of one article, by its place, without counterpart in the other.
    Alone(usize, Vec<Side>),
}

/// All rows, in the order of one of the articles.
pub(crate) fn rows(told: &Told, second: bool) -> Vec<Row> {
    let (one, other) = if second { (1, 0) } else { (0, 1) };
    let counterparts: BTreeMap<Span, Span> = shared(&told.comparison.links)
        .iter()
        .filter_map(|matter| Some((matter.get(&index(one))?.span, matter.get(&index(other))?.span)))
        .collect();
    let taken: BTreeSet<Span> = counterparts.values().copied().collect();
    let others = all(told, other);
    // What the other article has after each passage, up to its next one with a counterpart.
    let after = |place: Option<Span>| -> Vec<Span> {
        let begins = place.map_or(0, |place| place.end);
        let next = others.iter().skip_while(|span| span.start < begins);
        next.take_while(|span| !taken.contains(span)).copied().collect()
    };
    let mut rows = Vec::new();
    let mut alone: Vec<Side> = Vec::new();
    let sides = |spans: Vec<Span>| spans.into_iter().map(|span| side(told, other, span)).collect::<Vec<_>>();
    push_alone(&mut rows, other, sides(after(None)));
    for span in all(told, one) {
        let Some(counterpart) = counterparts.get(&span) else {
            alone.push(side(told, one, span));
            continue;
        };
        push_alone(&mut rows, one, std::mem::take(&mut alone));
        let mut both = [side(told, one, span), side(told, other, *counterpart)];
        if second {
            both.swap(0, 1);
        }
        rows.push(Row::Pair(Pair { sides: both }));
        push_alone(&mut rows, other, sides(after(Some(*counterpart))));
    }
    push_alone(&mut rows, one, alone);
    rows
}

fn push_alone(rows: &mut Vec<Row>, of: usize, alone: Vec<Side>) {
    if !alone.is_empty() {
        rows.push(Row::Alone(of, alone));
    }
}

const fn index(at: usize) -> ArticleIndex {
    ArticleIndex(at as u32)
}

/// The sentences of an article.
fn all(told: &Told, at: usize) -> Vec<Span> {
    let Some(article) = told.article(index(at)) else { return Vec::new() };
    article.document.prose().flat_map(|block| sentences(article.text(), block.span)).collect()
}

fn side(told: &Told, at: usize, span: Span) -> Side {
    let (article, analysis) = &told.articles[at];
    let said = analysis.quotations.iter().flat_map(|quotation| &quotation.segments);
    let said = said.filter_map(|segment| segment.intersection(span)).collect();
    Side { article: article.clone(), span, said }
}

/// The pair of the row with this number.
pub(crate) fn pair(told: &Told, choices: &Choices, number: usize) -> Option<Pair> {
    match rows(told, choices.second).into_iter().nth(number)? {
        Row::Pair(pair) => Some(pair),
        Row::Alone(..) => None,
    }
}

/// A passage that is told in one article alone, with the place in the other where it is left out: after what was told
/// in both before it.
pub(crate) fn left_out(told: &Told, choices: &Choices, number: usize, at: usize) -> Option<Pair> {
    let rows = rows(told, choices.second);
    let Row::Alone(of, sides) = rows.get(number)? else { return None };
    let before = rows.iter().take(number).rev().find_map(|row| match row {
        Row::Pair(pair) => Some(pair.clone()),
        Row::Alone(..) => None,
    });
    let first =
        || rows.iter().find_map(|row| if let Row::Pair(pair) = row { Some(pair.clone()) } else { None });
    let mut pair = before.or_else(first)?;
    pair.sides[*of] = sides.get(at)?.clone();
    Some(pair)
}

/// Draws the page.
pub(crate) fn draw(told: &Told, choices: &Choices, library: &Library) -> Node {
    let rows = rows(told, choices.second);
    let pairs: Vec<&Pair> =
        rows.iter().filter_map(|row| if let Row::Pair(pair) = row { Some(pair) } else { None }).collect();
    let identical = pairs.iter().filter(|pair| pair.is_identical()).count();
    let head = |at: usize| {
        el("div")
            .class("head")
            .child(told.sigil(index(at)))
            .child(title("", &told.articles[at].0))
            .child(strip(told, at))
            .child(choose(told, at, library))
    };
    let ways = WAYS.iter().map(|(name, shown, words)| {
        button(format!("way:{name}"), *words).attr("aria-pressed", (*shown == choices.shown).to_string())
    });
    let order = button("turn", words::in_order_of(&sigil(index(usize::from(choices.second)))));
    let page = main("panes")
        .child(el("h1").text(words::PANES))
        .child(el("div").class("tools").children(ways).child(order))
        .child(
            el("div")
                .class("heads")
                .child(head(0))
                .child(el("p").class("sum").text(words::shared_passages(pairs.len(), identical)))
                .child(head(1)),
        );
    if choices.shown == Shown::Whole {
        return page.child(whole(told)).into();
    }
    let keep = |pair: &Pair| match choices.shown {
        Shown::Differing => !pair.is_identical(),
        Shown::Quoted => pair.is_quoted(),
        Shown::All | Shown::Whole => true,
    };
    let drawn = rows.iter().enumerate().filter_map(|(number, row)| match row {
        Row::Pair(pair) if keep(pair) => Some(pair.draw(number, how(pair), &library.annotations)),
        Row::Alone(of, sides) if choices.shown == Shown::All => Some(gap(number, *of, sides, choices)),
        _ => None,
    });
    page.child(el("p").class("about").text(words::PANES_ABOUT)).children(drawn.collect::<Vec<_>>()).into()
}

/// How the two passages of a row are to each other.
fn how(pair: &Pair) -> Element {
    let count = crate::text::count_words(pair.sides[0].text());
    if pair.is_identical() {
        relation("=", words::WORD_FOR_WORD, &words::count(count))
    } else if pair.sides.iter().all(|side| !side.said.is_empty()) {
        relation("≈", words::BOTH_QUOTE, "")
    } else {
        relation("≈", words::REWORDED, "")
    }
}

/// A stretch that one article has alone: how long it is, or all of it.
fn gap(number: usize, of: usize, sides: &[Side], choices: &Choices) -> Element {
    let letter = sigil(index(of));
    let gap = el("div").class(format!("gap of-{of}")).key(format!("gap-{number}"));
    let open = choices.open.contains(&number);
    let switch = button(format!("gap:{number}"), if open { words::HIDE } else { words::SHOW })
        .attr("aria-expanded", open.to_string());
    let gap = gap
        .child(el("p").class("only").text(words::only_there(&letter, sides.len())).text(" ").child(switch));
    if !open {
        return gap;
    }
    let shown = sides.iter().enumerate().map(|(at, side)| {
        let address = crate::told::address(&side.article, side.span);
        el("p")
            .class("side")
            .child(el("a").attr("href", address).text(side.text()))
            .text(" ")
            .child(button(format!("left-out:{number}:{at}"), words::keep_as(Kept::LeftOut.words())))
    });
    gap.children(shown)
}

/// An article from its first word to its last, with what is quoted in the colour of who says it.
fn strip(told: &Told, at: usize) -> Element {
    let (article, analysis) = &told.articles[at];
    let length = article.text().len().max(1);
    let parts = analysis.quotations.iter().flat_map(|quotation| {
        let speaker = quotation.speaker.as_ref();
        let colour = speaker.map_or(0, |speaker| told.colour(ArticleIndex(at as u32), &speaker.name));
        quotation.segments.iter().map(move |segment| {
            el("rect")
                .class(format!("v{colour}"))
                .attr("x", (segment.start * 1000 / length).to_string())
                .attr("width", (segment.len() * 1000 / length).max(3).to_string())
                .attr("height", "10")
        })
    });
    el("svg")
        .class("strip")
        .attr("viewBox", "0 0 1000 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .children(parts)
}

/// A list of the library by which another article takes this place.
fn choose(told: &Told, at: usize, library: &Library) -> Element {
    let shown: &ArticleId = &told.articles[at].0.id;
    let options = library.articles.iter().map(|article| {
        el("option").attr("value", &*article.id).flag("selected", article.id == *shown).text(article.title())
    });
    el("select").attr("aria-label", words::OTHER_ARTICLE).on(format!("side:{at}")).children(options)
}

/// The address where another article takes one of the places.
pub(crate) fn with(pair: &[ArticleId; 2], at: usize, id: ArticleId) -> Option<String> {
    let mut pair = pair.clone();
    *pair.get_mut(at)? = id;
    Some(route::beside(&pair[0], &pair[1]))
}

/// Both texts, each in a frame of its own; a passage that the other has, too, scrolls that one's frame to it.
fn whole(told: &Told) -> Element {
    let counterparts: Vec<(Passage, Passage)> = shared(&told.comparison.links)
        .iter()
        .filter_map(|matter| Some((*matter.get(&index(0))?, *matter.get(&index(1))?)))
        .collect();
    let frame = |at: usize| {
        let number_of =
            |span: Span| counterparts.iter().position(|(a, b)| (if at == 0 { a } else { b }).span == span);
        let article = &told.articles[at].0;
        let blocks = article.document.prose().map(|block| {
            let parts = sentences(article.text(), block.span).into_iter().flat_map(|span| {
                let words = span.of(article.text());
                let part: Node = match number_of(span) {
                    Some(number) => el("button")
                        .attr("type", "button")
                        .class("passage")
                        .attr("id", format!("passage-{at}-{number}"))
                        .on(format!("align:{}:{number}", 1 - at))
                        .text(words)
                        .into(),
                    None => words.into(),
                };
                [part, " ".into()]
            });
            el("p").children(parts)
        });
        el("div")
            .class("frame")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", article.title())
            .children(blocks)
    };
    el("div").class("frames").child(frame(0)).child(frame(1))
}
