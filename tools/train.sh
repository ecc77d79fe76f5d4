#!/bin/sh
# Trains models/names.bin: tools/train.sh DATA, the folder that holds ner-train. Four taggers are taught first; what
# they say together softens the labels for the one that is kept, which learns four times as long. At last it is made
# readier to begin names of organisations, and less so those of people: what it was taught has fewer of the former than
# the news has. How much was tried on the development set.
set -eu
data=$1
here=$(cd "$(dirname "$0")/.." && pwd)
teachers=$(mktemp -d)
trap 'rm -rf "$teachers"' EXIT
cargo build --quiet --release --package gloss-train --bin train --manifest-path "$here/Cargo.toml"
train="$here/target/release/train names $data/ner-train $here/models/words.bin"
running=
for seed in 1 2 4 5; do
    $train "$teachers/$seed.bin" --seed $seed &
    running="$running $!"
done
for teacher in $running; do wait "$teacher"; done
$train "$here/models/names.bin" "$teachers"/*.bin --seed 3 --epochs 20 --dropout 0.15 --trust 0.9 \
    --people -0.3 --organisations 0.4 --places 0.1
