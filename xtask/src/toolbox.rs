//! Finding the tools, on the search path or in the project's own folder.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result};

use crate::{
    install, run, system,
    tools::{Source, Tool},
    version,
};

/// Tools that are known to be there, in the versions that this project is built with.
#[derive(Debug)]
pub(crate) struct Toolbox {
    /// Folders of the tools that are not on the search path.
    folders: Vec<PathBuf>,
}

/// Where a tool was found.
enum Place {
    /// Its programs come first on the search path.
    OnPath,
    /// In a folder of the project's own.
    Folder(PathBuf),
}

impl Toolbox {
    /// A box with these tools. What is missing, or there in another version, is installed.
    pub(crate) fn with(tools: &[Tool]) -> Result<Self> {
        let cache = cache_folder()?;
        let mut folders = Vec::new();
        for tool in tools {
            let version = tool.version()?;
            let place = match find(tool, &version, &cache) {
                Some(place) => place,
                None => Place::Folder(provide(tool, &version, &cache)?),
            };
            if let Place::Folder(folder) = place {
                folders.push(folder);
            }
        }
        Ok(Self { folders })
    }

    /// A program of the box, or of the system, with the box's tools first on its search path.
    pub(crate) fn command(&self, program: &str) -> Result<Command> {
        let mut command = run::command(self.path_of(program)?);
        self.equip(&mut command)?;
        Ok(command)
    }

    /// Puts the box's tools first on the search path of `command`.
    pub(crate) fn equip(&self, command: &mut Command) -> Result<()> {
        command.env("PATH", self.search_path()?);
        Ok(())
    }

    /// Where a program is.
    pub(crate) fn path_of(&self, program: &str) -> Result<PathBuf> {
        let own = self
            .folders
            .iter()
            .map(|folder| folder.join(program))
            .find(|path| path.is_file());
        own.or_else(|| run::on_path(program))
            .with_context(|| format!("`{program}` is not installed"))
    }

    fn search_path(&self) -> Result<OsString> {
        let old = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&old));
        env::join_paths(folders)
            .context("a tool's folder has a name that a search path cannot hold")
    }
}

/// Whether every program of `tool` is in `folder` and reports `version`.
pub(crate) fn is_whole(tool: &Tool, version: &str, folder: &Path) -> bool {
    tool.programs
        .iter()
        .all(|program| reports(&folder.join(program), version))
}

/// The folder, below the one a tool is installed into, that holds its programs.
pub(crate) fn program_folder(tool: &Tool, folder: &Path) -> PathBuf {
    match tool.source {
        Source::Crate { .. } => folder.join("bin"),
        Source::Npm => folder.join("node_modules/.bin"),
    }
}

/// Installs a tool, or waits for another `cargo xtask` that is about to.
fn provide(tool: &Tool, version: &str, cache: &Path) -> Result<PathBuf> {
    if tool.source == Source::Npm {
        system::ensure(&[system::NPM])?;
    }
    let _lock = install::lock(cache)?;
    match find(tool, version, cache) {
        Some(Place::Folder(folder)) => Ok(folder),
        _ => install::install(tool, version, cache),
    }
}

fn find(tool: &Tool, version: &str, cache: &Path) -> Option<Place> {
    let on_path =
        |program: &&str| run::on_path(program).is_some_and(|path| reports(&path, version));
    if tool.programs.iter().all(on_path) {
        return Some(Place::OnPath);
    }
    let folder = program_folder(tool, &cache.join(format!("{}-{version}", tool.name)));
    is_whole(tool, version, &folder).then_some(Place::Folder(folder))
}

fn reports(program: &Path, version: &str) -> bool {
    run::output_of(run::command(program).arg("--version")).is_some_and(|output| {
        version::reported(&output).is_some_and(|it| version::same(it, version))
    })
}

/// The folder that tools are installed into: outside `target/`, so that cleaning costs nobody ten minutes.
pub(crate) fn cache_folder() -> Result<PathBuf> {
    let set = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    set("LUPUS_CAR_T_TOOLS")
        .map(|folder| run::root().join(folder))
        .or_else(|| set("XDG_CACHE_HOME").map(|folder| folder.join("lupus-car-t")))
        .or_else(|| set("HOME").map(|folder| folder.join(".cache/lupus-car-t")))
        .context("set LUPUS_CAR_T_TOOLS to the folder that tools shall be installed into")
}
