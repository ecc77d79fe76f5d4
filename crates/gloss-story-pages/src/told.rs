//! A story as its sections see it, and the form that all sections have: statements, each with its passages.

use crate::words;
use gloss_analysis::{Analysis, Voice, unattributed, voices};
use gloss_app::{Route, VoiceColour};
use gloss_notes::TextFragment;
use gloss_story::{ArticleIndex, Called, Comparison, Passage, compare};
use gloss_text::{Article, Span, sentences};
use gloss_view::{Element, Node, el};
use serde_json::{Value, json};
use std::{
    collections::{BTreeSet, HashMap},
    rc::Rc,
};

/// The articles of a story with what comparing them has found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    /// What addresses within Gloss begin with: nothing on its own pages.
    pub(crate) home: String,
    pub(crate) articles: Vec<(Rc<Article>, Rc<Analysis>)>,
    pub(crate) comparison: Comparison,
    /// Of each article, the colours of its voices by their names, as its own page has them.
    pub(crate) colours: Vec<HashMap<String, VoiceColour>>,
}

/// What the reader has chosen on the page of a story.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choices {
    /// Keys of the statements to be taken along.
    pub(crate) ticked: BTreeSet<String>,
    /// Sections that are shown in full.
    pub(crate) whole: BTreeSet<String>,
    /// Share of a sentence's matter below which it counts as told in one article alone, in per cent.
    pub(crate) threshold: u8,
    /// What it is drawn for.
    pub(crate) mode: Mode,
}

/// What sections are drawn for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The page, with all that can be done on it.
    #[default]
    Page,
    /// A sheet of paper with what is ticked.
    Handout,
    /// A file with everything.
    File,
}

/// One statement about the story.
pub(crate) struct Statement {
    /// Tells it from all others of the story.
    pub(crate) key: String,
    /// What it says, in a sentence.
    pub(crate) claim: String,
    /// What it rests on.
    pub(crate) places: Vec<Place>,
    /// What it is shown under within its section, and that as words.
    pub(crate) group: Option<(String, Vec<Node>)>,
    /// How it is drawn: an item of a list, or a row of a table.
    pub(crate) body: Element,
}

/// A passage on which a statement rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) passage: Passage,
    /// What is said of it: the speaker, the relation, the figure.
    pub(crate) about: String,
}

/// A part of the page of a story.
pub(crate) struct Section {
    /// The id of its element.
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    /// What it shows, in a sentence.
    pub(crate) about: &'static str,
    /// What its statements are rows of; without heads they are items of lists.
    pub(crate) head: Vec<Element>,
    pub(crate) statements: Vec<Statement>,
    /// The last row of the table.
    pub(crate) foot: Option<Element>,
    /// How many statements of a group are shown at first.
    pub(crate) most: usize,
    /// What is drawn before the statements.
    pub(crate) before: Vec<Node>,
    /// What is drawn after them.
    pub(crate) after: Vec<Node>,
}

impl Told {
    /// Compares articles.
    pub(crate) fn new(articles: Vec<(Rc<Article>, Rc<Analysis>)>) -> Self {
        let all: Vec<(&Article, &Analysis)> =
            articles.iter().map(|(article, analysis)| (&**article, &**analysis)).collect();
        let comparison = compare(&all);
        let voices: Vec<Rc<[Voice]>> =
            all.iter().map(|(article, analysis)| voices(article, analysis).into()).collect();
        let named = |(voices, colours): (&Rc<[Voice]>, Vec<VoiceColour>)| {
            voices.iter().map(|voice| voice.name.clone()).zip(colours).collect()
        };
        let colours = voices.iter().zip(gloss_app::colours(&voices)).map(named).collect();
        Self { articles, comparison, colours, home: String::new() }
    }

    /// How many words of an article are quoted, those of nobody known among them, as the library counts them.
    pub(crate) fn quoted(&self, index: ArticleIndex) -> usize {
        self.articles.get(index.get()).map_or(0, |(article, analysis)| {
            let named: usize = voices(article, analysis).iter().map(|voice| voice.words).sum();
            named + unattributed(article, analysis).1
        })
    }

    /// The colour of a voice in an article; grey where it has none of its own.
    pub(crate) fn colour(&self, index: ArticleIndex, name: &str) -> VoiceColour {
        self.colours.get(index.get()).and_then(|colours| colours.get(name)).copied().unwrap_or(0)
    }

    /// The numbers of all articles.
    pub(crate) fn indices(&self) -> impl Iterator<Item = ArticleIndex> + use<> {
        (0..self.articles.len() as u32).map(ArticleIndex)
    }

    pub(crate) fn article(&self, index: ArticleIndex) -> Option<&Article> {
        self.articles.get(index.get()).map(|(article, _)| &**article)
    }

    pub(crate) fn text(&self, index: ArticleIndex) -> &str {
        self.article(index).map_or("", Article::text)
    }

    /// The words of a passage.
    pub(crate) fn words(&self, passage: Passage) -> &str {
        passage.span.of(self.text(passage.article))
    }

    /// How many words an article itself has.
    pub(crate) fn length(&self, index: ArticleIndex) -> usize {
        self.article(index).map_or(0, |article| article.document.words())
    }

    /// How far into its article a passage is, in per cent.
    pub(crate) fn position(&self, passage: Passage) -> usize {
        let length = self.text(passage.article).len().max(1);
        (passage.span.start * 100 + length / 2) / length
    }

    /// The address of a passage, within Gloss.
    pub(crate) fn address(&self, passage: Passage) -> String {
        self.article(passage.article)
            .map(|article| self.home.clone() + &address(article, passage.span))
            .unwrap_or_default()
    }

    /// A link to a passage.
    pub(crate) fn link<N: Into<Node>>(
        &self,
        passage: Passage,
        shown: impl IntoIterator<Item = N>,
    ) -> Element {
        el("a").attr("href", self.address(passage)).children(shown)
    }

    /// The sentence that holds a byte of an article.
    pub(crate) fn sentence_at(&self, index: ArticleIndex, at: usize) -> Passage {
        let text = self.text(index);
        let block = self.article(index).and_then(|article| {
            article
                .document
                .blocks()
                .iter()
                .map(|block| block.span)
                .find(|span| span.start <= at && at < span.end)
        });
        let sentence = block.and_then(|block| {
            sentences(text, block).into_iter().find(|sentence| sentence.start <= at && at < sentence.end)
        });
        Passage { article: index, span: sentence.or(block).unwrap_or_else(|| Span::new(at, at)) }
    }

    /// The letter of an article, with its title for those who point at it.
    pub(crate) fn sigil(&self, index: ArticleIndex) -> Element {
        let title = self.article(index).map(Article::title).unwrap_or_default();
        el("span").class("sig").attr("title", title).text(sigil(index))
    }

    /// How often each letter comes: "A, C".
    pub(crate) fn sigils(indices: impl IntoIterator<Item = ArticleIndex>) -> String {
        let indices: BTreeSet<ArticleIndex> = indices.into_iter().collect();
        indices.into_iter().map(sigil).collect::<Vec<_>>().join(", ")
    }

    /// Which quotations of each article others have, for the articles' own pages: the version of each text, and a line for
    /// each quotation with the byte offset at which its first piece ends, and what is said of it.
    pub(crate) fn also(&self) -> Value {
        let texts = self.articles.iter().enumerate().map(|(at, (article, analysis))| {
            // The page marks the quotation with the marks around it.
            let marked = |said: &Span| {
                let mut all = analysis.quotations.iter().flat_map(|quotation| &quotation.segments);
                all.find(|one| one.start <= said.start && said.end <= one.end).map(|one| one.end)
            };
            let lines = self.comparison.quotations.iter().flat_map(|shared| {
                let others = || shared.occurrences.iter().filter(|one| one.article.get() != at);
                let letters = Self::sigils(others().map(|one| one.article));
                let here =
                    shared.occurrences.iter().filter(|one| one.article.get() == at && !letters.is_empty());
                here.filter_map(|one| marked(one.segments.first()?))
                    .map(|end| format!("{end} {}", words::also_in(&letters)))
                    .collect::<Vec<_>>()
            });
            json!([article.document.version(), lines.collect::<Vec<_>>().join("\n")])
        });
        texts.collect()
    }

    /// What the story is called until the reader gives it a name: the people whom more than half of its articles name.
    pub(crate) fn title(&self) -> String {
        let people = self.comparison.designations.iter().filter(|one| one.called == Called::Person);
        // They come in the order in which they are named the most.
        let names = people.filter(|one| one.articles.len() * 2 > self.articles.len());
        let names: Vec<&str> = names.filter_map(|one| one.name.as_deref()).take(2).collect();
        if names.is_empty() {
            self.articles.first().map(|(article, _)| article.title()).unwrap_or_default()
        } else {
            words::and(&names)
        }
    }
}

/// The address of a passage of an article, within Gloss.
pub(crate) fn address(article: &Article, span: Span) -> String {
    let text = Some(TextFragment::describe(article.text(), span));
    Route::Read { article: article.id.clone(), note: None, text }.to_string()
}

/// The letter by which an article goes in its story: A to Z, then AA and so on.
pub(crate) fn sigil(index: ArticleIndex) -> String {
    let mut number = index.get() + 1;
    let mut letters = Vec::new();
    while number > 0 {
        letters.push(char::from(b'A' + ((number - 1) % 26) as u8));
        number = (number - 1) / 26;
    }
    letters.iter().rev().collect()
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            ticked: BTreeSet::new(),
            whole: BTreeSet::new(),
            threshold: (gloss_story::Told::ALONE * 100.0) as u8,
            mode: Mode::default(),
        }
    }
}

impl Section {
    /// Draws the section; nothing where it has nothing to show.
    pub(crate) fn draw(&self, choices: &Choices) -> Option<Node> {
        let shown: Vec<&Statement> = self
            .statements
            .iter()
            .filter(|one| choices.mode != Mode::Handout || choices.ticked.contains(&one.key))
            .collect();
        let page = choices.mode == Mode::Page;
        if choices.mode == Mode::Handout && shown.is_empty() {
            return None;
        }
        let mut section = el("section")
            .key(self.id)
            .class("part")
            .attr("aria-labelledby", self.id)
            .child(el("h2").attr("id", self.id).attr("tabindex", "-1").text(self.title))
            .child(el("p").class("about").text(self.about));
        if shown.is_empty() {
            return Some(section.child(el("p").class("nothing").text(words::NOTHING)).into());
        }
        if page {
            section = section.children(self.before.iter().cloned());
        }
        let most = if !page || choices.whole.contains(self.id) { usize::MAX } else { self.most };
        let mut left = 0;
        let mut groups = Vec::new();
        for group in shown.chunk_by(|a, b| name(a) == name(b)) {
            left += group.len().saturating_sub(most);
            let bodies = group.iter().take(most).map(|one| self.body(one, choices));
            groups.push((group.first().and_then(|one| one.group.as_ref()), bodies.collect::<Vec<_>>()));
        }
        section = if self.head.is_empty() {
            section.child(el("div").class("groups").children(groups.into_iter().map(|(heading, bodies)| {
                let list = el("ul").children(bodies);
                match heading {
                    Some((key, heading)) => el("div")
                        .class("group")
                        .key(key.clone())
                        .child(el("h3").children(heading.iter().cloned()))
                        .child(list),
                    None => el("div").class("group").child(list),
                }
            })))
        } else {
            let head = el("thead").child(el("tr").children(self.head.iter().cloned()));
            let rows = groups.into_iter().flat_map(|(_, bodies)| bodies).chain(self.foot.clone());
            let rows = el("tbody").children(rows);
            section.child(wide(self.title, el("table").child(head).child(rows)))
        };
        if left > 0 {
            let more = el("button").attr("type", "button").class("word").on(format!("whole:{}", self.id));
            section = section.child(more.text(words::show_more(left)));
        }
        if choices.mode != Mode::Handout {
            section = section.children(self.after.iter().cloned());
        }
        Some(section.into())
    }

    fn body(&self, statement: &Statement, choices: &Choices) -> Element {
        let body = statement.body.clone().key(statement.key.clone());
        if choices.mode != Mode::Page {
            return body;
        }
        let ticked = choices.ticked.contains(&statement.key);
        let tick = el("input")
            .attr("type", "checkbox")
            .class("tick")
            .attr("aria-label", words::take_along(&statement.claim))
            .attr("checked", ticked.to_string())
            .on(format!("tick:{}", statement.key));
        if self.head.is_empty() { body.child(tick) } else { body.child(el("td").class("ticks").child(tick)) }
    }
}

fn name(statement: &Statement) -> Option<&str> {
    statement.group.as_ref().map(|(name, _)| name.as_str())
}

/// A table that may be wider than the page; who has no pointer scrolls it by keys.
pub(crate) fn wide(label: &str, table: Element) -> Element {
    el("div")
        .class("sideways")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label)
        .child(table)
}

impl Place {
    pub(crate) fn new(passage: Passage, about: impl Into<String>) -> Self {
        Self { passage, about: about.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let letters = [0, 25, 26, 51, 52, 701, 702].map(|at| sigil(ArticleIndex(at)));
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
