use super::{
    features::{Document, Lexicon},
    network::{Convolution, FIRST_TAPS, Network, Scores, TAGS, Vector, WIDTH, add, add_product, rectify},
};
use std::{fmt, ops::Range};

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
const MAGIC: &[u8] = b"gloss names 2\n";

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

    /// The tag scores of the `wanted` tokens; what stands for the others means nothing.
    pub fn scores(&self, document: &Document, wanted: &[bool]) -> Vec<Scores> {
        let wanted_second = widened(wanted);
        let wanted_first = widened(&wanted_second);
        let [middle, last] = &self.network.others;
        let forms: Vec<Vector> = document.forms.iter().map(|rows| self.embed(rows)).collect();
        let mut hidden = self.first_layer(&forms, document, &wanted_first);
        hidden.iter_mut().for_each(rectify);
        let mut second = middle.apply(&hidden, document, &wanted_second);
        let input = |token: usize| document.form_of.get(token).and_then(|form| forms.get(*form));
        self.network.add_means(&Means::of(document, input), document, &mut second);
        for (sum, hidden) in second.iter_mut().zip(&hidden) {
            rectify(sum);
            add(sum, hidden);
        }
        let pools = pool(&second, document);
        let mut third = last.apply(&second, document, wanted);
        let mut scores = vec![self.network.output_bias; third.len()];
        for (index, (sum, score)) in third.iter_mut().zip(&mut scores).enumerate() {
            if wanted.get(index) != Some(&true) {
                continue;
            }
            if let Some(pool) =
                document.name_of.get(index).copied().flatten().and_then(|name| pools.get(name))
            {
                add_product(sum, pool, &self.network.pool);
            }
            rectify(sum);
            if let Some(second) = second.get(index) {
                add(sum, second);
            }
            add_product(score, sum, &self.network.output);
        }
        scores
    }

    /// The first convolution, whose products are the same for all places of one form and are made when first needed.
    fn first_layer(&self, forms: &[Vector], document: &Document, wanted: &[bool]) -> Vec<Vector> {
        let layer = &self.network.first;
        let mut products: Vec<Vector> = Vec::new();
        let mut made: Vec<[Option<usize>; FIRST_TAPS]> = vec![[None; FIRST_TAPS]; forms.len()];
        layer.gather(document, wanted, |sum, other, tap| {
            let Some(form) = document.form_of.get(other).copied() else { return };
            let (Some(input), Some(made)) = (forms.get(form), made.get_mut(form)) else { return };
            let at = *made[tap].get_or_insert_with(|| {
                let mut product = [0.0; WIDTH];
                add_product(&mut product, input, &layer.taps[tap]);
                products.push(product);
                products.len() - 1
            });
            if let Some(product) = products.get(at) {
                add(sum, product);
            }
        })
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
                *largest = if *value > *largest { *value } else { *largest };
            }
        }
    }
    pools
}

/// What a sentence and a document are about: the means of their tokens' embeddings.
pub struct Means {
    /// For each sentence.
    pub sentences: Vec<Vector>,
    /// For the document.
    pub document: Vector,
}

impl Means {
    /// The means of what `input` gives for each token.
    pub fn of<'a>(document: &Document, input: impl Fn(usize) -> Option<&'a Vector>) -> Self {
        let mut whole = [0.0; WIDTH];
        let mean_of = |range: &Range<usize>| {
            let mut mean = [0.0; WIDTH];
            range.clone().filter_map(&input).for_each(|input| add(&mut mean, input));
            add(&mut whole, &mean);
            mean.map(|sum| sum / range.len().max(1) as f32)
        };
        let sentences = document.sentences.iter().map(mean_of).collect();
        Self { sentences, document: whole.map(|sum| sum / document.tokens.len().max(1) as f32) }
    }
}

/// The wanted tokens and their neighbours.
fn widened(wanted: &[bool]) -> Vec<bool> {
    let at = |index: usize| wanted.get(index).copied().unwrap_or_default();
    (0..wanted.len()).map(|index| at(index) || at(index + 1) || at(index.wrapping_sub(1))).collect()
}

/// The taps of a convolution over `index` that lie in its sentence, and the tokens under them.
pub fn neighbours<const N: usize>(
    index: usize,
    sentence: &Range<usize>,
) -> impl Iterator<Item = (usize, usize)> + use<N> {
    let (start, end) = (sentence.start, sentence.end);
    (0..N).filter_map(move |tap| {
        let other = (index + tap).checked_sub(N / 2)?;
        (start <= other && other < end).then_some((tap, other))
    })
}

impl<const N: usize> Convolution<N> {
    /// The sums of the wanted tokens, before rectification.
    pub fn apply(&self, input: &[Vector], document: &Document, wanted: &[bool]) -> Vec<Vector> {
        self.gather(document, wanted, |sum, other, tap| {
            if let Some(input) = input.get(other) {
                add_product(sum, input, &self.taps[tap]);
            }
        })
    }

    fn blocks(&mut self) -> Vec<(&mut [f32], usize)> {
        let taps = self.taps.iter_mut().map(|tap| (tap.as_flattened_mut(), N * WIDTH));
        taps.chain([(self.bias.as_mut_slice(), 0)]).collect()
    }

    /// Lets `add_tap` add the product of each neighbour in the sentence with its tap to each wanted token's sum.
    fn gather(
        &self,
        document: &Document,
        wanted: &[bool],
        mut add_tap: impl FnMut(&mut Vector, usize, usize),
    ) -> Vec<Vector> {
        let mut output = vec![self.bias; document.tokens.len()];
        for range in &document.sentences {
            for index in range.clone() {
                let Some(sum) = output.get_mut(index).filter(|_| wanted.get(index) == Some(&true)) else {
                    continue;
                };
                for (tap, other) in neighbours::<N>(index, range) {
                    add_tap(sum, other, tap);
                }
            }
        }
        output
    }
}

impl Network {
    /// Adds what the means say to the sums of all tokens.
    pub fn add_means(&self, means: &Means, document: &Document, sums: &mut [Vector]) {
        let [of_sentence, of_document] = &self.means;
        let mut shared = [0.0; WIDTH];
        add_product(&mut shared, &means.document, of_document);
        for (range, mean) in document.sentences.iter().zip(&means.sentences) {
            let mut said = shared;
            add_product(&mut said, mean, of_sentence);
            sums.get_mut(range.clone()).unwrap_or_default().iter_mut().for_each(|sum| add(sum, &said));
        }
    }

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

const _: () = assert!(TAGS < 128);
