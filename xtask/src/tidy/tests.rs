//! Each rule, with a sample that it refuses. Words it looks for are put together here, or it would find this file.

use std::{env, process};

use super::*;

/// What is found in one file, as it is printed.
fn found(file: &str, text: &str) -> Vec<String> {
    judge(file, text).iter().map(Finding::to_string).collect()
}

#[test]
fn good_code_has_no_finding() {
    assert_eq!(
        found("src/lib.rs", "//! Words.\n\nfn todo_list() {}\n"),
        Vec::<String>::new()
    );
}

#[test]
fn a_left_over_mark_is_found_in_every_kind_of_file() {
    for mark in TO_DO {
        let expected = format!("static/a.md:2: `{mark}` is left over");
        assert_eq!(
            found("static/a.md", &format!("# A\nb {mark}: c\n")),
            [expected]
        );
    }
}

#[test]
fn a_mark_inside_another_word_is_not_one() {
    let word = format!("{}S and A{}\n", TO_DO[3], TO_DO[2]);
    assert_eq!(found("static/a.md", &word), Vec::<String>::new());
}

#[test]
fn what_is_banned_in_rust_is_found_there_and_nowhere_else() {
    for (code, why) in BANNED {
        let text = format!("fn f() {{}}\n    {code}\n");
        assert_eq!(
            found("tests/host/main.rs", &text),
            [format!("tests/host/main.rs:2: `{code}` {why}")]
        );
        assert_eq!(found("README.md", &text), Vec::<String>::new());
    }
}

#[test]
fn a_file_of_code_may_have_250_lines_and_no_more() {
    assert_eq!(found("src/a.rs", &"//\n".repeat(250)), Vec::<String>::new());
    assert_eq!(
        found("src/a.rs", &"//\n".repeat(251)),
        ["src/a.rs:251: the file has 251 lines, more than 250"]
    );
    assert_eq!(found("tests/a.js", &"//\n".repeat(251)).len(), 1);
    assert_eq!(
        found("static/content/en/a.md", &"a\n".repeat(251)),
        Vec::<String>::new()
    );
}

#[test]
fn a_line_of_code_may_have_120_characters_and_no_more() {
    let line = |length| format!("//\n{}\n", "é".repeat(length));
    assert_eq!(found("xtask/src/a.rs", &line(120)), Vec::<String>::new());
    let expected = ["xtask/src/a.rs:2: is 121 characters long, more than 120"];
    assert_eq!(found("xtask/src/a.rs", &line(121)), expected);
}

#[test]
fn a_long_address_stays_whole() {
    let text = format!("// https://example.org/{}\n", "a".repeat(120));
    assert_eq!(found("src/a.rs", &text), Vec::<String>::new());
}

#[test]
fn a_tab_is_found() {
    assert_eq!(
        found("index.html", "<p>\n\t<b>\n"),
        ["index.html:2: has a tab"]
    );
}

#[test]
fn white_space_at_the_end_of_a_line_is_found() {
    assert_eq!(
        found("README.md", "a \nb\n"),
        ["README.md:1: has white space at its end"]
    );
    assert_eq!(
        found("README.md", "a\nb\r\n"),
        ["README.md:2: has white space at its end"]
    );
}

#[test]
fn a_missing_newline_at_the_end_is_found() {
    assert_eq!(
        found("static/embed.js", "a\nb"),
        ["static/embed.js:2: has no newline at its end"]
    );
    assert_eq!(found("static/embed.js", ""), Vec::<String>::new());
}

#[test]
fn a_package_needs_a_licence_and_the_shared_lints() {
    let whole = "[package]\nlicense.workspace = true\n\n[lints]\nworkspace = true\n";
    assert_eq!(found("xtask/Cargo.toml", whole), Vec::<String>::new());
    let without_licence = whole.replace("license.workspace", "publish");
    assert_eq!(
        found("xtask/Cargo.toml", &without_licence),
        ["xtask/Cargo.toml:1: the package states no `license`"]
    );
    let without_lints = whole.replace("[lints]", "[other]");
    let expected = ["xtask/Cargo.toml:1: the package does not take the workspace's `[lints]`"];
    assert_eq!(found("xtask/Cargo.toml", &without_lints), expected);
}

#[test]
fn what_is_installed_or_generated_is_not_read() -> Result<()> {
    let root = env::temp_dir().join(format!("xtask-tidy-{}", process::id()));
    for folder in [
        "src",
        "target",
        "tests/e2e/node_modules/a",
        "tests/snapshots",
    ] {
        let folder = root.join(folder);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("bad.rs"), "// a tab:\t.\n")?;
    }
    let findings = findings(&root);
    fs::remove_dir_all(&root)?;
    let found: Vec<String> = findings?.iter().map(Finding::to_string).collect();
    assert_eq!(found, ["src/bad.rs:1: has a tab"]);
    Ok(())
}
