#!/bin/sh
# Completes the page that Trunk has just built: words, the list of files, the first paint.
set -eu
exec cargo run --quiet --package xtask -- page "$TRUNK_STAGING_DIR"
