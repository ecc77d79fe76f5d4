use gloss_text::{ArticleId, Description, Metadata};
use serde::{Deserialize, Serialize};

/// One of the facts that a reader may state about an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Fact {
    /// The headline.
    Title,
    /// The outlet.
    Source,
    /// Who wrote it.
    Author,
    /// The day it was published.
    Published,
    /// The BCP 47 tag of the language.
    Language,
    /// The web address.
    Address,
}

impl Fact {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Title, Self::Source, Self::Author, Self::Published, Self::Language, Self::Address];

    /// What `metadata` says of it.
    pub fn of(self, metadata: &Metadata) -> Option<String> {
        match self {
            Self::Title => metadata.title.clone(),
            Self::Source => metadata.source.clone(),
            Self::Author => metadata.author.clone(),
            Self::Published => metadata.published.map(|day| day.to_string()),
            Self::Language => metadata.language.clone(),
            Self::Address => metadata.address.clone(),
        }
    }
}

/// What an import would do to the facts about one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactsPreview {
    /// The article.
    pub article: ArticleId,
    /// The facts on which the file says something else than what is there, in the order of [`Fact::ALL`].
    pub differences: Vec<FactDifference>,
    /// What would be stored.
    pub merged: Description,
}

/// A fact on which a file and the reader differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactDifference {
    /// Which fact.
    pub fact: Fact,
    /// What the reader states; `None` for nothing.
    pub ours: Option<String>,
    /// What the file states.
    pub theirs: String,
    /// Whether the import takes what the file states.
    pub taken: bool,
}

/// Merges what the reader states about an article with what a file states, field by field. What only one of them
/// states is kept; where both state something, the one that was changed later decides, and the reader's own where
/// both were changed at the same time.
#[must_use]
pub fn merge_facts(ours: &Description, theirs: &Description) -> Description {
    let metadata = if theirs.modified > ours.modified {
        theirs.metadata.over(&ours.metadata)
    } else {
        ours.metadata.over(&theirs.metadata)
    };
    Description { id: ours.id.clone(), metadata, modified: ours.modified.max(theirs.modified) }
}

/// Tells what an import would change about articles, without changing anything. `ours` finds what the reader states
/// about an article. Articles about which the file says nothing new are left out.
pub fn preview_facts<'a>(
    ours: impl Fn(&ArticleId) -> Option<&'a Description>,
    theirs: &[Description],
) -> Vec<FactsPreview> {
    let preview = |theirs: &Description| {
        let nothing = Description { id: theirs.id.clone(), metadata: Metadata::default(), modified: 0 };
        let ours = ours(&theirs.id).unwrap_or(&nothing);
        let merged = merge_facts(ours, theirs);
        let difference = |fact: Fact| {
            let (ours, theirs) = (fact.of(&ours.metadata), fact.of(&theirs.metadata)?);
            let taken = fact.of(&merged.metadata).as_ref() == Some(&theirs);
            (ours.as_ref() != Some(&theirs)).then_some(FactDifference { fact, ours, theirs, taken })
        };
        let differences: Vec<FactDifference> = Fact::ALL.into_iter().filter_map(difference).collect();
        FactsPreview { article: theirs.id.clone(), differences, merged }
    };
    theirs.iter().map(preview).filter(|preview| !preview.differences.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gloss_text::Day;

    fn stated(author: &str, title: &str, modified: u64) -> Description {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let metadata = Metadata { author: some(author), title: some(title), ..Metadata::default() };
        Description { id: "fire".parse().unwrap(), metadata, modified }
    }

    /// Author and title after the merge, as `author/title`.
    #[track_caller]
    fn check(ours: (&str, &str, u64), theirs: (&str, &str, u64), expected: &str) {
        let merged = merge_facts(&stated(ours.0, ours.1, ours.2), &stated(theirs.0, theirs.1, theirs.2));
        let of = |fact: Fact| fact.of(&merged.metadata).unwrap_or_default();
        assert_eq!(format!("{}/{}", of(Fact::Author), of(Fact::Title)), expected);
        assert_eq!(merged.modified, ours.2.max(theirs.2));
    }

    #[test]
    fn what_only_one_side_states_is_kept() {
        check(("Ada Lovell", "", 1), ("", "The fire", 2), "Ada Lovell/The fire");
        check(("Ada Lovell", "", 2), ("", "The fire", 1), "Ada Lovell/The fire");
    }

    #[test]
    fn of_two_statements_the_later_one_holds() {
        check(("Ada", "Own", 1), ("Tom", "The fire", 2), "Tom/The fire");
        check(("Ada", "Own", 2), ("Tom", "The fire", 1), "Ada/Own");
        check(("Ada", "Own", 2), ("Tom", "The fire", 2), "Ada/Own");
    }

    #[test]
    fn the_preview_shows_each_fact_that_differs() {
        let ours = stated("Ada", "Own", 1);
        let mut theirs = stated("Ada", "The fire", 2);
        theirs.metadata.published = Day::new(2024, 10, 21);
        let elsewhere = Description { id: "other".parse().unwrap(), ..stated("Ada", "", 1) };
        let found = preview_facts(
            |id| (id.as_str() == "fire").then_some(&ours),
            &[theirs.clone(), elsewhere, ours.clone()],
        );
        let told: Vec<_> = found
            .iter()
            .flat_map(|one| {
                one.differences.iter().map(|d| (one.article.as_str(), d.fact, d.ours.as_deref(), d.taken))
            })
            .collect();
        assert_eq!(
            told,
            [
                ("fire", Fact::Title, Some("Own"), true),
                ("fire", Fact::Published, None, true),
                ("other", Fact::Author, None, true),
            ]
        );
    }

    #[test]
    fn an_older_statement_is_shown_and_not_taken() {
        let ours = stated("Ada", "Own", 5);
        let found = preview_facts(|_| Some(&ours), &[stated("", "The fire", 2)]);
        assert_eq!(found[0].differences.iter().map(|d| d.taken).collect::<Vec<_>>(), [false]);
        assert_eq!(found[0].merged.metadata, ours.metadata);
    }
}
