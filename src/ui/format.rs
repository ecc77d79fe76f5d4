/// The forms in which notes leave and, the first two, come back.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::ui) enum Format {
    Backup,
    JsonLd,
    Markdown,
    Csv,
    Html,
}

impl Format {
    /// The forms for other programs and people; a backup is for Gloss itself.
    pub(in crate::ui) const SHARED: [Self; 4] = [Self::Markdown, Self::Csv, Self::Html, Self::JsonLd];
}
