//! Learning: forward with dropout, the gradient of a conditional random field's likelihood (Lafferty et al.
//! 2001) backward through the network, and Adam (Kingma and Ba 2015).

use crate::{corpus::Labelled, random::Random};
use gloss::core::analysis::{
    Model,
    entities::tagger::{
        Document, LAYERS, Lexicon, Matrix, Network, Scores, TAGS, Vector, WIDTH, add, add_product,
        may_follow, pool, rectify,
    },
};

/// How the learning is done.
pub(crate) struct Settings {
    pub(crate) seed: u64,
    pub(crate) epochs: usize,
    pub(crate) rate: f32,
    /// Share of a token's inputs that is left out at a time.
    pub(crate) dropout: f32,
    /// Share of words that are taken for unknown at a time.
    pub(crate) word_dropout: f32,
}

/// An example: what the tagger sees, and the right tags.
struct Example {
    document: Document,
    tags: Vec<usize>,
}

pub(crate) fn learn(model: &mut Model, documents: &[Labelled], settings: &Settings) {
    let mut random = Random(settings.seed);
    let examples: Vec<Example> = documents
        .iter()
        .map(|labelled| {
            let document = model.lexicon.document(&labelled.text, &labelled.sentences);
            let tags = labelled.tags(&document);
            Example { document, tags }
        })
        .collect();
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut adam = Adam::new(model);
    let mut gradient = Gradient::new(model);
    let (mut step, steps) = (0, settings.epochs * examples.len());
    for epoch in 0..settings.epochs {
        random.shuffle(&mut order);
        let (mut loss, mut tokens) = (0.0, 0);
        for index in &order {
            let example = &examples[*index];
            loss += f64::from(gradient.of(model, example, settings, &mut random));
            tokens += example.tags.len();
            let warm = ((step + 1) as f32 / 500.0).min(1.0);
            let left = 1.0 - step as f32 / steps as f32;
            step += 1;
            adam.step(model, &mut gradient, settings.rate * warm * left, step);
        }
        eprintln!("epoch {}: loss {:.4} a token", epoch + 1, loss / tokens as f64);
    }
}

struct Gradient {
    embeddings: Vec<Vector>,
    touched: Vec<u32>,
    network: Network,
}

struct Backward {
    taps: [[Box<Matrix>; 3]; LAYERS],
    pool: Box<Matrix>,
}

fn transposed(matrix: &Matrix) -> Box<Matrix> {
    let mut other = Box::new([[0.0; WIDTH]; WIDTH]);
    for (i, row) in matrix.iter().enumerate() {
        for (o, value) in row.iter().enumerate() {
            other[o][i] = *value;
        }
    }
    other
}

fn add_outer<const N: usize>(sum: &mut [[f32; N]; WIDTH], input: &Vector, output: &[f32; N]) {
    for (value, row) in input.iter().zip(sum) {
        if *value != 0.0 {
            for (sum, output) in row.iter_mut().zip(output) {
                *sum += value * output;
            }
        }
    }
}

impl Gradient {
    fn new(model: &Model) -> Self {
        Self {
            embeddings: vec![[0.0; WIDTH]; model.embeddings.len()],
            touched: Vec::new(),
            network: Network::default(),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one pass forward and the same way back")]
    /// Adds the gradient of one example and returns its loss.
    fn of(&mut self, model: &Model, example: &Example, settings: &Settings, random: &mut Random) -> f32 {
        let document = &example.document;
        let count = document.tokens.len();
        let forms: Vec<Vec<u32>> = document
            .forms
            .iter()
            .map(|rows| {
                let mut rows = rows.clone();
                if random.unit() < settings.word_dropout {
                    rows[0] = Lexicon::UNKNOWN;
                }
                if random.unit() < settings.word_dropout / 2.0 {
                    let codes = model.lexicon.codes()..model.lexicon.codes() + 2048;
                    rows.retain(|row| !codes.contains(row));
                }
                rows
            })
            .collect();
        let sums: Vec<Vector> = forms.iter().map(|rows| model.embed(rows)).collect();
        let kept = 1.0 / (1.0 - settings.dropout);
        let mut mask = |vectors: &mut [Vector]| -> Vec<Vector> {
            vectors
                .iter_mut()
                .map(|vector| {
                    std::array::from_fn(|at| {
                        let factor = if random.unit() < settings.dropout { 0.0 } else { kept };
                        vector[at] *= factor;
                        factor
                    })
                })
                .collect()
        };
        let mut input: Vec<Vector> = document.form_of.iter().map(|form| sums[*form]).collect();
        let input_mask = mask(&mut input);
        let network = &model.network;
        let mut first = network.layers[0].apply(&input, document);
        first.iter_mut().for_each(rectify);
        let mut middle = network.layers[1].apply(&first, document);
        middle.iter_mut().for_each(rectify);
        let mut second = middle.clone();
        for (sum, first) in second.iter_mut().zip(&first) {
            add(sum, first);
        }
        let second_mask = mask(&mut second);
        let pools = pool(&second, document);
        let mut last = network.layers[2].apply(&second, document);
        for (sum, name) in last.iter_mut().zip(&document.name_of) {
            if let Some(name) = name {
                add_product(sum, &pools[*name], &network.pool);
            }
            rectify(sum);
        }
        let mut third = last.clone();
        for (sum, second) in third.iter_mut().zip(&second) {
            add(sum, second);
        }
        let third_mask = mask(&mut third);
        let mut scores = vec![network.output_bias; count];
        for (score, third) in scores.iter_mut().zip(&third) {
            add_product(score, third, &network.output);
        }
        let mut loss = 0.0;
        for range in &document.sentences {
            loss += likelihood(
                &mut scores[range.clone()],
                &example.tags[range.clone()],
                &network.transitions,
                &mut self.network.transitions,
            );
        }
        // From here on `scores` holds the gradient of the scores.
        let back = Backward {
            taps: std::array::from_fn(|layer| {
                std::array::from_fn(|tap| transposed(&network.layers[layer].taps[tap]))
            }),
            pool: transposed(&network.pool),
        };
        let mut d_third = vec![[0.0; WIDTH]; count];
        for index in 0..count {
            add_outer(&mut self.network.output, &third[index], &scores[index]);
            for (sum, value) in self.network.output_bias.iter_mut().zip(&scores[index]) {
                *sum += value;
            }
            for (i, row) in network.output.iter().enumerate() {
                d_third[index][i] = row.iter().zip(&scores[index]).map(|(weight, d)| weight * d).sum::<f32>()
                    * third_mask[index][i];
            }
        }
        let mut d_second = d_third.clone();
        let d_last = gated(&d_third, &last);
        let mut d_pools = vec![[0.0; WIDTH]; document.names];
        for (index, name) in document.name_of.iter().enumerate() {
            if let Some(name) = name {
                add_outer(&mut self.network.pool, &pools[*name], &d_last[index]);
                add_product(&mut d_pools[*name], &d_last[index], &back.pool);
            }
        }
        self.convolution(2, &second, &d_last, &mut d_second, &back, document);
        for (index, name) in document.name_of.iter().enumerate() {
            if let Some(name) = name {
                for at in 0..WIDTH {
                    // The first place with the largest value takes all.
                    if second[index][at] >= pools[*name][at] {
                        d_second[index][at] += d_pools[*name][at];
                        d_pools[*name][at] = 0.0;
                    }
                }
            }
        }
        scale(&mut d_second, &second_mask);
        let mut d_first = d_second.clone();
        let d_middle = gated(&d_second, &middle);
        self.convolution(1, &first, &d_middle, &mut d_first, &back, document);
        let d_first = gated(&d_first, &first);
        let mut d_input = vec![[0.0; WIDTH]; count];
        self.convolution(0, &input, &d_first, &mut d_input, &back, document);
        scale(&mut d_input, &input_mask);
        let mut d_forms = vec![[0.0; WIDTH]; forms.len()];
        for (d, form) in d_input.iter().zip(&document.form_of) {
            add(&mut d_forms[*form], d);
        }
        for (d, rows) in d_forms.iter().zip(&forms) {
            for row in rows {
                add(&mut self.embeddings[*row as usize], d);
                self.touched.push(*row);
            }
        }
        loss
    }

    fn convolution(
        &mut self,
        layer: usize,
        input: &[Vector],
        d_output: &[Vector],
        d_input: &mut [Vector],
        back: &Backward,
        document: &Document,
    ) {
        let sums = &mut self.network.layers[layer];
        for range in &document.sentences {
            for index in range.clone() {
                let d = &d_output[index];
                add(&mut sums.bias, d);
                for (tap, other) in [index.wrapping_sub(1), index, index + 1].into_iter().enumerate() {
                    if range.contains(&other) {
                        add_outer(&mut sums.taps[tap], &input[other], d);
                        add_product(&mut d_input[other], d, &back.taps[layer][tap]);
                    }
                }
            }
        }
    }
}

/// The gradient before rectification.
fn gated(gradient: &[Vector], output: &[Vector]) -> Vec<Vector> {
    gradient
        .iter()
        .zip(output)
        .map(|(d, output)| std::array::from_fn(|at| if output[at] > 0.0 { d[at] } else { 0.0 }))
        .collect()
}

fn scale(gradient: &mut [Vector], mask: &[Vector]) {
    for (d, mask) in gradient.iter_mut().zip(mask) {
        for (d, factor) in d.iter_mut().zip(mask) {
            *d *= factor;
        }
    }
}

/// The negative logarithm of the right sequence's probability. Puts its gradient in the place of the scores
/// and adds that of the transitions.
fn likelihood(
    scores: &mut [Scores],
    tags: &[usize],
    transitions: &[Scores; TAGS],
    d_transitions: &mut [Scores; TAGS],
) -> f32 {
    let mut weights = [[0.0_f32; TAGS]; TAGS];
    for before in 0..TAGS {
        for tag in 0..TAGS {
            if may_follow(before, tag) {
                weights[before][tag] = transitions[before][tag].exp();
            }
        }
    }
    let mut loss = 0.0;
    let mut emissions = Vec::with_capacity(scores.len());
    let mut alphas: Vec<Scores> = Vec::with_capacity(scores.len());
    for (index, score) in scores.iter().enumerate() {
        let largest = score.iter().fold(f32::NEG_INFINITY, |a, b| a.max(*b));
        let emission: Scores = score.map(|value| (value - largest).exp());
        let mut alpha = [0.0; TAGS];
        if let Some(before) = alphas.last() {
            for (before, weights) in before.iter().zip(&weights) {
                for (alpha, weight) in alpha.iter_mut().zip(weights) {
                    *alpha += before * weight;
                }
            }
        } else {
            alpha = std::array::from_fn(|tag| f32::from(u8::from(may_follow(0, tag))));
        }
        for (alpha, emission) in alpha.iter_mut().zip(&emission) {
            *alpha *= emission;
        }
        if index + 1 == scores.len() {
            for (tag, alpha) in alpha.iter_mut().enumerate() {
                if !may_follow(tag, 0) {
                    *alpha = 0.0;
                }
            }
        }
        let sum: f32 = alpha.iter().sum();
        alpha = alpha.map(|alpha| alpha / sum);
        loss += largest + sum.ln() - score[tags[index]];
        if index > 0 {
            loss -= transitions[tags[index - 1]][tags[index]];
        }
        alphas.push(alpha);
        emissions.push(emission);
    }
    let mut beta: Scores = std::array::from_fn(|tag| f32::from(u8::from(may_follow(tag, 0))));
    for index in (0..scores.len()).rev() {
        let mut gamma: Scores = std::array::from_fn(|tag| alphas[index][tag] * beta[tag]);
        let sum: f32 = gamma.iter().sum();
        gamma = gamma.map(|gamma| gamma / sum);
        scores[index] = gamma;
        scores[index][tags[index]] -= 1.0;
        if index == 0 {
            break;
        }
        let ahead: Scores = std::array::from_fn(|tag| beta[tag] * emissions[index][tag]);
        let mut pairs = [[0.0; TAGS]; TAGS];
        let mut total = 0.0;
        let mut next = [0.0; TAGS];
        for before in 0..TAGS {
            for tag in 0..TAGS {
                let weight = weights[before][tag] * ahead[tag];
                next[before] += weight;
                pairs[before][tag] = alphas[index - 1][before] * weight;
                total += pairs[before][tag];
            }
        }
        for (sums, pairs) in d_transitions.iter_mut().zip(&pairs) {
            for (sum, pair) in sums.iter_mut().zip(pairs) {
                *sum += pair / total;
            }
        }
        d_transitions[tags[index - 1]][tags[index]] -= 1.0;
        let sum: f32 = next.iter().sum();
        beta = next.map(|value| value / sum);
    }
    loss
}

struct Adam {
    embeddings: Vec<[Vector; 2]>,
    network: [Network; 2],
}

impl Adam {
    fn new(model: &Model) -> Self {
        Self {
            embeddings: vec![[[0.0; WIDTH]; 2]; model.embeddings.len()],
            network: [Network::default(), Network::default()],
        }
    }

    /// One step down the gradient, which is zero afterwards.
    fn step(&mut self, model: &mut Model, gradient: &mut Gradient, rate: f32, step: usize) {
        let correction = [0.9_f32, 0.999].map(|decay| 1.0 - decay.powi(step.min(100_000) as i32));
        gradient.touched.sort_unstable();
        gradient.touched.dedup();
        for row in gradient.touched.drain(..) {
            let row = row as usize;
            let [mean, square] = &mut self.embeddings[row];
            update(&mut model.embeddings[row], &mut gradient.embeddings[row], mean, square, rate, correction);
        }
        let [means, squares] = &mut self.network;
        let moments = means.blocks().into_iter().zip(squares.blocks());
        for (((weights, _), (gradient, _)), ((mean, _), (square, _))) in
            model.network.blocks().into_iter().zip(gradient.network.blocks()).zip(moments)
        {
            update(weights, gradient, mean, square, rate, correction);
        }
    }
}

fn update(
    weights: &mut [f32],
    gradient: &mut [f32],
    mean: &mut [f32],
    square: &mut [f32],
    rate: f32,
    correction: [f32; 2],
) {
    for (((weight, gradient), mean), square) in weights.iter_mut().zip(gradient).zip(mean).zip(square) {
        *mean = 0.9 * *mean + 0.1 * *gradient;
        *square = 0.999 * *square + 0.001 * *gradient * *gradient;
        *weight -= rate * (*mean / correction[0]) / ((*square / correction[1]).sqrt() + 1e-8);
        *gradient = 0.0;
    }
}
