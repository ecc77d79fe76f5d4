//! What people are called: offices, and other nouns for persons.

use crate::hash::HashSet;
use std::sync::LazyLock;

/// Nouns for offices, posts and trades that are held.
const OFFICES: &str = "president minister secretary director chief leader mayor chancellor commissioner chairman \
    chairwoman chair chairperson head spokesman spokeswoman spokesperson officer senator representative congressman \
    congresswoman governor judge justice attorney lawyer counsel prosecutor adviser advisor aide ambassador envoy \
    nominee candidate pick commander captain sergeant constable detective sheriff inspector superintendent professor \
    coach manager editor founder co-founder executive ceo speaker deputy premier king queen prince princess pope \
    bishop archbishop official counterpart lawmaker legislator councillor councilman councilwoman principal dean \
    general admiral colonel lieutenant treasurer strategist analyst correspondent marshal chairs whip frontrunner \
    front-runner presidency majority minority appointee designate pm vice-president coroner ombudsman barrister solicitor";

/// Other nouns for a person.
const PERSONS: &str = "dictator gangster thug man woman boy girl father mother dad mum mom parent son daughter brother \
    sister husband wife widow widower uncle aunt cousin nephew niece grandfather grandmother grandson granddaughter \
    fiance fiancee boyfriend girlfriend partner friend ally rival opponent enemy critic supporter suspect victim \
    witness defendant accused killer murderer attacker gunman shooter robber thief rapist criminal convict felon \
    inmate prisoner fugitive terrorist extremist militant rebel hero heroine driver passenger motorist cyclist \
    pedestrian student pupil teacher doctor nurse surgeon physician scientist researcher engineer author writer \
    novelist poet journalist reporter columnist blogger broadcaster actor actress singer rapper musician comedian \
    entertainer star celebrity model artist painter designer photographer director producer filmmaker player \
    footballer striker midfielder defender goalkeeper quarterback pitcher athlete boxer champion veteran soldier \
    marine sailor pilot policeman policewoman cop firefighter fireman paramedic guard worker employee employer boss \
    owner landlord tenant neighbor neighbour resident citizen immigrant migrant refugee asylum-seeker protester \
    demonstrator activist campaigner organizer lobbyist donor billionaire millionaire tycoon mogul businessman \
    businesswoman entrepreneur investor banker trader broker economist accountant farmer fisherman miner builder \
    mechanic carpenter plumber cook chef waiter waitress bartender hairdresser child kid baby toddler infant teen \
    teenager youth adult pensioner retiree patient survivor hostage captive volunteer priest pastor preacher rabbi \
    imam cleric nun monk conservative liberal progressive socialist communist republican democrat libertarian \
    independent moderate populist nationalist member native newcomer outsider insider veteran pioneer legend icon \
    idol guy gentleman lady fellow person individual figure loser winner liar fraud bully coward idiot monster \
    dotard fool genius maverick hardliner hawk dove moderate firebrand predecessor successor heir mastermind \
    ringleader associate accomplice informant whistleblower leaker spy agent operative hacker contractor consultant \
    expert scholar historian philosopher psychologist executive-producer father-to-be mother-to-be dad-to-be \
    mother-of-two father-of-two newlywed bachelor orphan sibling twin stepfather stepmother lover mistress";

/// Words that may stand before such a noun as part of a description, though they end like a verb or are short.
const MODIFIERS: &str = "former then-national current outgoing incoming embattled disgraced accused convicted alleged \
    suspected wanted armed retired elected newly-elected longtime long-time young old elderly middle-aged black white \
    asian top senior junior chief deputy vice acting interim assistant fellow prime foreign home health education \
    defense defence justice finance treasury state national security special general managing executive shadow police \
    firearms press campaign communications house senate majority minority speaker policy intelligence law \
    enforcement presidential republican democratic conservative liberal labour tory gop supreme court district high \
    county city town village school university college football basketball baseball hockey soccer rugby cricket \
    tennis gang street violent dangerous notorious feared famous popular powerful influential reclusive rogue tough \
    devout veteran rookie star lead leading married single divorced unarmed homeless gay transgender blind deaf sick \
    dead late first second third fourth fifth last only main key close best great good bad truly fine mentally \
    deranged core founding real-estate estate real business media oil tech software bank union trade labor party \
    opposition cabinet budget government federal local regional royal military army navy air force marine war prison \
    security women's men's youth fine human rights civil right-wing left-wing far-right far-left hard-line";

static OFFICE: LazyLock<HashSet<&str>> = LazyLock::new(|| OFFICES.split_ascii_whitespace().collect());
static PERSON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| PERSONS.split_ascii_whitespace().chain(OFFICES.split_ascii_whitespace()).collect());
static MODIFIER: LazyLock<HashSet<&str>> = LazyLock::new(|| MODIFIERS.split_ascii_whitespace().collect());

/// Whether the folded word is an office.
pub(super) fn is_office(word: &str) -> bool {
    OFFICE.contains(word)
}

/// Whether the folded word is a noun for one person.
pub(super) fn is_person(word: &str) -> bool {
    PERSON.contains(word)
}

/// Whether the folded word is as often an adjective: "the communist state".
pub(super) fn is_adjective_too(word: &str) -> bool {
    matches!(
        word,
        "republican"
            | "democrat"
            | "conservative"
            | "liberal"
            | "progressive"
            | "socialist"
            | "communist"
            | "independent"
            | "moderate"
            | "populist"
            | "nationalist"
            | "native"
            | "expert"
            | "fellow"
            | "adult"
            | "teen"
            | "star"
            | "champion"
            | "individual"
            | "libertarian"
            | "rebel"
            | "militant"
            | "criminal"
            | "popular"
            | "fool"
            | "head"
            | "chief"
            | "principal"
            | "general"
            | "deputy"
            | "key"
            | "executive"
            | "minority"
            | "majority"
            | "model"
            | "guard"
            | "marine"
            | "minor"
            | "youth"
            | "pick"
            | "chair"
            | "presidency"
            | "member"
            | "whip"
            | "child"
            | "baby"
            | "figure"
            | "cook"
            | "trader"
            | "mine"
    )
}

/// Nouns before which a name only says whose they are: "the Trump campaign".
pub(super) fn takes_name(word: &str) -> bool {
    matches!(
        word,
        "campaign"
            | "administration"
            | "team"
            | "associate"
            | "associates"
            | "aide"
            | "aides"
            | "confidant"
            | "ally"
            | "allies"
            | "official"
            | "officials"
            | "investigation"
            | "inquiry"
            | "memo"
            | "memos"
            | "email"
            | "emails"
            | "presidency"
            | "era"
            | "family"
            | "supporter"
            | "supporters"
            | "tower"
            | "organization"
            | "organisation"
            | "foundation"
            | "government"
            | "camp"
            | "case"
            | "trial"
            | "verdict"
            | "shooting"
            | "adviser"
            | "advisers"
            | "lawyer"
            | "lawyers"
            | "attorney"
            | "voters"
            | "rally"
            | "doctrine"
    )
}

/// Whether the folded word is a noun for several persons: "officers", "migrants", "police".
pub(super) fn is_group(word: &str) -> bool {
    matches!(word, "men" | "women" | "people" | "police" | "children" | "policemen" | "families")
        || word.strip_suffix("ies").is_some_and(|stem| is_person(&format!("{stem}y")))
        || word.strip_suffix('s').is_some_and(is_person)
}

/// Whether the folded word may be part of a description before its noun.
pub(super) fn is_modifier(word: &str) -> bool {
    MODIFIER.contains(word)
        || [
            "al", "ous", "ive", "ic", "ent", "ant", "ful", "less", "ish", "ese", "ian", "can", "ist", "ary",
            "able",
        ]
        .iter()
        .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
            && !matches!(
                word,
                "went"
                    | "sent"
                    | "spent"
                    | "meant"
                    | "want"
                    | "president"
                    | "against"
                    | "recent"
                    | "percent"
                    | "than"
            )
}

/// Whether the folded word closes a noun phrase: it holds phrases together, or says what somebody did.
pub(super) fn closes(word: &str) -> bool {
    matches!(
        word,
        "is" | "was"
            | "are"
            | "were"
            | "be"
            | "been"
            | "has"
            | "had"
            | "have"
            | "will"
            | "would"
            | "can"
            | "could"
            | "should"
            | "may"
            | "might"
            | "must"
            | "did"
            | "does"
            | "do"
            | "said"
            | "says"
            | "told"
            | "tells"
            | "added"
            | "and"
            | "or"
            | "but"
            | "who"
            | "whom"
            | "whose"
            | "which"
            | "that"
            | "when"
            | "where"
            | "while"
            | "after"
            | "before"
            | "because"
            | "if"
            | "as"
            | "to"
            | "for"
            | "from"
            | "with"
            | "by"
            | "at"
            | "in"
            | "on"
            | "into"
            | "over"
            | "under"
            | "of"
            | "about"
            | "not"
            | "also"
    )
}
