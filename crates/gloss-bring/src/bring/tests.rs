use super::*;
use gloss_ingest::{encoding::EveryEncoding, plain_text, tree::parse};
use gloss_text::{Article, BlockKind, Metadata};

const PAGE: &str = "<html lang=en><head><title>Bridge to open in May | The Post</title>\
    <link rel=canonical href='https://post.example/bridge'><meta property='og:site_name' content='The Post'></head>\
    <body><nav><a href=/>Home</a> <a href=/news>News</a></nav><article><h1>Bridge to open in May</h1>\
    <p>The new bridge over the river will open in May, the mayor said on Monday, after years of building work.</p>\
    <p>It cost more than was planned, she said, and the state will pay for most of it over the next ten years.</p>\
    <script>document.title = 'ran'</script><img src=x onerror=\"alert(1)\">\
    <p>The old one will be taken down in the summer, when the school is closed and fewer people cross the river.</p>\
    </article><footer>All rights reserved, and no words of this page may be used elsewhere.</footer></body></html>";

struct Reader(Bring);

impl Reader {
    fn new(holdings: &Holdings) -> Self {
        let mut reader = Self(Bring::default());
        reader.hear(Event::Input(serde_json::to_string(holdings).unwrap()));
        reader
    }

    fn hear(&mut self, event: Event) -> Answer {
        self.0.hear(event, &EveryEncoding, &parse)
    }

    fn does(&mut self, how: &str, name: &str, value: &str) -> Answer {
        self.hear(Event::Used { how: how.into(), name: name.into(), value: value.into() })
    }

    fn pastes(&mut self, html: &str, text: &str) {
        self.hear(Event::Pasted { html: html.into(), text: text.into() });
    }

    fn gives(&mut self, files: &[(&str, &[u8])]) {
        self.0.expect(files.iter().map(|(name, _)| (*name).to_owned()));
        for (_, bytes) in files {
            self.0.take(bytes.to_vec(), &EveryEncoding, &parse);
        }
    }

    /// What is on the page, as text.
    fn sees(&self) -> String {
        self.0.view().iter().map(gloss_view::Node::to_text).collect()
    }

    #[track_caller]
    fn keeps(&mut self, name: &str) -> Vec<KeptArticle> {
        let answer = self.does("click", name, "");
        let brought = answer.effects.iter().find_map(|effect| match effect {
            Effect::Other("bring", kept) => Some(kept.clone()),
            _ => None,
        });
        serde_json::from_value(brought.expect("it is kept")).unwrap()
    }
}

/// The lines of an article, those of the web page in brackets.
fn lines(kept: &KeptArticle) -> Vec<String> {
    let document = kept.document.as_ref().unwrap();
    let line = |block: &gloss_text::Block| {
        let words: String = block.span.of(document.text()).chars().take(20).collect();
        if block.kind == BlockKind::Furniture { format!("[{words}]") } else { words }
    };
    document.blocks().iter().map(line).collect()
}

fn holding(kept: &KeptArticle) -> Holdings {
    Holdings { kept: vec![Rc::new(kept.clone())], ..Holdings::default() }
}

#[test]
fn a_pasted_page_is_looked_at_mended_and_kept_whole() {
    let mut reader = Reader::new(&Holdings::default());
    reader.pastes(PAGE, "Bridge to open in May");
    let seen = reader.sees();
    assert!(seen.contains("left out: a menu") && seen.contains("will open in May"), "{seen}");
    assert!(!seen.contains("document.title"), "{seen}");
    reader.does("input", "fact:author", "Ann Poole");
    reader.does("input", "tick:4", "false");
    let kept = reader.keeps("keep").remove(0);
    assert_eq!(
        lines(&kept),
        [
            "[Home News]",
            "[Bridge to open in Ma]",
            "The new bridge over ",
            "It cost more than wa",
            "[The old one will be ]",
            "[All rights reserved,]"
        ]
    );
    let Metadata { title, source, author, address, language, .. } = kept.metadata.clone();
    let facts = [title, source, author, address, language].map(Option::unwrap_or_default);
    assert_eq!(
        facts,
        ["Bridge to open in May", "The Post", "Ann Poole", "https://post.example/bridge", "en"]
    );
    assert!(kept.id.as_str().starts_with("bridge-to-open-in-may-"), "{}", kept.id);
    let stored = reader.0.to_store();
    assert_eq!((&*stored[0].bytes, &stored[0].id), (PAGE.as_bytes(), &kept.id));
    assert_eq!(reader.0.to_store(), [], "its bytes are stored once");
}

#[test]
fn a_plain_text_is_kept_as_it_came() {
    let text = "Share\n\nThe bridge will  open in May, the mayor said.\r\n  It cost more than planned.\n";
    let mut reader = Reader::new(&Holdings::default());
    reader.gives(&[("bridge.txt", text.as_bytes())]);
    let kept = reader.keeps("keep").remove(0);
    assert_eq!(kept.document.as_ref().unwrap().text(), text.replace('\r', ""));
    assert_eq!(lines(&kept), ["[Share]", "The bridge will  ope", "It cost more than pl"]);
    assert_eq!(kept.original.unwrap().name, "bridge.txt");
}

#[test]
fn several_files_have_a_result_each_and_are_kept_at_once() {
    let mut reader = Reader::new(&Holdings::default());
    reader.gives(&[
        ("a.txt", b"The bridge will open in May, the mayor said.\n"),
        ("b.epub", b"PK\x03\x04"),
        ("c.md", b"# Snow\n\nIt snowed in the hills all night, they said.\n"),
    ]);
    let seen = reader.sees();
    for words in ["a.txt The bridge", "b.epub It is an archive, but no book", "c.md Snow", "Keep all 2"] {
        assert!(seen.contains(words), "{words}: {seen}");
    }
    let kept = reader.keeps("keep-all");
    assert_eq!(kept.len(), 2);
    assert_eq!(kept[1].metadata.title.as_deref(), Some("Snow"));
    assert!(reader.sees().contains("Snow kept"));
    assert!(!reader.sees().contains("Keep all"));
    let id = reader.0.to_store()[1].id.clone();
    assert_eq!(id, kept[1].id);
}

#[test]
fn one_of_several_is_kept_and_the_others_stay() {
    let mut reader = Reader::new(&Holdings::default());
    reader.gives(&[("a.txt", b"The bridge opens in May.\n"), ("b.txt", b"It snowed in the hills.\n")]);
    reader.does("click", "show:1", "");
    assert_eq!(reader.keeps("keep").len(), 1);
    let seen = reader.sees();
    assert!(
        seen.contains("a.txt The bridge opens") && seen.contains("It snowed in the hills. kept"),
        "{seen}"
    );
}

#[test]
fn a_text_that_is_typed_is_taken_by_its_button_only() {
    let mut reader = Reader::new(&Holdings::default());
    reader.does("input", "typed", "It snowed in the hills.");
    reader.does("click", "typed-form", "");
    assert!(!reader.sees().contains("Keep and read"));
    reader.does("click", "take-typed", "");
    assert!(reader.sees().contains("Keep and read"));
}

#[test]
fn the_same_text_is_recognised_and_makes_a_copy_only_if_that_is_wanted() {
    let mut reader = Reader::new(&Holdings::default());
    reader.pastes(PAGE, "");
    let first = reader.keeps("keep").remove(0);
    let mut reader = Reader::new(&holding(&first));
    reader.pastes(&PAGE.replace("News</a>", "News</a> <a>Sport</a>"), "");
    assert!(reader.sees().contains("You have this text already: “Bridge to open in May”."));
    assert!(!reader.sees().contains("Keep and read"));
    let copy = reader.keeps("copy").remove(0);
    assert_ne!(copy.id, first.id);
    assert_eq!(copy.of, None);
}

#[test]
fn another_text_from_the_same_address_becomes_a_version_unless_told_otherwise() {
    let mut reader = Reader::new(&Holdings::default());
    reader.pastes(PAGE, "");
    let first = reader.keeps("keep").remove(0);
    let changed = PAGE.replace("in May,", "in June,");
    let mut reader = Reader::new(&holding(&first));
    reader.pastes(&changed, "");
    assert!(reader.sees().contains("You have another text from this address"));
    let version = reader.keeps("keep").remove(0);
    assert_eq!(version.of.as_ref(), Some(&first.id));
    assert!(version.id.as_str().starts_with(first.id.as_str()));
    let mut reader = Reader::new(&holding(&first));
    reader.pastes(&changed, "");
    reader.does("input", "of", "");
    assert_eq!(reader.keeps("keep").remove(0).of, None);
}

#[test]
fn a_removal_says_what_becomes_of_the_notes() {
    let mut kept = KeptArticle::unknown("rain".parse().unwrap());
    kept.document = Some(Rc::new(plain_text("It rains.")));
    let mut reader = Reader::new(&holding(&kept));
    reader.does("click", "remove:rain", "");
    assert!(reader.sees().contains("Remove “It rains.” and its file? It has no notes."));
    let answer = reader.does("click", "remove-now", "");
    assert_eq!(answer.effects, [Effect::Other("remove", "rain".into())]);
}

#[test]
fn a_long_text_is_shown_part_by_part_and_kept_whole() {
    let text = "A line of the text that is long enough to be one.\n".repeat(1000);
    let mut reader = Reader::new(&Holdings::default());
    reader.pastes("", &text);
    let count = |reader: &Reader| reader.sees().matches("A line of").count();
    assert_eq!(count(&reader), 80);
    reader.does("click", "lines", "");
    assert_eq!(count(&reader), 160);
    let kept = reader.keeps("keep").remove(0);
    assert_eq!(kept.document.unwrap().text(), text);
}

#[test]
fn a_bundled_article_is_known_too() {
    let bundled = Article::new("rain".parse().unwrap(), plain_text("It rains in the hills tonight."));
    let mut reader = Reader::new(&Holdings { bundled: vec![bundled], ..Holdings::default() });
    reader.pastes("", "It rains in the hills tonight.");
    assert!(reader.sees().contains("You have this text already"));
}
