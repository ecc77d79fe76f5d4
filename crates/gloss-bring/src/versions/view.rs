use super::{
    Fate, Versions,
    comparison::{Comparison, Row, Side},
};
use crate::words;
use gloss_notes::Anchorer;
use gloss_text::{BlockKind, Document, Span, percent_encode};
use gloss_view::{Element, Node, el};

impl Versions {
    /// The page as it is now.
    pub(super) fn view(&self) -> Vec<Node> {
        let page = el("main").class("versions").attr("id", "main").attr("tabindex", "-1");
        let Some(id) = self.id.as_ref().filter(|_| !self.texts.is_empty()) else {
            return vec![page.child(el("h1").text(words::NO_ARTICLE)).into()];
        };
        let route = format!("#/read/{}", percent_encode(id, b"-._~"));
        let page = page
            .child(el("h1").attr("dir", "auto").text(self.title.clone()))
            .child(el("p").child(el("a").attr("href", route).text(words::READ_IT)));
        let (Some(earlier), Some(later)) = (self.texts.get(self.from), self.texts.get(self.to)) else {
            return vec![page.into()];
        };
        if self.texts.len() < 2 {
            return vec![page.child(el("p").text(words::ONE_TEXT)).child(self.notes(later)).into()];
        }
        let shown = if self.as_it_was { self.as_it_was(earlier) } else { self.compared(earlier, later) };
        vec![page.child(self.controls()).child(shown).child(self.notes(later)).into()]
    }

    fn controls(&self) -> Element {
        let all = self.texts.len();
        let choice = |name: &str, label: &str, chosen: usize| {
            let option = |number: usize| {
                el("option")
                    .key(number.to_string())
                    .attr("value", number.to_string())
                    .flag("selected", number == chosen)
                    .text(words::text_number(number + 1, all))
            };
            el("label").text(label).child(el("select").on(name).children((0..all).map(option)))
        };
        let press = |name: &str, words: &str, pressed: bool| {
            el("button")
                .attr("type", "button")
                .class("button")
                .attr("aria-pressed", pressed.to_string())
                .on(name)
                .text(words)
        };
        el("div")
            .class("controls")
            .child(choice("from", words::EARLIER, self.from))
            .child(choice("to", words::LATER, self.to))
            .child(press("columns", words::ONE_COLUMN, self.one_column))
            .child(press("as-it-was", words::AS_IT_WAS, self.as_it_was))
    }

    fn compared(&self, earlier: &Document, later: &Document) -> Element {
        let comparison = Comparison::new(earlier, later);
        let Comparison { rows, changes, added, removed } = &comparison;
        let said = match changes {
            0 => words::NO_DIFFERENCE.to_owned(),
            _ => words::changes(*changes, *added, *removed),
        };
        let status = el("p").class("status").attr("role", "status").text(said);
        let body = if self.one_column {
            let row = |row: &Row| el("p").attr("dir", "auto").children(stretches(row, None));
            el("div").class("one-column").children(rows.iter().map(row))
        } else {
            let cell =
                |row: &Row, side: Side| el("td").attr("dir", "auto").children(stretches(row, Some(side)));
            let row = |row: &Row| el("tr").child(cell(row, Side::Earlier)).child(cell(row, Side::Later));
            let head = |words: &str| el("th").attr("scope", "col").text(words);
            el("table")
                .class("side-by-side")
                .child(el("thead").child(el("tr").child(head(words::EARLIER)).child(head(words::LATER))))
                .child(el("tbody").children(rows.iter().map(row)))
        };
        el("section").class("compared").child(status).child(body)
    }

    /// The earlier text with the notes on it.
    fn as_it_was(&self, earlier: &Document) -> Element {
        let anchorer = Anchorer::new(earlier.text());
        let of = |fate: &Fate| anchorer.anchor(fate.annotation.targets.get(fate.target)?).span;
        let mut noted: Vec<Span> = self.fates.iter().filter_map(of).collect();
        noted.sort_unstable_by_key(|span| (span.start, span.end));
        let block = |block: &gloss_text::Block| {
            let tag = if block.kind == BlockKind::Heading { "h3" } else { "p" };
            let mut element = el(tag).attr("dir", "auto");
            let mut at = block.span.start;
            for span in noted.iter().filter(|span| span.start < block.span.end && span.end > block.span.start)
            {
                let (start, end) = (span.start.max(at), span.end.min(block.span.end));
                if start < end {
                    element = element.text(Span::new(at, start).of(earlier.text()));
                    element = element.child(el("mark").text(Span::new(start, end).of(earlier.text())));
                    at = end;
                }
            }
            element.text(Span::new(at, block.span.end).of(earlier.text()))
        };
        let blocks = earlier.blocks().iter().filter(|block| block.kind != BlockKind::Furniture);
        el("section").class("as-it-was").children(blocks.map(block))
    }

    fn notes(&self, later: &Document) -> Element {
        let section = el("section").class("fates").child(el("h2").text(words::YOUR_NOTES));
        if self.fates.is_empty() {
            return section.child(el("p").text(words::NO_NOTES));
        }
        let fates = self.fates.iter().enumerate().map(|(at, fate)| self.fate(at, fate, later));
        section.child(el("p").class("hint").text(words::WALK)).child(el("ol").children(fates))
    }

    fn fate(&self, at: usize, fate: &Fate, later: &Document) -> Element {
        let outcome = fate.anchor.outcome;
        let item = el("li")
            .key(at.to_string())
            .attr("id", format!("fate-{at}"))
            .attr("tabindex", "0")
            .attr("data-kind", outcome.name())
            .attr("data-keys", "ArrowDown ArrowUp Enter 1 2 3")
            .on(format!("fate:{at}"))
            .child(el("q").attr("dir", "auto").text(fate.exact.clone()))
            .child(
                el("span").class("outcome").text(format!(" {}", words::outcome(outcome, fate.anchor.score))),
            );
        let note = &fate.annotation.note;
        let item = item.children((!note.is_empty()).then(|| el("p").class("note").text(note.clone())));
        if !fate.is_open() {
            return item;
        }
        let place = |(number, span): (usize, &Span)| {
            let words =
                if number == 0 && fate.anchor.span.is_some() { words::IS_IT } else { words::PUT_HERE };
            let put = el("button")
                .attr("type", "button")
                .class("button")
                .on(format!("put:{at}:{number}"))
                .attr("data-keys", "Enter");
            el("div")
                .class("offered")
                .child(el("q").attr("dir", "auto").text(span.of(later.text())))
                .children(self.is_current().then(|| put.text(words)))
        };
        item.children(fate.places.iter().enumerate().map(place))
    }
}

/// The stretches of a paragraph that one text has, or both.
fn stretches(row: &Row, side: Option<Side>) -> Vec<Node> {
    let mut nodes = Vec::new();
    let is_shown = |of: Side| side.is_none_or(|side| of == Side::Both || of == side);
    for (of, words) in row.iter().filter(|(of, _)| is_shown(*of)) {
        if !nodes.is_empty() {
            nodes.push(" ".into());
        }
        nodes.push(match of {
            Side::Both => words.as_str().into(),
            Side::Earlier => el("del").text(words.clone()).into(),
            Side::Later => el("ins").text(words.clone()).into(),
        });
    }
    nodes
}
