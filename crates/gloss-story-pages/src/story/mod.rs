//! The page of one story: its sections, each in the file of its subject.

mod alone;
mod called;
mod deeds;
mod figures;
mod order;
mod quotations;
mod speakers;
mod when;
mod wording;

pub(crate) use order::shared;

use crate::told::{Choices, Section, Told};

/// All sections, in the order of the page.
pub(crate) fn sections(told: &Told, choices: &Choices) -> Vec<Section> {
    vec![
        quotations::section(told),
        speakers::section(told),
        called::section(told),
        deeds::section(told),
        alone::section(told, choices),
        figures::section(told),
        wording::section(told),
        when::section(told),
        order::section(told),
    ]
}
