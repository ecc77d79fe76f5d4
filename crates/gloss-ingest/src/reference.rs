//! Character references, as far as they are met outside a parser of HTML.

/// Names of references to characters beyond those that letter and accent give.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("sbquo", '‚'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("euro", '€'),
    ("pound", '£'),
    ("sect", '§'),
    ("deg", '°'),
    ("szlig", 'ß'),
    ("aelig", 'æ'),
    ("AElig", 'Æ'),
    ("oelig", 'œ'),
    ("OElig", 'Œ'),
    ("oslash", 'ø'),
    ("Oslash", 'Ø'),
    ("iexcl", '¡'),
    ("iquest", '¿'),
    ("ordm", 'º'),
    ("ordf", 'ª'),
    ("frac12", '½'),
    ("times", '×'),
    ("shy", '\u{ad}'),
    ("thinsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("prime", '′'),
];

/// Letters with accents, by the name of the accent.
const ACCENTED: &[(&str, &str, &str)] = &[
    ("acute", "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
    ("grave", "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
    ("circ", "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
    ("uml", "aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
    ("tilde", "anoANO", "ãñõÃÑÕ"),
    ("ring", "aA", "åÅ"),
    ("cedil", "cC", "çÇ"),
    ("caron", "sSzZcC", "šŠžŽčČ"),
];

/// Longest name, in bytes.
const LONGEST: usize = 10;

/// Resolves the character references of a text. What is none stays as it is.
pub(crate) fn unescape(text: &str) -> String {
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        resolved.push_str(before);
        let name =
            after.bytes().take(LONGEST + 1).position(|byte| byte == b';').and_then(|end| after.get(..end));
        let character = name.and_then(|name| Some((name, character(name)?)));
        if let Some((name, c)) = character {
            resolved.push(c);
            rest = after.get(name.len() + 1..).unwrap_or_default();
        } else {
            resolved.push('&');
            rest = after;
        }
    }
    resolved.push_str(rest);
    resolved
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return number.ok().and_then(char::from_u32).filter(|c| *c != '\0');
    }
    if let Some((_, c)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*c);
    }
    let letter = name.chars().next()?;
    let accent = name.get(letter.len_utf8()..)?;
    let (_, plain, accented) = ACCENTED.iter().find(|(known, ..)| *known == accent)?;
    let at = plain.chars().position(|c| c == letter)?;
    accented.chars().nth(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved() {
        assert_eq!(
            unescape("Redacci&oacute;n &amp; M&auml;r &#8211; &#x27;x&#39; &unknown; & &"),
            "Redacción & Mär – 'x' &unknown; & &"
        );
    }
}
