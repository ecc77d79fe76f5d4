use gloss_notes::Timestamp;
use serde::{Deserialize, Serialize};

/// How far the reader is in an article; kept in the browser for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Where what is in sight begins, as a byte offset into the text.
    pub at: usize,
    /// How much of the text has been in sight, from its beginning, in thousandths.
    pub seen: u16,
    /// When that was.
    pub read: Timestamp,
}

impl Place {
    /// How much was read, in hundredths; all of it when only the last line or two are missing.
    pub const fn percent(self) -> usize {
        if self.seen >= 985 { 100 } else { self.seen as usize / 10 }
    }

    /// This place, reached after `before`: what has been seen once stays seen.
    #[must_use]
    pub fn after(self, before: Option<&Self>) -> Self {
        Self { seen: self.seen.max(before.map_or(0, |before| before.seen)), ..self }
    }
}
