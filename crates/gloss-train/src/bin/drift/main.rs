//! `drift`: how annotations fare when the articles under them are edited.
//!
//! Passages of many kinds are described in articles, the articles are edited in many ways, and each passage is
//! sought in the edited text.

mod cases;
mod chance;
mod edit;
mod speed;
mod text;

use chance::Chance;
use edit::Edit;
use gloss_ingest::plain_text;
use gloss_notes::{Anchor, Anchorer, Outcome, Target};
use gloss_text::{Article, ArticleId, Span, TokenKind, blocks, sentences, tokens};
use lexopt::prelude::*;
use std::{path::Path, process::ExitCode};

const USAGE: &str = "\
drift [--show N] [FILE ...]
    edits texts in many ways and looks where the passages are found again. Prints for each kind of edit how
    often the answer was right, how often the passage was put on other text or on text that replaced it
    (wrong; silent where it is not said to have changed), how often it was there and not found (lost), and
    of the right ones how many have exact bounds and are said to have changed; then how long anchoring takes.
    Each FILE is an article, or with the ending .jsonl a \"text\" a line; generated articles are added
    unless there are 200.
    --show N      also prints the first N that went wrong
drift --passages N [FILE ...]
    prints N edited texts as questions for `gloss anchor`, a JSON line each: {\"id\", \"text\", \"selector\"}
";

/// Generated articles.
const ARTICLES: usize = 200;
/// Passages tried in each article.
const PASSAGES: usize = 12;

const PASSAGE_KINDS: [&str; 4] = ["(a name)", "(a phrase)", "(a sentence)", "(several sentences)"];

#[derive(Clone, Copy, Default)]
struct Tally {
    right: usize,
    wrong: usize,
    lost: usize,
    /// Of the right ones, those with exactly the right bounds.
    exact: usize,
    /// Of the right ones, those that are said to have changed.
    changed: usize,
    /// Of the wrong ones, those that are not said to have changed, so that nobody looks at them again.
    silent: usize,
}

fn main() -> ExitCode {
    run(lexopt::Parser::from_env()).unwrap_or_else(|error| {
        eprintln!("drift: {error}; see `drift --help`");
        ExitCode::from(2)
    })
}

fn run(mut arguments: lexopt::Parser) -> Result<ExitCode, lexopt::Error> {
    let (mut shown, mut passages, mut texts) = (0, None, Vec::new());
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("show") => shown = arguments.value()?.parse()?,
            Long("passages") => passages = Some(arguments.value()?.parse()?),
            Short('h') | Long("help") => {
                print!("{USAGE}");
                return Ok(ExitCode::SUCCESS);
            }
            Value(file) => {
                read(Path::new(&file), &mut texts).map_err(|error| format!("{}: {error}", file.display()))?;
            }

            other => return Err(other.unexpected()),
        }
    }
    let mut chance = Chance::new(2026);
    let generated = if texts.len() < ARTICLES { ARTICLES } else { 0 };
    texts.extend((0..generated).map(|_| text::article(&mut chance)));
    match passages {
        Some(count) => cases::print(&texts, count, &mut chance).map_err(|error| error.to_string())?,
        None => bench(&texts, shown, &mut chance),
    }
    Ok(ExitCode::SUCCESS)
}

/// Edits each text in every way, and prints how the passages fared and how long anchoring takes.
fn bench(texts: &[String], mut shown: usize, chance: &mut Chance) {
    let (mut by_edit, mut by_passage) = (vec![Tally::default(); Edit::ALL.len()], vec![Tally::default(); 4]);
    for (number, text) in texts.iter().enumerate() {
        let other = &texts[(number + 1) % texts.len()];
        let article = article_of(text.as_str());
        for (passage_kind, passage) in passages(text, chance) {
            let target = Target::describe(&article, passage);
            let (words, name) = (passage.of(text).split(' ').count(), is_name(passage.of(text)));
            for ((kind, label), of_edit) in Edit::ALL.into_iter().zip(&mut by_edit) {
                if !kind.suits(words, name) {
                    continue;
                }
                let Some((edited, truth)) = edit::edit(kind, text, passage, other, chance) else {
                    continue;
                };
                let anchor = Anchorer::new(&edited).anchor(&target);
                let tally = Tally::of(&anchor, truth);
                of_edit.add(tally);
                by_passage[passage_kind].add(tally);
                if tally.right == 0 && shown > 0 {
                    shown -= 1;
                    let of = |span: Option<Span>| span.map(|span| surroundings(&edited, span));
                    println!(
                        "{}, {label}: {:?}\n  now {:?}\n  got {:?}, {} {:.3}",
                        if tally.wrong > 0 { "wrong" } else { "lost" },
                        surroundings(text, passage),
                        of(truth).unwrap_or_default(),
                        of(anchor.span).unwrap_or_default(),
                        anchor.outcome.name(),
                        anchor.score,
                    );
                }
            }
        }
    }
    report(&by_edit, &by_passage);
    println!("{} articles", texts.len());
    speed::report(chance);
}

/// An article of nothing but `text`.
fn article_of(text: impl Into<String>) -> Article {
    Article::new(ArticleId::new("a").expect("an id of one letter"), plain_text(text.into()))
}

/// Returns the passage between brackets, with the text around it.
fn surroundings(text: &str, span: Span) -> String {
    let first = text.floor_char_boundary(span.start.saturating_sub(40));
    let end = text.ceil_char_boundary((span.end + 40).min(text.len()));
    let of = |start, end| Span::new(start, end).of(text);
    format!("{}[{}]{}", of(first, span.start), span.of(text), of(span.end, end))
}

/// One article, or with `.jsonl` the `text` of each line.
fn read(file: &Path, texts: &mut Vec<String>) -> std::io::Result<()> {
    let content = std::fs::read_to_string(file)?;
    if file.extension().is_some_and(|extension| extension == "jsonl") {
        texts.extend(content.lines().filter_map(|line| {
            let line: serde_json::Value = serde_json::from_str(line).ok()?;
            Some(line.get("text")?.as_str()?.to_owned())
        }));
    } else {
        texts.push(content);
    }
    Ok(())
}

impl Tally {
    fn of(anchor: &Anchor, truth: Option<Span>) -> Self {
        let (found, changed) = (anchor.span, anchor.outcome == Outcome::Changed);
        let right = match (found, truth) {
            (Some(found), Some(truth)) => agree(found, truth),
            (found, truth) => found.is_none() && truth.is_none(),
        };
        Self {
            right: usize::from(right),
            wrong: usize::from(!right && found.is_some()),
            lost: usize::from(!right && found.is_none()),
            exact: usize::from(right && found.is_some() && found == truth),
            changed: usize::from(right && changed),
            silent: usize::from(!right && found.is_some() && !changed),
        }
    }

    const fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.lost += other.lost;
        self.exact += other.exact;
        self.changed += other.changed;
        self.silent += other.silent;
    }
}

fn report(by_edit: &[Tally], by_passage: &[Tally]) {
    println!(
        "{:<36}{:>7}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}",
        "edit", "n", "right", "wrong", "silent", "lost", "exact", "changed"
    );
    let (mut sum, mut others) = (Tally::default(), Tally::default());
    for ((kind, label), tally) in Edit::ALL.iter().zip(by_edit) {
        line(label, *tally);
        sum.add(*tally);
        if !matches!(kind, Edit::QuarterReplaced | Edit::HalfReplaced) {
            others.add(*tally);
        }
    }
    for (label, tally) in PASSAGE_KINDS.iter().zip(by_passage) {
        line(label, *tally);
    }
    line("all but a quarter or half replaced", others);
    line("all", sum);
}

fn line(label: &str, tally: Tally) {
    let all = tally.right + tally.wrong + tally.lost;
    let share = |count: usize| 100.0 * count as f64 / all.max(1) as f64;
    println!(
        "{label:<36}{all:>7}{:>8.2}%{:>8.2}%{:>8.2}%{:>8.2}%{:>8.2}%{:>8.2}%",
        share(tally.right),
        share(tally.wrong),
        share(tally.silent),
        share(tally.lost),
        share(tally.exact),
        share(tally.changed)
    );
}

/// Whether two spans are the same passage: what they share is more than half of what they cover together.
fn agree(found: Span, truth: Span) -> bool {
    let shared = found.intersection(truth).map_or(0, Span::len);
    2 * shared > found.len() + truth.len() - shared
}

/// Names, words, phrases, sentences and passages that run over a few of them.
fn passages(text: &str, chance: &mut Chance) -> Vec<(usize, Span)> {
    let paragraphs: Vec<Span> = blocks(text).into_iter().map(|block| block.span).collect();
    let mut found = Vec::new();
    for number in 0..PASSAGES {
        let Some(paragraph) = chance.pick(&paragraphs).copied() else { break };
        let all = sentences(text, paragraph);
        let Some(first) = chance.pick(&all).copied() else { continue };
        let words: Vec<Span> = tokens(first.of(text))
            .into_iter()
            .filter(|token| token.kind != TokenKind::Sign)
            .map(|token| Span::new(first.start + token.span.start, first.start + token.span.end))
            .collect();
        let mut run = |longest: usize| {
            let start = chance.below(words.len());
            let end = (start + chance.below(longest)).min(words.len().saturating_sub(1));
            Some(Span::new(words.get(start)?.start, words.get(end)?.end))
        };
        let kind = number % PASSAGE_KINDS.len();
        let passage = match kind {
            0 => (0..8).find_map(|_| run(2).filter(|span| is_name(span.of(text)))),
            1 => run(12),
            2 => Some(first),
            _ => {
                let last = all.iter().copied().filter(|span| span.start >= first.start).nth(chance.below(3));
                Some(Span::new(first.start, last.unwrap_or(first).end))
            }
        };
        found.extend(passage.filter(|span| !span.is_empty()).map(|span| (kind, span)));
    }
    found
}

/// Whether every word begins with a capital.
fn is_name(passage: &str) -> bool {
    passage.split(' ').all(|word| word.chars().next().is_some_and(char::is_uppercase))
}
