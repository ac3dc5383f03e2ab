//! `check`: everything that can be said about the code without running it.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{
    npm,
    run::{self, say},
    system::{self, WASM},
    tidy,
};

/// Runs every check, so that one look shows all there is to mend.
pub(crate) fn check() -> Result<()> {
    system::ensure_wasm_target()?;
    ensure_component("rustfmt", "fmt")?;
    ensure_component("clippy", "clippy")?;
    npm::install("tests/e2e")?;

    let outcomes = [
        run::step(run::cargo().args(["fmt", "--all", "--", "--check"])),
        run::step(clippy().args(["--workspace", "--all-targets", "--", "-D", "warnings"])),
        run::step(
            clippy()
                .args(["-p", "lupus-car-t", "--target", WASM])
                .args([
                    "--lib", "--bins", "--test", "browser", "--", "-D", "warnings",
                ]),
        ),
        run::step(npm::program("typescript/bin/tsc").args(["--project", "static/script"])),
        run::step(npm::program("eslint/bin/eslint.js").args([
            "--config",
            "tests/e2e/eslint.config.mjs",
            "--max-warnings=0",
            "static/script",
        ])),
        tidy(),
    ];
    let failures: Vec<String> = outcomes
        .into_iter()
        .filter_map(Result::err)
        .map(|error| format!("{error:#}"))
        .collect();
    if !failures.is_empty() {
        bail!("{}", failures.join("; "));
    }
    Ok(())
}

fn clippy() -> Command {
    let mut cargo = run::cargo();
    cargo.arg("clippy");
    cargo
}

fn tidy() -> Result<()> {
    say("$ tidy");
    let findings = tidy::findings(&run::root())?;
    for finding in &findings {
        say(&finding.to_string());
    }
    match findings.len() {
        0 => Ok(()),
        1 => bail!("tidy has one finding"),
        number => bail!("tidy has {number} findings"),
    }
}

/// Adds a part of the toolchain that a minimal installation lacks.
fn ensure_component(component: &str, subcommand: &str) -> Result<()> {
    if run::output_of(run::cargo().args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    if run::on_path("rustup").is_none() {
        bail!("this Rust has no {component}, and rustup is not there to add it");
    }
    say(&format!("Adding {component} to the Rust toolchain."));
    run::step(run::command("rustup").args(["component", "add", component]))
}
