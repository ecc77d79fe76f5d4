//! What a reader sees who compares the four articles that the page comes with.

use gloss_analysis::{Analysis, Model, analyse};
use gloss_ingest::plain_text;
use gloss_story::{
    ArticleIndex, Comparison, Link, Occurrence, Passage, Relation, SharedQuotation, Standing, Told, Voice,
    compare,
};
use gloss_text::{Article, Day, Metadata, Span};
use std::sync::LazyLock;

const TEXTS: [&str; 4] = [
    include_str!("../../../seeds/misconduct-hearing.txt"),
    include_str!("../../../seeds/officer-could-lose-job.txt"),
    include_str!("../../../seeds/new-commissioner.txt"),
    include_str!("../../../seeds/soldiers-offered.txt"),
];
const HEARING: ArticleIndex = ArticleIndex(0);
const JOB: ArticleIndex = ArticleIndex(1);
const EDITORIAL: ArticleIndex = ArticleIndex(2);
const SOLDIERS: ArticleIndex = ArticleIndex(3);

fn compared(days: [Option<Day>; 4]) -> Comparison {
    let model = Model::from_bytes(include_bytes!("../../../models/names.bin")).expect("the model is whole");
    let articles: Vec<Article> = TEXTS
        .iter()
        .zip(days)
        .map(|(text, published)| {
            let article = Article::new("seed".parse().expect("an id"), plain_text(*text));
            article.with_metadata(Metadata { published, ..Metadata::default() })
        })
        .collect();
    let analyses: Vec<Analysis> = articles.iter().map(|article| analyse(article, &model)).collect();
    compare(&articles.iter().zip(&analyses).collect::<Vec<_>>())
}

static STORY: LazyLock<Comparison> = LazyLock::new(|| compared([None; 4]));

/// The same with the days on which three of them were published.
static DATED: LazyLock<Comparison> =
    LazyLock::new(|| compared([None, Day::new(2025, 10, 3), Day::new(2022, 9, 13), Day::new(2023, 9, 25)]));

fn words(article: ArticleIndex, span: Span) -> &'static str {
    span.of(TEXTS[article.get()])
}

fn shown(passage: Passage) -> &'static str {
    words(passage.article, passage.span)
}

fn quotation(said: &str) -> &'static SharedQuotation {
    let has = |occurrence: &Occurrence| words(occurrence.article, occurrence.segments[0]).contains(said);
    STORY.quotations.iter().find(|quotation| quotation.occurrences.iter().any(has)).expect("it is quoted")
}

#[test]
fn six_words_of_rowley_in_two_frames() {
    let found = quotation("crushing the spirit");
    assert_eq!(found.speaker.as_deref(), Some("Mark Rowley"));
    let cues: Vec<&str> =
        found.occurrences.iter().map(|it| words(it.article, it.cue.expect("a cue"))).collect();
    assert_eq!(cues, ["said", "warned"]);
    assert_eq!(found.alignments[0].relation, Relation::Identical);
    let changed: Vec<(&str, &str)> = found.alignments[0]
        .frame
        .iter()
        .map(|change| (words(HEARING, change.from), words(JOB, change.to)))
        .collect();
    assert!(
        changed.iter().any(|(here, there)| here.contains("unsafe") && there.contains("less safe")),
        "{changed:?}"
    );
    assert!(
        changed.iter().any(|(here, there)| here.contains("feared") && there.contains("warned")),
        "{changed:?}"
    );
    assert_eq!(found.absent_in, [EDITORIAL, SOLDIERS]);
}

#[test]
fn the_statement_of_rowe_is_cut_from_149_to_68_words() {
    let found = quotation("We understand the impact");
    assert_eq!(found.occurrences.iter().map(|it| it.words).collect::<Vec<_>>(), [68, 149]);
    assert_eq!(found.alignments[0].relation, Relation::Shortened);
    let [gone] = &found.alignments[0].changes[..] else {
        panic!("one cut: {:?}", found.alignments[0].changes)
    };
    assert!(gone.from.is_empty());
    assert!(words(JOB, gone.to).starts_with("The legal test for deciding"));
    assert!(words(JOB, gone.to).ends_with("as it currently stands"));
}

fn called(name: Option<&str>, article: ArticleIndex) -> Vec<&'static str> {
    let found =
        STORY.designations.iter().find(|it| it.name.as_deref() == name).expect("it is called something");
    let rows = found.articles.iter().filter(|(index, _)| *index == article);
    rows.flat_map(|(_, row)| row.iter().map(move |it| words(article, it.span))).collect()
}

#[track_caller]
fn check_called(name: Option<&str>, article: ArticleIndex, expected: &[&str]) {
    let found = called(name, article);
    for words in expected {
        assert!(found.contains(words), "{words}: {found:?}");
    }
}

#[test]
fn ways_to_call_kaba() {
    let name = Some("Chris Kaba");
    check_called(
        name,
        HEARING,
        &["the 24-year-old", "a core member of one of London’s most dangerous street gangs"],
    );
    check_called(
        name,
        JOB,
        &[
            "violent gangster",
            "a 'core member' of one of the capital's most dangerous gangs",
            "the thug",
            "one of London's most feared gangsters",
            "a violent gang member",
        ],
    );
    check_called(name, EDITORIAL, &["24-year-old", "the father-to-be", "Mr Kaba"]);
    check_called(name, SOLDIERS, &["a young Black man"]);
}

#[test]
fn core_member_with_marks_and_without() {
    let found = quotation("core member");
    let marked: Vec<(ArticleIndex, bool)> =
        found.occurrences.iter().map(|it| (it.article, it.marked)).collect();
    assert_eq!(marked, [(JOB, true), (HEARING, false)]);
}

#[test]
fn blake_is_an_officer_and_nx121_and_in_one_article_nobody_known() {
    check_called(Some("Martyn Blake"), HEARING, &["Met police officer", "Sgt Martyn Blake"]);
    check_called(Some("Martyn Blake"), JOB, &["NX121", "this officer"]);
    check_called(Some("Martyn Blake"), SOLDIERS, &["NX121"]);
    check_called(None, EDITORIAL, &["The officer responsible"]);
    assert!(called(Some("Martyn Blake"), EDITORIAL).is_empty());
}

#[track_caller]
fn check_linked(a: (ArticleIndex, &str), b: (ArticleIndex, &str)) {
    let is = |passage: Passage, (article, part): (ArticleIndex, &str)| {
        passage.article == article && shown(passage).contains(part)
    };
    let link = STORY.links.iter().find(|link| is(link.a, a) && is(link.b, b)).expect("they share something");
    assert!(link.score >= Link::LINKED, "{}", link.score);
}

#[test]
fn whose_car_it_was_is_linked() {
    check_linked((JOB, "linking his Audi"), (SOLDIERS, "did not belong to him"));
    check_linked((EDITORIAL, "not registered to him"), (SOLDIERS, "did not belong to him"));
}

#[track_caller]
fn check_only(article: ArticleIndex, part: &str) {
    let found =
        STORY.told.iter().find(|told| told.passage.article == article && shown(told.passage).contains(part));
    let told = found.expect("it is told");
    assert!(told.elsewhere < Told::ALONE, "{}", told.elsewhere);
}

#[test]
fn no_gun_here_and_gun_residue_there() {
    check_only(EDITORIAL, "no gun was found at or near the scene");
    check_only(JOB, "gun residue on his sleeve");
}

#[test]
fn the_family_is_heard_in_one_article_and_nobody_in_the_editorial() {
    let family = quotation("We welcome the IOPC");
    assert_eq!(family.occurrences.iter().map(|it| it.article).collect::<Vec<_>>(), [JOB]);
    let start = family.occurrences[0].segments[0].start as f32 / TEXTS[1].len() as f32;
    assert!((0.81..0.85).contains(&start), "{start}");
    let heard = |speaker: &gloss_story::StorySpeaker| {
        speaker.articles.iter().any(|it| it.article == EDITORIAL && it.words > 0)
    };
    assert!(!STORY.speakers.iter().any(heard));
}

#[test]
fn the_shooting_is_told_with_and_without_who_did_it() {
    let deed = STORY.tellings.iter().find(|deed| deed.patient == "Chris Kaba").expect("it is told");
    let tell = |article: ArticleIndex, word: &str, voice: Voice, agent: Option<&str>| {
        let found = deed.tellings.iter().any(|telling| {
            telling.passage.article == article
                && words(article, telling.word) == word
                && telling.voice == voice
                && telling.agent.map(|agent| words(article, agent)) == agent
        });
        assert!(found, "{word} in {article:?}: {:?}", deed.tellings);
    };
    tell(HEARING, "fired", Voice::Active, Some("He"));
    tell(HEARING, "killing", Voice::Active, Some("He"));
    tell(EDITORIAL, "killed", Voice::Passive, Some("officers"));
    tell(SOLDIERS, "struck", Voice::Passive, Some("a single gunshot"));
    tell(JOB, "shooting", Voice::Event, None);
}

#[test]
fn dozens_here_and_more_than_100_there() {
    let found = STORY.differences.iter().find(|it| it.relation == Standing::Differ).expect("they differ");
    let says: Vec<&str> = found.figures.iter().map(|figure| figure.says.as_str()).collect();
    assert_eq!(says, ["dozens", "more than 100"]);
    assert_eq!(found.figures.iter().map(|it| it.passage.article).collect::<Vec<_>>(), [HEARING, SOLDIERS]);
}

#[test]
fn three_precisions_of_one_date_side_by_side() {
    let has = |it: &&gloss_story::Difference| {
        it.figures.iter().any(|figure| shown(figure.passage) == "September 5, 2022")
    };
    let found = DATED.differences.iter().find(has).expect("the day is compared");
    assert_eq!(found.relation, Standing::Agree);
    let told: Vec<(ArticleIndex, &str, &str)> = found
        .figures
        .iter()
        .map(|figure| (figure.passage.article, shown(figure.passage), figure.says.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (HEARING, "September 2022", "2022-09"),
            (JOB, "September 5, 2022", "2022-09-05"),
            (EDITORIAL, "One week before Sir Mark was sworn in on Monday", "2022-09-05"),
            (SOLDIERS, "September 2022", "2022-09"),
        ]
    );
}

#[test]
fn the_threat_is_kept_apart_from_the_protest() {
    let find = |article: ArticleIndex, part: &str| {
        let is = |entry: &gloss_story::Dated| {
            entry.passage.article == article && shown(entry.passage).contains(part)
        };
        let at = DATED.timeline.iter().position(is).expect("it is on the timeline");
        (at, &DATED.timeline[at])
    };
    let (first, threat) = find(EDITORIAL, "threatened to hand in their weapons");
    let (then, protest) = find(SOLDIERS, "have turned in permits");
    assert!(threat.by_then && protest.by_then);
    assert_eq!(threat.date.map(|date| date.to_string()).as_deref(), Some("2022-09-13"));
    assert_eq!(protest.date.map(|date| date.to_string()).as_deref(), Some("2023-09-25"));
    assert!(first < then);
    assert_eq!((threat.event, protest.event), (None, None));
    // Nor does any view say that the one is the other.
    let linked = |link: &Link| link.a == threat.passage && link.b == protest.passage;
    assert!(DATED.links.iter().filter(|link| linked(link)).all(|link| link.score < Link::LINKED));
}

#[test]
fn september_agrees_with_the_day_in_it() {
    let differ = |it: &&gloss_story::Difference| {
        it.kind == gloss_story::FigureKind::Date && it.relation == Standing::Differ
    };
    assert_eq!(STORY.differences.iter().find(differ), None);
    let dates: Vec<String> =
        STORY.timeline.iter().filter_map(|entry| Some(entry.date?.to_string())).collect();
    assert!(dates.contains(&"2022-09".to_owned()) && dates.contains(&"2022-09-05".to_owned()), "{dates:?}");
}

#[test]
fn the_day_of_publication_places_what_was_not_placed() {
    let placed = |story: &Comparison, article: ArticleIndex, words_: &str| {
        let entry = story.timeline.iter().find(|entry| {
            entry.passage.article == article
                && entry.expression.is_some_and(|span| words(article, span) == words_)
        });
        entry.expect("it has a date").date.map(|date| date.to_string())
    };
    assert_eq!(placed(&STORY, EDITORIAL, "Monday"), None);
    assert_eq!(placed(&STORY, JOB, "today"), None);
    assert_eq!(placed(&DATED, EDITORIAL, "Monday").as_deref(), Some("2022-09-12"));
    assert_eq!(placed(&DATED, JOB, "today").as_deref(), Some("2025-10-03"));
}

#[test]
fn twelve_words_of_one_hand() {
    let longest = STORY.wording.first().expect("they share words");
    assert_eq!(longest.words, 12);
    assert_eq!(longest.passages.iter().map(|passage| passage.article).collect::<Vec<_>>(), [HEARING, JOB]);
    assert_eq!(shown(longest.passages[0]), "because it had been used as a getaway car in a shooting");
}
