//! Reads labelled text (`token<TAB>BIO tag`, a blank line behind each sentence, `# doc` before each document).

use flate2::read::GzDecoder;
use gloss_analysis::tagger::{Document, Lexicon, Part, tag};
use gloss_text::Span;
use std::{
    fs::File,
    io::{self, BufRead, BufReader},
};

/// Sentences of a document that are learnt from together; the rest of a long one follows as another one.
const LONGEST: usize = 60;

/// A labelled document, its text put together again from its tokens.
#[derive(Clone, Default)]
pub(crate) struct Labelled {
    pub(crate) text: String,
    pub(crate) sentences: Vec<Span>,
    /// Spans of names with the index of their kind.
    pub(crate) names: Vec<(Span, usize)>,
}

/// Reads a gzipped file.
pub(crate) fn read(path: &str) -> io::Result<Vec<Labelled>> {
    let mut documents = vec![Labelled::default()];
    let mut start = 0;
    let mut open = None;
    for line in BufReader::new(GzDecoder::new(File::open(path)?)).lines() {
        let line = line?;
        let Some(document) = documents.last_mut() else { break };
        if line.starts_with("# doc") || line.is_empty() {
            open = None;
            if document.text.len() > start {
                document.sentences.push(Span::new(start, document.text.len()));
                document.text.push('\n');
            }
            start = document.text.len();
            if !document.sentences.is_empty()
                && (line.starts_with('#') || document.sentences.len() >= LONGEST)
            {
                documents.push(Labelled::default());
                start = 0;
            }
        } else if let Some((token, label)) = line.split_once('\t') {
            if document.text.len() > start && !is_glued(token) {
                document.text.push(' ');
            }
            let at = document.text.len();
            document.text.push_str(token);
            let end = document.text.len();
            match label.split_once('-') {
                Some((part, kind)) => {
                    let kind = ["PER", "ORG", "LOC"].iter().position(|name| *name == kind).unwrap_or(0);
                    match document.names.last_mut().filter(|(_, last)| part == "I" && open == Some(*last)) {
                        Some((span, _)) => span.end = end,
                        None => document.names.push((Span::new(at, end), kind)),
                    }
                    open = Some(kind);
                }
                None => open = None,
            }
        }
    }
    documents.retain(|document| !document.sentences.is_empty());
    Ok(documents)
}

/// Whether a token was cut off the word before it: "'s", "n't".
fn is_glued(token: &str) -> bool {
    let letters = token.trim_start_matches(['\'', '’']);
    matches!(token, "n't" | "n’t")
        || token.starts_with(['\'', '’'])
            && matches!(letters.to_lowercase().as_str(), "s" | "re" | "ve" | "ll" | "d" | "m")
}

impl Labelled {
    /// The tag of each token of `document`, which was read from this text.
    pub(crate) fn tags(&self, document: &Document) -> Vec<usize> {
        let mut tags = vec![0; document.tokens.len()];
        let mut names = self.names.iter().peekable();
        let mut before = None;
        for (index, token) in document.tokens.iter().enumerate() {
            while names.next_if(|(span, _)| span.end <= token.span.start).is_some() {}
            let Some((span, kind)) = names.peek().filter(|(span, _)| span.overlaps(token.span)) else {
                before = None;
                continue;
            };
            let follows = document.tokens.get(index + 1).is_some_and(|next| next.span.start < span.end);
            let part = match (before == Some(*span), follows) {
                (false, false) => Part::Single,
                (false, true) => Part::Begin,
                (true, true) => Part::Inside,
                (true, false) => Part::End,
            };
            tags[index] = tag(*kind, part);
            before = Some(*span);
        }
        tags
    }
}

/// The words that stand at least `least` times in the documents, as sorted fingerprints.
pub(crate) fn vocabulary(documents: &[Labelled], least: u32) -> Vec<u32> {
    let mut counts = std::collections::HashMap::new();
    for document in documents {
        for token in gloss_text::tokens(&document.text) {
            *counts.entry(Lexicon::key(&token.span.of(&document.text).to_lowercase())).or_insert(0_u32) += 1;
        }
    }
    let mut kept: Vec<u32> =
        counts.into_iter().filter(|(_, count)| *count >= least).map(|(key, _)| key).collect();
    kept.sort_unstable();
    kept
}
