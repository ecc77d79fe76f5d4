//! The page's Content-Security-Policy (Level 3): what runs and what is fetched is what the build has made, and nothing
//! else.
//!
//! Inline scripts and styles are allowed by their digests. The program's glue is allowed as a file of the same host: it
//! is imported by a script, which no digest can allow.

use crate::{page::elements, sha256::integrity};
use std::fmt::Write;

/// Holds the place of the policy until the rest of the page is complete.
pub(crate) const PLACE: &str = "the policy comes here";

/// The page with the policy in its place.
pub(crate) fn put(page: &str) -> Result<String, String> {
    if page.matches(PLACE).count() != 1 {
        return Err("index.html has no place for its policy".into());
    }
    Ok(page.replace(PLACE, &policy(page)?))
}

fn policy(page: &str) -> Result<String, String> {
    let mut scripts = String::new();
    for (attributes, script) in elements(page, "script") {
        if !script.is_empty() && !attributes.contains("application/json") {
            write!(scripts, " '{}'", integrity(script.as_bytes())).map_err(|error| error.to_string())?;
        }
    }
    let styles: Vec<String> = elements(page, "style")
        .into_iter()
        .map(|(_, sheet)| format!("'{}'", integrity(sheet.as_bytes())))
        .collect();
    let styles = styles.join(" ");
    Ok(format!(
        "default-src 'none';script-src 'self' 'wasm-unsafe-eval'{scripts};style-src {styles};img-src 'self';font-src 'self';\
         connect-src 'self';worker-src 'self';manifest-src 'self';base-uri 'none';form-action 'none'"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_inline_script_and_style_has_its_digest() {
        let page = "<meta content=\"the policy comes here\"><style>a{}</style><script type=\"application/json\">[]</script>\
            <script>1</script><script src=\"a.js\"></script>";
        let put = put(page).unwrap();
        let digests = ["1", "a{}"].map(|text| integrity(text.as_bytes()));
        assert!(
            put.contains(&format!("'wasm-unsafe-eval' '{}';style-src '{}';", digests[0], digests[1])),
            "{put}"
        );
        assert_eq!(put.matches("sha256-").count(), 2, "{put}");
        assert!(super::put("<p>").is_err());
    }
}
