use std::{env, fs, path::PathBuf};

/// axe-core's script, of the version that `tools/setup.sh` installs.
///
/// # Panics
/// When it is not installed.
#[must_use]
pub fn axe_core() -> String {
    let file = tool("axe-core-4.14.1/node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file)
        .unwrap_or_else(|why| panic!("{}: {why}; `make test` installs it", file.display()))
}

/// Where Lighthouse's command is, of the version that `tools/setup.sh` installs.
#[must_use]
pub fn lighthouse() -> PathBuf {
    tool("lighthouse-12.8.2/node_modules/.bin/lighthouse")
}

/// A file in the cache of tools, which is where the Makefile puts it unless told otherwise.
fn tool(file: &str) -> PathBuf {
    let below = |name: &str, rest: &str| env::var_os(name).map(|folder| PathBuf::from(folder).join(rest));
    let cache = below("GLOSS_TOOLS", "").or_else(|| below("XDG_CACHE_HOME", "gloss"));
    cache.or_else(|| below("HOME", ".cache/gloss")).unwrap_or_default().join(file)
}
