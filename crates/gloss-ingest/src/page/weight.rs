//! How much each line looks like running text.

use super::line::Line;
use crate::{
    Why,
    tree::{NodeId, Tree},
};
use gloss_text::BlockKind;

/// For each line, a weight: about its length for running text, less than nothing for lists of links and scraps.
pub(super) fn weights(lines: &[Line], why: &[Option<Why>]) -> Vec<f32> {
    let mut weights = vec![0.0; lines.len()];
    let mut start = 0;
    for group in lines.chunk_by(|one, next| one.group == next.group) {
        let is_left_out = |line: &Line| line.whole(why).is_some();
        let length: u32 = group.iter().map(|line| line.length).sum();
        let linked: u32 = group.iter().map(|line| line.linked).sum();
        let weight = weight(group, length, linked);
        for (at, line) in group.iter().enumerate() {
            if !is_left_out(line) {
                weights[start + at] = weight * line.length as f32 / length.max(1) as f32;
            }
        }
        start += group.len();
    }
    weights
}

fn weight(group: &[Line], length: u32, linked: u32) -> f32 {
    let density = linked as f32 / length.max(1) as f32;
    let kind = group.first().map_or(BlockKind::Paragraph, |line| line.kind);
    let ends = group.last().is_some_and(|line| ends_sentence(&line.text));
    // A character of Chinese or Japanese says as much as three of an alphabet.
    let wide = group.iter().flat_map(|line| line.text.chars()).filter(|c| is_wide(*c)).count() as f32;
    let size = length as f32 + 2.0 * wide;
    match kind {
        BlockKind::Heading | BlockKind::Caption => 0.0,
        _ if density > 0.5 => -10.0 - 0.3 * size.min(100.0),
        _ if size >= 80.0 || (ends && size >= 30.0) => {
            let part = if kind == BlockKind::ListItem { 0.5 } else { 1.0 };
            part * (1.0 - density) * size.min(1500.0)
        }
        BlockKind::ListItem => -3.0,
        _ => -6.0,
    }
}

pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ac00}'..='\u{d7af}')
}

/// Returns whether a line ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '\'', '”', '“', '’', '»', ')', ']', '」', '』', ' ']);
    line.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔', '।'])
}

/// Sums of weights by node, so that any element's sum is a difference.
pub(super) struct Sums {
    all: Vec<f32>,
    positive: Vec<f32>,
}

impl Sums {
    pub(super) fn new(tree: &Tree, lines: &[Line], weights: &[f32]) -> Self {
        let mut all = vec![0.0; tree.len() + 1];
        let mut positive = vec![0.0; tree.len() + 1];
        for (line, weight) in lines.iter().zip(weights) {
            all[line.node + 1] += weight;
            positive[line.node + 1] += weight.max(0.0);
        }
        for node in 0..tree.len() {
            all[node + 1] += all[node];
            positive[node + 1] += positive[node];
        }
        Self { all, positive }
    }

    /// The sum of all weights in an element.
    pub(super) fn all(&self, tree: &Tree, node: NodeId) -> f32 {
        self.all[tree.end(node)] - self.all[node]
    }

    /// The sum of the weights of running text in an element.
    pub(super) fn positive(&self, tree: &Tree, node: NodeId) -> f32 {
        self.positive[tree.end(node)] - self.positive[node]
    }
}
