//! What is above and below the article on a page that was copied as a whole.
//!
//! Menus, teasers, forms and small print look alike in every language: runs of short lines that do not end as
//! sentences. The article is the stretch of the page with most running text in it (the largest sum of
//! consecutive lines, where running text counts for it and short lines against it). Short lines outside that
//! stretch are furniture where there are enough of them; sentences are not, wherever they are.

use super::{byline, credits, line::Line, menu};
use std::{collections::HashSet, ops::Range};

/// What a short line counts against the stretch that it is in, in code points of running text.
const SHORT_LINE: i64 = 60;
/// What one line counts for it at most, so that one long notice does not outweigh an article.
const LONG_LINE: i64 = 600;
/// An article has so many code points of running text at least; of a text with less, nothing is known.
const LEAST_ARTICLE: i64 = 60;
/// So many for each line of the page: a page of short lines only is a list or a table.
const LEAST_A_LINE: i64 = 5;
/// A stretch above the longest that has one part in so many of its sum is of the article; the longest may be comments.
const GOOD_PART: i64 = 6;
/// A byline or a dateline is so many lines from where the running text begins, at most.
const BYLINE_WITHIN: usize = 8;
/// Fewest short lines above an article that are more than its headline, byline and day.
const FEWEST_ABOVE: usize = 4;
/// Fewest short lines below one; an article may end with a signature, a place and a day.
const FEWEST_BELOW: usize = 4;
/// So many lines above the article may be between it and its headline.
const HEADLINE_WITHIN: usize = 20;

/// What the place of each line tells.
pub(super) struct Page {
    /// Whether the line is furniture for where it is.
    pub(super) outside: Vec<bool>,
    /// Whether it may be the headline, and so is no teaser.
    pub(super) headlines: Vec<bool>,
}

/// Tells which lines are above and below the article. `prompts` says which ones are furniture by their words.
pub(super) fn parts(lines: &[Line], prompts: &[bool]) -> Page {
    let mut found = vec![false; lines.len()];
    let frame: Vec<bool> = lines.iter().map(|line| menu::is_of_frame(line.words)).collect();
    let small: Vec<bool> = frame.iter().zip(prompts).map(|(frame, prompt)| *frame || *prompt).collect();
    let Some(article) = article(lines, &small) else {
        return Page { outside: found.clone(), headlines: found };
    };
    let of_frame = |place: &usize| frame.get(*place).copied().unwrap_or_default();
    // From the top down to the last line of the frame above the article, and from the first below it to the end.
    let top = (0..article.start).rev().find(of_frame).map_or(0..0, |last| 0..last + 1);
    let foot = (article.end..lines.len()).find(of_frame).map_or(0..0, |first| first..lines.len());
    let headlines = headlines(lines, &article, &frame);
    let is_headline = |place: &usize| headlines.get(*place).copied().unwrap_or_default();
    let all = frame.iter().filter(|of_frame| **of_frame).count();
    if all >= ANCHORS_OF_A_PAGE {
        found.clone_from(&frame);
        let near =
            article.start.saturating_sub(BYLINE_WITHIN)..(article.start + BYLINE_WITHIN).min(lines.len());
        for place in near.filter(|place| !is_headline(place)) {
            if lines.get(place).is_some_and(byline::is_byline_or_date) {
                mark(&mut found, place);
            }
        }
    }
    for (part, fewest, below) in [(top, FEWEST_ABOVE, false), (foot, FEWEST_BELOW, true)] {
        let anchors = part.clone().filter(of_frame).count();
        if anchors < 2 || shorts(lines, &part) < fewest {
            continue;
        }
        for place in part.clone().filter(|place| !is_headline(place)) {
            let among = |place: usize| {
                below && anchors >= ANCHORS_OF_A_PAGE && is_between_shorts(lines, &part, place)
            };
            let kept = lines
                .get(place)
                .is_some_and(|line| line.is_sentence() && !among(place) || is_broken_sentence(lines, place));
            if !(kept || below && signs(lines, &frame, &part, place) && !among(place - 1)) {
                mark(&mut found, place);
            }
        }
    }
    if all >= ANCHORS_OF_A_PAGE {
        let headline = (0..article.start).find(|place| headlines.get(*place) == Some(&true));
        labels(lines, headline.unwrap_or_default(), &mut found);
        repeated(lines, &article, &headlines, &mut found);
        between(lines, headline.unwrap_or_default(), &mut found);
    }
    Page { outside: found, headlines }
}

/// Marks what nothing else proves of a menu: labels of a few words in capitals that the page begins with, and between its last
/// known line and the headline such labels, tags of one or two words in small letters, and short lines that a known line
/// follows.
fn labels(lines: &[Line], headline: usize, found: &mut [bool]) {
    let in_capitals = |line: &Line| !line.words.contains(char::is_lowercase) && line.count <= 3;
    let plain = |line: &Line| line.words.starts_with(char::is_alphabetic) && !line.stopped;
    let cased = |line: &Line| line.words.contains(char::is_uppercase);
    let above = lines.iter().take(headline);
    let first = above.take_while(|line| in_capitals(line) && cased(line) && plain(line)).count();
    if first >= FEWEST_ABOVE {
        (0..first).for_each(|place| mark(found, place));
    }
    for place in 1..headline {
        let above = found.get(place - 1) == Some(&true);
        let is_label = lines.get(place).is_some_and(|line| {
            let tag = !line.words.contains(char::is_uppercase) && line.count <= 2;
            (in_capitals(line) || tag) && plain(line)
        });
        if above && is_label {
            mark(found, place);
        }
    }
}

/// Marks short lines of a menu above the headline that known ones are before and after.
fn between(lines: &[Line], headline: usize, found: &mut [bool]) {
    // How many short lines there are since the last known one; none count before the first.
    let mut short = usize::MAX;
    for (place, line) in lines.iter().enumerate().take(headline) {
        if found.get(place) == Some(&true) {
            if short <= LONGEST_GAP {
                (place - short..place).for_each(|place| mark(found, place));
            }
            short = 0;
        } else if line.count <= 3 && !line.is_sentence() && !line.stopped {
            short = short.saturating_add(1);
        } else {
            short = usize::MAX;
        }
    }
}

/// Most lines between two known ones of a menu.
const LONGEST_GAP: usize = 6;

/// Marks the lines above and below the article that a menu has elsewhere on the page, the headline where it is repeated
/// below the article, and the first of two headlines that are the same, which is the last step of a path.
fn repeated(lines: &[Line], article: &Range<usize>, headlines: &[bool], found: &mut [bool]) {
    let is = |flags: &[bool], place: usize| flags.get(place) == Some(&true);
    let folded: HashSet<&str> = lines
        .iter()
        .enumerate()
        .filter(|(place, _)| is(found, *place))
        .map(|(_, line)| line.words.trim())
        .collect();
    let titles: HashSet<&str> = lines
        .iter()
        .enumerate()
        .filter(|(place, _)| is(headlines, *place))
        .map(|(_, line)| line.words.trim())
        .collect();
    for (place, line) in lines.iter().enumerate() {
        let (above, below) = (place < article.start, place >= article.end);
        if !(above || below) || line.holds_speech() {
            continue;
        }
        let words = line.words.trim();
        let of_menu = !line.is_sentence()
            && !words.starts_with(char::is_lowercase)
            && !is(headlines, place)
            && folded.contains(words);
        let again = below && titles.contains(words);
        let step = above
            && is(headlines, place)
            && is(found, place.wrapping_sub(1))
            && lines.get(place + 1).is_some_and(|next| next.words.trim() == words);
        if of_menu || again || step {
            mark(found, place);
        }
    }
}

/// Whether the line is the name of whoever says the sentence above it, where others sign theirs in the same way: mottos of
/// a team, an open letter.
fn signs(lines: &[Line], frame: &[bool], part: &Range<usize>, place: usize) -> bool {
    let is_signature = |place: usize| {
        let above =
            place.checked_sub(1).filter(|above| part.contains(above)).and_then(|above| lines.get(above));
        lines.get(place).zip(above).is_some_and(|(line, above)| {
            let mut words = line.words.split_whitespace();
            let name = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
            above.is_sentence()
                && above.stopped
                && !line.is_sentence()
                && !line.stopped
                && line.count >= 2
                && frame.get(place) == Some(&false)
                && name(words.next())
                && name(words.next())
        })
    };
    is_signature(place) && (is_signature(place + 2) || place >= 2 && is_signature(place - 2))
}

/// Whether a sentence stands alone among short lines, so that it is a notice or a teaser.
fn is_between_shorts(lines: &[Line], part: &Range<usize>, place: usize) -> bool {
    let near = place.saturating_sub(NEIGHBOURS).max(part.start)..(place + NEIGHBOURS + 1).min(part.end);
    let sentences = near.len() - shorts(lines, &near);
    let is_sentence = |place: usize| lines.get(place).is_some_and(Line::is_sentence);
    let beside = is_sentence(place + 1) || place > part.start && is_sentence(place - 1);
    near.len() > NEIGHBOURS
        && !beside
        && sentences * 4 <= near.len()
        && lines.get(place).is_some_and(|line| !line.holds_speech())
}

/// Whether the line goes on with the next or from the one before in small letters, as a sentence does that is broken
/// over several lines.
fn is_broken_sentence(lines: &[Line], place: usize) -> bool {
    let joins = |first: usize| {
        let (Some(first), Some(next)) = (lines.get(first), lines.get(first + 1)) else { return false };
        !first.stopped
            && first.count >= 3
            && next.count >= 4
            && (first.words.starts_with(char::is_uppercase) || next.stopped)
            && next.words.starts_with(char::is_lowercase)
    };
    joins(place) || place > 0 && joins(place - 1)
}

/// So many lines before and after a sentence say what it is among.
const NEIGHBOURS: usize = 4;
/// So many lines of the frame prove that the part is a frame as a whole, sentences among its lines included.
const ANCHORS_OF_A_PAGE: usize = 5;

fn mark(found: &mut [bool], place: usize) {
    if let Some(found) = found.get_mut(place) {
        *found = true;
    }
}

fn shorts(lines: &[Line], within: &Range<usize>) -> usize {
    lines.get(within.clone()).unwrap_or_default().iter().filter(|line| !line.is_sentence()).count()
}

/// Where the article begins and ends: the stretch of consecutive lines with the largest sum, and what lies between it
/// and the first stretch above it that has a good part of that sum. None where there is hardly any running text.
fn article(lines: &[Line], small: &[bool]) -> Option<Range<usize>> {
    let stretches = stretches(lines, small);
    let (best, sum) = stretches.iter().max_by_key(|(range, sum)| (*sum, std::cmp::Reverse(range.start)))?;
    if *sum < LEAST_ARTICLE || *sum < LEAST_A_LINE * lines.len() as i64 {
        return None;
    }
    let first =
        stretches.iter().find(|(_, other)| *other * GOOD_PART >= *sum).map_or(best, |(range, _)| range);
    Some(first.start..best.end)
}

/// The stretches of consecutive lines in which running text outweighs the short lines between, each from where its sum
/// begins to where it is largest.
fn stretches(lines: &[Line], small: &[bool]) -> Vec<(Range<usize>, i64)> {
    let mut found = Vec::new();
    let (mut start, mut sum) = (0, 0);
    let (mut best, mut best_sum) = (0..0, 0);
    for (place, line) in lines.iter().enumerate() {
        let length = (line.length as i64).min(LONG_LINE);
        sum += if small.get(place) == Some(&true) {
            -SHORT_LINE
        } else if line.is_paragraph() {
            length
        } else if line.is_sentence() {
            length / 2
        } else {
            -SHORT_LINE
        };
        if sum <= 0 {
            if best_sum > 0 {
                found.push((best, best_sum));
            }
            (start, sum, best, best_sum) = (place + 1, 0, 0..0, 0);
        } else if sum > best_sum {
            (best, best_sum) = (start..place + 1, sum);
        }
    }
    if best_sum > 0 {
        found.push((best, best_sum));
    }
    found
}

/// Whether a line near a headline is none: who wrote the article and when, or the caption of its picture.
fn is_beside_headline(line: &Line) -> bool {
    let lower = line.words.trim_start().to_lowercase();
    let dated = ["published:", "updated:", "posted:", "published on ", "updated on ", "last updated"];
    byline::is_byline_or_date(line)
        || credits::credit(line) != credits::Credit::None
        || dated.iter().any(|dated| lower.starts_with(dated))
}

/// Which lines above the article may be its headline: the last that are long enough for one, the last above its day or
/// byline, and those right above a sentence, which may be the article's first.
fn headlines(lines: &[Line], article: &Range<usize>, frame: &[bool]) -> Vec<bool> {
    let mut found = vec![false; lines.len()];
    let like = |place: usize| {
        let line = lines.get(place);
        frame.get(place) == Some(&false)
            && line.is_some_and(|line| line.count >= 4 && line.length >= 20 && !is_beside_headline(line))
    };
    let near = article.start.saturating_sub(HEADLINE_WITHIN)..article.start;
    if let Some(last) = near.clone().rev().find(|place| like(*place)) {
        let group = (0..=last).rev().take_while(|place| like(*place));
        group.for_each(|place| mark(&mut found, place));
    }
    // Right above the day or the byline.
    let dated = |place: &usize| {
        lines.get(*place).is_some_and(|line| !line.words.contains("://"))
            && lines.get(place + 1).is_some_and(byline::is_byline_or_date)
            && frame.get(place + 2) == Some(&false)
    };
    if let Some(last) = near.clone().rev().find(|place| like(*place) && dated(place)) {
        mark(&mut found, last);
    }
    for place in near {
        if like(place) && lines.get(place + 1).is_some_and(Line::is_sentence) {
            mark(&mut found, place);
        }
    }
    found
}
