#!/bin/sh
# Writes the first paint into the page that Trunk has just built. While developing, nobody waits for it.
set -eu
[ "$TRUNK_PROFILE" = release ] || exit 0
exec cargo run --quiet --no-default-features --features cli --bin first-paint -- "$TRUNK_STAGING_DIR"
