use super::PageBlock;
use crate::{Speech, VoiceColour};
use gloss_analysis::{Analysis, QuotationKind};
use gloss_text::{Article, Span};
use std::rc::Rc;

/// Bytes from which on an utterance has a line at its side.
const LONG: usize = 160;
/// The most blocks that the style sheet lets a label be beside.
const MOST_ROWS: usize = 8;

/// Who speaks beside a block, as the margin says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Those who begin to speak in the block, in order.
    pub said: Vec<Said>,
    /// How many blocks they speak in, this one included, before another label comes; at most eight.
    pub blocks: usize,
}

/// One utterance, as the margin tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who speaks; `None` where the text names nobody.
    pub name: Option<Rc<str>>,
    /// The office of the speaker, where the text tells one.
    pub office: Option<Rc<str>>,
    /// The words that tell that they speak, as they are in the text: "told jurors".
    pub cue: Option<Rc<str>>,
    /// How many words are quoted.
    pub words: usize,
    /// The colour of the voice.
    pub colour: Option<VoiceColour>,
}

/// Tells beside each block who begins to speak in it, and by a line how far a long utterance goes.
pub(super) fn label_blocks(
    article: &Article,
    analysis: &Analysis,
    speech: &Speech,
    blocks: &mut [PageBlock],
) {
    // The block of the last label, and its voice; one name serves for all that follows it in its block.
    let mut last: Option<(usize, Option<Rc<str>>)> = None;
    let mut labels: Vec<(usize, usize, Said)> = Vec::new();
    for quotation in analysis.quotations.iter().filter(|one| one.kind != QuotationKind::Scare) {
        let Some((first, end)) = quotation.segments.first().zip(quotation.segments.last()) else { continue };
        let at = blocks.partition_point(|block| block.extent.end <= first.start);
        let to = blocks.partition_point(|block| block.extent.end <= end.start).max(at);
        let speaker = quotation.speaker.as_ref();
        let colour = speaker.map(|speaker| speech.colour(speaker));
        let long = end.end - first.start > LONG;
        for block in blocks.get_mut(at..=to).into_iter().flatten().filter(|_| long) {
            block.line = Some(colour);
        }
        // A pronoun that the text does not resolve tells no more than that nobody is named.
        let name = speaker
            .filter(|speaker| !super::is_pronoun(&speaker.name))
            .map(|speaker| speaker.name.as_str().into());
        let words =
            quotation.segments.iter().map(|span| span.of(article.text()).split_whitespace().count()).sum();
        let here = Some((at, name.clone()));
        if last == here {
            if let Some((_, until, said)) = labels.last_mut() {
                said.words += words;
                *until = to.max(*until);
            }
            continue;
        }
        last = here;
        let office = speaker.and_then(|speaker| analysis.entities.get(speaker.entity?)?.roles.first());
        let cue = quotation.cue.map(|cue| with_hearer(article.text(), cue).into());
        labels.push((
            at,
            to,
            Said { name, office: office.map(|office| office.as_str().into()), cue, words, colour },
        ));
    }
    let nexts: Vec<usize> = labels.iter().skip(1).map(|(at, ..)| *at).chain([usize::MAX]).collect();
    for ((at, to, said), next) in labels.into_iter().zip(nexts) {
        let Some(block) = blocks.get_mut(at) else { continue };
        let label = block.label.get_or_insert_with(|| Label { said: Vec::new(), blocks: 1 });
        label.said.push(said);
        label.blocks = (to.min(next.saturating_sub(1)).max(at) - at + 1).clamp(label.blocks, MOST_ROWS);
    }
}

/// The words of a cue and, for those that have one, of the person who hears it: "told jurors".
fn with_hearer(text: &str, cue: Span) -> &str {
    const HEARD: [&str; 8] = ["told", "tells", "telling", "tell", "asked", "informed", "reminded", "assured"];
    const CLAUSES: [&str; 14] = [
        "that", "how", "he", "she", "they", "it", "there", "if", "whether", "why", "what", "when", "to",
        "about",
    ];
    const MOST: usize = 3;
    let words = cue.of(text);
    let verb = words.split_whitespace().last().unwrap_or_default();
    if !HEARD.iter().any(|heard| heard.eq_ignore_ascii_case(verb)) {
        return words;
    }
    let after = text.get(cue.end..).unwrap_or_default();
    let clause = after.split([',', '.', ':', ';', '"', '“', '\'', '‘', '\n']).next().unwrap_or_default();
    let (mut count, mut length) = (0, 0);
    for word in clause.split_inclusive(' ') {
        if CLAUSES.contains(&word.trim_end()) {
            break;
        }
        count += usize::from(word != " ");
        length += word.len();
    }
    // What is longer is no hearer alone.
    let end = cue.end + if count <= MOST { length } else { 0 };
    Span::new(cue.start, end).of(text).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Layers, lay_out};
    use gloss_analysis::{Model, analyse, voices};
    use gloss_ingest::plain_text;

    /// The labels of a text, each with the number of its block and how many blocks it covers.
    #[track_caller]
    fn check(text: &str, expected: &[(usize, usize, &str)]) {
        let article = Article::new("a".parse().unwrap(), plain_text(text.to_owned()));
        let analysis = analyse(&article, &Model::default());
        let voices = voices(&article, &analysis);
        let colours: Vec<_> = (1..=voices.len()).collect();
        let speech = Speech::new(&article, &analysis, &voices, &colours);
        let blocks = lay_out(&article, &analysis, &speech, &[], Layers::default());
        let mut found = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            for Said { name, cue, words, .. } in block.label.iter().flat_map(|label| &label.said) {
                let name = name.as_deref().unwrap_or("nobody");
                let said = format!("{name}, {}, {words}", cue.as_deref().unwrap_or("-"));
                found.push((at, block.label.as_ref().map_or(0, |label| label.blocks), said));
            }
        }
        let expected: Vec<_> =
            expected.iter().map(|&(at, blocks, said)| (at, blocks, said.to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_label_tells_the_cue_with_whoever_hears_it() {
        check("Mary Smith told jurors: “We will go on.”", &[(0, 1, "Mary Smith, told jurors, 4")]);
        check(
            "Mary Smith told the court that it was “not over”.",
            &[(0, 1, "Mary Smith, told the court, 2")],
        );
        check("Mary Smith said “never again”.", &[(0, 1, "Mary Smith, said, 2")]);
    }

    #[test]
    fn one_label_serves_for_an_utterance_over_paragraphs() {
        check(
            "Mary Smith said: “We will go on with this.\n“We will see it through.\n“It is not over.”\nIt rained.",
            &[(0, 3, "Mary Smith, said, 15")],
        );
    }

    #[test]
    fn two_voices_of_a_paragraph_have_a_label_each() {
        check(
            "“We will go on with this,” said Mary Smith. “No,” said John Brown.",
            &[(0, 1, "Mary Smith, said, 6"), (0, 1, "John Brown, said, 1")],
        );
    }
}
