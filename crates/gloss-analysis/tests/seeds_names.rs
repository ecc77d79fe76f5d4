//! Who and what is named in the four articles that the reader comes with.
//!
//! A table an article: kind, how often it is mentioned, the name it is gathered under, and behind `=` every
//! spelling that is found. `?` stands for a mention that the text does not say the bearer of.
//!
//! Nothing in it is known to be wrong. "NX121" in "Soldiers offered" goes by that name alone, as that article does
//! not say who it is; the library links it to the one that another article names.

use gloss_analysis::{self as analysis, Analysis, EntityKind, Model};
use gloss_ingest::plain_text;
use gloss_text::Article;
use std::collections::BTreeMap;

fn model() -> Model {
    Model::from_bytes(include_bytes!("../../../models/names.bin")).unwrap_or_default()
}

fn table(article: &Article, analysis: &Analysis) -> Vec<String> {
    let mut rows: BTreeMap<(String, String), (usize, Vec<&str>)> = BTreeMap::new();
    for mention in &analysis.mentions {
        let kind = match mention.kind {
            EntityKind::Person => "person",
            EntityKind::Organisation => "organisation",
            EntityKind::Place => "place",
            _ => continue,
        };
        let entity = mention.entity.and_then(|id| analysis.entities.get(id));
        let name = entity.map_or("?", |entity| entity.name.as_str());
        let (count, spellings) = rows.entry((kind.to_owned(), name.to_owned())).or_default();
        *count += 1;
        let spelling = mention.span.of(article.text());
        if !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    }
    rows.into_iter()
        .map(|((kind, name), (count, spellings))| {
            format!("{kind} {count} {name} = {}", spellings.join(" | "))
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let article = Article::new("seed".parse().expect("an id"), plain_text(text));
    let analysis = analysis::analyse(&article, &model());
    let found = table(&article, &analysis);
    assert_eq!(found, expected, "\n{}\n", found.join("\n"));
}

#[test]
fn misconduct_hearing() {
    check(
        include_str!("../../../seeds/misconduct-hearing.txt"),
        &[
            "organisation 4 Independent Office for Police Conduct = Independent Office for Police Conduct | IOPC",
            "organisation 3 Metropolitan Police = Met police | Met | Metropolitan Police",
            "person 1 Amanda Rowe = Amanda Rowe",
            "person 6 Chris Kaba = Chris Kaba | Kaba",
            "person 1 Mark Rowley = Mark Rowley",
            "person 7 Martyn Blake = Martyn Blake | Blake",
            "place 1 Brixton = Brixton",
            "place 4 London = London",
            "place 1 Streatham = Streatham",
        ],
    );
}

#[test]
fn officer_could_lose_job() {
    check(
        include_str!("../../../seeds/officer-could-lose-job.txt"),
        &[
            "organisation 1 Army = Army",
            "organisation 2 Downing Street = Downing Street",
            "organisation 1 Home Office = Home Office",
            "organisation 1 House of Commons = House",
            "organisation 11 Independent Office for Police Conduct = Independent Office for Police Conduct | IOPC",
            "organisation 9 Metropolitan Police = Met | Scotland Yard | Met Police",
            "organisation 2 Old Bailey = Old Bailey",
            "person 1 Amanda Rowe = Amanda Rowe",
            "person 11 Chris Kaba = Chris Kaba | Kaba | Chris",
            "person 1 Chris Philp = Chris Philp",
            "person 1 Keir Starmer = Keir Starmer",
            "person 1 Laurence Taylor = Laurence Taylor",
            "person 1 Mark Rowley = Mark Rowley",
            "person 19 Martyn Blake = Martyn Blake | Blake | NX121",
            "person 2 Yvette Cooper = Yvette Cooper",
            "place 1 Brixton = Brixton",
            "place 5 London = London",
            "place 1 Streatham = Streatham",
        ],
    );
}

#[test]
fn new_commissioner() {
    check(
        include_str!("../../../seeds/new-commissioner.txt"),
        &[
            "organisation 3 Independent Office for Police Conduct = Independent Office for Police Conduct | IOPC",
            "organisation 4 Metropolitan Police = Met | Metropolitan police",
            "person 1 Azelle Rodney = Azelle Rodney",
            "person 2 Chris Kaba = Chris Kaba | Kaba",
            "person 1 Jermaine Baker = Jermaine Baker",
            "person 1 Mark Duggan = Mark Duggan",
            "person 2 Mark Rowley = Mark Rowley | Mark",
            "place 1 London = London",
            "place 1 Streatham = Streatham",
        ],
    );
}

#[test]
fn soldiers_offered() {
    check(
        include_str!("../../../seeds/soldiers-offered.txt"),
        &[
            "organisation 2 BBC = BBC",
            "organisation 2 Metropolitan Police = Met | Met Police",
            "organisation 1 Ministry of Defence = Ministry of Defence",
            "person 5 Chris Kaba = Chris Kaba | Kaba",
            "person 3 Mark Rowley = Mark Rowley | Mark",
            "person 1 NX121 = NX121",
            "place 1 London = London",
            "place 1 South London = South London",
            "place 1 Streatham = Streatham",
            "place 1 United Kingdom = United Kingdom",
        ],
    );
}
