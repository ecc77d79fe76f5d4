//! Words of offices and positions.

use super::word_lists;

word_lists! {
    /// What people are, in one word.
    HEADS = "
        commissioner secretary minister director chief president chairman chairwoman chair spokesman
        spokeswoman spokesperson mayor leader chancellor editor manager ambassador governor senator
        councillor professor bishop archbishop founder coach captain lawyer barrister solicitor
        coroner commander speaker judge inspector superintendent constable sergeant premier envoy
        executive officer head ombudsman correspondent
    ";

    /// Words before a head that belong to the office.
    MODIFIERS = "
        deputy assistant vice chief acting former shadow prime foreign home health education defence
        justice general executive managing senior police press finance interim official transport
        energy environment culture trade business opposition party secretary district attorney
        solicitor
    ";
}

/// Offices that are marked without a holder.
pub(crate) const OFFICES: &[&str] = &[
    "prime minister",
    "home secretary",
    "foreign secretary",
    "justice secretary",
    "health secretary",
    "education secretary",
    "defence secretary",
    "shadow home secretary",
    "shadow chancellor",
    "shadow foreign secretary",
    "attorney general",
    "chancellor",
    "lord chancellor",
    "chief constable",
    "deputy prime minister",
    "pm",
    "foreign minister",
    "defence minister",
    "finance minister",
    "attorney-general",
];
