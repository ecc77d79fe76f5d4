//! Noun phrases for persons, read from the words round a noun.

use super::lexicon::{closes, is_group, is_modifier, is_office, is_person};
use crate::{hash::HashSet, tellings::is_past};
use gloss_text::{Span, TokenKind, is_apostrophe};
use std::{ops::Range, rc::Rc, sync::LazyLock};

/// One token of a sentence, with its letters folded.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    pub(crate) word: Rc<str>,
    pub(crate) capital: bool,
}

/// The tokens of one sentence. Hyphenated words are one token.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    pub(crate) tokens: Vec<Token>,
}

/// A phrase that names a person by a noun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Tokens from the first modifier up to the noun, a determiner left out.
    pub(super) range: Range<usize>,
    /// The determiner before it, folded.
    pub(super) determiner: Option<String>,
    /// The noun, folded.
    pub(super) head: String,
    /// The words before it, folded.
    pub(super) modifiers: Vec<String>,
}

/// Words of one phrase at most.
const LONGEST: usize = 8;

impl Row {
    /// Takes up the next token of the text, whose letters are `word` when they are folded.
    pub(crate) fn push(&mut self, span: Span, kind: TokenKind, letters: &str, word: Rc<str>) {
        // "father-to-be" and "24-year-old" are one word here.
        if let Some(last) = self.tokens.last_mut()
            && last.span.end == span.start
            && kind != TokenKind::Possessive
            && (letters == "-" || last.word.ends_with('-') && last.word.len() > 1)
            && !matches!(last.kind, TokenKind::Sign | TokenKind::Possessive)
        {
            last.word = format!("{}{word}", last.word).into();
            last.span.end = span.end;
            return;
        }
        let capital = letters.starts_with(char::is_uppercase);
        self.tokens.push(Token { span, kind, word, capital });
    }

    pub(crate) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.word)
    }

    pub(crate) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// Whether the token may be part of a noun phrase.
    pub(crate) fn is_nominal(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        match token.kind {
            TokenKind::Sign => false,
            TokenKind::Possessive | TokenKind::Number => true,
            TokenKind::Word => is_determiner(&token.word) || self.is_noun(at) || is_modifier(&token.word),
        }
    }

    /// Whether the token may be a noun, for all that its letters tell.
    pub(crate) fn is_noun(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && !["ly", "ed", "ing"].iter().any(|ending| token.word.ends_with(ending))
                && !(closes(&token.word) || is_determiner(&token.word) || is_plain(&token.word))
        })
    }

    /// Whether the token may stand between a determiner and a noun.
    pub(crate) fn is_modifier(&self, at: usize) -> bool {
        self.is_noun(at) || self.tokens.get(at).is_some_and(|token| is_modifier(&token.word))
    }

    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// Whether the token is a quotation mark.
    pub(crate) fn is_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Sign
                && token.word.starts_with(|c: char| is_apostrophe(c) || matches!(c, '"' | '“' | '”' | '‘'))
        })
    }

    /// The text that the tokens cover.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        match (self.tokens.get(range.start), range.end.checked_sub(1).and_then(|last| self.tokens.get(last)))
        {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The token that begins at the byte offset `at`, or the first after it.
    pub(super) fn at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.span.start < at)
    }

    /// The phrase whose noun is the token `head`, if that is a noun for one person. `limit` is the first token that it
    /// may take.
    pub(super) fn phrase(&self, head: usize, limit: usize) -> Option<Phrase> {
        let word = self.word(head);
        if !is_person(word) && !is_age(word) {
            return None;
        }
        let mut start = head;
        while start > limit && head - start < LONGEST && self.may_modify(start - 1) {
            start -= 1;
        }
        if self.tokens.get(start).is_some_and(|token| token.kind == TokenKind::Possessive) {
            start += 1;
        }
        let determiner = start.checked_sub(1).filter(|at| *at >= limit).map(|at| self.word(at));
        let determiner = determiner.filter(|word| is_determiner(word)).map(str::to_owned);
        let modifiers =
            (start..head).map(|at| self.word(at).to_owned()).filter(|word| word.len() > 1).collect();
        Some(Phrase { range: start..head + 1, determiner, head: word.to_owned(), modifiers })
    }

    fn may_modify(&self, at: usize) -> bool {
        let word = self.word(at);
        let Some(token) = self.tokens.get(at) else { return false };
        match token.kind {
            TokenKind::Sign => false,
            // "North Korea's leader", but not "he's"
            TokenKind::Possessive => at > 0 && self.is_capital(at - 1),
            TokenKind::Number => is_age(word),
            TokenKind::Word => {
                if is_determiner(word) || closes(word) {
                    return false;
                }
                if at == 0 {
                    return !is_opening(word) && !word.ends_with("ly");
                }
                self.is_capital(at)
                    || is_modifier(word)
                    || is_age(word)
                    || word.contains('-')
                    || is_office(word)
            }
        }
    }

    /// Where a description ends that goes on after its noun: "a core member of one of the capital's most dangerous
    /// gangs", "the officer who shot him". It ends before a comma, a stop or a verb, of which a relative clause has its
    /// own.
    pub(super) fn extent(&self, head: usize) -> usize {
        let mut at = head + 1;
        let mut relative = false;
        if !matches!(
            self.word(at),
            "of" | "who"
                | "responsible"
                | "for"
                | "in"
                | "from"
                | "at"
                | "to"
                | "cleared"
                | "accused"
                | "charged"
                | "shot"
                | "killed"
                | "named"
                | "known"
                | "since"
        ) && !self.is_mark(at)
        {
            return at;
        }
        while at < self.tokens.len() {
            let word = self.word(at);
            let sign = self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Sign);
            // A closing mark belongs to a phrase of which marks are round a part.
            let goes_on = if sign {
                self.is_mark(at) && self.word(at + 1) == "of"
            } else if relative {
                word == "and"
                    || self.before(at) == "who"
                    || !(ends_phrase(word) || matches!(word, "is" | "will"))
            } else {
                at == head + 1 || !ends_phrase(word) && (!closes(word) || may_follow(word))
            };
            if !goes_on {
                break;
            }
            relative |= word == "who";
            at += 1;
        }
        at
    }

    /// Whether the tokens name several persons.
    pub(super) fn group(&self, head: usize) -> Option<Range<usize>> {
        // "police officers", "the Police Federation", "they police the streets"
        let next = self.word(head + 1);
        let other = self.word(head) == "police"
            && (is_determiner(next) || self.is_noun(head + 1) && !is_past(next) && !tells(next));
        if other || !is_group(self.word(head)) {
            return None;
        }
        let mut start = head;
        while start > 0 && head - start < LONGEST && self.may_modify(start - 1) {
            start -= 1;
        }
        Some(start..head + 1)
    }
}

/// Whether the word opens a sentence more often than it is part of a name.
fn is_opening(word: &str) -> bool {
    matches!(
        word,
        "now"
            | "then"
            | "here"
            | "there"
            | "yesterday"
            | "today"
            | "still"
            | "yet"
            | "even"
            | "so"
            | "however"
            | "although"
            | "though"
            | "later"
            | "earlier"
            | "meanwhile"
            | "when"
            | "since"
            | "like"
            | "unlike"
            | "what"
            | "why"
            | "how"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "you"
            | "i"
            | "no"
            | "yes"
    )
}

/// Whether the word is an age as a noun: "24-year-old".
pub(super) fn is_age(word: &str) -> bool {
    word.ends_with("-year-old") || word.ends_with("-month-old")
}

pub(super) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "another"
            | "one"
    )
}

/// Pronouns, adverbs and verbs next to nouns that are none.
const PLAIN: &str = "he she it they we you i him them us me who there here then now later earlier already never \
    still just only even when dead down up out off back away again once twice ago than more most \
    less very too so such both all any some each no none nothing something himself herself \
    themselves itself during since until through against without within between amid among despite \
    per via yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday went \
    took made came got get make take go left found saw knew thought says what how why which these \
    those much many few his her ever guilty unanimously";

static PLAIN_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| PLAIN.split_ascii_whitespace().collect());

fn is_plain(word: &str) -> bool {
    PLAIN_WORDS.contains(word)
}

/// Whether the word is a verb that says what several do, though no ending tells: "police began", "police say".
fn tells(word: &str) -> bool {
    matches!(
        word,
        "began"
            | "say"
            | "think"
            | "believe"
            | "know"
            | "want"
            | "fear"
            | "hope"
            | "need"
            | "use"
            | "ran"
            | "felt"
    )
}

/// Whether the word ends a description even within a relative clause.
fn ends_phrase(word: &str) -> bool {
    matches!(word, "said" | "says" | "and" | "but" | "now" | "after" | "as" | "while")
}

/// Whether a description may go on by the word.
fn may_follow(word: &str) -> bool {
    matches!(
        word,
        "of" | "in" | "for" | "at" | "by" | "to" | "from" | "when" | "with" | "on" | "was" | "not" | "who"
    )
}
