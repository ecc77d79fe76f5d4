#!/usr/bin/env bash
# Installs what is missing to build Gloss (`tools/setup.sh build`) or also to test it (`… test`).
#
# What needs an exact version goes into the cache folder given as GLOSS_TOOLS, one folder a version, and
# nothing else on the machine is changed by it; only the browser comes from the system's own packages.
# Run again, it does nothing and takes no time.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=${GLOSS_TOOLS:?is to name a folder for tools; make sets it}
trunk=0.21.14
binaryen=132.0.0
wasm_bindgen=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
need() { command -v "$1" >/dev/null || { say "Gloss needs $1: $2"; exit 1; }; }

# Installs a crate's programs as tools/NAME-VERSION, through a folder that only a finished install leaves.
crate() { # name version [flags…]
  local name=$1 version=$2 folder="$tools/$1-$2"; shift 2
  [ -x "$folder/bin/${name%-cli}" ] && return
  say "Installing $name $version (once; it takes a few minutes)…"
  rm -rf "$folder.part"
  CARGO_TARGET_DIR="$tools/build" cargo install --quiet --root "$folder.part" "$@" "$name@$version"
  rm -rf "$folder" "$tools/build"
  mv "$folder.part" "$folder"
}

browser() {
  if command -v chromium >/dev/null || command -v google-chrome >/dev/null; then
    command -v chromedriver >/dev/null && return
  fi
  local packages="chromium chromium-driver"
  # Ubuntu's own chromium package is a pointer to a snap, and brings its driver along.
  grep -qs '^ID=ubuntu' /etc/os-release && packages="chromium-browser chromium-chromedriver"
  local root=""
  [ "$(id -u)" = 0 ] || root=sudo
  if command -v apt-get >/dev/null && { [ -z "$root" ] || command -v sudo >/dev/null; }; then
    say "Installing Chromium and its driver with apt-get…"
    $root apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $packages fonts-dejavu-core >/dev/null
  else
    say "The browser tests need Chromium and ChromeDriver of the same version: please install both, so that" \
      "'chromium' (or 'google-chrome') and 'chromedriver' are on the PATH, and run this again."
    exit 1
  fi
}

need rustup "see https://rustup.rs"
need cargo "see https://rustup.rs"
rustup target list --installed | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown
mkdir -p "$tools"
# Trunk is told to stay offline, so what the build needs is fetched here.
cargo fetch --quiet --locked
crate trunk $trunk --locked
# Without --locked: the releases of this one come without a lock file.
crate wasm-bindgen-cli "$wasm_bindgen"

if [ "${1:-build}" != build ] && [ ! -x "$tools/binaryen-$binaryen/node_modules/.bin/wasm-opt" ]; then
  need npm "it comes with Node.js, see https://nodejs.org"
  say "Installing wasm-opt (binaryen $binaryen)…"
  npm install --silent --no-audit --no-fund --prefix "$tools/binaryen-$binaryen" "binaryen@$binaryen"
fi
[ "${1:-build}" != test ] || browser
