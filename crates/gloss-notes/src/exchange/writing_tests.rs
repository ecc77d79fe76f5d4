use super::*;
use crate::{Annotation, Colour, CorrectionChange, Kind, Motivation, Target};
use gloss_analysis::{Analysis, Correction, EntityKind, Model, Quotation, QuotationKind, Speaker, analyse};
use gloss_ingest::plain_text;
use gloss_text::{Article, Day, Metadata, Span};

const FIRE: &str = "The fire was reported late.\n“We did all that the law asked,” said Ada Lovell.\n\
    “It was late,” said Tom Reade, and “nobody” came.";
const RAIN: &str = "Rain is expected in the north.";

fn article(id: &str, text: &str) -> Article {
    let metadata = Metadata {
        title: Some(format!("The {id}")),
        source: Some("The Post".to_owned()),
        author: Some("A. Reporter".to_owned()),
        published: Day::new(2025, 11, 22),
        address: Some("https://example.org/a?b=1&c=2".to_owned()),
        ..Metadata::default()
    };
    Article::new(id.parse().unwrap(), plain_text(text)).with_metadata(metadata)
}

fn span(text: &str, words: &str) -> Span {
    let at = text.find(words).unwrap();
    Span::new(at, at + words.len())
}

/// An annotation of `words`, which is known by them.
fn annotation(article: &Article, words: &str, note: &str) -> Annotation {
    Annotation {
        id: words.replace(' ', "-").parse().unwrap(),
        targets: vec![Target::describe(article, span(article.text(), words))],
        motivation: Motivation::Commenting,
        colour: Colour::Green,
        note: note.to_owned(),
        tags: Vec::new(),
        correction: None,
        replies_to: None,
        created: 1_000,
        modified: 1_000,
    }
}

/// The entry with what its article tells.
fn entry<'a>(articles: &[Article], annotation: &'a Annotation) -> Entry<'a> {
    let mut entry = Entry::new(annotation);
    for (passage, target) in entry.passages.iter_mut().zip(&annotation.targets) {
        let rank = articles.iter().position(|article| article.id == target.article).unwrap();
        let article = &articles[rank];
        let place = article.text().find(&target.quote.exact).filter(|_| !target.is_whole_article());
        let span = place.map(|start| Span::new(start, start + target.quote.exact.len()));
        passage.rank = rank;
        passage.tell(article, span);
        if let Some(span) = span {
            passage.attribute(article.text(), &analyse(article, &Model::default()), span);
        }
    }
    entry
}

/// The `expected` parts are in `written`, in this order.
#[track_caller]
fn check_in_order(written: &str, expected: &[&str]) {
    let mut rest = written;
    for part in expected {
        let Some((_, behind)) = rest.split_once(part) else {
            panic!("{part:?} is not in {rest:?}\nof {written}")
        };
        rest = behind;
    }
}

#[test]
fn entries_are_in_the_order_of_the_articles_and_of_their_texts() {
    let articles = [article("rain", RAIN), article("fire", FIRE)];
    let late = annotation(&articles[1], "nobody", "");
    let rain = annotation(&articles[0], "in the north", "");
    let mut early = annotation(&articles[1], "The fire", "");
    early.created = 9_000;
    let mut whole = annotation(&articles[1], "reported", "On all of it.");
    whole.targets[0].quote = crate::TextQuoteSelector::default();
    whole.targets[0].position = crate::TextPositionSelector::default();
    let made = [&late, &rain, &early, &whole].map(|annotation| entry(&articles, annotation));
    let labels = Labels::default();
    let markdown = to_markdown(&made, &labels);
    check_in_order(
        &markdown,
        &["## The rain", "> in the north", "## The fire", "On all of it.", "> The fire", "> nobody"],
    );
    assert_eq!(markdown.matches("## ").count(), 2);
    let page = to_html("Notes", &made, 0, &labels);
    check_in_order(
        &page,
        &["<h2>The rain", ">in the north<", "<h2>The fire", "On all", ">The fire<", ">nobody<"],
    );
    assert_eq!(page.matches("<h2>").count(), 2);
    check_in_order(&to_csv(&made, &labels), &["in the north", "On all of it.", "The fire,,", "nobody"]);
}

#[test]
fn replies_follow_what_they_answer() {
    let articles = [article("fire", FIRE)];
    let first = annotation(&articles[0], "The fire", "One.");
    let mut reply = annotation(&articles[0], "late", "Two.");
    reply.targets[0].quote = crate::TextQuoteSelector::default();
    reply.targets[0].position = crate::TextPositionSelector::default();
    reply.replies_to = Some(first.id.clone());
    let last = annotation(&articles[0], "nobody", "Three.");
    let entries = [&reply, &last, &first].map(|annotation| entry(&articles, annotation));
    check_in_order(&to_markdown(&entries, &Labels::default()), &["One.", "Two.", "Kind: reply", "Three."]);
}

#[test]
fn source_author_date_and_address_are_written() {
    let articles = [article("fire", FIRE)];
    let annotation = annotation(&articles[0], "The fire", "");
    let entries = [entry(&articles, &annotation)];
    let labels = Labels::default();
    check_in_order(
        &to_markdown(&entries, &labels),
        &["The Post · A. Reporter · 2025-11-22 · <https://example.org/a?b=1&c=2>"],
    );
    check_in_order(
        &to_html("Notes", &entries, 0, &labels),
        &["The Post · A. Reporter · 2025-11-22 · <a href=\"https://example.org/a?b=1&amp;c=2\""],
    );
    check_in_order(
        &to_csv(&entries, &labels),
        &[
            "article,source,author,published,address,quote",
            "The fire,The Post,A. Reporter,2025-11-22,https://",
        ],
    );
}

/// Who says the passage `words`, and who is quoted in it.
#[track_caller]
fn check_speaker(words: &str, speaker: &str, quoted: &[&str]) {
    let article = article("fire", FIRE);
    let mut passage = Passage::default();
    passage.attribute(FIRE, &analyse(&article, &Model::default()), span(FIRE, words));
    assert_eq!(
        (passage.speaker.as_str(), passage.quoted),
        (speaker, quoted.iter().map(|name| (*name).to_owned()).collect())
    );
}

#[test]
fn a_speaker_is_named_only_for_the_speakers_own_words() {
    check_speaker("“We did all that the law asked,”", "Ada Lovell", &[]);
    check_speaker("all that the law", "Ada Lovell", &[]);
    check_speaker("The fire was reported late.", "", &[]);
    check_speaker("“We did all that the law asked,” said Ada Lovell.", "", &["Ada Lovell"]);
    check_speaker("asked,” said Ada Lovell.\n“It was", "", &["Ada Lovell", "Tom Reade"]);
}

#[test]
fn words_in_scare_quotes_are_nobodys() {
    let text = "The so-called “reform” failed, said Ada Lovell.";
    let article = article("fire", text);
    let mut analysis = analyse(&article, &Model::default());
    let place = span(text, "“reform”");
    let speaker = Some(Speaker {
        span: span(text, "Ada Lovell"),
        name: "Ada Lovell".into(),
        entity: None,
        antecedent: None,
    });
    let quotation = |kind| Quotation {
        kind,
        segments: vec![place],
        closed: true,
        speaker: speaker.clone(),
        cue: None,
        grounds: Vec::new(),
    };
    for (kind, expected) in [(QuotationKind::Scare, ""), (QuotationKind::Mixed, "Ada Lovell")] {
        analysis.quotations = vec![quotation(kind)];
        let mut passage = Passage::default();
        passage.attribute(text, &analysis, place);
        assert_eq!(passage.speaker, expected);
    }
}

#[test]
fn words_of_a_reporter_are_not_exported_as_a_quotation() {
    let articles = [article("fire", FIRE)];
    let paragraph = annotation(&articles[0], "“We did all that the law asked,” said Ada Lovell.", "");
    let words = annotation(&articles[0], "all that the law", "");
    let labels = Labels::default();
    let markdown = |annotation| to_markdown(&[entry(&articles, annotation)], &labels);
    assert!(!markdown(&paragraph).contains('—'));
    check_in_order(&markdown(&paragraph), &["Quotes: Ada Lovell"]);
    check_in_order(&markdown(&words), &["> all that the law", "> — Ada Lovell"]);
    let page = |annotation| to_html("Notes", &[entry(&articles, annotation)], 0, &labels);
    assert!(!page(&paragraph).contains('—'));
    check_in_order(&page(&words), &["<p>— Ada Lovell</p>"]);
}

#[test]
fn a_correction_says_what_was_corrected_to_what() {
    let articles = [article("fire", FIRE)];
    let mut fixed = annotation(&articles[0], "Ada Lovell", "");
    let kind = EntityKind::Organisation;
    fixed.correction = Some(Correction::Name { kind });
    let place = span(FIRE, "Ada Lovell");
    let name = gloss_analysis::Mention { span: place, kind: EntityKind::Person, entity: None };
    let analysis = Analysis { mentions: vec![name], ..Analysis::default() };
    let mut written = entry(&articles, &fixed);
    written.passages[0].change =
        Some(CorrectionChange::new(FIRE, &analysis, place, &Correction::Name { kind }));
    let told = "person “Ada Lovell” → organisation “Ada Lovell”";
    let labels = Labels::default();
    check_in_order(
        &to_markdown(std::slice::from_ref(&written), &labels),
        &["Corrected: ", told, "Kind: correction"],
    );
    check_in_order(
        &to_html("Notes", std::slice::from_ref(&written), 0, &labels),
        &[told, "<footer>correction"],
    );
    check_in_order(&to_csv(&[written], &labels), &["kind,corrected", "correction,", told]);
}

#[test]
fn every_annotation_has_a_kind() {
    let article = article("fire", FIRE);
    let note = annotation(&article, "The fire", "why?");
    let highlight = Annotation { note: String::new(), ..note.clone() };
    let link = Annotation { motivation: Motivation::Linking, ..note.clone() };
    let reply = Annotation { replies_to: Some("x".parse().unwrap()), ..note.clone() };
    let correction = Annotation { correction: Some(Correction::NotAName), ..note.clone() };
    assert_eq!(
        [note, highlight, link, reply, correction].map(|annotation| annotation.kind()),
        [Kind::Note, Kind::Highlight, Kind::Link, Kind::Reply, Kind::Correction]
    );
}

#[test]
fn a_table_begins_with_a_byte_order_mark() {
    assert!(to_csv(&[], &Labels::default()).as_bytes().starts_with(&[0xef, 0xbb, 0xbf]));
}

#[test]
fn tags_that_differ_in_case_are_written_once() {
    let articles = [article("fire", FIRE)];
    let mut tagged = annotation(&articles[0], "The fire", "");
    tagged.tags = ["Law", "law", "court"].map(str::to_owned).to_vec();
    let entries = [entry(&articles, &tagged)];
    let labels = Labels::default();
    check_in_order(&to_markdown(&entries, &labels), &["Tags: #Law #court  \n"]);
    check_in_order(&to_csv(&entries, &labels), &["Law; court"]);
    assert!(!to_html("Notes", &entries, 0, &labels).contains("law"));
}

#[test]
fn paragraphs_of_a_quotation_stay_apart_in_markdown() {
    let articles = [article("fire", FIRE)];
    let both = annotation(&articles[0], "reported late.\n“We did", "");
    check_in_order(
        &to_markdown(&[entry(&articles, &both)], &Labels::default()),
        &["> reported late.\n>\n> “We did\n"],
    );
}

#[test]
fn the_markdown_of_notes_is_rendered_on_a_page() {
    let articles = [article("fire", FIRE)];
    let note = "**Really?** See [this](https://example.org/?a=1&b=2).\n\n- one <b>\n- `two`\n\n> *said*\n\n```\nx < y\n```";
    let annotation = annotation(&articles[0], "The fire", note);
    check_in_order(
        &to_html("Notes", &[entry(&articles, &annotation)], 0, &Labels::default()),
        &[
            "<p><strong>Really?</strong> See <a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noreferrer\">this</a>.</p>",
            "<ul><li>one &lt;b&gt;</li><li><code>two</code></li></ul>",
            "<blockquote>\n<p><em>said</em></p>\n</blockquote>",
            "<pre><code>x &lt; y</code></pre>",
        ],
    );
}

#[test]
fn two_targets_come_back_from_json_ld_and_from_a_backup() {
    let (fire, rain) = (article("fire", FIRE), article("rain", RAIN));
    let mut link = annotation(&fire, "reported late", "Compare.");
    link.motivation = Motivation::Linking;
    link.targets.push(Target::describe(&rain, span(RAIN, "in the north")));
    let one = annotation(&fire, "nobody", "");
    let all = [link, one];
    for file in [
        to_json_ld_collection(&all).to_string(),
        Backup { annotations: all.iter().collect(), ..Backup::default() }.to_json(),
    ] {
        let import = read(&file, 0).unwrap();
        assert_eq!((import.annotations.as_slice(), import.warnings.len()), (&all[..], 0));
        // What was read is written as before.
        let again = match import.format {
            FileFormat::JsonLd => to_json_ld_collection(&import.annotations).to_string(),
            _ => Backup { annotations: import.annotations.iter().collect(), ..Backup::default() }.to_json(),
        };
        assert_eq!(again, file);
    }
}

#[test]
fn a_link_names_its_other_article_without_another_heading() {
    let articles = [article("fire", FIRE), article("rain", RAIN)];
    let mut link = annotation(&articles[0], "reported late", "");
    link.targets.push(Target::describe(&articles[1], span(RAIN, "in the north")));
    let after = annotation(&articles[0], "nobody", "");
    let entries = [&after, &link].map(|annotation| entry(&articles, annotation));
    let markdown = to_markdown(&entries, &Labels::default());
    check_in_order(
        &markdown,
        &["## The fire", "> reported late", "In: The rain", "> in the north", "> nobody"],
    );
    assert_eq!(markdown.matches("## ").count(), 1);
    let page = to_html("Notes", &entries, 0, &Labels::default());
    check_in_order(&page, &["<h2>The fire", ">reported late<", "<p>In: The rain</p>", ">in the north<"]);
}
