use crate::{article_of, chance::Chance, text::article};
use gloss_notes::{Anchorer, Outcome, Target, TextPositionSelector, TextQuoteSelector, find_approximately};
use gloss_text::{Offsets, Span};
use std::time::Instant;

/// What is measured: annotations of a long text, restored on the text itself and on two edited forms of it.
const ANNOTATIONS: usize = 10_000;
const LENGTH: usize = 1_000_000;

/// Prints how long restoring many annotations and one approximate search take.
pub(crate) fn report(chance: &mut Chance) {
    let mut text = String::new();
    while text.len() < LENGTH {
        text.push_str(&article(chance));
        text.push('\n');
    }
    let article = article_of(text);
    let text = article.text();
    // Each is described as `Target::describe` does, but the text is fingerprinted only once.
    let (version, offsets) = (article.document.version(), Offsets::new(text));
    let targets: Vec<Target> = (0..ANNOTATIONS)
        .map(|number| {
            let start = number * (text.len() / ANNOTATIONS);
            let span = Span::new(start, (start + 20 + number % 120).min(text.len())).on_boundaries(text);
            let (start, end) = offsets.span_in_points(span);
            Target {
                article: article.id.clone(),
                version: version.to_owned(),
                quote: TextQuoteSelector::describe(text, span),
                position: TextPositionSelector { start, end },
            }
        })
        .collect();
    let moved = format!("A line above all others.\n{text}");
    // A letter in a hundred becomes another, so that most passages or their surroundings have changed.
    let changed: String = text
        .chars()
        .enumerate()
        .map(|(at, c)| if at % 101 == 7 && c.is_alphabetic() { 'x' } else { c })
        .collect();
    println!("restoring {ANNOTATIONS} annotations of {} bytes", text.len());
    for (name, text) in [("the same text", text), ("a line put above", &moved), ("letters changed", &changed)]
    {
        let begun = Instant::now();
        let anchorer = Anchorer::new(text);
        let found = targets.iter().filter(|target| anchorer.anchor(target).span.is_some()).count();
        println!("  {name:<20}{:>9.1} ms, {found} found", begun.elapsed().as_secs_f64() * 1e3);
    }
    let short = text.get(..text.floor_char_boundary(100_000)).unwrap_or(text);
    let quote: String = short.chars().skip(60_000).take(120).collect::<String>().replace("the ", "teh ");
    let begun = Instant::now();
    let found = find_approximately(short, &quote, 40);
    println!(
        "120 characters sought in {} with 40 edits, {} places: {:.2} ms",
        short.len(),
        found.len(),
        begun.elapsed().as_secs_f64() * 1e3
    );
    let anchorer = Anchorer::new(short);
    let target = Target::describe(&article_of("x".repeat(200)), Span::new(40, 160));
    let first = anchorer.anchor(&target).outcome;
    let begun = Instant::now();
    let gone = anchorer.anchor(&target).outcome == Outcome::Gone && first == Outcome::Gone;
    println!(
        "120 characters that are not there: {:.2} ms, gone: {gone}",
        begun.elapsed().as_secs_f64() * 1e3
    );
}
