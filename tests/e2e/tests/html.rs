//! The HTML is valid. No browser is needed to say so.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use e2e::server::{dist, package};

#[test]
fn the_page_of_its_own_is_valid_html() -> Result<()> {
    is_valid(&dist().canonicalize()?.join("index.html"))
}

#[test]
fn the_plain_page_is_valid_html() -> Result<()> {
    is_valid(&dist().canonicalize()?.join("plain.html"))
}

#[test]
fn the_host_page_is_valid_html() -> Result<()> {
    is_valid(&dist().canonicalize()?.join("host.html"))
}

/// The fragment is checked where it goes: in a page that has a title and a heading already.
#[test]
fn the_fragment_is_valid_html_inside_a_page() -> Result<()> {
    let fragment =
        fs::read_to_string(dist().join("fragment/en.html")).context("reading the fragment")?;
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Host</title></head>\
         <body><main><h1>Host</h1>\n{fragment}\n</main></body></html>\n"
    );
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("fragment.html");
    fs::write(&file, page)?;
    is_valid(&file)
}

fn is_valid(file: &Path) -> Result<()> {
    let checker = "node_modules/html-validate/bin/html-validate.mjs";
    ensure!(
        package().join(checker).exists(),
        "html-validate is missing: run `npm ci` in tests/e2e"
    );
    let output = Command::new("node")
        .current_dir(package())
        .args([
            checker,
            "--config",
            "html-validate.config.mjs",
            "--formatter",
            "text",
        ])
        .arg(file)
        .output()
        .context("starting node")?;
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{said}{complained}");
    Ok(())
}
