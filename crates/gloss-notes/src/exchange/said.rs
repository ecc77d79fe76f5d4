//! What the reader is told about a file that was read, in sentences: the page has none of the words for what no file of
//! its own says.

use super::{Fact, FactDifference, FileFormat, Limit, PreparedImport, ReadError, Unreadable, Warning};

impl PreparedImport {
    /// What the file would change, in sentences.
    pub(super) fn say(&mut self, differences: &[(String, FactDifference)], warnings: &[Warning]) {
        let Self { added, updated, skipped, placed, passages, facts, articles, .. } = self;
        let mut said = vec![format!(
            "This file would add {}, update {} and leave {} as they are. It can be undone.",
            grouped(*added),
            grouped(*updated),
            grouped(*skipped)
        )];
        if *passages > 0 {
            let (placed, all) = (grouped(*placed), grouped(*passages));
            said.push(format!("{placed} of {all} passages are placed in articles of your library."));
        }
        if !facts.is_empty() {
            said.push(format!("It also has what was stated about {}.", articles_in_words(facts.len())));
        }
        if !articles.is_empty() {
            said.push(format!("It also has {} with the text.", articles_in_words(articles.len())));
        }
        said.extend(differences.iter().map(|(title, one)| difference(title, one)));
        said.extend(warnings.iter().map(warning));
        self.said = said;
    }
}

fn articles_in_words(count: usize) -> String {
    format!("{} {}", grouped(count), if count == 1 { "article" } else { "articles" })
}

/// A count: "12,345".
fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut number = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            number.push(',');
        }
        number.push(digit);
    }
    number
}

fn difference(title: &str, FactDifference { fact, ours, theirs, taken }: &FactDifference) -> String {
    let name = match fact {
        Fact::Title => "title",
        Fact::Source => "source",
        Fact::Author => "author",
        Fact::Published => "day",
        Fact::Language => "language",
        Fact::Address => "address",
    };
    if *taken {
        let ours = ours.as_ref().map_or_else(String::new, |ours| format!(" instead of “{ours}”"));
        format!("{title}: {name} “{theirs}”{ours}.")
    } else {
        format!("{title}: your own {name} stays; the file has “{theirs}”.")
    }
}

/// What of an annotation cannot be taken over, and why.
fn warning(warning: &Warning) -> String {
    match warning {
        Warning::Unreadable { number, why } => {
            let why = match why {
                Unreadable::Incomplete => "a part that every annotation has is missing or of another kind",
                Unreadable::NotAnObject => "it is no object",
                Unreadable::OtherContext => "its @context is not that of the Web Annotation model",
                Unreadable::OtherType => "its type is not Annotation",
                Unreadable::NoId => "it has no id",
                Unreadable::InvalidId => "its id is no address",
                Unreadable::InvalidTime => "a time in it cannot be read",
                Unreadable::NoTarget => "it is about nothing",
                Unreadable::InvalidBody => "what it says is no text",
                Unreadable::NoWords => "it quotes nothing and says nothing",
            };
            format!("Annotation {number} cannot be read: {why}.")
        }
        Warning::Skipped { number, parts } => {
            format!("Of annotation {number} this is not taken over: {}.", parts.join(", "))
        }
        Warning::Elsewhere => "The file only says where its annotations are.".to_owned(),
        Warning::NoQuote { number } => {
            format!("Annotation {number} does not quote a passage and is kept as a note on its article.")
        }
        Warning::Shortened { number, limit, left_out } => {
            let what = match limit {
                Limit::Tags => "tags",
                Limit::TagLength => "letters of tags",
                Limit::Targets => "passages",
                Limit::NoteLength => "letters of the note",
            };
            let (left_out, most) = (grouped(*left_out), grouped(limit.most()));
            format!("Of annotation {number}, {left_out} {what} are left out: a note has at most {most}.")
        }
    }
}

/// Why a file cannot be read.
pub(super) fn refusal(error: &ReadError) -> String {
    match error {
        ReadError::BrokenJson { line } => format!("The file is not JSON, or it is damaged in line {line}."),
        ReadError::UnknownFormat => {
            let formats = FileFormat::ALL.map(|format| match format {
                FileFormat::Backup => "backups of Gloss",
                FileFormat::JsonLd => "W3C JSON-LD",
                FileFormat::Hypothesis => "Hypothesis’ JSON",
                FileFormat::ZoteroMarkdown => "Zotero’s annotations as Markdown",
                FileFormat::ReadwiseCsv => "Readwise’s CSV",
                FileFormat::KindleClippings => "Kindle’s My Clippings.txt",
            });
            format!("This file holds no notes that Gloss reads. It reads {}.", formats.join(", "))
        }
        ReadError::TooNew(version) => {
            format!(
                "The file was made by a newer version of Gloss (form {version}). Load this page again to get that version."
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_grouped_by_thousands() {
        assert_eq!([0, 12, 999, 1_000, 1_234_567].map(grouped), ["0", "12", "999", "1,000", "1,234,567"]);
    }
}
