use crate::{CorrectionChange, Kind, TakenFor};
use gloss_analysis::{EntityKind, QuotationKind};

/// The words that exports add to those of articles and readers, in one language.
#[derive(Clone, Debug)]
pub struct Labels {
    /// BCP 47 tag of the language.
    pub language: &'static str,
    /// Before the names of those who are quoted in a passage.
    pub quotes: &'static str,
    /// Before the title of another article that an annotation is about, too.
    pub also_in: &'static str,
    /// Before what was corrected.
    pub corrected: &'static str,
    /// Before tags.
    pub tags: &'static str,
    /// Before the kind of an annotation.
    pub kind: &'static str,
    /// Before the name of a colour.
    pub colour: &'static str,
    /// The words of the link that opens a passage.
    pub open: &'static str,
    /// Before the time at which the export was made.
    pub made: &'static str,
    /// What is neither a name nor a quotation.
    pub nothing: &'static str,
    /// A speaker who is not known.
    pub nobody: &'static str,
    /// Before the name of a speaker.
    pub speaker: &'static str,
    /// A kind of annotation.
    pub kind_name: fn(Kind) -> &'static str,
    /// A kind of name.
    pub name_kind: fn(EntityKind) -> &'static str,
    /// A kind of quotation.
    pub quotation_kind: fn(QuotationKind) -> &'static str,
}

/// English.
impl Default for Labels {
    fn default() -> Self {
        Self {
            language: "en",
            quotes: "Quotes",
            also_in: "In",
            corrected: "Corrected",
            tags: "Tags",
            kind: "Kind",
            colour: "Colour",
            open: "Open the passage",
            made: "Made",
            nothing: "nothing",
            nobody: "nobody known",
            speaker: "speaker",
            kind_name: Kind::name,
            name_kind: EntityKind::name,
            quotation_kind: |kind| match kind {
                QuotationKind::Direct => "direct quotation",
                QuotationKind::Mixed => "mixed quotation",
                QuotationKind::Scare => "scare quotes",
                QuotationKind::Indirect => "reported speech",
            },
        }
    }
}

impl Labels {
    /// What was corrected, as "person “Jordan” → organisation “Jordan”".
    pub fn change(&self, change: &CorrectionChange) -> String {
        format!("{} → {}", self.reading(&change.from), self.reading(&change.to))
    }

    fn reading(&self, reading: &TakenFor) -> String {
        match reading {
            TakenFor::Nothing => self.nothing.to_owned(),
            TakenFor::Name { kind, words } => format!("{} “{words}”", (self.name_kind)(*kind)),
            TakenFor::Entity { name } => format!("“{name}”"),
            TakenFor::Quotation { kind } => (self.quotation_kind)(*kind).to_owned(),
            TakenFor::Speaker { name } => {
                format!("{}: {}", self.speaker, name.as_deref().unwrap_or(self.nobody))
            }
        }
    }
}
