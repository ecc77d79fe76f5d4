#!/usr/bin/env bash
# Runs the browser tests in several engines: tools/test_browsers.sh "ENGINE…" [what to tell cargo test…]
#
# An engine that cannot be installed here is told so at the end and is no failure; a failing test is one.
set -uo pipefail
cd "$(dirname "$0")/.."
engines=$1; shift
summary="" failed=0
for engine in $engines; do
  if [ "$engine" != chromium ] && ! tools/setup.sh "$engine"; then
    summary+="$engine: NOT TESTED, as it could not be installed"$'\n'
  elif GLOSS_BROWSER=$engine cargo test --no-fail-fast "$@"; then
    summary+="$engine: passed"$'\n'
  else
    summary+="$engine: FAILED"$'\n'
    failed=1
  fi
done
printf '%s' "$summary"
exit $failed
