//! Names by rules: where they are, of which kind, and which of them mean the same. The tagger's names are where
//! the rules begin.

mod acronyms;
mod aliases;
mod bodies;
mod calendar;
mod capitals;
mod consistency;
mod draft;
mod evidence;
mod extent;
mod holders;
mod hyphens;
mod identity;
mod meaning;
mod owners;
mod parts_of_names;
mod persons;
mod products;
mod public_life;
mod quantities;
mod roles;
mod shapes;
mod short_forms;
mod standing;
mod states;
mod words_of_names;
mod works;

use crate::{
    Entity, EntityId, EntityKind, Mention,
    tagger::{Model, tokens_of},
};
use draft::Draft;
use gloss_text::{Article, Span, sentences};
use meaning::Meaning;
use std::collections::HashMap;

/// Finds the mentions of an article and gathers them under entities.
pub(super) fn recognise(article: &Article, model: &Model) -> (Vec<Mention>, Vec<Entity>) {
    let text = article.text();
    let document = model.lexicon.document(text, &passages(article));
    let names = model.names(&document);
    let mut draft = Draft::new(text, document.tokens, &document.sentences);
    for (kind, range) in names {
        extent::mark(&mut draft, kind, &range);
    }
    extent::unmark_capitals(&mut draft, &document.sentences);
    extent::part_owners(&mut draft);
    public_life::mark(&mut draft);
    products::unmark(&mut draft);
    bodies::mend(&mut draft);
    persons::part_rulers(&mut draft);
    persons::mark_titled(&mut draft);
    persons::join_hyphenated(&mut draft);
    persons::mark_initials(&mut draft);
    persons::join_months(&mut draft);
    states::mark(&mut draft);
    persons::join_nicknames(&mut draft);
    extent::cut_at_marks(&mut draft);
    shapes::mark(&mut draft);
    evidence::apply(&mut draft);
    bodies::part_people(&mut draft);
    let mut links = acronyms::mark(&mut draft);
    persons::mark_surnames(&mut draft);
    persons::mark_double_surnames(&mut draft);
    links.aliases.extend(aliases::mark(&mut draft));
    consistency::even_out(&mut draft);
    products::unmark(&mut draft);
    works::unmark_ships(&mut draft);
    works::unmark_titles(&mut draft);
    persons::mark_families(&mut draft);
    hyphens::part(&mut draft);
    let dates = separate_dates(&mut draft);
    let names = draft.names();
    let (ids, mut entities) = identity::resolve(&draft, &names, &links);
    let mut mentions: Vec<Mention> = names
        .iter()
        .zip(&ids)
        .map(|((kind, range), entity)| Mention { span: draft.span(range), kind: *kind, entity: *entity })
        .collect();
    for role in roles::find(&draft, &names, &ids) {
        if let Some(holder) = role.holder.and_then(|holder| entities.get_mut(holder))
            && !role.stands
            && !holder.roles.contains(&role.name)
            && !holder.titles.contains(&role.name)
        {
            holder.roles.push(role.name);
        }
        mentions.push(Mention { span: draft.span(&role.range), kind: EntityKind::Role, entity: role.holder });
    }
    for found in dates {
        let span = draft.span(&found.range);
        let date = found.meaning.on(article.metadata.published);
        let entity = Entity { date, ..Entity::new(EntityKind::Date, span.of(text)) };
        mentions.push(Mention { span, kind: EntityKind::Date, entity: Some(entities.len()) });
        entities.push(entity);
    }
    for (kind, range) in quantities::find(&draft) {
        mentions.push(Mention { span: draft.span(&range), kind, entity: None });
    }
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    (mentions, entities)
}

/// The calendar expressions that are not part of names: "USA Today" has none, and in "meet him in May" there is no name.
fn separate_dates(draft: &mut Draft) -> Vec<calendar::Found> {
    let mut dates = calendar::find(draft);
    dates.retain(|date| {
        if works::is_title(draft, &date.range) {
            return false;
        }
        for at in date.range.clone() {
            let Some((_, name)) = draft.name_at(at).cloned() else { continue };
            let within = date.range.start <= name.start && name.end <= date.range.end;
            if !within || !date.is_certain && name == date.range {
                return false;
            }
            draft.unmark(&name);
        }
        true
    });
    dates
}

/// Gives the dates of an analysis their meaning by the day on which the article was published, which the reader may
/// have told after the analysis.
pub(super) fn resolve_dates(article: &Article, mentions: &[Mention], entities: &mut [Entity]) {
    for (mention, meaning) in meanings(article, mentions) {
        if let Some(entity) = mention.entity.and_then(|id| entities.get_mut(id)) {
            entity.date = meaning.on(article.metadata.published);
        }
    }
}

/// The places of the dates among `mentions` that mean what they mean by the day on which the article was published.
pub(super) fn dated_by_publication(article: &Article, mentions: &[Mention]) -> Vec<Span> {
    let relative = meanings(article, mentions).into_iter().filter(|(_, meaning)| meaning.needs_publication());
    relative.map(|(mention, _)| mention.span).collect()
}

/// The dates among `mentions` and what they mean, read again.
fn meanings<'a>(article: &Article, mentions: &'a [Mention]) -> Vec<(&'a Mention, Meaning)> {
    let text = article.text();
    let mut tokens = Vec::new();
    let mut sentences = Vec::new();
    for sentence in passages(article) {
        let start = tokens.len();
        tokens.extend(tokens_of(text, sentence));
        if tokens.len() > start {
            sentences.push(start..tokens.len());
        }
    }
    let draft = Draft::new(text, tokens, &sentences);
    let found: HashMap<Span, Meaning> =
        calendar::find(&draft).into_iter().map(|found| (draft.span(&found.range), found.meaning)).collect();
    let dates = mentions.iter().filter(|mention| mention.kind == EntityKind::Date);
    dates.filter_map(|mention| Some((mention, *found.get(&mention.span)?))).collect()
}

/// The sentences that are read, in order.
fn passages(article: &Article) -> Vec<Span> {
    let text = article.text();
    article.document.prose().flat_map(|block| sentences(text, block.span)).collect()
}

#[cfg(test)]
mod tests;
