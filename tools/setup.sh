#!/usr/bin/env bash
# Installs what is missing to build Gloss (`tools/setup.sh build`), for the release (`… dist`), also to test it in
# Chromium (`… test`), and to test it in another engine (`… firefox`, `… webkit`), by Lighthouse (`… lighthouse`) or by fuzzing (`… fuzz`).
#
# What needs an exact version goes into the cache folder given as GLOSS_TOOLS, one folder a version, and
# nothing else on the machine is changed by it; only the browsers come from the system's own packages.
# Run again, it does nothing and takes no time.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=${GLOSS_TOOLS:?is to name a folder for tools; make sets it}
trunk=0.21.14
binaryen=132.0.0
axe_core=4.14.1
lighthouse=12.8.2
geckodriver=0.37.1
cargo_fuzz=0.13.1
wasm_bindgen=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
need() { command -v "$1" >/dev/null || { say "Gloss needs $1: $2"; exit 1; }; }

# Installs a crate's programs as tools/NAME-VERSION, through a folder that only a finished install leaves. What is on the
# PATH in the right version is taken as it is, and what cargo-binstall finds ready-made is not compiled.
crate() { # name version minutes [flags…]
  local name=$1 version=$2 minutes=$3 folder="$tools/$1-$2" program; shift 3
  program=${name%-cli}
  [ -x "$folder/bin/$program" ] && return
  if [ "$(type -P "$program" >/dev/null && "$program" --version 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1)" = "$version" ]; then
    return
  fi
  rm -rf "$folder.part"
  if type -P cargo-binstall >/dev/null; then
    say "Fetching $name $version by cargo-binstall…"
    if cargo binstall --quiet --no-confirm --disable-strategies compile --root "$folder.part" "$name@$version"; then
      rm -rf "$folder"
      mv "$folder.part" "$folder"
      return
    fi
    say "It is not to be had ready-made."
  fi
  say "Compiling $name $version (once; about $minutes on two cores)…"
  # These programs work for a moment at a time: a quick build of them saves more than an optimised one.
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=64 \
    CARGO_PROFILE_RELEASE_DEBUG=false CARGO_TARGET_DIR="$tools/build" \
    cargo install --quiet --root "$folder.part" "$@" "$name@$version"
  rm -rf "$folder" "$tools/build"
  mv "$folder.part" "$folder"
}

# Installs a package of Node's as tools/NAME-VERSION, in the same way.
package() { # name version
  local folder="$tools/$1-$2"
  [ -d "$folder" ] && return
  need npm "it comes with Node.js, see https://nodejs.org"
  say "Installing $1 $2…"
  rm -rf "$folder.part"
  npm install --silent --no-audit --no-fund --prefix "$folder.part" "$1@$2"
  mv "$folder.part" "$folder"
}

# Installs packages of the system, or says what to install where that cannot be done from here.
system() { # what packages…
  local what=$1 root=""; shift
  [ "$(id -u)" = 0 ] || root=sudo
  if command -v apt-get >/dev/null && { [ -z "$root" ] || command -v sudo >/dev/null; }; then
    say "Installing $what with apt-get…"
    $root apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    say "The browser tests need $what: please install it, so that its programs are on the PATH, and run this again."
    return 1
  fi
}

# `type -P` sees programs only, where `command -v` would see the functions below, too.
all_there() { [ "$(type -P "$@" | wc -l)" = $# ]; }

chromium() {
  { all_there chromium chromedriver || all_there google-chrome chromedriver; } && return
  # Ubuntu's own chromium package is a pointer to a snap, and brings its driver along.
  if grep -qs '^ID=ubuntu' /etc/os-release; then
    system "Chromium and its driver" chromium-browser chromium-chromedriver fonts-dejavu-core
  else
    system "Chromium and its driver" chromium chromium-driver fonts-dejavu-core
  fi
}

firefox() {
  all_there firefox-esr || all_there firefox || system Firefox firefox-esr fonts-dejavu-core
  crate geckodriver $geckodriver "1 minute" --locked
}

webkit() {
  all_there WebKitWebDriver Xvfb \
    || system "WebKitGTK, its driver and Xvfb" webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb fonts-dejavu-core
}

need rustup "see https://rustup.rs"
need cargo "see https://rustup.rs"
rustup target list --installed | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown
mkdir -p "$tools"
# Trunk is told to stay offline, so what the build needs is fetched here.
cargo fetch --quiet --locked
crate trunk $trunk "2 minutes" --locked
# Without --locked: the releases of this one come without a lock file.
crate wasm-bindgen-cli "$wasm_bindgen" "1 minute"

case "${1:-build}" in
  build) ;;
  dist) package binaryen $binaryen ;;
  test) package binaryen $binaryen; package axe-core $axe_core; chromium ;;
  firefox | webkit) "$1" ;;
  fuzz) crate cargo-fuzz $cargo_fuzz "1 minute" --locked ;;
  lighthouse) package lighthouse $lighthouse; chromium ;;
  *) say "tools/setup.sh knows no $1"; exit 1 ;;
esac
