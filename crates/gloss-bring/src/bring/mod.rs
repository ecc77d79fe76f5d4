//! The page on which articles are brought, and those that were.

mod draft;
mod view;

use crate::{
    shelf::{Like, Shelved, like, shelf},
    terms::Fact,
    words,
};
use draft::Draft;
use gloss_ingest::{IngestError, Kind, Parser, encoding::Decoder, ingest};
use gloss_notes::{Holdings, KeptArticle};
use gloss_text::ArticleId;
use gloss_view::{Answer, Effect, Event};
use serde::Deserialize;
use std::rc::Rc;

/// How many lines are shown at once, and how many more at a time: a page draws so many without a pause.
const LINES: usize = 80;

/// What was brought and what is done with it.
#[derive(Default)]
pub struct Bring {
    holdings: Holdings<Noted>,
    shelf: Vec<Shelved>,
    items: Vec<Item>,
    /// The item whose lines are shown.
    shown: Option<usize>,
    /// How many of its lines.
    lines: usize,
    /// What was typed.
    typed: String,
    /// The article that is about to be removed.
    removing: Option<ArticleId>,
    /// Bytes that are stored and may be, where the browser tells.
    granted: Option<(u64, u64)>,
    /// Whether the bytes of what was kept last could not be stored.
    not_stored: bool,
    /// What is to be stored and has not been asked for.
    to_store: Vec<Kept>,
}

/// The bytes of a file whose article is kept, under the article's id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The id.
    pub id: ArticleId,
    /// The name of the file.
    pub name: String,
    /// What it holds.
    pub bytes: Rc<[u8]>,
}

/// Of an annotation, what articles it is on.
#[derive(Deserialize)]
struct Noted {
    targets: Vec<NotedTarget>,
}

#[derive(Deserialize)]
struct NotedTarget {
    article: ArticleId,
}

/// One article, or one file that has none.
struct Item {
    name: String,
    bytes: Rc<[u8]>,
    state: Progress,
}

enum Progress {
    /// The file is being read.
    Waiting,
    Failed(IngestError),
    Draft(Box<Drafted>),
    Kept(ArticleId, String),
    Dropped(String),
}

/// An article that is looked at.
struct Drafted {
    draft: Draft,
    like: Option<Like>,
    /// The article that it becomes a version of.
    of: Option<ArticleId>,
}

impl Bring {
    /// What the reader does. Files come by [`Bring::expect`] and [`Bring::take`].
    pub fn hear(&mut self, event: Event, decoder: &dyn Decoder, parser: Parser) -> Answer {
        match event {
            Event::Input(input) => {
                self.holdings = serde_json::from_str(&input).unwrap_or_default();
                self.shelf = shelf(&self.holdings);
                for item in &mut self.items {
                    if let Progress::Draft(drafted) = &mut item.state {
                        drafted.compare(&self.shelf);
                    }
                }
                self.answer(Vec::new())
            }
            Event::Pasted { html, text } => self.paste(&html, &text, decoder, parser),
            Event::Used { how, name, value } => {
                let (name, number) = name.split_once(':').unwrap_or((&name, ""));
                self.used(&how, name, number, &value, decoder, parser)
            }
        }
    }

    /// Files come with these names, in this order.
    pub fn expect(&mut self, names: impl IntoIterator<Item = String>) -> Answer {
        let item = |name| Item { name, bytes: Rc::default(), state: Progress::Waiting };
        self.items.extend(names.into_iter().map(item));
        self.answer(Vec::new())
    }

    /// The file that has waited longest is this.
    pub fn take(&mut self, bytes: Vec<u8>, decoder: &dyn Decoder, parser: Parser) -> Answer {
        let waits = |item: &Item| matches!(item.state, Progress::Waiting);
        let Some(at) = self.items.iter().position(waits) else { return Answer::default() };
        let name = self.items.remove(at).name;
        let kind = Kind::of(&name, &bytes);
        let found = self.read(&name, kind, bytes, decoder, parser);
        let only = found.len() == 1 && self.items.is_empty();
        self.items.splice(at..at, found);
        if only {
            self.show(at);
        }
        self.answer(Vec::new())
    }

    /// How many bytes are stored, and how many may be.
    pub fn grant(&mut self, used: u64, quota: u64) -> Answer {
        self.granted = Some((used, quota));
        self.answer(Vec::new())
    }

    /// What is to be stored before anything else is heard.
    pub fn to_store(&mut self) -> Vec<Kept> {
        std::mem::take(&mut self.to_store)
    }

    /// The bytes of an article could not be stored.
    pub fn store_failed(&mut self) -> Answer {
        self.not_stored = true;
        self.answer(Vec::new())
    }

    fn paste(&mut self, html: &str, text: &str, decoder: &dyn Decoder, parser: Parser) -> Answer {
        let (kind, passage) =
            if html.trim().is_empty() { (Kind::of("", text.as_bytes()), text) } else { (Kind::Html, html) };
        if passage.trim().is_empty() {
            return Answer::default();
        }
        // A page's source is text to the clipboard, and a book never is.
        let kind = if kind == Kind::Epub { Kind::Text } else { kind };
        let mut found = self.read("", kind, passage.as_bytes().to_vec(), decoder, parser);
        if kind == Kind::Html && matches!(found.as_slice(), [Item { state: Progress::Failed(_), .. }]) {
            found = self.read("", Kind::Text, text.as_bytes().to_vec(), decoder, parser);
        }
        self.items.extend(found);
        self.show(self.items.len().saturating_sub(1));
        self.answer(vec![Effect::Focus("brought".to_owned())])
    }

    /// The articles in a file, or why there is none.
    fn read(
        &self,
        name: &str,
        kind: Kind,
        bytes: Vec<u8>,
        decoder: &dyn Decoder,
        parser: Parser,
    ) -> Vec<Item> {
        let bytes: Rc<[u8]> = bytes.into();
        let item = |state| Item { name: name.to_owned(), bytes: Rc::clone(&bytes), state };
        let found = match ingest(kind, &bytes, None, decoder, parser) {
            Ok(found) => found,
            Err(why) => return vec![item(Progress::Failed(why))],
        };
        let found = found.into_iter().filter(|extracted| !extracted.text.trim().is_empty());
        let draft = |extracted| {
            let mut drafted = Drafted { draft: Draft::new(kind, extracted), like: None, of: None };
            drafted.compare(&self.shelf);
            item(Progress::Draft(drafted.into()))
        };
        found.map(draft).collect()
    }

    fn show(&mut self, at: usize) {
        (self.shown, self.lines, self.not_stored) = (Some(at), LINES, false);
    }

    /// The article whose lines are shown.
    fn drafted(&mut self) -> Option<&mut Drafted> {
        match &mut self.items.get_mut(self.shown?)?.state {
            Progress::Draft(drafted) => Some(drafted),
            _ => None,
        }
    }

    fn used(
        &mut self,
        how: &str,
        name: &str,
        number: &str,
        value: &str,
        decoder: &dyn Decoder,
        parser: Parser,
    ) -> Answer {
        let at = number.parse::<usize>().ok();
        match (how, name) {
            ("input", "typed") => {
                value.clone_into(&mut self.typed);
                return Answer::default();
            }
            ("submit", "typed-form") | ("click", "take-typed") => {
                let typed = std::mem::take(&mut self.typed);
                return self.paste("", &typed, decoder, parser);
            }
            ("input", "tick") => {
                let lines = self.drafted().map(|drafted| &mut drafted.draft.lines);
                if let Some(line) = at.and_then(|at| lines?.get_mut(at)) {
                    line.kept = value == "true";
                }
            }
            ("input", "fact") => {
                let fact = Fact::ALL.iter().position(|fact| fact.name() == number);
                if let (Some(drafted), Some(fact)) = (self.drafted(), fact) {
                    value.clone_into(&mut drafted.draft.facts[fact]);
                }
                // The field shows what was typed.
                return Answer::default();
            }
            ("input", "of") => {
                if let Some(drafted) = self.drafted() {
                    drafted.of = ArticleId::new(value);
                }
            }
            ("click", "lines") => self.lines += LINES,
            ("click", "show") => {
                if let Some(at) = at {
                    self.show(at);
                    return self.answer(vec![Effect::Focus("brought".to_owned())]);
                }
            }
            ("click", "list") => self.shown = None,
            ("click", "keep" | "copy") => return self.keep(name == "copy"),
            ("click", "keep-all") => return self.keep_all(),
            ("click", "drop") => {
                if let Some(at) = self.shown.take()
                    && let Some(item) = self.items.get_mut(at)
                    && let Progress::Draft(drafted) = &item.state
                {
                    item.state = Progress::Dropped(drafted.draft.title());
                    item.bytes = Rc::default();
                }
                if self.items.len() == 1 {
                    self.items.clear();
                }
                return self.answer(vec![Effect::Focus("drop-here".to_owned())]);
            }
            ("click", "remove") => {
                self.removing = ArticleId::new(number);
                return self.answer(vec![Effect::Focus("removing".to_owned())]);
            }
            ("click", "leave") => self.removing = None,
            ("click", "remove-now") => {
                let removed = self.removing.take().map(|id| Effect::Other("remove", id.as_str().into()));
                return self.answer(removed.into_iter().collect());
            }
            _ => return Answer::default(),
        }
        self.answer(Vec::new())
    }

    /// Keeps the article that is shown, and goes there unless there are others.
    fn keep(&mut self, as_copy: bool) -> Answer {
        let Some(at) = self.shown else { return Answer::default() };
        if as_copy && let Some(drafted) = self.drafted() {
            drafted.of = None;
        }
        let Some(kept) = self.record(at, &[]) else { return Answer::default() };
        self.shown = None;
        let target = kept.of.as_ref().unwrap_or(&kept.id).to_string();
        let route = format!("#/read/{}", gloss_text::percent_encode(&target, b"-._~"));
        if self.items.len() > 1 {
            // The others are still to be looked at.
            return self.answer(vec![bring(&[kept])]);
        }
        self.items.clear();
        self.answer(vec![bring(&[kept]), Effect::Go(route)])
    }

    /// Keeps every article that is looked at and not there yet, as one step.
    fn keep_all(&mut self) -> Answer {
        let mut kept: Vec<KeptArticle> = Vec::new();
        for at in 0..self.items.len() {
            let Some(Item { state: Progress::Draft(drafted), .. }) = self.items.get(at) else { continue };
            if !matches!(drafted.like, Some(Like::Same(_))) {
                kept.extend(self.record(at, &kept));
            }
        }
        self.answer(vec![bring(&kept)])
    }

    /// Makes the record of an item, and has its bytes stored once a file.
    fn record(&mut self, at: usize, others: &[KeptArticle]) -> Option<KeptArticle> {
        let item = self.items.get(at)?;
        let Progress::Draft(drafted) = &item.state else { return None };
        let known = |id: &str| {
            self.holdings.kept.iter().any(|kept| kept.id == *id)
                || self.holdings.bundled.iter().any(|article| article.id == *id)
                || others.iter().any(|kept| kept.id == *id)
        };
        let size = item.bytes.len() as u64;
        let mut kept = drafted.draft.keep(drafted.of.as_ref(), (&item.name, size), |id| !known(id))?;
        let original = kept.original.as_mut()?;
        let stored = self.to_store.iter().find(|stored| Rc::ptr_eq(&stored.bytes, &item.bytes));
        if let Some(stored) = stored {
            original.bytes = stored.id.clone();
        } else {
            let (name, bytes) = (item.name.clone(), Rc::clone(&item.bytes));
            self.to_store.push(Kept { id: kept.id.clone(), name, bytes });
        }
        let title = drafted.draft.title();
        let id = kept.of.clone().unwrap_or_else(|| kept.id.clone());
        if let Some(item) = self.items.get_mut(at) {
            item.state = Progress::Kept(id, title);
        }
        Some(kept)
    }

    fn answer(&self, effects: Vec<Effect>) -> Answer {
        Answer { view: Some(self.view()), effects }
    }

    /// How many annotations an article has.
    fn notes(&self, id: &ArticleId) -> usize {
        let is_on = |one: &&Rc<Noted>| one.targets.iter().any(|target| target.article == *id);
        self.holdings.annotations.iter().filter(is_on).count()
    }

    /// The title of an article of the library.
    fn title(&self, id: &ArticleId) -> String {
        let shelved = self.shelf.iter().find(|shelved| shelved.article.id == *id);
        shelved.map_or_else(|| words::PASTED.to_owned(), |shelved| shelved.article.title())
    }
}

impl Drafted {
    /// Compares it with the library. A text that is likely a version of another becomes one unless the reader says
    /// otherwise.
    fn compare(&mut self, library: &[Shelved]) {
        let document = self.draft.document();
        let metadata = self.draft.metadata();
        let found = like(library, &document, metadata.address.as_deref());
        if self.like == found {
            return;
        }
        self.like = found;
        self.of = match &self.like {
            Some(Like::Address(id) | Like::Words(id)) => Some(id.clone()),
            _ => None,
        };
    }
}

/// The page is to keep these.
fn bring(kept: &[KeptArticle]) -> Effect {
    Effect::Other("bring", serde_json::to_value(kept).unwrap_or_default())
}

#[cfg(test)]
mod tests;
