#!/usr/bin/env bash
# Runs the browser tests in several engines: tools/test_browsers.sh "ENGINE…" [which tests…]
#
# Two engines run at a time; a test with "measure" in its name runs afterwards, with nothing beside it. So does, once more, a
# test that has failed: one that passes alone is named at the end, as it tells of a page that a busy machine can disturb. A
# test that fails twice is a failure; an engine that cannot be installed here is named and is none.
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

# Runs tests in an engine one after the other, prints what they print and notes which have failed.
run() { # engine which…
  local log=$work/$1.log
  "$work/suite-$1" --test-threads=1 "${@:2}" 2>&1 | tee "$log"
  local code=${PIPESTATUS[0]}
  sed -n 's/^test \([^ ]*\) \.\.\. FAILED$/\1/p' "$log" >> "$work/$1.failed"
  [ "$code" = 0 ] || grep -q . "$work/$1.failed" || echo "its tests broke off" > "$work/$1"
}

# Runs the failed tests of an engine once more, if they are few, and notes how it went.
again() { # engine
  local failed
  mapfile -t failed < "$work/$1.failed"
  if [ -s "$work/$1" ]; then
    sed -i 's/^/FAILED: /' "$work/$1"
  elif [ ${#failed[@]} = 0 ]; then
    echo "passed" > "$work/$1"
  elif [ ${#failed[@]} -gt 9 ]; then
    echo "FAILED: ${failed[*]}" > "$work/$1"
  else
    : > "$work/$1.failed"
    run "$1" --exact "${failed[@]}"
    if [ -s "$work/$1.failed" ] || [ -s "$work/$1" ]; then
      echo "FAILED twice: $(paste -sd ' ' "$work/$1.failed")" > "$work/$1"
    else
      echo "passed, but these only alone: ${failed[*]}" > "$work/$1"
    fi
  fi
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
  for engine in "${built[@]}"; do run "$engine" "$@"; done
else
  for engine in "${built[@]}"; do
    while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n; done
    echo "The tests run in $engine."
    { run "$engine" "$@" --skip measure > "$work/$engine.said"; cat "$work/$engine.said"; } &
  done
  wait
  case "${*:-measure}" in
    *measure*) for engine in "${built[@]}"; do run "$engine" measure; done ;;
  esac
fi
for engine in "${built[@]}"; do again "$engine"; done
for engine in "${engines[@]}"; do echo "$engine: $(cat "$work/$engine")"; done
! grep -q FAILED "${engines[@]/#/$work/}"
