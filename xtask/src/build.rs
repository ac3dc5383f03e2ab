//! `serve` and `build`: Trunk, with everything it needs in place.

use std::{net::TcpListener, path::PathBuf, process::Command};

use anyhow::{Context as _, Result};

use crate::{
    budget, places,
    run::{self, say},
    system::{self, NPM, WASM},
    toolbox::Toolbox,
    tools::{BINARYEN, ESBUILD, TRUNK, Tool, WASM_BINDGEN},
};

/// The stack of the WebAssembly, a quarter of what rustc gives it: each page that runs it holds all of it in memory.
const STACK: &str = "-Clink-arg=-zstack-size=262144";

/// Serves a debug build that follows the sources, until it is interrupted.
pub(crate) fn serve(port: u16) -> Result<()> {
    // Trunk would say so too, but only after a build.
    TcpListener::bind(("127.0.0.1", port))
        .with_context(|| format!("cannot serve on port {port}; choose another with --port"))?;

    system::ensure(&[NPM])?;
    let toolbox = prepare(&[TRUNK, WASM_BINDGEN, ESBUILD])?;
    // Not into dist/: a debug build is never taken for the release.
    let dist = run::target_folder().join("serve");
    let mut trunk = trunk(&toolbox)?;
    trunk.args([
        "serve",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
    ]);
    // A file that is missing is missing, here as on a real server: no other page in its place.
    trunk.args(["--no-spa", "true", "--disable-address-lookup", "true"]);
    // Trunk reloads a page by a script inside it, which the page's own security policy forbids.
    trunk.args(["--no-autoreload", "true", "--dist"]).arg(dist);
    say(&format!(
        "The page will be on http://127.0.0.1:{port} once it is built. Ctrl-C ends it."
    ));
    run::become_command(&mut trunk)
}

/// Builds the release into `dist/` and fails where a file is over its budget.
pub(crate) fn release() -> Result<()> {
    system::ensure(&[NPM])?;
    let toolbox = prepare(&[TRUNK, WASM_BINDGEN, BINARYEN, ESBUILD])?;
    let mut trunk = trunk(&toolbox)?;
    // The release is the same wherever it is built: no flags of this machine, no names of its folders.
    for flags in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        trunk.env_remove(flags);
    }
    let variable = format!(
        "CARGO_TARGET_{}_RUSTFLAGS",
        WASM.replace('-', "_").to_uppercase()
    );
    trunk.env(variable, format!("{} {STACK}", places::renaming_flags()));
    run::step(trunk.args(["build", "--release"]))?;
    budget::check(&dist().join("manifest.json"))
}

/// Writes the packets of a review, one a language, and says the fingerprint of each text.
pub(crate) fn review() -> Result<()> {
    let out = run::target_folder().join("review");
    let mut site = run::cargo();
    site.args([
        "run",
        "--quiet",
        "-p",
        "lupus-car-t",
        "--bin",
        "site",
        "--",
        "review",
    ]);
    run::step(site.arg(run::root()).arg(out))
}

/// Where the release is.
pub(crate) fn dist() -> PathBuf {
    run::root().join("dist")
}

fn prepare(tools: &[Tool]) -> Result<Toolbox> {
    system::ensure_wasm_target()?;
    let toolbox = Toolbox::with(tools)?;
    // Trunk runs cargo offline, for every target.
    run::step(run::cargo().arg("fetch"))?;
    Ok(toolbox)
}

fn trunk(toolbox: &Toolbox) -> Result<Command> {
    let mut trunk = toolbox.command("trunk")?;
    trunk.env("TRUNK_OFFLINE", "true");
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    Ok(trunk)
}
