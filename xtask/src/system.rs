//! What the system has to bring: the Rust target, npm, browsers and their drivers.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, bail};

use crate::{
    install,
    run::{self, say},
    toolbox,
};

/// The target that the widget is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Something that a package manager installs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Requirement {
    /// What it is called in messages.
    name: &'static str,
    /// Programs that show that it is there: any one of them does.
    programs: &'static [&'static str],
    /// The package of Debian and its kin.
    package: &'static str,
}

/// npm, and Node.js below it: installs `wasm-opt`, and the checkers that the end-to-end tests run.
pub(crate) const NPM: Requirement = Requirement {
    name: "npm",
    programs: &["npm"],
    package: "npm",
};

/// The web server whose snippet is in `dist`: the end-to-end tests start one of their own.
pub(crate) const NGINX: Requirement = Requirement {
    name: "nginx",
    programs: &["nginx"],
    package: "nginx",
};

/// The other one. The package is the program alone, without the service.
pub(crate) const APACHE: Requirement = Requirement {
    name: "Apache",
    programs: &["apache2"],
    package: "apache2-bin",
};

/// The browsers that Rust tests drive without a display.
pub(crate) const HEADLESS_BROWSERS: &[Requirement] = &[CHROMIUM, CHROMEDRIVER, FIREFOX];

/// Every browser that the end-to-end tests drive, and the display that the last of them needs.
pub(crate) const BROWSERS: &[Requirement] = &[CHROMIUM, CHROMEDRIVER, FIREFOX, WEBKIT, XVFB];

const CHROMIUM: Requirement = Requirement {
    name: "Chromium",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ],
    package: "chromium",
};
const CHROMEDRIVER: Requirement = Requirement {
    name: "ChromeDriver",
    programs: &["chromedriver"],
    package: "chromium-driver",
};
const FIREFOX: Requirement = Requirement {
    name: "Firefox",
    programs: &["firefox", "firefox-esr"],
    package: "firefox-esr",
};
const WEBKIT: Requirement = Requirement {
    name: "WebKit's WebDriver",
    programs: &["WebKitWebDriver"],
    package: "webkit2gtk-driver",
};
const XVFB: Requirement = Requirement {
    name: "Xvfb",
    programs: &["Xvfb"],
    package: "xvfb",
};

impl Requirement {
    fn is_met(&self) -> bool {
        self.programs
            .iter()
            .any(|program| path_of(program).is_some())
    }
}

/// A program on the search path, or where the system keeps what only root used to start.
pub(crate) fn path_of(program: &str) -> Option<PathBuf> {
    let aside = || {
        ["/usr/local/sbin", "/usr/sbin"]
            .map(|folder| Path::new(folder).join(program))
            .into_iter()
            .find(|path| path.is_file())
    };
    run::on_path(program).or_else(aside)
}

/// Adds the WebAssembly target to the toolchain in use.
pub(crate) fn ensure_wasm_target() -> Result<()> {
    if has_wasm_target() {
        return Ok(());
    }
    if run::on_path("rustup").is_none() {
        bail!("this Rust has no standard library for {WASM}, and rustup is not there to add it");
    }
    say(&format!(
        "Adding the Rust target {WASM}: the widget is compiled for it."
    ));
    run::step(run::command("rustup").args(["target", "add", WASM]))?;
    if !has_wasm_target() {
        bail!("rustup added {WASM}, but not to the toolchain that cargo uses");
    }
    Ok(())
}

fn has_wasm_target() -> bool {
    let mut rustc = run::command("rustc");
    run::output_of(rustc.args(["--print", "target-libdir", "--target", WASM]))
        .is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

/// Installs what is missing where apt can, and names it where not.
pub(crate) fn ensure(requirements: &[Requirement]) -> Result<()> {
    if missing(requirements).is_empty() {
        return Ok(());
    }
    let _lock = install::lock(&toolbox::cache_folder()?)?;
    let absent = missing(requirements);
    if absent.is_empty() {
        return Ok(());
    }

    let names = absent
        .iter()
        .map(|it| it.name)
        .collect::<Vec<_>>()
        .join(", ");
    let packages: Vec<&str> = absent.iter().map(|it| it.package).collect();
    let Some(superuser) = superuser().filter(|_| run::on_path("apt-get").is_some()) else {
        bail!(
            "not installed: {names}. On Debian or Ubuntu run `apt-get install {}` as root; \
             elsewhere install them your way, so that they are on the search path",
            packages.join(" "),
        );
    };
    say(&format!(
        "Installing {names} with apt-get: a minute or two, once."
    ));
    run::step(apt(superuser).arg("update"))?;
    run::step(
        apt(superuser)
            .args(["install", "--yes", "--no-install-recommends"])
            .args(&packages),
    )?;
    match missing(requirements).first() {
        Some(absent) => bail!(
            "apt-get has run, yet {} is not on the search path",
            absent.name
        ),
        None => Ok(()),
    }
}

fn missing(requirements: &[Requirement]) -> Vec<&Requirement> {
    requirements.iter().filter(|it| !it.is_met()).collect()
}

/// The words before a command that make it run as root: none for root itself.
fn superuser() -> Option<&'static [&'static str]> {
    if run::output_of(run::command("id").arg("-u"))?.trim() == "0" {
        return Some(&["env"]);
    }
    run::output_of(run::command("sudo").args(["-n", "true"]))
        .map(|_| ["sudo", "-n", "env"].as_slice())
}

fn apt(superuser: &[&str]) -> Command {
    let mut command = run::command(superuser.first().unwrap_or(&"env"));
    command.args(superuser.iter().skip(1));
    // Another program may be using apt: wait for it rather than fail.
    command.args([
        "DEBIAN_FRONTEND=noninteractive",
        // Debian starts the service of a package that brings one; nobody asked for a web server on port 80.
        // `runlevel` believes the first, `systemctl` the second.
        "RUNLEVEL=1",
        "SYSTEMD_OFFLINE=1",
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=600",
    ]);
    command
}
