use gloss_text::Span;
use gloss_text::sort_by;

/// A mark and the passage it lies over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay<M> {
    /// The passage.
    pub span: Span,
    /// The mark.
    pub mark: M,
}

/// A piece of a block: plain text, or a mark around further pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<M> {
    /// Text as it stands.
    Text(Span),
    /// Marked text. A mark that another one crosses, or that runs over several blocks, has several pieces.
    Marked {
        /// The mark.
        mark: M,
        /// What this piece of it covers.
        span: Span,
        /// Whether the mark begins with this piece.
        first: bool,
        /// Whether it ends with it.
        last: bool,
        /// The pieces inside.
        inside: Vec<Piece<M>>,
    },
}

struct Open<'a, M> {
    priority: usize,
    overlay: &'a Overlay<M>,
    start: usize,
    inside: Vec<Piece<M>>,
}

/// Turns marks that may cross into a tree over `extent`. Earlier marks of the slice go around later ones;
/// a later one is cut where an earlier one begins or ends. Every character of `extent` stands in exactly
/// one [`Piece::Text`], in order. Takes time in proportion to the marks and to how deep they overlap.
pub fn nest<M: Clone>(extent: Span, marks: &[&Overlay<M>]) -> Vec<Piece<M>> {
    let mut bounds: Vec<(usize, bool, usize)> = Vec::new();
    for (priority, overlay) in marks.iter().enumerate() {
        if let Some(span) = overlay.span.intersection(extent) {
            bounds.push((span.start, true, priority));
            bounds.push((span.end, false, priority));
        }
    }
    sort_by(&mut bounds, Ord::cmp);

    let mut open: Vec<Open<'_, M>> = Vec::new();
    let mut done: Vec<Piece<M>> = Vec::new();
    let mut at = extent.start;
    for group in bounds.chunk_by(|a, b| a.0 == b.0) {
        let here = group.first().map_or(at, |bound| bound.0);
        write_text(Span::new(at, here), &mut open, &mut done);
        at = here;

        let (ends, begins) = group.split_at(group.partition_point(|bound| !bound.1));
        let stays = |priority: &usize| ends.binary_search_by_key(priority, |bound| bound.2).is_err();
        let mut wanted: Vec<usize> = open.iter().map(|mark| mark.priority).filter(stays).collect();
        wanted.extend(begins.iter().map(|bound| bound.2));
        sort_by(&mut wanted, Ord::cmp);
        let kept = open.iter().zip(&wanted).take_while(|(mark, wanted)| mark.priority == **wanted).count();
        while open.len() > kept {
            close(here, &mut open, &mut done);
        }
        open.extend(wanted.iter().skip(kept).filter_map(|&priority| {
            let overlay = marks.get(priority)?;
            Some(Open { priority, overlay, start: here, inside: Vec::new() })
        }));
    }
    write_text(Span::new(at, extent.end), &mut open, &mut done);
    done
}

fn write_text<M>(span: Span, open: &mut [Open<'_, M>], done: &mut Vec<Piece<M>>) {
    if !span.is_empty() {
        open.last_mut().map_or(done, |mark| &mut mark.inside).push(Piece::Text(span));
    }
}

fn close<M: Clone>(at: usize, open: &mut Vec<Open<'_, M>>, done: &mut Vec<Piece<M>>) {
    let Some(mark) = open.pop() else { return };
    let piece = Piece::Marked {
        mark: mark.overlay.mark.clone(),
        span: Span::new(mark.start, at),
        first: mark.start <= mark.overlay.span.start,
        last: at >= mark.overlay.span.end,
        inside: mark.inside,
    };
    if at > mark.start {
        open.last_mut().map_or(done, |outer| &mut outer.inside).push(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the tree with one letter a mark: `a[...]`, a crossed mark's later pieces as `a+[...]`.
    fn draw(pieces: &[Piece<char>], text: &str) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(span) => span.of(text).to_owned(),
                Piece::Marked { mark, first, inside, .. } => {
                    format!("{mark}{}[{}]", if *first { "" } else { "+" }, draw(inside, text))
                }
            })
            .collect()
    }

    #[track_caller]
    fn check(text: &str, marks: &[(char, usize, usize)], expected: &str) {
        let marks: Vec<Overlay<char>> =
            marks.iter().map(|&(mark, start, end)| Overlay { span: Span::new(start, end), mark }).collect();
        let marks: Vec<&Overlay<char>> = marks.iter().collect();
        assert_eq!(draw(&nest(Span::new(0, text.len()), &marks), text), expected);
    }

    #[test]
    fn marks_nest() {
        check("one two three", &[('q', 0, 13), ('n', 4, 7)], "q[one n[two] three]");
    }

    #[test]
    fn a_crossed_mark_is_cut() {
        check("one two three", &[('a', 0, 7), ('b', 4, 13)], "a[one b[two]]b+[ three]");
        check("one two three", &[('a', 4, 13), ('b', 0, 7)], "b[one ]a[b+[two] three]");
    }

    #[test]
    fn marks_that_touch_stay_apart_and_equal_ones_nest() {
        check("onetwo", &[('a', 0, 3), ('b', 3, 6)], "a[one]b[two]");
        check("one", &[('a', 0, 3), ('b', 0, 3)], "a[b[one]]");
    }

    #[test]
    fn what_lies_outside_is_left_out() {
        check("one", &[('a', 5, 9), ('b', 2, 9), ('c', 1, 1)], "onb[e]");
    }
}
