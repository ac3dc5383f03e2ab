//! Builds the release a second time, from elsewhere and into elsewhere: it is the same, byte for byte.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs, io,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process,
};

use anyhow::{Context as _, Result, bail, ensure};

use crate::{
    build,
    run::{self, say},
};

/// What is no source.
const NO_SOURCES: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// Fails unless a copy of the sources, with another `CARGO_HOME` and another folder to build in, gives what is in
/// `dist/`, and nothing there names a folder of this machine.
pub(crate) fn check() -> Result<()> {
    let place = env::temp_dir().join(format!("lupus-car-t-{}", process::id()));
    let outcome = build_in(&place).and_then(|again| compare(&build::dist(), &again, &place));
    fs::remove_dir_all(&place).with_context(|| format!("cannot remove {}", place.display()))?;
    outcome
}

/// Builds in `place`; answers with where the release is.
fn build_in(place: &Path) -> Result<PathBuf> {
    let [source, home, target] = ["the-source", "cargo-home", "built"].map(|it| place.join(it));
    copy(&run::root(), &source)?;
    fs::create_dir_all(&home)?;
    let usual = run::cargo_home().context("neither CARGO_HOME nor HOME is set")?;
    for shared in ["registry", "git", "config.toml"] {
        if usual.join(shared).exists() {
            symlink(usual.join(shared), home.join(shared))?;
        }
    }
    // This program takes the folder of the variable for the one of the workspace.
    let mut xtask = run::command(env::current_exe()?);
    xtask.arg("build").current_dir(&source);
    xtask.env("CARGO_MANIFEST_DIR", source.join("xtask"));
    xtask
        .env("CARGO_HOME", &home)
        .env("CARGO_TARGET_DIR", &target);
    // The tools are those of the first build.
    xtask.env("LUPUS_CAR_T_TOOLS", crate::toolbox::cache_folder()?);
    run::step(&mut xtask)?;
    Ok(source.join("dist"))
}

fn compare(first: &Path, again: &Path, place: &Path) -> Result<()> {
    let [one, other] = [files(first)?, files(again)?];
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let differ = names
        .into_iter()
        .filter(|name| one.get(*name) != other.get(*name));
    let differ: Vec<&str> = differ.map(String::as_str).collect();
    ensure!(
        differ.is_empty(),
        "built a second time, these are not the same: {}",
        differ.join(", ")
    );
    for folder in [run::root(), run::target_folder(), place.to_owned()]
        .into_iter()
        .chain(run::cargo_home())
    {
        let name = folder.display().to_string();
        let tells = one.iter().find(|(_, bytes)| holds(bytes, name.as_bytes()));
        if let Some((file, _)) = tells {
            bail!("{file} tells of the folder {name}");
        }
    }
    say(&format!("  {} files are the same", one.len()));
    Ok(())
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|it| it == part)
}

/// Every file below `folder`, by its path from there.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    each_file(folder, folder, &mut |path, file| {
        files.insert(path.display().to_string(), fs::read(file)?);
        Ok(())
    })
    .with_context(|| format!("reading {}", folder.display()))?;
    Ok(files)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    each_file(from, from, &mut |path, file| {
        let place = to.join(path);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(file, place).map(|_| ())
    })
    .with_context(|| format!("copying {} to {}", from.display(), to.display()))
}

/// Calls `visit` with each file below `folder`: with its path from `root` on, and its whole path.
fn each_file(
    root: &Path,
    folder: &Path,
    visit: &mut dyn FnMut(&Path, &Path) -> io::Result<()>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if NO_SOURCES.iter().any(|it| entry.file_name() == *it) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            each_file(root, &path, visit)?;
        } else {
            visit(path.strip_prefix(root).unwrap_or(&path), &path)?;
        }
    }
    Ok(())
}
