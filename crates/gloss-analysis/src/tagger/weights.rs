use super::{
    features::Lexicon,
    network::{Convolution, Network, Vector, WIDTH},
};
use std::fmt;

/// What training makes and a model file holds; the default knows nothing.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// Words, and where their embeddings are.
    pub lexicon: Lexicon,
    /// A row for each feature, [`Lexicon::rows`] in all.
    pub embeddings: Vec<Vector>,
    /// All other weights.
    pub network: Network,
}

/// Why bytes are no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// They do not begin as a model of this version does.
    Version,
    /// They end too early, or contradict themselves.
    Damaged,
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Version => "the model is of another version",
            Self::Damaged => "the model is damaged",
        })
    }
}

impl std::error::Error for ModelError {}

/// First bytes of a model; the digit counts up when the format or the meaning of the features changes.
const MAGIC: &[u8] = b"gloss names 2\n";

impl Weights {
    /// Writes the model: the word table, the vocabulary, and all weights in eight bits with a factor a block.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.lexicon.words.to_bytes());
        bytes.extend((self.lexicon.vocabulary.len() as u32).to_le_bytes());
        for key in &self.lexicon.vocabulary {
            bytes.extend(key.to_le_bytes());
        }
        for rows in self.embeddings.chunks(ROWS_A_FACTOR) {
            write_block(&mut bytes, rows.as_flattened(), EMBEDDING_STEPS);
        }
        for (block, _) in self.network.clone().blocks() {
            write_block(&mut bytes, block, NETWORK_STEPS);
        }
        bytes
    }

    /// Reads what [`Weights::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::Version)?;
        read(rest).ok_or(ModelError::Damaged)
    }
}

/// Embeddings that share one factor.
const ROWS_A_FACTOR: usize = 64;

fn read(bytes: &[u8]) -> Option<Weights> {
    let (words, rest) = super::words::Words::from_bytes(bytes)?;
    let (count, rest) = rest.split_first_chunk()?;
    let (keys, mut rest) = rest.split_at_checked(4 * u32::from_le_bytes(*count) as usize)?;
    let vocabulary = keys.as_chunks().0.iter().map(|key| u32::from_le_bytes(*key)).collect();
    let mut weights = Weights { lexicon: Lexicon { words, vocabulary }, ..Weights::default() };
    let rows = weights.lexicon.rows();
    if rest.len() < rows * WIDTH {
        return None;
    }
    weights.embeddings = vec![[0.0; WIDTH]; rows];
    for rows in weights.embeddings.chunks_mut(ROWS_A_FACTOR) {
        read_block(&mut rest, rows.as_flattened_mut())?;
    }
    for (block, _) in weights.network.blocks() {
        read_block(&mut rest, block)?;
    }
    rest.is_empty().then_some(weights)
}

/// Steps up to a block's largest weight. Embeddings are many and need no more than six bits.
const EMBEDDING_STEPS: f32 = 31.0;
const NETWORK_STEPS: f32 = 127.0;

fn write_block(bytes: &mut Vec<u8>, weights: &[f32], steps: f32) {
    let largest = weights.iter().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
    // Sixteen bits of the factor are enough, and the products are then exact, so that a model which was read
    // is written as it was.
    let factor = f32::from_bits(((largest.max(1e-30) / steps).to_bits() + 0xff) & !0xff);
    bytes.extend(factor.to_le_bytes());
    bytes.extend(weights.iter().map(|weight| (weight / factor).round() as i8 as u8));
}

fn read_block(bytes: &mut &[u8], weights: &mut [f32]) -> Option<()> {
    let (factor, rest) = bytes.split_first_chunk()?;
    let factor = f32::from_le_bytes(*factor);
    let (block, rest) = rest.split_at_checked(weights.len())?;
    for (weight, byte) in weights.iter_mut().zip(block) {
        *weight = f32::from(*byte as i8) * factor;
    }
    *bytes = rest;
    Some(())
}

impl<const N: usize> Convolution<N> {
    fn blocks(&mut self) -> Vec<(&mut [f32], usize)> {
        let taps = self.taps.iter_mut().map(|tap| (tap.as_flattened_mut(), N * WIDTH));
        taps.chain([(self.bias.as_mut_slice(), 0)]).collect()
    }
}

impl Network {
    /// All weights as slices, with how many inputs each sum has (which their first random size depends on).
    pub fn blocks(&mut self) -> Vec<(&mut [f32], usize)> {
        let mut blocks = self.first.blocks();
        blocks.extend(self.others.iter_mut().flat_map(Convolution::blocks));
        blocks.extend(self.means.iter_mut().map(|means| (means.as_flattened_mut(), 3 * WIDTH)));
        blocks.push((self.pool.as_flattened_mut(), 3 * WIDTH));
        blocks.push((self.output.as_flattened_mut(), WIDTH));
        blocks.push((self.output_bias.as_mut_slice(), 0));
        blocks.push((self.transitions.as_flattened_mut(), 0));
        blocks
    }
}
