#!/usr/bin/env bash
# Feeds every reader of foreign bytes with anything, each for as many minutes as told: tools/fuzz.sh MINUTES [target…]
# What makes one fail is kept in fuzz/artifacts, and is to become a test.
set -euo pipefail
cd "$(dirname "$0")/../fuzz"
minutes=$1; shift
# The compiler's switches for fuzzing are open to the stable one in this way. No line of ours is unsafe, so that a
# sanitizer would only cost time.
export RUSTC_BOOTSTRAP=1
targets=${*:-$(ls seeds)}
for target in $targets; do
  mkdir -p "corpus/$target"
  echo "fuzzing $target for $minutes minutes"
  cargo fuzz run --sanitizer none --fuzz-dir . "$target" "corpus/$target" "seeds/$target" -- \
    -max_total_time=$((minutes * 60)) -max_len=65536 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 -verbosity=0
done
