//! Numbers, units and currencies in words.

use super::word_lists;

word_lists! {
    /// Numbers in words.
    NUMBERS = "
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
        several
    ";

    /// Units of time, in the singular.
    UNITS = "second minute hour day week fortnight month year decade century";

    /// Words and letters after a number that multiply it.
    LARGE = "hundred thousand million billion trillion m bn tn k";

    /// Currencies in words.
    CURRENCIES = "pound pounds dollar dollars euro euros pence cents";
}
