//! Names by rules: where they stand, of which kind, and which of them mean the same. The tagger's names are where
//! the rules begin.

mod acronyms;
mod aliases;
mod calendar;
mod draft;
mod extent;
mod identity;
mod persons;
mod products;
mod public_life;
mod quantities;
mod roles;

use crate::{Entity, EntityId, EntityKind, Mention, tagger::Model};
use draft::Draft;
use gloss_text::{Article, Span, sentences};

/// Finds the mentions of an article and gathers them under entities.
pub(super) fn recognise(article: &Article, model: &Model) -> (Vec<Mention>, Vec<Entity>) {
    let text = article.text();
    let passages: Vec<Span> =
        article.document.prose().flat_map(|block| sentences(text, block.span)).collect();
    let document = model.lexicon.document(text, &passages);
    let names = model.names(&document);
    let mut draft = Draft::new(text, document.tokens, &document.sentences);
    for (kind, range) in names {
        extent::mark(&mut draft, kind, &range);
    }
    extent::part_owners(&mut draft);
    products::unmark(&mut draft);
    public_life::mark(&mut draft);
    persons::mark_titled(&mut draft);
    persons::join_hyphenated(&mut draft);
    let acronyms = acronyms::mark(&mut draft);
    persons::mark_surnames(&mut draft);
    let aliases = aliases::mark(&mut draft);
    let names = draft.names();
    let (ids, mut entities) = identity::resolve(&draft, &names, &identity::Links { acronyms, aliases });
    let mut mentions: Vec<Mention> = names
        .iter()
        .zip(&ids)
        .map(|((kind, range), entity)| Mention { span: draft.span(range), kind: *kind, entity: *entity })
        .collect();
    for role in roles::find(&draft, &names, &ids) {
        if let Some(holder) = role.holder.and_then(|holder| entities.get_mut(holder))
            && !holder.roles.contains(&role.name)
        {
            holder.roles.push(role.name);
        }
        mentions.push(Mention { span: draft.span(&role.range), kind: EntityKind::Role, entity: role.holder });
    }
    for found in calendar::find(&draft, article.metadata.published) {
        let span = draft.span(&found.range);
        let entity = Entity { date: found.date, ..Entity::new(EntityKind::Date, span.of(text)) };
        mentions.push(Mention { span, kind: EntityKind::Date, entity: Some(entities.len()) });
        entities.push(entity);
    }
    for (kind, range) in quantities::find(&draft) {
        mentions.push(Mention { span: draft.span(&range), kind, entity: None });
    }
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    (mentions, entities)
}

/// Gives the dates of an analysis their meaning by the day on which the article was published, which the reader
/// may have told after the analysis.
pub(super) fn resolve_dates(article: &Article, mentions: &[Mention], entities: &mut [Entity]) {
    for mention in mentions.iter().filter(|mention| mention.kind == EntityKind::Date) {
        if let Some(entity) = mention.entity.and_then(|id| entities.get_mut(id)) {
            let words = mention.span.of(article.text());
            entity.date = calendar::resolve(words, article.metadata.published, entity.date);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntityKind::{Age, Date, Duration, Money, Organisation, Person, Place, Role};
    use gloss_ingest::plain_text;
    use gloss_text::{Day, Metadata};
    use proptest::prelude::*;

    /// Mentions of `kind` stand in square brackets. Behind `=` is whom or what they mean where that is another
    /// name: the entity, a role's holder, a date's day; `?` for nobody known. Only rules are at work, and the
    /// article was published on 22 November 2025.
    #[track_caller]
    fn check(kind: EntityKind, marked: &str) {
        let mut text = String::new();
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once('[') {
            let (inside, behind) = after.split_once(']').unwrap();
            text += before;
            text += inside.split('=').next().unwrap();
            rest = behind;
        }
        text += rest;
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let article =
            article.with_metadata(Metadata { published: Day::new(2025, 11, 22), ..Metadata::default() });
        assert_eq!(show(&article, kind), marked);
    }

    fn show(article: &Article, kind: EntityKind) -> String {
        let (mentions, entities) = recognise(article, &Model::default());
        let mut shown = String::new();
        let mut at = 0;
        for mention in mentions.iter().filter(|mention| mention.kind == kind) {
            let words = mention.span.of(article.text());
            let meaning = match mention.entity.map(|id| &entities[id]) {
                Some(Entity { date: Some(date), .. }) => date.to_string(),
                Some(entity) => entity.name.clone(),
                None if kind == Person => "?".to_owned(),
                None => words.to_owned(),
            };
            shown += Span::new(at, mention.span.start).of(article.text());
            shown += "[";
            shown += words;
            if meaning != words {
                shown += "=";
                shown += &meaning;
            }
            shown += "]";
            at = mention.span.end;
        }
        shown + Span::new(at, article.text().len()).of(article.text())
    }

    #[test]
    fn a_title_makes_a_person_and_stays_outside() {
        check(Person, "Then Sgt. [Anna Bloggs] and Mr [Lee] met Dame [Jo O’Neill-Hart] in the rain.");
        check(Person, "Mr Justice [Swift] spoke. Mr Speaker did not. The DC comics were late.");
    }

    #[test]
    fn a_surname_is_its_bearers() {
        check(
            Person,
            "Mr [Martyn Blake] left. Later [Blake=Martyn Blake] came back. Sgt [Blake=Martyn Blake] sat.",
        );
    }

    #[test]
    fn bearers_of_one_surname_stay_apart() {
        check(
            Person,
            "Mr [John Smith] met Mrs [Jane Smith]. Mr [Smith=John Smith] told Mrs [Smith=Jane Smith] so.",
        );
        check(Person, "Mr [John Smith] met Mr [Tom Smith]. Then Mr [Smith=?] left, said [Smith=?].");
    }

    #[test]
    fn a_knight_goes_by_the_first_name() {
        check(
            Person,
            "Sir [Mark Rowley] spoke. Mr [Mark Duggan] was dead. Sir [Mark=Mark Rowley] said no more.",
        );
    }

    #[test]
    fn titles_that_stand_together_are_told_apart() {
        let text = "Assistant Commissioner Dame Lynne Owens spoke. Lt. Gen. Sterling Price and Rev Dr Jane Roe did, too.";
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let (_, entities) = recognise(&article, &trained());
        let titles: Vec<String> = entities.iter().map(|entity| entity.titles.join("|")).collect();
        assert_eq!(titles, ["Assistant Commissioner|Dame", "Lt. Gen.", "Rev|Dr"]);
    }

    #[test]
    fn a_code_name_is_whose_the_text_says() {
        check(
            Person,
            "The cypher [NX121=Martyn Blake] that was given to Mr [Martyn Blake]. [NX121=Martyn Blake] fired.",
        );
        check(Person, "An officer, known only as [W80], fired. Nobody else saw [W80] again.");
    }

    #[test]
    fn well_known_bodies_go_by_their_usual_names() {
        check(
            Organisation,
            "The [Met=Metropolitan Police] said so. [Scotland Yard=Metropolitan Police] agreed.",
        );
        check(
            Organisation,
            "They met at the [Old Bailey]. We Met too. The [IOPC=Independent Office for Police Conduct].",
        );
        check(
            Organisation,
            "The [National Police Chiefs’ Council=National Police Chiefs' Council] wrote to [MI5].",
        );
    }

    #[test]
    fn a_body_is_called_by_what_it_is_where_only_one_is_meant() {
        let text =
            "The Bank of England and the Bank. The Police Federation, the High Court, the Supreme Court.";
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let (mentions, entities) = recognise(&article, &trained());
        let names: Vec<&str> = mentions
            .iter()
            .filter_map(|mention| Some(entities.get(mention.entity?)?.name.as_str()))
            .collect();
        assert_eq!(
            names,
            ["Bank of England", "Bank of England", "Police Federation", "High Court", "Supreme Court"]
        );
    }

    #[test]
    fn an_office_has_a_holder_where_the_text_says_so() {
        check(Role, "The [Met Police commissioner=Mark Rowley], Sir Mark Rowley, spoke.");
        check(Role, "[Shadow Home Secretary=Chris Philp] Mr Chris Philp and the [prime minister] met.");
        check(Role, "Ms Ann Lee, the [director of the BBC=Ann Lee], left. The director stayed.");
    }

    #[test]
    fn a_full_date_says_its_day() {
        check(Date, "It was on [September 5, 2022=2022-09-05], not [Monday, 3 May 2021=2021-05-03].");
        check(Date, "From [September 2022=2022-09] until [2024] or [2025-02-29].");
        check(Date, "The [5th of May], [Sept 9].");
    }

    #[test]
    fn other_dates_need_the_day_of_publication() {
        check(
            Date,
            "[Today=2025-11-22], [yesterday=2025-11-21], [last October=2025-10], [last December=2024-12].",
        );
        check(
            Date,
            "In [October last year=2024-10] and [next month=2025-12], but [last week] and in [June].",
        );
        let article = Article::new("a".parse().unwrap(), plain_text("It was last October, and today."));
        assert_eq!(show(&article, Date), "It was [last October], and [today].");
    }

    #[test]
    fn may_and_march_are_other_words_too() {
        check(Date, "May I? In [May] they may. March on! Since [March] we did.");
    }

    #[test]
    fn what_a_maker_made_is_no_company() {
        let article = Article::new(
            "a".parse().unwrap(),
            plain_text(
                "Tesla cut prices. Police followed his Audi Q8, and a Tesla was hit. The Audi factory closed.",
            ),
        );
        let (mentions, _) = recognise(&article, &trained());
        let names: Vec<&str> = mentions.iter().map(|mention| mention.span.of(article.text())).collect();
        assert_eq!(names, ["Tesla", "Audi"]);
    }

    #[test]
    fn a_family_speaks_of_its_own() {
        let text = "Mr Chris Kaba died, said Mr Chris Philp. Mr Kaba's family said: 'We have lost Chris.'";
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let (mentions, entities) = recognise(&article, &trained());
        let last = mentions.iter().rfind(|mention| mention.kind == Person);
        let meant = last.and_then(|mention| Some((mention.span.of(text), entities.get(mention.entity?)?)));
        assert_eq!(meant.map(|(words, entity)| (words, entity.name.as_str())), Some(("Chris", "Chris Kaba")));
    }

    #[test]
    fn ages_durations_and_sums() {
        check(
            Age,
            "Mr Blake, [40], and a [24-year-old], [aged 3], were [9 years old]. Mr Lee, 40 officers and dogs.",
        );
        check(Duration, "It took [11 hours], [three weeks] and a [two-hour] wait, not 24-year-old ones.");
        check(Money, "It cost [£2,500], [$5.2 billion], [3 million euros] or [£5m]; 5 million people paid.");
    }

    #[test]
    fn page_furniture_names_nobody() {
        check(
            Person,
            "Mr [Lee] was there. He left again.\nYou May Also Like\nMr Rowson on the Capitol — cartoon",
        );
    }

    #[test]
    fn a_lone_place_needs_no_rule() {
        check(Place, "The [UK=United Kingdom] and the [US=United States] met. Tell us.");
    }

    fn trained() -> Model {
        Model::from_bytes(include_bytes!("../../../../models/names.bin")).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn mentions_are_words_in_order_and_entities_exist(
            text in "(\\PC|[A-Z][a-z]{0,4}|Mr |Sir |the |Met |, |\\(|\\)|[0-9]|May |£|👩‍👩‍👧|é|שלום|\u{200f}|\n){0,80}"
        ) {
            let model = trained();
            let article = Article::new("a".parse().unwrap(), plain_text(text));
            let (mentions, entities) = recognise(&article, &model);
            let mut ends = std::collections::HashMap::new();
            for mention in mentions {
                prop_assert!(!mention.span.of(article.text()).is_empty());
                prop_assert!(mention.entity.is_none_or(|id| id < entities.len()));
                let end = ends.insert(mention.kind, mention.span.end).unwrap_or(0);
                prop_assert!(end <= mention.span.start);
            }
        }
    }

    #[test]
    fn a_megabyte_of_anything_takes_no_more_than_its_length_in_time() {
        let time = |text: String, model: &Model| {
            let article = Article::new("a".parse().unwrap(), plain_text(text));
            let start = std::time::Instant::now();
            let (mentions, _) = recognise(&article, model);
            (start.elapsed(), mentions.len())
        };
        let (rules, trained) = (Model::default(), trained());
        let pieces = [
            "(",
            "“",
            "A",
            "Aa ",
            "Mr ",
            "Mr Lee ",
            "\n",
            "NATO ",
            "(NATO) ",
            "the Met ",
            "known as X1 ",
            "5 May ",
            "chief ",
            ", ",
        ];
        let all = pieces.map(|piece| (piece, &rules)).into_iter();
        for (piece, model) in all.chain(["(", "“", "A", "Aa (", "\n", "A\n"].map(|piece| (piece, &trained)))
        {
            let (short, _) = time(piece.repeat(100_000 / piece.len()), model);
            let (long, _) = time(piece.repeat(1_000_000 / piece.len()), model);
            // Ten times the text in at most thirty times the time, beside what a busy machine takes.
            assert!(long.as_millis() <= 30 * short.as_millis() + 2_000, "{piece:?}: {short:?}, {long:?}");
        }
    }
}
