#!/usr/bin/env bash
# Packs the release build in dist/ and the command line into an archive in target/package, with checksums, for people
# without a toolchain.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n '/^\[workspace.package\]$/,/^version/s/^version = "\(.*\)"$/\1/p' Cargo.toml)
name=gloss-$version-$(rustc -vV | sed -n 's/^host: //p')
out=target/package

cargo build --quiet --release --package gloss-cli
rm -rf "$out"
mkdir -p "$out/$name"
cp -r dist "$out/$name/app"
rm -rf "$out/$name/app/.stage"
cp "${CARGO_TARGET_DIR:-target}/release/gloss" docs/teachers.md LICENSE-APACHE LICENSE-MIT "$out/$name"
cp models/README.md "$out/$name/models.md"

cd "$out"
(cd "$name" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum >SHA256SUMS)
# The same files make the same archive.
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -cf - "$name" | gzip -9n >"$name.tar.gz"
sha256sum "$name.tar.gz" >"$name.tar.gz.sha256"
rm -rf "$name"
ls -l "$PWD"
