//! The network as the reader runs it: in whole numbers where most of its work is.

use super::{
    features::{Document, Lexicon},
    network::{Convolution, FIRST_TAPS, Network, Scores, TAGS, Vector, WIDTH, add, embed, rectify},
    weights::{ModelError, Weights},
    whole::{Whole, WholeMatrix, add_product},
};
use std::ops::Range;

/// A matrix between vectors.
type Inner = WholeMatrix<WIDTH>;
/// The matrix to the scores.
type Output = WholeMatrix<TAGS>;

/// The trained tagger. The default is empty and finds only what rules find.
#[derive(Clone, Debug)]
pub struct Model {
    /// Words, and where their embeddings are.
    pub lexicon: Lexicon,
    embeddings: Vec<Vector>,
    network: Network<Inner, Output>,
}

impl Default for Model {
    fn default() -> Self {
        Weights::default().into()
    }
}

impl From<Weights> for Model {
    fn from(Weights { lexicon, embeddings, network }: Weights) -> Self {
        let whole = |matrix: &Box<_>| Box::new(WholeMatrix::of(matrix));
        let network = Network {
            first: network.first.map(whole),
            others: network.others.map(|layer| layer.map(whole)),
            means: network.means.each_ref().map(whole),
            pool: whole(&network.pool),
            output: Box::new(WholeMatrix::of(&network.output)),
            output_bias: network.output_bias,
            transitions: network.transitions,
        };
        Self { lexicon, embeddings, network }
    }
}

impl Model {
    /// Reads what [`Weights::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        Weights::from_bytes(bytes).map(Self::from)
    }

    /// Whether there is nothing trained in it.
    pub const fn is_empty(&self) -> bool {
        self.embeddings.is_empty()
    }

    /// Scores of a tag (second index) after another (first).
    pub const fn transitions(&self) -> &[Scores; TAGS] {
        &self.network.transitions
    }

    /// The tag scores of the `wanted` tokens; the values of the others mean nothing.
    pub fn scores(&self, document: &Document, wanted: &[bool]) -> Vec<Scores> {
        let wanted_second = widened(wanted);
        let wanted_first = widened(&wanted_second);
        let [middle, last] = &self.network.others;
        let forms: Vec<Vector> = document.forms.iter().map(|rows| embed(&self.embeddings, rows)).collect();
        let mut hidden = self.first_layer(&forms, document, &wanted_first);
        hidden.iter_mut().for_each(rectify);
        let mut second = convolve(middle, &hidden, document, &wanted_second);
        let input = |token: usize| document.form_of.get(token).and_then(|form| forms.get(*form));
        self.add_means(&Means::of(document, input), document, &mut second);
        for (sum, hidden) in second.iter_mut().zip(&hidden) {
            rectify(sum);
            add(sum, hidden);
        }
        let said_by = |pool: &Vector| {
            let mut said = [0.0; WIDTH];
            add_product(&mut said, &Whole::of(pool), &self.network.pool);
            said
        };
        let pools: Vec<Vector> = pool(&second, document).iter().map(said_by).collect();
        let mut third = convolve(last, &second, document, wanted);
        let mut scores = vec![self.network.output_bias; third.len()];
        for (index, (sum, score)) in third.iter_mut().zip(&mut scores).enumerate() {
            if wanted.get(index) != Some(&true) {
                continue;
            }
            if let Some(pool) =
                document.name_of.get(index).copied().flatten().and_then(|name| pools.get(name))
            {
                add(sum, pool);
            }
            rectify(sum);
            if let Some(second) = second.get(index) {
                add(sum, second);
            }
            add_product(score, &Whole::of(sum), &self.network.output);
        }
        scores
    }

    /// The first convolution, whose products are the same for all places of one form and are made when first needed.
    fn first_layer(&self, forms: &[Vector], document: &Document, wanted: &[bool]) -> Vec<Vector> {
        let layer = &self.network.first;
        let forms: Vec<Whole> = forms.iter().map(Whole::of).collect();
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

    /// Adds what the means say to the sums of all tokens.
    fn add_means(&self, means: &Means, document: &Document, sums: &mut [Vector]) {
        let [of_sentence, of_document] = &self.network.means;
        let mut shared = [0.0; WIDTH];
        add_product(&mut shared, &Whole::of(&means.document), of_document);
        for (range, mean) in document.sentences.iter().zip(&means.sentences) {
            let mut said = shared;
            add_product(&mut said, &Whole::of(mean), of_sentence);
            sums.get_mut(range.clone()).unwrap_or_default().iter_mut().for_each(|sum| add(sum, &said));
        }
    }
}

/// A convolution's sums of the wanted tokens, before rectification.
fn convolve<const N: usize>(
    layer: &Convolution<N, Inner>,
    input: &[Vector],
    document: &Document,
    wanted: &[bool],
) -> Vec<Vector> {
    let input: Vec<Whole> = input.iter().map(Whole::of).collect();
    layer.gather(document, wanted, |sum, other, tap| {
        if let Some(input) = input.get(other) {
            add_product(sum, input, &layer.taps[tap]);
        }
    })
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

impl<const N: usize, M> Convolution<N, M> {
    /// The same with other matrices.
    fn map<T>(&self, other: impl Fn(&Box<M>) -> Box<T>) -> Convolution<N, T> {
        Convolution { taps: self.taps.each_ref().map(other), bias: self.bias }
    }

    /// Lets `add_tap` add the product of each neighbour in the sentence with its tap to each wanted token's sum.
    pub fn gather(
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

const _: () = assert!(TAGS < 128);
