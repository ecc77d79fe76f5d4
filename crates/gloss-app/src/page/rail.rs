use gloss_text::Span;

/// How many places of an article the rail tells apart: about one a pixel on a usual screen.
pub const PLACES: usize = 500;

/// Where `spans` of a text of `len` bytes stand on the rail, as runs of places `(first, how many)` in order. There are
/// never more than half of [`PLACES`] runs, however many spans.
pub fn ticks(len: usize, spans: impl IntoIterator<Item = Span>) -> Vec<(usize, usize)> {
    let mut marked = [false; PLACES];
    for span in spans {
        let first = span.start.saturating_mul(PLACES) / len.max(1);
        let end = span.end.saturating_mul(PLACES).div_ceil(len.max(1)).max(first + 1);
        marked.iter_mut().take(end).skip(first).for_each(|marked| *marked = true);
    }
    let mut at = 0;
    let runs = marked.chunk_by(|a, b| a == b).map(|run| {
        let first = at;
        at += run.len();
        (first, run)
    });
    runs.filter(|(_, run)| run.first() == Some(&true)).map(|(first, run)| (first, run.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_become_runs_of_places() {
        let spans = [Span::new(0, 1), Span::new(500, 510), Span::new(505, 520), Span::new(999, 1000)];
        assert_eq!(ticks(1000, spans), [(0, 1), (250, 10), (499, 1)]);
        assert_eq!(ticks(0, []), []);
        assert_eq!(ticks(10, [Span::new(0, 10)]), [(0, PLACES)]);
    }
}
