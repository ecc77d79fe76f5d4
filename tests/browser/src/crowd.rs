use crate::Page;
use serde_json::json;
use std::fmt::Write;
use thirtyfour::error::WebDriverResult;

/// An article in which no two sentences are the same, with some five marks in each of `cases` paragraphs' sentences:
/// 4,200 cases are 100,000 words.
#[must_use]
pub fn long_article(cases: usize) -> String {
    let people = ["Anna Marsh", "Omar Haddad", "Ruth Okafor", "Peter Lindqvist", "Mei Tanaka"];
    let bodies =
        ["the Home Office", "the Met Police", "Leeds City Council", "the BBC", "the Ministry of Defence"];
    let places = ["London", "Paris", "Nairobi", "Leeds", "Berlin", "Lagos"];
    let mut text = String::new();
    for at in 0..cases {
        let (who, body, place) = (people[at % 5], bodies[at / 5 % 5], places[at % 6]);
        let _ = write!(
            text,
            "On {} March 2019, {who} of {body} told reporters in {place} that case {at} had been heard. “It took {} \
             weeks,” she said.",
            1 + at % 28,
            2 + at % 90,
        );
        text.push(if at % 3 == 2 { '\n' } else { ' ' });
    }
    text
}

/// Puts `count` notes of `length` characters each on the article `id` as it reads in `text`, evenly spread, as the
/// app itself stores them. `text` has no character beyond the Basic Multilingual Plane, so that UTF-16 units are code
/// points.
///
/// # Errors
/// When the browser cannot be driven.
pub async fn store_notes(
    page: &Page,
    id: &str,
    text: &str,
    count: usize,
    length: usize,
) -> WebDriverResult<()> {
    let script = "const [article, version, text, count, length] = arguments;
        const step = Math.floor(text.length / (count + 1));
        window.stored = false;
        indexedDB.open('gloss').onsuccess = ({ target: { result: database } }) => {
          const transaction = database.transaction('annotations', 'readwrite');
          for (let n = 0; n < count; n++) {
            const start = n * step + 3, end = start + length;
            transaction.objectStore('annotations').put({
              id: `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
              targets: [{ article, version,
                quote: { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) },
                position: { start, end } }],
              motivation: 'commenting', colour: ['yellow', 'green', 'blue'][n % 3], note: `Note ${n}`, created: n, modified: n });
          }
          transaction.oncomplete = () => { database.close(); window.stored = true; };
        }";
    page.run(script, &[json!(id), json!(version(text)), json!(text), json!(count), json!(length)]).await?;
    page.until("the notes are stored", "return window.stored").await?;
    Ok(())
}

/// The article's version, as `Article::version` has it: 64-bit FNV-1a.
fn version(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
