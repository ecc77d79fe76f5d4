//! The network: embeddings, three convolutions with a pool over the document between them, scores of tags.
//!
//! The first convolution reads far to both sides, as its products are the same for all places of one form.

/// Length of every vector inside the network.
pub const WIDTH: usize = 64;
/// Tags: outside, and begin, inside, end and single of three kinds.
pub const TAGS: usize = 13;
/// Tokens that the first convolution reads: three on either side.
pub(super) const FIRST_TAPS: usize = 7;
/// Tokens that the other convolutions read: one on either side.
pub(super) const TAPS: usize = 3;

/// One vector of the network.
pub type Vector = [f32; WIDTH];
/// A matrix, a row for each input.
pub type Matrix = [Vector; WIDTH];
/// Scores of a token's tags.
pub type Scores = [f32; TAGS];

/// A convolution over a token and its neighbours in the sentence, as many on either side.
#[derive(Clone, Debug)]
pub struct Convolution<const N: usize, M = Matrix> {
    /// For each neighbour in the order of the text, the token itself in the middle.
    pub taps: [Box<M>; N],
    /// Added to all.
    pub bias: Vector,
}

/// All weights but the embeddings, with matrices `M` between vectors and one `O` to the scores.
#[derive(Clone, Debug)]
pub struct Network<M = Matrix, O = [Scores; WIDTH]> {
    /// The convolution over the embeddings.
    pub first: Convolution<FIRST_TAPS, M>,
    /// The others in order; their input is added to their output.
    pub others: [Convolution<TAPS, M>; 2],
    /// For the mean of the sentence's embeddings and that of the document's, into the second convolution.
    pub means: [Box<M>; 2],
    /// For the pool over the word's other places in the document, into the last convolution.
    pub pool: Box<M>,
    /// A row of tag scores for each input.
    pub output: Box<O>,
    /// Added to the scores.
    pub output_bias: Scores,
    /// Score of a tag (second index) after another (first).
    pub transitions: [Scores; TAGS],
}

/// The sum of a form's embeddings.
pub fn embed(embeddings: &[Vector], rows: &[u32]) -> Vector {
    let mut sum = [0.0; WIDTH];
    for row in rows {
        if let Some(row) = embeddings.get(*row as usize) {
            add(&mut sum, row);
        }
    }
    sum
}

/// Adds `input` times `matrix` to `sum`.
pub fn add_product<const N: usize>(sum: &mut [f32; N], input: &Vector, matrix: &[[f32; N]; WIDTH]) {
    for (value, row) in input.iter().zip(matrix) {
        if *value != 0.0 {
            for (sum, weight) in sum.iter_mut().zip(row) {
                *sum += value * weight;
            }
        }
    }
}

/// Adds `input` to `sum`.
pub fn add(sum: &mut Vector, input: &Vector) {
    for (sum, value) in sum.iter_mut().zip(input) {
        *sum += value;
    }
}

/// Negative values become zero.
pub fn rectify(vector: &mut Vector) {
    // `f32::max` is a call in wasm.
    for value in vector {
        *value = if *value > 0.0 { *value } else { 0.0 };
    }
}

impl<const N: usize> Default for Convolution<N> {
    fn default() -> Self {
        Self { taps: std::array::from_fn(|_| zeros()), bias: [0.0; WIDTH] }
    }
}

impl Default for Network {
    fn default() -> Self {
        Self {
            first: Convolution::default(),
            others: std::array::from_fn(|_| Convolution::default()),
            means: std::array::from_fn(|_| zeros()),
            pool: zeros(),
            output: Box::new([[0.0; TAGS]; WIDTH]),
            output_bias: [0.0; TAGS],
            transitions: [[0.0; TAGS]; TAGS],
        }
    }
}

fn zeros() -> Box<Matrix> {
    Box::new([[0.0; WIDTH]; WIDTH])
}
