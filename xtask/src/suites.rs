//! `test`: the four suites, the quickest first.

use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{
    again, build, npm,
    run::{self, say},
    system::{self, APACHE, BROWSERS, HEADLESS_BROWSERS, NGINX, WASM},
    toolbox::Toolbox,
    tools::{ESBUILD, GECKODRIVER, WASM_BINDGEN},
};

/// A kind of test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Suite {
    /// Native: content, state, rendering, the project's own commands.
    Host,
    /// Components in Chromium and Firefox.
    Browser,
    /// The release in three engines.
    EndToEnd,
    /// The release, built a second time elsewhere.
    Release,
}

impl Suite {
    /// All of them, the quickest first.
    pub(crate) const ALL: [Self; 4] = [Self::Host, Self::Browser, Self::EndToEnd, Self::Release];

    /// The suite that is called `name` on the command line.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|suite| suite.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Browser => "browser",
            Self::EndToEnd => "e2e",
            Self::Release => "release",
        }
    }
}

/// Runs the suites in order, up to the first that fails.
pub(crate) fn run(suites: &[Suite], filters: &[String]) -> Result<()> {
    for suite in suites {
        say(&format!("\nTests: {}", suite.name()));
        match suite {
            Suite::Host => host(filters)?,
            Suite::Browser => browser(filters)?,
            Suite::EndToEnd => end_to_end(filters)?,
            Suite::Release => {
                // The suite before this one has built it.
                if !suites.contains(&Suite::EndToEnd) {
                    build::release()?;
                }
                again::check()?;
            }
        }
    }
    Ok(())
}

fn host(filters: &[String]) -> Result<()> {
    run::step(&mut test(&["-p", "lupus-car-t", "-p", "xtask"], filters))
}

fn browser(filters: &[String]) -> Result<()> {
    system::ensure_wasm_target()?;
    system::ensure(HEADLESS_BROWSERS)?;
    let toolbox = Toolbox::with(&[WASM_BINDGEN, GECKODRIVER])?;
    let runner = toolbox.path_of("wasm-bindgen-test-runner")?;
    for (browser, variable, driver) in [
        ("Chromium", "CHROMEDRIVER", "chromedriver"),
        ("Firefox", "GECKODRIVER", "geckodriver"),
    ] {
        say(&format!("In {browser}:"));
        let package = ["-p", "lupus-car-t", "--target", WASM, "--test", "browser"];
        let mut cargo = test(&package, filters);
        toolbox.equip(&mut cargo)?;
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &runner);
        // The runner takes the first driver that it is told of, so it is told of one.
        for other in ["CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER"] {
            cargo.env_remove(other);
            cargo.env_remove(format!("{other}_REMOTE"));
        }
        cargo.env(variable, toolbox.path_of(driver)?);
        // Seconds: a busy machine may take more than the runner's own 5 and 20.
        cargo.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30");
        cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
        run::step(&mut cargo)?;
    }
    Ok(())
}

fn end_to_end(filters: &[String]) -> Result<()> {
    system::ensure(BROWSERS)?;
    system::ensure(&[NGINX, APACHE])?;
    // A test builds a second site, whose scripts are bundled as those of the release are.
    let toolbox = Toolbox::with(&[GECKODRIVER, ESBUILD])?;
    prepare_release()?;

    let mut cargo = test(&["-p", "e2e"], filters);
    equip_end_to_end(&mut cargo, &toolbox)?;
    cargo.env("GECKODRIVER", toolbox.path_of("geckodriver")?);
    cargo.env("WEBKIT_DRIVER", toolbox.path_of("WebKitWebDriver")?);
    for (variable, program) in [("NGINX", "nginx"), ("APACHE", "apache2")] {
        let path = system::path_of(program);
        cargo.env(
            variable,
            path.with_context(|| format!("{program} is not there"))?,
        );
    }
    // The reasons of failures, of which there can be many, are not to drown in the frames of the test runner.
    cargo.env("RUST_BACKTRACE", "0");
    run::step(&mut cargo)
}

/// Builds the release, and installs the checkers and host pages' frameworks of the end-to-end tests.
pub(crate) fn prepare_release() -> Result<()> {
    build::release()?;
    npm::install("tests/e2e")
}

/// Names the release and the driver of Chromium to tests of the release.
pub(crate) fn equip_end_to_end(cargo: &mut Command, toolbox: &Toolbox) -> Result<()> {
    toolbox.equip(cargo)?;
    cargo.env("E2E_DIST", build::dist());
    cargo.env("CHROMEDRIVER", toolbox.path_of("chromedriver")?);
    Ok(())
}

/// `cargo test` for a package, and for the tests in it whose names hold one of the filters.
fn test(package: &[&str], filters: &[String]) -> Command {
    let mut cargo = run::cargo();
    cargo.arg("test").args(package);
    if !filters.is_empty() {
        cargo.arg("--").args(filters);
    }
    cargo
}
