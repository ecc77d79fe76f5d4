//! Joins the quoted pieces of one utterance and tells its kind.

use super::{
    Quotation, QuotationKind,
    attribution::{Choice, is_whole},
    grounds::Ground,
    marks::Quoted,
    passage::Passage,
    resolution::Resolver,
};

/// The most grounds worth telling a reader.
const TOLD: usize = 6;

/// The utterances of an article, from its quoted pieces and the choice made for each.
pub(super) fn join(
    text: &str,
    passage: &Passage,
    quoted: &[Quoted],
    choices: &[Choice],
    resolver: &Resolver,
) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut before: Option<(&Quoted, &Choice)> = None;
    for (quoted, choice) in quoted.iter().zip(choices) {
        let whole = is_whole(text, quoted);
        match (found.last_mut(), before) {
            (Some(last), Some(before)) if goes_on(text, before, (quoted, choice), last) => {
                last.segments.push(quoted.span);
                last.closed = quoted.closed;
                if whole {
                    last.kind = QuotationKind::Direct;
                }
                if last.speaker.is_none() {
                    let joined = quotation(text, passage, quoted, choice, resolver);
                    (last.speaker, last.cue, last.grounds) = (joined.speaker, joined.cue, joined.grounds);
                }
            }
            _ => found.push(quotation(text, passage, quoted, choice, resolver)),
        }
        before = Some((quoted, choice));
    }
    found
}

/// Whether a piece belongs to the utterance `last`, whose newest piece is `before`.
fn goes_on(text: &str, before: (&Quoted, &Choice), this: (&Quoted, &Choice), last: &Quotation) -> bool {
    let ((quoted, choice), (earlier, earlier_choice)) = (this, before);
    let carried = choice.grounds.contains(&Ground::SpeakerBefore);
    if quoted.continues {
        return choice.candidate.is_none() || carried || last.speaker.is_none();
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
        return same && between && broken_off;
    }
    // "We know it," he said. "We always did."
    last.kind == QuotationKind::Direct
        && is_whole(text, quoted)
        && carried
        && choice.begins_sentence
        && choice.sentence == earlier_choice.sentence + 1
}

fn quotation(
    text: &str,
    passage: &Passage,
    quoted: &Quoted,
    choice: &Choice,
    resolver: &Resolver,
) -> Quotation {
    let speaker = choice.candidate.as_ref().and_then(|candidate| resolver.speaker(candidate));
    let cue = choice.candidate.as_ref().map(|candidate| passage.span(&candidate.cue));
    let whole = is_whole(text, quoted);
    let kind = match choice.candidate {
        _ if whole => QuotationKind::Direct,
        Some(_) => QuotationKind::Mixed,
        None => QuotationKind::Scare,
    };
    let mut grounds: Vec<Ground> =
        choice.grounds.iter().copied().filter(|ground| ground.weight(whole) > 0).collect();
    grounds.sort_by_key(|ground| -ground.weight(whole));
    grounds.truncate(TOLD);
    Quotation {
        kind,
        segments: vec![quoted.span],
        closed: quoted.closed,
        speaker,
        cue: cue.filter(|cue| !cue.is_empty()),
        grounds,
    }
}
