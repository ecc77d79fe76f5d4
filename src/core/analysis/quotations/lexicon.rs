//! The words that reporting is made of: reporting verbs and nouns, and the closed classes between which
//! noun phrases stand.

/// What a reporting verb reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Report {
    /// Words as they were said: "said", "wrote", "added".
    Speech,
    /// What somebody holds, asks for or thinks: "argued", "called for", "fears".
    Opinion,
    /// What somebody calls or holds against another: "described", "accused", "praised".
    Verdict,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "say", also a plural present or a noun.
    Base,
    /// "says", also a plural noun.
    Present,
    /// "said"
    Past,
    /// "saying"
    Participle,
}

/// The class of a word as far as its letters tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A reporting verb.
    Cue(Report, Form),
    /// "the", "his", "some": begins a noun phrase.
    Determiner,
    /// "he", "they": a noun phrase by itself.
    Pronoun,
    /// "who", "which".
    Relative,
    /// "of", "in".
    Preposition,
    /// "and", "but".
    Conjunction,
    /// "that", "because", "when".
    Subordinator,
    /// "has", "would", "not".
    Auxiliary,
    /// "also", "later", "repeatedly".
    Adverb,
    /// "Monday", "week": stands where a name may, and never speaks.
    Time,
    /// Any other word that begins with a capital.
    Name,
    /// Any other word.
    Common,
}

const SPEECH: &[&str] = &[
    "add", "announce", "answer", "ask", "assert", "assure", "caution", "chant", "claim", "comment", "conclude",
    "confirm", "confess", "continue", "counter", "cry", "declare", "email", "exclaim", "explain", "inform",
    "insist", "interject", "interrupt", "joke", "mock", "mutter", "muse", "note", "observe", "post", "proclaim",
    "quip", "quote", "read", "recall", "recount", "remark", "remind", "repeat", "reply", "report", "respond",
    "retort", "say", "scream", "shout", "sigh", "sing", "state", "stress", "tell", "testify", "text", "tweet",
    "warn", "whisper", "write", "yell", "fume", "bark", "boast", "brag", "admit", "quoth", "laugh", "murmur",
    "jeer", "plead", "beg", "snap", "vent", "intone", "reiterate", "retweet", "caption", "begin", "thunder",
    "summarise", "summarize", "opine", "argue", "acknowledge", "concede", "complain", "vow", "lament",
];
const OPINION: &[&str] = &[
    "accept", "advise", "advocate", "agree", "allege", "allow", "appeal", "apologise", "apologize", "believe",
    "calculate", "call", "cite", "contend", "demand", "deny", "disclose", "discuss", "doubt", "echo",
    "emphasise", "emphasize", "estimate", "expect", "express", "fear", "feel", "find", "forecast", "guess",
    "hint", "highlight", "hope", "imagine", "imply", "indicate", "learn", "list", "maintain", "mention", "name",
    "offer", "order", "outline", "pledge", "point", "predict", "promise", "propose", "question", "reason",
    "recommend", "refer", "reflect", "remember", "request", "resolve", "reveal", "rule", "see", "seek",
    "signal", "speak", "speculate", "suggest", "suspect", "swear", "talk", "tease", "think", "threaten",
    "urge", "voice", "want", "wonder", "worry", "issue", "deliver", "publish", "release", "describe", "detail",
    "go", "shoot", "fire", "hit", "put", "use", "press", "chime", "invoke", "hear", "fret", "rail", "tout",
    "rule", "judge", "decide", "underline", "underscore", "stipulate", "clarify", "elaborate",
];
const VERDICT: &[&str] = &[
    "accuse", "applaud", "assail", "attack", "bemoan", "blame", "blast", "brand", "challenge", "characterise",
    "characterize", "cheer", "commend", "compare", "condemn", "credit", "criticise", "criticize", "decry",
    "deem", "defend", "denounce", "deplore", "deride", "dismiss", "dub", "endorse", "hail", "label", "lambast",
    "lambaste", "lash", "liken", "oppose", "portray", "praise", "ridicule", "rebuke", "reject", "refuse",
    "slam", "slate", "support", "thank", "welcome", "mourn", "bash", "savage", "rap",
];
/// Forms that no rule makes.
const IRREGULAR: &[(&str, &str, Form)] = &[
    ("said", "say", Form::Past),
    ("told", "tell", Form::Past),
    ("wrote", "write", Form::Past),
    ("written", "write", Form::Past),
    ("read", "read", Form::Past),
    ("began", "begin", Form::Past),
    ("cried", "cry", Form::Past),
    ("felt", "feel", Form::Past),
    ("found", "find", Form::Past),
    ("heard", "hear", Form::Past),
    ("put", "put", Form::Past),
    ("hit", "hit", Form::Past),
    ("sang", "sing", Form::Past),
    ("saw", "see", Form::Past),
    ("seen", "see", Form::Past),
    ("shot", "shoot", Form::Past),
    ("sought", "seek", Form::Past),
    ("spoke", "speak", Form::Past),
    ("swore", "swear", Form::Past),
    ("thought", "think", Form::Past),
    ("went", "go", Form::Past),
    ("goes", "go", Form::Present),
];

/// Nouns for what somebody says: "his claim of …", "the IOPC's decision that …".
const NOUNS: &[&str] = &[
    "admission", "allegation", "allegations", "announcement", "answer", "argument", "assertion", "assessment",
    "call", "calls", "characterisation", "characterization", "claim", "claims", "comment", "comments",
    "complaint", "complaints", "contention", "criticism", "declaration", "demand", "demands", "denunciation",
    "description", "insistence", "letter", "message", "motto", "phrase", "pledge", "prediction", "promise",
    "proposal", "question", "remark", "remarks", "reply", "response", "slogan", "speech", "statement",
    "statements", "suggestion", "testimony", "tweet", "tweets", "view", "vow", "warning", "words", "quote",
    "quip", "reference", "use", "appeal", "accusation", "accusations", "belief", "refrain",
];

const DETERMINERS: &[&str] = &[
    "a", "all", "an", "another", "any", "both", "each", "either", "every", "few", "her", "his", "its", "many",
    "more", "most", "much", "my", "neither", "no", "one", "our", "several", "some", "such", "the", "their",
    "these", "this", "those", "two", "three", "four", "five", "six", "your",
];
const PRONOUNS: &[&str] = &["he", "she", "they", "it", "i", "we", "you", "him", "them", "me", "us"];
const RELATIVES: &[&str] = &["who", "which", "whom", "whose"];
const PREPOSITIONS: &[&str] = &[
    "about", "above", "across", "after", "against", "along", "alongside", "amid", "among", "around", "as", "at",
    "before", "behind", "below", "beside", "besides", "between", "beyond", "by", "despite", "down", "during",
    "except", "following", "for", "from", "in", "inside", "into", "like", "near", "of", "off", "on", "onto",
    "out", "outside", "over", "per", "regarding", "since", "through", "throughout", "to", "toward", "towards",
    "under", "until", "up", "upon", "via", "with", "within", "without",
];
const CONJUNCTIONS: &[&str] = &["and", "but", "or", "nor", "yet", "so", "plus"];
const SUBORDINATORS: &[&str] = &[
    "although", "because", "how", "if", "once", "that", "than", "though", "unless", "what", "when", "where",
    "whereas", "whether", "while", "why", "asked", "pressed",
];
const AUXILIARIES: &[&str] = &[
    "am", "are", "aren't", "be", "been", "being", "can", "cannot", "can't", "could", "couldn't", "did",
    "didn't", "do", "does", "doesn't", "don't", "had", "hadn't", "has", "hasn't", "have", "haven't", "is",
    "isn't", "may", "might", "must", "not", "shall", "should", "shouldn't", "was", "wasn't", "were", "weren't",
    "will", "won't", "would", "wouldn't",
];
const ADVERBS: &[&str] = &[
    "again", "almost", "already", "also", "always", "ever", "even", "first", "further", "here", "however",
    "instead", "just", "later", "maybe", "meanwhile", "never", "next", "now", "often", "only", "perhaps",
    "quite", "rather", "simply", "since", "sometimes", "soon", "still", "then", "there", "thus", "too", "twice",
    "very", "well", "too", "ago", "moreover", "nevertheless", "nonetheless", "finally", "once", "earlier",
];
/// Words in -ly that are no adverbs.
const NOT_ADVERBS: &[&str] =
    &["ally", "anomaly", "assembly", "bully", "family", "italy", "july", "monopoly", "rally", "reply", "supply"];
const TIMES: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "june", "july", "august", "september", "october", "november", "december", "today",
    "yesterday", "tomorrow", "tonight", "week", "month", "year", "weekend", "morning", "afternoon", "evening",
    "night", "noon", "midnight", "moment", "hour", "hours", "minutes", "days", "weeks", "months", "years",
];

/// The class of `word`, whose letters stand as in the text. `first` says that it begins a sentence, where a
/// capital tells nothing.
pub(super) fn class(word: &str, first: bool) -> Class {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let folded = word.to_lowercase().replace('’', "'");
    let folded = folded.as_str();
    if TIMES.contains(&folded) {
        return Class::Time;
    }
    // "Will Smith", "May", "the Post", "US".
    if capital && !first && !matches!(folded, "i" | "he" | "she" | "they" | "we" | "it" | "the" | "a" | "an" | "his" | "her") {
        return Class::Name;
    }
    let closed = [
        (DETERMINERS, Class::Determiner),
        (PRONOUNS, Class::Pronoun),
        (RELATIVES, Class::Relative),
        (CONJUNCTIONS, Class::Conjunction),
        (AUXILIARIES, Class::Auxiliary),
        (ADVERBS, Class::Adverb),
    ];
    if let Some((_, class)) = closed.iter().find(|(words, _)| words.contains(&folded)) {
        return *class;
    }
    // "asked" and "pressed" begin a clause ("Asked whether …") only at its head.
    if SUBORDINATORS.contains(&folded) && (first || !matches!(folded, "asked" | "pressed")) {
        return Class::Subordinator;
    }
    if PREPOSITIONS.contains(&folded) {
        return Class::Preposition;
    }
    if let Some((report, form)) = reporting_verb(folded) {
        return Class::Cue(report, form);
    }
    if folded.ends_with("ly") && folded.len() > 4 && !NOT_ADVERBS.contains(&folded) {
        return Class::Adverb;
    }
    if capital { Class::Name } else { Class::Common }
}

/// Whether `word` names something that somebody said.
pub(super) fn is_reporting_noun(word: &str) -> bool {
    NOUNS.contains(&word.to_lowercase().as_str())
}

/// Nouns for people and for bodies that speak.
const PERSONS: &[&str] = &[
    "activist", "activists", "actor", "adviser", "advisers", "advisor", "advocate", "agency", "aide", "aides",
    "ambassador", "analyst", "analysts", "army", "attorney", "author", "banker", "bishop", "boss", "boy",
    "brother", "businessman", "campaign", "campaigner", "campaigners", "candidate", "captain", "chairman",
    "chairwoman", "chair", "chief", "coach", "colleague", "colleagues", "columnist", "commander", "commissioner",
    "committee", "company", "constable", "coroner", "council", "councillor", "couple", "court", "critics",
    "daughter", "defence", "democrat", "democrats", "detective", "diplomat", "director", "doctor", "economist",
    "editor", "executive", "expert", "experts", "family", "farmer", "father", "firm", "force", "founder",
    "friend", "friends", "general", "girl", "government", "governor", "group", "head", "historian", "host",
    "husband", "inspector", "investigator", "investigators", "journalist", "judge", "jury", "juror", "jurors",
    "king", "lawmaker", "lawmakers", "lawyer", "lawyers", "leader", "leaders", "lord", "man", "manager", "mayor",
    "medic", "member", "members", "men", "minister", "ministers", "mother", "mp", "mps", "neighbour", "nominee",
    "nurse", "officer", "officers", "official", "officials", "opponents", "organisation", "organiser", "owner",
    "parents", "party", "people", "player", "police", "policeman", "politician", "politicians", "pollster",
    "president", "priest", "prince", "princess", "producer", "professor", "prosecution", "prosecutor",
    "prosecutors", "qc", "kc", "queen", "rapporteur", "relative", "relatives", "reporter", "reporters",
    "representative", "republicans", "researcher", "researchers", "resident", "residents", "rival", "scholar",
    "scientist", "scientists", "secretary", "senator", "senators", "sergeant", "sister", "solicitor", "son",
    "source", "sources", "speaker", "spokesman", "spokesmen", "spokespeople", "spokesperson", "spokeswoman",
    "staff", "strategist", "student", "students", "supporter", "supporters", "survivor", "teacher", "team",
    "trainer", "union", "unions", "user", "users", "veteran", "victim", "victims", "viewer", "voter", "voters",
    "watchdog", "wife", "witness", "witnesses", "woman", "women", "worker", "workers", "writer", "newspaper",
    "paper", "network", "ministry", "department", "office", "charity", "bank", "church", "club", "crowd",
    "protesters", "demonstrators", "billionaire", "businesswoman", "mogul", "co-founder", "celebrity",
];

/// Whether `word` names a person or a body that speaks.
pub(super) fn is_person_noun(word: &str) -> bool {
    PERSONS.contains(&word.to_lowercase().as_str())
}

fn reporting_verb(folded: &str) -> Option<(Report, Form)> {
    if let Some((_, lemma, form)) = IRREGULAR.iter().find(|(word, ..)| *word == folded) {
        return Some((report(lemma)?, *form));
    }
    let endings: &[(&str, &[&str], Form)] = &[
        ("ies", &["y"], Form::Present),
        ("es", &[""], Form::Present),
        ("s", &[""], Form::Present),
        ("ied", &["y"], Form::Past),
        ("ed", &["", "e"], Form::Past),
        ("ing", &["", "e"], Form::Participle),
        ("", &[""], Form::Base),
    ];
    endings.iter().find_map(|(ending, restored, form)| {
        let stem = folded.strip_suffix(ending)?;
        let whole = restored.iter().find_map(|letters| report(&format!("{stem}{letters}")));
        // "slammed", "quipping": the last consonant once more.
        let doubled = || {
            let mut letters = stem.chars().rev();
            let (last, one_before) = (letters.next()?, letters.next()?);
            (last == one_before).then(|| report(stem.get(..stem.len() - last.len_utf8())?)).flatten()
        };
        Some((whole.or_else(|| if *ending == "ed" || *ending == "ing" { doubled() } else { None })?, *form))
    })
}

fn report(lemma: &str) -> Option<Report> {
    [(SPEECH, Report::Speech), (OPINION, Report::Opinion), (VERDICT, Report::Verdict)]
        .iter()
        .find_map(|(verbs, report)| verbs.contains(&lemma).then_some(*report))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Class) {
        assert_eq!(class(word, false), expected, "{word}");
    }

    #[test]
    fn verbs_in_all_their_forms() {
        check("said", Class::Cue(Report::Speech, Form::Past));
        check("replies", Class::Cue(Report::Speech, Form::Present));
        check("writing", Class::Cue(Report::Speech, Form::Participle));
        check("slammed", Class::Cue(Report::Verdict, Form::Past));
        check("called", Class::Cue(Report::Opinion, Form::Past));
        check("fears", Class::Cue(Report::Opinion, Form::Present));
    }

    #[test]
    fn other_words() {
        check("Post", Class::Name);
        check("family", Class::Common);
        check("reportedly", Class::Adverb);
        check("which", Class::Relative);
        check("Monday", Class::Time);
    }
}
