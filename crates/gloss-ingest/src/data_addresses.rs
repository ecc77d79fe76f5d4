//! Takes `data:` addresses out of a page before it is parsed: pictures and fonts of a saved page are most of its bytes.

use std::borrow::Cow;

/// Shorter addresses stay, in bytes.
const SHORTEST: usize = 200;
/// Longer ones are none, in bytes.
const LONGEST: usize = 64 << 20;
/// Where the comma that ends the address's head may be, in bytes.
const LONGEST_HEAD: usize = 200;

/// The page without what long `data:` addresses hold; `data:` itself stays. An address begins after a quotation mark,
/// a bracket, an equals sign or white space, and ends where that ends.
pub fn without_data_addresses(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let mut kept = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = find(bytes, at) {
        at = found + 5;
        let before = found.checked_sub(1).and_then(|before| bytes.get(before)).copied().unwrap_or(b' ');
        let head = bytes.get(at..(at + LONGEST_HEAD).min(bytes.len())).unwrap_or_default();
        let Some(comma) = head.iter().position(|byte| *byte == b',') else { continue };
        let is_end = |byte: u8| match before {
            b'"' | b'\'' => byte == before,
            b'(' => byte == b')' || byte == b'"' || byte == b'\'',
            b'=' | b' ' | b'\n' | b'\t' | b',' | b';' => {
                byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'>' | b'<' | b')' | b'&')
            }
            _ => true,
        };
        let start = at + comma + 1;
        let is_base64 = head.get(..comma).is_some_and(|head| head.ends_with(b"base64"));
        let window = bytes.get(start..(start + LONGEST).min(bytes.len())).unwrap_or_default();
        let length = window.iter().position(|byte| is_end(*byte) || (is_base64 && !is_base64_digit(*byte)));
        let Some(length) = length else {
            // Nothing ends it: no address, and the search goes on after what was searched.
            at = start + window.len();
            continue;
        };
        let end = start + length;
        if end - at >= SHORTEST {
            kept.push_str(html.get(copied..at).unwrap_or_default());
            copied = end;
        }
        at = end.max(at);
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(html.get(copied..).unwrap_or_default());
    Cow::Owned(kept)
}

fn is_base64_digit(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'%' | b'-' | b'_')
}

/// Where `data:` is next, in any case.
fn find(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let colon = at + bytes.get(at..)?.iter().position(|byte| *byte == b':')?;
        at = colon + 1;
        let start = colon.checked_sub(4);
        if let Some(start) = start.filter(|start| *start >= from)
            && bytes.get(start..colon).is_some_and(|word| word.eq_ignore_ascii_case(b"data"))
        {
            return Some(start);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(before: &str, after: &str) {
        let long = "A".repeat(1000);
        assert_eq!(without_data_addresses(&before.replace("LONG", &long)), after.replace("LONG", &long));
    }

    #[test]
    fn what_addresses_hold_goes() {
        check("<img src=\"data:image/png;base64,LONG\"> text", "<img src=\"data:\"> text");
        check("<img src=data:image/png;base64,LONG alt=x>", "<img src=data: alt=x>");
        check("a{background:url(data:image/svg+xml,<svg>LONG</svg>)}", "a{background:url(data:)}");
        check("a{background:url('DATA:font/woff,LONG')}", "a{background:url('DATA:')}");
        check("<img srcset=\"a.png, data:,LONG 2x\">", "<img srcset=\"a.png, data: 2x\">");
    }

    #[test]
    fn text_stays() {
        check("<p>The data: one, two, three. LONG", "<p>The data: one, two, three. LONG");
        check("<a href=\"data:text/plain,short\">", "<a href=\"data:text/plain,short\">");
        check("metadata:\"a,LONG\"", "metadata:\"a,LONG\"");
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "(data:|\"|'|\\(|\\)|,|é|=| |x){0,60}") {
            without_data_addresses(&text);
        }
    }
}
