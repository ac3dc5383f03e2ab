//! The tables of the README say what the program does.

use std::{collections::BTreeSet, fs};

use crate::fixtures::project;

fn text(path: &str) -> String {
    fs::read_to_string(project().join(path)).expect("the project has the file")
}

/// The first cell of each row that begins with a name that `fits`.
fn rows(readme: &str, fits: impl Fn(&str) -> bool) -> BTreeSet<&str> {
    let cells = readme.lines().filter_map(|line| line.strip_prefix("| `"));
    let names = cells.filter_map(|row| row.split_once("` |").map(|(name, _)| name));
    names.filter(|name| fits(name)).collect()
}

/// What stands in `text` between each `start` and the next character that is not of a name.
fn names<'text>(text: &'text str, start: &str) -> BTreeSet<&'text str> {
    let is_outside = |letter: char| !(letter.is_ascii_lowercase() || letter == '-');
    text.split(start)
        .skip(1)
        .map(|rest| rest.split(is_outside).next().unwrap_or_default())
        .collect()
}

#[test]
fn each_custom_property_of_the_stylesheet_is_listed_and_no_other() {
    let (readme, style) = (text("README.md"), text("static/widget.css"));
    let listed = rows(&readme, |name| name.starts_with("--lct-"));
    let listed = listed.iter().filter_map(|name| name.strip_prefix("--lct-"));
    assert_eq!(listed.collect::<BTreeSet<_>>(), names(&style, "var(--lct-"));
}

#[test]
fn each_event_is_listed_and_no_other() {
    let readme = text("README.md");
    let scripts = fs::read_dir(project().join("static/script")).expect("the scripts");
    let scripts: Vec<String> = scripts
        .map(|file| fs::read_to_string(file.expect("a script").path()).expect("a text"))
        .collect();
    let told: BTreeSet<&str> = scripts
        .iter()
        .flat_map(|script| names(script, "_tell(\""))
        .collect();
    let listed = rows(&readme, |name| name.starts_with("lct-"));
    let listed = listed.iter().filter_map(|name| name.strip_prefix("lct-"));
    assert_eq!(listed.collect::<BTreeSet<_>>(), told);
}

#[test]
fn each_attribute_is_listed() {
    let (readme, script) = (text("README.md"), text("static/script/attributes.js"));
    let defaults = script.split("const DEFAULTS = {").nth(1);
    let defaults = defaults.and_then(|rest| rest.split("};").next());
    let mut count = 0;
    for line in defaults.expect("the defaults").lines() {
        let Some((name, _)) = line.trim().split_once(": ") else {
            continue;
        };
        let name = name.trim_matches('"');
        assert!(rows(&readme, |it| it == name).len() == 1, "`{name}`");
        count += 1;
    }
    assert!(count >= 9, "{count} attributes");
    for name in ["lang", "id"] {
        assert!(rows(&readme, |it| it == name).len() == 1, "`{name}`");
    }
}
