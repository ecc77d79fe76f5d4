//! Words in and around names.

use super::word_lists;

word_lists! {
    /// Words that follow a name in a compound and are no part of it, beside participles: "London-led".
    LATTER = "led born run made held bound wide style era owned like";

    /// What a country is, in one word; alone it is no name.
    COUNTRIES = "Kingdom Republic State";

    /// Words after the possessive of a name that mean the family of its bearer.
    FAMILY = "
        family mother father parents widow wife husband partner son daughter brother sister
        relatives
    ";

    /// What bodies are, in one word, by which the text calls them again: "the Bank" for the Bank of England.
    BODIES = "
        Agency Association Authority Bank Board Commission Committee Council Court Department
        Federation Foundation House Institute Ministry Office Party Service Society Trust Union
        University
    ";

    /// Words after which somebody's other name follows: "Jane Roe, known as JR".
    CALLED = "known named nicknamed dubbed codenamed identified alias";

    /// Nouns after which such a name follows: "the cypher NX121".
    CODE_NOUNS = "cypher cipher codename pseudonym alias nickname callsign";
}
