//! Reading versions: what a program reports, and what `Cargo.lock` holds.

use anyhow::{Result, bail};

/// The first version number in what a program prints for `--version`.
pub(crate) fn reported(output: &str) -> Option<&str> {
    output
        .split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// Whether two versions are the same. Zeros at the end do not count: `wasm-opt` 132 is part of `binaryen` 132.0.0.
pub(crate) fn same(one: &str, other: &str) -> bool {
    without_zeros(one) == without_zeros(other)
}

fn without_zeros(version: &str) -> &str {
    version.strip_suffix(".0").map_or(version, without_zeros)
}

/// The version of `package` in the text of a `Cargo.lock`.
pub(crate) fn locked<'a>(lock: &'a str, package: &str) -> Result<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut versions = lock.split("[[package]]").filter_map(|entry| {
        let mut lines = entry.trim_start().lines();
        (lines.next() == Some(name.as_str())).then_some(())?;
        lines
            .next()?
            .strip_prefix("version = \"")?
            .strip_suffix('"')
    });
    match (versions.next(), versions.next()) {
        (Some(version), None) => Ok(version),
        (None, _) => bail!("Cargo.lock has no package `{package}`"),
        (Some(one), Some(other)) => bail!("Cargo.lock has `{package}` twice: {one} and {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
dependencies = [
 "wasm-bindgen-macro",
]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.131"

[[package]]
name = "syn"
version = "1.0.109"

[[package]]
name = "syn"
version = "2.0.104"
"#;

    #[test]
    fn the_version_is_found_in_what_each_tool_prints() {
        assert_eq!(reported("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(
            reported("wasm-bindgen-test-runner 0.2.130"),
            Some("0.2.130")
        );
        assert_eq!(
            reported("geckodriver 0.37.1 (a1b2 2026-01-01 03:00 +0000)\n\nThe"),
            Some("0.37.1")
        );
        assert_eq!(reported("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(reported("command not found"), None);
    }

    #[test]
    fn only_zeros_at_the_end_may_differ() {
        assert!(same("132", "132.0.0"));
        assert!(same("0.21.14", "0.21.14"));
        assert!(!same("0.21.1", "0.21.14"));
        assert!(!same("108", "132.0.0"));
        assert!(!same("1320", "132.0"));
    }

    #[test]
    fn a_locked_version_is_that_of_the_package_itself() {
        assert_eq!(locked(LOCK, "wasm-bindgen").ok(), Some("0.2.130"));
        assert_eq!(locked(LOCK, "wasm-bindgen-macro").ok(), Some("0.2.131"));
    }

    #[test]
    fn a_package_that_is_missing_or_there_twice_is_named() {
        let message = |package| locked(LOCK, package).err().map(|error| error.to_string());
        assert_eq!(
            message("yew").as_deref(),
            Some("Cargo.lock has no package `yew`")
        );
        assert_eq!(
            message("syn").as_deref(),
            Some("Cargo.lock has `syn` twice: 1.0.109 and 2.0.104")
        );
    }
}
