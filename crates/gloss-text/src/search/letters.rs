/// `text` as a reader who searches would type it: in lower case, without accents.
pub fn plain(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    text.chars().for_each(|c| write_plain(&mut form, c));
    form
}

/// Writes `c` as a reader who searches would type it: in lower case, without accents, ligatures spelt out.
///
/// Accented letters of Latin and Greek are the canonical decompositions of Unicode 15, with the letters that
/// a stroke or a missing dot sets apart ("ł", "ø", "ı"); Hebrew points and Arabic vowel marks are left out
/// like accents. Letters of other scripts that Unicode takes apart ("й") are letters of their own to readers.
pub(super) fn write_plain(form: &mut String, c: char) {
    if c.is_ascii() {
        return form.push(c.to_ascii_lowercase());
    }
    for c in c.to_lowercase() {
        match c {
            'ß' => form.push_str("ss"),
            'æ' | 'ǣ' | 'ǽ' => form.push_str("ae"),
            'œ' => form.push_str("oe"),
            'þ' => form.push_str("th"),
            'ĳ' => form.push_str("ij"),
            '…' => form.push_str("..."),
            'ﬀ' => form.push_str("ff"),
            'ﬁ' => form.push_str("fi"),
            'ﬂ' => form.push_str("fl"),
            'ﬃ' => form.push_str("ffi"),
            'ﬄ' => form.push_str("ffl"),
            'ﬅ' | 'ﬆ' => form.push_str("st"),
            c if is_mark(c) => {}
            c => form.push(without_accent(c)),
        }
    }
}

/// Whether the character only sits on the one before it.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
            | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
            | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
    )
}

fn without_accent(c: char) -> char {
    if !matches!(c, '\u{e0}'..='\u{24f}' | '\u{370}'..='\u{3ff}' | 'ё' | '\u{1e00}'..='\u{1eff}') {
        return c;
    }
    ACCENTED.iter().find(|(_, accented)| accented.contains(c)).map_or(c, |(plain, _)| *plain)
}

/// Letters and their accented forms, in lower case.
const ACCENTED: &[(char, &str)] = &[
    ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ('b', "ḃḅḇ"),
    ('c', "çćĉċčḉ"),
    ('d', "ðďđḋḍḏḑḓ"),
    ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ('f', "ḟ"),
    ('g', "ĝğġģǧǵḡ"),
    ('h', "ĥħȟḣḥḧḩḫẖ"),
    ('i', "ìíîïĩīĭįıǐȉȋḭḯỉị"),
    ('j', "ĵǰ"),
    ('k', "ķǩḱḳḵ"),
    ('l', "ĺļľłḷḹḻḽ"),
    ('m', "ḿṁṃ"),
    ('n', "ñńņňǹṅṇṉṋ"),
    ('o', "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ('p', "ṕṗ"),
    ('r', "ŕŗřȑȓṙṛṝṟ"),
    ('s', "śŝşšșṡṣṥṧṩ"),
    ('t', "ţťŧțṫṭṯṱẗ"),
    ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ('v', "ṽṿ"),
    ('w', "ŵẁẃẅẇẉẘ"),
    ('x', "ẋẍ"),
    ('y', "ýÿŷȳẏẙỳỵỷỹ"),
    ('z', "źżžẑẓẕ"),
    ('α', "ά"),
    ('ε', "έ"),
    ('η', "ή"),
    ('ι', "ΐίϊ"),
    ('ο', "ό"),
    ('σ', "ς"),
    ('υ', "ΰϋύ"),
    ('ω', "ώ"),
    ('е', "ё"),
];
