mod names;
mod offices;
mod quantities;

use super::*;
use EntityKind::{Age, Date, Duration, Money, Organisation, Person, Place, Role};
use gloss_ingest::plain_text;
use gloss_text::{Day, Metadata};
use proptest::prelude::*;

/// Mentions of `kind` are in square brackets. After `=` is whom or what they mean if that is another
/// name: the entity, a role's holder, a date's day; `?` for nobody known. Only rules are at work, and the
/// article was published on 22 November 2025.
#[track_caller]
fn check(kind: EntityKind, marked: &str) {
    check_with(&Model::default(), kind, marked);
}

/// The same with the trained tagger at work.
#[track_caller]
fn check_trained(kind: EntityKind, marked: &str) {
    check_with(&trained(), kind, marked);
}

#[track_caller]
fn check_with(model: &Model, kind: EntityKind, marked: &str) {
    let mut text = String::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        let (inside, after) = after.split_once(']').unwrap();
        text += before;
        text += inside.split('=').next().unwrap();
        rest = after;
    }
    text += rest;
    let article = Article::new("a".parse().unwrap(), plain_text(text));
    let article =
        article.with_metadata(Metadata { published: Day::new(2025, 11, 22), ..Metadata::default() });
    assert_eq!(show(model, &article, kind), marked);
}

fn show(model: &Model, article: &Article, kind: EntityKind) -> String {
    let (mentions, entities) = recognise(article, model);
    let mut shown = String::new();
    let mut at = 0;
    for mention in mentions.iter().filter(|mention| mention.kind == kind) {
        let words = mention.span.of(article.text());
        let meaning = match mention.entity.map(|id| &entities[id]) {
            Some(Entity { date: Some(date), .. }) => date.to_string(),
            Some(entity) => entity.name.clone(),
            None if kind == Person => "?".to_owned(),
            None => words.to_owned(),
        };
        shown += Span::new(at, mention.span.start).of(article.text());
        shown += "[";
        shown += words;
        if meaning != words {
            shown += "=";
            shown += &meaning;
        }
        shown += "]";
        at = mention.span.end;
    }
    shown + Span::new(at, article.text().len()).of(article.text())
}

fn trained() -> Model {
    Model::from_bytes(include_bytes!("../../../../../models/names.bin")).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn mentions_are_words_in_order_and_entities_exist(
        text in "(\\PC|[A-Z][a-z]{0,4}|Mr |Sir |the |Met |, |\\(|\\)|[0-9]|May |£|👩‍👩‍👧|é|שלום|\u{200f}|\n){0,80}"
    ) {
        let model = trained();
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let (mentions, entities) = recognise(&article, &model);
        let mut ends = std::collections::HashMap::new();
        for mention in mentions {
            prop_assert!(!mention.span.of(article.text()).is_empty());
            prop_assert!(mention.entity.is_none_or(|id| id < entities.len()));
            let end = ends.insert(mention.kind, mention.span.end).unwrap_or(0);
            prop_assert!(end <= mention.span.start);
        }
    }
}

#[test]
fn a_megabyte_of_anything_takes_no_more_than_its_length_in_time() {
    let time = |text: String, model: &Model| {
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let start = std::time::Instant::now();
        let (mentions, _) = recognise(&article, model);
        (start.elapsed(), mentions.len())
    };
    let (rules, trained) = (Model::default(), trained());
    let pieces = [
        "(",
        "“",
        "A",
        "Aa ",
        "Mr ",
        "Mr Lee ",
        "\n",
        "NATO ",
        "(NATO) ",
        "the Met ",
        "known as X1 ",
        "5 May ",
        "chief ",
        ", ",
    ];
    let all = pieces.map(|piece| (piece, &rules)).into_iter();
    for (piece, model) in all.chain(["(", "“", "A", "Aa (", "\n", "A\n"].map(|piece| (piece, &trained))) {
        let (short, _) = time(piece.repeat(100_000 / piece.len()), model);
        let (long, _) = time(piece.repeat(1_000_000 / piece.len()), model);
        // Ten times the text in at most thirty times the time, beside what a busy machine takes.
        assert!(long.as_millis() <= 30 * short.as_millis() + 2_000, "{piece:?}: {short:?}, {long:?}");
    }
}
