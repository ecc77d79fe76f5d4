use super::{Message, State};
use gloss_notes::{Annotation, AnnotationId, Change, Colour, Timestamp};

/// What can be done to several annotations at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Delete them.
    Delete,
    /// Give them this colour.
    Paint(Colour),
    /// Give them this tag, where they do not have it.
    Tag(String),
}

impl State {
    /// Changes all of these annotations as one step; ids that are not there are passed over.
    pub(super) fn change_all(&mut self, ids: Vec<AnnotationId>, edit: &Edit, now: Timestamp) {
        let changed = |id: &AnnotationId| {
            let mut after = Annotation::clone(self.notebook.get(id)?);
            match edit {
                Edit::Delete => {}
                Edit::Paint(colour) => after.colour = *colour,
                Edit::Tag(tag) if after.tags.contains(tag) => {}
                Edit::Tag(tag) => after.tags.push(tag.clone()),
            }
            after.modified = now;
            Some(after)
        };
        let (change, message) = match edit {
            Edit::Delete => (Change::Delete(ids), Message::Deleted),
            _ => (Change::Put(ids.iter().filter_map(changed).collect()), Message::Changed),
        };
        self.commit(change);
        self.message = Some(message);
    }
}
