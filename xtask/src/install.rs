//! Installing a tool into the project's own folder, whole or not at all.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};

use crate::{
    run::{self, say},
    toolbox,
    tools::{Source, Tool},
};

/// Held while tools are installed, so that two `cargo xtask` never install at once. It ends with the process.
#[derive(Debug)]
#[must_use = "the lock is given up once it is dropped"]
pub(crate) struct Lock {
    _file: File,
}

/// Waits until no other `cargo xtask` installs into `cache`.
pub(crate) fn lock(cache: &Path) -> Result<Lock> {
    fs::create_dir_all(cache).with_context(|| format!("cannot make {}", cache.display()))?;
    let path = cache.join("lock");
    let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            say("Another `cargo xtask` is installing tools: waiting for it.");
            file.lock()
                .context("cannot wait for the other `cargo xtask`")?;
        }
        Err(TryLockError::Error(error)) => {
            return Err(error).context("cannot lock the tools' folder");
        }
    }
    Ok(Lock { _file: file })
}

/// Installs a tool and returns the folder of its programs. The caller holds the [`Lock`].
///
/// The tool is made in a folder with another name, which gets its own only when the tool has reported its version:
/// what an interruption leaves behind is never taken for a tool.
pub(crate) fn install(tool: &Tool, version: &str, cache: &Path) -> Result<PathBuf> {
    let folder = cache.join(format!("{}-{version}", tool.name));
    let partial = cache.join(format!("{}-{version}.partial", tool.name));
    announce(tool, version, &folder);
    remove(&partial)?;
    fs::create_dir_all(&partial)?;

    let log = cache.join(format!("{}-{version}.log", tool.name));
    match tool.source {
        Source::Npm => from_npm(tool, version, &partial, &log)?,
        Source::Crate { locked } => {
            if !prebuilt(tool, version, &partial, &log) {
                from_crate(tool, version, locked, &partial, &log)?;
            }
        }
    }

    if !toolbox::is_whole(tool, version, &toolbox::program_folder(tool, &partial)) {
        bail!(
            "what was installed as {} does not report version {version}: see {}",
            tool.name,
            log.display()
        );
    }
    remove(&folder)?;
    fs::rename(&partial, &folder)
        .with_context(|| format!("cannot rename {}", partial.display()))?;
    Ok(toolbox::program_folder(tool, &folder))
}

fn announce(tool: &Tool, version: &str, folder: &Path) {
    for program in tool.programs {
        if let Some(path) = run::on_path(program) {
            say(&format!(
                "{} is not version {version}, so the project gets its own.",
                path.display()
            ));
        }
    }
    say(&format!(
        "Installing {} {version}, which {}. It takes about {} once, and goes to {}.",
        tool.name,
        tool.purpose,
        tool.takes,
        folder.display(),
    ));
}

/// Fetches a built tool where `cargo binstall` is there and knows one.
fn prebuilt(tool: &Tool, version: &str, partial: &Path, log: &Path) -> bool {
    if run::on_path("cargo-binstall").is_none() {
        return false;
    }
    let mut command = run::cargo();
    command.args([
        "binstall",
        "--no-confirm",
        "--disable-strategies",
        "compile",
        "--root",
    ]);
    command.arg(partial).arg(format!("{}@{version}", tool.name));
    match run::logged_step(&mut command, log) {
        Ok(()) => toolbox::is_whole(tool, version, &toolbox::program_folder(tool, partial)),
        Err(error) => {
            say(&format!("{error:#}. Building it from source instead."));
            false
        }
    }
}

fn from_crate(tool: &Tool, version: &str, locked: bool, partial: &Path, log: &Path) -> Result<()> {
    // Kept until the build succeeds, so that an interrupted one goes on where it was.
    let build = partial.with_extension("build");
    let mut command = run::cargo();
    command.args(["install", "--force", "--root"]).arg(partial);
    command
        .args(locked.then_some("--locked"))
        .arg(format!("{}@{version}", tool.name));
    command
        .env("CARGO_TARGET_DIR", &build)
        .env_remove("CARGO_BUILD_TARGET");
    run::logged_step(&mut command, log)?;
    remove(&build)
}

fn from_npm(tool: &Tool, version: &str, partial: &Path, log: &Path) -> Result<()> {
    let mut command = run::command("npm");
    command.args([
        "install",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--prefix",
    ]);
    command.arg(partial).arg(format!("{}@{version}", tool.name));
    run::logged_step(&mut command, log)
}

/// Removes a folder that need not be there.
fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
