//! Whom a pronoun may mean: the people and bodies of the sentences before it, weighed by how near they are, by
//! gender, and by whether their sentences are about them.

use super::gender::Gender;
use crate::EntityId;
use gloss_text::Span;

/// How many paragraphs back a pronoun may reach, for the subject of a sentence and for another person in it.
const REACH: usize = 4;
const REACH_OF_OTHERS: usize = 1;

/// How many referents back it may reach; it bounds the work for each pronoun.
const NEAREST: usize = 60;

/// What counts against a referent: each sentence and each paragraph between, a gender that only may agree, of somebody
/// named and of somebody called by an office, and being the subject of a lesser clause or none.
const SENTENCE: usize = 2;
const PARAGRAPH: usize = 1;
const UNTOLD: usize = 2;
const UNTOLD_UNNAMED: usize = 3;
const EMBEDDED: usize = 2;
const NO_SUBJECT: usize = 3;

/// Somebody whom a later pronoun may mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Referent {
    /// The words that name them; for a pronoun, those that it means.
    pub(super) span: Span,
    /// Where the words are by which the text speaks of them here, in UTF-8 bytes.
    pub(super) at: usize,
    /// Indices of the sentence and its paragraph.
    pub(super) sentence: usize,
    pub(super) paragraph: usize,
    pub(super) entity: Option<EntityId>,
    pub(super) gender: Option<Gender>,
    /// Whether it is a person, by name or by office.
    pub(super) person: bool,
    /// Whether the words hold a name.
    pub(super) named: bool,
    /// Whether a clause of the sentence is about them.
    pub(super) subject: bool,
    /// Whether another clause comes before: "Smith said that Jones left".
    pub(super) embedded: bool,
}

/// The referents of an article, in the order of their sentences.
#[derive(Debug, Default)]
pub(super) struct Referents(Vec<Referent>);

impl Referents {
    /// Adds the referents of one sentence.
    pub(super) fn extend(&mut self, mut sentence: Vec<Referent>) {
        sentence.sort_by_key(|referent| referent.at);
        let first = sentence.iter().find(|referent| referent.subject).map(|referent| referent.at);
        for referent in &mut sentence {
            referent.embedded = first.is_some_and(|first| first < referent.at);
        }
        self.0.extend(sentence);
    }

    /// The earlier person or body that a pronoun of the gender `wanted` most likely means, which is at the byte `at` in
    /// the given sentence and paragraph. `here` are referents of that sentence which are not yet among the others; `others`
    /// are people whom it cannot mean.
    pub(super) fn antecedent(
        &self,
        wanted: Gender,
        at: usize,
        (sentence, paragraph): (usize, usize),
        here: &[Referent],
        others: &[EntityId],
    ) -> Option<Referent> {
        let before = self.0.partition_point(|referent| {
            referent.sentence < sentence || referent.sentence == sentence && referent.at < at
        });
        let cost = |referent: &&Referent| {
            if referent.entity.is_some_and(|entity| others.contains(&entity)) {
                return None;
            }
            let untold = match referent.gender {
                Some(gender) if gender == wanted => 0,
                None if !referent.person || !referent.subject || wanted == Gender::Neuter => return None,
                None if referent.named => UNTOLD,
                None => UNTOLD_UNNAMED,
                _ => return None,
            };
            let paragraphs = paragraph.saturating_sub(referent.paragraph);
            let standing = if referent.subject {
                if referent.embedded { EMBEDDED } else { 0 }
            } else if wanted != Gender::Neuter && paragraphs <= REACH_OF_OTHERS {
                NO_SUBJECT
            } else {
                return None;
            };
            Some(SENTENCE * (sentence - referent.sentence) + PARAGRAPH * paragraphs + untold + standing)
        };
        self.0
            .iter()
            .take(before)
            .rev()
            .take(NEAREST)
            .take_while(|referent| referent.paragraph + REACH >= paragraph)
            .chain(here.iter().filter(|referent| referent.at < at).take(NEAREST))
            .filter_map(|referent| Some((cost(&referent)?, referent)))
            .min_by_key(|(cost, referent)| (*cost, sentence - referent.sentence, referent.at))
            .map(|(_, referent)| *referent)
    }
}
