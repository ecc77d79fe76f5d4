//! Whatever the articles are, they can be compared.

use gloss_analysis::{Analysis, Model, analyse};
use gloss_ingest::plain_text;
use gloss_story::{ArticleIndex, Passage, PassageIndex, compare, propose};
use gloss_text::{Article, Span};
use proptest::prelude::*;

fn article(text: &str) -> Article {
    Article::new("a".parse().expect("an id"), plain_text(text))
}

proptest! {
    #[test]
    fn any_texts_are_compared(texts in proptest::collection::vec("(\\PC|[a-z “”\"',.\n0-9]|the man |Mr Smith |was shot by |on Monday |said: “|’s |– |dozens of officers ){0,60}", 0..4)) {
        let articles: Vec<Article> = texts.iter().map(|text| article(text)).collect();
        let analyses: Vec<Analysis> = articles.iter().map(|article| analyse(article, &Model::default())).collect();
        let story: Vec<_> = articles.iter().zip(&analyses).collect();
        let comparison = compare(&story);
        for quotation in &comparison.quotations {
            for occurrence in &quotation.occurrences {
                for span in &occurrence.segments {
                    prop_assert!(!span.of(&texts[occurrence.article.get()]).is_empty());
                }
            }
        }
        for designated in &comparison.designations {
            for (index, row) in &designated.articles {
                prop_assert!(row.iter().all(|it| !it.span.of(&texts[index.get()]).is_empty()));
            }
        }
        let all: Vec<&Article> = articles.iter().collect();
        let stories = propose(&all);
        prop_assert!(stories.iter().all(|story| story.articles.len() > 1));
        let wanted = Passage { article: ArticleIndex(0), span: Span::new(0, texts.first().map_or(0, String::len)) };
        for found in PassageIndex::new(&all).find(&all, wanted) {
            prop_assert!(!found.passage.span.of(&texts[found.passage.article.get()]).is_empty());
        }
    }
}

#[test]
fn a_passage_is_found_in_another_article() {
    let wanted = "The bridge over the river Tamble was closed on Friday after engineers found cracks.";
    let articles = [
        article(wanted),
        article(
            "Nothing happened here.\nThe bridge over the Tamble was closed after engineers had found cracks in it.",
        ),
        article("The mayor opened a school on Friday, and the river was high."),
    ];
    let all: Vec<&Article> = articles.iter().collect();
    let passage = Passage { article: ArticleIndex(0), span: Span::new(0, wanted.len()) };
    let found = PassageIndex::new(&all).find(&all, passage);
    let shown: Vec<&str> =
        found.iter().map(|it| it.passage.span.of(articles[it.passage.article.get()].text())).collect();
    assert_eq!(shown, ["The bridge over the Tamble was closed after engineers had found cracks"]);
}

#[test]
fn two_people_who_say_much_the_same_say_two_things() {
    let texts = [
        "“It is a good day,” said Mary Smith.",
        "“It is a good day,” said John Brown.",
        "Mary Smith said it was “a good day”.",
    ];
    let articles: Vec<Article> = texts.iter().map(|text| article(text)).collect();
    let analyses: Vec<Analysis> =
        articles.iter().map(|article| analyse(article, &Model::default())).collect();
    let comparison = compare(&articles.iter().zip(&analyses).collect::<Vec<_>>());
    let groups: Vec<Vec<usize>> = comparison
        .quotations
        .iter()
        .map(|quotation| quotation.occurrences.iter().map(|it| it.article.get()).collect())
        .collect();
    assert_eq!(groups, [vec![0, 2], vec![1]]);
}

#[test]
fn stories_are_kept_apart() {
    let texts = [
        "Engineers closed the Tamble bridge in Norwick on Friday after cracks were found in its eastern pillar.",
        "The Tamble bridge in Norwick is closed: engineers found cracks in the eastern pillar.",
        "The singer Anna Bloggs cancelled her concert in Oldham because of a sore throat.",
        "Anna Bloggs, the singer, has a sore throat and sings in Oldham no more this week; the concert is cancelled.",
        "Prices of wheat rose again.",
    ];
    let articles: Vec<Article> = texts.iter().map(|text| article(text)).collect();
    let all: Vec<&Article> = articles.iter().collect();
    let stories = propose(&all);
    let groups: Vec<Vec<usize>> =
        stories.iter().map(|story| story.articles.iter().map(|at| at.get()).collect()).collect();
    assert_eq!(groups, [vec![0, 1], vec![2, 3]]);
    assert!(
        stories[0].grounds.iter().any(|ground| ground.text.contains("Tamble")),
        "{:?}",
        stories[0].grounds
    );
}
