//! Quotations: what was said, exactly, and by whom.

mod attribution;
mod candidates;
mod grounds;
mod lexicon;
mod marks;
mod noun_phrase;
mod passage;

use super::{Entity, EntityId, Mention};
use crate::core::{article::Article, text::Span};

/// One utterance: everything that one speaker is quoted with in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// How the words are quoted.
    pub kind: QuotationKind,
    /// The quoted words, marks included, one segment a pair of marks or a paragraph.
    pub segments: Vec<Span>,
    /// Who is quoted, as far as the text says.
    pub speaker: Option<Speaker>,
    /// The words that tell it, such as "said" or "told jurors how".
    pub cue: Option<Span>,
}

/// How words are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The source words as they stand: "He", "the Met", "IOPC director Amanda Rowe".
    pub span: Span,
    /// Whom they mean by the fullest name known, or the words themselves.
    pub name: String,
    /// The entity, where it is one.
    pub entity: Option<EntityId>,
}

/// Finds the quotations of an article.
pub(super) fn recognise(article: &Article, _mentions: &[Mention], _entities: &[Entity]) -> Vec<Quotation> {
    let text = article.text.as_str();
    let paragraphs: Vec<Span> = article.prose().map(|block| block.span).collect();
    let quoted = marks::quoted(text, &paragraphs);
    let passage = passage::Passage::read(text, &paragraphs, &quoted);
    let choices = attribution::attribute(text, &passage, &quoted);
    let mut found: Vec<Quotation> = Vec::new();
    for (quoted, choice) in quoted.iter().zip(&choices) {
        if quoted.continues && let Some(last) = found.last_mut() {
            last.segments.push(quoted.span);
            continue;
        }
        let speaker = choice.candidate.as_ref().map(|candidate| {
            let span = passage.span(&candidate.speaker);
            Speaker { span, name: span.of(text).to_owned(), entity: None }
        });
        let kind = match (&speaker, attribution::is_whole(text, quoted)) {
            (_, true) => QuotationKind::Direct,
            (Some(_), false) => QuotationKind::Mixed,
            (None, false) => QuotationKind::Scare,
        };
        let cue = choice.candidate.as_ref().map(|candidate| passage.span(&candidate.cue)).filter(|cue| !cue.is_empty());
        found.push(Quotation { kind, segments: vec![quoted.span], speaker, cue });
    }
    found
}
