//! Forward through the network with dropout, and backward.

use crate::{adam::Gradient, random::Random};
use gloss_analysis::tagger::{
    Convolution, Document, Matrix, Means, Network, Scores, Vector, WIDTH, Weights, add, add_product, embed,
    neighbours, pool, rectify,
};

/// What a pass forward leaves behind for the pass backward.
pub(crate) struct Pass {
    /// Rows of each form, some of them left out.
    forms: Vec<Vec<u32>>,
    input: Vec<Vector>,
    means: Means,
    first: Vec<Vector>,
    middle: Vec<Vector>,
    second: Vec<Vector>,
    pools: Vec<Vector>,
    last: Vec<Vector>,
    third: Vec<Vector>,
    /// What each value of `input`, `second` and `third` was multiplied by.
    masks: [Vec<Vector>; 3],
    pub(crate) scores: Vec<Scores>,
}

impl Pass {
    /// `forms` are the rows of the document's forms.
    pub(crate) fn forward(
        model: &Weights,
        document: &Document,
        forms: Vec<Vec<u32>>,
        dropout: f32,
        random: &mut Random,
    ) -> Self {
        let mut mask = |vectors: &mut [Vector]| -> Vec<Vector> {
            let dropped =
                |vector: &mut Vector| {
                    let mask = std::array::from_fn(|_| {
                        if random.unit() < dropout { 0.0 } else { 1.0 / (1.0 - dropout) }
                    });
                    scale(vector, &mask);
                    mask
                };
            vectors.iter_mut().map(dropped).collect()
        };
        let layer_1 = &model.network.first;
        let [layer_2, layer_3] = &model.network.others;
        let sums: Vec<Vector> = forms.iter().map(|rows| embed(&model.embeddings, rows)).collect();
        let mut input: Vec<Vector> = document.form_of.iter().map(|form| sums[*form]).collect();
        let input_mask = mask(&mut input);
        let mut first = apply(layer_1, &input, document);
        first.iter_mut().for_each(rectify);
        let mut middle = apply(layer_2, &first, document);
        let means = Means::of(document, |token| input.get(token));
        add_means(&model.network, &means, document, &mut middle);
        middle.iter_mut().for_each(rectify);
        let mut second = middle.clone();
        second.iter_mut().zip(&first).for_each(|(sum, first)| add(sum, first));
        let second_mask = mask(&mut second);
        let pools = pool(&second, document);
        let mut last = apply(layer_3, &second, document);
        for (sum, name) in last.iter_mut().zip(&document.name_of) {
            if let Some(name) = name {
                add_product(sum, &pools[*name], &model.network.pool);
            }
            rectify(sum);
        }
        let mut third = last.clone();
        third.iter_mut().zip(&second).for_each(|(sum, second)| add(sum, second));
        let third_mask = mask(&mut third);
        let mut scores = vec![model.network.output_bias; third.len()];
        for (score, third) in scores.iter_mut().zip(&third) {
            add_product(score, third, &model.network.output);
        }
        let masks = [input_mask, second_mask, third_mask];
        Self { forms, input, means, first, middle, second, pools, last, third, masks, scores }
    }

    /// Adds to `sums` the derivatives of a loss whose derivatives by the scores are given.
    pub(crate) fn backward(
        &self,
        model: &Weights,
        document: &Document,
        d_scores: &[Scores],
        sums: &mut Gradient,
    ) {
        let network = &model.network;
        let mut d_third = vec![[0.0; WIDTH]; d_scores.len()];
        for (index, d) in d_scores.iter().enumerate() {
            add_outer(&mut sums.network.output, &self.third[index], d);
            sums.network.output_bias.iter_mut().zip(d).for_each(|(sum, d)| *sum += d);
            for (value, row) in d_third[index].iter_mut().zip(network.output.iter()) {
                *value = row.iter().zip(d).map(|(weight, d)| weight * d).sum();
            }
            scale(&mut d_third[index], &self.masks[2][index]);
        }
        let mut d_second = d_third.clone();
        let d_last = gated(d_third, &self.last);
        let mut d_pools = vec![[0.0; WIDTH]; document.names];
        let from_pool = transposed(&network.pool);
        for (d, name) in d_last.iter().zip(&document.name_of) {
            if let Some(name) = name {
                add_outer(&mut sums.network.pool, &self.pools[*name], d);
                add_product(&mut d_pools[*name], d, &from_pool);
            }
        }
        let layer_1 = &network.first;
        let sums_1 = &mut sums.network.first;
        let [layer_2, layer_3] = &network.others;
        let [sums_2, sums_3] = &mut sums.network.others;
        convolution(layer_3, sums_3, &self.second, &d_last, &mut d_second, document);
        for (index, name) in document.name_of.iter().enumerate() {
            let Some(name) = name else { continue };
            for at in 0..WIDTH {
                // The first place with the largest value takes all.
                if self.second[index][at] >= self.pools[*name][at] {
                    d_second[index][at] += d_pools[*name][at];
                    d_pools[*name][at] = 0.0;
                }
            }
        }
        d_second.iter_mut().zip(&self.masks[1]).for_each(|(d, mask)| scale(d, mask));
        let mut d_first = d_second.clone();
        let d_middle = gated(d_second, &self.middle);
        convolution(layer_2, sums_2, &self.first, &d_middle, &mut d_first, document);
        let d_first = gated(d_first, &self.first);
        let mut d_input = vec![[0.0; WIDTH]; d_first.len()];
        convolution(layer_1, sums_1, &self.input, &d_first, &mut d_input, document);
        self.means_backward(network, &mut sums.network, document, &d_middle, &mut d_input);
        let mut d_forms = vec![[0.0; WIDTH]; self.forms.len()];
        for ((d, mask), form) in d_input.iter_mut().zip(&self.masks[0]).zip(&document.form_of) {
            scale(d, mask);
            add(&mut d_forms[*form], d);
        }
        for (d, rows) in d_forms.iter().zip(&self.forms) {
            for row in rows {
                add(&mut sums.embeddings[*row as usize], d);
                sums.touched.push(*row);
            }
        }
    }
}

impl Pass {
    /// Through the means of the sentences and the document to the input.
    fn means_backward(
        &self,
        network: &Network,
        sums: &mut Network,
        document: &Document,
        d_middle: &[Vector],
        d_input: &mut [Vector],
    ) {
        let back: [Box<Matrix>; 2] = std::array::from_fn(|of| transposed(&network.means[of]));
        let mut d_all = [0.0; WIDTH];
        for (range, mean) in document.sentences.iter().zip(&self.means.sentences) {
            let mut d = [0.0; WIDTH];
            d_middle[range.clone()].iter().for_each(|d_token| add(&mut d, d_token));
            add(&mut d_all, &d);
            add_outer(&mut sums.means[0], mean, &d);
            add_share(&mut d_input[range.clone()], &d, &back[0]);
        }
        add_outer(&mut sums.means[1], &self.means.document, &d_all);
        add_share(d_input, &d_all, &back[1]);
    }
}

/// Adds to each of `d_input` its share of the derivatives by their mean, which went through a matrix.
fn add_share(d_input: &mut [Vector], d: &Vector, back: &Matrix) {
    let mut share = [0.0; WIDTH];
    add_product(&mut share, d, back);
    for value in &mut share {
        *value /= d_input.len() as f32;
    }
    for d in d_input {
        add(d, &share);
    }
}

/// A convolution's sums, before rectification.
fn apply<const N: usize>(layer: &Convolution<N>, input: &[Vector], document: &Document) -> Vec<Vector> {
    layer.gather(document, &vec![true; input.len()], |sum, other, tap| {
        add_product(sum, &input[other], &layer.taps[tap]);
    })
}

/// Adds what the means say to the sums of all tokens.
fn add_means(network: &Network, means: &Means, document: &Document, sums: &mut [Vector]) {
    let [of_sentence, of_document] = &network.means;
    let mut shared = [0.0; WIDTH];
    add_product(&mut shared, &means.document, of_document);
    for (range, mean) in document.sentences.iter().zip(&means.sentences) {
        let mut said = shared;
        add_product(&mut said, mean, of_sentence);
        sums[range.clone()].iter_mut().for_each(|sum| add(sum, &said));
    }
}

fn convolution<const N: usize>(
    layer: &Convolution<N>,
    sums: &mut Convolution<N>,
    input: &[Vector],
    d_output: &[Vector],
    d_input: &mut [Vector],
    document: &Document,
) {
    let back: [Box<Matrix>; N] = std::array::from_fn(|tap| transposed(&layer.taps[tap]));
    for range in &document.sentences {
        for index in range.clone() {
            let d = &d_output[index];
            add(&mut sums.bias, d);
            for (tap, other) in neighbours::<N>(index, range) {
                add_outer(&mut sums.taps[tap], &input[other], d);
                add_product(&mut d_input[other], d, &back[tap]);
            }
        }
    }
}

/// The derivatives before rectification.
fn gated(mut gradient: Vec<Vector>, output: &[Vector]) -> Vec<Vector> {
    for (d, output) in gradient.iter_mut().zip(output) {
        for (d, output) in d.iter_mut().zip(output) {
            if *output <= 0.0 {
                *d = 0.0;
            }
        }
    }
    gradient
}

fn scale(vector: &mut Vector, mask: &Vector) {
    vector.iter_mut().zip(mask).for_each(|(value, factor)| *value *= factor);
}

fn transposed(matrix: &Matrix) -> Box<Matrix> {
    Box::new(std::array::from_fn(|i| std::array::from_fn(|o| matrix[o][i])))
}

fn add_outer<const N: usize>(sum: &mut [[f32; N]; WIDTH], input: &Vector, output: &[f32; N]) {
    for (value, row) in input.iter().zip(sum) {
        if *value != 0.0 {
            row.iter_mut().zip(output).for_each(|(sum, output)| *sum += value * output);
        }
    }
}
