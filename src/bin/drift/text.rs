use crate::chance::Chance;

const FIRST: &[&str] = &[
    "Alice", "Brian", "Carla", "Dennis", "Edith", "Farah", "George", "Hannah", "Imran", "Joan", "Kofi",
    "Laura", "Martin", "Nadia", "Oscar", "Priya", "Ruth", "Simon", "Tessa", "Victor",
];
const LAST: &[&str] = &[
    "Abbott",
    "Barker",
    "Chowdhury",
    "Dunne",
    "Ellis",
    "Forsyth",
    "Grant",
    "Hughes",
    "Iqbal",
    "Jarvis",
    "Kowalski",
    "Lomax",
    "Mensah",
    "Norris",
    "Okafor",
    "Patel",
    "Quigley",
    "Rashid",
    "Stokes",
    "Turner",
];
const BODY: &[&str] = &[
    "the county council",
    "the Northern Health Trust",
    "the Harbour Board",
    "the coroner’s office",
    "the Office for Public Works",
    "the teachers’ union",
    "Westbrook University",
    "the regional ambulance service",
    "the parole panel",
    "the Rail Safety Inspectorate",
];
const ROLE: &[&str] = &[
    "a spokesman for",
    "the chief executive of",
    "a former director of",
    "who chairs",
    "a lawyer for",
    "the deputy head of",
];
const PLACE: &[&str] = &[
    "Ashford",
    "the old town hall",
    "Kirkwall",
    "south Leeds",
    "the port of Harwich",
    "Dundee",
    "a church in Hove",
    "the county court",
    "Swansea",
    "the northern suburbs",
];
const DAY: &[&str] = &["on Monday", "on Tuesday evening", "last week", "in March", "a year ago", "on Friday"];
const THING: &[&str] = &[
    "the closure of two wards",
    "a report on the bridge",
    "plans for the new depot",
    "the loss of forty jobs",
    "an inquiry into the flood",
    "the cost of the tunnel",
    "a ban on night flights",
    "the sale of the playing fields",
    "delays in the winter timetable",
    "the results of the survey",
];
const DID: &[&str] = &[
    "rejected",
    "welcomed",
    "published",
    "defended",
    "criticised",
    "postponed",
    "explained",
    "debated",
    "described",
    "approved",
];
const SAY: &[&str] = &["said", "told reporters", "added", "insisted", "wrote in a letter", "acknowledged"];
const CLAIM: &[&str] = &[
    "the figures had been known for months",
    "nobody had been asked",
    "it would take years to recover",
    "the decision was taken in good faith",
    "there was no money left for repairs",
    "families deserved an answer",
    "the rules were followed at every step",
    "more could have been done",
    "the matter is now closed",
    "residents will be heard before anything is built",
];
const TURN: &[&str] = &[
    "But",
    "Meanwhile,",
    "According to documents seen by this newspaper,",
    "Earlier,",
    "In a statement,",
    "After a long silence,",
    "Despite this,",
];

/// An article of some paragraphs about a handful of people and bodies, whose names come again and again.
pub(crate) fn article(chance: &mut Chance) -> String {
    let cast: Vec<(&str, &str, &str, &str)> = (0..4)
        .map(|_| (chance.word(FIRST), chance.word(LAST), chance.word(ROLE), chance.word(BODY)))
        .collect();
    let mut introduced = vec![false; cast.len()];
    let mut paragraphs = Vec::new();
    for _ in 0..6 + chance.below(14) {
        let sentences: Vec<String> = (0..=chance.below(4))
            .map(|_| {
                let who = chance.below(cast.len());
                let (first, last, role, body) = cast.get(who).copied().unwrap_or_default();
                let known = introduced.get_mut(who).is_some_and(|known| std::mem::replace(known, true));
                let name = if known { last.to_owned() } else { format!("{first} {last}, {role} {body},") };
                sentence(chance, &name, body)
            })
            .collect();
        paragraphs.push(sentences.join(" "));
    }
    paragraphs.join(if chance.once_in(2) { "\n" } else { "\n\n" })
}

fn sentence(chance: &mut Chance, name: &str, body: &str) -> String {
    let (claim, thing, day) = (chance.word(CLAIM), chance.word(THING), chance.word(DAY));
    let (did, say, place, turn) = (chance.word(DID), chance.word(SAY), chance.word(PLACE), chance.word(TURN));
    match chance.below(7) {
        0 => format!("{name} {did} {thing} {day}."),
        1 => format!(
            "“{}{},” {name} {say} {day}.",
            claim.get(..1).unwrap_or_default().to_uppercase(),
            claim.get(1..).unwrap_or_default()
        ),
        2 => format!("{turn} {body} {did} {thing} at a meeting in {place}, and {name} {say} that {claim}."),
        3 => format!(
            "In {place}, where {} people live, {thing} was {did} by {name} {day}.",
            100 * (1 + chance.below(90))
        ),
        4 => format!("{name} {say} that {claim}, and that {}.", chance.word(CLAIM)),
        5 => format!(
            "{turn} {thing} was {did} {day} by a vote of {} to {}.",
            5 + chance.below(40),
            chance.below(20)
        ),
        _ => format!("Asked about {thing}, {name} {say}: “{claim}.”"),
    }
}

/// Words to put where others stood.
pub(crate) fn other_words(chance: &mut Chance, count: usize) -> String {
    let mut words = Vec::new();
    while words.len() < count {
        let list = *chance.pick(&[CLAIM, THING, DAY, PLACE, DID]).unwrap_or(&DID);
        words.extend(chance.word(list).split_whitespace());
    }
    words.truncate(count);
    words.join(" ")
}

/// A name to put where another stood.
pub(crate) fn other_name(chance: &mut Chance, words: usize) -> String {
    if words < 2 {
        chance.word(LAST).to_owned()
    } else {
        format!("{} {}", chance.word(FIRST), chance.word(LAST))
    }
}
