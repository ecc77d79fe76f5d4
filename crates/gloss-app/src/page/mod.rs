//! A page: an article's blocks with everything that is marked in them, ready to be drawn.
//!
//! Marks are made separately and may nest, cross and repeat; here they become a tree in which every
//! character of the text stands exactly once.

mod label;
mod margin;
mod nest;
mod parts;
mod rail;
mod stops;

pub use label::{Label, Said};
pub use margin::beside;
pub use nest::{Overlay, Piece, nest};
pub use parts::parts;
pub use rail::{PLACES, ticks};
pub use stops::{Stop, Track, stops};

use crate::{Anchored, MarkId, Speech, VoiceColour};
use gloss_analysis::{Analysis, EntityId, EntityKind, Quotation, QuotationKind};
use gloss_notes::{Annotation, Motivation};
use gloss_text::sort_by_key;
use gloss_text::{Article, Block, BlockKind, Span};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// One block with its marks. Two that are equal look the same, so an unchanged one need not be drawn again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageBlock {
    /// The block itself.
    pub block: Block,
    /// The block and the white space around it, up to the next block: the extents of a page, joined, are
    /// the article's text.
    pub extent: Span,
    /// What to draw.
    pub pieces: Vec<Piece<Mark>>,
    /// Who begins to speak in it.
    pub label: Option<Label>,
    /// The colour of the voice to which all of it or much of it belongs; `None` inside for what nobody is named for.
    pub line: Option<Option<VoiceColour>>,
    /// Whether the article begins with it, which has no headline.
    pub is_lede: bool,
}

/// The longest first paragraph that is set as the head of an article, in bytes.
const LEDE: usize = 400;

/// What a stretch of text is marked as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Quoted words.
    Quotation {
        /// Which of the analysis.
        id: MarkId,
        /// How they are quoted.
        kind: QuotationKind,
        /// Who says them, on the first segment only.
        speaker: Option<Rc<str>>,
    },
    /// The reader's highlight or note.
    Annotation {
        /// The annotation.
        annotation: Rc<Annotation>,
        /// The number of a note, counted through the article, from 1; `None` for a bare highlight.
        number: Option<usize>,
    },
    /// A mention of somebody or something.
    Name {
        /// Index of the mention in the analysis.
        index: usize,
        /// Of what kind.
        kind: EntityKind,
        /// Whom it means.
        entity: Option<EntityId>,
        /// Whether the article has named it before.
        again: bool,
    },
}

/// A kind of mark that can be switched off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// People.
    People,
    /// Organisations.
    Organisations,
    /// Places.
    Places,
    /// Dates, ages, durations and sums.
    Dates,
    /// Offices and ranks.
    Roles,
    /// Quotations with their speakers.
    Quotations,
    /// Reported speech without marks.
    Indirect,
    /// The reader's own highlights and notes.
    Annotations,
}

impl Layer {
    /// All layers, in the order of the legend.
    pub const ALL: [Self; 8] = [
        Self::People,
        Self::Organisations,
        Self::Places,
        Self::Dates,
        Self::Roles,
        Self::Quotations,
        Self::Indirect,
        Self::Annotations,
    ];

    /// The name in the style sheet.
    pub const fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Organisations => "organisations",
            Self::Places => "places",
            Self::Dates => "dates",
            Self::Roles => "roles",
            Self::Quotations => "quotations",
            Self::Indirect => "indirect",
            Self::Annotations => "annotations",
        }
    }

    /// The layer that mentions of `kind` belong to.
    pub const fn of(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::People,
            EntityKind::Organisation => Self::Organisations,
            EntityKind::Place => Self::Places,
            EntityKind::Date | EntityKind::Age | EntityKind::Duration | EntityKind::Money => Self::Dates,
            EntityKind::Role => Self::Roles,
        }
    }
}

/// Which layers are shown; at first all but the roles, which stand beside nearly every name, and indirect
/// speech, which would tint half of many an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layers([bool; Layer::ALL.len()]);

impl Default for Layers {
    fn default() -> Self {
        Self(Layer::ALL.map(|layer| !matches!(layer, Layer::Roles | Layer::Indirect)))
    }
}

impl Layers {
    /// Whether `layer` is shown.
    pub const fn shows(self, layer: Layer) -> bool {
        self.0[layer as usize]
    }

    /// The same with `layer` switched over.
    #[must_use]
    pub const fn toggled(mut self, layer: Layer) -> Self {
        self.0[layer as usize] = !self.0[layer as usize];
        self
    }
}

/// Lays the marks that `layers` lets through over the blocks of `article`. `annotations` are those of this
/// article; the ones without a span are left out.
pub fn lay_out(
    article: &Article,
    analysis: &Analysis,
    speech_of: &Speech,
    annotations: &[Anchored],
    layers: Layers,
) -> Vec<Rc<PageBlock>> {
    let mut marks: Vec<Overlay<Mark>> = Vec::new();
    if layers.shows(Layer::Indirect) {
        speech(&analysis.indirect, MarkId::Indirect, |_, _| None, &mut marks);
    }
    if layers.shows(Layer::Quotations) {
        let mut last = None;
        let label = |quotation: &Quotation, first: Span| {
            // One name serves for all that follows it in its paragraph.
            let named = label(article, quotation, first)?;
            let known = last.replace(named.clone());
            (known.as_ref() != Some(&named)).then_some(named.1)
        };
        speech(&analysis.quotations, MarkId::Quotation, label, &mut marks);
        speech(&analysis.nested, MarkId::Nested, |_, _| None, &mut marks);
    }
    if layers.shows(Layer::Annotations) {
        marks.extend(numbered(annotations).filter_map(|(found, number)| {
            let mark = Mark::Annotation { annotation: Rc::clone(&found.annotation), number };
            Some(Overlay { span: found.span?, mark })
        }));
    }
    let mut named = vec![false; analysis.entities.len()];
    for (index, mention) in analysis.mentions.iter().enumerate() {
        let named = mention.entity.and_then(|entity| named.get_mut(entity));
        let again = named.is_some_and(|named| std::mem::replace(named, true));
        if layers.shows(Layer::of(mention.kind)) {
            let mark = Mark::Name { index, kind: mention.kind, entity: mention.entity, again };
            marks.push(Overlay { span: mention.span, mark });
        }
    }
    let mut blocks = nest_blocks(article, &marks);
    if layers.shows(Layer::Quotations) {
        label::label_blocks(article, analysis, speech_of, &mut blocks);
    }
    set_lede(article, &mut blocks);
    blocks.into_iter().map(Rc::new).collect()
}

/// Sets the first block apart where the article has no headline.
fn set_lede(article: &Article, blocks: &mut [PageBlock]) {
    let first = blocks.iter_mut().find(|block| block.block.kind != BlockKind::Furniture);
    if let Some(block) = first.filter(|_| article.metadata.title.is_none()) {
        let is_text = matches!(block.block.kind, BlockKind::Heading | BlockKind::Paragraph);
        block.is_lede = is_text && block.block.span.len() <= LEDE;
    }
}

fn is_pronoun(name: &str) -> bool {
    const PRONOUNS: [&str; 6] = ["he", "she", "they", "it", "we", "i"];
    PRONOUNS.contains(&name.to_lowercase().as_str())
}

/// The annotations that are shown in the text, corrections excepted, and the numbers of those that have a note.
pub fn numbered(annotations: &[Anchored]) -> impl Iterator<Item = (&Anchored, Option<usize>)> {
    let shown =
        annotations.iter().filter(|found| found.annotation.correction.is_none() && found.span.is_some());
    shown.scan(0, |last, found| {
        let is_note = found.annotation.motivation == Motivation::Commenting;
        *last += usize::from(is_note);
        Some((found, is_note.then_some(*last)))
    })
}

/// Adds a mark for each segment of `quotations`, the first with what `label` gives.
fn speech(
    quotations: &[Quotation],
    id: fn(usize) -> MarkId,
    mut label: impl FnMut(&Quotation, Span) -> Option<Rc<str>>,
    marks: &mut Vec<Overlay<Mark>>,
) {
    for (index, quotation) in quotations.iter().enumerate() {
        let mut speaker = quotation.segments.first().and_then(|&first| label(quotation, first));
        marks.extend(quotation.segments.iter().map(|&span| Overlay {
            span,
            mark: Mark::Quotation { id: id(index), kind: quotation.kind, speaker: speaker.take() },
        }));
    }
}

/// The block in which a quotation begins, and the name to show beside it; none for a pronoun that the text
/// does not resolve, which would tell nothing.
fn label(article: &Article, quotation: &Quotation, first: Span) -> Option<(usize, Rc<str>)> {
    let speaker = quotation.speaker.as_ref().filter(|speaker| !is_pronoun(&speaker.name))?;
    let block = article.document.blocks().partition_point(|block| block.span.end <= first.start);
    Some((block, speaker.name.as_str().into()))
}

/// Gives each block the marks that touch it, in one sweep. Marks that come first in `marks` are drawn
/// around those that come later.
fn nest_blocks(article: &Article, marks: &[Overlay<Mark>]) -> Vec<PageBlock> {
    let mut by_start: Vec<usize> = (0..marks.len()).collect();
    sort_by_key(&mut by_start, |&at| marks.get(at).map(|mark| mark.span.start));
    let mut waiting = by_start.into_iter().peekable();
    let mut open: Vec<usize> = Vec::new();
    let extents = extents(article);
    extents
        .map(|(block, extent)| {
            let span_of = |at: usize| marks.get(at).map(|mark| mark.span).unwrap_or_default();
            open.retain(|&at| span_of(at).end > extent.start);
            while let Some(at) = waiting.next_if(|&at| span_of(at).start < extent.end) {
                open.push(at);
            }
            sort_by_key(&mut open, |at| *at);
            let here: Vec<&Overlay<Mark>> = open.iter().filter_map(|&at| marks.get(at)).collect();
            PageBlock { block, extent, pieces: nest(extent, &here), label: None, line: None, is_lede: false }
        })
        .collect()
}

fn extents(article: &Article) -> impl Iterator<Item = (Block, Span)> {
    let nexts =
        article.document.blocks().iter().skip(1).map(|block| block.span.start).chain([article.text().len()]);
    let starts =
        std::iter::once(0).chain(article.document.blocks().iter().skip(1).map(|block| block.span.start));
    article
        .document
        .blocks()
        .iter()
        .zip(starts.zip(nexts))
        .map(|(block, (start, end))| (*block, Span::new(start, end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use gloss_analysis::{self as analysis, Model};
    use gloss_ingest::plain_text;
    use gloss_notes::{Colour, Outcome, Target};
    use proptest::prelude::*;

    fn text_of(pieces: &[Piece<Mark>], text: &str) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(span) => span.of(text).to_owned(),
                Piece::Marked { inside, .. } => text_of(inside, text),
            })
            .collect()
    }

    fn annotation(article: &Article, span: Span) -> Anchored {
        let annotation = Rc::new(Annotation {
            id: format!("{}-{}", span.start, span.end).parse().unwrap(),
            targets: vec![Target::describe(article, span)],
            motivation: Motivation::Highlighting,
            colour: Colour::Yellow,
            note: String::new(),
            tags: Vec::new(),
            correction: None,
            replies_to: None,
            created: 0,
            modified: 0,
        });
        Anchored {
            span: Some(span),
            outcome: Outcome::Same,
            score: 1.0,
            candidates: Rc::default(),
            annotation,
            target: 0,
        }
    }

    proptest! {
        #[test]
        fn a_page_is_its_text_whatever_is_marked(
            text in "(\\PC|\n|[A-Za-z “”'.,]{1,9}|👩‍👩‍👧|é|שלום){0,120}",
            bounds in prop::collection::vec((0_usize..400, 0_usize..400), 0..12),
        ) {
            let article = Article::new("a".parse().unwrap(), plain_text(text));
            let analysis = analysis::analyse(&article, &Model::default());
            let spans = bounds.into_iter().map(|(a, b)| {
                let len = article.text().len();
                Span::new(a.min(b).min(len), a.max(b).min(len)).on_boundaries(article.text())
            });
            let annotations: Vec<_> =
                spans.filter(|span| !span.is_empty()).map(|span| annotation(&article, span)).collect();
            let speech = Speech::default();
            let page = lay_out(&article, &analysis, &speech, &annotations, Layers::default());
            if !page.is_empty() {
                let drawn: String = page.iter().map(|block| text_of(&block.pieces, article.text())).collect();
                prop_assert_eq!(&drawn, article.text());
            }
        }
    }
}
