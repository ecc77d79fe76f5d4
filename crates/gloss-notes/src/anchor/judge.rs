use super::{
    Anchor, Anchorer, Candidate, DOUBTFUL_SCORE, Outcome,
    candidate::{Sought, Weighed},
    fold::words,
};
use crate::TextPositionSelector;
use gloss_text::Span;
use gloss_text::sort_by_key;

/// Whether a place is the passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    No,
    Perhaps,
    Yes,
}

/// Characters of the same words and of agreeing surroundings, taken together, that make a place sure: a
/// phrase of this length hardly occurs twice, and a shorter one needs its surroundings.
const SURE: f32 = 30.0;
/// What being a whole sentence adds to that: few occur in a text twice.
const WHOLE: f32 = 12.0;
/// What being exactly at its old place adds to that.
const AT_PLACE: f32 = 12.0;
/// Share of a name that must be there: a letter may be wrong in ten, so that a name which was replaced is
/// not taken for one that was corrected.
const NAME: f32 = 0.9;
/// Of a name longer than this, in characters, less is enough, by so much for each character: it is a heading, or
/// has other words around it.
const SHORT_NAME: f32 = 24.0;
const SLACK: f32 = 0.009;
/// Share of a long quote that must be there when its surroundings are gone.
const ALONE: f32 = 0.8;
/// How much less is enough if all of its surroundings are there.
const RELIEF: f32 = 0.44;
/// The same for whole sentences: one that replaces another has the same surroundings.
const RELIEF_OF_SENTENCES: f32 = 0.28;
/// How much more must be there when names or figures of it are not: a passage that tells of somebody else is
/// another passage.
const OTHER_FACTS: f32 = 0.1;
/// What a short quote must have more, divided by its length in characters.
const SHORTNESS: f32 = 5.0;
/// How far below its floor a place is still worth a question to the reader.
const NEARLY: f32 = 0.08;
/// Two scores that differ by less say nothing about which place is the better.
const TIE: f32 = 0.03;

/// The edits that an approximate search is worth making with, if any are forgiven at all.
pub(super) fn most_errors(sought: &Sought, in_context: bool) -> Option<usize> {
    let length = sought.quote.len() as f32;
    let floor = floor(sought, if in_context { 1.0 } else { 0.3 });
    let errors = ((1.0 - floor) * length) as usize;
    (floor < 1.0 && errors > 0).then_some(errors)
}

/// The share of the quote that must be there, given the share of its surroundings that is.
fn floor(sought: &Sought, context: f32) -> f32 {
    let length = sought.quote.len() as f32;
    let relief = if sought.is_whole() { RELIEF_OF_SENTENCES } else { RELIEF };
    let floor = ALONE - relief * context + SHORTNESS / length;
    if is_name(&sought.quote) { floor.max(NAME - SLACK * (length - SHORT_NAME).max(0.0)) } else { floor }
}

/// Whether a quote reads like a name or a heading: short, and mostly words that begin with a capital or
/// a figure.
pub(super) fn is_name(quote: &[u8]) -> bool {
    const LONGEST: usize = 60;
    if quote.len() > LONGEST {
        return false;
    }
    let words = words(quote);
    let capitals = words.iter().filter(|word| word.first().is_some_and(|c| !c.is_ascii_lowercase())).count();
    capitals * 2 >= words.len()
}

pub(super) fn verdict(sought: &Sought, found: &Weighed) -> Verdict {
    if found.refused {
        return Verdict::No;
    }
    if found.words >= 1.0 && found.end - found.start == sought.quote.len() {
        let length = sought.quote.len() as f32;
        let whole = if sought.is_whole() { WHOLE } else { 0.0 };
        let at_place = sought.place == Some(found.start) && !found.contradicted();
        let evidence = length + found.evidence() + found.nearness + if at_place { AT_PLACE } else { whole };
        return if found.all_around || evidence >= SURE && (at_place || !found.is_twin) {
            Verdict::Yes
        } else if evidence >= SURE / 2.0 {
            Verdict::Perhaps
        } else {
            Verdict::No
        };
    }
    // A passage whose names or figures are others is another passage, unless all around it is the same.
    let context = found.context_and_place().powf(1.3);
    let others = if found.other_facts { OTHER_FACTS * (1.0 - context) } else { 0.0 };
    let missing = floor(sought, context) + others - found.words;
    if missing <= 0.0 {
        Verdict::Yes
    } else if missing <= NEARLY {
        Verdict::Perhaps
    } else {
        Verdict::No
    }
}

/// Chooses among the places that were found.
pub(super) fn judge(
    anchorer: &Anchorer,
    exact: &str,
    sought: &Sought,
    position: Option<TextPositionSelector>,
    mut weighed: Vec<Weighed>,
    rewritten: Option<Weighed>,
    finished: bool,
) -> Anchor {
    let order = |found: &Weighed| {
        let at_place = sought.place == Some(found.start) && !found.contradicted();
        (verdict(sought, found), (found.score() * 1e4) as u32, found.literal, at_place)
    };
    sort_by_key(&mut weighed, |found| std::cmp::Reverse(order(found)));
    let mut places: Vec<Weighed> = Vec::new();
    for found in weighed {
        // The same words may be there twice, one over the other: "ana" in "bananas".
        let both = |place: &Weighed| {
            place.words >= 1.0 && found.words >= 1.0 && place.start != found.start && place.end != found.end
        };
        let is_part = |place: &Weighed| place.overlaps(&found) && !both(place);
        if !places.iter().any(is_part) {
            places.push(found);
        }
    }
    let candidate =
        |found: &Weighed| Candidate { span: anchorer.span(found.start, found.end), score: found.score() };
    let best = places.first().copied();
    let verdict_on = |found: &Weighed| verdict(sought, found);
    if let Some(best) = best.filter(|best| verdict_on(best) == Verdict::Yes)
        && !places.iter().skip(1).any(|other| verdict_on(other) == Verdict::Yes && ties(sought, &best, other))
    {
        let mut span = anchorer.span(best.start, best.end);
        // White space at the passage's end was folded away.
        if anchorer.text.get(span.start..).is_some_and(|rest| rest.starts_with(exact)) {
            span = Span::new(span.start, span.start + exact.len());
        }
        let outcome = if span.of(anchorer.text) != exact {
            Outcome::Changed
        } else if anchorer.is_at(span, position) {
            Outcome::Same
        } else {
            Outcome::Moved
        };
        return Anchor { finished, ..Anchor::found(outcome, span, best.score()) };
    }
    if let Some(found) = rewritten {
        let better = |other: &Weighed| {
            verdict_on(other) > Verdict::No && !other.overlaps(&found) && other.words >= found.words
        };
        if !places.iter().any(better) {
            let span = anchorer.span(found.start, found.end);
            let score = DOUBTFUL_SCORE * found.score();
            return Anchor { finished, ..Anchor::found(Outcome::Changed, span, score) };
        }
    }
    let doubtful = best.is_some_and(|best| verdict_on(&best) > Verdict::No);
    places.retain(|found| verdict_on(found) > Verdict::No || !doubtful && found.words >= 1.0);
    places.truncate(8);
    Anchor {
        outcome: if doubtful || !finished { Outcome::Ambiguous } else { Outcome::Gone },
        span: None,
        score: places.first().map_or(0.0, Weighed::score),
        candidates: places.iter().map(candidate).collect(),
        finished,
    }
}

/// Whether nothing tells which of the two is the passage.
fn ties(sought: &Sought, best: &Weighed, other: &Weighed) -> bool {
    const MORE: usize = 4;
    let at_place = |found: &Weighed| sought.place == Some(found.start);
    best.score() - other.score() < TIE
        && best.literal < other.literal + MORE
        && at_place(best) == at_place(other)
}
