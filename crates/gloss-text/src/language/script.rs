//! The script that most letters of a text are of, and what that alone tells of its language.

/// What the script of a text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Latin, in which English and many other languages are written.
    Latin,
    /// Cyrillic, in which several languages are written.
    Cyrillic,
    /// A script of the language with this tag.
    Of(&'static str),
    /// A script of several languages, none of them English.
    Foreign,
}

/// How many letters are of each script.
#[derive(Default)]
struct Counts {
    all: usize,
    latin: usize,
    cyrillic: usize,
    kana: usize,
    han: usize,
    simplified: usize,
    traditional: usize,
    hangul: usize,
    arabic: usize,
    persian: usize,
    urdu: usize,
    others: [usize; ONE_LANGUAGE.len()],
}

/// Scripts by the range of their letters, and the language that nearly all that is written in them is in. An empty
/// tag stands for a script of several languages.
const ONE_LANGUAGE: &[(char, char, &str)] = &[
    ('\u{370}', '\u{3ff}', "el"),
    ('\u{530}', '\u{58f}', "hy"),
    ('\u{590}', '\u{5ff}', "he"),
    ('\u{900}', '\u{97f}', ""),
    ('\u{980}', '\u{9ff}', ""),
    ('\u{a00}', '\u{a7f}', "pa"),
    ('\u{a80}', '\u{aff}', "gu"),
    ('\u{b00}', '\u{b7f}', "or"),
    ('\u{b80}', '\u{bff}', "ta"),
    ('\u{c00}', '\u{c7f}', "te"),
    ('\u{c80}', '\u{cff}', "kn"),
    ('\u{d00}', '\u{d7f}', "ml"),
    ('\u{d80}', '\u{dff}', "si"),
    ('\u{e00}', '\u{e7f}', "th"),
    ('\u{e80}', '\u{eff}', "lo"),
    ('\u{1000}', '\u{109f}', "my"),
    ('\u{10a0}', '\u{10ff}', "ka"),
    ('\u{1200}', '\u{137f}', ""),
    ('\u{1780}', '\u{17ff}', "km"),
];

/// Common characters that are written so in mainland China only, and as they are written in Taiwan and Hong Kong.
/// Japanese has some of both, which is of no matter where there are no kana.
const SIMPLIFIED: &str = "这来说时对为们国过发经学动产种会现还进实两让给电应与关问间开长东见车业书马门风飞\
    话语认识单无转报讯网达将头从请谁难写汉龙钱银铁顾项领题类爱边连远运选";
const TRADITIONAL: &str = "這來說時對為們國過發經學動產種會現還進實兩讓給電應與關問間開長東見車業書馬門風飛\
    話語認識單無轉報訊網達將頭從請誰難寫漢龍錢銀鐵顧項領題類愛邊連遠運選";

/// The script of `text`; none where it has hardly any letters or no script has most of them.
pub(super) fn of(text: &str) -> Option<Script> {
    let mut counts = Counts::default();
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        counts.count(c);
    }
    counts.script()
}

impl Counts {
    fn count(&mut self, c: char) {
        self.all += 1;
        match c {
            '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => self.latin += 1,
            '\u{400}'..='\u{52f}' => self.cyrillic += 1,
            '\u{3040}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => self.kana += 1,
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
                self.han += 1;
                self.simplified += usize::from(SIMPLIFIED.contains(c));
                self.traditional += usize::from(TRADITIONAL.contains(c));
            }
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' => self.hangul += 1,
            '\u{600}'..='\u{6ff}'
            | '\u{750}'..='\u{77f}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}' => {
                self.arabic += 1;
                self.persian += usize::from(matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ی' | 'ک'));
                self.urdu += usize::from(matches!(c, 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے'));
            }
            _ => {
                let place = ONE_LANGUAGE.iter().position(|(first, last, _)| (*first..=*last).contains(&c));
                if let Some(count) = place.and_then(|place| self.others.get_mut(place)) {
                    *count += 1;
                }
            }
        }
    }

    fn script(&self) -> Option<Script> {
        let most = |count: usize| count * 10 > self.all * 6;
        if self.all == 0 {
            return None;
        }
        if most(self.latin) {
            return Some(Script::Latin);
        }
        if most(self.cyrillic) {
            return Some(Script::Cyrillic);
        }
        if self.all < FEWEST {
            return Some(Script::Foreign);
        }
        if most(self.hangul + self.han) && self.hangul > self.han {
            return Some(Script::Of("ko"));
        }
        if most(self.kana + self.han) {
            return Some(self.east_asian());
        }
        if self.arabic >= FEWEST_ARABIC && most(self.arabic) {
            return Some(self.arabic());
        }
        let place = self.others.iter().position(|count| most(*count));
        let tag = place.and_then(|place| ONE_LANGUAGE.get(place)).map_or("", |(_, _, tag)| *tag);
        Some(if tag.is_empty() { Script::Foreign } else { Script::Of(tag) })
    }

    /// Japanese has kana between its Chinese characters; Chinese has hardly any.
    fn east_asian(&self) -> Script {
        match (self.kana, self.han, self.simplified, self.traditional) {
            (kana, han, ..) if kana * 5 > han => Script::Of("ja"),
            (kana, han, ..) if kana * 30 > han => Script::Foreign,
            (_, _, simplified, traditional) if simplified >= 3 && simplified > 4 * traditional => {
                Script::Of("zh-Hans")
            }
            (_, _, simplified, traditional) if traditional >= 3 && traditional > 4 * simplified => {
                Script::Of("zh-Hant")
            }
            _ => Script::Foreign,
        }
    }

    /// Persian and Urdu have letters that Arabic lacks, Urdu some that Persian lacks. So do languages that have fewer
    /// readers, which are not told apart.
    fn arabic(&self) -> Script {
        let percent = |count: usize| count * 100 / self.arabic.max(1);
        match (percent(self.persian), percent(self.urdu)) {
            (0, 0) => Script::Of("ar"),
            (6.., 0) => Script::Of("fa"),
            (_, 3..) => Script::Of("ur"),
            _ => Script::Foreign,
        }
    }
}

/// Fewest letters that tell a language by their script alone.
const FEWEST: usize = 12;
/// The same for Arabic letters, whose languages differ in a few of them.
const FEWEST_ARABIC: usize = 100;
