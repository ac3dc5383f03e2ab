//! Reader views and other tools that read only the light DOM: what they find, and where.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use e2e::server::{dist, package};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Read {
    offered: bool,
    title: String,
    text: String,
}

#[test]
fn the_reader_view_has_every_section_of_the_plain_page() -> Result<()> {
    let Read {
        offered,
        title,
        text,
    } = read("plain.html")?;
    ensure!(offered, "the reader view is not offered");
    ensure!(title.contains("Lupus"), "the title is {title}");
    let manifest = std::fs::read(dist().join("manifest.json")).context("reading the manifest")?;
    let manifest: Value = serde_json::from_slice(&manifest)?;
    let sections = manifest["languages"]["en"]["sections"].as_array();
    let headings = sections
        .context("no sections")?
        .iter()
        .filter_map(|it| it["heading"].as_str());
    let missing: Vec<&str> = headings.filter(|it| !text.contains(it)).collect();
    ensure!(missing.is_empty(), "not in the reader view: {missing:?}");
    ensure!(text.contains("Get help now"), "the help box is missing");
    let words = text.split_whitespace().count();
    ensure!(words > 4_000, "only {words} words");
    Ok(())
}

/// As the README says. Where a reader view finds the words one day, the README is to say so.
#[test]
fn the_reader_view_has_nothing_of_a_shadow_root() -> Result<()> {
    let Read { text, .. } = read("index.html")?;
    ensure!(
        !text.contains("Get help now"),
        "the reader view finds the words: {text}"
    );
    Ok(())
}

fn read(file: &str) -> Result<Read> {
    let output = Command::new("node")
        .current_dir(package())
        .arg("fixtures/readable.mjs")
        .arg(dist().canonicalize()?.join(file))
        .output()
        .context("starting node")?;
    let complained = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{complained}");
    Ok(serde_json::from_slice(&output.stdout)?)
}
