//! The text of `index.html`.

/// How the places begin that Trunk fills in itself, whenever it serves the page.
const OF_TRUNK: &str = "__TRUNK_";

/// The page with each `{{name}}` replaced by what `places` has for it, but for those of Trunk. Every place has a name that
/// is known, and every name its place.
pub(crate) fn fill_in(page: &str, places: &[(&str, &str)]) -> Result<String, String> {
    let mut filled = String::with_capacity(page.len());
    let (mut rest, mut used) = (page, Vec::new());
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").ok_or("index.html: a place does not end")?;
        filled += before;
        rest = after;
        if name.starts_with(OF_TRUNK) {
            filled.extend(["{{", name, "}}"]);
            continue;
        }
        let (name, words) = places
            .iter()
            .find(|(known, _)| *known == name)
            .ok_or_else(|| format!("index.html: nothing is known for {{{{{name}}}}}"))?;
        filled += words;
        used.push(*name);
    }
    filled += rest;
    match places.iter().find(|(name, _)| !used.contains(name)) {
        Some((name, _)) => Err(format!("index.html has no place {{{{{name}}}}}")),
        None => Ok(filled),
    }
}

/// The page with `words` in the place of what is between two marks.
pub(crate) fn put_between(page: &str, marks: (&str, &str), words: &str) -> Result<String, String> {
    let (before, rest) = page.split_once(marks.0).ok_or_else(|| format!("index.html has no {}", marks.0))?;
    let (_, after) = rest.split_once(marks.1).ok_or_else(|| format!("index.html has no {}", marks.1))?;
    Ok(format!("{before}{}{words}{}{after}", marks.0, marks.1))
}

/// The page with style sheets that follow each other made one, so that its policy has one digest for them.
pub(crate) fn with_one_style(page: &str) -> String {
    let mut parts = page.split("</style>");
    let mut one = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let next = part.trim_start().strip_prefix("<style").and_then(|rest| rest.split_once('>'));
        if let Some((_, sheet)) = next {
            one += sheet;
        } else {
            one += "</style>";
            one += part;
        }
    }
    one
}

/// The contents of every element `name` of the page, with the attributes of each as they are written.
pub(crate) fn elements<'a>(page: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once(&start) {
        let Some((element, after)) = after.split_once(&end) else { break };
        found.extend(element.split_once('>'));
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_once_and_all() {
        let places = [("a", "{{b}}"), ("b", "2")];
        assert_eq!(fill_in("<{{a}}> {{b}} {{b}}", &places).as_deref(), Ok("<{{b}}> 2 2"));
        let served = "'{{__TRUNK_ADDRESS__}}' {{b}} {{a}}";
        assert_eq!(fill_in(served, &places).as_deref(), Ok("'{{__TRUNK_ADDRESS__}}' 2 {{b}}"));
        assert!(fill_in("{{a}}", &places).is_err(), "b has no place");
        assert!(fill_in("{{a}} {{b}} {{c}}", &places).is_err(), "c is not known");
        assert!(fill_in("{{a}} {{b", &places).is_err(), "it does not end");
    }

    #[test]
    fn what_is_between_two_marks_is_replaced() {
        assert_eq!(
            put_between("a<b>old</b>c</b>", ("<b>", "</b>"), "new").as_deref(),
            Ok("a<b>new</b>c</b>")
        );
        assert!(put_between("a<b>", ("<b>", "</b>"), "new").is_err());
    }

    #[test]
    fn style_sheets_that_follow_each_other_become_one() {
        let page = "<style>a{}</style>\n<style type=\"text/css\">b{}</style><p>A</p><style>c{}</style>";
        assert_eq!(with_one_style(page), "<style>a{}b{}</style><p>A</p><style>c{}</style>");
        assert_eq!(with_one_style("<p>A</p>"), "<p>A</p>");
    }

    #[test]
    fn elements_are_found_with_their_attributes() {
        let page = "<script>1</script><p>2</p><script type=\"module\" async>3 > 2</script><script>cut";
        assert_eq!(elements(page, "script"), [("", "1"), (" type=\"module\" async", "3 > 2")]);
    }
}
