//! The scripts need no interface that the oldest browsers of the README lack. No browser is needed to say so.

use std::{collections::BTreeMap, fs, process::Command};

use anyhow::{Context, Result, ensure};
use e2e::server::package;

#[test]
fn the_scripts_need_nothing_newer_than_the_oldest_browsers() -> Result<()> {
    let output = Command::new("node")
        .current_dir(package().join("../.."))
        .args([
            "tests/e2e/node_modules/eslint/bin/eslint.js",
            "--config",
            "tests/e2e/eslint.config.mjs",
            "--max-warnings=0",
            "static/script",
        ])
        .output()
        .context("starting node")?;
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{said}{complained}");
    Ok(())
}

#[test]
fn the_readme_names_the_oldest_browsers() -> Result<()> {
    let oldest = fs::read_to_string(package().join("oldest-browsers.json"))?;
    let oldest: BTreeMap<String, String> = serde_json::from_str(&oldest)?;
    let version = |name: &str| oldest.get(name).with_context(|| format!("no {name}"));
    ensure!(version("chrome")? == version("edge")? && version("safari")? == version("safari_ios")?);
    let named = format!(
        "Chrome and Edge {}, Firefox {}, Safari and iOS {}",
        version("chrome")?,
        version("firefox")?,
        version("safari")?
    );
    let readme = fs::read_to_string(package().join("../../README.md"))?;
    ensure!(readme.contains(&named), "the README does not say `{named}`");
    Ok(())
}
