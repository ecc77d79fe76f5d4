//! Bodies that the shape of their names tells, where the tagger finds a part of the name or nothing.

use super::{draft::Draft, public_life};
use crate::{
    EntityKind::{Organisation, Person, Place},
    english::{
        names::DEMONYMS,
        offices::HEADS,
        organisations::{ACTS, BEFORE_OF, CHURCHES, LAST_WORDS, OF_GROUPS, SHAPED, WEAK_FIRST},
        titles::is_title,
    },
};
use std::ops::Range;

/// Words of such a name at most.
const LONGEST: usize = 6;

/// Marks them.
pub(super) fn mark(draft: &mut Draft) {
    join_churches(draft);
    mark_shaped(draft);
    mark_parties(draft);
    join_aims(draft);
    part_employers(draft);
    unmark_adjectives(draft);
    mark_heads_of_government(draft);
}

/// Whether the sentence around has words in small letters, so that a capital tells something.
fn is_prose(draft: &Draft, at: usize) -> bool {
    let small = |at: &usize| draft.word(*at).starts_with(char::is_lowercase) && draft.word(*at).len() > 3;
    let after = (at + 1..at + 25).take_while(|at| !draft.begins_sentence(*at));
    let before = (at.saturating_sub(25)..at).rev().take_while(|before| !draft.begins_sentence(before + 1));
    after.chain(before).filter(small).take(3).count() == 3
}

/// "St Anna Missionary Baptist Church", where a person's name is part of a church's or a school's.
fn join_churches(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        if kind == Person || !CHURCHES.contains(draft.word(range.end - 1)) {
            continue;
        }
        let mut start = range.start;
        while start > 0
            && range.end - start < LONGEST
            && !draft.begins_sentence(start)
            && draft.is_capitalised(start - 1)
            && !is_title(draft.word(start - 1))
            && !draft.begins_sentence(start - 1)
            && draft.name_at(start - 1).is_none_or(|(kind, _)| *kind != Place)
        {
            start -= 1;
        }
        // A person is taken in whole.
        let whole = draft.name_at(start).map_or(start, |(_, name)| name.start.min(start));
        if whole < range.start && range.end - whole <= LONGEST {
            draft.mark(&(whole..range.end), Organisation);
        }
    }
}

/// "the Young Builders Hub", "the Barton Policy Blog": capitals whose last word says what they are.
fn mark_shaped(draft: &mut Draft) {
    let mut at = 1;
    while at < draft.tokens.len() {
        if !SHAPED.contains(draft.word(at)) || draft.begins_sentence(at) || draft.name_at(at).is_some() {
            at += 1;
            continue;
        }
        let mut start = at;
        while start > 0
            && at - start < LONGEST
            && !draft.begins_sentence(start)
            && draft.is_capitalised(start - 1)
            && draft.name_at(start - 1).is_none()
            && !matches!(draft.word(start - 1), "The" | "A" | "An" | "Our" | "His" | "Her" | "Their" | "This")
        {
            start -= 1;
        }
        let led = start > 0
            && !draft.begins_sentence(start)
            && (draft.word(start - 1).eq_ignore_ascii_case("the")
                || matches!(
                    draft.word(start - 1),
                    "at" | "of" | "for" | "by" | "with" | "from" | "and" | ","
                ));
        let ends = !draft.is_capitalised(at + 1) || draft.begins_sentence(at + 1);
        if start < at && led && ends && is_prose(draft, at) {
            draft.mark(&(start..at + 1), Organisation);
        }
        at += 1;
    }
}

/// "the Alternative for Holmland party": what groups are, in small letters after their names.
fn mark_parties(draft: &mut Draft) {
    for at in 1..draft.tokens.len() {
        if !matches!(draft.word(at), "for" | "of")
            || draft.begins_sentence(at)
            || !draft.is_capitalised(at - 1)
        {
            continue;
        }
        let start = at - 1;
        let led =
            start > 0 && !draft.begins_sentence(start) && draft.word(start - 1).eq_ignore_ascii_case("the");
        let mut end = at + 1 + usize::from(draft.next_word(at + 1) == "the");
        let first = end;
        while end < first + 3 && !draft.begins_sentence(end) && draft.is_capitalised(end) {
            end += 1;
        }
        let free =
            draft.name_at(start).is_none_or(|(kind, name)| *kind == Organisation && name.start == start);
        let is_group = OF_GROUPS.contains(draft.next_word(end));
        let office = HEADS.contains(draft.word(start).to_lowercase().as_str());
        let inside = (first..end)
            .all(|at| draft.name_at(at).is_none_or(|(_, name)| name.start >= first && name.end <= end));
        if led && free && is_group && end > first && inside && !office {
            draft.mark(&(start..end), Organisation);
        }
    }
}

/// "Paths to Peace" of "director of Barton Paths to Peace, said".
fn join_aims(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let aim = range.end + 1;
        let joins = kind == Organisation
            && range.len() > 1
            && draft.next_word(range.end) == "to"
            && !draft.begins_sentence(aim)
            && draft.is_capitalised(aim)
            && draft.name_at(aim).is_none()
            && range.start > 0
            && matches!(draft.word(range.start - 1), "of" | "with" | "at" | "for" | "by" | "the" | "from");
        let ends = !draft.is_capitalised(aim + 1) || draft.begins_sentence(aim + 1);
        if joins && ends && is_prose(draft, range.start) {
            draft.mark(&(range.start..aim + 1), Organisation);
        }
    }
}

/// "Anna Reed of Bartonbank, … said": a person and whom they work for, which the tagger takes for one body.
fn part_employers(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let of = range.start + 2;
        if kind != Organisation || range.len() < 4 || draft.word(of) != "of" {
            continue;
        }
        let is_name = |at: usize| {
            let word = draft.word(at);
            draft.is_capitalised(at)
                && word.contains(char::is_lowercase)
                && !LAST_WORDS.contains(word)
                && !BEFORE_OF.contains(word)
                && !WEAK_FIRST.contains(word)
                && !DEMONYMS.contains(word)
                && !HEADS.contains(word.to_lowercase().as_str())
        };
        let person = is_name(range.start)
            && is_name(range.start + 1)
            && !draft.word(range.start + 1).ends_with('s')
            && !public_life::is_known(draft.span(&range).of(draft.text));
        // Somebody who speaks, at once or after what commas set apart.
        let comma = draft.next_word(range.end) == ",";
        let verb = if comma {
            (range.end + 1..range.end + 12)
                .find(|at| draft.next_word(*at) == ",")
                .map_or(range.end, |at| at + 1)
        } else {
            range.end
        };
        let told = range.start > 0
            && !draft.begins_sentence(range.start)
            && ACTS.contains(draft.word(range.start - 1));
        let speaks = |at: usize| {
            let word = draft.next_word(at);
            ACTS.contains(word) && word != "has"
                || matches!(word, "warned" | "wrote" | "added" | "argued" | "noted")
        };
        if person && (told || speaks(verb)) {
            draft.unmark(&range);
            draft.mark(&(range.start..of), Person);
            draft.mark(&(of + 1..range.end), Organisation);
        }
    }
}

/// "an Amiri order" has an adjective, and God is nobody of the news.
fn unmark_adjectives(draft: &mut Draft) {
    let names = draft.names();
    let full: Vec<&str> = names
        .iter()
        .filter(|(kind, range)| *kind == Person && range.len() > 1)
        .map(|(_, range)| draft.word(range.end - 1))
        .collect();
    let mut others: Vec<Range<usize>> = Vec::new();
    for (kind, range) in &names {
        let word = draft.word(range.start);
        let god = *kind == Person
            && (matches!(word, "Allah" | "God")
                && range.clone().skip(1).all(|at| draft.word(at) == "Almighty"));
        let article = range.start > 0
            && !draft.begins_sentence(range.start)
            && matches!(draft.word(range.start - 1), "a" | "an" | "A" | "An");
        let adjective = *kind == Person
            && range.len() == 1
            && word.ends_with('i')
            && article
            && draft.next_word(range.end).starts_with(char::is_lowercase)
            && !full.contains(&word);
        if god || adjective {
            others.push(range.clone());
        }
    }
    for range in others {
        draft.unmark(&range);
    }
}

/// "the Holm government" is that of somebody called Holm.
fn mark_heads_of_government(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let word = draft.word(range.start);
        let led = range.start > 0
            && !draft.begins_sentence(range.start)
            && draft.word(range.start - 1).eq_ignore_ascii_case("the");
        let named = word.chars().count() > 3
            && word.chars().skip(1).all(char::is_lowercase)
            && !public_life::is_known(word)
            && !WEAK_FIRST.contains(word)
            && !LAST_WORDS.contains(word);
        if kind == Organisation
            && range.len() == 1
            && led
            && named
            && matches!(draft.next_word(range.end), "government" | "administration")
        {
            draft.mark(&range, Person);
        }
    }
}
