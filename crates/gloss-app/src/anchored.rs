use super::State;
use gloss_notes::{Anchorer, Annotation, AnnotationId, Candidate, Outcome};
use gloss_text::{Article, ArticleId, Span};
use std::{cell::OnceCell, cell::RefCell, collections::HashMap, fmt, rc::Rc};

/// An annotation of an article, and what has become of its passage there.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchored {
    /// Where it stands; none when that is ambiguous or its words are gone.
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

/// What was found for each article, so that a change of one annotation seeks only that one again. A memory
/// of pure answers: states that share it differ in nothing by it.
#[derive(Clone, Default)]
pub(super) struct Anchors(Rc<RefCell<HashMap<ArticleId, Rc<[Anchored]>>>>);

impl PartialEq for Anchors {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Anchors {}

impl fmt::Debug for Anchors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Anchors")
    }
}

impl Anchored {
    /// Seeks one target of an annotation in the article that `anchorer` reads; none if there is no such target.
    pub fn seek(anchorer: &Anchorer<'_>, annotation: &Rc<Annotation>, target: usize) -> Option<Self> {
        let anchor = anchorer.anchor(annotation.targets.get(target)?);
        Some(Self {
            span: anchor.span,
            outcome: anchor.outcome,
            score: anchor.score,
            candidates: anchor.candidates.into(),
            annotation: Rc::clone(annotation),
            target,
        })
    }
}

impl State {
    /// The annotations of an article in the order of the text, and behind them those whose words were not
    /// found. What was found before for a target that is still the same is not sought again: an article's
    /// text never changes.
    pub fn anchored(&self, article: &Article) -> Rc<[Anchored]> {
        let before = self.anchors.0.borrow().get(&article.id).cloned().unwrap_or_default();
        let known: HashMap<(&AnnotationId, usize), &Anchored> =
            before.iter().map(|found| ((&found.annotation.id, found.target), found)).collect();
        let anchorer = OnceCell::new();
        let mut all: Vec<Anchored> = Vec::with_capacity(before.len());
        for annotation in self.notebook.annotations() {
            for (number, target) in annotation.targets.iter().enumerate() {
                if target.article != article.id {
                    continue;
                }
                let same = |found: &&&Anchored| {
                    Rc::ptr_eq(&found.annotation, annotation)
                        || found.annotation.targets.get(number) == Some(target)
                };
                if let Some(found) = known.get(&(&annotation.id, number)).filter(same) {
                    all.push(Anchored { annotation: Rc::clone(annotation), ..Anchored::clone(found) });
                    continue;
                }
                let anchorer = anchorer.get_or_init(|| Anchorer::new(article.text()));
                all.extend(Anchored::seek(anchorer, annotation, number));
            }
        }
        // Those at one place stay in the order of their ids.
        all.sort_by_key(|found| {
            found.span.map_or((usize::MAX, 0), |span| (span.start, usize::MAX - span.end))
        });
        if all == *before {
            return before;
        }
        let all: Rc<[Anchored]> = all.into();
        self.anchors.0.borrow_mut().insert(article.id.clone(), Rc::clone(&all));
        all
    }
}
