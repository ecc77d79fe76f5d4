//! How groups are called, in a small story made for the purpose.

use gloss_analysis::{Analysis, Model, analyse};
use gloss_ingest::plain_text;
use gloss_story::{Called, compare};
use gloss_text::Article;

#[test]
fn what_stands_before_another_noun_is_no_group() {
    let texts = [
        "Armed police began to follow the van. Two police officers and the Police Federation agreed.",
        "A police car was late, but London police shot nobody. They police the streets, police say.",
    ];
    let model = Model::from_bytes(include_bytes!("../../../models/names.bin")).expect("the model is whole");
    let articles: Vec<Article> =
        texts.iter().map(|text| Article::new("group".parse().expect("an id"), plain_text(*text))).collect();
    let analyses: Vec<Analysis> = articles.iter().map(|article| analyse(article, &model)).collect();
    let story = compare(&articles.iter().zip(&analyses).collect::<Vec<_>>());
    let police =
        |it: &&gloss_story::Designated| it.called == Called::Group && it.name.as_deref() == Some("police");
    let found = story.designations.iter().find(police).expect("both articles speak of them");
    let words: Vec<&str> = found
        .articles
        .iter()
        .flat_map(|(index, row)| row.iter().map(|it| it.span.of(texts[index.get()])))
        .collect();
    assert_eq!(words, ["Armed police", "London police", "police"]);
}
