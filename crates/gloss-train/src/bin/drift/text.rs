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
    "a petition against the quarry",
    "the repair of the sea wall",
    "a grant for the theatre",
    "the merger of three schools",
    "the missing invoices",
    "a complaint about the ferry",
    "the shortage of drivers",
    "new rules for landlords",
    "the leak at the refinery",
    "a rise in parking charges",
    "the future of the library",
    "an error in the accounts",
    "the trial of the scanner",
    "safety at the level crossing",
];
const WHO: &[&str] = &[
    "the figures",
    "the engineers",
    "several residents",
    "the auditors",
    "most of the families",
    "two inspectors",
    "the night staff",
    "the contractor",
    "the previous committee",
    "nobody on the board",
    "the union",
    "his deputy",
    "the drivers",
    "a group of parents",
    "the insurers",
    "local shops",
    "the tenants",
    "the committee’s own lawyers",
];
const HAD: &[&str] = &[
    "had been warned about",
    "had asked for",
    "would have to pay for",
    "had learned nothing from",
    "had kept quiet about",
    "would vote on",
    "had been promised",
    "had tried to prevent",
    "were still waiting for",
    "had never agreed to",
    "would challenge",
    "had paid twice for",
    "had misunderstood",
    "could not explain",
    "would benefit from",
];
const WHEN: &[&str] = &[
    "for months",
    "before the election",
    "without a word to the public",
    "in good faith",
    "at the last minute",
    "as early as April",
    "since the storm",
    "after the second review",
    "against all advice",
    "once the money ran out",
    "during the strike",
    "in a letter that was never answered",
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

/// Small things that keep two sentences of one kind from reading the same around a name.
const ASIDE: &[&str] = &[
    "",
    "",
    "",
    " at last",
    " in writing",
    " with little warning",
    " after two hours",
    " to some applause",
    " by telephone",
    " once more",
    " behind closed doors",
    " under pressure",
    " in the corridor",
    " on camera",
    " for the first time",
];
const AT: &[&str] = &[
    "at a meeting in",
    "in front of",
    "during a visit to",
    "on the road to",
    "at a hearing in",
    "outside",
    "in talks at",
    "on a tour of",
    "after a march through",
];

fn claim(chance: &mut Chance) -> String {
    format!("{} {} {} {}", chance.word(WHO), chance.word(HAD), chance.word(THING), chance.word(WHEN))
}

fn sentence(chance: &mut Chance, name: &str, body: &str) -> String {
    let (claim, thing, day) = (claim(chance), chance.word(THING), chance.word(DAY));
    let (did, say, place, turn) = (chance.word(DID), chance.word(SAY), chance.word(PLACE), chance.word(TURN));
    let (aside, other, at) = (chance.word(ASIDE), chance.word(ASIDE), chance.word(AT));
    let number = 100 * (1 + chance.below(90));
    match chance.below(9) {
        0 => format!("{name}{aside} {did} {thing}{other} {day}."),
        1 => {
            let (first, rest) = claim.split_at(1);
            format!("“{}{rest},” {name} {say}{aside} {day}.", first.to_uppercase())
        }
        2 => {
            format!("{turn} {body}{aside} {did} {thing} {at} {place}, and {name}{other} {say} that {claim}.")
        }
        3 => format!(
            "{place_capital} has {number} people, and {claim}; {thing} was {did}{aside} by {name} {day}.",
            place_capital = capital(place)
        ),
        4 => format!("{name}{aside} {say} that {claim}, and that {}.", self::claim(chance)),
        5 => format!(
            "{turn} {thing} was {did}{aside} {day} by a vote of {} to {}.",
            5 + chance.below(40),
            chance.below(20)
        ),
        6 => format!("{}, and {name}{aside} {did} {thing}{other}.", capital(&claim)),
        7 => format!("For {name}, {thing} {at} {place} meant{aside} that {claim}."),
        _ => format!(
            "{} {thing}, {name}{aside} {say}: “{claim}.”",
            capital(chance.word(&["asked about", "on", "of", "speaking of"]))
        ),
    }
}

fn capital(text: &str) -> String {
    let (first, rest) = text.split_at_checked(1).unwrap_or_default();
    first.to_uppercase() + rest
}

/// Returns words to replace others with.
pub(crate) fn other_words(chance: &mut Chance, count: usize) -> String {
    let mut words = Vec::new();
    while words.len() < count {
        let list = *chance.pick(&[WHO, HAD, THING, WHEN, DAY, PLACE, DID]).unwrap_or(&DID);
        words.extend(chance.word(list).split_whitespace());
    }
    words.truncate(count);
    words.join(" ")
}

/// Returns a name to replace another with.
pub(crate) fn other_name(chance: &mut Chance, words: usize) -> String {
    if words < 2 {
        chance.word(LAST).to_owned()
    } else {
        format!("{} {}", chance.word(FIRST), chance.word(LAST))
    }
}
