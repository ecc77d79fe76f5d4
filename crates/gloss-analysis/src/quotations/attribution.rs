//! Who is quoted: for each quotation a scored choice among the candidates near it and nobody.

use super::{
    candidates::{Candidate, Relation, Voice},
    grounds::Ground,
    lexicon::{Class, Form, Report},
    marks::Quoted,
    passage::{ItemKind, Passage},
};
use std::ops::Range;

/// How many candidates before and after a quotation are weighed; it bounds the work for each.
const NEAREST: usize = 6;

/// How far the words between a quotation and a speaker are read, in items.
const FAR: usize = 100;

/// Words that give a name to something.
const GIVEN: &[&str] = &[
    "as",
    "called",
    "dubbed",
    "entitled",
    "known",
    "named",
    "nicknamed",
    "phrase",
    "term",
    "termed",
    "titled",
    "word",
];

/// Works that have titles, in the singular and the plural.
const WORKS: &[&str] = &[
    "album",
    "albums",
    "anthology",
    "ballad",
    "ballet",
    "book",
    "books",
    "comedy",
    "documentary",
    "drama",
    "essay",
    "essays",
    "film",
    "films",
    "hit",
    "movie",
    "movies",
    "memoir",
    "musical",
    "novel",
    "novels",
    "opera",
    "painting",
    "play",
    "podcast",
    "poem",
    "poems",
    "programme",
    "sequel",
    "series",
    "show",
    "single",
    "sitcom",
    "song",
    "songs",
    "thriller",
    "trilogy",
    "biography",
    "autobiography",
    "bestseller",
    "blockbuster",
    "classic",
    "exhibition",
];

/// What people are to works that have titles: "host of “The Late Hour”".
const MAKERS: &[&str] = &[
    "author",
    "creator",
    "director",
    "editor",
    "host",
    "presenter",
    "producer",
    "star",
    "writer",
    "episode",
    "edition",
];

/// Words that begin a clause which another follows.
const SUBORDINATE: &[&str] =
    &["When", "After", "Although", "As", "Because", "Before", "If", "Once", "Since", "Though", "While"];

/// Who is quoted, and why.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// `None` where nobody is quoted, or the text does not say who.
    pub(super) candidate: Option<Candidate>,
    pub(super) grounds: Vec<Ground>,
    /// Index of the sentence.
    pub(super) sentence: usize,
    /// Index of the quotation's item.
    pub(super) item: usize,
    /// Whether the words make up a statement rather than a fragment of one.
    pub(super) whole: bool,
    /// Whether the quotation is the first item of its sentence.
    pub(super) begins_sentence: bool,
}

/// One quotation and its surroundings.
struct Place<'a> {
    passage: &'a Passage,
    text: &'a str,
    quoted: &'a Quoted,
    item: usize,
    sentence: Range<usize>,
    whole: bool,
}

/// Where a candidate was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Sentence,
    SentenceBefore,
    SentenceBehind,
    ParagraphBefore,
    Speaker { paragraph_before: bool },
}

/// Chooses a speaker for each of `quoted`, in order.
pub(super) fn attribute(
    text: &str,
    passage: &Passage,
    quoted: &[Quoted],
    candidates: &[Vec<Candidate>],
) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::with_capacity(quoted.len());
    for (index, sentence) in passage.sentences.iter().enumerate() {
        for item in sentence.items.clone() {
            let Some(ItemKind::Quoted(at)) = passage.kind(item) else { continue };
            let Some(quoted) = quoted.get(at) else { continue };
            let whole = is_whole(text, passage, quoted, item, item == sentence.items.start);
            let place = Place { passage, text, quoted, item, sentence: sentence.items.clone(), whole };
            let choice = place.choose(index, candidates, choices.last());
            choices.push(choice);
        }
    }
    choices
}

/// Whether the words make up a statement rather than a fragment of one.
fn is_whole(text: &str, passage: &Passage, quoted: &Quoted, item: usize, begins: bool) -> bool {
    let words = quoted.words.of(text);
    let count = words.split_whitespace().count();
    // "“We are sorry”, she said": in American copy the comma is inside the marks.
    let comma_after = begins && passage.is_sign(item + 1, ',');
    // "“She said, ‘No,’” he told us": what is quoted inside may end it.
    let ended = words.trim_end_matches(['\'', '’', '"', '”']);
    let stopped = ended.ends_with(['.', '!', '?', '…', ',']) || comma_after || !quoted.closed;
    let capital = words.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    // "She said: “No.”", "“No,” she said" and headings: "Minister: “We are sorry”", "“We are sorry”: minister"
    let led = item > 0 && passage.is_sign(item - 1, ':');
    let leads = count > 2 && passage.is_sign(item + 1, ':');
    capital && (count > 1 && (stopped || led || leads) || stopped && (led || begins)) || stopped && count > 7
}

impl Place<'_> {
    fn choose(&self, index: usize, all: &[Vec<Candidate>], before: Option<&Choice>) -> Choice {
        let mut options = self.options(index, all, before);
        let scores: Vec<i32> = options.iter().map(|(_, grounds)| self.score(grounds)).collect();
        let best = (0..scores.len())
            .reduce(|best, other| if scores.get(other) > scores.get(best) { other } else { best });
        let nearest = best.map(|best| self.nearest_cue(&options, best));
        let (candidate, _) = nearest.and_then(|at| options.get(at).cloned()).unwrap_or_default();
        let grounds = best.map(|best| options.swap_remove(best).1).unwrap_or_default();
        let begins_sentence = self.item == self.sentence.start;
        Choice { candidate, grounds, sentence: index, item: self.item, whole: self.whole, begins_sentence }
    }

    /// Of the options with the chosen speaker, the one whose cue is nearest: "he said it was sad, adding: …".
    fn nearest_cue(&self, options: &[(Option<Candidate>, Vec<Ground>)], best: usize) -> usize {
        let Some((Some(chosen), grounds)) = options.get(best) else { return best };
        if grounds.contains(&Ground::SpeakerBefore) || !self.sentence.contains(&chosen.cue.start) {
            return best;
        }
        let same = |at: &usize| {
            options.get(*at).and_then(|(candidate, _)| candidate.as_ref()).is_some_and(|candidate| {
                candidate.speaker == chosen.speaker
                    && (candidate.cue.start < self.item) == (chosen.cue.start < self.item)
                    && self.sentence.contains(&candidate.cue.start)
                    && matches!(candidate.report, Some((Report::Speech, _)))
            })
        };
        let distance = |at: &usize| {
            options
                .get(*at)
                .and_then(|(candidate, _)| candidate.as_ref())
                .map_or(usize::MAX, |candidate| candidate.cue.start.abs_diff(self.item))
        };
        (0..options.len()).filter(same).chain([best]).min_by_key(distance).unwrap_or(best)
    }

    fn score(&self, grounds: &[Ground]) -> i32 {
        grounds.iter().map(|ground| i32::from(ground.weight(self.whole))).sum()
    }

    fn options(
        &self,
        index: usize,
        all: &[Vec<Candidate>],
        before: Option<&Choice>,
    ) -> Vec<(Option<Candidate>, Vec<Ground>)> {
        let none = Vec::new();
        let of = |index: Option<usize>| index.and_then(|index| all.get(index)).unwrap_or(&none);
        let paragraph = |index: usize| self.passage.sentences.get(index).map(|sentence| sentence.paragraph);
        let here = of(Some(index));
        let mut options = vec![(None, self.nobody(here))];
        let ended = self.subordinate(here);
        let previous = self.passage.before(index);
        let mut add = |candidate: &Candidate, source: Source| {
            // Who is told does not speak, and nobody says the epithet in their own name.
            let passive = |known: &Candidate| {
                known.voice == Voice::Passive
                    && known.relation != Relation::By
                    && known.speaker == candidate.speaker
                    && (known.cue == candidate.cue || candidate.relation == Relation::Topic)
            };
            // "…, Smith said, according to the Argus. “…”": Smith goes on.
            let hearsay = candidate.relation == Relation::According
                && source == Source::SentenceBefore
                && before
                    .is_some_and(|before| Some(before.sentence) == previous && before.candidate.is_some());
            if hearsay
                || passive(candidate)
                || candidate.relation == Relation::Topic && here.iter().take(NEAREST).any(passive)
                || candidate.speaker.contains(&self.item)
            {
                return;
            }
            let mut grounds = self.grounds(candidate, source);
            if source == Source::Sentence && ended.contains(&candidate.cue.start) {
                grounds.push(Ground::Subordinate);
            }
            options.push((Some(candidate.clone()), grounds));
        };
        let after = here.partition_point(|candidate| {
            candidate.relation != Relation::Topic && candidate.cue.start < self.item
        });
        here.iter().take(after).rev().take(NEAREST).for_each(|candidate| add(candidate, Source::Sentence));
        here.iter().skip(after).take(NEAREST).for_each(|candidate| add(candidate, Source::Sentence));
        if here.len() > after + NEAREST
            && let Some(topic) = here.last()
        {
            add(topic, Source::Sentence);
        }
        let same_paragraph = previous.is_some_and(|previous| paragraph(previous) == paragraph(index));
        let first = self.passage.kind(self.sentence.start) == Some(ItemKind::Quoted(0))
            || self.sentence.start == self.item;
        let source = if same_paragraph { Source::SentenceBefore } else { Source::ParagraphBefore };
        if same_paragraph || first {
            of(previous).iter().rev().take(NEAREST).for_each(|candidate| add(candidate, source));
        }
        if paragraph(index + 1) == paragraph(index) {
            of(Some(index + 1)).iter().take(3).for_each(|candidate| add(candidate, Source::SentenceBehind));
        }
        // "— Blake" in a paragraph of its own.
        if self.item + 1 == self.sentence.end
            && paragraph(index + 1) != paragraph(index)
            && let Some(signature) = of(Some(index + 1)).first()
            && signature.relation == Relation::Signature
        {
            add(signature, Source::Sentence);
        }
        if let Some(Choice { candidate: Some(candidate), sentence, .. }) = before {
            let distance = self.passage.apart(*sentence, index);
            if distance < 2 {
                add(candidate, Source::Speaker { paragraph_before: distance == 1 });
            }
        }
        options
    }

    /// The items of a clause that begins the sentence and ends before the quotation, where another verb has a subject
    /// after it: "When Smith asked why, Blake shrugged, saying: …".
    fn subordinate(&self, here: &[Candidate]) -> Range<usize> {
        let start = self.sentence.start;
        let begins = SUBORDINATE.contains(&self.passage.word(self.text, start));
        let end = (start..self.item.min(start + FAR)).find(|&at| self.passage.is_sign(at, ','));
        let Some(end) = end.filter(|_| begins) else { return start..start };
        let nearer = |candidate: &Candidate| {
            candidate.report.is_some() && candidate.speaker.start > end && candidate.cue.start > end
        };
        if here.iter().any(nearer) { start..end } else { start..start }
    }

    fn nobody(&self, here: &[Candidate]) -> Vec<Ground> {
        let mut grounds = vec![Ground::Nobody];
        let words = self.quoted.words.of(self.text);
        let count = words.split_whitespace().count();
        let passage = self.passage;
        let mut add = |holds: bool, ground: Ground| {
            if holds {
                grounds.push(ground);
            }
        };
        add(here.iter().all(|candidate| candidate.relation == Relation::Topic), Ground::NoCueInSentence);
        add(count == 1, Ground::OneWord);
        add(matches!(count, 2 | 3), Ground::FewWords);
        add(count > 6, Ground::ManyWords);
        let capitals = words.starts_with(char::is_uppercase)
            && words.split_whitespace().all(|word| {
                word.len() < 4
                    || matches!(word, "with" | "from" | "into")
                    || !word.starts_with(char::is_lowercase)
            });
        add(capitals, Ground::TitleCase);
        let previous = self.item.checked_sub(1).filter(|at| *at >= self.sentence.start);
        let place = previous.is_some_and(|at| {
            matches!(
                passage.kind(at),
                Some(ItemKind::Possessive | ItemKind::Word(Class::Preposition | Class::Determiner))
            )
        });
        add(capitals && place, Ground::TitlePlace);
        if let Some(at) = previous {
            let word = passage.word(self.text, at).to_lowercase();
            let maker = word == "of"
                && capitals
                && at > self.sentence.start
                && MAKERS.contains(&passage.word(self.text, at - 1).to_lowercase().as_str());
            let given = maker || GIVEN.contains(&word.as_str()) && !self.is_called(here);
            add(given, Ground::NameGiven);
            let named = here.iter().any(|candidate| self.is_named(candidate));
            // "the “Project for Better Bridges and Roads”"
            let long = capitals && count > 4 && !words.ends_with(['.', '!', '?', ',', ';']);
            add(named || long || capitals && (given || WORKS.contains(&word.as_str())), Ground::TitledWork);
            add(
                passage.class(at) == Some(Class::Determiner)
                    || passage.kind(at) == Some(ItemKind::Possessive),
                Ground::DeterminerBefore,
            );
        }
        add(
            passage.class(self.item + 1) == Some(Class::Common) && self.item + 1 < self.sentence.end,
            Ground::NounBehind,
        );
        add(self.sentence.len() == 1, Ground::AloneInSentence);
        add(
            words.split(|c: char| !c.is_alphanumeric()).any(|word| {
                matches!(word, "I" | "we" | "We" | "my" | "our" | "me" | "us" | "Us" | "My" | "Our")
            }),
            Ground::FirstPerson,
        );
        add(
            !matches!(
                passage.kind(self.sentence.end - 1),
                Some(ItemKind::Sign('.' | '!' | '?' | '…' | ':' | ';') | ItemKind::Quoted(_))
            ),
            Ground::InHeading,
        );
        grounds
    }

    /// Whether somebody calls something by the quoted words: "he called it", "described by her as".
    fn is_called(&self, here: &[Candidate]) -> bool {
        here.iter().take_while(|candidate| candidate.relation != Relation::Topic).any(|candidate| {
            let verdict = matches!(candidate.report, Some((Report::Verdict, _)));
            let gap = self.item.checked_sub(candidate.extent().end);
            candidate.voice == Voice::Active
                && gap.is_some_and(|gap| gap == 0 || verdict && gap < NEAREST)
                && !self.is_named(candidate)
        })
    }

    /// Whether the quoted words are a name that the candidate has: "a group called “…”", but not "which she called
    /// “…”".
    fn is_named(&self, candidate: &Candidate) -> bool {
        let word = |at: usize| self.passage.word(self.text, at);
        let before = candidate.speaker.start.checked_sub(1).filter(|at| *at >= self.sentence.start);
        candidate.relation == Relation::Before
            && candidate.cue.end == self.item
            && candidate.speaker.len() > 1
            && matches!(word(candidate.cue.start), "called" | "named" | "dubbed" | "titled")
            && !before.is_some_and(|at| matches!(word(at), "what" | "What" | "that" | "which" | "whom"))
            && candidate.speaker.clone().any(|at| self.passage.class(at) == Some(Class::Common))
    }

    fn grounds(&self, candidate: &Candidate, source: Source) -> Vec<Ground> {
        let mut grounds = Vec::with_capacity(12);
        if let Source::Speaker { paragraph_before } = source {
            grounds.push(Ground::SpeakerBefore);
            if paragraph_before {
                grounds.push(Ground::SpeakerOfParagraphBefore);
            }
            if self.quoted.continues {
                grounds.push(Ground::GoesOn);
            }
            grounds.push(self.speaker_ground(candidate));
            self.leads(&mut grounds);
            return grounds;
        }
        grounds.push(candidate.relation.ground());
        if let Some((report, form)) = candidate.report {
            grounds.push(match report {
                Report::Speech => Ground::SpeechVerb,
                Report::Opinion => Ground::OpinionVerb,
                Report::Verdict => Ground::VerdictVerb,
                Report::Deed => Ground::OtherVerb,
            });
            match form {
                Form::Base => grounds.push(Ground::BaseForm),
                Form::Present => grounds.push(Ground::PresentForm),
                Form::Participle => grounds.push(Ground::ParticipleForm),
                Form::Past => {}
            }
        }
        match candidate.voice {
            Voice::Active | Voice::Passive => {}
            Voice::Infinitive => grounds.push(Ground::InfinitiveVoice),
            Voice::Modal => grounds.push(Ground::ModalVoice),
            Voice::Negated => grounds.push(Ground::NegatedVoice),
        }
        grounds.push(self.speaker_ground(candidate));
        match source {
            Source::Sentence => self.distance(candidate, &mut grounds),
            Source::SentenceBefore => grounds.push(Ground::SentenceBefore),
            Source::SentenceBehind => grounds.push(Ground::SentenceBehind),
            Source::ParagraphBefore => grounds.push(Ground::ParagraphBefore),
            Source::Speaker { .. } => {}
        }
        if matches!(source, Source::SentenceBefore | Source::ParagraphBefore) {
            self.leads(&mut grounds);
        }
        grounds
    }

    /// Adds the ground for a colon right before the quotation.
    fn leads(&self, grounds: &mut Vec<Ground>) {
        if self.item > 0 && self.passage.is_sign(self.item - 1, ':') {
            grounds.push(Ground::ColonAfterCue);
        }
    }

    fn distance(&self, candidate: &Candidate, grounds: &mut Vec<Ground>) {
        let passage = self.passage;
        let extent = candidate.extent();
        let words = |range: Range<usize>| {
            range
                .filter(|&at| matches!(passage.kind(at), Some(ItemKind::Word(_) | ItemKind::Number)))
                .take(16)
                .count()
        };
        let between = if extent.end <= self.item {
            let between = extent.end.max(self.item.saturating_sub(FAR))..self.item;
            grounds.push(match words(between.clone()) {
                0 => Ground::PrecedesAtOnce,
                1 | 2 => Ground::PrecedesSoon,
                3..=6 => Ground::PrecedesNear,
                7..=15 => Ground::PrecedesFar,
                _ => Ground::PrecedesVeryFar,
            });
            if self.item > 0 {
                match passage.kind(self.item - 1) {
                    Some(ItemKind::Sign(':')) => grounds.push(Ground::ColonAfterCue),
                    Some(ItemKind::Sign(',')) => grounds.push(Ground::CommaAfterCue),
                    _ => {}
                }
            }
            if between.clone().any(|at| passage.word(self.text, at) == "that") {
                grounds.push(Ground::ThatAfterCue);
            }
            between
        } else if extent.start > self.item {
            let between = self.item + 1..extent.start.min(self.item + FAR);
            grounds.push(match words(between.clone()) {
                0 => Ground::FollowsAtOnce,
                1 | 2 => Ground::FollowsSoon,
                _ => Ground::FollowsLate,
            });
            let comma = passage.is_sign(self.item + 1, ',') && extent.start == self.item + 2;
            if comma || self.quoted.words.of(self.text).ends_with(',') {
                grounds.push(Ground::CommaThenSpeaker);
            }
            between
        } else {
            grounds.push(Ground::Surrounds);
            self.item..self.item
        };
        if between.clone().any(|at| matches!(passage.kind(at), Some(ItemKind::Quoted(_)))) {
            grounds.push(Ground::QuotationBetween);
        }
    }

    fn speaker_ground(&self, candidate: &Candidate) -> Ground {
        let mut words =
            candidate.speaker.clone().map(|at| (self.passage.class(at), self.passage.word(self.text, at)));
        if candidate.speaker.len() == 1
            && let Some((Some(Class::Pronoun | Class::Determiner), word)) = words.next()
        {
            return match word.to_lowercase().as_str() {
                "he" | "she" | "they" | "his" | "her" | "their" => Ground::PersonalPronoun,
                "i" | "we" | "you" => Ground::OwnPronoun,
                _ => Ground::OtherPronoun,
            };
        }
        let first = candidate.speaker.start;
        let sentence_start = first == self.sentence.start && candidate.speaker.len() == 1;
        // The capital of a sentence's first word makes no name: "Good information".
        let owner = self.passage.kind(first + 1) == Some(ItemKind::Possessive);
        let inner = candidate.speaker.clone().skip(usize::from(first == self.sentence.start && !owner));
        if inner.clone().any(|at| self.passage.class(at) == Some(Class::Name)) {
            return Ground::Named;
        }
        if candidate
            .speaker
            .clone()
            .any(|at| super::lexicon::is_person_noun(self.passage.word(self.text, at)))
        {
            return Ground::PersonNoun;
        }
        if sentence_start && self.passage.class(first) == Some(Class::Name) {
            Ground::Named
        } else {
            Ground::OtherNoun
        }
    }
}
