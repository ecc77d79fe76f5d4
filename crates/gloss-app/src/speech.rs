//! Who speaks in an article, and in which colour: what its strip, its margin and its list of voices show.

use gloss_analysis::{Analysis, Quotation, QuotationKind, Speaker, Voice, unattributed};
use gloss_text::{Article, Span};
use std::{collections::HashMap, rc::Rc};

/// How many colours there are for voices; further ones are grey.
const COLOURS: usize = 6;

/// The colour of a voice, from 1; 0 for grey.
pub type VoiceColour = usize;

/// Who speaks in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// The voices with their colours, those with the most words first.
    pub voices: Vec<(Voice, VoiceColour)>,
    /// The quotations of which nobody is named as the speaker, as indices into [`Analysis::quotations`].
    pub unnamed: Vec<usize>,
    /// How many words those have.
    pub unnamed_words: usize,
    /// How many words of the article are quoted.
    pub quoted: usize,
    /// How many terms stand in quotation marks without being anybody's words.
    pub terms: usize,
    /// What is quoted, in the order of the text; `None` for the colour of what nobody is named for.
    pub passages: Vec<(Span, Option<VoiceColour>)>,
}

impl Speech {
    /// Gathers who speaks in `article`; `colours` are those of `voices`.
    pub(super) fn new(
        article: &Article,
        analysis: &Analysis,
        voices: &[Voice],
        colours: &[VoiceColour],
    ) -> Self {
        let voices: Vec<_> = voices.iter().cloned().zip(colours.iter().copied()).collect();
        let (unnamed, unnamed_words) = unattributed(article, analysis);
        let quoted = unnamed_words + voices.iter().map(|(voice, _)| voice.words).sum::<usize>();
        let mut speech = Self { voices, unnamed, unnamed_words, quoted, terms: 0, passages: Vec::new() };
        let (terms, said): (Vec<&Quotation>, Vec<_>) =
            analysis.quotations.iter().partition(|quotation| quotation.kind == QuotationKind::Scare);
        speech.terms = terms.len();
        speech.passages = said
            .into_iter()
            .flat_map(|quotation| {
                let colour = quotation.speaker.as_ref().map(|speaker| speech.colour(speaker));
                quotation.segments.iter().map(move |&span| (span, colour))
            })
            .collect();
        speech
    }

    /// The colour of a speaker.
    pub fn colour(&self, speaker: &Speaker) -> VoiceColour {
        let is_theirs = |voice: &Voice| speaker.is(voice.entity, &voice.name);
        self.voices.iter().find(|(voice, _)| is_theirs(voice)).map_or(0, |(_, colour)| *colour)
    }
}

/// Gives the voices of each of `articles` their colours: in every article those with the most words have different ones,
/// and who has had one in an earlier article keeps it.
pub fn colours(articles: &[Rc<[Voice]>]) -> Vec<Vec<VoiceColour>> {
    let mut kept: HashMap<&str, VoiceColour> = HashMap::new();
    articles
        .iter()
        .map(|voices| {
            let mut colours = vec![0; voices.len()];
            let mut free: Vec<VoiceColour> = (1..=COLOURS).collect();
            let mut new = Vec::new();
            for (colour, voice) in colours.iter_mut().zip(voices.iter()).take(COLOURS) {
                let known = kept.get(voice.name.as_str());
                match known.and_then(|known| free.iter().position(|colour| colour == known)) {
                    Some(at) => *colour = free.remove(at),
                    None => new.push((colour, voice.name.as_str())),
                }
            }
            for ((colour, name), own) in new.into_iter().zip(free) {
                *colour = own;
                kept.entry(name).or_insert(own);
            }
            colours
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voices(names: &str) -> Rc<[Voice]> {
        let voice =
            |name: &str| Voice { name: name.to_owned(), entity: None, quotations: Vec::new(), words: 1 };
        names.split_whitespace().map(voice).collect()
    }

    #[test]
    fn words_of_nobody_known_are_quoted() {
        let text =
            "“Nobody came to help us here.”\nIt rained in Leeds.\n“We will fight on,” said Dana Price.";
        let article = Article::new("a".parse().unwrap(), gloss_ingest::plain_text(text));
        let analysis = gloss_analysis::analyse(&article, &gloss_analysis::Model::default());
        let voices = gloss_analysis::voices(&article, &analysis);
        let speech = Speech::new(&article, &analysis, &voices, &vec![1; voices.len()]);
        assert_eq!((speech.unnamed_words, speech.quoted), (6, 10));
    }

    #[test]
    fn a_voice_keeps_its_colour_over_articles() {
        let articles = [voices("ann ben"), voices("cem ben ann"), voices("dee cem")];
        assert_eq!(colours(&articles), [vec![1, 2], vec![3, 2, 1], vec![1, 3]]);
    }

    #[test]
    fn no_two_voices_of_an_article_share_a_colour_and_the_last_are_grey() {
        // Cem has the first colour of his article, as Ann has of hers.
        let articles = [voices("ann"), voices("cem"), voices("ann cem b d e f g h")];
        assert_eq!(colours(&articles)[2], [1, 2, 3, 4, 5, 6, 0, 0]);
    }
}
