//! What the reader knows better. A correction is kept like a note and laid over the analysis, which itself
//! stays what the text alone gives.

use super::{Analysis, Entity, EntityId, EntityKind, Mention, Quotation, QuotationKind, Speaker};
use gloss_text::sort_by_key;
use gloss_text::{Article, Span};
use serde::{Deserialize, Serialize};

/// A correction of the mark at a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case", try_from = "Written")]
pub enum Correction {
    /// The passage is a name of this kind, and reaches exactly so far.
    Name {
        /// The kind.
        kind: EntityKind,
    },
    /// The passage means the entity of this name, here or, where this article names none so, in another article.
    SameAs {
        /// The entity's name in the analysis of its article.
        name: String,
    },
    /// The passage is no name.
    NotAName,
    /// The passage is a quotation of this kind, and reaches exactly so far.
    Quotation {
        /// The kind.
        kind: QuotationKind,
    },
    /// These are the words of somebody else, or of nobody known.
    Speaker {
        /// The speaker's name; none when nobody can say.
        name: Option<String>,
    },
    /// The passage quotes nothing.
    NotAQuotation,
}

/// A correction of whatever type, as it is written. To read an enum by its tag would take 12 kB of the page's program.
#[derive(Deserialize)]
struct Written {
    r#type: String,
    kind: Option<String>,
    name: Option<String>,
}

impl TryFrom<Written> for Correction {
    type Error = &'static str;

    fn try_from(Written { r#type, kind, name }: Written) -> Result<Self, Self::Error> {
        let is_it = |name| kind.as_deref() == Some(name);
        let correction = match r#type.as_str() {
            "name" => {
                EntityKind::ALL.into_iter().find(|kind| is_it(kind.name())).map(|kind| Self::Name { kind })
            }
            "same-as" => name.map(|name| Self::SameAs { name }),
            "not-a-name" => Some(Self::NotAName),
            "quotation" => QuotationKind::ALL
                .into_iter()
                .find(|kind| is_it(kind.name()))
                .map(|kind| Self::Quotation { kind }),
            "speaker" => Some(Self::Speaker { name }),
            "not-a-quotation" => Some(Self::NotAQuotation),
            _ => None,
        };
        correction.ok_or("not a correction")
    }
}

/// The analysis as the reader has corrected it, the corrections in the order in which they were made. What a
/// correction says of a name holds for every mention of it in the article.
pub fn corrected<'a>(
    article: &Article,
    analysis: &Analysis,
    corrections: impl IntoIterator<Item = (Span, &'a Correction)>,
) -> Analysis {
    let mut analysis = analysis.clone();
    for (span, correction) in corrections {
        match correction {
            Correction::Name { kind } => name(article, &mut analysis, span, *kind),
            Correction::SameAs { name } => same_as(&mut analysis, span, name),
            Correction::NotAName => not_a_name(article, &mut analysis, span),
            Correction::Quotation { kind } => quotation(&mut analysis, span, *kind),
            Correction::Speaker { name } => speaker(&mut analysis, span, name.as_deref()),
            Correction::NotAQuotation => {
                speech(&mut analysis, span).retain(|quotation| !touches(quotation, span));
            }
        }
    }
    sort_by_key(&mut analysis.mentions, |mention| (mention.span.start, mention.span.end));
    rename_speakers(&mut analysis);
    sort_by_key(&mut analysis.quotations, |quotation| quotation.segments.first().copied());
    analysis
}

fn name(article: &Article, analysis: &mut Analysis, span: Span, kind: EntityKind) {
    let words = span.of(article.text());
    let before = analysis.mentions.iter().find(|mention| mention.span.overlaps(span)).cloned();
    let known = analysis.entities.iter().position(|entity| {
        entity.kind == kind && (entity.name == words || entity.aliases.iter().any(|alias| alias == words))
    });
    let entity = match before.and_then(|before| Some((before.span, before.entity?))) {
        // The same words, of another kind: so is everything that means the same.
        Some((place, entity)) if place == span => {
            set_kind(analysis, entity, kind);
            entity
        }
        // Another extent of a name of this kind: it means the same, by a fuller name perhaps.
        Some((_, entity)) if known.is_none() && kind_of(analysis, entity) == Some(kind) => {
            if let Some(entity) =
                analysis.entities.get_mut(entity).filter(|entity| entity.name.len() < words.len())
            {
                entity.aliases.push(std::mem::replace(&mut entity.name, words.to_owned()));
            }
            entity
        }
        _ => known.unwrap_or_else(|| {
            analysis.entities.push(Entity::new(kind, words));
            analysis.entities.len() - 1
        }),
    };
    for place in occurrences(article, words) {
        let inside_another = |mention: &Mention| mention.span != place && mention.span.contains(place);
        if place != span && analysis.mentions.iter().any(inside_another) {
            continue;
        }
        analysis.mentions.retain(|mention| !mention.span.overlaps(place));
        analysis.mentions.push(Mention { span: place, kind, entity: Some(entity) });
    }
}

fn kind_of(analysis: &Analysis, entity: EntityId) -> Option<EntityKind> {
    analysis.entities.get(entity).map(|entity| entity.kind)
}

fn set_kind(analysis: &mut Analysis, entity: EntityId, kind: EntityKind) {
    let Some(found) = analysis.entities.get_mut(entity) else { return };
    let before = std::mem::replace(&mut found.kind, kind);
    for mention in analysis.mentions.iter_mut().filter(|mention| mention.entity == Some(entity)) {
        if mention.kind == before {
            mention.kind = kind;
        }
    }
}

fn same_as(analysis: &mut Analysis, span: Span, name: &str) {
    let mention = analysis.mentions.iter().find(|mention| mention.span.overlaps(span));
    let Some((kind, from)) = mention.map(|mention| (mention.kind, mention.entity)) else { return };
    let known = analysis.entities.iter().position(|entity| entity.name == name);
    let to = known.or(from).unwrap_or_else(|| {
        analysis.entities.push(Entity::new(kind, name));
        analysis.entities.len() - 1
    });
    // Only another article names it so. By this name it is the same over the library.
    if let Some(entity) = analysis.entities.get_mut(to).filter(|entity| entity.name != name) {
        entity.aliases.push(std::mem::replace(&mut entity.name, name.to_owned()));
    }
    let of_entity = kind_of(analysis, to).unwrap_or(kind);
    for mention in &mut analysis.mentions {
        if mention.span.overlaps(span) || (from.is_some() && mention.entity == from) {
            mention.entity = Some(to);
            // The office that somebody holds stays an office.
            if mention.kind == kind {
                mention.kind = of_entity;
            }
        }
    }
    let Analysis { quotations, nested, indirect, .. } = analysis;
    let said = [quotations, nested, indirect].into_iter().flatten();
    for speaker in said.filter_map(|quotation| quotation.speaker.as_mut()) {
        if from.is_some() && speaker.entity == from {
            speaker.entity = Some(to);
        }
    }
}

fn not_a_name(article: &Article, analysis: &mut Analysis, span: Span) {
    let Some(wrong) = analysis.mentions.iter().find(|mention| mention.span.overlaps(span)).cloned() else {
        return;
    };
    let words = wrong.span.of(article.text());
    analysis.mentions.retain(|mention| {
        mention.span.of(article.text()) != words && (wrong.entity.is_none() || mention.entity != wrong.entity)
    });
}

/// The quotations that a correction of `span` is about: those inside others or without marks where it is the
/// very extent of one, else those between marks.
fn speech(analysis: &mut Analysis, span: Span) -> &mut Vec<Quotation> {
    let has =
        |quotations: &[Quotation]| quotations.iter().any(|quotation| quotation.segments.contains(&span));
    if has(&analysis.quotations) {
        &mut analysis.quotations
    } else if has(&analysis.nested) {
        &mut analysis.nested
    } else if has(&analysis.indirect) {
        &mut analysis.indirect
    } else {
        &mut analysis.quotations
    }
}

/// Gives speakers the names that their words have by now: an entity may be called otherwise, and words that
/// named nobody may be a name.
fn rename_speakers(analysis: &mut Analysis) {
    let Analysis { mentions, entities, quotations, nested, indirect, .. } = analysis;
    for speaker in
        [quotations, nested, indirect].into_iter().flatten().filter_map(|said| said.speaker.as_mut())
    {
        let first = mentions.partition_point(|mention| mention.span.start < speaker.span.start);
        let own = mentions.iter().skip(first).take_while(|mention| mention.span.start < speaker.span.end);
        let named =
            own.filter(|mention| mention.span.end == speaker.span.end).find_map(|mention| mention.entity);
        speaker.entity = speaker.entity.or(named.filter(|_| speaker.antecedent.is_none()));
        if let Some(entity) = speaker.entity.and_then(|entity| entities.get(entity)) {
            speaker.name.clone_from(&entity.name);
        }
    }
}

fn touches(quotation: &Quotation, span: Span) -> bool {
    quotation.segments.iter().any(|segment| segment.overlaps(span))
}

fn quotation(analysis: &mut Analysis, span: Span, kind: QuotationKind) {
    let quotations = speech(analysis, span);
    let at = quotations.iter().position(|quotation| touches(quotation, span));
    let Some(found) = at.and_then(|at| quotations.get_mut(at)) else {
        let (speaker, cue, grounds) = (None, None, Vec::new());
        quotations.push(Quotation { kind, segments: vec![span], closed: true, speaker, cue, grounds });
        return;
    };
    found.kind = kind;
    if kind == QuotationKind::Scare {
        found.speaker = None;
    }
    found.segments.retain(|segment| !segment.overlaps(span));
    found.segments.push(span);
    sort_by_key(&mut found.segments, |segment| *segment);
    let mut index = 0;
    quotations.retain(|quotation| {
        index += 1;
        Some(index - 1) == at || !touches(quotation, span)
    });
}

fn speaker(analysis: &mut Analysis, span: Span, name: Option<&str>) {
    let entity = name.and_then(|name| analysis.entities.iter().position(|entity| entity.name == name));
    let mention = entity.and_then(|id| analysis.mentions.iter().find(|mention| mention.entity == Some(id)));
    let place = mention.map_or(Span::new(span.start, span.start), |mention| mention.span);
    let spoken = speech(analysis, span).iter_mut();
    for quotation in spoken.filter(|quotation| touches(quotation, span)) {
        quotation.grounds.clear();
        quotation.cue = None;
        quotation.speaker =
            name.map(|name| Speaker { span: place, name: name.to_owned(), entity, antecedent: None });
    }
}

/// Where the article itself reads `words`, as whole words.
fn occurrences(article: &Article, words: &str) -> Vec<Span> {
    let prose: Vec<Span> = article.document.prose().map(|block| block.span).collect();
    let bounded = |span: Span| {
        let before = article.text().get(..span.start).and_then(|text| text.chars().next_back());
        let after = article.text().get(span.end..).and_then(|text| text.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    let all = article.text().match_indices(words).map(|(at, found)| Span::new(at, at + found.len()));
    all.filter(|span| !words.is_empty() && bounded(*span) && prose.iter().any(|block| block.contains(*span)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Model, analyse};
    use gloss_ingest::plain_text;

    fn mention(text: &str, words: &str, kind: EntityKind, entity: usize) -> Mention {
        let at = text.find(words).unwrap();
        Mention { span: Span::new(at, at + words.len()), kind, entity: Some(entity) }
    }

    const TEXT: &str = "Jordan Hill met the board of Hill Farm. Hill left. “No,” he said.";

    fn analysis() -> Analysis {
        let last = TEXT.rfind("Hill").unwrap();
        Analysis {
            mentions: vec![
                mention(TEXT, "Jordan", EntityKind::Place, 0),
                mention(TEXT, "Hill Farm", EntityKind::Place, 1),
                Mention { span: Span::new(last, last + 4), kind: EntityKind::Person, entity: Some(2) },
            ],
            entities: vec![
                Entity::new(EntityKind::Place, "Jordan"),
                Entity::new(EntityKind::Place, "Hill Farm"),
                Entity::new(EntityKind::Person, "Hill"),
            ],
            quotations: vec![Quotation {
                kind: QuotationKind::Direct,
                segments: vec![Span::new(TEXT.find('“').unwrap(), TEXT.find('”').unwrap() + 3)],
                closed: true,
                speaker: None,
                cue: None,
                grounds: Vec::new(),
            }],
            ..Analysis::default()
        }
    }

    /// The mentions after a correction of `words`, as `words/kind/name`, and the speakers.
    #[track_caller]
    fn check(corrections: &[(&str, Correction)], expected: &[&str]) {
        let article = Article::new("a".parse().unwrap(), plain_text(TEXT));
        let places = corrections.iter().map(|(words, correction)| {
            let at = TEXT.find(words).unwrap();
            (Span::new(at, at + words.len()), correction)
        });
        let result = corrected(&article, &analysis(), places);
        let names = result.mentions.iter().map(|mention| {
            let entity = mention.entity.and_then(|id| result.entities.get(id)).unwrap();
            format!("{}/{}/{}", mention.span.of(TEXT), mention.kind.name(), entity.name)
        });
        let speakers = result.quotations.iter().map(|quotation| {
            let name = quotation.speaker.as_ref().map_or("nobody", |speaker| &speaker.name);
            format!("{}/{name}", quotation.kind.name())
        });
        let found: Vec<String> = names.chain(speakers).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_name_gets_its_extent_and_kind() {
        check(
            &[("Jordan Hill", Correction::Name { kind: EntityKind::Person })],
            &[
                "Jordan Hill/person/Jordan Hill",
                "Hill Farm/place/Hill Farm",
                "Hill/person/Hill",
                "direct/nobody",
            ],
        );
    }

    #[test]
    fn two_names_mean_the_same() {
        check(
            &[
                ("Jordan Hill", Correction::Name { kind: EntityKind::Person }),
                ("Hill left", Correction::SameAs { name: "Jordan Hill".into() }),
            ],
            &[
                "Jordan Hill/person/Jordan Hill",
                "Hill Farm/place/Hill Farm",
                "Hill/person/Jordan Hill",
                "direct/nobody",
            ],
        );
    }

    #[test]
    fn an_office_stays_one_when_its_holder_is_somebody_else() {
        let text = "Mayor Priya Nair left.";
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let holder = Some(0);
        let found = Analysis {
            mentions: vec![
                Mention { span: Span::new(0, 5), kind: EntityKind::Role, entity: holder },
                mention(text, "Priya Nair", EntityKind::Person, 0),
            ],
            entities: vec![Entity::new(EntityKind::Person, "Priya Nair")],
            ..Analysis::default()
        };
        let other = Correction::SameAs { name: "Ann Nair".into() };
        let result = corrected(&article, &found, [(Span::new(6, 16), &other)]);
        let kinds: Vec<_> = result.mentions.iter().map(|mention| mention.kind).collect();
        assert_eq!(kinds, [EntityKind::Role, EntityKind::Person]);
        assert_eq!(result.entities.first().unwrap().name, "Ann Nair");
    }

    #[test]
    fn a_name_means_whom_only_another_article_names() {
        check(
            &[
                ("No", Correction::Speaker { name: Some("Hill".into()) }),
                ("Hill left", Correction::SameAs { name: "Ann Hill".into() }),
            ],
            &["Jordan/place/Jordan", "Hill Farm/place/Hill Farm", "Hill/person/Ann Hill", "direct/Ann Hill"],
        );
    }

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        let (some, none) = (Some("Ann".to_owned()), None);
        for correction in [
            Correction::Name { kind: EntityKind::Place },
            Correction::SameAs { name: "Ann".into() },
            Correction::NotAName,
            Correction::Quotation { kind: QuotationKind::Scare },
            Correction::Speaker { name: some },
            Correction::Speaker { name: none },
            Correction::NotAQuotation,
        ] {
            let written = serde_json::to_value(&correction).unwrap();
            assert_eq!(serde_json::from_value::<Correction>(written).unwrap(), correction);
        }
        for wrong in [
            r#"{"type":"name","kind":"no"}"#,
            r#"{"type":"same-as"}"#,
            r#"{"type":"no"}"#,
            r#"{"kind":"place"}"#,
        ] {
            assert!(serde_json::from_str::<Correction>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_kind_and_a_removal_hold_for_all_mentions() {
        check(
            &[
                ("Hill Farm", Correction::Name { kind: EntityKind::Organisation }),
                ("Jordan", Correction::NotAName),
            ],
            &["Hill Farm/organisation/Hill Farm", "Hill/person/Hill", "direct/nobody"],
        );
    }

    #[test]
    fn a_quotation_gets_its_speaker_or_goes() {
        check(
            &[("No", Correction::Speaker { name: Some("Hill".into()) }), ("Jordan", Correction::NotAName)],
            &["Hill Farm/place/Hill Farm", "Hill/person/Hill", "direct/Hill"],
        );
        // Somebody whom the text does not name.
        check(
            &[("No", Correction::Speaker { name: Some("A clerk".into()) }), ("Jordan", Correction::NotAName)],
            &["Hill Farm/place/Hill Farm", "Hill/person/Hill", "direct/A clerk"],
        );
        check(
            &[("No", Correction::NotAQuotation)],
            &["Jordan/place/Jordan", "Hill Farm/place/Hill Farm", "Hill/person/Hill"],
        );
    }

    #[test]
    fn the_right_words_take_the_place_of_the_wrong_ones() {
        let article = Article::new("a".parse().unwrap(), plain_text(TEXT));
        let whole = Span::new(TEXT.find("Hill left").unwrap(), TEXT.rfind('.').unwrap());
        let kind = QuotationKind::Mixed;
        let wider = corrected(&article, &analysis(), [(whole, &Correction::Quotation { kind })]);
        let found: Vec<_> =
            wider.quotations.iter().map(|found| (found.kind, found.segments.clone())).collect();
        assert_eq!(found, [(kind, vec![whole])]);
        let farm = Span::new(TEXT.find("Farm").unwrap(), TEXT.find("Farm").unwrap() + 4);
        let kind = EntityKind::Organisation;
        let narrower = corrected(&article, &analysis(), [(farm, &Correction::Name { kind })]);
        let words: Vec<&str> = narrower.mentions.iter().map(|mention| mention.span.of(TEXT)).collect();
        assert_eq!(words, ["Jordan", "Farm", "Hill"]);
    }

    #[test]
    fn one_inside_another_is_corrected_by_itself() {
        let text = "“Tom Reid said ‘never again’,” said Mary Smith.";
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let found = analyse(&article, &Model::default());
        let inner = found.nested.first().unwrap().segments.first().copied().unwrap();
        let name = Some("Ann Reid".to_owned());
        let spoken = corrected(&article, &found, [(inner, &Correction::Speaker { name })]);
        let speaker = |said: &[Quotation]| said.first().and_then(|said| said.speaker.clone()).map(|s| s.name);
        assert_eq!(speaker(&spoken.nested).as_deref(), Some("Ann Reid"));
        assert_eq!(speaker(&spoken.quotations).as_deref(), Some("Mary Smith"));
        let gone = corrected(&article, &found, [(inner, &Correction::NotAQuotation)]);
        assert_eq!((gone.quotations.len(), gone.nested.len()), (1, 0));
    }

    #[test]
    fn a_speaker_is_called_what_the_reader_calls_them() {
        let text = "“It is late,” said Priya Nair.";
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let found = analyse(&article, &Model::default());
        let at = text.find("Priya").unwrap();
        let name = (Span::new(at, at + "Priya Nair".len()), &Correction::Name { kind: EntityKind::Person });
        let named = corrected(&article, &found, [name]);
        assert_eq!(named.quotations.first().unwrap().speaker.as_ref().unwrap().entity, Some(0));
    }
}
