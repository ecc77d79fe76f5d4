//! Who does what to whom in one sentence, as far as its words tell by their order.

use super::{
    Key, Meanings, Telling, Voice,
    lexicon::{
        Form, base, is_adjective, is_be, is_have, is_inner, is_modal, is_once, is_past, is_plain,
        is_preposition, is_shot, is_subject, is_suffered, is_weak, is_weekday, noun, verb,
    },
};
use crate::{
    designations::{Row, Scene, is_title},
    names::{Identity, Names},
    passage::{ArticleIndex, Passage},
    words::stem,
};
use gloss_text::{Span, TokenKind};
use std::collections::BTreeSet;

/// One sentence, and who is meant by its words.
pub(super) struct Reader<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) article: ArticleIndex,
    pub(super) names: &'a Names,
    pub(super) meanings: &'a Meanings,
}

/// A deed as one sentence tells it.
pub(super) struct Doing {
    pub(super) deed: String,
    pub(super) telling: Telling,
    pub(super) agent: Option<Key>,
    pub(super) patient: Option<Key>,
    /// Whether a name says who does it.
    pub(super) proper: bool,
    /// What the sentence says of the patient before its noun.
    pub(super) attributes: Vec<String>,
    /// Whether only the patient says what is done.
    pub(super) weak: bool,
}

/// A phrase, and what it means over the articles.
#[derive(Clone)]
struct Phrase {
    span: Span,
    key: Option<Key>,
    /// Its noun, folded.
    words: String,
    attributes: Vec<String>,
    /// Whether it is a name.
    proper: bool,
    /// The token after it.
    end: usize,
}

/// Whom the words after a passive verb give as the one who does it.
enum By {
    Said(Phrase),
    Unsaid,
    /// They say it in a way that is not understood.
    Unclear,
}

/// How a deed is told, by whom, and to whom it is done.
type Told = (Voice, Option<Phrase>, Option<Phrase>);

/// Tokens between a passive verb and its "by" at most.
const FAR: usize = 14;

impl Reader<'_> {
    fn row(&self) -> &Row {
        self.scene.row
    }

    /// All deeds that the sentence tells.
    pub(super) fn deeds(&self, passage: Passage) -> Vec<Doing> {
        let row = self.row();
        let mut found = Vec::new();
        for at in 0..row.tokens.len() {
            let Some(word) = row.tokens.get(at).map(|token| token.span) else { continue };
            let Some((mut deed, (voice, agent, patient))) = self.deed(at) else { continue };
            let pronoun = patient.as_ref().is_some_and(|phrase| phrase.key.is_none());
            let key = patient.as_ref().and_then(|phrase| phrase.key.clone());
            let key = key.or_else(|| pronoun.then(|| self.only_other(agent.as_ref(), at)).flatten());
            // People are fired; missiles and talks are another matter.
            if matches!(deed.as_str(), "dismiss" | "remove") && matches!(key, Some(Key::Noun(_))) {
                deed = stem(row.word(at));
            }
            found.push(Doing {
                telling: Telling {
                    passage,
                    word,
                    voice,
                    agent: agent.as_ref().map(|phrase| phrase.span),
                    patient: patient.as_ref().map(|phrase| phrase.span),
                },
                weak: is_weak(row.word(at)),
                proper: agent.as_ref().is_some_and(|phrase| phrase.proper),
                agent: agent.and_then(|phrase| phrase.key),
                patient: key,
                attributes: patient.map(|phrase| phrase.attributes).unwrap_or_default(),
                deed,
            });
        }
        found
    }

    /// The deed that a token tells.
    fn deed(&self, at: usize) -> Option<(String, Told)> {
        let row = self.row();
        let word = row.word(at);
        // "Jared Kushner"
        if self.scene.named.iter().any(|(name, _)| name.contains(&at)) {
            return None;
        }
        let told = match verb(word) {
            Some((deed, Form::Past)) => self.past(at, &deed).map(|(voice, agent, patient)| {
                // "was struck by a single gunshot", "fired a single shot"
                let shot = |phrase: &Option<Phrase>| phrase.as_ref().is_some_and(|it| is_shot(&it.words));
                if shot(&agent) {
                    ("kill".to_owned(), (voice, agent, patient))
                } else if shot(&patient) {
                    ("kill".to_owned(), (voice, agent, None))
                } else {
                    (deed, (voice, agent, patient))
                }
            }),
            Some((deed, Form::Present)) => self
                .active(at, at, &deed)
                .filter(|(_, patient)| patient.is_some())
                .map(|(agent, patient)| (deed, (Voice::Active, Some(agent), patient))),
            Some((deed, Form::Participle)) if is_be(row.before(self.past_adverbs(at))) => self
                .active(at, self.past_adverbs(at) - 1, &deed)
                .map(|(agent, patient)| (deed, (Voice::Active, Some(agent), patient))),
            // "blamed the House for passing a bill"
            Some((deed, Form::Participle)) if row.before(at) == "for" => self
                .subject(at - 1)
                .zip(self.object(at + 1))
                .map(|(agent, patient)| (deed, (Voice::Active, Some(agent), Some(patient)))),
            Some((deed, Form::Participle)) if matches!(row.before(at), "," | "and") => self
                .object(at + 1)
                .zip(self.subject_of_sentence())
                .map(|(patient, agent)| (deed, (Voice::Active, Some(agent), Some(patient)))),
            _ => self.done_at_last(at),
        };
        told.or_else(|| {
            let deed = noun(word)?;
            let (agent, patient) = self.event(at, &deed)?;
            Some((deed, (Voice::Event, agent, patient)))
        })
        .or_else(|| {
            let patient = (word == "died").then(|| self.subject(at)).flatten()?;
            Some(("kill".to_owned(), (Voice::Event, None, Some(patient))))
        })
    }

    /// "voted to override", "agreed on Friday to reopen": who does that does the other thing.
    fn done_at_last(&self, at: usize) -> Option<(String, Told)> {
        let row = self.row();
        let deed = (row.before(at) == "to").then(|| base(row.word(at))).flatten()?;
        let verb = self.before_day(at - 1).checked_sub(1)?;
        if matches!(row.word(verb), "voted" | "agreed" | "managed") {
            let (agent, patient) = self.active(at, verb, deed)?;
            return Some((deed.to_owned(), (Voice::Active, Some(agent), Some(patient?))));
        }
        // "the decision by Democrats to end the shutdown"
        let by = (at.saturating_sub(7)..at).rev().find(|by| row.word(*by) == "by")?;
        matches!(row.before(by), "decision" | "vote").then_some(())?;
        let agent = self.object(by + 1).filter(|agent| agent.end == at - 1)?;
        Some((deed.to_owned(), (Voice::Active, Some(agent), Some(self.object(at + 1)?))))
    }

    /// A past form is passive after a form of "be" or before "by", and active between a subject and an object.
    fn past(&self, at: usize, deed: &str) -> Option<Told> {
        let row = self.row();
        let back = self.past_adverbs(at);
        if back > 0 && is_be(row.word(back - 1)) {
            let mut first = back - 1;
            while first > 0
                && (is_be(row.word(first - 1))
                    || is_have(row.word(first - 1))
                    || is_modal(row.word(first - 1)))
            {
                first -= 1;
            }
            // What would or may be done is not told as done.
            let unreal = (first..at).any(|at| is_modal(row.word(at)) || row.word(at) == "be");
            if unreal || self.is_supposed(first) {
                return None;
            }
            let patient = self.subject(first);
            return match self.by(at) {
                By::Said(agent) => Some((Voice::Passive, Some(agent), patient)),
                By::Unsaid => Some((Voice::Agentless, None, patient)),
                By::Unclear => None,
            };
        }
        // "the fourth black man … shot dead by police", "the dossier, compiled by a former spy"
        if let Some(agent) = self.right_by(at) {
            let noun = back - usize::from(row.before(back) == ",");
            return Some((Voice::Passive, Some(agent), self.nominal(noun).map(|(patient, _)| patient)));
        }
        let (agent, patient) = self.active(at, at, deed)?;
        // "The bill passed the House": the House passed it.
        if deed == "approve"
            && matches!(agent.words.as_str(), "bill" | "measure" | "legislation" | "resolution")
        {
            let voice = if patient.is_some() { Voice::Passive } else { Voice::Agentless };
            return Some((voice, patient, Some(agent)));
        }
        Some((Voice::Active, Some(agent), patient))
    }

    /// Whether the words before a token only suppose what follows.
    fn is_supposed(&self, at: usize) -> bool {
        (at.saturating_sub(8)..at).any(|at| matches!(self.row().word(at), "if" | "whether" | "unless"))
    }

    /// Who does what the verb at `at` tells, and to whom; the subject comes before the token `first`.
    fn active(&self, at: usize, first: usize, deed: &str) -> Option<(Phrase, Option<Phrase>)> {
        let row = self.row();
        let mut back = self.past_adverbs(first);
        while back > 0 && is_have(row.word(back - 1)) {
            back -= 1;
        }
        if self.is_supposed(back) {
            return None;
        }
        let agent = self.subject(back).or_else(|| self.subject_of_first(back))?;
        let mut object = at + 1 + usize::from(matches!(row.word(at + 1), "dead" | "down"));
        // "shot and killed a man"
        if row.word(object) == "and" && verb(row.word(object + 1)).is_some() {
            object += 2;
        }
        // "announced on Friday a plan"
        let day = object + usize::from(matches!(row.word(object), "on" | "last" | "this"));
        if is_weekday(row.word(day)) {
            object = day + 1;
        }
        let patient = self.object(object);
        // Without an object only a name is sure to be the subject, and of a verb that has always one it is the object:
        // "Blake, shot in the head".
        let clause = matches!(row.word(object), "that" | "against") && agent.key.is_some();
        let sure = (clause || matches!(agent.key, Some(Key::Known(_)))) && !is_suffered(deed);
        (patient.is_some() || sure).then_some((agent, patient))
    }

    /// The subject of the first verb of the sentence, where a second one follows that is joined to it: "Obama vetoed the bill
    /// and issued a statement".
    fn subject_of_first(&self, at: usize) -> Option<Phrase> {
        let row = self.row();
        let and = at.checked_sub(1).filter(|and| row.word(*and) == "and")?;
        let first =
            (1..and).find(|at| is_past(row.word(*at)) || is_have(row.word(*at)) || is_be(row.word(*at)))?;
        let simple = (first..and).all(|at| {
            let word = row.word(at);
            let sign = row.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Sign && word != ".");
            !(sign
                || matches!(
                    word,
                    "that"
                        | "who"
                        | "which"
                        | "when"
                        | "after"
                        | "as"
                        | "while"
                        | "said"
                        | "says"
                        | "told"
                        | "and"
                )
                || is_subject(word))
        });
        simple.then(|| self.subject(self.past_adverbs(first))).flatten()
    }

    /// The first of the adverbs that end before a token.
    fn past_adverbs(&self, at: usize) -> usize {
        let row = self.row();
        let mut at = self.before_day(at);
        while at > 0
            && (row.word(at - 1).ends_with("ly")
                || matches!(
                    row.word(at - 1),
                    "also"
                        | "then"
                        | "later"
                        | "already"
                        | "now"
                        | "both"
                        | "all"
                        | "just"
                        | "first"
                        | "again"
                ))
        {
            at = self.before_day(at - 1);
        }
        at
    }

    /// The token at which a day ends before `at` begins: "Obama on Wednesday visited".
    fn before_day(&self, at: usize) -> usize {
        let row = self.row();
        match at.checked_sub(1).filter(|day| is_weekday(row.word(*day))) {
            Some(day) => day - usize::from(row.before(day) == "on"),
            None => at,
        }
    }

    /// Who did what the passive verb at `at` tells.
    fn by(&self, at: usize) -> By {
        if let Some(agent) = self.right_by(at) {
            return By::Said(agent);
        }
        // "was invited to speak to Congress by its Speaker"
        let row = self.row();
        for by in at + 1..(at + FAR).min(row.tokens.len()) {
            let word = row.word(by);
            let ends = matches!(
                word,
                "," | ";"
                    | ":"
                    | "."
                    | "—"
                    | "–"
                    | "("
                    | "and"
                    | "but"
                    | "who"
                    | "which"
                    | "that"
                    | "when"
                    | "after"
                    | "before"
                    | "because"
                    | "while"
                    | "as"
            );
            if ends || by > at + 1 && is_past(word) || is_be(word) || is_have(word) {
                break;
            }
            if word == "by" && !self.is_means(by + 1) {
                let agent = self.object(by + 1).filter(|agent| agent.key.is_some());
                return agent.map_or(By::Unclear, By::Said);
            }
        }
        By::Unsaid
    }

    /// The agent right after a verb, past "dead".
    fn right_by(&self, at: usize) -> Option<Phrase> {
        let row = self.row();
        let by = at + 1 + usize::from(row.word(at + 1) == "dead");
        (row.word(by) == "by" && !self.is_means(by + 1)).then(|| self.object(by + 1)).flatten()
    }

    /// Whether what follows "by" says how or when: "by driving", "by Friday".
    fn is_means(&self, at: usize) -> bool {
        let word = self.row().word(at);
        word.ends_with("ing") || is_weekday(word) || matches!(word, "mistake" | "accident" | "law" | "now")
    }

    /// The phrase that begins at a token: a name with its titles, a pronoun, or a noun with what stands before it.
    fn object(&self, at: usize) -> Option<Phrase> {
        let (scene, row) = (self.scene, self.row());
        if matches!(row.word(at), "him" | "her" | "them" | "it") && !row.is_noun(at + 1) {
            return Some(self.phrase(at..at + 1, None));
        }
        // A name within reach, with nothing but its title or description before it.
        let may_precede = |at| {
            row.is_nominal(at) && !is_past(row.word(at)) || row.word(at) == "." && row.before(at).len() < 4
        };
        let named = scene.named.iter().filter(|(name, _)| name.start >= at).find(|(name, _)| {
            name.start - at <= 6
                && (at..name.start).all(may_precede)
                && !matches!(row.word(name.end), "'s" | "’s" | "'")
                && (!row.is_noun(name.end) || is_plain(row.word(name.end)))
        });
        if let Some((name, who)) = named {
            return Some(Phrase { key: self.name(*who), proper: true, ..self.phrase(at..name.end, None) });
        }
        let mut end = at;
        while end < at + 7
            && (self.is_inside(end) || end > at && row.word(end).ends_with("ing") && row.is_noun(end + 1))
            && !(end > at + 1 && matches!(row.word(end), "last" | "this" | "next" | "the" | "a" | "an"))
        {
            end += 1;
        }
        let head = end.checked_sub(1).filter(|head| *head >= at && row.is_noun(*head))?;
        // "a desperate, dysfunctional party", "nuclear and missile tests"
        let adjectives =
            matches!(row.word(end), "," | "and") && is_adjective(row.word(head)) && row.is_noun(end + 1);
        (!adjectives).then(|| self.phrase(at..end, Some(head)))
    }

    /// Whether the token may be part of a noun phrase: "the United States", "the Democrats’ bill".
    fn is_inside(&self, at: usize) -> bool {
        let row = self.row();
        let word = row.word(at);
        row.is_nominal(at) && !is_plain(word)
            || row.is_capital(at) && ["ed", "ing", "ly"].iter().any(|ending| word.ends_with(ending))
            || matches!(word, "'" | "’") && row.before(at).ends_with('s')
    }

    /// The phrase that ends before a token and is the subject of what follows.
    fn subject(&self, at: usize) -> Option<Phrase> {
        let row = self.row();
        let mut end = self.before_day(at);
        // "who shot and killed a man"
        while end > 1 && row.word(end - 1) == "and" && verb(row.word(end - 2)).is_some() {
            end -= 2;
        }
        // "Rep. Blake Farenthold (R-Texas) resigned"
        if row.before(end) == ")"
            && let Some(open) = (end.saturating_sub(8)..end).rev().find(|at| row.word(*at) == "(")
        {
            end = open;
        }
        // "Blake, 40, shot"
        if end > 2
            && row.word(end - 1) == ","
            && row.word(end - 2).parse::<u8>().is_ok()
            && row.word(end - 3) == ","
        {
            end -= 3;
        } else if row.before(end) == "," {
            return self.before_aside(end - 1);
        }
        if end > 0 && matches!(row.word(end - 1), "who" | "which" | "that") {
            end -= 1;
            if end > 0 && row.word(end - 1) == "," {
                end -= 1;
            }
        }
        let (phrase, start) = self.nominal(end)?;
        match start.checked_sub(1) {
            // "Officials in Hawaii have": the subject stands before.
            Some(before) if is_inner(row.word(before)) => {
                let head = before.checked_sub(1).filter(|at| row.is_noun(*at) && !row.is_mark(*at))?;
                let whole = self.subject(head + 1).filter(|whole| whole.end == head + 1)?;
                let span = Span::new(whole.span.start, phrase.span.end);
                Some(Phrase { span, end, ..whole })
            }
            // "as he welcomed" is no phrase after a preposition.
            Some(before) if is_preposition(row.word(before)) && !is_subject(row.word(start)) => None,
            _ => (row.word(end) != "that").then_some(phrase),
        }
    }

    /// The noun phrase, pronoun or name that ends before a token, and its first token with its titles.
    fn nominal(&self, end: usize) -> Option<(Phrase, usize)> {
        let row = self.row();
        let last = end.checked_sub(1)?;
        if is_subject(row.word(last)) {
            return Some((self.phrase(last..end, None), last));
        }
        let mut start = last;
        if let Some((name, who)) = self.scene.named.iter().find(|(name, _)| name.end == end) {
            start = name.start;
            while start > 0
                && (row.word(start - 1) == "." || is_title(row.word(start - 1)) || row.is_modifier(start - 1))
            {
                start -= 1;
            }
            return Some((
                Phrase { key: self.name(*who), proper: true, ..self.phrase(name.clone(), None) },
                start,
            ));
        }
        if !row.is_noun(last) {
            return None;
        }
        while start > 0 && end - start < 7 && self.is_inside(start - 1) {
            start -= 1;
        }
        let two = (start + 1..last).any(|at| matches!(row.word(at), "a" | "an" | "the"));
        (!two).then(|| (self.phrase(start..end, Some(last)), start))
    }

    /// The name before an aside between commas that ends at the comma `at`: "Farenthold, the Republican of Texas, resigned".
    fn before_aside(&self, at: usize) -> Option<Phrase> {
        let (scene, row) = (self.scene, self.row());
        let (name, who) = scene.named.iter().rev().find(|(name, _)| {
            let mut start = name.start;
            while start > 0
                && (row.word(start - 1) == "." || is_title(row.word(start - 1)) || row.is_noun(start - 1))
            {
                start -= 1;
            }
            let opens = start == 0
                || matches!(row.word(start - 1), "—" | "–" | "-" | "," | "that" | "“" | "\"" | "and" | "but");
            name.end < at && row.word(name.end) == "," && opens
        })?;
        // A list of names is no aside.
        let list = scene.named.iter().any(|(other, _)| other.start == name.end + 1);
        (!list && (name.end..at).all(|at| row.word(at) != ";")).then(|| Phrase {
            key: self.name(*who),
            proper: true,
            ..self.phrase(name.clone(), None)
        })
    }

    /// The name or pronoun that the sentence begins with.
    fn subject_of_sentence(&self) -> Option<Phrase> {
        let (scene, row) = (self.scene, self.row());
        if matches!(row.word(0), "he" | "she" | "they") {
            return Some(self.phrase(0..1, None));
        }
        let (name, who) = scene.named.first()?;
        (name.start <= 4 && (0..name.start).all(|at| row.is_nominal(at))).then(|| Phrase {
            key: self.name(*who),
            proper: true,
            ..self.phrase(0..name.end, None)
        })
    }

    /// An event noun with what it says of whom: "the shooting of X by police", "X’s death", "his veto of the bill".
    fn event(&self, at: usize, deed: &str) -> Option<(Option<Phrase>, Option<Phrase>)> {
        let (scene, row) = (self.scene, self.row());
        let mut start = at;
        while start > 0 && row.is_modifier(start - 1) {
            start -= 1;
        }
        let before = row.before(start);
        if row.is_noun(at + 1) {
            return None;
        }
        let of = (row.word(at + 1) == "of").then(|| self.object(at + 2));
        let owner = match before {
            "'s" | "’s" | "'" => {
                let (name, who) = scene.named.iter().find(|(name, _)| name.end + 1 == start)?;
                Some(Phrase { key: self.name(*who), proper: true, ..self.phrase(name.clone(), None) })
            }
            "his" | "her" | "their" | "its" => Some(self.phrase(start - 1..start, None)),
            "the" | "this" | "a" | "an" => None,
            _ => return None,
        };
        match (owner, of) {
            // "his veto of the bill"
            (Some(owner), Some(of)) => Some((Some(owner), Some(of?))),
            // "Farenthold’s resignation"
            (Some(owner), None) if is_once(deed) => Some((Some(owner), None)),
            // "Kaba’s death"; "his death" is of somebody whom the words do not tell.
            (Some(owner), None) => (is_suffered(deed) && owner.key.is_some()).then_some((None, Some(owner))),
            (None, Some(of)) => {
                let of = of?;
                let agent = (row.word(of.end) == "by").then(|| self.object(of.end + 1));
                Some((agent.flatten(), Some(of)))
            }
            (None, None) => matches!(before, "the" | "this").then_some((None, None)),
        }
    }

    /// The phrase of these tokens, and what its noun means.
    fn phrase(&self, range: std::ops::Range<usize>, head: Option<usize>) -> Phrase {
        let row = self.row();
        let span = row.span(&range);
        let attributes = head.map_or(range.end, |head| head);
        let attributes = (range.start..attributes)
            .map(|at| row.word(at).to_owned())
            .filter(|word| word.len() > 3 && !matches!(word.as_str(), "this" | "their" | "that"));
        Phrase {
            span,
            key: head.and_then(|head| self.key(span, row.word(head))),
            proper: head.is_some_and(|head| head > 0 && row.is_capital(head)),
            words: head.map_or("", |head| row.word(head)).to_owned(),
            attributes: if head.is_some() { attributes.collect() } else { Vec::new() },
            end: range.end,
        }
    }

    fn name(&self, who: Identity) -> Option<Key> {
        self.names.get(who).map(|known| Key::Known(known.name.clone()))
    }

    /// Whom a phrase means, or what its noun is.
    fn key(&self, span: Span, head: &str) -> Option<Key> {
        let from = (self.article, Span::new(span.start, 0));
        let near = self
            .meanings
            .range(from..)
            .take_while(|((article, at), _)| *article == self.article && at.start < span.end);
        let meant = near.filter(|((_, at), _)| span.contains(*at)).map(|(_, name)| name).last();
        let vague = matches!(
            head,
            "week"
                | "day"
                | "month"
                | "year"
                | "time"
                | "night"
                | "morning"
                | "afternoon"
                | "way"
                | "thing"
                | "people"
                | "lot"
                | "part"
                | "one"
        );
        meant
            .map(|name| Key::Known(name.clone()))
            .or_else(|| (!vague && head.len() > 2).then(|| Key::Noun(stem(head))))
    }

    /// The only person besides `agent` whom the sentence names before the token `at`.
    fn only_other(&self, agent: Option<&Phrase>, at: usize) -> Option<Key> {
        let before = self.scene.named.iter().filter(|(name, _)| name.end <= at);
        let others: BTreeSet<Key> = before.filter_map(|(_, who)| self.name(*who)).collect();
        let others: Vec<&Key> =
            others.iter().filter(|key| agent.and_then(|agent| agent.key.as_ref()) != Some(key)).collect();
        match others[..] {
            [only] => Some(only.clone()),
            _ => None,
        }
    }
}
