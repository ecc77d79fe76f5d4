mod change;

use super::{Annotation, AnnotationId, KeptArticle};
use change::Edit;
pub use change::{Change, Deed, Step, Write};
use gloss_text::sort_by;
use gloss_text::{ArticleId, Description, Metadata};
use std::{cmp::Ordering, collections::BTreeMap, rc::Rc};

/// Everything of a reader that is kept: annotations, facts about articles, articles; with what was done to it in this
/// session.
///
/// Every operation answers with the [`Write`]s that bring the stored records up to it; the same writes,
/// sent to another tab and given to [`History::merge`] there, bring that tab up to it. Two changes of one
/// annotation that did not know of each other both survive: the later is shown, the other becomes a version.
///
/// Invariant: a change is stamped later than what it replaces, even if the clock goes backwards. So every tab shows
/// the latest of all that was written, in whatever order it hears of it (a last-writer-wins register an
/// annotation), and only what was replaced unseen has to be kept.
///
/// A clone shares everything with its original until one of them changes, and then costs a pointer an
/// annotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    contents: Rc<Contents>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Contents {
    /// Sorted by id.
    annotations: Vec<Rc<Annotation>>,
    /// What was deleted in this session, here or elsewhere, as it last was.
    deleted: BTreeMap<AnnotationId, Rc<Annotation>>,
    /// Sorted by id and time.
    versions: Vec<Rc<Annotation>>,
    facts: BTreeMap<ArticleId, Rc<Description>>,
    articles: BTreeMap<ArticleId, Rc<KeptArticle>>,
    done: Vec<Rc<Step>>,
    undone: Vec<Rc<Step>>,
}

impl History {
    /// Takes what is stored, in any order.
    pub fn new(
        annotations: impl IntoIterator<Item = Annotation>,
        versions: impl IntoIterator<Item = Annotation>,
    ) -> Self {
        let mut history = Self::default();
        let mut annotations: Vec<_> = annotations.into_iter().map(Rc::new).collect();
        sort_by(&mut annotations, |a, b| (&a.id, a.modified).cmp(&(&b.id, b.modified)));
        annotations.dedup_by(|later, kept| {
            let same = later.id == kept.id;
            if same {
                std::mem::swap(later, kept);
            }
            same
        });
        history.edit().annotations = annotations;
        history.keep_versions(versions);
        history
    }

    /// All of them, the oldest first where ids are made by time.
    pub fn annotations(&self) -> impl ExactSizeIterator<Item = &Rc<Annotation>> {
        self.contents.annotations.iter()
    }

    /// Those that are the reader's own, and did not come with the site.
    pub fn own(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        self.annotations().filter(|annotation| !annotation.id.is_given())
    }

    /// The annotation with the id `id`.
    pub fn get(&self, id: &str) -> Option<&Rc<Annotation>> {
        self.place(id).ok().and_then(|at| self.contents.annotations.get(at))
    }

    /// Other versions of the annotation `id` that a change made elsewhere has replaced, the oldest first.
    pub fn versions(&self, id: &str) -> impl Iterator<Item = &Rc<Annotation>> {
        self.contents.versions.iter().filter(move |version| version.id.as_str() == id)
    }

    /// The versions of all annotations.
    pub fn all_versions(&self) -> impl ExactSizeIterator<Item = &Rc<Annotation>> {
        self.contents.versions.iter()
    }

    /// What the reader states about the article; nothing, at time 0, where that is nothing.
    pub fn description(&self, id: &ArticleId) -> Rc<Description> {
        let nothing = || Description { id: id.clone(), metadata: Metadata::default(), modified: 0 }.into();
        self.contents.facts.get(id).cloned().unwrap_or_else(nothing)
    }

    /// What the reader states about articles, also about such as are not in the library.
    pub fn descriptions(&self) -> impl ExactSizeIterator<Item = &Rc<Description>> {
        self.contents.facts.values()
    }

    /// What the store has of the article.
    pub fn kept(&self, id: &ArticleId) -> Rc<KeptArticle> {
        let unknown = || KeptArticle::unknown(id.clone()).into();
        self.contents.articles.get(id).cloned().unwrap_or_else(unknown)
    }

    /// What the store has of articles, those that were removed among them.
    pub fn articles(&self) -> impl ExactSizeIterator<Item = &Rc<KeptArticle>> {
        self.contents.articles.values()
    }

    /// The versions of an article whose texts are there, the oldest first.
    pub fn versions_of(&self, id: &ArticleId) -> impl Iterator<Item = &Rc<KeptArticle>> {
        let mut versions: Vec<_> =
            self.articles().filter(|kept| kept.of.as_ref() == Some(id) && kept.document.is_some()).collect();
        sort_by(&mut versions, |a, b| a.added.cmp(&b.added).then_with(|| a.id.cmp(&b.id)));
        versions.into_iter()
    }

    /// The articles that the reader brought, those brought last first, each with the text that was brought last.
    pub fn current_articles(&self) -> Vec<Rc<KeptArticle>> {
        let mut current: Vec<Rc<KeptArticle>> =
            self.articles().filter(|kept| kept.of.is_none() && kept.document.is_some()).cloned().collect();
        let brought = self.articles().filter(|kept| kept.document.is_some() && kept.original.is_some());
        for version in brought {
            let Some(id) = version.of.as_ref().filter(|id| !self.kept(id).removed) else { continue };
            let mut newer = KeptArticle::clone(version);
            newer.id = id.clone();
            match current.iter_mut().find(|one| one.id == *id) {
                Some(one) if one.added <= newer.added => {
                    // What was stated of the text before it holds, unless the newer one says otherwise.
                    newer.metadata = newer.metadata.over(&one.metadata);
                    *one = newer.into();
                }
                Some(_) => {}
                None => current.push(newer.into()),
            }
        }
        sort_by(&mut current, |a, b| b.added.cmp(&a.added).then_with(|| a.id.cmp(&b.id)));
        current
    }

    /// What [`History::undo`] would take back.
    pub fn next_undo(&self) -> Option<&Step> {
        self.contents.done.last().map(AsRef::as_ref)
    }

    /// What [`History::redo`] would do again.
    pub fn next_redo(&self) -> Option<&Step> {
        self.contents.undone.last().map(AsRef::as_ref)
    }

    /// Makes a change, as one step of undo. A change that changes nothing is no step. What came with the site stays as
    /// it is.
    pub fn apply(&mut self, deed: Deed, change: Change) -> Vec<Write> {
        let (mut edits, mut writes) = (Vec::new(), Vec::new());
        let (annotations, versions, facts, articles) = match change {
            Change::Put(annotations) => (annotations, Vec::new(), Vec::new(), Vec::new()),
            Change::Describe(facts) => (Vec::new(), Vec::new(), vec![facts], Vec::new()),
            Change::Import { annotations, versions, facts, articles } => {
                (annotations, versions, facts, articles)
            }
            Change::Keep(articles) => (Vec::new(), Vec::new(), Vec::new(), articles),
            Change::Delete(ids) => {
                for id in ids.into_iter().filter(|id| !id.is_given()) {
                    let before = self.get(&id).cloned();
                    if let Some(write) = self.replace(&id, None) {
                        writes.push(write);
                        edits.push(Edit::Annotation { before, after: None });
                    }
                }
                Default::default()
            }
        };
        for article in articles {
            let before = self.kept(&article.id);
            if let Some(article) = self.replace_article(article.into()) {
                edits.push(Edit::Article { before, after: Rc::clone(&article) });
                writes.push(Write::Article { article });
            }
        }
        for after in annotations.into_iter().filter(|annotation| !annotation.id.is_given()) {
            let (id, after) = (after.id.clone(), Some(Rc::new(after)));
            let before = self.get(&id).cloned();
            if !same(before.as_ref(), after.as_ref()) {
                writes.extend(self.replace(&id, after.clone()));
                edits.push(Edit::Annotation { before, after });
            }
        }
        for facts in facts {
            let before = self.description(&facts.id);
            if let Some(description) = self.replace_facts(facts.into()) {
                edits.push(Edit::Facts { before, after: Rc::clone(&description) });
                writes.push(Write::Describe { description });
            }
        }
        for version in versions {
            let version = Rc::new(version);
            if let Some(write) = self.keep(&version) {
                writes.push(write);
                edits.push(Edit::Version { version, kept: true });
            }
        }
        if !edits.is_empty() {
            self.edit().done.push(Rc::new(Step { deed, edits }));
            self.edit().undone.clear();
        }
        writes
    }

    /// Takes the last step back; `None` when there is none. What was changed elsewhere since then stays as it
    /// is, and the state that would have come back becomes a version of it: a [`Write::Keep`] in the answer.
    pub fn undo(&mut self) -> Option<(Deed, Vec<Write>)> {
        let step = self.edit().done.pop()?;
        let (made, writes) = self.make(step.reversed());
        self.edit().undone.extend(made.map(|made| Rc::new(made.reversed())));
        Some((step.deed.clone(), writes))
    }

    /// Makes the step again that was taken back last, with the same care as [`History::undo`].
    pub fn redo(&mut self) -> Option<(Deed, Vec<Write>)> {
        let step = self.edit().undone.pop()?;
        let (made, writes) = self.make(Step::clone(&step));
        self.edit().done.extend(made.map(Rc::new));
        Some((step.deed.clone(), writes))
    }

    /// Takes in what another tab has written, and answers with what is to be stored and told on top of it.
    /// No step of undo: what others do is theirs to take back.
    pub fn merge(&mut self, incoming: &[Write]) -> Vec<Write> {
        let mut writes = Vec::new();
        for write in incoming {
            match write {
                Write::Put { annotation: theirs, replaces } => {
                    let Some(ours) = self.get(&theirs.id).cloned() else {
                        let deleted = self
                            .contents
                            .deleted
                            .get(&theirs.id)
                            .is_some_and(|gone| order(gone, theirs).is_ge());
                        if !deleted {
                            self.set(&theirs.id, Some(theirs.clone()));
                        }
                        continue;
                    };
                    if order(theirs, &ours).is_gt() {
                        self.set(&theirs.id, Some(theirs.clone()));
                        if !same(replaces.as_ref(), Some(&ours)) {
                            writes.extend(self.keep(&ours));
                        }
                    } else if ours != *theirs {
                        writes.extend(self.keep(theirs));
                        writes.push(Write::Put { annotation: ours, replaces: Some(theirs.clone()) });
                    }
                }
                Write::Delete { replaces } => match self.get(&replaces.id).cloned() {
                    // It was edited here in the meantime: work goes before its removal.
                    Some(ours) if order(&ours, replaces).is_gt() => {
                        writes.push(Write::Put { annotation: ours, replaces: Some(replaces.clone()) });
                    }
                    _ => {
                        self.set(&replaces.id, None);
                        self.bury(replaces);
                    }
                },
                Write::Keep { version } => {
                    self.keep(version);
                }
                Write::Forget { version } => {
                    self.forget(version);
                }
                Write::Describe { description: theirs } => {
                    if self.contents.facts.get(&theirs.id).is_none_or(|ours| ours.modified < theirs.modified)
                    {
                        self.edit().facts.insert(theirs.id.clone(), theirs.clone());
                    }
                }
                Write::Article { article: theirs } => {
                    if self
                        .contents
                        .articles
                        .get(&theirs.id)
                        .is_none_or(|ours| ours.modified < theirs.modified)
                    {
                        self.edit().articles.insert(theirs.id.clone(), theirs.clone());
                    }
                }
            }
        }
        writes
    }

    /// Takes in versions that were kept elsewhere, as a backup has them.
    pub fn keep_versions(&mut self, versions: impl IntoIterator<Item = Annotation>) -> Vec<Write> {
        versions.into_iter().filter_map(|version| self.keep(&Rc::new(version))).collect()
    }

    /// Makes those edits of a step that find what they expect.
    fn make(&mut self, step: Step) -> (Option<Step>, Vec<Write>) {
        let (mut made, mut writes) = (Vec::new(), Vec::new());
        for edit in step.edits {
            let write = match &edit {
                Edit::Annotation { before, after } => {
                    let Some(id) = after.as_ref().or(before.as_ref()).map(|one| one.id.clone()) else {
                        continue;
                    };
                    if !same(self.get(&id), before.as_ref()) {
                        writes.extend(after.as_ref().and_then(|after| self.keep(after)));
                        continue;
                    }
                    self.replace(&id, after.clone())
                }
                Edit::Facts { before, after } => {
                    let expected = self.description(&before.id).metadata == before.metadata;
                    let description = expected.then(|| self.replace_facts(after.clone())).flatten();
                    description.map(|description| Write::Describe { description })
                }
                Edit::Article { before, after } => {
                    let expected = self.kept(&before.id).removed == before.removed;
                    let article = expected.then(|| self.replace_article(after.clone())).flatten();
                    article.map(|article| Write::Article { article })
                }
                Edit::Version { version, kept: true } => self.keep(version),
                Edit::Version { version, kept: false } => self.forget(version),
            };
            if let Some(write) = write {
                writes.push(write);
                made.push(edit);
            }
        }
        ((!made.is_empty()).then_some(Step { deed: step.deed, edits: made }), writes)
    }

    /// Takes `after` as the facts stated of its article, stamped later than those before. `None` where they say the same.
    fn replace_facts(&mut self, mut after: Rc<Description>) -> Option<Rc<Description>> {
        let before = self.description(&after.id);
        if before.metadata == after.metadata {
            return None;
        }
        if after.modified <= before.modified {
            Rc::make_mut(&mut after).modified = before.modified + 1;
        }
        self.edit().facts.insert(after.id.clone(), Rc::clone(&after));
        Some(after)
    }

    /// Takes `after` as the record of its article, stamped later than the one before. `None` where it says the same.
    fn replace_article(&mut self, mut after: Rc<KeptArticle>) -> Option<Rc<KeptArticle>> {
        let before = self.kept(&after.id);
        if *before == (KeptArticle { modified: before.modified, ..KeptArticle::clone(&after) }) {
            return None;
        }
        if after.modified <= before.modified {
            Rc::make_mut(&mut after).modified = before.modified + 1;
        }
        self.edit().articles.insert(after.id.clone(), Rc::clone(&after));
        Some(after)
    }

    /// Puts `after` where `id` is, stamped later than what it replaces.
    fn replace(&mut self, id: &str, after: Option<Rc<Annotation>>) -> Option<Write> {
        let before = self.get(id).cloned();
        let last = before.as_ref().or_else(|| self.contents.deleted.get(id)).map(|last| last.modified);
        let Some(mut annotation) = after else {
            let replaces = before?;
            self.set(id, None);
            self.bury(&replaces);
            return Some(Write::Delete { replaces });
        };
        if let Some(last) = last.filter(|last| annotation.modified <= *last) {
            Rc::make_mut(&mut annotation).modified = last.saturating_add(1);
        }
        self.set(id, Some(annotation.clone()));
        Some(Write::Put { annotation, replaces: before })
    }

    fn bury(&mut self, annotation: &Rc<Annotation>) {
        let later =
            self.contents.deleted.get(&annotation.id).is_some_and(|gone| order(gone, annotation).is_ge());
        if !later {
            self.edit().deleted.insert(annotation.id.clone(), annotation.clone());
        }
    }

    fn edit(&mut self) -> &mut Contents {
        Rc::make_mut(&mut self.contents)
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.contents.annotations.binary_search_by(|annotation| annotation.id.as_str().cmp(id))
    }

    fn set(&mut self, id: &str, annotation: Option<Rc<Annotation>>) {
        let place = self.place(id);
        let annotations = &mut self.edit().annotations;
        match (place, annotation) {
            (Ok(at), Some(annotation)) => annotations[at] = annotation,
            (Err(at), Some(annotation)) => annotations.insert(at, annotation),
            (Ok(at), None) => {
                annotations.remove(at);
            }
            (Err(_), None) => {}
        }
    }

    /// Removes a version that was kept.
    fn forget(&mut self, version: &Rc<Annotation>) -> Option<Write> {
        let at = self.contents.versions.iter().position(|other| same(Some(other), Some(version)))?;
        let version = self.edit().versions.remove(at);
        Some(Write::Forget { version })
    }

    /// Keeps a version, unless its words are those of the annotation itself or kept already.
    fn keep(&mut self, version: &Rc<Annotation>) -> Option<Write> {
        let is_it = |other: &Rc<Annotation>| same(Some(other), Some(version));
        if self.get(&version.id).is_some_and(is_it) || self.versions(&version.id).any(is_it) {
            return None;
        }
        let before =
            |other: &Rc<Annotation>| other.id.cmp(&version.id).then_with(|| order(other, version)).is_lt();
        let at = self.contents.versions.partition_point(before);
        self.edit().versions.insert(at, version.clone());
        Some(Write::Keep { version: version.clone() })
    }
}

/// Earlier and later, the same in every tab; at the same millisecond the contents decide.
pub(crate) fn order(a: &Annotation, b: &Annotation) -> Ordering {
    a.modified.cmp(&b.modified).then_with(|| format!("{a:?}").cmp(&format!("{b:?}")))
}

/// Whether two states differ in nothing but the time of their last change.
fn same(a: Option<&Rc<Annotation>>, b: Option<&Rc<Annotation>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            Rc::ptr_eq(a, b) || **a == Annotation { modified: a.modified, ..Annotation::clone(b) }
        }
        (a, b) => a.is_none() && b.is_none(),
    }
}

#[cfg(test)]
mod tests;
