use super::{Mark, PageBlock, Piece};
use crate::MarkId;
use gloss_notes::AnnotationId;
use std::{collections::HashSet, rc::Rc};

/// What the keyboard steps along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Track {
    /// Names of all kinds that are shown.
    Names,
    /// Quotations of all kinds that are shown.
    Quotations,
    /// The reader's own highlights and notes.
    Annotations,
}

/// A mark that the keyboard stops at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Stop {
    /// What the analysis has found.
    Mark(MarkId),
    /// What the reader has marked.
    Annotation(AnnotationId),
}

/// The stops behind a place, or before it unless one goes `on`, the nearest first. The place is that of the stop `here`
/// if it is on the track, and else the byte offset `at`.
pub fn stops(blocks: &[Rc<PageBlock>], track: Track, here: Option<&Stop>, at: usize, on: bool) -> Vec<Stop> {
    let mut all = Vec::new();
    for block in blocks {
        collect(&block.pieces, track, &mut all);
    }
    // A mark that is cut, or that has gaps, is one stop.
    let mut seen = HashSet::new();
    all.retain(|(_, stop)| seen.insert(stop.clone()));
    let place = all.iter().position(|(_, stop)| Some(stop) == here);
    let behind = place.map_or_else(|| all.partition_point(|(start, _)| *start < at), |place| place + 1);
    let stops = all.into_iter().map(|(_, stop)| stop);
    if on { stops.skip(behind).collect() } else { stops.take(place.unwrap_or(behind)).rev().collect() }
}

fn collect(pieces: &[Piece<Mark>], track: Track, stops: &mut Vec<(usize, Stop)>) {
    for piece in pieces {
        let Piece::Marked { mark, span, inside, .. } = piece else { continue };
        match (track, mark) {
            (Track::Names, Mark::Name { index, .. }) => {
                stops.push((span.start, Stop::Mark(MarkId::Mention(*index))));
            }
            (Track::Quotations, Mark::Quotation { id, .. }) => stops.push((span.start, Stop::Mark(*id))),
            (Track::Annotations, Mark::Annotation { annotation, .. }) => {
                stops.push((span.start, Stop::Annotation(annotation.id.clone())));
            }
            _ => {}
        }
        collect(inside, track, stops);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Layers, lay_out};
    use Stop::Mark as M;
    use gloss_analysis::{Model, analyse};
    use gloss_ingest::plain_text;
    use gloss_text::Article;

    #[test]
    fn the_nearest_come_first_on_both_sides_of_the_place() {
        let text = "Sir Keir Starmer said: “One.” Then he said: “Two of ‘three’.” In France he said: “Four.”";
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let blocks: Vec<_> = lay_out(
            &article,
            &analyse(&article, &Model::default()),
            &crate::Speech::default(),
            &[],
            Layers::default(),
        );
        let near = |here: Option<&Stop>, at: &str| {
            let at = text.find(at).unwrap_or_default();
            [false, true].map(|on| stops(&blocks, Track::Quotations, here, at, on))
        };
        let [one, two, three, four] =
            [MarkId::Quotation(0), MarkId::Quotation(1), MarkId::Nested(0), MarkId::Quotation(2)].map(M);
        let all = vec![one.clone(), two.clone(), three.clone(), four.clone()];
        assert_eq!(near(None, "Sir"), [vec![], all.clone()]);
        assert_eq!(near(None, "Then"), [vec![one.clone()], vec![two.clone(), three.clone(), four.clone()]]);
        // The place of a stop is the stop's, wherever one reads.
        assert_eq!(near(Some(&two), "Sir"), [vec![one.clone()], vec![three.clone(), four.clone()]]);
        assert_eq!(near(Some(&four), "Sir"), [vec![three, two, one], vec![]]);
        // A stop of another track says nothing of the place.
        assert_eq!(near(Some(&M(MarkId::Mention(0))), "Sir"), [vec![], all]);
    }
}
