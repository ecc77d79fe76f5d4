use super::Span;

/// A text as a search sees it, in a form `S`, and where each byte of that form stands in the text.
///
/// What house styles and web pages change without a word being edited is evened out: every quotation mark or
/// apostrophe is a straight one, every dash a hyphen, every run of white space one space, and invisible
/// characters are left out. What becomes of the rest is the search's affair: an approximate one wants one byte
/// a character, one for readers wants case and accents to make no difference.
#[derive(Clone, Debug)]
pub struct Folded<S> {
    /// What a search reads.
    pub form: S,
    /// For each byte of the form the byte offset of its character in the text, and the text's length.
    places: Vec<u32>,
}

impl<S: AsRef<[u8]> + Default> Folded<S> {
    /// Folds `text`, of which `write` puts every character that is not white space, evened out, into the form;
    /// it may put nothing there.
    pub fn new(text: &str, write: impl Fn(&mut S, char)) -> Self {
        let mut form = S::default();
        let mut places = Vec::with_capacity(text.len() + 1);
        for (at, c) in text.char_indices() {
            let Some(c) = even(c) else { continue };
            if c == ' ' && form.as_ref().last() == Some(&b' ') {
                continue;
            }
            write(&mut form, c);
            places.resize(form.as_ref().len(), at as u32);
        }
        places.push(text.len() as u32);
        Self { form, places }
    }

    /// The byte of the form that stands at the byte offset `at` of the text, or the next behind it.
    pub fn index(&self, at: usize) -> usize {
        self.places.partition_point(|place| (*place as usize) < at)
    }

    /// Where the bytes `start..end` of the form stand in `text`. What was left out behind the last one stays
    /// outside, so that a passage does not grow by the spaces behind it.
    pub fn span(&self, text: &str, start: usize, end: usize) -> Span {
        let place = |index: usize| self.places.get(index).map_or(text.len(), |place| *place as usize);
        let Some(last) = end.checked_sub(1).filter(|last| *last >= start) else {
            return Span::new(place(start), place(start));
        };
        let rest = text.get(place(last)..).unwrap_or_default();
        Span::new(place(start), place(last) + rest.chars().next().map_or(0, char::len_utf8))
    }

    /// Whether a character of the text begins at this byte of the form, or the form ends there.
    pub fn is_boundary(&self, index: usize) -> bool {
        index.checked_sub(1).is_none_or(|before| self.places.get(before) != self.places.get(index))
    }
}

/// A character without what house styles change; none for one that nobody sees.
fn even(c: char) -> Option<char> {
    Some(match c {
        '"' | '\'' | '`' | '´' | '‘'..='‟' | '′' | '″' | '«' | '»' | '‹' | '›' => '\'',
        '‐'..='―' | '−' => '-',
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => return None,
        c if c.is_whitespace() || c.is_control() => ' ',
        c => c,
    })
}
