//! The sentences of these pages, so that another language is another table like this one.

use gloss_analysis::CalendarDate;
use gloss_story::{FigureKind, GroundKind, Relation, Sex, Share, SourceKind, Standing, StorySpeaker, Voice};

pub(crate) const STORIES: &str = "Stories";
pub(crate) const STORIES_ABOUT: &str = "Articles that tell one story, side by side. Some are proposed for what they share; say whether they belong together.";
pub(crate) const PROPOSED: &str = "Proposed";
pub(crate) const YOURS: &str = "Yours";
pub(crate) const SET_ASIDE: &str = "Set aside";
pub(crate) const NOTHING_PROPOSED: &str = "No two articles of the library seem to tell one story.";
pub(crate) const YES: &str = "Yes, one story";
pub(crate) const NO: &str = "No, not one story";
pub(crate) const ASK_AGAIN: &str = "Propose it again";
pub(crate) const FORGET: &str = "Remove from yours";
pub(crate) const GATHER: &str = "Gather articles yourself";
pub(crate) const GATHER_ABOUT: &str = "Tick two articles or more that tell one story.";
pub(crate) const GATHER_NOW: &str = "Compare the ticked ones";
pub(crate) const WHAT_THEY_SHARE: &str = "What they share";
pub(crate) const PROPOSED_BY_GLOSS: &str = "Proposed, not confirmed.";
pub(crate) const TWO_NEEDED: &str = "Fewer than two of these articles are in the library.";
pub(crate) const WAITING: &str = "Getting ready…";
pub(crate) const TO_STORIES: &str = "All stories";
pub(crate) const NAME_FIELD: &str = "Name of the story";
pub(crate) const RENAME: &str = "Rename";
pub(crate) const KEEP_NAME: &str = "Keep the name";
pub(crate) const TAKE_OUT: &str = "Take out";
pub(crate) const ADD: &str = "Add";
pub(crate) const ADD_ARTICLE: &str = "Add an article";
pub(crate) const SIDE_BY_SIDE: &str = "Two side by side";
pub(crate) const TAKE_ALONG: &str = "Take along";
pub(crate) const HANDOUT: &str = "Handout of what is ticked";
pub(crate) const HANDOUT_ABOUT: &str = "Only what is ticked. Print this page, or go back and tick more.";
pub(crate) const HANDOUT_EMPTY: &str =
    "Nothing is ticked yet. Go back and tick what is to be on the handout.";
pub(crate) const PRINT: &str = "Print";
pub(crate) const BACK: &str = "Back to the whole comparison";
pub(crate) const AS_PAGE: &str = "Save as a page (HTML)";
pub(crate) const AS_MARKDOWN: &str = "Save as Markdown";
pub(crate) const AS_TABLE: &str = "Save as a table (CSV)";
pub(crate) const ON_THIS_PAGE: &str = "On this page";
pub(crate) const ARTICLES: &str = "Articles";
pub(crate) const NOTHING: &str = "Nothing found.";
pub(crate) const TAKE: &str = "Take along";
pub(crate) const NONE: &str = "–";

pub(crate) const PANES: &str = "Two side by side";
pub(crate) const PANES_ABOUT: &str = "Rows are passages that tell the same. Underlined: words that the other article has \
     otherwise. With the focus on a row, K keeps it as the same claim, C as a contradiction, L as left out.";
pub(crate) const PANES_ALL: &str = "Side by side";
pub(crate) const PANES_DIFFERING: &str = "Only what differs";
pub(crate) const PANES_QUOTED: &str = "Only quotations";
pub(crate) const PANES_WHOLE: &str = "Whole texts";
pub(crate) const OTHER_ARTICLE: &str = "Another article here";
pub(crate) const WORD_FOR_WORD: &str = "Word for word";
pub(crate) const BOTH_QUOTE: &str = "Both quote";
pub(crate) const REWORDED: &str = "Reworded";
pub(crate) const SHOW: &str = "Show";
pub(crate) const HIDE: &str = "Hide";
pub(crate) const KEEP: &str = "Keep";
pub(crate) const KEEP_PAIR: &str = "Keep the two together";
pub(crate) const OWN_WORDS: &str = "In your own words";
pub(crate) const SAME_CLAIM: &str = "Same claim";
pub(crate) const CONTRADICTS: &str = "Contradicts";
pub(crate) const LEFT_OUT: &str = "Left out here";
pub(crate) const ELSEWHERE: &str = "This passage elsewhere";
pub(crate) const ELSEWHERE_ABOUT: &str = "Passages of the library that share its words, the most alike first. Underlined: words that the other has otherwise.";
pub(crate) const PASSAGE_GONE: &str = "The passage is not in the library any longer.";
pub(crate) const FOUND_NOWHERE: &str = "No other article has it.";

pub(crate) const QUOTATIONS: &str = "The same quotation elsewhere";
pub(crate) const QUOTATIONS_ABOUT: &str = "Shaded: the words that somebody says. Underlined: words that the other article has otherwise, in the quotation or in \
     the sentence round it. The most altered comes first.";
pub(crate) const NOBODY_NAMED: &str = "Nobody named";
pub(crate) const IN_ONE_ALONE: &str = "Quoted in one article alone";
pub(crate) const WORDING: &str = "Shared wording";
pub(crate) const WORDING_ABOUT: &str =
    "Runs of words outside quotations that two articles or more have in common, the longest first.";
pub(crate) const BOILERPLATE: &str = "Printed under every article";
pub(crate) const SPEAKERS: &str = "Who speaks where";
pub(crate) const SPEAKERS_ABOUT: &str = "Words in quotation marks, by speaker; each number leads to the first of them. “Named” has a name in the text but no \
     words of their own.";
pub(crate) const SPEAKER: &str = "Speaker";
pub(crate) const NAMED: &str = "named";
pub(crate) const REPORTED: &str = "reported";
pub(crate) const ONLY_HERE: &str = "in one article alone";
pub(crate) const KIND_OF_SOURCE: &str = "Source";
pub(crate) const KINDS_SUMMARY: &str = "Kinds of sources, in words quoted";
pub(crate) const ALL_QUOTED: &str = "All quoted";
pub(crate) const VERB: &str = "Verb";
pub(crate) const VERBS_SUMMARY: &str = "Verbs of saying, and how often";
pub(crate) const CALLED: &str = "What they are called";
pub(crate) const CALLED_ABOUT: &str = "The words of each text in their order. Underlined: used in one article alone. A name in \
     small letters is whose words they are.";
pub(crate) const NOT_SAID_WHO: &str = "Somebody whom no article names here";
pub(crate) const PERHAPS: &str = "perhaps";
pub(crate) const QUOTED: &str = "in quotation marks";
pub(crate) const DEEDS: &str = "Who does it";
pub(crate) const DEEDS_ABOUT: &str =
    "What several articles tell as done, and whether they say who did it. What is not certain is left out.";
pub(crate) const FIGURES: &str = "Figures";
pub(crate) const FIGURES_ABOUT: &str = "Numbers, days, ages and places about the same thing. Where they differ, nothing here says which is right.";
pub(crate) const ALONE: &str = "Told here, not there";
pub(crate) const ALONE_ABOUT: &str = "Sentences and clauses without a counterpart in the other articles.";
pub(crate) const THRESHOLD: &str = "Told elsewhere from this share of its words on";
pub(crate) const WHEN: &str = "When";
pub(crate) const WHEN_ABOUT: &str = "Days that the texts state, or that follow from the day of publication. What cannot be placed is listed last.";
pub(crate) const NOT_PLACED: &str = "Not placed";
pub(crate) const PUBLISHED: &str = "Published: ";
pub(crate) const ORDER: &str = "Order of telling";
pub(crate) const ORDER_ABOUT: &str =
    "Linked sentences side by side, and how far into each article they come, in per cent of its text.";

pub(crate) const KINDS: [SourceKind; 9] = [
    SourceKind::Police,
    SourceKind::Government,
    SourceKind::Politics,
    SourceKind::Court,
    SourceKind::Family,
    SourceKind::Expert,
    SourceKind::Business,
    SourceKind::Witness,
    SourceKind::Unnamed,
];
pub(crate) const SEXES: [Option<Sex>; 3] = [Some(Sex::Woman), Some(Sex::Man), None];

/// "a", "a and b", "a, b and c".
pub(crate) fn and(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

pub(crate) fn count(words: usize) -> String {
    if words == 1 { "1 word".to_owned() } else { format!("{words} words") }
}

pub(crate) fn pair(number: usize) -> String {
    format!("Pair {number}")
}

pub(crate) fn with_key(name: &str, key: &str) -> String {
    format!("{name} ({})", key.to_uppercase())
}

pub(crate) fn kept_as(note: &str) -> String {
    format!("Kept: {note}")
}

pub(crate) fn keep_as(note: &str) -> String {
    format!("Keep: {}", note.to_lowercase())
}

pub(crate) fn in_order_of(letter: &str) -> String {
    format!("In {letter}’s order")
}

/// "6 shared passages, 2 of them word for word".
pub(crate) fn shared_passages(count: usize, identical: usize) -> String {
    let shared = if count == 1 { "1 shared passage".to_owned() } else { format!("{count} shared passages") };
    if identical == 0 { shared } else { format!("{shared}, {identical} word for word") }
}

pub(crate) fn only_there(letter: &str, count: usize) -> String {
    format!("{} only in {letter}", passages(count))
}

pub(crate) fn has(score: f32) -> String {
    format!("{:.0}% of it", score * 100.0)
}

pub(crate) fn articles(count: usize) -> String {
    if count == 1 { "1 article".to_owned() } else { format!("{count} articles") }
}

pub(crate) fn passages(count: usize) -> String {
    if count == 1 { "1 passage".to_owned() } else { format!("{count} passages") }
}

pub(crate) fn told_in(letters: &str) -> String {
    format!("Told in {letters}")
}

pub(crate) fn reading(done: usize, all: usize) -> String {
    format!("Reading the articles: {done} of {all}.")
}

pub(crate) fn show_more(more: usize) -> String {
    format!("Show all ({more} more)")
}

pub(crate) fn take_along(claim: &str) -> String {
    format!("Take along: {claim}")
}

pub(crate) const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Identical => "word for word",
        Relation::Shortened => "shortened",
        Relation::Extended => "extended",
        Relation::Altered => "altered",
        Relation::Indirect => "without quotation marks",
    }
}

/// "68 words, shortened".
pub(crate) fn occurrence_about(words: usize, relation: Relation, fullest: bool) -> String {
    let how = match (fullest, relation) {
        (true, Relation::Indirect) | (false, _) => self::relation(relation),
        (true, _) => "the fullest",
    };
    format!("{}, {how}", count(words))
}

pub(crate) fn occurrence(letter: &str, words: usize, relation: Relation, fullest: bool) -> String {
    format!("{letter} {}", occurrence_about(words, relation, fullest))
}

pub(crate) fn said_by(speaker: &str, cue: &str, relation: Relation, fullest: bool) -> String {
    let how = if fullest { "the fullest" } else { self::relation(relation) };
    if cue.is_empty() { format!("{speaker}; {how}") } else { format!("{speaker}, “{cue}”; {how}") }
}

pub(crate) fn not_in(letters: &str) -> String {
    if letters.is_empty() { String::new() } else { format!("; not in {letters}") }
}

/// Behind a quotation on its article's own page.
pub(crate) fn also_in(letters: &str) -> String {
    format!("also in {letters}")
}

pub(crate) fn in_articles(letters: &str) -> String {
    format!("in {letters}")
}

pub(crate) fn left_out(words: usize) -> String {
    format!("Left out here, {}: ", count(words))
}

pub(crate) fn alone_at(words: usize, position: usize) -> String {
    format!("{}, at {position}% of the text", count(words))
}

pub(crate) fn only_in(letter: &str, about: &str) -> String {
    format!("{letter} alone, {about}")
}

pub(crate) fn passage_in(letter: &str) -> String {
    format!("the passage in {letter}")
}

pub(crate) fn wording(words: usize, letters: &str, shown: &str) -> String {
    format!("{} in common in {letters}: “{shown}”", count(words))
}

pub(crate) fn in_one(letter: &str, words: usize) -> String {
    format!("{letter} {}", count(words))
}

pub(crate) const fn kind(kind: Option<SourceKind>) -> &'static str {
    match kind {
        Some(SourceKind::Police) => "police",
        Some(SourceKind::Government) => "government",
        Some(SourceKind::Politics) => "politics",
        Some(SourceKind::Court) => "court and oversight",
        Some(SourceKind::Family) => "family and friends",
        Some(SourceKind::Expert) => "expert",
        Some(SourceKind::Business) => "business",
        Some(SourceKind::Witness) => "witness",
        Some(SourceKind::Unnamed) => "not named",
        None => "kind not said",
    }
}

pub(crate) const fn sex(sex: Option<Sex>) -> &'static str {
    match sex {
        Some(Sex::Woman) => "woman",
        Some(Sex::Man) => "man",
        None => "woman or man not said",
    }
}

pub(crate) fn speaker_about(speaker: &StorySpeaker) -> String {
    match speaker.sex {
        Some(_) => format!("{}, {}", kind(speaker.kind), sex(speaker.sex)),
        None => kind(speaker.kind).to_owned(),
    }
}

/// "36.2% of the article; first at 12% of the text; 2 quotations; said 2".
pub(crate) fn share(share: &Share, position: usize) -> String {
    let verbs: Vec<String> = share.verbs.iter().map(|(verb, times)| format!("{verb} {times}")).collect();
    format!(
        "{:.1}% of the words; first at {position}% of the text; quotations {}, reports {}{}{}",
        share.share * 100.0,
        share.quotations,
        share.reports,
        if verbs.is_empty() { "" } else { "; " },
        verbs.join(", "),
    )
}

pub(crate) fn or_none(count: usize) -> String {
    if count == 0 { NONE.to_owned() } else { count.to_string() }
}

pub(crate) fn quoted_of(quoted: usize, all: usize) -> String {
    if quoted == 0 {
        format!("none of {all}")
    } else {
        format!("{quoted} of {all}, {}%", (quoted * 100 + all / 2) / all.max(1))
    }
}

pub(crate) fn called_in(name: &str, letter: &str, all: &str) -> String {
    format!("{name} in {letter}: {all}")
}

pub(crate) fn again(words: &str, time: usize) -> String {
    format!("{words}, place {time}")
}

/// "kill: Ada Moss".
pub(crate) fn deed(deed: &str, patient: &str) -> String {
    if patient.is_empty() { format!("“{deed}”") } else { format!("“{deed}”: {patient}") }
}

pub(crate) fn voice(voice: Voice, agent: Option<&str>) -> String {
    match (voice, agent) {
        (Voice::Active, Some(agent)) => format!("“{agent}” does it"),
        (Voice::Active, None) => "somebody does it".to_owned(),
        (Voice::Passive, Some(agent)) => format!("it is done by “{agent}”"),
        (Voice::Passive | Voice::Agentless, _) => "it is done; by whom is not said".to_owned(),
        (Voice::Event, Some(agent)) => format!("it happens, by “{agent}”"),
        (Voice::Event, None) => "it happens; by whom is not said".to_owned(),
    }
}

pub(crate) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Differ => "they differ",
        Standing::Agree => "they agree",
        Standing::OnlyInSome => "only in some",
    }
}

pub(crate) fn figure(kind: FigureKind, about: &str) -> String {
    let of = match kind {
        FigureKind::Number => "How many",
        FigureKind::Date => "When",
        FigureKind::Age => "Age",
        FigureKind::Place => "Where",
    };
    format!("{of}: {about}")
}

/// A figure in one form: a date as people write it, anything else as it is.
pub(crate) fn figure_says(says: &str) -> String {
    let parts: Vec<&str> = says.split('-').collect();
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u8>().ok());
    match (parts.len(), parts.first().and_then(|year| year.parse::<i16>().ok())) {
        (2 | 3, Some(year)) if parts.first().is_some_and(|year| year.len() == 4) => {
            date(CalendarDate { year, month: number(1), day: number(2) })
        }
        _ => says.to_owned(),
    }
}

pub(crate) fn told_only_in(letter: &str) -> String {
    format!("Told in {letter}, not in the others")
}

pub(crate) fn elsewhere(share: f32) -> String {
    format!("{:.0}% of its words elsewhere", share * 100.0)
}

pub(crate) fn threshold(share: u8) -> String {
    format!("{share}%")
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "5 September 2022", "September 2022", "2022".
pub(crate) fn date(date: CalendarDate) -> String {
    let month = date.month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
    match (month, date.day) {
        (Some(month), Some(day)) => format!("{day} {month} {}", date.year),
        (Some(month), None) => format!("{month} {}", date.year),
        _ => date.year.to_string(),
    }
}

pub(crate) fn published(letter: &str, title: &str) -> String {
    format!("{letter} was published: {title}")
}

pub(crate) fn says(said: &str) -> String {
    if said.is_empty() { "by the sentence before".to_owned() } else { format!("“{said}”") }
}

pub(crate) fn by_day(said: &str, letter: &str) -> String {
    format!("{}, by the day on which {letter} was published", says(said))
}

pub(crate) fn by_then(said: &str, letter: &str) -> String {
    format!("{}: so by the day on which {letter} was published", says(said))
}

pub(crate) fn needs_day(said: &str, letter: &str) -> String {
    format!("{}; the day on which {letter} was published would place it", says(said))
}

pub(crate) fn needs_event(said: &str) -> String {
    format!("{}; the day of what it is counted from would place it", says(said))
}

/// A third of the way, by name and in per cent.
pub(crate) fn place(position: usize) -> String {
    let part = match position {
        0..=19 => "lead",
        20..=79 => "middle",
        _ => "end",
    };
    format!("{part}, {position}%")
}

pub(crate) const fn ground(kind: GroundKind) -> &'static str {
    match kind {
        GroundKind::Name => "Names",
        GroundKind::Word => "Words",
        GroundKind::Quotation => "Quotations",
        GroundKind::Wording => "Wording",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_exactly_as_they_are_known() {
        let of = |says: &str| figure_says(says);
        assert_eq!(of("2022-09-05"), "5 September 2022");
        assert_eq!(of("2022-09"), "September 2022");
        assert_eq!(of("more than 100"), "more than 100");
        assert_eq!(of("2022"), "2022");
    }
}
