//! What the reader does on these pages.

use crate::{
    Pages, Shown, Stamp, export, page,
    pair::Kept,
    panes,
    route::{self, Place},
    told::{Mode, Told},
};
use gloss_text::ArticleId;
use gloss_view::Effect;

impl Pages {
    /// Does what the reader wants, and says what the page has to do for it.
    pub(crate) fn used(&mut self, (how, name, value): (&str, &str, &str), stamp: &Stamp) -> Vec<Effect> {
        let (what, about) = name.split_once(':').unwrap_or((name, ""));
        let number = about.parse::<usize>().ok();
        match what {
            "tick" => return vec![self.tick(about, value == "true")],
            "whole" => {
                self.choices.whole.insert(about.to_owned());
                return vec![Effect::Focus(about.to_owned())];
            }
            "threshold" => self.choices.threshold = value.parse().unwrap_or(self.choices.threshold),
            "to" => return vec![Effect::Focus(about.to_owned())],
            "handout" | "whole-page" => {
                self.choices.mode = if what == "handout" { Mode::Handout } else { Mode::Page };
                return vec![Effect::Focus("main".to_owned())];
            }
            "print" => return vec![Effect::Other("print", serde_json::Value::Null)],
            "save" => return self.save(about).into_iter().collect(),
            "naming" => self.naming = Some(value.to_owned()),
            "rename" if how == "submit" => {
                let articles = self.ids();
                let name = self.naming.take().unwrap_or_default().trim().to_owned();
                self.kept.entry(&articles).name = name;
                return vec![self.keep()];
            }
            "yes" | "no" => {
                let proposed = match (&self.shown, number) {
                    (Some(Shown::Proposals(all)), Some(number)) => {
                        all.get(number).map(|one| one.articles.clone())
                    }
                    _ => None,
                };
                let articles = proposed.unwrap_or_else(|| self.ids());
                self.kept.entry(&articles).together = what == "yes";
                let mut effects = vec![self.keep()];
                if what == "no" && number.is_none() {
                    effects.push(Effect::Go("#/story".to_owned()));
                }
                effects.push(Effect::Focus("main".to_owned()));
                return effects;
            }
            "forget" => {
                if let Some(story) = number.and_then(|number| self.kept.stories.get(number)) {
                    let articles = story.articles.clone();
                    self.kept.forget(&articles);
                    return vec![self.keep(), Effect::Focus("main".to_owned())];
                }
            }
            "choose" => {
                let Some(id) = ArticleId::new(about) else { return Vec::new() };
                if value == "true" {
                    self.chosen.insert(id);
                } else {
                    self.chosen.remove(&id);
                }
            }
            "gather" => {
                let chosen = std::mem::take(&mut self.chosen);
                let in_order = self.library.articles.iter().map(|article| article.id.clone());
                let gathered: Vec<ArticleId> = in_order.filter(|id| chosen.contains(id)).collect();
                return self.regroup(&gathered);
            }
            "add" | "out" => {
                let mut articles = self.ids();
                articles.retain(|id| **id != *about);
                articles.extend(ArticleId::new(value).filter(|_| what == "add"));
                return self.regroup(&articles);
            }
            "way" => self.panes.shown = panes::way(about),
            "turn" => {
                self.panes.second = !self.panes.second;
                self.panes.open.clear();
            }
            "gap" => {
                if let Some(number) = number
                    && !self.panes.open.remove(&number)
                {
                    self.panes.open.insert(number);
                }
            }
            "align" => {
                let (side, number) = about.split_once(':').unwrap_or_default();
                return vec![Effect::Focus(format!("passage-{side}-{number}"))];
            }
            "side" => {
                let address = match (&self.place, number, ArticleId::new(value)) {
                    (Place::Beside(pair), Some(at), Some(id)) => panes::with(pair, at, id),
                    _ => None,
                };
                return address.map(Effect::Go).into_iter().collect();
            }
            "words" => value.clone_into(&mut self.note),
            "keep" | "left-out" => return self.keep_pair(what, about, value, stamp).into_iter().collect(),
            _ => {}
        }
        Vec::new()
    }

    /// Ticks a statement to be taken along, or no longer.
    fn tick(&mut self, key: &str, is_ticked: bool) -> Effect {
        let articles = self.ids();
        let ticked = &mut self.kept.entry(&articles).ticked;
        if is_ticked {
            ticked.insert(key.to_owned());
        } else {
            ticked.remove(key);
        }
        self.choices.ticked.clone_from(ticked);
        self.keep()
    }

    /// Has the page keep two passages as one annotation.
    fn keep_pair(&mut self, what: &str, about: &str, key: &str, stamp: &Stamp) -> Option<Effect> {
        let (first, second) = about.split_once(':')?;
        let by_key =
            |key: &str| Kept::KEYS.into_iter().find(|(known, _)| *known == key).map(|(_, kept)| kept);
        let (pair, kept) = if what == "left-out" {
            let Some(Shown::Story(told)) = &self.shown else { return None };
            let pair = panes::left_out(told, &self.panes, first.parse().ok()?, second.parse().ok()?)?;
            (pair, Kept::LeftOut)
        } else {
            let number = second.parse().ok()?;
            let pair = match &self.shown {
                Some(Shown::Story(told)) => panes::pair(told, &self.panes, number)?,
                Some(Shown::Elsewhere(found)) => found.pair(number)?,
                _ => return None,
            };
            let kept = match first {
                "key" => by_key(key)?,
                "words" => Some(Kept::Words(std::mem::take(&mut self.note).trim().to_owned()))
                    .filter(|kept| !kept.words().is_empty())?,
                key => by_key(key)?,
            };
            (pair, kept)
        };
        let annotation = pair.annotation(&kept, &stamp.id, stamp.now)?;
        Some(Effect::Other("annotate", serde_json::to_value(annotation).ok()?))
    }

    /// Goes to the story of these articles, which takes the place of the one that is shown.
    fn regroup(&mut self, articles: &[ArticleId]) -> Vec<Effect> {
        if articles.len() < 2 {
            return Vec::new();
        }
        let before = self.ids();
        let name = self.kept.of(&before).map(|story| story.name.clone()).unwrap_or_default();
        self.kept.forget(&before);
        let story = self.kept.entry(articles);
        (story.together, story.name) = (true, name);
        vec![self.keep(), Effect::Go(route::story(articles))]
    }

    /// Has the page keep what the reader says of stories.
    fn keep(&self) -> Effect {
        let kept = serde_json::to_string(&self.kept).unwrap_or_default();
        Effect::Other("keep", serde_json::Value::String(kept))
    }

    fn save(&self, form: &str) -> Option<Effect> {
        let Some(Shown::Story(told)) = &self.shown else { return None };
        let name = page::name(told, self.kept.of(&self.ids()));
        let told = Told { home: self.home.clone(), ..Told::clone(told) };
        Some(export::save(&told, &name, &self.choices, form))
    }
}
