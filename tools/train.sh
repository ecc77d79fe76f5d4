#!/bin/sh
# Trains models/names.bin: tools/train.sh DATA, the folder that holds ner-train. Two taggers are taught first; what
# they say together softens the labels for the one that is kept. Some ten minutes of one core each.
set -eu
data=$1
here=$(cd "$(dirname "$0")/.." && pwd)
teachers=$(mktemp -d)
trap 'rm -rf "$teachers"' EXIT
cargo build --quiet --release --no-default-features --features train --bin train --manifest-path "$here/Cargo.toml"
train="$here/target/release/train names $data/ner-train $here/models/words.bin"
$train "$teachers/1.bin" --seed 1
$train "$teachers/2.bin" --seed 2
$train "$here/models/names.bin" "$teachers/1.bin" "$teachers/2.bin" --seed 3
