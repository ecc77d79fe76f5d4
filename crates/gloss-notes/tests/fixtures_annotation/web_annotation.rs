use crate::{folder, json, schema::Schemas};
use gloss_ingest::plain_text;
use gloss_notes::{
    Annotation, Colour, Motivation, Target,
    exchange::{Warning, read, to_json_ld},
};
use gloss_text::{Article, Span};
use serde_json::Value;

const TESTS: &str = "w3c-web-annotation-tests";

/// All schemas, and the names of those that every annotation must satisfy.
fn schemas() -> Option<(Schemas, Vec<String>)> {
    let list = json(&format!("{TESTS}/annotations/annotationMusts.test"))?;
    let mut files = Vec::new();
    for part in ["definitions", "annotations", "annotations/bodiesTargets", "annotations/specificResource"] {
        files.extend(folder(&format!("{TESTS}/{part}"))?);
    }
    let schemas =
        files.into_iter().map(|(name, text)| (name, serde_json::from_str(&text).unwrap())).collect();
    let musts = list["assertions"].as_array().unwrap().iter();
    Some((
        Schemas(schemas),
        musts.map(|path| path.as_str().unwrap().rsplit('/').next().unwrap().to_owned()).collect(),
    ))
}

fn annotation(note: &str, tags: &[&str], targets: usize) -> Annotation {
    let article = Article::new(
        "an article".parse().unwrap(),
        plain_text("“We met the test,” said Ada Lovell.\nNobody else did."),
    );
    Annotation {
        id: "0199f0a2-7b1c-7c3d-8e4f-0123456789ab".parse().unwrap(),
        targets: (0..targets).map(|at| Target::describe(&article, Span::new(3, 8 + at))).collect(),
        motivation: if targets > 1 { Motivation::Linking } else { Motivation::Highlighting },
        colour: Colour::Pink,
        note: note.to_owned(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        correction: None,
        replies_to: None,
        created: 1_760_000_000_000,
        modified: 1_760_000_000_001,
    }
}

#[test]
fn what_is_written_satisfies_every_must() {
    let Some((schemas, musts)) = schemas() else { return };
    assert!(musts.len() > 40);
    let reply = Annotation { replies_to: Some("another".parse().unwrap()), ..annotation("because", &[], 1) };
    for annotation in
        [annotation("", &[], 1), annotation("why?", &["a tag", "b"], 1), annotation("", &["x"], 3), reply]
    {
        let written = to_json_ld(&annotation);
        for must in &musts {
            assert!(schemas.valid(must, &written), "{must}: {written}");
        }
    }
}

/// The validator itself tells the samples apart.
#[test]
fn the_musts_pass_the_correct_samples_and_no_incorrect_one() {
    let Some((schemas, musts)) = schemas() else { return };
    let satisfied = |text: &str| {
        let value = serde_json::from_str::<Value>(text);
        value.is_ok_and(|value| musts.iter().all(|must| schemas.valid(must, &value)))
    };
    for (name, text) in folder(&format!("{TESTS}/tools/samples/correct")).unwrap() {
        // Of the sets that a target may be, the schemas know Choice only.
        let set = ["Composite", "\"List\"", "Independents"].iter().any(|kind| text.contains(kind));
        if name.starts_with("anno") {
            assert!(satisfied(&text) || set, "{name}");
        }
    }
    for (name, text) in folder(&format!("{TESTS}/tools/samples/incorrect")).unwrap() {
        assert!(!satisfied(&text), "{name}");
    }
}

#[test]
fn correct_samples_are_read_and_incorrect_ones_refused() {
    let Some(correct) = folder(&format!("{TESTS}/tools/samples/correct")) else { return };
    for (name, text) in correct {
        let import = read(&text, 0).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        // One is a collection that names its pages and holds none.
        let elsewhere = import.warnings == [Warning::Elsewhere];
        assert!(!import.annotations.is_empty() || elsewhere, "{name}: {:?}", import.warnings);
        assert_eq!(import.unreadable.len(), 0, "{name}: {:?}", import.warnings);
        // What came in goes out as an annotation that reads the same.
        for annotation in &import.annotations {
            let again = read(&to_json_ld(annotation).to_string(), 0).unwrap();
            assert_eq!(again.annotations, std::slice::from_ref(annotation), "{name}");
        }
    }
    for (name, text) in folder(&format!("{TESTS}/tools/samples/incorrect")).unwrap() {
        assert!(read(&text, 0).is_err() || !read(&text, 0).unwrap().unreadable.is_empty(), "{name}");
    }
}
