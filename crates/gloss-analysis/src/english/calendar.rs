//! The calendar in words.

use super::word_lists;

/// The months in their order.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The days of the week, Monday first.
pub(crate) const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

word_lists! {
    /// Abbreviated months. Alone they are no date: "Jan" is a name, too.
    SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec";

    /// Months that are other words or names as well; without a preposition before them they are no date.
    AMBIGUOUS_MONTHS = "March April May June August";

    /// Words before a month that make a date of it.
    BEFORE_MONTH = "
        in since by until till during of from last this next early late mid and to through before after between
        every late -
    ";

    /// Words before a year that make a date of it.
    BEFORE_YEAR = "
        in since by until till during before after from early late mid through between circa around of
    ";

    /// Words before a year and a noun: "the 2016 election".
    BEFORE_YEAR_AND_NOUN = "the a this that his her its their our my last";

    /// Words before a day of the week that name one day of the year with it: "Good Friday".
    HOLIDAYS = "easter black good cyber super ash bloody palm whit shrove maundy fat";

    /// Words before a holiday that make a date of it: "at Christmas".
    BEFORE_HOLIDAY = "at on before after since until till by over during last this next every around";

    /// Ordinal numbers of centuries.
    ORDINALS = "
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
    ";

    /// Words before a number that counts what follows, so that it is no year: "sold 2000 Ford cars".
    COUNTED_BEFORE = "
        sold sells bought about over some than nearly almost only least most another hired employs has have had
        built delivered killed page room flight channel highway route number no
    ";

    /// The seasons.
    SEASONS = "spring summer autumn fall winter";

    /// Words after a year that count things, so that the number before them is no year: "in 2005 cases".
    COUNTED = "people men women children cases times more";

    /// Small words that may follow a year or a name, and no noun that these belong to: "the end of 2024 and".
    AFTER_NAME = "
        and or but to at in on by for with as when where while after before during was were is are has had that which
        who from because until since if so it he she they we said says told will would can could may might
    ";

    /// Verbs of what has happened, beside those in -ed.
    PAST = "
        said told was were had did began came went took made won lost met found fell held left gave got saw sent
        set spoke stood struck thought wrote became broke brought built caught chose drew drove ate flew fought
        grew heard hid hit kept knew laid led paid put ran rose sang sat sold shot shut slept spent stole swore
        taught threw understood woke wore ago
    ";

    /// Words of what is still to come, or of a plan.
    COMING = "
        will shall would may might can should must due scheduled expected planned plans set is are ahead upcoming
        coming likely hopes
    ";
}
