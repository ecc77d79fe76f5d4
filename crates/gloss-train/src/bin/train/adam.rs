//! The optimiser Adam (Kingma and Ba 2015); of the embeddings only the rows that were used take a step.

use gloss_analysis::tagger::{Network, Vector, WIDTH, Weights};

/// Sums of the loss's derivatives.
pub(crate) struct Gradient {
    pub(crate) embeddings: Vec<Vector>,
    /// Rows that are not zero, some of them several times.
    pub(crate) touched: Vec<u32>,
    pub(crate) network: Network,
}

impl Gradient {
    pub(crate) fn new(model: &Weights) -> Self {
        Self {
            embeddings: vec![[0.0; WIDTH]; model.embeddings.len()],
            touched: Vec::new(),
            network: Network::default(),
        }
    }
}

/// Running means of the derivatives and of their squares.
pub(crate) struct Adam {
    embeddings: Vec<[Vector; 2]>,
    network: [Network; 2],
    step: i32,
}

const DECAY: [f32; 2] = [0.9, 0.999];

impl Adam {
    pub(crate) fn new(model: &Weights) -> Self {
        Self {
            embeddings: vec![[[0.0; WIDTH]; 2]; model.embeddings.len()],
            network: [Network::default(), Network::default()],
            step: 0,
        }
    }

    /// One step down the gradient, which is zero afterwards.
    pub(crate) fn step(&mut self, model: &mut Weights, gradient: &mut Gradient, rate: f32) {
        self.step = self.step.saturating_add(1);
        let correction = DECAY.map(|decay| 1.0 - decay.powi(self.step));
        gradient.touched.sort_unstable();
        gradient.touched.dedup();
        for row in gradient.touched.drain(..) {
            let row = row as usize;
            let [mean, square] = &mut self.embeddings[row];
            update(
                &mut model.embeddings[row],
                &mut gradient.embeddings[row],
                [mean, square],
                rate,
                correction,
            );
        }
        let [means, squares] = &mut self.network;
        let moments = means.blocks().into_iter().zip(squares.blocks());
        for (((weights, _), (gradient, _)), ((mean, _), (square, _))) in
            model.network.blocks().into_iter().zip(gradient.network.blocks()).zip(moments)
        {
            update(weights, gradient, [mean, square], rate, correction);
        }
    }
}

fn update(
    weights: &mut [f32],
    gradient: &mut [f32],
    [mean, square]: [&mut [f32]; 2],
    rate: f32,
    correction: [f32; 2],
) {
    for (((weight, gradient), mean), square) in weights.iter_mut().zip(gradient).zip(mean).zip(square) {
        *mean += (1.0 - DECAY[0]) * (*gradient - *mean);
        *square += (1.0 - DECAY[1]) * (*gradient * *gradient - *square);
        *weight -= rate * (*mean / correction[0]) / ((*square / correction[1]).sqrt() + 1e-8);
        *gradient = 0.0;
    }
}
