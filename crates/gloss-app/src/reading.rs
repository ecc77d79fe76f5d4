use super::{Entry, Find, Message, State};
use gloss_analysis::{Analysis, Correction, Quotation};
use gloss_notes::{Annotation, AnnotationId, Change, Colour, Deed, Motivation, Target, Timestamp};
use gloss_text::{ArticleId, Span};
use std::{fmt, rc::Rc};

/// Which of the articles that are open beside each other. The first is that of the address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Pane(pub usize);

/// One open article: what the reader has selected there, what is explained, looked for and written. On a page that shows
/// no article, only notes are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The article.
    pub article: Option<ArticleId>,
    /// Whether its first text has been drawn, so that marks and notes may be looked for in a long one.
    pub drawn: bool,
    /// The passage that is selected.
    pub selection: Option<Span>,
    /// The mark that is explained.
    pub card: Option<Card>,
    /// The search, while its field is open.
    pub find: Option<Find>,
    /// Only the paragraphs in which this voice is quoted are shown.
    pub voice: Option<String>,
    /// The annotation that stands out.
    pub focused: Option<AnnotationId>,
    /// The annotation whose note is being written.
    pub editing: Option<AnnotationId>,
    /// That annotation as it was when its editor was opened.
    pub edited: Option<Rc<Annotation>>,
    /// What is shown beside the text.
    pub panel: Panel,
    /// Whether that covers the foot of the text, where the window is too narrow to have it beside.
    pub sheet: bool,
}

/// What can happen in one pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The first text was drawn.
    Drawn,
    /// The selection changed.
    Select(Option<Span>),
    /// Annotates the selected passage.
    Annotate {
        /// A fresh UUID.
        id: AnnotationId,
        /// The time.
        now: Timestamp,
        /// Whether the note's editor is opened.
        note: bool,
        /// In which colour.
        colour: Colour,
    },
    /// Corrects the analysis of passages, as one step.
    Correct {
        /// Where, each with a fresh UUID.
        places: Vec<(AnnotationId, Span)>,
        /// The time.
        now: Timestamp,
        /// What is right.
        correction: Correction,
    },
    /// Opens the field of the search, by a reader who is at this byte offset.
    Find(usize),
    /// Looks for these words.
    Seek(String),
    /// Goes that many hits on, or back.
    Step(isize),
    /// Closes the field of the search.
    CloseFind,
    /// Explains this mark, or none.
    Show(Option<Card>),
    /// Shows this beside the text; on a narrow window, takes it away again where it is there already.
    Open(Panel),
    /// Takes away what covers the text, on a narrow window.
    CloseSheet,
    /// Shows only the paragraphs that quote this voice, or all.
    Filter(Option<String>),
    /// Lets this annotation stand out, or none.
    Focus(Option<AnnotationId>),
    /// Opens this annotation's editor, or closes it.
    Edit(Option<AnnotationId>),
}

/// A mark of the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkId {
    /// Index into the mentions.
    Mention(usize),
    /// Index into the quotations between marks.
    Quotation(usize),
    /// Index into the quotations inside those.
    Nested(usize),
    /// Index into the indirect ones.
    Indirect(usize),
}

/// The explanation of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// The mark.
    pub mark: MarkId,
    /// Whether it stays when the pointer leaves.
    pub pinned: bool,
}

/// A passage of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The article.
    pub article: ArticleId,
    /// The passage.
    pub span: Span,
}

/// What can be shown beside an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The reader's notes.
    #[default]
    Notes,
    /// Everybody and everything named.
    Names,
    /// Everybody quoted.
    Voices,
}

impl State {
    /// The session of a pane; an empty one for a pane that is not there.
    pub fn reading(&self, pane: Pane) -> &Reading {
        const NONE: &Reading = &Reading {
            article: None,
            drawn: false,
            selection: None,
            card: None,
            find: None,
            voice: None,
            focused: None,
            editing: None,
            edited: None,
            panel: Panel::Notes,
            sheet: false,
        };
        self.readings.get(pane.0).map_or(NONE, AsRef::as_ref)
    }

    /// Changes the session of a pane that is there.
    pub(super) fn change_reading(&mut self, pane: Pane, change: impl FnOnce(&mut Reading)) {
        if let Some(reading) = Rc::make_mut(&mut self.readings).get_mut(pane.0) {
            change(Rc::make_mut(reading));
        }
    }

    pub(super) fn act(&mut self, pane: Pane, act: Act) {
        match act {
            Act::Drawn => self.change_reading(pane, |reading| reading.drawn = true),
            Act::Select(span) => self.change_reading(pane, |reading| reading.selection = span),
            Act::Annotate { id, now, note, colour } => self.annotate(pane, id, now, note, colour),
            Act::Correct { places, now, correction } => {
                let deed = Deed::Corrected.of(places.len());
                self.add(pane, places, now, deed.clone(), |annotation| {
                    annotation.motivation = Motivation::Editing;
                    annotation.correction = Some(correction.clone());
                });
                self.change_reading(pane, |reading| (reading.selection, reading.card) = (None, None));
                self.message = Some(Message::Done(deed));
            }
            Act::Find(from) => self.change_reading(pane, |reading| {
                // What is looked for may be in any paragraph.
                reading.voice = None;
                reading.find.get_or_insert_with(|| Find::new(from));
            }),
            Act::Seek(words) => self.seek(pane, words),
            Act::Step(by) => {
                self.change_reading(pane, |reading| reading.find.iter_mut().for_each(|find| find.step(by)));
            }
            Act::CloseFind => self.change_reading(pane, |reading| reading.find = None),
            Act::Show(card) => self.change_reading(pane, |reading| reading.card = card),
            Act::Open(panel) => self.change_reading(pane, |reading| {
                reading.sheet = !reading.sheet || reading.panel != panel;
                reading.panel = panel;
            }),
            Act::CloseSheet => self.change_reading(pane, |reading| reading.sheet = false),
            Act::Filter(voice) => self.change_reading(pane, |reading| {
                reading.voice = voice;
                reading.card = None;
            }),
            Act::Focus(id) => self.change_reading(pane, |reading| {
                reading.sheet = id.is_some();
                if reading.sheet {
                    reading.panel = Panel::Notes;
                }
                reading.focused = id;
            }),
            Act::Edit(id) => self.edit(pane, id),
        }
    }

    fn annotate(&mut self, pane: Pane, id: AnnotationId, now: Timestamp, note: bool, colour: Colour) {
        let Some(span) = self.reading(pane).selection else { return };
        let deed = if note { Deed::Noted } else { Deed::Highlighted };
        self.add(pane, vec![(id.clone(), span)], now, deed, |annotation| annotation.colour = colour);
        self.settings.colour = colour;
        self.settings.hint_seen = true;
        self.change_reading(pane, |reading| {
            reading.selection = None;
            reading.focused = Some(id.clone());
            reading.card = None;
        });
        self.edit(pane, note.then_some(id));
    }

    /// Lets a note be written, which is shown among the notes, wherever the window has these.
    pub(super) fn edit(&mut self, pane: Pane, id: Option<AnnotationId>) {
        let id = id.filter(|id| !id.is_given());
        let edited = id.as_ref().and_then(|id| self.history.get(id)).cloned();
        self.change_reading(pane, |reading| {
            reading.panel = Panel::Notes;
            reading.sheet |= id.is_some();
            reading.focused = id.clone().or(reading.focused.take());
            reading.edited = edited;
            reading.editing = id;
        });
    }

    fn add(
        &mut self,
        pane: Pane,
        places: Vec<(AnnotationId, Span)>,
        now: Timestamp,
        deed: Deed,
        make: impl Fn(&mut Annotation),
    ) {
        let article = self.reading(pane).article.as_ref().and_then(|id| self.article(id)?.as_stated());
        let Some(article) = article else { return };
        let annotation = |(id, span)| {
            let mut annotation = Annotation {
                id,
                targets: vec![Target::describe(&article, span)],
                motivation: Motivation::Highlighting,
                colour: Colour::default(),
                note: String::new(),
                tags: Vec::new(),
                correction: None,
                replies_to: None,
                created: now,
                modified: now,
            };
            make(&mut annotation);
            annotation
        };
        self.commit(deed, Change::Put(places.into_iter().map(annotation).collect()));
    }

    /// Puts one target of the annotation on a passage that the reader has pointed out.
    pub(super) fn reattach(&mut self, id: &AnnotationId, number: usize, passage: &Passage, now: Timestamp) {
        let Some(article) = self.article(&passage.article).and_then(Entry::as_stated) else { return };
        let target = Target::describe(&article, passage.span);
        self.change_annotation(id, now, Deed::Reattached, |annotation| {
            if let Some(old) = annotation.targets.get_mut(number) {
                *old = target;
            }
        });
        let shows = |pane: &Pane| self.reading(*pane).article.as_ref() == Some(&passage.article);
        if let Some(pane) = (0..self.readings.len()).map(Pane).find(shows) {
            self.change_reading(pane, |reading| {
                reading.selection = None;
                reading.focused = Some(id.clone());
            });
        }
        self.message = Some(Message::Done(Deed::Reattached));
    }
}

impl MarkId {
    /// The quotation that it marks, if it marks one.
    pub fn quotation(self, analysis: &Analysis) -> Option<&Quotation> {
        match self {
            Self::Mention(_) => None,
            Self::Quotation(index) => analysis.quotations.get(index),
            Self::Nested(index) => analysis.nested.get(index),
            Self::Indirect(index) => analysis.indirect.get(index),
        }
    }

    /// The first pieces of it and of all quotations that have the same speaker as it.
    pub fn said_alike(self, analysis: &Analysis) -> Vec<Span> {
        let Some(this) = self.quotation(analysis) else { return Vec::new() };
        let Analysis { quotations, nested, indirect, .. } = analysis;
        let all = [quotations, nested, indirect].into_iter().flatten();
        let is_alike = |other: &Quotation| {
            let both = this.speaker.as_ref().zip(other.speaker.as_ref());
            both.is_some_and(|(this, other)| this.is(other.entity, &other.name))
        };
        all.filter(|other| std::ptr::eq(*other, this) || is_alike(other))
            .filter_map(|quotation| quotation.segments.first().copied())
            .collect()
    }

    /// Its first piece in the article.
    pub fn span(self, analysis: &Analysis) -> Option<Span> {
        match self {
            Self::Mention(index) => Some(analysis.mentions.get(index)?.span),
            _ => self.quotation(analysis)?.segments.first().copied(),
        }
    }

    /// Reads what the display of a [`MarkId`] writes.
    pub fn parse(written: &str) -> Option<Self> {
        let kind = written.chars().next()?;
        let index = written.get(kind.len_utf8()..)?.parse().ok()?;
        match kind {
            'm' => Some(Self::Mention(index)),
            'q' => Some(Self::Quotation(index)),
            'n' => Some(Self::Nested(index)),
            'i' => Some(Self::Indirect(index)),
            _ => None,
        }
    }
}

/// As the elements of the page carry it.
impl fmt::Display for MarkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mention(index) => write!(f, "m{index}"),
            Self::Quotation(index) => write!(f, "q{index}"),
            Self::Nested(index) => write!(f, "n{index}"),
            Self::Indirect(index) => write!(f, "i{index}"),
        }
    }
}
