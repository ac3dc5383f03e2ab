//! Other names for the folders of this machine, so that a release does not tell of it and is the same everywhere.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::run::{self, say};

/// The flags by which rustc writes down names of its own in the place of folders.
pub(crate) fn renaming_flags() -> String {
    let flags = folders().into_iter().filter_map(|(folder, name)| {
        let folder = folder.display().to_string();
        if folder.contains(char::is_whitespace) {
            say(&format!(
                "`{folder}` has a space in its name, so the release may carry that name."
            ));
            return None;
        }
        Some(format!("--remap-path-prefix={folder}={name}"))
    });
    flags.collect::<Vec<_>>().join(" ")
}

/// Each folder with its other name. Of two that fit, the later counts.
fn folders() -> Vec<(PathBuf, String)> {
    let mut folders = vec![
        (run::root(), "/lupus-car-t".to_owned()),
        (run::target_folder(), "/target".to_owned()),
    ];
    if let Some(home) = run::cargo_home() {
        // The names of registries differ, too, where one stands in for another.
        let sources = fs::read_dir(home.join("registry/src"));
        let sources = sources.into_iter().flatten().flatten();
        let sources = sources.map(|it| (it.path(), "/crates".to_owned()));
        folders.push((home.clone(), "/cargo".to_owned()));
        folders.extend(sources);
    }
    folders.extend(standard_library());
    // Programs may call a folder by its real name or by that of a link.
    let real = folders.iter().filter_map(|(folder, name)| {
        let real = fs::canonicalize(folder).ok().filter(|it| it != folder)?;
        Some((real, name.clone()))
    });
    let real: Vec<_> = real.collect();
    [real, folders].concat()
}

/// Where the sources of the standard library are, if they are installed; else rustc calls it by this name anyway.
fn standard_library() -> Option<(PathBuf, String)> {
    let sysroot = run::output_of(run::command("rustc").args(["--print", "sysroot"]))?;
    let version = run::output_of(run::command("rustc").arg("-vV"))?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))?;
    let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    Some((sources, format!("/rustc/{commit}")))
}
