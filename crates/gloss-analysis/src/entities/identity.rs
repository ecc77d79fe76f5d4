//! Who is who: the mentions of one article gathered under entities.

use super::{
    Entity, EntityId, EntityKind, capitals,
    draft::Draft,
    owners, parts_of_names, public_life, short_forms, states,
    words_of_names::{BEARERS, fold, words},
};
use crate::english::{
    names::{BODIES, FAMILY, FIRST_SURNAMES},
    titles,
};
use gloss_text::TokenKind;
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// How far before a first name the family may be named whose it is, in tokens.
const REACH: usize = 150;
/// Whether "'s family" or the like is at `at`.
fn has_family(draft: &Draft, at: usize) -> bool {
    draft.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive)
        && FAMILY.contains(draft.next_word(at + 1))
}

/// What the passes before have found out about names.
#[derive(Default)]
pub(super) struct Links {
    /// Letters and the range of what they stand for.
    pub(super) acronyms: HashMap<String, Range<usize>>,
    /// Other names of people, and the range of the person's own where the text gives it.
    pub(super) aliases: HashMap<String, Option<Range<usize>>>,
}

/// The entities of an article, and for each of `names` which it is.
pub(super) fn resolve(
    draft: &Draft,
    names: &[(EntityKind, Range<usize>)],
    links: &Links,
) -> (Vec<Option<EntityId>>, Vec<Entity>) {
    let people = People::read(draft, names);
    let by_start: HashMap<usize, usize> =
        names.iter().enumerate().map(|(at, (_, range))| (range.start, at)).collect();
    let generic = generic(draft, names);
    let shorter = short_forms::ShortForms::read(draft, names);
    let house = house(draft, names);
    let owners = owners::Owners::read(draft, names);
    let usual_place = |name: &str| public_life::usual_name(EntityKind::Place, name);
    // "America" is the United States where the article names these, too.
    let states = names.iter().filter(|(kind, _)| *kind == EntityKind::Place).find_map(|(_, range)| {
        usual_place(&self::words(draft, range).join(" ")).filter(|usual| *usual == "United States")
    });
    let mut gathering = Gathering::default();
    let mut ids = Vec::with_capacity(names.len());
    for (index, (kind, range)) in names.iter().enumerate() {
        let words = words(draft, range);
        let id = if *kind == EntityKind::Person {
            let owner = links.aliases.get(&words.join(" ")).cloned().flatten();
            let person = match owner.and_then(|owner| by_start.get(&owner.start).copied()) {
                Some(owner) => people.who(owner),
                None => people.who(index).or_else(|| people.of_family(draft, names, index)),
            };
            person
                .map(|person| gathering.id((EntityKind::Person, Key::Person(person)), || people.name(person)))
        } else {
            let short = words.join(" ");
            let of_kind = *kind == EntityKind::Organisation;
            let meant =
                generic.get(short.as_str()).cloned().flatten().filter(|_| of_kind && range.len() == 1);
            let meant = meant
                .or_else(|| links.acronyms.get(&short).cloned())
                .or_else(|| {
                    shorter.stands_for(draft, range).filter(|_| of_kind && !public_life::is_known(&short))
                })
                .unwrap_or_else(|| range.clone());
            let name = self::words(draft, &meant).join(" ");
            let usual = public_life::usual_name(*kind, &name)
                .or_else(|| states.filter(|_| *kind == EntityKind::Place && name == "America"))
                .or_else(|| house.filter(|_| of_kind && name == "House"))
                .or_else(|| states::full_name(draft, range).filter(|_| *kind == EntityKind::Place));
            let body = owners.of(index);
            let key = match &body {
                Some(body) => body.key.clone(),
                None => usual.map_or_else(
                    || match fold(&name) {
                        name if *kind == EntityKind::Place => plain_place(&name).to_owned(),
                        name => in_one_order(&name),
                    },
                    str::to_owned,
                ),
            };
            let full = || match body {
                Some(body) => body.whole,
                None => usual.map_or_else(|| draft.span(&meant).of(draft.text).to_owned(), str::to_owned),
            };
            Some(gathering.id((*kind, Key::Name(key)), full))
        };
        if let Some(id) = id {
            gathering.note(id, draft, range, *kind);
        }
        ids.push(id);
    }
    gathering.entities.iter_mut().for_each(capitals::lower);
    (ids, gathering.entities)
}

/// "karak" of "al karak", "al-karak" and "karak governorate".
fn plain_place(place: &str) -> &str {
    let place = place.strip_suffix(" governorate").unwrap_or(place);
    let articles = ["al ", "al - ", "al-", "el - ", "el-"];
    articles.iter().find_map(|article| place.strip_prefix(article)).unwrap_or(place)
}

/// "Department of Justice" and "Justice Department" in one order.
fn in_one_order(name: &str) -> String {
    for head in ["department", "ministry"] {
        let of = [" of the ", " for the ", " of ", " for "];
        let rest = name.strip_prefix(head).and_then(|rest| of.iter().find_map(|of| rest.strip_prefix(of)));
        if let Some(rest) = rest {
            return format!("{rest} {head}");
        }
    }
    name.to_owned()
}

/// What "the House" is: that of Representatives where the article speaks of a Congress, or of Commons where it names British
/// bodies and nothing of an American Congress.
fn house(draft: &Draft, names: &[(EntityKind, Range<usize>)]) -> Option<&'static str> {
    let has = |words: [&str; 2]| (0..draft.tokens.len()).any(|at| words.contains(&draft.word(at)));
    if is_westminster(draft, names) {
        Some("House of Commons")
    } else {
        (has(["Congress", "Representatives"]) && !has(["Commons", "Lords"]))
            .then_some("House of Representatives")
    }
}

fn is_westminster(draft: &Draft, names: &[(EntityKind, Range<usize>)]) -> bool {
    let british = names.iter().any(|(kind, range)| {
        *kind == EntityKind::Organisation && public_life::is_british_body(&words(draft, range).join(" "))
    });
    let american = |at: usize| {
        matches!(draft.word(at), "Senate" | "Congress" | "Representatives" | "Republicans" | "Democrats")
    };
    british && !(0..draft.tokens.len()).any(american)
}

/// For such words the only organisation of the article that has it at one end of its name, or `None`.
fn generic<'a>(
    draft: &Draft<'a>,
    names: &[(EntityKind, Range<usize>)],
) -> HashMap<&'a str, Option<Range<usize>>> {
    let mut found: HashMap<&str, Option<Range<usize>>> = HashMap::new();
    let longer = names.iter().filter(|(kind, range)| *kind == EntityKind::Organisation && range.len() > 1);
    // "the House" is never the White House.
    for (_, range) in longer.filter(|(_, range)| draft.word(range.start) != "White") {
        for end in [range.start, range.end - 1]
            .map(|at| draft.word(at))
            .into_iter()
            .filter(|end| BODIES.contains(*end))
        {
            let known = found.entry(end).or_insert_with(|| Some(range.clone()));
            if known.as_ref().is_some_and(|known| words(draft, known) != words(draft, range)) {
                *known = None;
            }
        }
    }
    found
}

#[derive(PartialEq, Eq, Hash)]
enum Key {
    Person(usize),
    Name(String),
}

#[derive(Default)]
struct Gathering {
    by_key: HashMap<(EntityKind, Key), EntityId>,
    entities: Vec<Entity>,
}

impl Gathering {
    fn id(&mut self, key: (EntityKind, Key), name: impl FnOnce() -> String) -> EntityId {
        let next = self.entities.len();
        let kind = key.0;
        let id = *self.by_key.entry(key).or_insert(next);
        if id == next {
            self.entities.push(Entity::new(kind, name()));
        }
        id
    }

    /// Keeps how the entity is called here.
    fn note(&mut self, id: EntityId, draft: &Draft, range: &Range<usize>, kind: EntityKind) {
        let start = if kind == EntityKind::Person { titles_start(draft, range.start) } else { range.start };
        let called = draft.span(&(start..range.end)).of(draft.text);
        if let Some(entity) = self.entities.get_mut(id) {
            if called != entity.name
                && entity.aliases.len() < BEARERS
                && !entity.aliases.iter().any(|a| a == called)
            {
                entity.aliases.push(called.to_owned());
            }
            for title in single_titles(draft, start..range.start) {
                let title = draft.span(&title).of(draft.text);
                if entity.titles.len() < BEARERS && !entity.titles.iter().any(|known| known == title) {
                    entity.titles.push(title.to_owned());
                }
            }
        }
    }
}

/// Separates titles that follow each other: "Assistant Commissioner" and "Sir".
fn single_titles(draft: &Draft, titles: Range<usize>) -> Vec<Range<usize>> {
    let mut single: Vec<Range<usize>> = Vec::new();
    for at in titles {
        let stands_alone = |at| titles::is_address(draft.word(at));
        match single.last_mut() {
            Some(last) if draft.word(at) == "." || !stands_alone(at) && !stands_alone(last.start) => {
                last.end = at + 1;
            }
            _ => single.push(at..at + 1),
        }
    }
    single
}

/// The first token of the titles before `at`.
pub(super) fn titles_start(draft: &Draft, mut at: usize) -> usize {
    for _ in 0..titles::MOST {
        if at == 0 || draft.begins_sentence(at) {
            break;
        }
        let before =
            if draft.word(at - 1) == "." && draft.is_glued(at - 1) { at.saturating_sub(2) } else { at - 1 };
        if !titles::is_title(draft.word(before)) {
            break;
        }
        at = before;
    }
    at
}

/// The people of an article, by their names.
struct People<'a> {
    /// For each mention its words, folded, and its titles.
    mentions: Vec<(Vec<String>, Vec<&'a str>)>,
    /// The fullest name of each person, as folded words, as the text has it, and the titles used with it.
    known: Vec<(Vec<String>, String, Vec<&'a str>)>,
    by_last: HashMap<String, Vec<usize>>,
    by_first: HashMap<String, Vec<usize>>,
    by_middle: HashMap<String, Vec<usize>>,
    by_name: HashMap<Vec<String>, usize>,
    /// For each person the indices of the first mention and of the first one by the full name.
    introduced: Vec<(usize, usize)>,
    /// The index of the first mention by one word without a title, by that word.
    bare: HashMap<String, usize>,
    /// Who is called by a given name alone somewhere.
    by_given: HashSet<usize>,
}

impl<'a> People<'a> {
    fn read(draft: &Draft<'a>, names: &[(EntityKind, Range<usize>)]) -> Self {
        let mut people = Self {
            mentions: Vec::new(),
            known: Vec::new(),
            by_last: HashMap::new(),
            by_first: HashMap::new(),
            by_middle: HashMap::new(),
            by_name: HashMap::new(),
            introduced: Vec::new(),
            bare: HashMap::new(),
            by_given: HashSet::new(),
        };
        for (kind, range) in names {
            let folded = words(draft, range).into_iter().map(fold).collect();
            let (folded, ruler) = parts_of_names::compared(folded);
            let ruler = ruler.or_else(|| {
                let before = range.start.checked_sub(1).filter(|_| !draft.begins_sentence(range.start))?;
                parts_of_names::ruler(draft.word(before))
            });
            let before = titles_start(draft, range.start)..range.start;
            let titles = before.map(|at| titles::spelt_out(draft.word(at))).filter(|title| *title != ".");
            let titles = titles.chain(ruler).collect();
            people.mentions.push(if *kind == EntityKind::Person {
                (folded, titles)
            } else {
                Default::default()
            });
        }
        // The fullest names come first, so that each shorter one finds whose it is.
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_key(|index| std::cmp::Reverse(people.mentions[*index].0.len()));
        for index in order {
            let (name, titles) = people.mentions[index].clone();
            if name.is_empty() {
                continue;
            }
            let found = match people.by_name.get(&name) {
                Some(person) if name.len() > 1 => Bearer::One(*person),
                _ => people.bearer(&name, &titles),
            };
            match found {
                Bearer::One(person) => {
                    if name.len() > 1 {
                        people.by_name.entry(name).or_insert(person);
                    }
                    let known = &mut people.known[person].2;
                    known.extend(
                        titles.into_iter().filter(|title| !known.contains(title)).collect::<Vec<_>>(),
                    );
                }
                Bearer::Several => {}
                Bearer::Nobody => {
                    let written = draft.span(&names[index].1).of(draft.text).to_owned();
                    people.add(name, written, titles);
                }
            }
        }
        people.introduce();
        people
    }

    /// Notes where everybody is introduced.
    fn introduce(&mut self) {
        self.introduced = vec![(usize::MAX, usize::MAX); self.known.len()];
        for (index, (name, titles)) in self.mentions.iter().enumerate() {
            if name.is_empty() {
                continue;
            }
            if name.len() == 1 && titles.is_empty() {
                self.bare.entry(name[0].clone()).or_insert(index);
            }
            let person = match self.by_name.get(name).filter(|_| name.len() > 1) {
                Some(person) => *person,
                None => match self.bearer(name, titles) {
                    Bearer::One(person) => person,
                    Bearer::Several | Bearer::Nobody => continue,
                },
            };
            let known = &mut self.introduced[person];
            known.0 = known.0.min(index);
            if name.len() > 1 {
                known.1 = known.1.min(index);
            } else if self.known[person].0.len() > 1 && self.known[person].0.first() == name.first() {
                self.by_given.insert(person);
            }
        }
    }

    /// Whom of several bearers the surname alone means: the one who was called by it before the others were
    /// introduced, or the only one who is never called by the given name.
    fn chief_bearer(&self, name: &[String], titles: &[&str]) -> Option<usize> {
        let [surname] = name else { return None };
        let mut bearers = self.by_last.get(surname)?.clone();
        bearers.retain(|person| self.may_be(*person, name, titles));
        self.without_sons(&mut bearers);
        let first = bearers.iter().copied().min_by_key(|person| self.introduced[*person].1)?;
        let others = || bearers.iter().filter(|person| **person != first);
        let second = others().map(|person| self.introduced[*person].0).min()?;
        let called = self.bare.get(surname).is_some_and(|bare| *bare < second);
        let by_given =
            others().all(|person| self.by_given.contains(person)) && !self.by_given.contains(&first);
        (titles.is_empty() && (called || by_given)).then_some(first)
    }

    fn add(&mut self, name: Vec<String>, written: String, titles: Vec<&'a str>) {
        let person = self.known.len();
        // "Tsai Ing-wen" is Ms Tsai.
        let given = written.rsplit('-').next().is_some_and(|last| last.starts_with(char::is_lowercase));
        let hyphenated = given && matches!(name.as_slice(), [_, _, hyphen, _] if hyphen == "-");
        let family_first =
            hyphenated || FIRST_SURNAMES.contains(written.split(' ').next().unwrap_or_default());
        let (length, _) = parts_of_names::suffix(&name);
        let last = length.checked_sub(1).and_then(|last| name.get(last));
        // "David Liang Chong-hou" is Mr Liang.
        let after_given =
            given && name.len() > 4 && name.get(name.len() - 2).is_some_and(|hyphen| hyphen == "-");
        let surname = match () {
            () if after_given => name.get(name.len() - 4),
            () if family_first => name.first(),
            () => last,
        };
        // "Lee Smith" may be anybody of both names.
        let also = last.filter(|_| family_first && !hyphenated && name.len() > 1);
        let note = |index: &mut HashMap<String, Vec<usize>>, word: Option<&String>| {
            if let Some(word) = word {
                let bearers = index.entry(word.clone()).or_default();
                if bearers.len() < BEARERS {
                    bearers.push(person);
                }
            }
        };
        note(&mut self.by_last, surname);
        note(&mut self.by_last, also);
        note(&mut self.by_first, name.first());
        let middle = name.get(1..length.saturating_sub(1)).unwrap_or_default();
        // A particle or an initial calls nobody.
        let calls = |word: &&String| word.chars().count() > 3;
        middle.iter().filter(calls).for_each(|word| note(&mut self.by_middle, Some(word)));
        self.by_name.insert(name.clone(), person);
        self.known.push((name, written, titles));
    }

    fn name(&self, person: usize) -> String {
        self.known.get(person).map(|person| person.1.clone()).unwrap_or_default()
    }

    /// Who is meant by a mention, if the text says so.
    fn who(&self, mention: usize) -> Option<usize> {
        let (name, titles) = self.mentions.get(mention)?;
        match self.by_name.get(name).filter(|_| name.len() > 1) {
            Some(person) => Some(*person),
            None => match self.bearer(name, titles) {
                Bearer::One(person) => Some(person),
                Bearer::Several => self.chief_bearer(name, titles),
                Bearer::Nobody => None,
            },
        }
    }

    /// Who is meant by a first name that several bear: the one whose family was last named before, as those who
    /// are told to be of it then speak.
    fn of_family(
        &self,
        draft: &Draft,
        names: &[(EntityKind, Range<usize>)],
        mention: usize,
    ) -> Option<usize> {
        let (name, titles) = self.mentions.get(mention)?;
        let given = name.first().filter(|_| name.len() == 1 && titles.is_empty());
        let bearers = self.by_first.get(given?)?;
        let at = names.get(mention)?.1.start;
        let before = (0..mention).rev().take_while(|other| names[*other].1.start + REACH > at);
        let families = before.filter(|other| {
            let (kind, range) = &names[*other];
            *kind == EntityKind::Person && has_family(draft, range.end)
        });
        families.take(1).find_map(|other| self.who(other)).filter(|person| bearers.contains(person))
    }

    fn bearer(&self, name: &[String], titles: &[&str]) -> Bearer {
        let of = |index: &HashMap<String, Vec<usize>>, word: Option<&String>| {
            word.and_then(|word| index.get(word)).cloned().unwrap_or_default()
        };
        let ruler = |title: &&str| parts_of_names::is_ruler(title);
        let honoured = titles.iter().any(|title| titles::takes_first_name(title) || ruler(title));
        let (length, _) = parts_of_names::suffix(name);
        let mut bearers = of(&self.by_last, length.checked_sub(1).and_then(|last| name.get(last)));
        bearers.retain(|person| self.may_be(*person, name, titles));
        if name.len() > 1 {
            // "Keir Rodney Starmer" and "Keir Starmer", but not "John Smith" and "Jane Smith".
            if bearers.is_empty() {
                bearers = of(&self.by_first, name.first());
                bearers.retain(|person| parts_of_names::is_shorter(name, &self.known[*person].0));
                bearers.truncate(usize::from(bearers.len() == 1));
            }
            return Bearer::of(&bearers);
        }
        self.without_sons(&mut bearers);
        if bearers.is_empty() || honoured {
            let mut given = of(&self.by_first, name.first());
            given.retain(|person| {
                let (_, _, known) = &self.known[*person];
                // "Sir Mark" is a knight's first name; "Mr Mark" would be a surname.
                if honoured { known.iter().any(|title| titles.contains(title)) } else { titles.is_empty() }
            });
            if !given.is_empty() {
                return Bearer::of(&given);
            }
        }
        if bearers.is_empty() && titles.is_empty() {
            // The second name may be what somebody goes by.
            let middle = of(&self.by_middle, name.first());
            return if middle.len() == 1 { Bearer::of(&middle) } else { Bearer::Nobody };
        }
        match Bearer::of(&bearers) {
            Bearer::Several => {
                bearers.retain(|person| titles.iter().any(|title| self.known[*person].2.contains(title)));
                if bearers.len() == 1 { Bearer::of(&bearers) } else { Bearer::Several }
            }
            found => found,
        }
    }

    /// Whether nothing in the names and titles speaks against a person who has the same surname.
    fn may_be(&self, person: usize, name: &[String], titles: &[&str]) -> bool {
        let (full, written, known) = &self.known[person];
        let sex = |titles: &[&str]| {
            titles.iter().find_map(|title| match *title {
                "Mr" | "Sir" | "Lord" => Some(true),
                "Mrs" | "Ms" | "Miss" | "Dame" | "Lady" | "Baroness" => Some(false),
                _ => None,
            })
        };
        let same_sex = sex(titles).is_none_or(|a| sex(known).is_none_or(|b| a == b));
        let (length, suffix) = parts_of_names::suffix(name);
        let (full_length, full_suffix) = parts_of_names::suffix(full);
        if name.len() == 1 {
            // "Prince Jonas" is called by a given name.
            let ruled = titles.iter().any(|title| parts_of_names::is_ruler(title));
            return same_sex && (!ruled || name.first() == full.first());
        }
        let (name, full) = (name.get(..length).unwrap_or(name), full.get(..full_length).unwrap_or(full));
        // "Khalid Al-Hadi Al-Rashid" and "Omar Khalid Al-Hadi Al-Rashid" are two.
        let of_family = ["Al-", "al-", "El-", "el-"].iter().any(|article| written.contains(article));
        same_sex
            && suffix == full_suffix
            && (name.first() == full.first() || full.ends_with(name) && !of_family)
    }

    /// Leaves the father out where the son has the same name and no suffix, and the other way round: the name alone is
    /// that of whom the article calls by it.
    fn without_sons(&self, bearers: &mut Vec<usize>) {
        let of = |person: usize| self.known.get(person).map(|known| known.0.as_slice()).unwrap_or_default();
        let plain: Vec<usize> = bearers
            .iter()
            .copied()
            .filter(|person| parts_of_names::suffix(of(*person)).1.is_none())
            .collect();
        bearers.retain(|person| {
            let (length, suffix) = parts_of_names::suffix(of(*person));
            let name = of(*person).get(..length).unwrap_or_default();
            suffix.is_none() || !plain.iter().any(|other| of(*other).first() == name.first())
        });
    }
}

enum Bearer {
    Nobody,
    One(usize),
    Several,
}

impl Bearer {
    fn of(bearers: &[usize]) -> Self {
        match bearers {
            [] => Self::Nobody,
            [only] => Self::One(*only),
            _ => Self::Several,
        }
    }
}
