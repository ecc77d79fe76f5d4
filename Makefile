# The commands of this project. `make serve` and `make test` install what they need.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# Tools of exact versions live in a cache of their own, one folder a version.
export GLOSS_TOOLS ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/gloss
wasm_bindgen := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/^version = "\(.*\)"$$/\1/p;}' Cargo.lock)
export PATH := $(GLOSS_TOOLS)/trunk-0.21.14/bin:$(GLOSS_TOOLS)/wasm-bindgen-cli-$(wasm_bindgen)/bin:$(GLOSS_TOOLS)/binaryen-132.0.0/node_modules/.bin:$(GLOSS_TOOLS)/geckodriver-0.37.1/bin:$(GLOSS_TOOLS)/cargo-fuzz-0.13.1/bin:$(PATH)
# Trunk takes the tools on the path and asks no server for others.
trunk := env -u NO_COLOR trunk

.PHONY: help serve dist test check test-core test-browser lighthouse screenshots measure package fuzz clean

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 22

serve: ## build, serve on http://127.0.0.1:8080 and follow changes
	@tools/setup.sh build
	@echo "Building Gloss: about 2 minutes the first time, seconds afterwards. Then it is at http://127.0.0.1:8080/."
	@$(trunk) serve --offline

dist: ## build the release into dist/, for any static host and path
	@tools/setup.sh dist
	@$(trunk) build --release --offline
	@tools/size.sh

test: ## run every test, those in a real browser included
	@tools/setup.sh test
	@$(MAKE) --no-print-directory check test-core test-browser

check: ## formatting and lints, for this machine and for wasm
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	cargo clippy --target wasm32-unknown-unknown --package gloss --package gloss-worker -- -D warnings

test-core: ## the crates and the command line, without any browser crate
	cargo test --workspace --exclude gloss --exclude gloss-store --exclude gloss-worker --exclude gloss-browser-tests

ENGINES ?= chromium
TESTS ?=
# Not empty where dist/ is to be taken as it is.
BUILT ?=
test-browser: ## the release build in a real Chromium; ENGINES="firefox webkit" and TESTS="keyboard room" choose others
	@tools/setup.sh test
	@[ -n "$(BUILT)" ] || $(MAKE) --no-print-directory dist
	@tools/test_browsers.sh "$(ENGINES)" $(TESTS:%=%::)

lighthouse: dist ## Lighthouse's scores of the release build; fails below the bar
	@tools/setup.sh lighthouse
	@cargo run --quiet --package gloss-browser-tests --bin lighthouse

screenshots: dist ## every page, in light, dark and sepia, at five widths, into target/screenshots/
	@tools/setup.sh test
	@cargo run --quiet --package gloss-browser-tests --bin screenshots

measure: dist ## quality on the dev sets in DATA (../shared unless told), speed, sizes; PEERS=peers adds other programs
	@tools/measure.sh $(or $(DATA),../shared) $(PEERS)
	@cargo test --quiet --package gloss-browser-tests measure -- --test-threads=1 --nocapture | grep "ms"
	@cargo run --quiet --release --package gloss-train --bin drift seeds/*.txt

MINUTES ?= 10
fuzz: ## feed each reader of foreign bytes with anything, for MINUTES each; TARGETS="html book" chooses
	@tools/setup.sh fuzz
	@tools/fuzz.sh $(MINUTES) $(TARGETS)

package: dist ## the built site and the command line in an archive with checksums, in target/package/
	@tools/package.sh

clean: ## remove what was built
	cargo clean
	rm -rf dist
