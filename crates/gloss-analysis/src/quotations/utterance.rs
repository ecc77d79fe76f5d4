//! Joins the quoted pieces of one utterance and tells its kind.

use super::{
    Quotation, QuotationKind,
    attribution::Choice,
    candidates::{Candidate, Relation, Voice},
    grounds::Ground,
    lexicon::{Class, Report},
    marks::Quoted,
    passage::{ItemKind, Passage},
    resolution::Resolver,
};

/// The most grounds worth telling a reader.
const TOLD: usize = 6;

/// How many candidates on one side of a quotation may be those who were told it.
const NEAR: usize = 4;

/// How far before a quotation the verb may be that tells so, in items.
const CLAUSE: usize = 14;

/// The utterances of an article, from its quoted pieces and the choice made for each.
pub(super) fn join(
    text: &str,
    passage: &Passage,
    quoted: &[Quoted],
    choices: &[Choice],
    candidates: &[Vec<Candidate>],
    resolver: &Resolver,
) -> Vec<Quotation> {
    let scene = Scene { text, passage, candidates, resolver };
    let mut found: Vec<Quotation> = Vec::new();
    let mut before: Option<(&Quoted, &Choice)> = None;
    for (quoted, choice) in quoted.iter().zip(choices) {
        match (found.last_mut(), before) {
            (Some(last), Some(before)) if goes_on(text, passage, before, (quoted, choice), last) => {
                last.segments.push(quoted.span);
                last.closed = quoted.closed;
                if choice.whole && !scene.is_inside(quoted, choice) {
                    last.kind = QuotationKind::Direct;
                }
                if last.speaker.is_none() {
                    let joined = scene.quotation(quoted, choice);
                    (last.speaker, last.cue, last.grounds) = (joined.speaker, joined.cue, joined.grounds);
                }
            }
            _ => found.push(scene.quotation(quoted, choice)),
        }
        before = Some((quoted, choice));
    }
    found
}

/// Whether a piece belongs to the utterance `last`, whose newest piece is `before`.
fn goes_on(
    text: &str,
    passage: &Passage,
    before: (&Quoted, &Choice),
    this: (&Quoted, &Choice),
    last: &Quotation,
) -> bool {
    let ((quoted, choice), (earlier, earlier_choice)) = (this, before);
    let carried = choice.grounds.contains(&Ground::SpeakerBefore);
    if quoted.continues {
        // Unless the paragraph has a speaker of its own.
        let own = |candidate: &Candidate| passage.span(&candidate.speaker).start > quoted.span.start;
        return last.speaker.is_none() || !choice.candidate.as_ref().is_some_and(own);
    }
    if quoted.paragraph != earlier.paragraph || last.speaker.is_none() {
        return false;
    }
    let (Some(candidate), Some(known)) = (&choice.candidate, &earlier_choice.candidate) else { return false };
    let same = candidate.speaker == known.speaker && candidate.cue == known.cue;
    let between = known.extent().start > earlier_choice.item && known.extent().end <= choice.item;
    if choice.sentence == earlier_choice.sentence {
        // "We know," he said, "that …"
        let broken_off = earlier.words.of(text).ends_with([',', '–', '—', '-']);
        // Not the title in "“We know,” he said on the BBC's “Today”".
        let taken_up = choice.item == known.extent().end
            || [',', ':', '–', '—', '-'].iter().any(|&sign| passage.is_sign(choice.item - 1, sign));
        return same && between && broken_off && taken_up;
    }
    // "We know it," he said. "We always did."
    (last.kind == QuotationKind::Direct || earlier_choice.whole)
        && choice.whole
        && (carried || same)
        && choice.begins_sentence
        && choice.sentence == earlier_choice.sentence + 1
}

/// All that is known of the article.
struct Scene<'a> {
    text: &'a str,
    passage: &'a Passage,
    candidates: &'a [Vec<Candidate>],
    resolver: &'a Resolver<'a>,
}

impl Scene<'_> {
    fn quotation(&self, quoted: &Quoted, choice: &Choice) -> Quotation {
        let whole = choice.whole;
        let heard = self.heard_in_court(choice);
        let missing = self.introduction_is_missing(quoted, choice);
        let told = self.told_by_nobody(choice);
        let chosen = choice.candidate.as_ref().filter(|_| heard.or(told).is_none() && !missing);
        let speaker = chosen.and_then(|candidate| self.resolver.speaker(candidate));
        let cue = chosen.or(heard).or(told).map(|candidate| self.passage.span(&candidate.cue));
        let kind = match chosen.or(heard).or(told) {
            None if choice.grounds.contains(&Ground::TitlePlace) || self.is_name(quoted, choice) => {
                QuotationKind::Scare
            }
            _ if whole && self.is_inside(quoted, choice) => QuotationKind::Mixed,
            _ if whole || self.is_said_after(quoted, choice, chosen) => QuotationKind::Direct,
            Some(_) => QuotationKind::Mixed,
            None => QuotationKind::Scare,
        };
        let grounds = match heard {
            _ if missing => vec![Ground::Unintroduced],
            Some(_) => vec![Ground::HeardInCourt],
            None if told.is_some() => vec![Ground::ToldByNobody],
            None => reasons(&choice.grounds, whole),
        };
        let cue = cue.filter(|cue| !cue.is_empty());
        Quotation { kind, segments: vec![quoted.span], closed: quoted.closed, speaker, cue, grounds }
    }

    /// Whether the words go on with the sentence of the writer: "It wants to “keep the town alive and the river clean.”"
    fn is_inside(&self, quoted: &Quoted, choice: &Choice) -> bool {
        let before = choice.item.checked_sub(1).filter(|_| !choice.begins_sentence);
        let words = quoted.words.of(self.text);
        let first = words.chars().find(|c| c.is_alphanumeric());
        // With a sentence of its own after them, they are more than a part of the writer's.
        let goes_on = words
            .match_indices(['.', '!', '?', '…'])
            .any(|(at, stop)| sentence_begins(words.get(at + stop.len()..).unwrap_or_default()));
        first.is_some_and(char::is_lowercase)
            && !goes_on
            && !quoted.continues
            && before.is_some_and(|before| match self.passage.kind(before) {
                // "She said “we met the test.”"
                Some(ItemKind::Word(Class::Cue(Report::Speech, _))) => false,
                kind => matches!(kind, Some(ItemKind::Word(_) | ItemKind::Possessive)),
            })
    }

    /// Whether the words are a name or a title amid a sentence: "She wrote under the name “Anna Holm,” mostly to friends."
    fn is_name(&self, quoted: &Quoted, choice: &Choice) -> bool {
        let words = || quoted.words.of(self.text).split_whitespace();
        let before = choice.item.checked_sub(1).filter(|_| !choice.begins_sentence);
        before.is_some_and(|before| matches!(self.passage.class(before), Some(Class::Common | Class::Name)))
            && quoted.words.of(self.text).ends_with(',')
            && (2..=4).contains(&words().count())
            && words().all(|word| word.starts_with(char::is_uppercase))
    }

    /// Whether words without a stop are a statement, as a pronoun and a verb of saying follow: "“We met the test” she said."
    fn is_said_after(&self, quoted: &Quoted, choice: &Choice, chosen: Option<&Candidate>) -> bool {
        let words = quoted.words.of(self.text);
        choice.begins_sentence
            && words.starts_with(char::is_uppercase)
            && words.split_whitespace().count() > 3
            && chosen.is_some_and(|chosen| {
                chosen.speaker == (choice.item + 1..choice.item + 2)
                    && chosen.cue.start == choice.item + 2
                    && self.passage.class(chosen.speaker.start) == Some(Class::Pronoun)
            })
    }

    /// "…, the court heard": said in court, and the text does not tell by whom.
    fn heard_in_court<'c>(&'c self, choice: &'c Choice) -> Option<&'c Candidate> {
        let near = |candidate: &Candidate| {
            candidate.extent().start > choice.item
                || choice.candidate.as_ref().is_some_and(|chosen| chosen.cue == candidate.cue)
        };
        let words = |candidate: &Candidate| {
            candidate.speaker.clone().any(|at| is_court(self.passage.word(self.text, at)))
        };
        let here = self.candidates.get(choice.sentence)?;
        let known = here.partition_point(|candidate| {
            candidate.relation != Relation::Topic && candidate.cue.start < choice.item
        });
        here.iter().skip(known).take(NEAR).chain(choice.candidate.as_ref()).find(|candidate| {
            let cue = self.passage.word(self.text, candidate.cue.start);
            !candidate.cue.is_empty()
                && near(candidate)
                && match candidate.voice {
                    Voice::Active => matches!(cue, "heard" | "hears"),
                    Voice::Passive => cue == "told",
                    _ => false,
                }
                && words(candidate)
        })
    }

    /// "She was told that “…”": said to her, and the text does not tell by whom.
    fn told_by_nobody<'c>(&'c self, choice: &'c Choice) -> Option<&'c Candidate> {
        let sentence = self.passage.sentences.get(choice.sentence)?;
        let here = self.candidates.get(choice.sentence)?;
        // Unless somebody speaks in this very sentence.
        if choice.candidate.as_ref().is_some_and(|chosen| chosen.extent().end > sentence.items.start) {
            return None;
        }
        let known = here.partition_point(|candidate| {
            candidate.relation != Relation::Topic && candidate.cue.start < choice.item
        });
        here.iter().take(known).rev().take(NEAR).find(|candidate| {
            candidate.voice == Voice::Passive
                && candidate.cue.start + CLAUSE > choice.item
                && matches!(
                    self.passage.word(self.text, candidate.cue.start),
                    "told" | "warned" | "informed" | "assured" | "advised"
                )
        })
    }

    /// Whether a quotation carries the speaker of the paragraph before, though the sentence after it speaks
    /// of a "she" or "he" who is named nowhere: then a paragraph that named them is missing before it.
    fn introduction_is_missing(&self, quoted: &Quoted, choice: &Choice) -> bool {
        let carried = choice.grounds.contains(&Ground::SpeakerOfParagraphBefore)
            || choice.grounds.contains(&Ground::ParagraphBefore);
        let next = choice.sentence + 1;
        carried
            && !quoted.continues
            && choice.begins_sentence
            && self
                .candidates
                .get(next)
                .and_then(|candidates| candidates.first())
                .is_some_and(|candidate| self.resolver.is_unintroduced(candidate))
    }
}

/// Whether a space and a capital are what follows a stop.
fn sentence_begins(after: &str) -> bool {
    after.starts_with(char::is_whitespace) && after.trim_start().starts_with(char::is_uppercase)
}

fn is_court(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "court"
            | "bailey"
            | "inquest"
            | "tribunal"
            | "inquiry"
            | "hearing"
            | "jury"
            | "jurors"
            | "magistrates"
    )
}

/// The grounds that spoke for a choice, the weightiest first.
fn reasons(grounds: &[Ground], whole: bool) -> Vec<Ground> {
    let mut reasons: Vec<Ground> =
        grounds.iter().copied().filter(|ground| ground.weight(whole) > 0).collect();
    reasons.sort_by_key(|ground| -ground.weight(whole));
    reasons.truncate(TOLD);
    reasons
}
