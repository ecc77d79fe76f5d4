use crate::page::Layers;
use gloss_notes::{Colour, Timestamp};
use serde::{Deserialize, Serialize};

/// What the reader chose; kept in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Which marks are shown.
    pub layers: Layers,
    /// Whether page furniture is unfolded.
    pub furniture: bool,
    /// The colour of the next highlight.
    pub colour: Colour,
    /// When everything was last backed up.
    pub backed_up: Option<Timestamp>,
    /// The colours of the page.
    pub theme: Theme,
    /// The letters of the article.
    pub face: Face,
    /// Their size, in per cent of the usual.
    pub size: u8,
    /// How far the lines stand apart.
    pub leading: Leading,
    /// How long the lines are.
    pub measure: Measure,
    /// Which keys of one letter or sign do something.
    pub keys: Keys,
    /// Whether the reader has done without the first hint.
    pub hint_seen: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            layers: Layers::default(),
            furniture: false,
            colour: Colour::default(),
            backed_up: None,
            theme: Theme::default(),
            face: Face::default(),
            size: 100,
            leading: Leading::default(),
            measure: Measure::default(),
            keys: Keys::default(),
            hint_seen: false,
        }
    }
}

impl Settings {
    /// The sizes of letters that can be chosen, in per cent.
    pub const SIZES: std::ops::RangeInclusive<u8> = 70..=200;

    /// The same with letters `steps` steps of ten per cent larger.
    #[must_use]
    pub fn enlarged(self, steps: i8) -> Self {
        let wanted = i16::from(self.size) + i16::from(steps) * 10;
        let size = wanted.clamp(i16::from(*Self::SIZES.start()), i16::from(*Self::SIZES.end()));
        Self { size: size as u8, ..self }
    }
}

/// Declares a choice among a few, each with its name in stored settings and in the style sheet.
macro_rules! choice {
    ($(#[$about:meta])* $name:ident { $($(#[$of:meta])* $option:ident = $word:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum $name { $($(#[$of])* $option,)* }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$option,)*];

            /// The name in stored settings and in the style sheet.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$option => $word,)* }
            }
        }
    };
}

choice! {
    /// The colours of the page.
    Theme {
        /// As the system has them.
        #[default]
        System = "system",
        /// Dark on light.
        Light = "light",
        /// Brown on the colour of old paper.
        Sepia = "sepia",
        /// Light on dark.
        Dark = "dark",
    }
}

choice! {
    /// The letters of the article.
    Face {
        /// With serifs: those that come with Gloss.
        #[default]
        Serif = "serif",
        /// With serifs: those of the system.
        System = "system",
        /// Without.
        Sans = "sans",
    }
}

choice! {
    /// How far the lines of the article stand apart.
    Leading {
        /// Close.
        Tight = "tight",
        /// As usual.
        #[default]
        Normal = "normal",
        /// Far.
        Loose = "loose",
    }
}

choice! {
    /// Whether keys of one letter or sign do something. Whoever dictates sends them without meaning to.
    Keys {
        /// By themselves.
        #[default]
        Plain = "plain",
        /// With Alt.
        Alt = "alt",
        /// Never.
        Off = "off",
    }
}

choice! {
    /// How long the lines of the article are.
    Measure {
        /// About 54 characters.
        Narrow = "narrow",
        /// About 66.
        #[default]
        Normal = "normal",
        /// About 80.
        Wide = "wide",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_settings_are_read_and_new_ones_come_back_as_they_were() {
        let old: Settings = serde_json::from_str(r#"{"colour":"green"}"#).expect("settings");
        assert_eq!((old.colour.name(), old.size, old.theme), ("green", 100, Theme::System));
        let new = Settings { theme: Theme::Sepia, measure: Measure::Wide, ..old.enlarged(3) };
        let json = serde_json::to_string(&new).expect("JSON");
        assert_eq!(serde_json::from_str::<Settings>(&json).expect("settings"), new);
    }

    #[test]
    fn letters_stay_between_readable_and_huge() {
        assert_eq!(Settings::default().enlarged(127).size, 200);
        assert_eq!(Settings::default().enlarged(-128).size, 70);
    }
}
