//! When things happened, in small stories made for the purpose.

use gloss_analysis::{Analysis, Model, analyse};
use gloss_ingest::plain_text;
use gloss_story::{Comparison, Standing, compare};
use gloss_text::{Article, Day, Metadata};

fn compared(texts: &[(&str, Option<Day>)]) -> (Vec<Article>, Comparison) {
    let model = Model::from_bytes(include_bytes!("../../../models/names.bin")).expect("the model is whole");
    let articles: Vec<Article> = texts
        .iter()
        .map(|(text, published)| {
            let article = Article::new("day".parse().expect("an id"), plain_text(*text));
            article.with_metadata(Metadata { published: *published, ..Metadata::default() })
        })
        .collect();
    let analyses: Vec<Analysis> = articles.iter().map(|article| analyse(article, &model)).collect();
    let story = compare(&articles.iter().zip(&analyses).collect::<Vec<_>>());
    (articles, story)
}

/// The dated words of one article: "2021-05-03 two days after the vote on May 1, 2021".
#[track_caller]
fn check(text: &str, published: Option<Day>, expected: &[&str]) {
    let (articles, story) = compared(&[(text, published)]);
    let line = |entry: &gloss_story::Dated| {
        let words = entry.expression.map_or("", |span| span.of(articles[0].text()));
        let date = entry.date.map_or("?".to_owned(), |date| date.to_string());
        format!("{}{date} {words}", if entry.by_then { "by " } else { "" })
    };
    assert_eq!(story.timeline.iter().map(line).collect::<Vec<_>>(), expected);
}

#[test]
fn days_counted_from_another_event() {
    check(
        "Two days after the bridge opened on May 1, 2021, a lorry fell from it.",
        None,
        &["2021-05-01 May 1, 2021", "2021-05-03 Two days after the bridge opened on May 1, 2021"],
    );
    check(
        "One week before Ida Brandt was sworn in on Monday, her driver was arrested.",
        Day::new(2022, 9, 13),
        &["2022-09-05 One week before Ida Brandt was sworn in on Monday", "2022-09-12 Monday"],
    );
    // The count does not reach over a comma.
    check("A week after, on May 1, 2021, the lorry was lifted.", None, &["2021-05-01 May 1, 2021"]);
}

#[test]
fn a_day_without_its_year_is_the_nearest() {
    check(
        "The talks will go on until Feb. 15, the minister said.",
        Day::new(2019, 1, 25),
        &["2019-02-15 Feb. 15"],
    );
}

#[test]
fn what_has_been_done_was_so_by_the_day_of_the_article() {
    let text = "Miners have reportedly threatened to walk out.";
    check(text, Day::new(2020, 3, 2), &["by 2020-03-02 have reportedly threatened"]);
    check(text, None, &[]);
}

#[test]
fn the_day_of_one_deed_at_different_precisions() {
    let (_, story) = compared(&[
        ("Gunmen killed Daniel Marsh near the old harbour in June 2019, and nobody was caught.", None),
        ("After a quarrel over a boat, Daniel Marsh was killed on June 4, 2019.", None),
    ]);
    let [dates] = &story.differences[..] else { panic!("one figure: {:?}", story.differences) };
    assert_eq!(dates.relation, Standing::Agree);
    let says: Vec<&str> = dates.figures.iter().map(|figure| figure.says.as_str()).collect();
    assert_eq!(says, ["2019-06", "2019-06-04"]);
}
