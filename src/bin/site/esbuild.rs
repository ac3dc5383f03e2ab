//! esbuild, which bundles scripts and makes files smaller. `cargo xtask` puts it on the search path.

use std::{
    env,
    ffi::OsString,
    fs,
    io::Write,
    process::{self, Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use lupus_car_t::site::{Bundler, Format, Language, Script};

/// The oldest browsers of the README.
const TARGET: &str = "--target=chrome98,firefox97,safari15.4";

/// The program, for a release or for a build that people read.
pub(crate) struct Esbuild {
    pub(crate) release: bool,
}

impl Bundler for Esbuild {
    fn bundle(&self, script: &Script) -> Result<String> {
        // By a file: the text that a script carries is longer than an argument can be.
        let built = env::temp_dir().join(format!("lupus-car-t-built-{}.json", process::id()));
        fs::write(&built, script.built.to_string())
            .context("writing what a script is built with")?;
        let mut alias = OsString::from("--alias:built=");
        alias.push(&built);
        let mut esbuild = Command::new("esbuild");
        esbuild.arg(script.entry).arg(alias).args([
            "--bundle",
            "--charset=ascii",
            "--log-level=warning",
            // It would write "use strict", which modules are anyway.
            "--tsconfig-raw={}",
            "--external:./builder.js",
            TARGET,
            match script.format {
                Format::Classic => "--format=iife",
                Format::Module => "--format=esm",
            },
        ]);
        esbuild.args(self.release.then_some("--minify"));
        let bundled = output(&mut esbuild, "");
        fs::remove_file(&built).context("removing what a script is built with")?;
        bundled
    }

    fn minify(&self, language: Language, text: &str) -> Result<String> {
        let mut esbuild = Command::new("esbuild");
        esbuild.args(["--minify", "--charset=ascii", TARGET]);
        esbuild.args(match language {
            Language::JavaScript => ["--loader=js", "--format=esm"].as_slice(),
            Language::Css => ["--loader=css"].as_slice(),
        });
        output(&mut esbuild, text)
    }
}

/// What esbuild answers to `input`. It says by itself what is wrong.
fn output(esbuild: &mut Command, input: &str) -> Result<String> {
    let mut child = esbuild
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("starting esbuild; `cargo xtask build` installs it")?;
    let mut stdin = child.stdin.take().context("it reads nothing")?;
    stdin.write_all(input.as_bytes())?;
    drop(stdin);
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "esbuild refused it");
    Ok(String::from_utf8(output.stdout)?)
}
