//! What is quoted in the four articles that the reader starts with, and by whom.
//!
//! Each line of a table is one quotation: its kind, its segments (the first and last words of each), the
//! source words, and whom they mean. `~` marks one that no mark closes.
//!
//! All 32 quotations come out as a careful reader has them. Where that reader must choose:
//! - "…, the Old Bailey heard": somebody's words in court, so mixed, but the text does not say whose.
//! - "“In the interest of public safety …”" and "She said": the paragraph that introduces the speaker is
//!   missing from the text, so nobody is named for the first, and "She" means nobody known.

use gloss_analysis::{self as analysis, Analysis, Model, Quotation};
use gloss_ingest::plain_text;
use gloss_text::{Article, Span};

fn analysis(article: &Article) -> Analysis {
    let model = Model::from_bytes(include_bytes!("../../../models/names.bin")).expect("the model is whole");
    analysis::analyse(article, &model)
}

/// The first two and the last two words, marks included.
fn ends(words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    match all.as_slice() {
        [first, second, .., before, last] if all.len() > 5 => format!("{first} {second} … {before} {last}"),
        _ => all.join(" "),
    }
}

fn line(article: &Article, quotation: &Quotation) -> String {
    let words = |span: &Span| span.of(article.text());
    let segments: Vec<String> = quotation.segments.iter().map(|span| ends(words(span))).collect();
    let open = if quotation.closed { "" } else { " ~" };
    let cue = quotation.cue.as_ref().map_or("nothing", words);
    let speaker = match &quotation.speaker {
        Some(speaker) => format!("{} = {}", words(&speaker.span), speaker.name),
        None => "nobody".to_owned(),
    };
    format!("{} | {}{open} | {speaker} | {cue}", quotation.kind.name(), segments.join(" / "))
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let article = Article::new("a".parse().expect("an id"), plain_text(text));
    let with_names = analysis(&article);
    let found: Vec<String> =
        with_names.quotations.iter().map(|quotation| line(&article, quotation)).collect();
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, expected);
    // Names tell whom the words mean; what is quoted and which words tell by whom needs none.
    let bare = |analysis: &Analysis| -> Vec<(Vec<Span>, Option<Span>)> {
        analysis
            .quotations
            .iter()
            .map(|quotation| {
                (quotation.segments.clone(), quotation.speaker.as_ref().map(|speaker| speaker.span))
            })
            .collect()
    };
    assert_eq!(bare(&with_names), bare(&analysis::analyse(&article, &Model::default())));
}

#[test]
fn misconduct_hearing() {
    check(
        include_str!("../../../seeds/misconduct-hearing.txt"),
        "
        mixed | “crushing the … good officers” | Met Commissioner Sir Mark Rowley = Mark Rowley | said
        direct | “ The … misconduct hearing. / “At the … gross misconduct.” | An Independent Office for Police Conduct (IOPC) spokesperson = An Independent Office for Police Conduct (IOPC) spokesperson | said
        direct | “We understand … policing community. / “This is … our work. ~ | IOPC director Amanda Rowe = Amanda Rowe | added
        ",
    );
}

#[test]
fn new_commissioner() {
    check(
        include_str!("../../../seeds/new-commissioner.txt"),
        "
        scare | “systemic failings” | nobody | nothing
        ",
    );
}

#[test]
fn officer_could_lose_job() {
    check(
        include_str!("../../../seeds/officer-could-lose-job.txt"),
        "
        scare | 'core member' | nobody | nothing
        mixed | 'battering ram' | Mr Blake = Martyn Blake | told
        mixed | 'tested significantly' | the Met = Metropolitan Police | argued
        scare | 'civil' | nobody | nothing
        scare | 'reasonable' | nobody | nothing
        direct | 'We understand … policing community. / 'This is … our work. / 'The legal … legal process. / 'We appreciate … currently stands.' | IOPC director Amanda Rowe = Amanda Rowe | said
        mixed | 'strong evidence' | nobody | heard
        mixed | 'crushing the … good officers' | Met Commissioner Sir Mark Rowley, who = Mark Rowley | warned
        mixed | 'deeply disappointed' | Shadow Home Secretary Chris Philp = Chris Philp | said
        direct | 'Sergeant Martyn … and evidence. / 'He made … gang member. / 'We need … this wrong.' | Shadow Home Secretary Chris Philp = Chris Philp | adding
        direct | 'We know … among communities. / 'NX121 made … was reasonable. / 'However, the … misconduct hearing. / 'We know … the public.' | Met Police Assistant Commissioner Laurence Taylor = Laurence Taylor | said
        direct | 'We welcome … Met Police. / 'What Martyn … have happened. / 'The fact … his job.' | Mr Kaba's family = Mr Kaba's family | said
        mixed | 'clear' | Downing Street = Downing Street | said
        mixed | 'must be respected' | Downing Street = Downing Street | said
        direct | 'Firstly, it's … be respected. / 'More generally, … their jobs.' | The Prime Minister's official spokesman = The Prime Minister's official spokesman | said
        ",
    );
}

#[test]
fn soldiers_offered() {
    check(
        include_str!("../../../seeds/soldiers-offered.txt"),
        "
        mixed | “contingency option” | The Met = Metropolitan Police | said
        mixed | “in specific … not available” | The Met = Metropolitan Police | said
        mixed | “in a routine policing capacity” | it = Metropolitan Police | added
        direct | “In the … extraordinary pressures.” | nobody | nothing
        mixed | “full backing” | She = She | said
        direct | “I will … support them,” | she = she | added
        mixed | “safely pursuing suspects” | the Met Police commissioner, Sir Mark Rowley = Mark Rowley | said
        mixed | “make no comment” | Sir Mark = Mark Rowley | said
        mixed | “the issues … back further” | Sir Mark = Mark Rowley | said
        mixed | “even if … been given” | He = Mark Rowley | said
        direct | “Officers need … or favour,” | he = Mark Rowley | wrote
        mixed | “needs to move swiftly” | Sir Mark = Mark Rowley | said
        mixed | “tying itself … legal processes” | Sir Mark = Mark Rowley | said
        ",
    );
}
