//! The pages on which a reader compares articles: all stories, one story, two articles side by side, and where else the
//! library has a passage.
//!
//! [`Pages`] is a pure state machine. It hears [`Event`]s and answers with what is shown and what is to be done; whatever
//! takes long is done in [`Pages::step`]s, between which its caller can hear that the reader has gone elsewhere.

mod acts;
mod elsewhere;
mod export;
mod library;
mod page;
mod pair;
mod panes;
mod route;
mod stories;
mod story;
mod text;
mod told;
mod words;

use gloss_analysis::Model;
use gloss_story::propose;
use gloss_text::{Article, ArticleId, Timestamp};
use gloss_view::{Answer, Effect, Event, Node, el};
use library::{Input, Library, Said};
use route::Place;
use std::{collections::BTreeSet, rc::Rc};
use stories::Proposal;
use told::{Choices, Told};

/// Articles of proposed stories that are compared to show what they quote in common, at most.
const COMPARED: usize = 40;

/// What the reader sees and has chosen on these pages.
#[derive(Debug, Default)]
pub struct Pages {
    /// What addresses within Gloss begin with in a file that leaves it.
    home: String,
    model: Model,
    /// Whether the weights have come, or never will.
    ready: bool,
    library: Library,
    kept: Said,
    place: Place,
    choices: Choices,
    panes: panes::Choices,
    /// What is written about a pair in the reader's own words.
    note: String,
    /// The story or the proposals that are shown; `None` until they are worked out.
    shown: Option<Shown>,
    /// The articles that are ticked to be gathered.
    chosen: BTreeSet<ArticleId>,
    /// The name in the field.
    naming: Option<String>,
}

/// What a new annotation is made with: the core has no clock and no randomness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The time.
    pub now: Timestamp,
    /// An id that nothing has.
    pub id: String,
}

/// What has been worked out.
enum Shown {
    Story(Box<Told>),
    Proposals(Vec<Proposal>),
    Elsewhere(elsewhere::Elsewhere),
}

impl std::fmt::Debug for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Story(_) => "Story",
            Self::Proposals(_) => "Proposals",
            Self::Elsewhere(_) => "Elsewhere",
        })
    }
}

impl Pages {
    /// Pages of the Gloss at this address, without any `#`.
    pub fn new(home: impl Into<String>) -> Self {
        Self { home: home.into(), ..Self::default() }
    }

    /// Takes the trained weights; `None` where there are none, so that rules alone find names.
    pub fn learn(&mut self, weights: Option<&[u8]>) {
        self.model = weights.and_then(|weights| Model::from_bytes(weights).ok()).unwrap_or_default();
        self.ready = true;
    }

    /// Hears what happened. What it takes to answer may be left to [`Pages::step`].
    pub fn hear(&mut self, event: &Event, stamp: &Stamp) -> Answer {
        match event {
            Event::Input(input) => {
                let moved = self.take(input);
                self.answer(moved.then(|| Effect::Focus("main".to_owned())).into_iter().collect())
            }
            Event::Used { how, name, value } => {
                let effects = self.used((how, name, value), stamp);
                self.answer(effects)
            }
            Event::Pasted { .. } => Answer::default(),
        }
    }

    /// Does a part of what is still to be done, and says what is shown then; `None` where nothing is.
    pub fn step(&mut self) -> Option<Answer> {
        let needs_weights = !matches!(self.place, Place::Elsewhere(..));
        if self.shown.is_some() || (needs_weights && !self.ready) {
            return None;
        }
        let mut effects = Vec::new();
        let waiting = self.wanted().into_iter().find(|id| self.library.analysis(id).is_none());
        if let Some(id) = waiting {
            self.library.analyse(&id, &self.model);
        } else {
            self.shown = Some(match &self.place {
                Place::Stories => Shown::Proposals(self.proposals()),
                Place::Elsewhere(article, text) => {
                    Shown::Elsewhere(elsewhere::find(&self.library, article, text))
                }
                _ => {
                    let told = Told::new(self.analysed(&self.wanted()));
                    if matches!(self.place, Place::Story(_)) {
                        effects.push(Effect::Other("also", told.also()));
                    }
                    Shown::Story(Box::new(told))
                }
            });
        }
        Some(self.answer(effects))
    }

    /// Takes what the page tells, and says whether the reader has moved from one of these pages to another.
    fn take(&mut self, input: &str) -> bool {
        let Ok(input) = serde_json::from_str::<Input>(input) else { return false };
        let place = Place::parse(&input.route);
        let changed =
            self.library.articles != input.articles || self.library.annotations != input.annotations;
        if place != self.place || changed {
            self.shown = None;
        }
        let moved = place != self.place;
        let begun = !self.library.articles.is_empty();
        if moved {
            (self.choices, self.panes, self.naming) = (Choices::default(), panes::Choices::default(), None);
        }
        self.place = place;
        (self.library.articles, self.library.annotations) = (input.articles, input.annotations);
        self.kept = Said::read(input.kept.as_deref());
        self.choices.ticked = self.kept.of(&self.ids()).map(|story| story.ticked.clone()).unwrap_or_default();
        moved && begun
    }

    /// The articles whose analyses the page needs.
    fn wanted(&self) -> Vec<ArticleId> {
        let known = |ids: &[ArticleId]| -> Vec<ArticleId> {
            ids.iter().filter(|id| self.library.get(id).is_some()).cloned().collect()
        };
        match &self.place {
            Place::Stories => {
                let stories = self.proposed();
                let mut ids: Vec<ArticleId> =
                    stories.into_iter().flat_map(|(_, articles)| articles).collect();
                ids.truncate(COMPARED);
                ids
            }
            Place::Story(articles) => known(articles),
            Place::Beside(pair) => known(pair),
            Place::Elsewhere(..) => Vec::new(),
        }
    }

    /// The proposed stories with the ids of their articles.
    fn proposed(&self) -> Vec<(gloss_story::Story, Vec<ArticleId>)> {
        let articles: Vec<&Article> = self.library.articles.iter().map(AsRef::as_ref).collect();
        let with_ids = |story: gloss_story::Story| {
            let ids =
                story.articles.iter().filter_map(|at| Some(articles.get(at.get())?.id.clone())).collect();
            (story, ids)
        };
        propose(&articles).into_iter().map(with_ids).collect()
    }

    fn analysed(&self, ids: &[ArticleId]) -> Vec<(Rc<Article>, Rc<gloss_analysis::Analysis>)> {
        ids.iter()
            .filter_map(|id| Some((Rc::clone(self.library.get(id)?), self.library.analysis(id)?)))
            .collect()
    }

    fn proposals(&self) -> Vec<Proposal> {
        let with_shared = |(mut story, articles): (gloss_story::Story, Vec<ArticleId>)| {
            let analysed = self.analysed(&articles);
            let first = || articles.iter().find_map(|id| self.library.get(id)).map(|article| article.title());
            if analysed.len() < articles.len() {
                return Proposal { story, name: first().unwrap_or_default(), articles };
            }
            let told = Told::new(analysed);
            let texts: Vec<&Article> = told.articles.iter().map(|(article, _)| &**article).collect();
            story.add_shared(&texts, &told.comparison);
            Proposal { story, name: told.title(), articles }
        };
        self.proposed().into_iter().map(with_shared).collect()
    }

    fn answer(&self, effects: Vec<Effect>) -> Answer {
        Answer { view: Some(vec![self.draw()]), effects }
    }

    fn draw(&self) -> Node {
        if self.library.articles.is_empty() {
            let waiting = el("p").class("waiting").attr("role", "status").text(words::WAITING);
            return page::main("story").child(waiting).into();
        }
        match (&self.shown, &self.place) {
            (Some(Shown::Proposals(proposals)), _) => {
                stories::draw(&self.library, &self.kept, proposals, &self.chosen)
            }
            (Some(Shown::Story(told)), Place::Story(_)) if told.articles.len() > 1 => {
                page::draw(told, self.kept.of(&self.ids()), &self.choices, &self.library)
            }
            (Some(Shown::Story(told)), Place::Beside(_)) if told.articles.len() > 1 => {
                panes::draw(told, &self.panes, &self.library)
            }
            (Some(Shown::Elsewhere(found)), _) => found.draw(&self.library),
            (Some(Shown::Story(_)), _) => page::main("story")
                .child(el("p").text(words::TWO_NEEDED).text(" "))
                .child(el("a").attr("href", "#/story").text(words::TO_STORIES))
                .into(),
            (None, _) => {
                let wanted = self.wanted();
                let done = wanted.iter().filter(|id| self.library.analysis(id).is_some()).count();
                let waiting = el("p").class("waiting").attr("role", "status");
                let waiting = if self.ready {
                    waiting.text(words::reading(done, wanted.len()))
                } else {
                    waiting.text(words::WAITING)
                };
                page::main("story").child(waiting).into()
            }
        }
    }

    /// The articles of the story that the address names.
    fn ids(&self) -> Vec<ArticleId> {
        match &self.place {
            Place::Story(articles) => articles.clone(),
            _ => Vec::new(),
        }
    }
}
