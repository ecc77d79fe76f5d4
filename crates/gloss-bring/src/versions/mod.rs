//! The page on which two texts of an article are compared, and what became of the notes on it.

mod comparison;
mod view;

use crate::shelf::{shelf, texts};
use gloss_notes::{Anchor, Anchorer, Annotation, Holdings};
use gloss_text::{ArticleId, Document, Span};
use gloss_view::{Answer, Effect, Event};
use serde_json::json;
use std::rc::Rc;

/// How many other places of a passage are offered.
const CHOICES: usize = 3;

/// Two texts of an article, and the notes on it.
#[derive(Default)]
pub struct Versions {
    id: Option<ArticleId>,
    title: String,
    texts: Vec<Rc<Document>>,
    /// The numbers of the texts that are compared.
    from: usize,
    to: usize,
    one_column: bool,
    /// Whether the earlier text is shown as it was.
    as_it_was: bool,
    annotations: Vec<Rc<Annotation>>,
    /// What became of each target on this article.
    fates: Vec<Fate>,
}

/// What became of a passage in the later text.
struct Fate {
    annotation: Rc<Annotation>,
    /// The number of the target.
    target: usize,
    /// The words that were annotated.
    exact: String,
    anchor: Anchor,
    /// The places that are offered for it, best first, the one that was found among them.
    places: Vec<Span>,
}

impl Versions {
    /// What the reader does.
    pub fn hear(&mut self, event: Event) -> Answer {
        match event {
            Event::Input(input) => self.read(&serde_json::from_str(&input).unwrap_or_default()),
            Event::Used { how, name, value } => {
                let effects = self.used(&how, &name, &value);
                return Answer { view: Some(self.view()), effects };
            }
            Event::Pasted { .. } => return Answer::default(),
        }
        Answer { view: Some(self.view()), effects: Vec::new() }
    }

    fn read(&mut self, holdings: &Holdings) {
        let Some(id) = holdings.asked.clone() else { return };
        let shelved = shelf(holdings);
        self.title = shelved
            .iter()
            .find(|shelved| shelved.article.id == id)
            .map(|shelved| shelved.article.title())
            .unwrap_or_default();
        let found = texts(holdings, &id);
        if self.id.as_ref() != Some(&id) || found.len() != self.texts.len() {
            self.to = found.len().saturating_sub(1);
            self.from = self.to.saturating_sub(1);
        }
        (self.id, self.texts) = (Some(id), found);
        self.annotations.clone_from(&holdings.annotations);
        self.anchor();
    }

    /// Looks for every passage in the later text.
    fn anchor(&mut self) {
        self.fates.clear();
        let (Some(id), Some(document)) = (&self.id, self.texts.get(self.to)) else { return };
        let anchorer = Anchorer::new(document.text());
        for annotation in &self.annotations {
            for (number, target) in annotation.targets.iter().enumerate() {
                if target.article != *id || target.quote.exact.is_empty() {
                    continue;
                }
                let anchor = anchorer.anchor(target);
                let mut places: Vec<Span> = anchor.span.into_iter().collect();
                places.extend(anchor.candidates.iter().map(|candidate| candidate.span));
                places.truncate(CHOICES);
                let exact = target.quote.exact.clone();
                self.fates.push(Fate {
                    annotation: Rc::clone(annotation),
                    target: number,
                    exact,
                    anchor,
                    places,
                });
            }
        }
    }

    fn used(&mut self, how: &str, name: &str, value: &str) -> Vec<Effect> {
        let (name, rest) = name.split_once(':').unwrap_or((name, ""));
        let mut numbers = rest.split(':').filter_map(|number| number.parse::<usize>().ok());
        let chosen = || value.parse::<usize>().ok().filter(|number| *number < self.texts.len());
        match (how, name) {
            ("input", "from") => self.from = chosen().unwrap_or(self.from),
            ("input", "to") => {
                self.to = chosen().unwrap_or(self.to);
                self.anchor();
            }
            ("click", "columns") => self.one_column = !self.one_column,
            ("click", "as-it-was") => self.as_it_was = !self.as_it_was,
            ("click" | "keydown", "put") => {
                if let (Some(fate), Some(place)) = (numbers.next(), numbers.next()) {
                    return self.put(fate, place);
                }
            }
            ("keydown", "fate") => {
                let Some(at) = numbers.next() else { return Vec::new() };
                let go = |at: usize| vec![Effect::Focus(format!("fate-{at}"))];
                match value {
                    "ArrowDown" => return go((at + 1).min(self.fates.len().saturating_sub(1))),
                    "ArrowUp" => return go(at.saturating_sub(1)),
                    "Enter" | "1" => return self.put(at, 0),
                    "2" => return self.put(at, 1),
                    "3" => return self.put(at, 2),
                    _ => {}
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Puts the passage of a note on a place of the later text, which the article must show now.
    fn put(&self, fate: usize, place: usize) -> Vec<Effect> {
        let found = self.fates.get(fate).filter(|_| self.is_current());
        let Some((fate, id)) = found.zip(self.id.as_ref()) else { return Vec::new() };
        let Some(span) = fate.places.get(place).filter(|_| fate.is_open()) else { return Vec::new() };
        let put = json!([fate.annotation.id, fate.target, id, span]);
        vec![Effect::Other("reattach", put)]
    }

    /// Whether the later text is the one that is read.
    fn is_current(&self) -> bool {
        self.to + 1 == self.texts.len()
    }
}

impl Fate {
    /// Whether the reader is to say where the passage is.
    fn is_open(&self) -> bool {
        use gloss_notes::Outcome::{Ambiguous, Changed, Gone};
        matches!(self.anchor.outcome, Changed | Ambiguous | Gone)
    }
}

#[cfg(test)]
mod tests;
