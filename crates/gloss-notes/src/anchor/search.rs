use super::{
    Anchor, Anchorer, Searchable,
    approximate::Pattern,
    candidate::{CONTEXT, Sought, Weighed},
    fold::{is_word, words},
    judge::{self, Verdict},
};
use crate::{TextPositionSelector, TextQuoteSelector};
use gloss_text::sort_by_key;

/// The most exact hits that are looked at. A phrase with more hits says nothing by itself.
const MOST_HITS: usize = 4096;
/// The most exact hits that are weighed.
const MOST_WEIGHED: usize = 16;
/// The length of a landmark, in characters: context by which the place of a passage is found without its words.
pub(super) const LANDMARK: usize = 20;
/// Context with more hits than this is not a landmark.
pub(super) const MOST_LANDMARKS: usize = 8;
/// How far from its old place a passage is sought first, in characters.
const NEAR: usize = 400;
/// The most blocks of the edit table that the search for one passage may compute: some tens of milliseconds in a
/// browser, enough for 500 characters in a text of a megabyte.
const MOST_WORK: usize = 1 << 23;
/// The most pairs of words that are compared to see how much of a passage survives.
const MOST_PAIRS: usize = 1 << 20;
/// A passage of at least so many characters that is elsewhere word for word was moved there.
const LONG: usize = 40;
/// What is taken from the share of its words for every length of the quote that was inserted into it.
const LONGER: f32 = 0.08;

impl Anchorer<'_> {
    pub(super) fn search(&self, quote: &TextQuoteSelector, position: Option<TextPositionSelector>) -> Anchor {
        let searchable = self.searchable();
        let place = position.map(|position| self.offsets.from_points(position.start));
        let sought = Sought::new(quote, place.map(|place| searchable.folded.index(place)));
        let mut search = Search { searchable, sought: &sought, weighed: Vec::new(), work: 0, finished: true };
        search.exact();
        if !search.settled(0.9) {
            search.around_landmarks();
        }
        if !search.settled(0.8) {
            search.everywhere();
        }
        search.refuse_beside_vacancies();
        let rewritten = search.rewritten();
        let Search { weighed, finished, .. } = search;
        judge::judge(self, &quote.exact, &sought, position, weighed, rewritten, finished)
    }
}

pub(super) struct Search<'a> {
    searchable: &'a Searchable,
    pub(super) sought: &'a Sought,
    pub(super) weighed: Vec<Weighed>,
    /// Blocks of the edit table that were computed.
    work: usize,
    finished: bool,
}

impl<'a> Search<'a> {
    pub(super) fn folded(&self) -> &'a [u8] {
        &self.searchable.folded.form
    }

    fn weigh(&mut self, start: usize, end: usize, words: f32) {
        self.weighed.push(Weighed::new(self.folded(), self.sought, start, end, words));
    }

    pub(super) fn find(&self, sought: &[u8], most: usize) -> Vec<usize> {
        self.searchable.grams.find(self.folded(), sought, most)
    }

    /// Returns whether a place was found that no further search can improve on: nearly all of the words, in
    /// surroundings of which the share `agreeing` is there. The same words may be elsewhere in much the same
    /// surroundings, so more is asked until the old place has been looked at.
    fn settled(&self, agreeing: f32) -> bool {
        self.weighed.iter().any(|found| {
            let all = found.words >= 1.0 && found.all_around;
            let nearly_all = found.words > 0.8 && found.context() > agreeing;
            (all || nearly_all) && judge::verdict(self.sought, found) == Verdict::Yes
        })
    }

    /// Weighs the places with the same words. Of many hits, those with the most of their context are weighed.
    fn exact(&mut self) {
        let Sought { quote, prefix, suffix, .. } = self.sought;
        let whole = [prefix.as_slice(), quote, suffix].concat();
        let hits = self.find(&whole, MOST_WEIGHED);
        // An empty quote is a point in its context.
        if self.sought.has_context() && (hits.len() == 1 || quote.is_empty()) {
            for start in hits.into_iter().map(|at| at + prefix.len()) {
                self.weigh(start, start + quote.len(), 1.0);
            }
            return;
        }
        let mut hits = self.find(quote, MOST_HITS);
        hits.retain(|at| self.ends_as_before(*at));
        if hits.len() > MOST_WEIGHED {
            let folded = self.folded();
            let agreeing = |at: &usize| {
                let before = folded[..*at].iter().rev().zip(prefix.iter().rev());
                let after = folded[at + quote.len()..].iter().zip(suffix);
                let at_place = usize::from(Some(*at) == self.sought.place);
                before.take_while(|(a, b)| a == b).count()
                    + after.take_while(|(a, b)| a == b).count()
                    + at_place
            };
            sort_by_key(&mut hits, |at| std::cmp::Reverse(agreeing(at)));
            hits.truncate(MOST_WEIGHED);
        }
        for start in hits {
            self.weigh(start, start + quote.len(), 1.0);
        }
    }

    /// Returns whether the same words at `at` begin and end as words there, if they did so in the quote.
    fn ends_as_before(&self, at: usize) -> bool {
        let Sought { quote, prefix, suffix, .. } = self.sought;
        let (folded, end) = (self.folded(), at + quote.len());
        let within =
            |a: Option<&u8>, b: Option<&u8>| a.zip(b).is_some_and(|(a, b)| is_word(*a) && is_word(*b));
        let before = at.checked_sub(1).and_then(|at| folded.get(at));
        let begins = |inside: bool| prefix.is_empty() || within(prefix.last(), quote.first()) || !inside;
        let ends = |inside: bool| suffix.is_empty() || within(quote.last(), suffix.first()) || !inside;
        begins(within(before, quote.first())) && ends(within(quote.last(), folded.get(end)))
    }

    /// Weighs edited forms of the passage near its old place, and next to the text that was before and after it.
    fn around_landmarks(&mut self) {
        let (folded, length) = (self.folded(), self.sought.quote.len());
        let (before, after) = (self.starts(), self.ends());
        for start in &before {
            let within = start + 1..=start + 3 * length + NEAR;
            for end in after.iter().filter(|end| within.contains(*end)).take(2) {
                self.between(*start, *end);
            }
        }
        let mut windows: Vec<(usize, usize)> = Vec::new();
        windows.extend(before.iter().map(|at| (*at, at + 2 * length + CONTEXT)));
        windows.extend(after.iter().map(|at| (at.saturating_sub(2 * length + CONTEXT), *at)));
        windows.extend(self.sought.place.map(|at| (at.saturating_sub(NEAR), at + length + NEAR)));
        let Some(errors) = judge::most_errors(self.sought, true) else { return };
        let pattern = Pattern::new(&self.sought.quote);
        for (first, end) in windows {
            let end = end.min(folded.len());
            let first = first.min(end);
            if !self.affords(&pattern, &folded[first..end]) {
                continue;
            }
            for found in pattern.find(&folded[first..end], errors, 3) {
                let words = 1.0 - found.errors as f32 / length as f32;
                self.edited(first + found.start, first + found.end, words, &before, &after);
            }
            if self.settled(0.8) {
                return;
            }
        }
    }

    /// Returns where `landmark` is; nowhere, if it is too short or too common to be one.
    fn landmark(&self, landmark: &[u8]) -> Vec<usize> {
        let hits = self.find(landmark, MOST_LANDMARKS + 1);
        if landmark.len() * 2 < LANDMARK || hits.len() > MOST_LANDMARKS { Vec::new() } else { hits }
    }

    /// Returns where the text that was before the passage ends. The passage's own beginning tells it, too, and so
    /// does that of the text if the passage was there.
    fn starts(&self) -> Vec<usize> {
        let Sought { quote, prefix, suffix, .. } = self.sought;
        let before = last(prefix, LANDMARK);
        let mut starts: Vec<usize> = self.landmark(before).into_iter().map(|at| at + before.len()).collect();
        if prefix.is_empty() && !suffix.is_empty() {
            starts.push(0);
        }
        if quote.len() > 2 * LANDMARK {
            starts.extend(self.landmark(first(quote, LANDMARK)));
        }
        sort_by_key(&mut starts, |start| *start);
        starts.dedup();
        starts
    }

    /// Returns where the text that was after the passage begins, in the same way.
    fn ends(&self) -> Vec<usize> {
        let Sought { quote, prefix, suffix, .. } = self.sought;
        let mut ends = self.landmark(first(suffix, LANDMARK));
        if suffix.is_empty() && !prefix.is_empty() {
            ends.push(self.folded().len());
        }
        if quote.len() > 2 * LANDMARK {
            ends.extend(self.landmark(last(quote, LANDMARK)).into_iter().map(|at| at + LANDMARK));
        }
        sort_by_key(&mut ends, |end| *end);
        ends.dedup();
        ends
    }

    /// Weighs the text between two landmarks, if it begins and ends as the quote does and most of the quote's words
    /// are there in order. This finds a passage into which much was inserted.
    fn between(&mut self, start: usize, end: usize) {
        let passage = &self.folded()[start..end];
        let trimmed = passage.trim_ascii_start();
        let start = end - trimmed.len();
        let passage = trimmed.trim_ascii_end();
        let end = start + passage.len();
        let quote = self.sought.quote.trim_ascii();
        let whole = |found: &Weighed| found.words >= 1.0 && start <= found.start && found.end <= end;
        if self.weighed.iter().any(whole) {
            return;
        }
        let (old, new) = (words(quote), words(passage));
        if old.first() == new.first()
            && old.last() == new.last()
            && let Some(share) = surviving(&old, &new)
        {
            // Something longer than the passage is less likely to be it.
            let longer = passage.len() as f32 / quote.len().max(1) as f32;
            self.weigh(start, end, share * (1.0 - LONGER * (longer - 1.0).max(0.0)));
        }
    }

    /// Refuses places elsewhere if all the text around the passage is still there with something else in between: a
    /// passage that was replaced or cut leaves its surroundings, and its words may occur in others. A whole
    /// sentence may have been moved elsewhere.
    fn refuse_beside_vacancies(&mut self) {
        let Sought { quote, place, .. } = self.sought;
        let stays = |found: &Weighed| {
            Some(found.start) == *place || judge::verdict(self.sought, found) == Verdict::No
        };
        if self.weighed.iter().all(stays) {
            return;
        }
        let mut starts = self.starts();
        starts.retain(|start| self.weighed.iter().any(|found| !(found.start..=found.end).contains(start)));
        if starts.is_empty() {
            return;
        }
        let ends = self.ends();
        for start in starts {
            let within = start..=start + 2 * quote.len() + CONTEXT;
            let Some(end) = ends.iter().copied().find(|end| within.contains(end)) else { continue };
            let vacancy = Weighed::new(self.folded(), self.sought, start, end, 0.0);
            let empty = self.folded()[start..end].trim_ascii().is_empty();
            for found in &mut self.weighed {
                let around = found.start <= end && start <= found.end;
                let taken = found.words >= 1.0 && (quote.len() >= LONG || empty && self.sought.is_whole());
                if !around && !taken && vacancy.evidence() >= found.evidence() {
                    found.refused = true;
                }
            }
        }
    }

    /// Returns whether a search in `text` is within the budget, and charges it.
    fn affords(&mut self, pattern: &Pattern, text: &[u8]) -> bool {
        let work = self.work.saturating_add(pattern.work(text));
        if work > MOST_WORK {
            self.finished = false;
            return false;
        }
        self.work = work;
        true
    }

    /// Weighs edited forms of the passage anywhere in the text.
    fn everywhere(&mut self) {
        let Some(errors) = judge::most_errors(self.sought, false) else { return };
        let pattern = Pattern::new(&self.sought.quote);
        if !self.affords(&pattern, self.folded()) {
            return;
        }
        let (before, after) = (self.starts(), self.ends());
        for found in pattern.find(self.folded(), errors, 8) {
            let words = 1.0 - found.errors as f32 / self.sought.quote.len() as f32;
            self.edited(found.start, found.end, words, &before, &after);
        }
    }

    /// Weighs an approximate match. An end that was itself edited is uncertain by a few characters: it is moved to
    /// where the surroundings begin, if they are near, or else to where a word does.
    fn edited(&mut self, start: usize, end: usize, words: f32, before: &[usize], after: &[usize]) {
        const HEAD: usize = 8;
        let (folded, quote) = (self.folded(), &self.sought.quote);
        let reach = (quote.len() / 3).max(HEAD);
        let near = |marks: &[usize], at: usize| {
            marks
                .iter()
                .copied()
                .filter(|mark| mark.abs_diff(at) <= reach)
                .min_by_key(|mark| mark.abs_diff(at))
        };
        let (mut first, mut last) = (start, end);
        if !folded[start..].starts_with(&quote[..quote.len().min(HEAD)]) {
            first = near(before, start).unwrap_or_else(|| word_start(folded, quote, start));
        }
        if !folded[..end].ends_with(&quote[quote.len().saturating_sub(HEAD)..]) {
            last = near(after, end).unwrap_or_else(|| word_end(folded, quote, end));
        }
        if first >= last {
            (first, last) = (start, end);
        }
        self.weigh(first, last, words);
    }
}

/// Returns the nearest beginning of a word, if the quote begins with one.
fn word_start(folded: &[u8], quote: &[u8], at: usize) -> usize {
    let inside = |at: usize| at > 0 && is_word(folded[at - 1]) && at < folded.len() && is_word(folded[at]);
    if !quote.first().is_some_and(|byte| is_word(*byte)) || !inside(at) {
        return at;
    }
    (1..12)
        .find_map(|step| {
            let back = at.checked_sub(step).filter(|at| !inside(*at));
            back.or_else(|| (at + step <= folded.len() && !inside(at + step)).then_some(at + step))
        })
        .unwrap_or(at)
}

/// Returns the nearest end of a word, if the quote ends with one.
fn word_end(folded: &[u8], quote: &[u8], at: usize) -> usize {
    word_start(folded, &quote[quote.len().saturating_sub(1)..], at)
}

/// Returns the share of the words of `quote`, by their length, that `passage` has in the same order (the longest
/// common subsequence), or `None` if that takes too long.
pub(super) fn surviving(quote: &[&[u8]], passage: &[&[u8]]) -> Option<f32> {
    let all: usize = quote.iter().map(|word| word.len()).sum();
    if all == 0 || quote.len() * passage.len() > MOST_PAIRS {
        return None;
    }
    let mut row = vec![0; passage.len() + 1];
    for word in quote {
        let mut diagonal = 0;
        for (at, other) in passage.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = above.max(row[at]).max(if word == other { diagonal + word.len() } else { 0 });
            diagonal = above;
        }
    }
    Some(row[passage.len()] as f32 / all as f32)
}

pub(super) fn first(bytes: &[u8], count: usize) -> &[u8] {
    &bytes[..bytes.len().min(count)]
}

pub(super) fn last(bytes: &[u8], count: usize) -> &[u8] {
    &bytes[bytes.len().saturating_sub(count)..]
}
