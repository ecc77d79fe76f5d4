use gloss_notes::{AnnotationId, TextFragment};
use gloss_text::{Article, ArticleId, Span, percent_decode, percent_encode};
use std::fmt;

/// A place in the app, as it stands behind the `#` of the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// `#/`: all articles.
    #[default]
    Library,
    /// `#/read/<slug>`, with `?note=<id>` at one annotation, or with `?text=<fragment>` at any passage; with both at the
    /// passage where the annotation is unknown.
    Read {
        /// The article.
        article: ArticleId,
        /// The annotation to show first.
        note: Option<AnnotationId>,
        /// The passage to show first, as a text fragment.
        text: Option<TextFragment>,
    },
    /// `#/notes`: all annotations.
    Notebook,
    /// `#/names`: everybody and everything named.
    Names,
    /// `#/find`, with `?q=<words>`: what is looked for in all articles and notes.
    Find {
        /// The words, as typed.
        words: String,
    },
    /// `#/story…`, `#/beside…` and `#/elsewhere…`, whole: the pages on which articles are compared, which a program beside
    /// the page draws.
    Story(String),
    /// `#/bring`: bringing articles, and those that were brought.
    Bring,
    /// `#/versions/<slug>`: how an article has changed.
    Versions {
        /// The article.
        article: ArticleId,
    },
    /// `#/folder`: a folder of the reader's own, in which everything is kept, too.
    Folder,
    /// An address that leads nowhere.
    Unknown(String),
}

impl Route {
    /// Reads the part of an address behind the `#`, with or without it.
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.trim_start_matches('#');
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Self::Library,
            ["notes"] => Self::Notebook,
            ["names"] => Self::Names,
            ["bring"] => Self::Bring,
            ["folder"] => Self::Folder,
            ["versions", article] => ArticleId::new(percent_decode(article))
                .map_or_else(|| Self::Unknown(fragment.to_owned()), |article| Self::Versions { article }),
            ["find"] => Self::Find { words: value(query, "q=").map(percent_decode).unwrap_or_default() },
            ["story" | "beside" | "elsewhere", ..] => Self::Story(fragment.to_owned()),
            ["read", article] => match ArticleId::new(percent_decode(article)) {
                Some(article) => Self::Read {
                    article,
                    note: value(query, "note=").map(percent_decode).and_then(AnnotationId::new),
                    text: value(query, "text=").and_then(TextFragment::parse),
                },
                None => Self::Unknown(fragment.to_owned()),
            },
            _ => Self::Unknown(fragment.to_owned()),
        }
    }

    /// Where else the library has a passage.
    pub fn elsewhere(article: &Article, span: Span) -> Self {
        let text = TextFragment::describe(article.text(), span);
        Self::Story(format!("/elsewhere/{}?text={text}", percent_encode(&article.id, b"-._~")))
    }

    /// The page of an article.
    pub const fn read(article: ArticleId) -> Self {
        Self::Read { article, note: None, text: None }
    }

    /// The article that the route shows.
    pub const fn article(&self) -> Option<&ArticleId> {
        match self {
            Self::Read { article, .. } => Some(article),
            _ => None,
        }
    }
}

fn value<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').find_map(|pair| pair.strip_prefix(name)).filter(|value| !value.is_empty())
}

/// The id of a note as an address has it. Other programs' ids are addresses themselves.
fn id(note: &str) -> String {
    percent_encode(note, b"-._~:/")
}

/// Writes the route with its `#`, as a link has it.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Library => f.write_str("#/"),
            Self::Notebook => f.write_str("#/notes"),
            Self::Names => f.write_str("#/names"),
            Self::Bring => f.write_str("#/bring"),
            Self::Folder => f.write_str("#/folder"),
            Self::Versions { article } => write!(f, "#/versions/{}", percent_encode(article, b"-._~")),
            Self::Find { words } if words.is_empty() => f.write_str("#/find"),
            Self::Find { words } => write!(f, "#/find?q={}", percent_encode(words, b"-._~")),
            Self::Read { article, note, text } => {
                write!(f, "#/read/{}", percent_encode(article, b"-._~"))?;
                if let Some(note) = note {
                    write!(f, "?note={}", id(note))?;
                }
                match text {
                    Some(text) => write!(f, "{}text={text}", if note.is_some() { '&' } else { '?' }),
                    None => Ok(()),
                }
            }
            Self::Story(fragment) | Self::Unknown(fragment) => write!(f, "#{fragment}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_survive_being_written_and_read() {
        for address in [
            "#/",
            "#/names",
            "#/notes",
            "#/bring",
            "#/folder",
            "#/versions/a-slug",
            "#/find",
            "#/read/a?note=https://example.org/a%3Fb%3Dc%26d%23%22e%22",
            "#/find?q=who%20%26%20%E2%80%9Cwhy%E2%80%9D%3F",
            "#/read/a-slug",
            "#/read/a-slug?note=018f",
            "#/read/a?text=the-,words%20here,-and",
            "#/read/a?note=018f&text=words%20here",
            "#/nowhere/at/all",
            "#/story",
            "#/story/a/b%20c",
            "#/elsewhere/a?text=words%20here",
        ] {
            assert_eq!(Route::parse(address).to_string(), address);
        }
    }

    #[test]
    fn an_empty_fragment_is_the_library() {
        assert_eq!(Route::parse(""), Route::Library);
        assert_eq!(Route::parse("#"), Route::Library);
    }

    #[test]
    fn the_words_of_a_search_are_kept_as_typed() {
        for words in ["", "a b", " #?&=%/“é”\n👍"] {
            let route = Route::Find { words: words.to_owned() };
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }
}
