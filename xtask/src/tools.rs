//! The tools that are not part of the Rust toolchain: one row a tool.

use std::fs;

use anyhow::{Context as _, Result};

use crate::{run, version};

/// Builds the page. 0.22 asks for a newer Rust than this project's.
pub(crate) const TRUNK: Tool = Tool {
    name: "trunk",
    programs: &["trunk"],
    pin: Pin::Version("0.21.14"),
    source: Source::Crate { locked: true },
    purpose: "builds and serves the page",
    takes: "7 minutes",
};

/// Makes the JavaScript beside the WebAssembly, and runs the component tests in a browser. It has to be exactly the
/// version of the library, and its own lock file can name crates that are gone, so it is installed without.
pub(crate) const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    pin: Pin::AsLocked("wasm-bindgen"),
    source: Source::Crate { locked: false },
    purpose: "makes the JavaScript that loads the WebAssembly",
    takes: "3 minutes",
};

/// Shrinks the release. What Debian and the registry of Rust packages have is too old for today's rustc.
/// `Trunk.toml` names the version too, and refuses another.
pub(crate) const BINARYEN: Tool = Tool {
    name: "binaryen",
    programs: &["wasm-opt"],
    pin: Pin::Version("132.0.0"),
    source: Source::Npm,
    purpose: "shrinks the WebAssembly of a release",
    takes: "half a minute",
};

/// Bundles the scripts, and makes scripts and stylesheets of a release smaller.
pub(crate) const ESBUILD: Tool = Tool {
    name: "esbuild",
    programs: &["esbuild"],
    pin: Pin::Version("0.28.2"),
    source: Source::Npm,
    purpose: "bundles the scripts",
    takes: "ten seconds",
};

/// Drives Firefox. Debian has no package of it.
pub(crate) const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    programs: &["geckodriver"],
    pin: Pin::Version("0.37.1"),
    source: Source::Crate { locked: true },
    purpose: "drives Firefox in tests",
    takes: "2 minutes",
};

/// All of them.
pub(crate) const TOOLS: [Tool; 5] = [TRUNK, WASM_BINDGEN, BINARYEN, ESBUILD, GECKODRIVER];

/// One tool: what it is, and which version of it this project is built with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tool {
    /// The name of its package.
    pub(crate) name: &'static str,
    /// What it brings; each answers to `--version`.
    pub(crate) programs: &'static [&'static str],
    /// The version it has to be.
    pub(crate) pin: Pin,
    /// Where it is installed from.
    pub(crate) source: Source,
    /// What it does here, for the person who waits for it.
    pub(crate) purpose: &'static str,
    /// How long it takes to install on two cores, about.
    pub(crate) takes: &'static str,
}

/// The version a tool has to be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Pin {
    /// This one.
    Version(&'static str),
    /// That of a package in `Cargo.lock`.
    AsLocked(&'static str),
}

/// Where a tool is installed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Built by cargo, with the tool's own lock file or without.
    Crate {
        /// Whether to use the lock file.
        locked: bool,
    },
    /// Installed by npm.
    Npm,
}

impl Tool {
    /// The version it has to be, as a number.
    pub(crate) fn version(&self) -> Result<String> {
        match self.pin {
            Pin::Version(version) => Ok(version.to_owned()),
            Pin::AsLocked(package) => {
                let lock = run::root().join("Cargo.lock");
                let text = fs::read_to_string(&lock)
                    .with_context(|| format!("cannot read {}", lock.display()))?;
                Ok(version::locked(&text, package)?.to_owned())
            }
        }
    }
}
