//! Quotations: what was said, exactly, and by whom.
//!
//! 1. `marks` finds the quoted words: `mark` weighs each mark in its place, `reading` reads them all together,
//!    and `interruption` knows the captions and posts between two paragraphs of one quotation.
//! 2. `passage` reads the prose as a row of words in which each quotation is one item, with the word classes
//!    of `lexicon`, and cuts it into sentences.
//! 3. `candidates` finds the reporting verbs of a sentence, and `subject` the phrases that may be their
//!    subjects, by the shapes of `noun_phrase`.
//! 4. `attribution` chooses for each quotation among the candidates near it, by the weights of `grounds`.
//! 5. `utterance` joins the pieces of one utterance and tells direct from mixed and scare quotation.
//! 6. `resolution` looks up whom the speaker's words mean: names, pronouns by `referents` and `gender`, and
//!    `description`s.
//! 7. `indirect` finds reported speech without marks, by the `clause`s of a sentence.
//! 8. `nested` does all of it again for the words between marks inside quoted words.
//!
//! None of them needs the names of an article; they make the last but one better.

mod attribution;
mod candidates;
mod clause;
mod description;
mod gender;
mod grounds;
mod indirect;
mod interruption;
mod lexicon;
mod mark;
mod marks;
mod nested;
mod noun_phrase;
mod passage;
mod reading;
mod referents;
mod resolution;
mod subject;
mod utterance;
mod words;

use super::{Entity, EntityId, Mention};
use gloss_text::{Article, Span};
pub use grounds::Ground;

/// One utterance: everything that one speaker is quoted with in one go.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Quotation {
    /// How the words are quoted.
    pub kind: QuotationKind,
    /// The quoted words, marks included, one segment a pair of marks or a paragraph. For indirect speech, the
    /// reported words.
    pub segments: Vec<Span>,
    /// Whether a mark closes the last segment; one that is never closed ends with its paragraph.
    pub closed: bool,
    /// Who is quoted, as far as the text says.
    pub speaker: Option<Speaker>,
    /// The words that tell it, such as "said" or "according to".
    pub cue: Option<Span>,
    /// Why this speaker was chosen, or nobody, the weightiest ground first.
    pub grounds: Vec<Ground>,
}

/// How words are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuotationKind {
    /// A whole statement in somebody's own words.
    Direct,
    /// A fragment inside somebody's reported words.
    Mixed,
    /// A title, a term or words under suspicion, which nobody is quoted for.
    Scare,
    /// Reported speech without marks.
    Indirect,
}

impl QuotationKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Direct, Self::Mixed, Self::Scare, Self::Indirect];

    /// The kind in the words of the command line and of stored data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Scare => "scare",
            Self::Indirect => "indirect",
        }
    }
}

/// Who is quoted.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Speaker {
    /// The source words of the text: "He", "the Met", "IOPC director Amanda Rowe".
    pub span: Span,
    /// Whom they mean by the fullest name known, or the words themselves.
    pub name: String,
    /// The entity, where it is one.
    pub entity: Option<EntityId>,
    /// For a pronoun or a description, the words that name whom it means; `None` where the text does not say.
    pub antecedent: Option<Span>,
}

/// All that is said in an article, each list in the order of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Speech {
    /// Quotations between marks.
    pub(super) quotations: Vec<Quotation>,
    /// Quotations inside those.
    pub(super) nested: Vec<Quotation>,
    /// Reported speech without marks.
    pub(super) indirect: Vec<Quotation>,
}

/// Finds what is said in an article. Nothing is found by `mentions`; they tell whom a speaker's words mean.
pub(super) fn recognise(article: &Article, mentions: &[Mention], entities: &[Entity]) -> Speech {
    let text = article.text();
    let paragraphs: Vec<Span> = article.document.prose().map(|block| block.span).collect();
    let quoted = marks::quoted(text, &paragraphs);
    let passage = passage::Passage::read(text, &paragraphs, &quoted);
    let candidates = candidates::all(&passage, text);
    let choices = attribution::attribute(text, &passage, &quoted, &candidates);
    let resolver = resolution::Resolver::new(text, &passage, &candidates, mentions, entities);
    let quotations = utterance::join(text, &passage, &quoted, &choices, &candidates, &resolver);
    Speech {
        nested: nested::nested(text, &quoted, &quotations, mentions, entities),
        indirect: indirect::reported(text, &passage, &candidates, &resolver),
        quotations,
    }
}

#[cfg(test)]
mod tests;
