//! Packages from npm: those that the lock file of a folder names, and no others.

use std::{fs, path::Path, process::Command, time::SystemTime};

use anyhow::Result;

use crate::{
    run,
    system::{self, NPM},
};

/// Installs what the lock file in `folder` names, unless it is there.
pub(crate) fn install(folder: &str) -> Result<()> {
    system::ensure(&[NPM])?;
    // npm writes its own list last.
    let folder = run::root().join(folder);
    if changed(&folder.join("node_modules/.package-lock.json"))
        >= changed(&folder.join("package-lock.json"))
    {
        return Ok(());
    }
    let mut npm = run::command("npm");
    npm.args(["ci", "--no-audit", "--no-fund"]);
    run::step(npm.current_dir(folder))
}

/// A program that `tests/e2e` has installed, to be run in the folder of the workspace.
pub(crate) fn program(path: &str) -> Command {
    let mut node = run::command("node");
    node.arg(run::root().join("tests/e2e/node_modules").join(path));
    node
}

/// When a file was written last.
fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}
