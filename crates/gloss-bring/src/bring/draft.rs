//! An article as it is about to be kept: its lines, each of which is in it or left out, and the facts about it.

use crate::terms::Reason;
use gloss_ingest::{Extracted, Kind, LeftOut, Warning, Why};
use gloss_notes::{KeptArticle, Original, version_id};
use gloss_text::{Article, ArticleId, Block, BlockKind, Document, Metadata, Span};
use std::rc::Rc;

/// The longest id that is made of a headline, in bytes.
const LONGEST_ID: usize = 40;

/// One line of what was brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    span: Span,
    /// What it is in the article.
    kind: BlockKind,
    /// Why it is left out, if it was not taken for the article's.
    pub(super) why: Option<Reason>,
    /// Whether the reader wants it.
    pub(super) kept: bool,
}

/// An article that is shown before it is kept.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    text: Rc<str>,
    pub(super) lines: Vec<Line>,
    pub(super) facts: [String; 6],
    pub(super) warnings: Vec<Warning>,
    pub(super) encoding: String,
}

impl Draft {
    /// A draft of what was taken out of a file of some kind.
    pub(super) fn new(kind: Kind, extracted: Extracted) -> Self {
        let Extracted {
            title,
            byline,
            date,
            source,
            url,
            language,
            text,
            blocks,
            left_out,
            encoding,
            warnings,
        } = extracted;
        let (text, lines) = if kind == Kind::Text {
            // A plain text is kept as it came.
            let lines = blocks.iter().map(|block| Line::new(&text, block.span, block.kind, None)).collect();
            (text.into(), lines)
        } else {
            in_one_text(&text, &blocks, &left_out)
        };
        let facts = [title, source, byline, date.map(|day| day.to_string()), language, url];
        Self { text, lines, facts: facts.map(Option::unwrap_or_default), warnings, encoding }
    }

    /// The words of a line.
    pub(super) fn words_of(&self, line: &Line) -> &str {
        line.span.of(&self.text)
    }

    /// What the reader keeps: all of the text, with what is left out as page furniture.
    pub(super) fn document(&self) -> Document {
        let block = |line: &Line| {
            let kind = if line.kept { line.kind } else { BlockKind::Furniture };
            Block { span: line.span, kind }
        };
        Document::new(&*self.text, self.lines.iter().map(block).collect())
    }

    /// The facts as the reader has mended them.
    pub(super) fn metadata(&self) -> Metadata {
        let [title, source, author, published, language, address] = &self.facts;
        let stated = |fact: &str| Some(fact.trim().to_owned()).filter(|fact| !fact.is_empty());
        Metadata {
            title: stated(title),
            source: stated(source),
            author: stated(author),
            published: published.parse().ok(),
            language: stated(language),
            address: stated(address),
        }
    }

    /// The headline, or else the first words.
    pub(super) fn title(&self) -> String {
        let [title, ..] = &self.facts;
        if title.trim().is_empty() {
            let lines = self.lines.iter().filter(|line| line.kept);
            let article = ArticleId::new("-").map(|id| Article::new(id, self.document()).title());
            return article.filter(|_| lines.count() > 0).unwrap_or_default();
        }
        title.trim().to_owned()
    }

    /// The record of it: an article of its own, whose id `is_free`, or a version of one.
    pub(super) fn keep(
        &self,
        of: Option<&ArticleId>,
        (name, size): (&str, u64),
        is_free: impl Fn(&str) -> bool,
    ) -> Option<KeptArticle> {
        let document = self.document();
        let id = match of {
            Some(article) => version_id(article, &document)?,
            None => new_id(&self.title(), document.version(), is_free)?,
        };
        Some(KeptArticle {
            of: of.cloned(),
            original: Some(Original { name: name.to_owned(), size, bytes: id.clone() }),
            metadata: self.metadata(),
            document: Some(Rc::new(document)),
            ..KeptArticle::unknown(id)
        })
    }
}

impl Line {
    fn new(text: &str, span: Span, kind: BlockKind, why: Option<Why>) -> Self {
        let wordless = !span.of(text).contains(char::is_alphanumeric);
        let why = match (why, kind) {
            (Some(_) | None, BlockKind::Furniture) if wordless => Some(Reason::NoWords),
            (Some(why), _) => Some(Reason::Page(why)),
            (None, BlockKind::Furniture) => Some(Reason::Furniture),
            (None, _) => None,
        };
        let kind = if kind == BlockKind::Furniture { BlockKind::Paragraph } else { kind };
        Self { span, kind, why, kept: why.is_none() }
    }
}

/// The article's blocks and what was left out between them as one text, in the order of the page.
fn in_one_text(text: &str, blocks: &[Block], left_out: &[LeftOut]) -> (Rc<str>, Vec<Line>) {
    let (mut all, mut lines) = (String::new(), Vec::new());
    let mut add = |words: &str, kind: BlockKind, why: Option<Why>| {
        if !all.is_empty() {
            all.push_str("\n\n");
        }
        let start = all.len();
        all.push_str(words);
        let span = Span::new(start, all.len()).trimmed(&all);
        if !span.is_empty() {
            lines.push(Line::new(&all, span, kind, why));
        }
    };
    let mut left_out = left_out.iter().peekable();
    for at in 0..=blocks.len() {
        while let Some(passage) = left_out.next_if(|passage| passage.after == at) {
            for line in passage.text.lines() {
                add(line, BlockKind::Furniture, Some(passage.why));
            }
        }
        if let Some(block) = blocks.get(at) {
            add(block.span.of(text), block.kind, None);
        }
    }
    (all.into(), lines)
}

/// An id that tells what the article is about and is not taken: the words of the headline, and a part of the text's
/// fingerprint, so that two tabs never give one id to two articles.
fn new_id(title: &str, version: &str, is_free: impl Fn(&str) -> bool) -> Option<ArticleId> {
    let mut id = String::new();
    for word in title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if id.len() + word.len() > LONGEST_ID {
            break;
        }
        if !word.is_empty() {
            id.push_str(&word.to_ascii_lowercase());
            id.push('-');
        }
    }
    id.push_str(version.get(..8).unwrap_or(version));
    let copies = (2..).map(|number| format!("{id}-{number}"));
    ArticleId::new(std::iter::once(id.clone()).chain(copies).find(|id| is_free(id))?)
}
