use crate::{
    article_of,
    chance::Chance,
    edit::{self, Edit},
    is_name, passages,
};
use gloss_notes::Target;
use serde_json::json;
use std::io::{self, BufWriter, Write};

/// Prints `count` questions for `gloss anchor`: passages of `texts`, described there and sought in an edited
/// text. The edits take turns. Fewer are printed where the texts have fewer passages.
pub(crate) fn print(texts: &[String], count: usize, chance: &mut Chance) -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    let mut edits = Edit::ALL.into_iter().cycle();
    let mut printed = 0;
    for (number, text) in texts.iter().cycle().take(count.max(texts.len())).enumerate() {
        let other = &texts[(number + 1) % texts.len()];
        let article = article_of(text.as_str());
        for (_, passage) in passages(text, chance) {
            if printed == count {
                return output.flush();
            }
            let (words, is_name) = (passage.of(text).split(' ').count(), is_name(passage.of(text)));
            let Some((kind, label)) = edits.find(|(kind, _)| kind.suits(words, is_name)) else { continue };
            let Some((edited, _)) = edit::edit(kind, text, passage, other, chance) else { continue };
            let Target { quote, position, .. } = Target::describe(&article, passage);
            let question = json!({
                "id": format!("{printed} {label}"),
                "text": edited,
                "selector": [
                    { "type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix },
                    { "type": "TextPositionSelector", "start": position.start, "end": position.end },
                ],
            });
            writeln!(output, "{question}")?;
            printed += 1;
        }
    }
    output.flush()
}
