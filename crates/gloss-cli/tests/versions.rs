//! Articles that were really changed, read from `../shared` when that folder is there: each is brought before and after
//! the change, with a note on each sentence, and compared on the page of versions.

#![expect(clippy::unwrap_used, reason = "what is not answered as it should be fails the test")]

use gloss_bring::{Bring, Versions};
use gloss_ingest::{encoding::EveryEncoding, tree::parse};
use gloss_notes::{Annotation, Holdings, KeptArticle, Target};
use gloss_text::{Article, Document, sentences};
use gloss_view::{Answer, Effect, Event};
use serde_json::{Value, json};
use std::{
    io::{Read, Write, stderr},
    path::PathBuf,
    process::{Command, Stdio},
    rc::Rc,
    thread,
};

const PAIRS: &str = "../shared/data/import-dev/versions.jsonl.gz";

/// The pairs of texts; `None` where they are not there.
fn pairs() -> Option<Vec<Value>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(PAIRS);
    if !path.exists() {
        stderr().write_all(format!("\nskipped: {PAIRS} is not there\n").as_bytes()).unwrap();
        return None;
    }
    let output = Command::new("gzip").arg("-dc").arg(path).output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    Some(lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// What `gloss anchor` says, a line a question.
fn anchored(questions: &str) -> Vec<Value> {
    let command = Command::new(env!("CARGO_BIN_EXE_gloss"))
        .arg("anchor")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut child = command.unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut answers = String::new();
    thread::scope(|scope| {
        scope.spawn(move || input.write_all(questions.as_bytes()).unwrap());
        child.stdout.take().unwrap().read_to_string(&mut answers).unwrap();
    });
    assert!(child.wait().unwrap().success());
    answers.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The page of bringing, with what is in the library.
struct Reader(Bring);

impl Reader {
    fn new(holdings: &Holdings) -> Self {
        let mut reader = Self(Bring::default());
        reader.does(Event::Input(serde_json::to_string(holdings).unwrap()));
        reader
    }

    fn does(&mut self, event: Event) -> Answer {
        self.0.hear(event, &EveryEncoding, &parse)
    }

    fn uses(&mut self, how: &str, name: &str, value: &str) -> Answer {
        self.does(Event::Used { how: how.into(), name: name.into(), value: value.into() })
    }

    fn pastes(&mut self, text: &str) -> String {
        self.does(Event::Pasted { html: String::new(), text: text.into() }).to_json()
    }

    fn keeps(&mut self, added: u64) -> KeptArticle {
        let answer = self.uses("click", "keep", "");
        let brought = answer.effects.into_iter().find_map(|effect| match effect {
            Effect::Other("bring", kept) => Some(kept),
            _ => None,
        });
        let kept: Vec<KeptArticle> = serde_json::from_value(brought.expect("it is kept")).unwrap();
        KeptArticle { added, ..kept.into_iter().next().unwrap() }
    }
}

/// A note on each sentence that is there once and has five words and more.
fn notes(kept: &KeptArticle) -> Vec<Rc<Annotation>> {
    let article = Article::new(kept.id.clone(), kept.document.clone().unwrap());
    let text = article.text();
    let all = article.document.blocks().iter().flat_map(|block| sentences(text, block.span));
    let once = all.filter(|span| {
        let words = span.of(text);
        words.split_whitespace().count() >= 5 && text.matches(words).count() == 1
    });
    once.enumerate()
        .map(|(at, span)| {
            let note = json!({"id": format!("note-{at}"), "targets": [Target::describe(&article, span)],
                "motivation": "highlighting", "created": 1, "modified": 1});
            Rc::new(serde_json::from_value(note).unwrap())
        })
        .collect()
}

/// The elements of a tree that have a certain attribute, with their text.
fn with_attribute<'a>(node: &'a Value, name: &str, found: &mut Vec<&'a Value>) {
    if node[1][name].is_string() {
        found.push(node);
    }
    for child in node.as_array().into_iter().flatten().skip(2) {
        with_attribute(child, name, found);
    }
}

/// The words of a tree but for those in elements of one name; a paragraph begins a word.
fn words_without(node: &Value, name: &str) -> String {
    match node {
        Value::String(text) => text.clone(),
        Value::Array(parts) if parts[0] == name => String::new(),
        Value::Array(parts) => {
            let inside: String = parts.iter().skip(2).map(|part| words_without(part, name)).collect();
            if ["p", "td", "li", "h3"].iter().any(|block| parts[0] == *block) { inside + " " } else { inside }
        }
        _ => String::new(),
    }
}

fn prose(document: &Document) -> Vec<String> {
    let blocks = document.blocks().iter().filter(|block| block.kind != gloss_text::BlockKind::Furniture);
    blocks.flat_map(|block| block.span.of(document.text()).split_whitespace()).map(str::to_owned).collect()
}

#[test]
fn real_changes_are_shown_and_every_note_fares_as_the_command_line_says() {
    let Some(pairs) = pairs() else { return };
    assert_eq!(pairs.len(), 64);
    let (mut questions, mut shown, mut same) = (String::new(), Vec::new(), 0);
    for pair in &pairs {
        let text = |side: &str| pair[side]["text"].as_str().unwrap();
        let first = {
            let mut reader = Reader::new(&Holdings::default());
            reader.pastes(text("old"));
            Rc::new(reader.keeps(1))
        };
        let annotations = notes(&first);
        let mut holdings = Holdings { kept: vec![Rc::clone(&first)], annotations, ..Holdings::default() };
        let mut reader = Reader::new(&holdings);
        let view = reader.pastes(text("new"));
        if text("old") == text("new") {
            assert!(view.contains("You have this text already") && !view.contains("\"data-do\":\"keep\""));
            same += 1;
            continue;
        }
        reader.uses("input", "of", &first.id);
        let second = Rc::new(reader.keeps(2));
        assert_eq!(second.of.as_ref(), Some(&first.id), "{}", pair["id"]);
        holdings.kept.push(Rc::clone(&second));
        holdings.asked = Some(first.id.clone());

        let mut versions = Versions::default();
        versions.hear(Event::Input(serde_json::to_string(&holdings).unwrap()));
        let columns = Event::Used { how: "click".into(), name: "columns".into(), value: String::new() };
        let view: Value = serde_json::from_str(&versions.hear(columns).to_json()).unwrap();
        let mut compared = Vec::new();
        for node in view["view"].as_array().unwrap() {
            with_attribute(node, "class", &mut compared);
        }
        let compared = compared.into_iter().find(|node| node[1]["class"] == "one-column").unwrap();
        for (side, kept) in [("ins", &first), ("del", &second)] {
            let words = words_without(compared, side);
            let words: Vec<&str> = words.split_whitespace().collect();
            assert_eq!(words, prose(kept.document.as_ref().unwrap()), "{} without {side}", pair["id"]);
        }

        let mut fates = Vec::new();
        for node in view["view"].as_array().unwrap() {
            with_attribute(node, "data-kind", &mut fates);
        }
        let later = second.document.as_ref().unwrap().text();
        assert_eq!(fates.len(), holdings.annotations.len());
        for (fate, note) in fates.into_iter().zip(&holdings.annotations) {
            let Target { quote, position, .. } = &note.targets[0];
            let mut quote = serde_json::to_value(quote).unwrap();
            quote["type"] = "TextQuoteSelector".into();
            let mut position = serde_json::to_value(position).unwrap();
            position["type"] = "TextPositionSelector".into();
            let question = json!({"id": pair["id"], "text": later, "selector": [quote, position]});
            questions += &question.to_string();
            questions.push('\n');
            shown.push((fate.clone(), Rc::clone(&second)));
        }
    }
    assert_eq!(same, 1);
    let answers = anchored(&questions);
    assert_eq!(answers.len(), shown.len());
    for (answer, (fate, later)) in answers.iter().zip(&shown) {
        assert_eq!(fate[1]["data-kind"], answer["outcome"], "{fate} {answer}");
        let words = fate.to_string();
        let mut outcome = Vec::new();
        with_attribute(&fate[3], "class", &mut outcome);
        let score = outcome[0][2].as_str().and_then(|words| words.rsplit(' ').next()?.parse::<f64>().ok());
        // It is shown to two digits.
        assert!((score.unwrap() - answer["score"].as_f64().unwrap()).abs() < 0.0051, "{fate} {answer}");
        if answer["outcome"] == "changed" {
            let [start, end] = ["start", "end"].map(|end| answer[end].as_u64().unwrap() as usize);
            let text = later.document.as_ref().unwrap().text();
            let place: String = text.chars().skip(start).take(end - start).collect();
            assert!(words.contains(&json!(place).to_string()), "{fate} {answer}");
        }
    }
    println!("{} notes on {} pairs", shown.len(), pairs.len());
}
