//! How much a decoded text looks like one that somebody wrote.

/// The letters beyond ASCII of languages of the Latin alphabet, one language a line.
const LANGUAGES: &[&str] = &[
    "äöüßé",
    "àâæçéèêëîïôœùûü",
    "áéíñóúüª¡¿º",
    "ãõáâàéêíóôúçºª",
    "àèéìòùî",
    "åäöé",
    "æøåéöüòô",
    "áčďéěíňóřšťúůýžľĺŕôä",
    "ąćęłńóśźż",
    "áéíóöőúüű",
    "ăâîșțşţ",
    "çğıöşüâîİ",
    "éëïóöüèêá",
    "čćđšž",
    "āčēģīķļņšūž",
    "ąčęėįšųūž",
    "äöõüšž",
    "áðéíóúýþæö",
];

/// The commonest characters of Chinese, simplified and traditional, and those of Japanese.
const COMMON_HAN: &str = "的一是不了在人有我他这個个們们中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過发發后後作里裡\
道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日\
新者市長长本語言私年月者思書見気間今前入円々政府報記者表示";

/// From about 1 for a text of letters where they belong down to less than 0; `bytes` is how long the text was.
pub(super) fn plausibility(text: &str, bytes: usize) -> f32 {
    let mut score = 0.0;
    let mut foreign = 0.0_f32;
    let mut latin: Vec<char> = Vec::new();
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        if !c.is_ascii() {
            // A character of two bytes counts twice, so that encodings of one and of two bytes compare.
            let (value, size) = value(c, before, after, &mut latin);
            score += value * size;
            foreign += size;
        } else if c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}' | '\u{1b}') {
            score -= 4.0;
            foreign += 1.0;
        }
        before = c;
    }
    if !latin.is_empty() {
        let known = LANGUAGES
            .iter()
            .map(|letters| latin.iter().filter(|c| letters.contains(**c)).count())
            .max()
            .unwrap_or_default();
        let count = latin.len() as f32;
        score += 2.0 * known as f32 - count;
    }
    if foreign == 0.0 { if bytes > 0 { 0.5 } else { 0.0 } } else { score / foreign }
}

/// What a character beyond ASCII adds, from -4 to 2, and how many bytes it counts as. Letters of the Latin alphabet
/// are judged together, by `latin`.
fn value(c: char, before: char, after: char, latin: &mut Vec<char>) -> (f32, f32) {
    let in_word = before.is_alphabetic() && after.is_alphabetic();
    let is_wide = matches!(c, '\u{3000}'..='\u{9fff}' | '가'..='힣' | '\u{ff00}'..='\u{ff60}');
    if is_wide && (before.is_ascii_lowercase() || after.is_ascii_lowercase()) {
        return (-1.5, 2.0);
    }
    match c {
        '\u{fffd}' | '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' => (-6.0, 1.0),
        '’' | '‘' | '“' | '”' | '„' | '«' | '»' | '–' | '—' | '…' | '‚' | '‹' | '›' => {
            (if in_word && c != '’' && c != '—' && c != '–' { -1.0 } else { 1.0 }, 1.0)
        }
        '\u{a0}' | '€' | '°' | '£' | '©' | '®' | '·' | '•' | '№' | '§' | '¿' | '¡' | 'º' | 'ª' | '½'
        | '™' => (if in_word { -1.5 } else { 0.3 }, 1.0),
        'À'..='ɏ' if c.is_alphabetic() => {
            // A capital amid small letters, or a letter on its own.
            let odd =
                c.is_uppercase() && (before.is_lowercase() || after.is_lowercase() && before.is_alphabetic());
            let alone = !before.is_alphabetic()
                && !after.is_alphabetic()
                && !matches!(c, 'à' | 'á' | 'é' | 'è' | 'ó' | 'À' | 'É' | 'å' | 'ö');
            latin.push(c.to_lowercase().next().unwrap_or(c));
            (
                if odd {
                    -2.0
                } else if alone {
                    -0.5
                } else {
                    0.0
                },
                1.0,
            )
        }
        'Ѐ'..='ӿ' => {
            let odd = (c.is_uppercase() && before.is_lowercase())
                || (before.is_ascii_alphabetic() || after.is_ascii_alphabetic())
                || !matches!(
                    c,
                    'А'..='я'
                        | 'ё'
                        | 'Ё'
                        | 'і'
                        | 'ї'
                        | 'є'
                        | 'І'
                        | 'Є'
                        | 'ґ'
                        | 'ў'
                        | 'ј'
                        | 'љ'
                        | 'њ'
                        | 'ћ'
                        | 'ђ'
                );
            let common = "оеаинтсрвлкмдпу".contains(c.to_lowercase().next().unwrap_or(c));
            (
                if odd {
                    -1.5
                } else if common {
                    1.2
                } else {
                    0.6
                },
                1.0,
            )
        }
        'Ͱ'..='Ͽ' => {
            let odd = (c.is_uppercase() && before.is_lowercase()) || before.is_ascii_alphabetic();
            (if odd { -1.5 } else { 0.9 }, 1.0)
        }
        '\u{590}'..='\u{6ff}' => {
            (if before.is_ascii_alphabetic() || after.is_ascii_alphabetic() { -1.5 } else { 0.8 }, 1.0)
        }
        '\u{e00}'..='\u{e7f}' => (if before.is_ascii_alphabetic() { -1.5 } else { 0.7 }, 1.0),
        'ぁ'..='ゟ' => (1.5, 2.0),
        'ァ'..='ヿ' => (1.0, 2.0),
        '、'
        | '。'
        | '「'
        | '」'
        | '，'
        | '！'
        | '？'
        | '：'
        | '；'
        | '（'
        | '）'
        | '《'
        | '》'
        | '\u{3000}'
        | '가'..='힣' => (1.2, 2.0),
        '\u{4e00}'..='\u{9fff}' => (if COMMON_HAN.contains(c) { 2.0 } else { 0.3 }, 2.0),
        '\u{3400}'..='\u{4dff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'.. => (-2.0, 2.0),
        '\u{2500}'..='\u{25ff}' => (-2.0, 1.0),
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => (0.3, 2.0),
        _ => (-1.0, 1.0),
    }
}
