use super::{Analysis, EntityId, QuotationKind, Speaker};
use gloss_text::sort_by_key;
use gloss_text::{Article, Span};

/// Everybody who is quoted under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The fullest name known, or the words that stand for it.
    pub name: String,
    /// The entity, where it is one.
    pub entity: Option<EntityId>,
    /// Their quotations, as indices into [`Analysis::quotations`].
    pub quotations: Vec<usize>,
    /// How many words of theirs are quoted.
    pub words: usize,
}

/// Who is quoted in an article, those with the most words first. Scare quotes and quotations whose speaker
/// is not known belong to nobody.
pub fn voices(article: &Article, analysis: &Analysis) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for (index, quotation) in analysis.quotations.iter().enumerate() {
        let Some(speaker) = quotation.speaker.as_ref().filter(|_| quotation.kind != QuotationKind::Scare)
        else {
            continue;
        };
        let at = voices.iter().position(|voice| speaker.is(voice.entity, &voice.name));
        let at = at.unwrap_or_else(|| {
            let (name, entity) = (speaker.name.clone(), speaker.entity);
            voices.push(Voice { name, entity, quotations: Vec::new(), words: 0 });
            voices.len() - 1
        });
        if let Some(voice) = voices.get_mut(at) {
            let segments = quotation.segments.iter();
            voice.words += segments.map(|s| s.of(article.text()).split_whitespace().count()).sum::<usize>();
            voice.quotations.push(index);
        }
    }
    sort_by_key(&mut voices, |voice| usize::MAX - voice.words);
    voices
}

impl Speaker {
    /// Whether this is the speaker who is known as this entity or, where it is none, by this name.
    pub fn is(&self, entity: Option<EntityId>, name: &str) -> bool {
        match (self.entity, entity) {
            (Some(a), Some(b)) => a == b,
            (None, None) => self.name.eq_ignore_ascii_case(name),
            _ => false,
        }
    }
}

/// The quotations whose speaker is not known, scare quotes excepted: their indices, and how many words they have.
pub fn unattributed(article: &Article, analysis: &Analysis) -> (Vec<usize>, usize) {
    let of_nobody = |(_, quotation): &(usize, &super::Quotation)| {
        quotation.speaker.is_none() && quotation.kind != QuotationKind::Scare
    };
    let all: Vec<usize> =
        analysis.quotations.iter().enumerate().filter(of_nobody).map(|(index, _)| index).collect();
    let segments =
        all.iter().filter_map(|&index| analysis.quotations.get(index)).flat_map(|one| &one.segments);
    let words = segments.map(|s| s.of(article.text()).split_whitespace().count()).sum();
    (all, words)
}

/// Who is quoted at a passage; for words that somebody is quoted as quoting, the one whose they are.
pub fn speaker_at(analysis: &Analysis, passage: Span) -> Option<&Speaker> {
    let within = analysis.nested.iter().filter(|inner| inner.segments.iter().any(|s| s.contains(passage)));
    let around =
        analysis.quotations.iter().filter(|outer| outer.segments.iter().any(|s| s.overlaps(passage)));
    // The innermost come last among those around one passage.
    within.rev().chain(around).find_map(|quotation| quotation.speaker.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Model, analyse};
    use gloss_ingest::plain_text;

    #[test]
    fn words_are_gathered_by_speaker() {
        let text = "“We will go on with this,” said Mary Smith.\n\
                    “No,” said John Brown.\n\
                    Mary Smith added: “They will see.”";
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let found = voices(&article, &analyse(&article, &Model::default()));
        let found: Vec<_> =
            found.iter().map(|voice| (voice.name.as_str(), voice.quotations.len(), voice.words)).collect();
        assert_eq!(found, [("Mary Smith", 2, 9), ("John Brown", 1, 1)]);
    }

    #[test]
    fn a_passage_is_the_innermost_speakers() {
        let text = "“I asked, and Tom Reid said ‘never again’,” said Mary Smith.";
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let analysis = analyse(&article, &Model::default());
        let at = |words: &str| {
            let start = text.find(words).unwrap();
            speaker_at(&analysis, Span::new(start, start + words.len())).map(|speaker| speaker.name.as_str())
        };
        assert_eq!(at("never"), Some("Tom Reid"));
        assert_eq!(at("I asked"), Some("Mary Smith"));
        assert_eq!(at("Tom Reid said ‘never"), Some("Mary Smith"));
        assert_eq!(at("said Mary"), None);
    }
}
