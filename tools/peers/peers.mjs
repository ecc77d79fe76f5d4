// Names by compromise or wink-nlp: node peers.mjs compromise|wink < DOCUMENTS.jsonl > PREDICTIONS.jsonl
// Reads {"id", "text"}, prints {"id", "entities": [{"start", "end", "type"}]} as `gloss analyse` does, offsets in
// code points. Prints the speed, in thousand characters a second, on standard error.
import { readFileSync } from "node:fs";

const documents = readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));

/** Spans in UTF-16 code units with their types. */
const readers = {
  async compromise() {
    const { default: nlp } = await import("compromise");
    return (text) => {
      const found = [];
      const doc = nlp(text);
      for (const [type, view] of [["person", doc.people()], ["organisation", doc.organizations()], ["place", doc.places()]]) {
        for (const { offset } of view.json({ offset: true, terms: false })) {
          found.push({ start: offset.start, end: offset.start + offset.length, type });
        }
      }
      return found;
    };
  },
  async wink() {
    const { default: wink } = await import("wink-nlp");
    const { default: model } = await import("wink-eng-lite-web-model");
    const nlp = wink(model);
    return (text) => {
      // It has no names of people or organisations, only dates, sums and the like: counted for its speed.
      nlp.readDoc(text).entities().out();
      return [];
    };
  },
};

const read = await readers[process.argv[2]]();
for (const { text } of documents.slice(0, 20)) read(text);
const start = performance.now();
const answers = documents.map(({ id, text }) => ({ id, text, found: read(text) }));
const seconds = (performance.now() - start) / 1000;
for (const { id, text, found } of answers) {
  const points = (offset) => [...text.slice(0, offset)].length;
  const entities = found.map(({ start, end, type }) => ({ start: points(start), end: points(end), type }));
  console.log(JSON.stringify({ id, entities }));
}
const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
console.error(`${process.argv[2]}: ${Math.round(characters / 1000 / seconds)} thousand characters a second`);
