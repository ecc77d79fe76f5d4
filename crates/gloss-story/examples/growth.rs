//! How long comparing takes as a story and a library grow: `cargo run --release -p gloss-story --example growth FILE…`
//! takes the text of its articles from the files.

use gloss_analysis::{Analysis, Model, analyse};
use gloss_ingest::plain_text;
use gloss_story::{ArticleIndex, Passage, PassageIndex, compare, propose};
use gloss_text::{Article, ArticleId, Span};
use std::time::{Duration, Instant};

/// A clock that runs while the program does, where the system has one: the machine may have other things to do.
fn clock() -> Duration {
    thread_local!(static START: Instant = Instant::now());
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = spent.and_then(|spent| spent.split(' ').next()?.parse().ok()).map(Duration::from_nanos);
    spent.unwrap_or_else(|| START.with(Instant::elapsed))
}

/// Milliseconds, rounded to tenths.
fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 10_000.0).round() / 10.0
}

fn main() {
    let lines: Vec<String> = std::env::args()
        .skip(1)
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| line.split_whitespace().count() > 5)
        .collect();
    // Articles of a thousand words, by taking paragraphs in turn at growing steps.
    let article = |number: usize| {
        let (mut text, mut words, mut at) = (String::new(), 0, number * 31);
        while words < 1_000 && !lines.is_empty() {
            let Some(line) = lines.get(at % lines.len()) else { break };
            words += line.split_whitespace().count();
            text.push_str(line);
            text.push('\n');
            at += 1 + number % 7;
        }
        let id = ArticleId::new(format!("a{number}")).unwrap_or_else(|| unreachable!("no empty id"));
        Article::new(id, plain_text(text))
    };
    let articles: Vec<Article> = (0..2_000).map(article).collect();
    let all: Vec<&Article> = articles.iter().collect();
    for count in [4, 50, 100] {
        let analyses: Vec<Analysis> =
            articles.iter().take(count).map(|article| analyse(article, &Model::default())).collect();
        let story: Vec<(&Article, &Analysis)> = articles.iter().zip(&analyses).collect();
        // The quickest of several, as the machine may have other things to do.
        let runs = (0..5).map(|_| {
            let start = clock();
            let count = compare(&story).links.len();
            (clock().saturating_sub(start), count)
        });
        if let Some((quickest, pairs)) = runs.min() {
            println!("{count} articles compared in {} ms; {pairs} links", milliseconds(quickest));
        }
    }
    let start = clock();
    let stories = propose(all.get(..200).unwrap_or_default());
    println!(
        "200 articles: {} stories proposed in {} ms",
        stories.len(),
        milliseconds(clock().saturating_sub(start))
    );
    let start = clock();
    let index = PassageIndex::new(&all);
    println!(
        "index of {} articles in {} ms, {} bytes",
        all.len(),
        milliseconds(clock().saturating_sub(start)),
        index.size()
    );
    let first = all
        .first()
        .and_then(|article| article.document.prose().next())
        .map_or(Span::default(), |block| block.span);
    let start = clock();
    let found = index.find(&all, Passage { article: ArticleIndex(0), span: first });
    println!(
        "a passage found in {} articles in {} ms",
        found.len(),
        milliseconds(clock().saturating_sub(start))
    );
}
