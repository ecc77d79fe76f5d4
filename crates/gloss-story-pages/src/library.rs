//! What the page tells of the library, and the analyses of its articles, each made when it is first needed.

use gloss_analysis::{Analysis, Model, analyse, corrected};
use gloss_notes::{Anchorer, Annotation};
use gloss_text::{Article, ArticleId};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

/// What the page tells, as JSON.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Input {
    /// Where the reader is, as the address has it: `#/story`.
    pub(crate) route: String,
    /// The articles that have come, in the order of the library, with what the reader states about them.
    pub(crate) articles: Vec<Rc<Article>>,
    /// The reader's annotations.
    pub(crate) annotations: Vec<Annotation>,
    /// What these pages have asked the page to keep, as they gave it.
    pub(crate) kept: Option<String>,
}

/// What the reader has said of stories.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Said {
    pub(crate) stories: Vec<KeptStory>,
}

/// What the reader has said of one story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptStory {
    /// Its articles.
    pub(crate) articles: Vec<ArticleId>,
    /// The reader's name for it; empty for none.
    #[serde(default)]
    pub(crate) name: String,
    /// Whether the reader says that it is one story, or that it is none.
    pub(crate) together: bool,
    /// The statements that are ticked to be taken along, by their keys.
    #[serde(default)]
    pub(crate) ticked: BTreeSet<String>,
}

/// The articles and what is known of them.
#[derive(Debug, Default)]
pub(crate) struct Library {
    pub(crate) articles: Vec<Rc<Article>>,
    pub(crate) annotations: Vec<Annotation>,
    analyses: BTreeMap<ArticleId, Known>,
}

/// An analysis and what it was made of.
#[derive(Debug)]
struct Known {
    article: Rc<Article>,
    corrections: Vec<Annotation>,
    analysis: Rc<Analysis>,
}

impl Said {
    pub(crate) fn read(kept: Option<&str>) -> Self {
        kept.and_then(|kept| serde_json::from_str(kept).ok()).unwrap_or_default()
    }

    /// The record of the story with exactly these articles.
    pub(crate) fn of(&self, articles: &[ArticleId]) -> Option<&KeptStory> {
        self.stories.iter().find(|story| same(&story.articles, articles))
    }

    /// The record of the story with exactly these articles, which is made if there is none.
    pub(crate) fn entry(&mut self, articles: &[ArticleId]) -> &mut KeptStory {
        let at = self.stories.iter().position(|story| same(&story.articles, articles));
        let at = at.unwrap_or_else(|| {
            let articles = articles.to_vec();
            self.stories.push(KeptStory {
                articles,
                name: String::new(),
                together: true,
                ticked: BTreeSet::new(),
            });
            self.stories.len() - 1
        });
        &mut self.stories[at]
    }

    pub(crate) fn forget(&mut self, articles: &[ArticleId]) {
        self.stories.retain(|story| !same(&story.articles, articles));
    }
}

/// Whether the two have the same articles, in whatever order.
fn same(a: &[ArticleId], b: &[ArticleId]) -> bool {
    let sorted = |ids: &[ArticleId]| {
        let mut ids: Vec<ArticleId> = ids.to_vec();
        ids.sort();
        ids
    };
    sorted(a) == sorted(b)
}

impl Library {
    pub(crate) fn get(&self, id: &ArticleId) -> Option<&Rc<Article>> {
        self.articles.iter().find(|article| article.id == *id)
    }

    /// The analysis of an article, if it is made and of today's text and corrections.
    pub(crate) fn analysis(&self, id: &ArticleId) -> Option<Rc<Analysis>> {
        let known = self.analyses.get(id)?;
        let current = *self.get(id)? == known.article && self.corrections(id).eq(known.corrections.iter());
        current.then(|| Rc::clone(&known.analysis))
    }

    /// Makes the analysis of an article, as the reader has corrected it.
    pub(crate) fn analyse(&mut self, id: &ArticleId, model: &Model) {
        let Some(article) = self.get(id).cloned() else { return };
        let found = analyse(&article, model);
        let mut corrections: Vec<Annotation> = self.corrections(id).cloned().collect();
        corrections.sort_by_key(|one| one.modified);
        let anchorer = Anchorer::new(article.text());
        let placed: Vec<_> = corrections
            .iter()
            .filter_map(|one| {
                let target = one.targets.iter().find(|target| target.article == *id)?;
                Some((anchorer.anchor(target).span?, one.correction.as_ref()?))
            })
            .collect();
        let analysis = Rc::new(if placed.is_empty() { found } else { corrected(&article, &found, placed) });
        let corrections = self.corrections(id).cloned().collect();
        self.analyses.insert(id.clone(), Known { article, corrections, analysis });
    }

    fn corrections<'a>(&'a self, id: &'a ArticleId) -> impl Iterator<Item = &'a Annotation> {
        self.annotations.iter().filter(move |one| {
            one.correction.is_some() && one.targets.iter().any(|target| target.article == *id)
        })
    }
}
