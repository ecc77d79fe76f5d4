use crate::Annotation;

/// An annotation as it is written out for people to read, with what only its articles tell.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The annotation.
    pub annotation: &'a Annotation,
    /// Its targets, in their order.
    pub passages: Vec<Passage>,
}

/// One target of an annotation, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The article's title.
    pub article: String,
    /// The passage as it reads now, or else as it was quoted.
    pub quote: String,
    /// Who is quoted there; empty where nobody is.
    pub speaker: String,
    /// The address that opens the article at the passage; empty for none.
    pub link: String,
}

impl<'a> Entry<'a> {
    /// With nothing but what the annotation itself tells.
    pub fn new(annotation: &'a Annotation) -> Self {
        let passages = annotation
            .targets
            .iter()
            .map(|target| Passage {
                article: target.article.to_string(),
                quote: target.quote.exact.clone(),
                ..Passage::default()
            })
            .collect();
        Self { annotation, passages }
    }
}

/// An address that leads somewhere and does nothing: of the web, of mail, or within the page.
pub(super) fn safe_link(link: &str) -> Option<&str> {
    let link = link.trim();
    let lower = link.to_ascii_lowercase();
    let known =
        ["http://", "https://", "mailto:", "#", "/", "./"].iter().any(|start| lower.starts_with(start));
    (known && !link.contains(char::is_control)).then_some(link)
}
