use gloss_analysis::{Analysis, Correction, EntityKind, Mention, Quotation, QuotationKind};
use gloss_text::Span;
use serde::{Deserialize, Serialize};

/// What a correction takes a passage for instead of what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionChange {
    /// What the analysis takes the passage for.
    pub from: TakenFor,
    /// What the reader takes it for.
    pub to: TakenFor,
}

/// What a passage is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TakenFor {
    /// Neither a name nor a quotation.
    Nothing,
    /// A name.
    Name {
        /// Of this kind.
        kind: EntityKind,
        /// Its words in the text.
        words: String,
    },
    /// A mention of the entity of this name.
    Entity {
        /// The name.
        name: String,
    },
    /// A quotation of this kind.
    Quotation {
        /// The kind.
        kind: QuotationKind,
    },
    /// The words of this speaker, or of nobody known.
    Speaker {
        /// The speaker's name.
        name: Option<String>,
    },
}

impl CorrectionChange {
    /// Tells what `correction` changes at `span` of `text`, of which `analysis` is the analysis without it.
    pub fn new(text: &str, analysis: &Analysis, span: Span, correction: &Correction) -> Self {
        let mention = analysis.mentions.iter().find(|mention| mention.span.overlaps(span));
        let quotation = quotation_at(analysis, span);
        let name = |mention: Option<&Mention>| {
            mention.map_or(TakenFor::Nothing, |mention| TakenFor::Name {
                kind: mention.kind,
                words: mention.span.of(text).to_owned(),
            })
        };
        let kind = |quotation: Option<&Quotation>| {
            quotation.map_or(TakenFor::Nothing, |quotation| TakenFor::Quotation { kind: quotation.kind })
        };
        match correction {
            Correction::Name { kind } => Self {
                from: name(mention),
                to: TakenFor::Name { kind: *kind, words: span.of(text).to_owned() },
            },
            Correction::SameAs { name } => {
                let entity = mention.and_then(|mention| analysis.entities.get(mention.entity?));
                let from =
                    entity.map_or(TakenFor::Nothing, |entity| TakenFor::Entity { name: entity.name.clone() });
                Self { from, to: TakenFor::Entity { name: name.clone() } }
            }
            Correction::NotAName => Self { from: name(mention), to: TakenFor::Nothing },
            Correction::Quotation { kind: to } => {
                Self { from: kind(quotation), to: TakenFor::Quotation { kind: *to } }
            }
            Correction::Speaker { name } => {
                let speaker = quotation.and_then(|quotation| quotation.speaker.as_ref());
                let from = TakenFor::Speaker { name: speaker.map(|speaker| speaker.name.clone()) };
                Self { from, to: TakenFor::Speaker { name: name.clone() } }
            }
            Correction::NotAQuotation => Self { from: kind(quotation), to: TakenFor::Nothing },
        }
    }
}

/// The quotation that a correction of `span` is about: the one with exactly this extent, wherever it is, or else the
/// first between marks that touches it.
fn quotation_at(analysis: &Analysis, span: Span) -> Option<&Quotation> {
    let Analysis { quotations, nested, indirect, .. } = analysis;
    let mut all = [quotations, nested, indirect].into_iter().flatten();
    let touches = |quotation: &&Quotation| quotation.segments.iter().any(|segment| segment.overlaps(span));
    all.find(|quotation| quotation.segments.contains(&span)).or_else(|| quotations.iter().find(touches))
}

#[cfg(test)]
mod tests {
    use super::*;
    use gloss_analysis::{Model, analyse};
    use gloss_ingest::plain_text;
    use gloss_text::Article;

    const TEXT: &str = "“It is late,” said Priya Nair. Nothing else was said.";

    #[track_caller]
    fn check(words: &str, correction: &Correction, from: &TakenFor, to: &TakenFor) {
        let article = Article::new("a".parse().unwrap(), plain_text(TEXT));
        let analysis = analyse(&article, &Model::default());
        let at = TEXT.find(words).unwrap();
        let found = CorrectionChange::new(TEXT, &analysis, Span::new(at, at + words.len()), correction);
        assert_eq!((&found.from, &found.to), (from, to));
    }

    fn speaker(name: &str) -> TakenFor {
        TakenFor::Speaker { name: (!name.is_empty()).then(|| name.to_owned()) }
    }

    #[test]
    fn a_speaker_is_told_before_and_after() {
        let other = Correction::Speaker { name: Some("Ann Reid".into()) };
        check("It is late", &other, &speaker("Priya Nair"), &speaker("Ann Reid"));
        check("It is late", &Correction::Speaker { name: None }, &speaker("Priya Nair"), &speaker(""));
    }

    #[test]
    fn what_is_no_quotation_was_one() {
        let direct = TakenFor::Quotation { kind: QuotationKind::Direct };
        check("“It is late,”", &Correction::NotAQuotation, &direct, &TakenFor::Nothing);
        let scare = Correction::Quotation { kind: QuotationKind::Scare };
        check(
            "Nothing else",
            &scare,
            &TakenFor::Nothing,
            &TakenFor::Quotation { kind: QuotationKind::Scare },
        );
    }

    #[test]
    fn a_name_that_was_not_seen_was_nothing() {
        let to = TakenFor::Name { kind: EntityKind::Person, words: "Nothing".into() };
        check("Nothing", &Correction::Name { kind: EntityKind::Person }, &TakenFor::Nothing, &to);
        let same = Correction::SameAs { name: "Ann".into() };
        check("Nothing", &same, &TakenFor::Nothing, &TakenFor::Entity { name: "Ann".into() });
    }
}
