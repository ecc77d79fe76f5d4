#!/usr/bin/env bash
# Runs the browser tests in several engines: tools/test_browsers.sh "ENGINE…" [which tests…]
#
# Two engines run at a time; a test with "measure" in its name runs afterwards, with nothing beside it. An engine that cannot
# be installed here is named at the end and is no failure; a failing test is one. WebKitGTK 2.50 breaks programs off now and
# then, which the tests notice and say; only a test in which it did is run once more.
set -uo pipefail
cd "$(dirname "$0")/.."
read -ra engines <<< "$1"; shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Compiles the tests for an engine, under a name of its own: the tests for another would take the place of the program.
build() {
  local program
  program=$(GLOSS_BROWSER=$1 cargo test --package gloss-browser-tests --test suite --no-run \
    --message-format=json-render-diagnostics | sed -n '/"kind":\["test"\]/s/.*"executable":"\([^"]*\)".*/\1/p' | tail -n 1)
  [ -n "$program" ] && cp "$program" "$work/suite-$1"
}

# The tests that failed, if the engine had broken off the program in each of them.
broken_off() {
  awk '/^---- .* stdout ----$/ { test = $2; all[test] } /the engine has stopped the program/ { broken[test] }
    END { for (test in all) { if (!(test in broken)) exit 1; printf "%s ", test; some = 1 } exit !some }' "$1"
}

# Runs tests in an engine one after the other, and notes how it went. What they print is shown at once, or else when they
# have ended.
run() { # engine at-once|later which…
  local log=$work/$1.log tests=("$work/suite-$1" --test-threads=1) shown=/dev/null broken
  [ "$2" = later ] || shown=/dev/stdout
  if "${tests[@]}" "${@:3}" 2>&1 | tee "$log" > $shown; then
    echo "passed" >> "$work/$1"
  elif [ "$1" = webkit ] && broken=$(broken_off "$log") \
    && "${tests[@]}" --exact $broken 2>&1 | tee -a "$log" > $shown; then
    echo "passed, after it had broken off the program in: $broken" >> "$work/$1"
  else
    echo "FAILED" >> "$work/$1"
  fi
  [ "$2" != later ] || cat "$log"
}

built=()
for engine in "${engines[@]}"; do
  if [ "$engine" != chromium ] && ! tools/setup.sh "$engine"; then
    echo "NOT TESTED, as it could not be installed" > "$work/$engine"
  elif build "$engine"; then
    built+=("$engine")
  else
    echo "FAILED to compile" > "$work/$engine"
  fi
done
if [ ${#built[@]} -lt 2 ]; then
  for engine in "${built[@]}"; do run "$engine" at-once "$@"; done
else
  for engine in "${built[@]}"; do
    while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n; done
    echo "The tests run in $engine."
    run "$engine" later "$@" --skip measure &
  done
  wait
  case "${*:-measure}" in
    *measure*) for engine in "${built[@]}"; do run "$engine" at-once measure; done ;;
  esac
fi
for engine in "${engines[@]}"; do echo "$engine: $(sort -u "$work/$engine" | paste -sd ' ')"; done
! grep -q FAILED "${engines[@]/#/$work/}"
