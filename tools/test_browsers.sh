#!/usr/bin/env bash
# Runs the browser tests in several engines: tools/test_browsers.sh "ENGINE…" [what to tell cargo test…]
#
# An engine that cannot be installed here is told so at the end and is no failure; a failing test is one. WebKitGTK 2.50
# breaks programs off now and then, which the tests notice and say; only a test in which it did is run once more.
set -uo pipefail
cd "$(dirname "$0")/.."
engines=$1; shift
summary="" failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Runs the tests in one engine, and keeps what they print.
run() {
  GLOSS_BROWSER=$1 cargo test --no-fail-fast "${@:2}" 2>&1 | tee "$log"
}

# The tests that failed, if the engine had broken off the program in each of them.
broken_off() {
  awk '/^---- .* stdout ----$/ { test = $2; all[test] } /the engine has stopped the program/ { broken[test] }
    END { for (test in all) { if (!(test in broken)) exit 1; printf "%s ", test; some = 1 } exit !some }' "$log"
}
for engine in $engines; do
  if [ "$engine" != chromium ] && ! tools/setup.sh "$engine"; then
    summary+="$engine: NOT TESTED, as it could not be installed"$'\n'
  elif run "$engine" "$@"; then
    summary+="$engine: passed"$'\n'
  elif [ "$engine" = webkit ] && broken=$(broken_off) && run "$engine" "$@" --exact $broken; then
    summary+="$engine: passed, after it had broken off the program in: $broken"$'\n'
  else
    summary+="$engine: FAILED"$'\n'
    failed=1
  fi
done
printf '%s' "$summary"
exit $failed
