//! Learning from labelled documents, and from models that have learnt before.

use crate::{
    adam::{Adam, Gradient},
    augment::{Names, shouted, titled},
    backward::Pass,
    corpus::Labelled,
    field::Field,
    random::Random,
};
use gloss_analysis::{
    Model,
    tagger::{BOOK, BOOKS, Document, Lexicon, Scores, TAGS, Weights},
};

/// How the learning is done.
#[derive(Clone, Copy)]
pub(crate) struct Settings {
    pub(crate) seed: u64,
    pub(crate) epochs: usize,
    /// Length of the first steps, which then become shorter to the end.
    pub(crate) rate: f32,
    /// Share of values that are left out at a time.
    pub(crate) dropout: f32,
    /// Share of documents in which people's names are exchanged.
    pub(crate) exchange: f32,
    /// Share of sentences that are set in capitals.
    pub(crate) shout: f32,
    /// Share of sentences that are set as headlines are, with many capitals.
    pub(crate) title: f32,
    /// Share of documents that get a dateline.
    pub(crate) dateline: f32,
    /// Share of words that are taken for unknown at a time.
    pub(crate) word_dropout: f32,
    /// How much what earlier models say counts against the labels.
    pub(crate) trust: f32,
}

/// Documents over which the steps grow to their full length.
const WARM_UP: f32 = 500.0;

/// Teaches `model` the labels of `documents`, softened by what `teachers` say together.
pub(crate) fn learn(model: &mut Weights, teachers: &[Model], documents: &[Labelled], settings: &Settings) {
    let mut random = Random(settings.seed);
    let names = Names::of(documents);
    let mut order: Vec<usize> = (0..documents.len()).collect();
    let (mut adam, mut gradient) = (Adam::new(model), Gradient::new(model));
    let (mut step, steps) = (0.0, (settings.epochs * documents.len()) as f32);
    for epoch in 0..settings.epochs {
        random.shuffle(&mut order);
        let (mut loss, mut tokens) = (0.0, 0);
        for index in &order {
            let mut labelled = documents[*index].clone();
            if random.unit() < settings.exchange {
                labelled = names.exchanged(&labelled, 0.5, &mut random);
            }
            titled(&mut labelled, settings.title, &mut random);
            shouted(&mut labelled, settings.shout, &mut random);
            if random.unit() < settings.dateline {
                labelled = names.datelined(&labelled, &mut random);
            }
            let document = model.lexicon.document(&labelled.text, &labelled.sentences);
            let tags = labelled.tags(&document);
            let forms = thinned(model, &document, settings.word_dropout, &mut random);
            let pass = Pass::forward(model, &document, forms, settings.dropout, &mut random);
            let targets = Targets::of(teachers, &document);
            let mut d_scores = Vec::with_capacity(tags.len());
            for range in &document.sentences {
                let tags = &tags[range.clone()];
                let scores = &pass.scores[range.clone()];
                let mut wanted = Field::certain(tags);
                if let Some(targets) = &targets {
                    wanted.blend(
                        &Field::of(&targets.scores[range.clone()], &targets.transitions),
                        settings.trust,
                    );
                }
                let field = Field::of(scores, &model.network.transitions);
                loss += f64::from(field.log_sum - score_of(scores, tags, &model.network.transitions));
                d_scores
                    .extend(field.tags.iter().zip(&wanted.tags).map(|(have, want)| difference(have, want)));
                for ((sum, have), want) in
                    gradient.network.transitions.iter_mut().zip(&field.pairs).zip(&wanted.pairs)
                {
                    sum.iter_mut().zip(difference(have, want)).for_each(|(sum, d)| *sum += d);
                }
            }
            tokens += tags.len();
            pass.backward(model, &document, &d_scores, &mut gradient);
            step += 1.0;
            adam.step(model, &mut gradient, settings.rate * (step / WARM_UP).min(1.0) * (1.0 - step / steps));
        }
        eprintln!("seed {} epoch {}: loss {:.4} a token", settings.seed, epoch + 1, loss / tokens as f64);
    }
}

/// What several models say together.
struct Targets {
    scores: Vec<Scores>,
    transitions: [Scores; TAGS],
}

impl Targets {
    fn of(teachers: &[Model], document: &Document) -> Option<Self> {
        let mut together: Option<Self> = None;
        let share = 1.0 / teachers.len() as f32;
        for teacher in teachers {
            let targets = together.get_or_insert_with(|| Self {
                scores: vec![[0.0; TAGS]; document.tokens.len()],
                transitions: [[0.0; TAGS]; TAGS],
            });
            let scores = teacher.scores(document, &vec![true; document.tokens.len()]);
            let rows = targets.scores.iter_mut().zip(&scores);
            for (sum, row) in rows.chain(targets.transitions.iter_mut().zip(teacher.transitions())) {
                sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += share * value);
            }
        }
        together
    }
}

fn difference(have: &Scores, want: &Scores) -> Scores {
    std::array::from_fn(|tag| have[tag] - want[tag])
}

fn score_of(scores: &[Scores], tags: &[usize], transitions: &[Scores; TAGS]) -> f32 {
    let emissions: f32 = scores.iter().zip(tags).map(|(score, tag)| score[*tag]).sum();
    let steps: f32 = tags.windows(2).map(|pair| transitions[pair[0]][pair[1]]).sum();
    emissions + steps
}

/// The rows of a document's forms, with some words taken for unknown and some without their codes.
fn thinned(model: &Weights, document: &Document, share: f32, random: &mut Random) -> Vec<Vec<u32>> {
    let codes = model.lexicon.codes()..model.lexicon.codes() + (BOOKS * BOOK) as u32;
    let thin = |rows: &Vec<u32>| {
        let mut rows = rows.clone();
        if random.unit() < share {
            rows[0] = Lexicon::UNKNOWN;
        }
        if random.unit() < share / 2.0 {
            rows.retain(|row| !codes.contains(row));
        }
        rows
    };
    document.forms.iter().map(thin).collect()
}
