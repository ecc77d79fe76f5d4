use super::*;
use gloss_ingest::plain_text;
use gloss_notes::{KeptArticle, Original, Target, version_id};
use gloss_text::Article;
use gloss_view::Node;

const FIRST: &str =
    "The bridge will open in May, the mayor said on Monday.\nIt cost more than was planned at first.\n";
const SECOND: &str =
    "The bridge will open in June, the mayor said on Monday.\nIt cost more than was planned at first.\n";

fn article() -> Article {
    Article::new("bridge".parse().unwrap(), plain_text(FIRST))
}

/// A note on the words.
fn note(words: &str) -> Rc<Annotation> {
    let start = FIRST.find(words).unwrap();
    let target = Target::describe(&article(), Span::new(start, start + words.len()));
    let note = json!({"id": words, "targets": [target], "motivation": "commenting", "note": "Why?",
        "created": 1, "modified": 1});
    Rc::new(serde_json::from_value(note).unwrap())
}

/// The library with a bundled article, of which the reader has brought another text.
fn holdings(notes: &[&str]) -> Holdings {
    let article = article();
    let document = Rc::new(plain_text(SECOND));
    let original = Original { name: String::new(), size: 1, bytes: article.id.clone() };
    let version = KeptArticle {
        of: Some(article.id.clone()),
        original: Some(original),
        added: 5,
        ..KeptArticle::unknown(version_id(&article.id, &document).unwrap())
    };
    Holdings {
        asked: Some(article.id.clone()),
        bundled: vec![article],
        kept: vec![Rc::new(KeptArticle { document: Some(document), ..version })],
        annotations: notes.iter().map(|words| note(words)).collect(),
        ..Holdings::default()
    }
}

fn shown(holdings: &Holdings) -> Versions {
    let mut versions = Versions::default();
    versions.hear(Event::Input(serde_json::to_string(holdings).unwrap()));
    versions
}

fn does(versions: &mut Versions, how: &str, name: &str, value: &str) -> Answer {
    versions.hear(Event::Used { how: how.into(), name: name.into(), value: value.into() })
}

fn html(versions: &Versions) -> String {
    versions.view().iter().map(Node::to_html).collect()
}

#[test]
fn two_texts_are_compared_side_by_side_and_in_one_column() {
    let mut versions = shown(&holdings(&[]));
    let side = html(&versions);
    assert!(
        side.contains("<del>May,</del> the mayor") && side.contains("<ins>June,</ins> the mayor"),
        "{side}"
    );
    assert!(side.contains("1 change: 1 word in, 1 word out"), "{side}");
    does(&mut versions, "click", "columns", "");
    let column = html(&versions);
    assert!(column.contains("open in <del>May,</del> <ins>June,</ins> the mayor"), "{column}");
}

#[test]
fn the_earlier_text_is_shown_as_it_was_with_its_notes() {
    let mut versions = shown(&holdings(&["open in May"]));
    does(&mut versions, "click", "as-it-was", "");
    let seen = html(&versions);
    assert!(seen.contains("The bridge will <mark>open in May</mark>, the mayor"), "{seen}");
}

#[test]
fn every_note_has_its_fate_and_a_changed_one_is_confirmed_by_keyboard() {
    let mut versions = shown(&holdings(&["planned at first", "bridge will open in May"]));
    let seen: String = versions.view().iter().map(Node::to_text).collect();
    assert!(seen.contains("planned at first moved,"), "{seen}");
    assert!(seen.contains("bridge will open in May changed,") && seen.contains("This is it"), "{seen}");
    let down = does(&mut versions, "keydown", "fate:0", "ArrowDown");
    assert_eq!(down.effects, [Effect::Focus("fate-1".into())]);
    let answer = does(&mut versions, "keydown", "fate:1", "Enter");
    let [Effect::Other("reattach", put)] = answer.effects.as_slice() else { panic!("{answer:?}") };
    let span: Span = serde_json::from_value(put[3].clone()).unwrap();
    assert_eq!((span.of(SECOND), &put[2]), ("bridge will open in June", &json!("bridge")));
    assert_eq!(does(&mut versions, "keydown", "fate:0", "Enter").effects, [], "the other needs no word");
}

#[test]
fn one_text_is_not_compared() {
    let alone = Holdings { kept: Vec::new(), ..holdings(&[]) };
    assert!(html(&shown(&alone)).contains("There is one text of this article"));
    assert!(html(&shown(&Holdings::default())).contains("no such article"));
}
