//! Shorter names of organisations: "Amnesty" for Amnesty International, "the Lakers" for the Los Angeles Lakers.

use super::{
    draft::Draft,
    words_of_names::{BEARERS, words},
};
use crate::{
    EntityKind,
    english::organisations::{LAST_WORDS, PAPERS, SUFFIXES, WEAK_FIRST},
};
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// Names of organisations by their first and last words, which may stand for them: "Amnesty", "the Lakers".
#[derive(Default)]
pub(super) struct ShortForms<'a> {
    by_end: HashMap<&'a str, Vec<Range<usize>>>,
    /// Words that name people or places of the article.
    others: HashSet<&'a str>,
}

impl<'a> ShortForms<'a> {
    pub(super) fn read(draft: &Draft<'a>, names: &[(EntityKind, Range<usize>)]) -> Self {
        let mut forms = Self::default();
        let mut known = HashSet::new();
        for (kind, range) in names {
            if *kind != EntityKind::Organisation {
                forms.others.extend(range.clone().map(|at| draft.word(at)));
            } else if range.len() > 1 && known.insert(words(draft, range)) {
                for end in [range.start, range.end - 1] {
                    let bearers = forms.by_end.entry(draft.word(end)).or_default();
                    if bearers.len() < BEARERS {
                        bearers.push(range.clone());
                    }
                }
            }
        }
        forms
    }

    /// The only longer name of the article that begins or ends with the words of this one.
    pub(super) fn stands_for(&self, draft: &Draft, range: &Range<usize>) -> Option<Range<usize>> {
        let short = words(draft, range);
        let (first, last) = (*short.first()?, *short.last()?);
        let says_too_little = WEAK_FIRST.contains(first)
            || LAST_WORDS.contains(first) && !PAPERS.contains(first)
            || self.others.contains(first);
        if short.len() == 1 && (says_too_little || first == "House") {
            return None;
        }
        let bearers = |end: &str| self.by_end.get(end).map(Vec::as_slice).unwrap_or_default();
        let longer = bearers(first).iter().chain(if first == last { &[] } else { bearers(last) });
        let mut longer = longer.filter(|longer| {
            let words = words(draft, longer);
            // "White House" is not short for the White House Correspondents.
            let begins = words.starts_with(&short)
                && (short.len() == 1 || words.get(short.len()).is_some_and(|next| SUFFIXES.contains(next)));
            words.len() > short.len() && (begins || words.ends_with(&short))
        });
        let only = longer.next()?;
        longer.next().is_none().then(|| only.clone())
    }
}
