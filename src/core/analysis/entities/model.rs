use super::{
    features::{Document, Lexicon},
    network::{Network, Scores, TAGS, Vector, WIDTH, add, add_product, rectify},
};
use std::fmt;

/// The trained tagger. The default is empty and finds only what rules find.
#[derive(Clone, Debug, Default)]
pub struct Model {
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
const MAGIC: &[u8] = b"gloss names 1\n";

impl Model {
    /// Whether there is nothing trained in it.
    pub const fn is_empty(&self) -> bool {
        self.embeddings.is_empty()
    }

    /// The sum of a form's embeddings.
    pub fn embed(&self, rows: &[u32]) -> Vector {
        let mut sum = [0.0; WIDTH];
        for row in rows {
            if let Some(row) = self.embeddings.get(*row as usize) {
                add(&mut sum, row);
            }
        }
        sum
    }

    /// The tag scores of every token.
    pub fn scores(&self, document: &Document) -> Vec<Scores> {
        let forms: Vec<Vector> = document.forms.iter().map(|rows| self.embed(rows)).collect();
        let input: Vec<Vector> =
            document.form_of.iter().map(|form| forms.get(*form).copied().unwrap_or([0.0; WIDTH])).collect();
        let [first, middle, last] = &self.network.layers;
        let mut hidden = first.apply(&input, document);
        hidden.iter_mut().for_each(rectify);
        let mut second = middle.apply(&hidden, document);
        for (sum, hidden) in second.iter_mut().zip(&hidden) {
            rectify(sum);
            add(sum, hidden);
        }
        let pools = pool(&second, document);
        let mut third = last.apply(&second, document);
        let mut scores = Vec::with_capacity(third.len());
        for ((sum, second), name) in third.iter_mut().zip(&second).zip(&document.name_of) {
            if let Some(pool) = name.and_then(|name| pools.get(name)) {
                add_product(sum, pool, &self.network.pool);
            }
            rectify(sum);
            add(sum, second);
            let mut score = self.network.output_bias;
            add_product(&mut score, sum, &self.network.output);
            scores.push(score);
        }
        scores
    }

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

    /// Reads what [`Model::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::Version)?;
        read(rest).ok_or(ModelError::Damaged)
    }
}

/// Embeddings that share one factor.
const ROWS_A_FACTOR: usize = 64;

fn read(bytes: &[u8]) -> Option<Model> {
    let (words, rest) = super::words::Words::from_bytes(bytes)?;
    let (count, rest) = rest.split_first_chunk()?;
    let (keys, mut rest) = rest.split_at_checked(4 * u32::from_le_bytes(*count) as usize)?;
    let vocabulary = keys.as_chunks().0.iter().map(|key| u32::from_le_bytes(*key)).collect();
    let mut model = Model { lexicon: Lexicon { words, vocabulary }, ..Model::default() };
    let rows = model.lexicon.rows();
    if rest.len() < rows * WIDTH {
        return None;
    }
    model.embeddings = vec![[0.0; WIDTH]; rows];
    for rows in model.embeddings.chunks_mut(ROWS_A_FACTOR) {
        read_block(&mut rest, rows.as_flattened_mut())?;
    }
    for (block, _) in model.network.blocks() {
        read_block(&mut rest, block)?;
    }
    rest.is_empty().then_some(model)
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

/// For each name of the document the largest value in each direction over all its places.
pub fn pool(hidden: &[Vector], document: &Document) -> Vec<Vector> {
    let mut pools = vec![[f32::NEG_INFINITY; WIDTH]; document.names];
    for (hidden, name) in hidden.iter().zip(&document.name_of) {
        if let Some(pool) = name.and_then(|name| pools.get_mut(name)) {
            for (largest, value) in pool.iter_mut().zip(hidden) {
                *largest = largest.max(*value);
            }
        }
    }
    pools
}

impl super::network::Convolution {
    /// The sums before rectification.
    pub fn apply(&self, input: &[Vector], document: &Document) -> Vec<Vector> {
        let mut output = vec![self.bias; input.len()];
        let [before, at, behind] = &self.taps;
        for range in &document.sentences {
            for index in range.clone() {
                let Some(sum) = output.get_mut(index) else { continue };
                if index > range.start
                    && let Some(input) = input.get(index - 1)
                {
                    add_product(sum, input, before);
                }
                if let Some(input) = input.get(index) {
                    add_product(sum, input, at);
                }
                if index + 1 < range.end
                    && let Some(input) = input.get(index + 1)
                {
                    add_product(sum, input, behind);
                }
            }
        }
        output
    }
}

impl Network {
    /// All weights as slices, with how many inputs each sum has (which their first random size depends on).
    pub fn blocks(&mut self) -> Vec<(&mut [f32], usize)> {
        let mut blocks = Vec::new();
        for layer in &mut self.layers {
            for tap in &mut layer.taps {
                blocks.push((tap.as_flattened_mut(), 3 * WIDTH));
            }
            blocks.push((layer.bias.as_mut_slice(), 0));
        }
        blocks.push((self.pool.as_flattened_mut(), 3 * WIDTH));
        blocks.push((self.output.as_flattened_mut(), WIDTH));
        blocks.push((self.output_bias.as_mut_slice(), 0));
        blocks.push((self.transitions.as_flattened_mut(), 0));
        blocks
    }
}

const _: () = assert!(TAGS < 128);
