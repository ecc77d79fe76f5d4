use crate::{
    chance::Chance,
    text::{other_name, other_words},
};
use gloss_text::{Span, blocks, sentences};

/// What is done to a text, and with it to the passage that was annotated in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edit {
    Nothing,
    ParagraphPutBefore,
    SentenceMoved,
    ParagraphMoved,
    WordsReplaced,
    QuarterReplaced,
    HalfReplaced,
    SurroundingsReplaced,
    BothReplaced,
    Mistyped,
    HouseStyle,
    Rewrapped,
    ClausePutIn,
    WordsLeftOut,
    NeighboursDeleted,
    SentenceDeleted,
    SentenceReplaced,
    ParagraphDeleted,
    NameReplaced,
    NameReplacedEverywhere,
    OtherArticle,
}

impl Edit {
    pub(crate) const ALL: [(Self, &'static str); 21] = [
        (Self::Nothing, "nothing"),
        (Self::ParagraphPutBefore, "a paragraph put before"),
        (Self::SentenceMoved, "sentence moved"),
        (Self::ParagraphMoved, "paragraph moved"),
        (Self::WordsReplaced, "words replaced"),
        (Self::QuarterReplaced, "a quarter of the words replaced"),
        (Self::HalfReplaced, "half of the words replaced"),
        (Self::SurroundingsReplaced, "words around it replaced"),
        (Self::BothReplaced, "words replaced in it and around it"),
        (Self::Mistyped, "letters mistyped"),
        (Self::HouseStyle, "quotation marks and dashes changed"),
        (Self::Rewrapped, "white space changed"),
        (Self::ClausePutIn, "a clause put into it"),
        (Self::WordsLeftOut, "words left out of it"),
        (Self::NeighboursDeleted, "sentences around it deleted"),
        (Self::SentenceDeleted, "sentence deleted"),
        (Self::SentenceReplaced, "sentence replaced by another"),
        (Self::ParagraphDeleted, "paragraph deleted"),
        (Self::NameReplaced, "name replaced"),
        (Self::NameReplacedEverywhere, "name replaced everywhere"),
        (Self::OtherArticle, "another article"),
    ];

    /// Whether it is worth trying on a passage of so many words.
    pub(crate) const fn suits(self, words: usize, is_name: bool) -> bool {
        match self {
            Self::NameReplaced | Self::NameReplacedEverywhere => is_name,
            Self::WordsReplaced
            | Self::QuarterReplaced
            | Self::HalfReplaced
            | Self::BothReplaced
            | Self::WordsLeftOut
            | Self::ClausePutIn => words >= 6,
            Self::Mistyped => words >= 4,
            _ => true,
        }
    }
}

/// A text being edited, in pieces: before the passage, the passage, after it. The passage is `None` once it is
/// gone.
struct Pieces {
    before: String,
    passage: Option<String>,
    after: String,
}

/// Edits `text` and returns the new text and the place of the passage in it.
pub(crate) fn edit(
    edit: Edit,
    text: &str,
    passage: Span,
    other: &str,
    chance: &mut Chance,
) -> Option<(String, Option<Span>)> {
    let mut pieces = Pieces {
        before: Span::new(0, passage.start).of(text).to_owned(),
        passage: Some(passage.of(text).to_owned()),
        after: Span::new(passage.end, text.len()).of(text).to_owned(),
    };
    let paragraph = blocks(text).into_iter().map(|block| block.span).find(|block| block.contains(passage))?;
    let all: Vec<Span> = sentences(text, paragraph);
    let sentence = all.iter().copied().find(|sentence| sentence.contains(passage));
    match edit {
        Edit::Nothing => {}
        Edit::ParagraphPutBefore => pieces.before = format!("{}\n{}", other.lines().next()?, pieces.before),
        Edit::SentenceMoved => return moved(text, passage, sentence?, " ", chance),
        Edit::ParagraphMoved => return moved(text, passage, paragraph, "\n", chance),
        Edit::WordsReplaced => pieces.replace_words(6, chance),
        Edit::QuarterReplaced => pieces.replace_part(4, chance),
        Edit::HalfReplaced => pieces.replace_part(2, chance),
        Edit::SurroundingsReplaced => pieces.replace_around(chance),
        Edit::BothReplaced => {
            pieces.replace_words(8, chance);
            pieces.replace_around(chance);
        }
        Edit::Mistyped => pieces.passage = pieces.passage.map(|passage| mistype(&passage, chance)),
        Edit::HouseStyle => {
            let style = |text: String| text.replace(['“', '”', '"'], "'").replace('’', "'").replace('–', "-");
            pieces = pieces.map(style);
        }
        Edit::Rewrapped => {
            let spaces = if chance.once_in(2) { "\u{a0}" } else { "  " };
            pieces = pieces.map(|text| text.replace(' ', spaces));
        }
        Edit::ClausePutIn => {
            let words = 3 + chance.below(12);
            let clause = other_words(chance, words);
            let passage = pieces.passage.take()?;
            let gaps: Vec<usize> = passage.match_indices(' ').map(|(at, _)| at).collect();
            let (head, tail) = passage.split_at(*chance.pick(&gaps)?);
            pieces.passage = Some(format!("{head}, {clause},{tail}"));
        }
        Edit::WordsLeftOut => {
            let passage = pieces.passage.take()?;
            let words: Vec<&str> = passage.split(' ').collect();
            let count = 1 + chance.below(words.len() / 3);
            let first = 1 + chance.below(words.len() - count - 1);
            pieces.passage = Some([words.get(..first)?, words.get(first + count..)?].concat().join(" "));
        }
        Edit::NeighboursDeleted => {
            let sentence = sentence?;
            let at = all.iter().position(|other| *other == sentence)?;
            let first = if at > 0 { all.get(at - 1)?.start } else { sentence.start };
            let end = all.get(at + 1).map_or(sentence.end, |next| next.end);
            pieces.before =
                [Span::new(0, first).of(text), Span::new(sentence.start, passage.start).of(text)].concat();
            pieces.after =
                [Span::new(passage.end, sentence.end).of(text), Span::new(end, text.len()).of(text)].concat();
        }
        Edit::SentenceDeleted => {
            pieces.without(text, sentence?, "");
        }
        Edit::SentenceReplaced => {
            let line = other.lines().filter(|line| line.len() > 40).nth(chance.below(4))?;
            let first = *sentences(line, Span::new(0, line.len())).first()?;
            pieces.without(text, sentence?, first.of(line));
        }
        Edit::ParagraphDeleted => pieces.without(text, paragraph, ""),
        Edit::NameReplaced | Edit::NameReplacedEverywhere => {
            let name = pieces.passage.take()?;
            let new = other_name(chance, name.split(' ').count());
            // A name of which a part stays is another matter.
            if new.split(' ').any(|word| name.contains(word)) {
                return None;
            }
            pieces.before.push_str(&new);
            if edit == Edit::NameReplacedEverywhere {
                pieces = pieces.map(|text| text.replace(&name, &new));
            }
        }
        Edit::OtherArticle => {
            if other.contains(passage.of(text)) {
                return None;
            }
            return Some((other.to_owned(), None));
        }
    }
    let start = pieces.before.len();
    let span = pieces.passage.as_ref().map(|passage| Span::new(start, start + passage.len()));
    Some(([pieces.before, pieces.passage.unwrap_or_default(), pieces.after].concat(), span))
}

impl Pieces {
    fn map(self, change: impl Fn(String) -> String) -> Self {
        Self { before: change(self.before), passage: self.passage.map(&change), after: change(self.after) }
    }

    /// Puts `new` in the place of `old`, which holds the passage.
    fn without(&mut self, text: &str, old: Span, new: &str) {
        self.before = [Span::new(0, old.start).of(text), new].concat();
        self.passage = None;
        Span::new(old.end, text.len()).of(text).clone_into(&mut self.after);
    }

    /// One word in `share` becomes another, and one at least.
    fn replace_words(&mut self, share: usize, chance: &mut Chance) {
        self.passage = self.passage.take().map(|passage| replaced(&passage, share, chance));
    }

    /// One word in `share`, no more and no fewer, becomes another, wherever it is in the passage.
    fn replace_part(&mut self, share: usize, chance: &mut Chance) {
        let Some(passage) = self.passage.take() else { return };
        let mut words: Vec<String> = passage.split(' ').map(str::to_owned).collect();
        let is_word = |word: &String| word.chars().any(char::is_alphabetic) && !word.contains('\n');
        let mut left: Vec<usize> =
            (0..words.len()).filter(|at| words.get(*at).is_some_and(is_word)).collect();
        for _ in 0..left.len() / share {
            let at = left.swap_remove(chance.below(left.len()));
            if let Some(word) = words.get_mut(at) {
                *word = other_words(chance, 1);
            }
        }
        self.passage = Some(words.join(" "));
    }

    /// Two words of the five on each side become others.
    fn replace_around(&mut self, chance: &mut Chance) {
        let from = self.before.rmatch_indices(' ').nth(5).map_or(0, |(at, _)| at + 1);
        let near = self.before.split_off(from);
        self.before.push_str(&replaced(&near, 3, chance));
        let end = self.after.match_indices(' ').nth(5).map_or(self.after.len(), |(at, _)| at);
        let rest = self.after.split_off(end);
        self.after = replaced(&self.after, 3, chance) + &rest;
    }
}

fn replaced(text: &str, share: usize, chance: &mut Chance) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let one = chance.below(words.len());
    for (at, word) in words.iter_mut().enumerate() {
        if (at == one || chance.once_in(share))
            && word.chars().any(char::is_alphabetic)
            && !word.contains('\n')
        {
            *word = other_words(chance, 1);
        }
    }
    words.join(" ")
}

/// One letter in twenty is left out, doubled or exchanged for another.
fn mistype(passage: &str, chance: &mut Chance) -> String {
    let mut mistyped = String::new();
    for letter in passage.chars() {
        match if letter.is_alphabetic() { chance.below(60) } else { 3 } {
            0 => {}
            1 => mistyped.extend([letter, letter]),
            2 => mistyped.push(if letter == 'e' { 'a' } else { 'e' }),
            _ => mistyped.push(letter),
        }
    }
    mistyped
}

/// Takes `piece`, with the passage in it, to the end of another paragraph.
fn moved(
    text: &str,
    passage: Span,
    piece: Span,
    separator: &str,
    chance: &mut Chance,
) -> Option<(String, Option<Span>)> {
    let others: Vec<Span> =
        blocks(text).into_iter().map(|block| block.span).filter(|block| !block.overlaps(piece)).collect();
    let to = chance.pick(&others)?.end;
    let within = passage.start - piece.start;
    let put = format!("{separator}{}", piece.of(text));
    let cut = |from: usize, end: usize| {
        let (first, last) = (piece.start.clamp(from, end), piece.end.clamp(from, end));
        [Span::new(from, first).of(text), Span::new(last, end).of(text)].concat()
    };
    let before = cut(0, to) + &put;
    let start = before.len() - piece.len() + within;
    Some((before + &cut(to, text.len()), Some(Span::new(start, start + passage.len()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_kept(kind: Edit, expected: usize) {
        let text = "alpha bravo charlie delta echo foxtrot golf hotel. The end.";
        let passage = Span::new(0, text.find(". The").unwrap());
        let (edited, place) = edit(kind, text, passage, "", &mut Chance::new(3)).unwrap();
        let kept = passage.of(text).split(' ').zip(place.unwrap().of(&edited).split(' '));
        assert_eq!(kept.filter(|(old, new)| old == new).count(), expected, "{edited}");
        assert!(edited.ends_with(". The end."), "{edited}");
    }

    #[test]
    fn a_quarter_is_a_quarter_and_a_half_is_a_half() {
        check_kept(Edit::QuarterReplaced, 6);
        check_kept(Edit::HalfReplaced, 4);
        check_kept(Edit::Nothing, 8);
    }
}
