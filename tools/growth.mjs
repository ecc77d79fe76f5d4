// How long comparing takes in WebAssembly, in the engine that Chromium has, too, as a story and a library grow:
//   rustup target add wasm32-wasip1
//   cargo build --release -p gloss-story --example growth --target wasm32-wasip1
//   node tools/growth.mjs FILE…
// takes the text of its articles from the files. Times are of the processor, where the system tells them.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { WASI } from "node:wasi";

const files = process.argv.slice(2).map((file) => resolve(file));
const wasi = new WASI({ version: "preview1", args: ["growth", ...files], preopens: { "/": "/" } });
const program = "target/wasm32-wasip1/release/examples/growth.wasm";
const { instance } = await WebAssembly.instantiate(readFileSync(program), wasi.getImportObject());
wasi.start(instance);
