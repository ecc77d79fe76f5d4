//! Things that bear their maker's name: "an Audi Q8" is no company.

use super::{EntityKind, draft::Draft};
use crate::english::{
    offices::HEADS,
    products::{COMPANY, DETERMINERS, MAKERS},
};
use gloss_text::TokenKind;

/// Takes the mark off makers' names that mean what was made.
pub(super) fn unmark(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let at = range.start;
        if kind == EntityKind::Organisation
            && range.len() <= 2
            && MAKERS.contains(draft.word(at))
            && (has_model(draft, at)
                || range.len() == 1 && follows_determiner(draft, at) && !is_of_company(draft, at + 1))
        {
            draft.unmark(&range);
        }
    }
}

/// "Audi Q8", "Boeing 737".
fn has_model(draft: &Draft, at: usize) -> bool {
    draft.next_word(at + 1).contains(char::is_numeric)
}

/// "a Tesla", "Mr Kaba's white Audi".
fn follows_determiner(draft: &Draft, at: usize) -> bool {
    let before = |at: usize| at.checked_sub(1).filter(|_| !draft.begins_sentence(at));
    let determines = |at: usize| {
        let possessive = draft.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive);
        possessive || DETERMINERS.contains(draft.word(at).to_lowercase().as_str())
    };
    let Some(first) = before(at) else { return false };
    let adjective = draft.word(first).starts_with(char::is_lowercase);
    determines(first) || adjective && before(first).is_some_and(determines)
}

fn is_of_company(draft: &Draft, at: usize) -> bool {
    let word = draft.next_word(at);
    COMPANY.contains(word)
        || HEADS.contains(word)
        || draft.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive)
}
