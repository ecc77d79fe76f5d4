use super::{Annotation, AnnotationId};
use std::{collections::BTreeMap, rc::Rc};

/// One change of one annotation: put in place of what was there, or deleted.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Add it, or replace the one of the same id.
    Put(Rc<Annotation>),
    /// Take it away.
    Delete(AnnotationId),
}

/// All of the reader's annotations, with what is needed to undo and redo.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notebook {
    annotations: Rc<BTreeMap<AnnotationId, Rc<Annotation>>>,
    undo: Vec<Vec<Change>>,
    redo: Vec<Vec<Change>>,
}

impl Notebook {
    /// A notebook of what was stored, with nothing to undo.
    pub fn from_stored(annotations: impl IntoIterator<Item = Annotation>) -> Self {
        let annotations = annotations.into_iter().map(|a| (a.id.clone(), Rc::new(a))).collect();
        Self { annotations: Rc::new(annotations), ..Self::default() }
    }

    /// All annotations by id, which is the order in which they were made.
    pub fn annotations(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        self.annotations.values()
    }

    /// One of them.
    pub fn get(&self, id: &str) -> Option<&Rc<Annotation>> {
        self.annotations.get(id)
    }

    /// Makes one step of `changes` and returns what storage has to write.
    pub fn apply(&mut self, changes: Vec<Change>) -> Vec<Change> {
        let inverse = self.carry_out(&changes);
        self.undo.push(inverse);
        self.redo.clear();
        changes
    }

    /// Takes the last step back and returns what storage has to write, nothing when there is no step.
    pub fn undo(&mut self) -> Vec<Change> {
        let Some(step) = self.undo.pop() else { return Vec::new() };
        let inverse = self.carry_out(&step);
        self.redo.push(inverse);
        step
    }

    /// Makes the step that was last undone again.
    pub fn redo(&mut self) -> Vec<Change> {
        let Some(step) = self.redo.pop() else { return Vec::new() };
        let inverse = self.carry_out(&step);
        self.undo.push(inverse);
        step
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to make again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    fn carry_out(&mut self, changes: &[Change]) -> Vec<Change> {
        let annotations = Rc::make_mut(&mut self.annotations);
        let mut inverse: Vec<Change> = changes
            .iter()
            .map(|change| {
                let (id, before) = match change {
                    Change::Put(after) => (&after.id, annotations.insert(after.id.clone(), Rc::clone(after))),
                    Change::Delete(id) => (id, annotations.remove(id)),
                };
                before.map_or_else(|| Change::Delete(id.clone()), Change::Put)
            })
            .collect();
        inverse.reverse();
        inverse
    }
}
