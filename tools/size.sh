#!/usr/bin/env bash
# Prints what a first visit fetches from dist/, in bytes: everything but the articles and the
# model; and what is fetched only when it is used.
set -euo pipefail
cd "$(dirname "$0")/../dist"
node -e '
const fs = require("fs"), zlib = require("zlib");
let [raw, small] = [0, 0];
for (const name of fs.readdirSync(".").filter((name) => fs.statSync(name).isFile())) {
  const bytes = fs.readFileSync(name), packed = zlib.brotliCompressSync(bytes).length;
  console.log(String(bytes.length).padStart(9), String(packed).padStart(9) + " brotli ", name);
  if (/^(exchange|folder|ingest|story|versions)/.test(name)) continue; // fetched when they are used
  raw += bytes.length; small += packed;
}
console.log(String(raw).padStart(9), String(small).padStart(9) + " brotli  first load, all but the articles, the model and what is fetched when it is used");
'
