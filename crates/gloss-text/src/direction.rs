/// Which way a text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The way in which most letters of `text` run; none for a text without letters. The first letter alone, by which
    /// HTML's `dir="auto"` goes, would turn around a paragraph that begins with a foreign name.
    pub fn of(text: &str) -> Option<Self> {
        let (mut all, mut to_the_left) = (0_usize, 0_usize);
        for letter in text.chars().filter(|c| c.is_alphabetic()) {
            all += 1;
            to_the_left += usize::from(runs_to_the_left(letter));
        }
        let way = if to_the_left * 2 > all { Self::RightToLeft } else { Self::LeftToRight };
        (all > 0).then_some(way)
    }

    /// Its name in HTML's `dir`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// Whether a letter is in a part of Unicode that is kept for scripts from right to left (the defaults of
/// `DerivedBidiClass.txt`): Hebrew, Arabic, Syriac, Thaana, N'Ko and others.
const fn runs_to_the_left(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_letters_decide() {
        for (text, way) in [
            ("The Met said so.", Some(Direction::LeftToRight)),
            ("BBC: ראש הממשלה אמר", Some(Direction::RightToLeft)),
            ("قال رئيس الوزراء", Some(Direction::RightToLeft)),
            ("The word שלום means peace.", Some(Direction::LeftToRight)),
            ("警視庁", Some(Direction::LeftToRight)),
            ("2024 – 25", None),
            ("", None),
        ] {
            assert_eq!(Direction::of(text), way, "{text}");
        }
    }
}
