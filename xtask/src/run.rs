//! Running other programs: what is run is printed, and how long it took.

use std::{
    env,
    ffi::OsStr,
    fs::{self, File},
    io::{self, Write as _},
    os::unix::process::CommandExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

/// How long a step may stay without a word on how long it has been running.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// How much of a log is shown when its step fails.
const LOG_LINES: usize = 30;

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable for `cargo run`; the other value is for a binary that is run by hand.
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package
        .parent()
        .map_or_else(|| package.clone(), Path::to_path_buf)
}

/// The folder that cargo builds into.
pub(crate) fn target_folder() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// The folder that cargo keeps crates in.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    let set = env::var_os("CARGO_HOME").map(PathBuf::from);
    let usual = || env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
    set.or_else(usual)
}

/// The cargo that runs this program.
pub(crate) fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A program, to be run in the folder of the workspace.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    // `cargo run` describes this package to us; a cargo below us would pass the words on to other packages' builds.
    for (name, _) in env::vars_os() {
        let about_us = [
            "CARGO_PKG_",
            "CARGO_MANIFEST_",
            "CARGO_BIN_",
            "CARGO_CRATE_NAME",
            "CARGO_PRIMARY_PACKAGE",
        ];
        if name
            .to_str()
            .is_some_and(|name| about_us.iter().any(|start| name.starts_with(start)))
        {
            command.env_remove(&name);
        }
    }
    // Any value but none turns colours off by convention, yet Trunk takes only `true` and `false`.
    match env::var_os("NO_COLOR") {
        Some(value) if value.is_empty() => command.env_remove("NO_COLOR"),
        Some(_) => command.env("NO_COLOR", "true"),
        None => &mut command,
    };
    command
}

/// Runs a command to its end, with its output on the terminal.
pub(crate) fn step(command: &mut Command) -> Result<()> {
    let line = line_of(command);
    say(&format!("$ {line}"));
    let start = Instant::now();
    let child = command
        .spawn()
        .with_context(|| format!("cannot run `{line}`"))?;
    let status = wait(child, &line)?;
    let seconds = start.elapsed().as_secs();
    if !status.success() {
        bail!("`{line}` failed after {seconds} s");
    }
    say(&format!("  done in {seconds} s"));
    Ok(())
}

/// Turns this process into the command, so that whoever ends one ends the other. Returns only if that fails.
pub(crate) fn become_command(command: &mut Command) -> Result<()> {
    let line = line_of(command);
    say(&format!("$ {line}"));
    Err(command.exec()).with_context(|| format!("cannot run `{line}`"))
}

/// Runs a command to its end, with its output in a file, whose last lines are shown if it fails.
pub(crate) fn logged_step(command: &mut Command, log: &Path) -> Result<()> {
    let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    command.stdout(file.try_clone()?).stderr(file);
    let outcome = step(command);
    if outcome.is_err() {
        let text = String::from_utf8_lossy(&fs::read(log)?).into_owned();
        let lines: Vec<&str> = text.lines().collect();
        let last = &lines[lines.len().saturating_sub(LOG_LINES)..];
        eprintln!("{}\n(all of it is in {})", last.join("\n"), log.display());
    }
    outcome
}

/// What a command prints, or nothing where it cannot be run or fails.
pub(crate) fn output_of(command: &mut Command) -> Option<String> {
    let output = command
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A program on the search path.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// Prints a line in the order of the steps' own output.
pub(crate) fn say(line: &str) {
    println!("{line}");
    // A closed pipe is no reason to stop building.
    let _ = io::stdout().flush();
}

/// The command as a person would type it, with what only this machine knows left out.
fn line_of(command: &Command) -> String {
    let name = Path::new(command.get_program())
        .file_name()
        .unwrap_or_default();
    let words = std::iter::once(name).chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Waits for the child, and says now and then that it is still at work.
fn wait(mut child: Child, line: &str) -> Result<ExitStatus> {
    let start = Instant::now();
    let (ended, end) = mpsc::channel::<()>();
    let beat = move || {
        while end.recv_timeout(HEARTBEAT) == Err(RecvTimeoutError::Timeout) {
            eprintln!(
                "  … `{line}` has been running for {} s",
                start.elapsed().as_secs()
            );
        }
    };
    thread::scope(|scope| {
        scope.spawn(beat);
        let status = child.wait();
        drop(ended);
        Ok(status?)
    })
}
