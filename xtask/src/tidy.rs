//! The rules that neither rustfmt nor clippy knows.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

/// Endings of the files that people write here.
const WRITTEN: [&str; 14] = [
    "bib", "css", "html", "js", "json", "md", "mjs", "rs", "sh", "svg", "toml", "txt", "yaml",
    "yml",
];

/// Folders that nobody writes in, and a file.
const MADE: [&str; 6] = [
    ".git",
    "dist",
    "node_modules",
    "package-lock.json",
    "snapshots",
    "target",
];

/// Folders whose code is held to a length.
const MEASURED: [&str; 4] = ["src/", "static/script/", "tests/", "xtask/"];

/// The most lines that a file of code may have: past that it is two files.
const MOST_LINES: usize = 250;

/// The most characters that a line of code may have.
const MOST_COLUMNS: usize = 120;

/// Words that ask for work. They are in two halves here, so that this file does not hold them.
const TO_DO: [&str; 4] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("HA", "CK"),
];

/// What Rust code must not contain, and why.
const BANNED: [(&str, &str); 3] = [
    (concat!("dbg", "!("), "is for debugging only"),
    (
        concat!("#[ign", "ore"),
        "leaves a test out; mend the test or remove it",
    ),
    (
        concat!("should", "_panic"),
        "does not say which line panics; assert on a `Result`",
    ),
];

/// Something to mend.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    file: String,
    line: usize,
    problem: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.problem)
    }
}

/// What there is to mend below `root`, in the order of the files' names.
pub(crate) fn findings(root: &Path) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for path in written_files(root)? {
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let file = path.strip_prefix(root)?.to_string_lossy().into_owned();
        match String::from_utf8(bytes) {
            Ok(text) => findings.extend(judge(&file, &text)),
            Err(_) => findings.push(Finding {
                file,
                line: 1,
                problem: "is not UTF-8".to_owned(),
            }),
        }
    }
    Ok(findings)
}

fn written_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        if MADE.iter().any(|made| path.ends_with(made)) {
            continue;
        }
        let kind = entry.file_type()?;
        if kind.is_dir() {
            files.extend(written_files(&path)?);
        } else if kind.is_file() && is_written(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn is_written(path: &Path) -> bool {
    let extension = path.extension().and_then(|it| it.to_str());
    extension.is_some_and(|it| WRITTEN.contains(&it)) || path.ends_with(".ci/run")
}

/// What there is to mend in one file.
fn judge(file: &str, text: &str) -> Vec<Finding> {
    let extension = Path::new(file).extension();
    let is_rust = extension.is_some_and(|it| it == "rs");
    let is_code = is_rust || extension.is_some_and(|it| it == "js");
    let is_measured = is_code && MEASURED.iter().any(|folder| file.starts_with(folder));
    let mut findings = Vec::new();
    let mut report = |line: usize, problem: String| {
        findings.push(Finding {
            file: file.to_owned(),
            line,
            problem,
        });
    };

    let mut lines = 0;
    for (index, line) in text.split_terminator('\n').enumerate() {
        lines = index + 1;
        for problem in problems_in_any_line(line) {
            report(lines, problem);
        }
        for (code, why) in BANNED
            .iter()
            .filter(|(code, _)| is_rust && line.contains(code))
        {
            report(lines, format!("`{code}` {why}"));
        }
        let columns = line.chars().count();
        // An address cannot be broken.
        if is_measured && columns > MOST_COLUMNS && !line.contains("://") {
            report(
                lines,
                format!("is {columns} characters long, more than {MOST_COLUMNS}"),
            );
        }
    }

    if is_measured && lines > MOST_LINES {
        report(
            lines,
            format!("the file has {lines} lines, more than {MOST_LINES}"),
        );
    }
    if !text.is_empty() && !text.ends_with('\n') {
        report(lines, "has no newline at its end".to_owned());
    }
    if Path::new(file).ends_with("Cargo.toml") {
        for problem in problems_in_manifest(text) {
            report(1, problem);
        }
    }
    findings
}

fn problems_in_any_line(line: &str) -> Vec<String> {
    let mut problems = Vec::new();
    if line.contains('\t') {
        problems.push("has a tab".to_owned());
    }
    if line.ends_with([' ', '\t', '\r']) {
        problems.push("has white space at its end".to_owned());
    }
    let mut words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    if let Some(mark) = words.find(|word| TO_DO.contains(word)) {
        problems.push(format!("`{mark}` is left over"));
    }
    problems
}

/// What a package's manifest lacks.
fn problems_in_manifest(text: &str) -> Vec<String> {
    if !text.lines().any(|line| line == "[package]") {
        return Vec::new();
    }
    let mut problems = Vec::new();
    if !text.lines().any(|line| line.starts_with("license")) {
        problems.push("the package states no `license`".to_owned());
    }
    if !text.lines().any(|line| line == "[lints]") {
        problems.push("the package does not take the workspace's `[lints]`".to_owned());
    }
    problems
}

#[cfg(test)]
mod tests;
