use gloss_notes::{Anchor, Anchorer, Annotation, AnnotationId, Candidate, History, Outcome};
use gloss_text::sort_by_key;
use gloss_text::{ArticleId, Document, Span};
use std::{cell::OnceCell, collections::HashMap, rc::Rc};

/// An annotation of an article, and what has become of its passage there.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchored {
    /// Where it stands; none when that is ambiguous, when its words are gone, or when it is about the article as a whole.
    pub span: Option<Span>,
    /// What has become of it.
    pub outcome: Outcome,
    /// How sure that is, from 0 to 1.
    pub score: f32,
    /// Where else it might be, best first.
    pub candidates: Rc<[Candidate]>,
    /// The annotation.
    pub annotation: Rc<Annotation>,
    /// Which of its targets this is.
    pub target: usize,
}

impl Anchored {
    /// Seeks one target of an annotation in the article that `anchorer` reads; none if there is no such target.
    pub fn seek(anchorer: &Anchorer<'_>, annotation: &Rc<Annotation>, target: usize) -> Option<Self> {
        let passage = annotation.targets.get(target)?;
        let annotation = Rc::clone(annotation);
        if passage.is_whole_article() {
            let candidates = Rc::default();
            return Some(Self {
                span: None,
                outcome: Outcome::Same,
                score: 1.0,
                candidates,
                annotation,
                target,
            });
        }
        let Anchor { span, outcome, score, candidates, .. } = anchorer.anchor(passage);
        Some(Self { span, outcome, score, candidates: candidates.into(), annotation, target })
    }

    /// Whether it is about the article as a whole, as page notes and replies are.
    pub fn is_of_whole(&self) -> bool {
        self.span.is_none() && self.outcome == Outcome::Same
    }

    /// Seeks all annotations of the article `id` in its document. What is in `before`, the answer of before, for a target
    /// that is still the same is not sought again: a document never changes.
    pub(super) fn seek_all(
        history: &History,
        id: &ArticleId,
        document: &Document,
        before: &Rc<[Self]>,
    ) -> Rc<[Self]> {
        let known: HashMap<(&AnnotationId, usize), &Self> =
            before.iter().map(|found| ((&found.annotation.id, found.target), found)).collect();
        let anchorer = OnceCell::new();
        let mut all: Vec<Self> = Vec::with_capacity(before.len());
        for annotation in history.annotations() {
            for (number, target) in annotation.targets.iter().enumerate() {
                if target.article != *id {
                    continue;
                }
                let same = |found: &&&Self| {
                    Rc::ptr_eq(&found.annotation, annotation)
                        || found.annotation.targets.get(number) == Some(target)
                };
                if let Some(found) = known.get(&(&annotation.id, number)).filter(same) {
                    all.push(Self { annotation: Rc::clone(annotation), ..Self::clone(found) });
                    continue;
                }
                let anchorer = anchorer.get_or_init(|| Anchorer::new(document.text()));
                all.extend(Self::seek(anchorer, annotation, number));
            }
        }
        // Those at one place stay in the order of their ids.
        sort_by_key(&mut all, |found| {
            found.span.map_or((usize::MAX, 0), |span| (span.start, usize::MAX - span.end))
        });
        if all == **before { Rc::clone(before) } else { all.into() }
    }
}
