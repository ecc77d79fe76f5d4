//! Tells the tests at compile time which engine they drive, so that those for some engines only are listed as
//! ignored in the others, each with its reason.

use std::env;

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-env-changed=GLOSS_BROWSER");
    println!("cargo::rustc-check-cfg=cfg(engine, values(\"chromium\", \"firefox\", \"webkit\"))");
    let engine = env::var("GLOSS_BROWSER").unwrap_or_else(|_| "chromium".to_owned());
    if !["chromium", "firefox", "webkit"].contains(&engine.as_str()) {
        return Err(format!("GLOSS_BROWSER is to be chromium, firefox or webkit, not {engine}"));
    }
    println!("cargo::rustc-cfg=engine=\"{engine}\"");
    Ok(())
}
