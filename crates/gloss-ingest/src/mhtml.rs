//! A page saved as MHTML: a message of mail (RFC 2557) whose first part of HTML is the page.

/// How deep parts may be inside parts.
const DEEPEST: usize = 5;
/// How many parts are looked at.
const MOST_PARTS: usize = 10_000;

/// The page of a message, not decoded to text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) html: Vec<u8>,
    pub(crate) charset: Option<String>,
    pub(crate) address: Option<String>,
}

/// Returns whether the bytes begin as a message with parts does.
pub(crate) fn is_mhtml(bytes: &[u8]) -> bool {
    let head =
        String::from_utf8_lossy(bytes.get(..4096.min(bytes.len())).unwrap_or_default()).to_ascii_lowercase();
    let begins =
        ["from:", "mime-version:", "content-type:", "subject:", "date:", "snapshot-content-location:"];
    begins.iter().any(|field| head.trim_start().starts_with(field))
        && head.contains("mime-version:")
        && head.contains("content-type:")
}

/// The first part that is a page. Returns `None` if there is none.
pub(crate) fn page(bytes: &[u8]) -> Option<Page> {
    part(bytes, 0, &mut 0)
}

fn part(bytes: &[u8], depth: usize, count: &mut usize) -> Option<Page> {
    *count += 1;
    if depth > DEEPEST || *count > MOST_PARTS {
        return None;
    }
    let (head, body) = split_head(bytes);
    let fields = fields(head);
    let field = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let kind = field("content-type").unwrap_or("text/plain");
    let lower = kind.to_ascii_lowercase();
    let address = field("snapshot-content-location").or_else(|| field("content-location"));
    let address = address.filter(|address| address.starts_with("http")).map(str::to_owned);
    if lower.starts_with("multipart/") {
        let boundary = parameter(kind, "boundary")?;
        let mut found = parts(body, &boundary).into_iter().find_map(|bytes| part(bytes, depth + 1, count))?;
        found.address = address.or(found.address);
        return Some(found);
    }
    if !lower.starts_with("text/html") && !lower.starts_with("application/xhtml") {
        return None;
    }
    let html = match field("content-transfer-encoding").map(str::to_ascii_lowercase).as_deref() {
        Some("quoted-printable") => quoted_printable(body),
        Some("base64") => base64(body),
        _ => body.to_vec(),
    };
    Some(Page { html, charset: parameter(kind, "charset"), address })
}

/// What is above and what is below the first empty line.
fn split_head(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let end = at + line.len();
        if line.trim_ascii().is_empty() && at > 0 {
            return (bytes.get(..at).unwrap_or_default(), bytes.get(end..).unwrap_or_default());
        }
        at = end;
    }
    (bytes, &[])
}

/// Names in lower case and values; a line that begins with white space goes on with the one before.
fn fields(head: &[u8]) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in String::from_utf8_lossy(head.get(..65_536.min(head.len())).unwrap_or_default()).lines() {
        if let (true, Some((_, value))) = (line.starts_with([' ', '\t']), fields.last_mut()) {
            value.push(' ');
            value.push_str(line.trim());
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    fields
}

/// A parameter of a field: `charset=utf-8`, with or without quotation marks.
fn parameter(field: &str, name: &str) -> Option<String> {
    field.split(';').skip(1).find_map(|parameter| {
        let (known, value) = parameter.split_once('=')?;
        known.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    })
}

/// What is between the lines that hold the boundary.
fn parts<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mark = format!("--{boundary}");
    let mut parts = Vec::new();
    let (mut at, mut start) = (0, None);
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(mark.as_bytes()) {
            parts.extend(start.and_then(|start| body.get(start..at)));
            start = Some(at + line.len());
            if line.get(mark.len()..).is_some_and(|rest| rest.starts_with(b"--")) || parts.len() >= MOST_PARTS
            {
                return parts;
            }
        }
        at += line.len();
    }
    // A file that is cut keeps what is there.
    parts.extend(start.and_then(|start| body.get(start..)));
    parts
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'=' {
            bytes.push(*first);
        } else if let Some(line) = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")) {
            rest = line;
        } else if let (Some(high), Some(low)) = (digit(after.first()), digit(after.get(1))) {
            bytes.push((high * 16 + low) as u8);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(b'=');
        }
    }
    bytes
}

fn base64(body: &[u8]) -> Vec<u8> {
    let (mut bits, mut held) = (0u32, 0);
    let mut bytes = Vec::with_capacity(body.len() * 3 / 4);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = (bits << 6 | u32::from(value)) & 0xff_ffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MESSAGE: &str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example/rain\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--\"\r\n\r\n\r\n\
        ----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0=\r\n\
        ----b--\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: BODY\r\n\r\nCONTENT\r\n----b----\r\n";

    #[track_caller]
    fn check(encoding: &str, content: &str, html: &str) {
        let message = MESSAGE.replace("BODY", encoding).replace("CONTENT", content);
        assert!(is_mhtml(message.as_bytes()));
        let page = page(message.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(page.html).unwrap().trim(), html);
        assert_eq!(
            (page.charset.as_deref(), page.address.as_deref()),
            (Some("utf-8"), Some("https://x.example/rain"))
        );
    }

    #[test]
    fn a_page_is_decoded() {
        check(
            "quoted-printable",
            "<p class=3D\"a\">Stra=C3=9Fe is =\r\nlong",
            "<p class=\"a\">Straße is long",
        );
        check("base64", "PHA+UmFpbg==", "<p>Rain");
        check("8bit", "<p>Rain", "<p>Rain");
    }

    #[test]
    fn a_file_that_is_cut_keeps_what_is_there() {
        let message = MESSAGE.replace("BODY", "8bit").replace("CONTENT\r\n----b----\r\n", "<p>Rain");
        assert_eq!(page(message.as_bytes()).unwrap().html, b"<p>Rain");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(text in "(--b|\r\n|content-type: |multipart/x; boundary=b|text/html|=|A| |:){0,40}") {
            page(text.as_bytes());
        }
    }
}
