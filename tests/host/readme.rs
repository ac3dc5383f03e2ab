//! The tables of the README say what the program does.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use crate::fixtures::{project, real};

/// A file of the project.
pub(crate) fn text(path: &str) -> String {
    fs::read_to_string(project().join(path)).expect("the project has the file")
}

/// The first cell of each row that begins with a name that `fits`.
fn rows(readme: &str, fits: impl Fn(&str) -> bool) -> BTreeSet<&str> {
    let cells = readme.lines().filter_map(|line| line.strip_prefix("| `"));
    let names = cells.filter_map(|row| row.split_once("` |").map(|(name, _)| name));
    names.filter(|name| fits(name)).collect()
}

/// What stands in `text` between each `start` and the next character that is not of a name.
pub(crate) fn names<'text>(text: &'text str, start: &str) -> BTreeSet<&'text str> {
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
fn each_section_of_the_text_is_listed_in_its_order_and_no_other() {
    let readme = text("README.md");
    let list = readme
        .split_once("\nThe sections are ")
        .expect("the list")
        .1;
    let (list, _) = list.split_once('\n').expect("its end");
    let listed: Vec<&str> = list.split('`').skip(1).step_by(2).collect();
    let sections = real().sections;
    let ids: Vec<&str> = sections.iter().map(|it| &*it.id).collect();
    assert_eq!(listed, ids);
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
        .flat_map(|script| names(script, ".tell(\""))
        .collect();
    let listed = rows(&readme, |name| name.starts_with("lct-"));
    let listed = listed.iter().filter_map(|name| name.strip_prefix("lct-"));
    assert_eq!(listed.collect::<BTreeSet<_>>(), told);
}

/// The rows of a table of the README, below the heading `heading`: their first cell, and the others.
pub(crate) fn table<'text>(
    readme: &'text str,
    heading: &str,
) -> BTreeMap<&'text str, Vec<&'text str>> {
    let section = readme.split(&format!("\n### {heading}\n")).nth(1);
    let rows = section.expect("the section").lines();
    let rows = rows.skip_while(|line| !line.starts_with('|'));
    let rows = rows.take_while(|line| line.starts_with('|')).skip(2);
    let cells = |row: &'text str| {
        let mut cells = row.trim_matches('|').split(" | ").map(str::trim);
        Some((cells.next()?.trim_matches('`'), cells.collect()))
    };
    rows.filter_map(cells).collect()
}

/// The members of an interface in TypeScript, each with its type.
pub(crate) fn members<'text>(
    types: &'text str,
    interface: &str,
) -> BTreeMap<&'text str, &'text str> {
    let body = types
        .split(&format!("export interface {interface} {{\n"))
        .nth(1);
    let body = body.and_then(|rest| rest.split("\n}").next());
    let member = |line: &'text str| {
        let line = line.trim().trim_end_matches(';');
        let line = line.strip_prefix("readonly ").unwrap_or(line);
        let (name, kind) = line.split_once(['(', ':'])?;
        let name = name.trim_end_matches('?').trim_matches('"');
        (!name.starts_with('/')).then(|| (name, kind.trim()))
    };
    let lines = body.expect("the interface").lines();
    lines.filter_map(member).collect()
}

#[test]
fn the_types_name_the_events_of_the_readme_and_no_others() {
    let (readme, types) = (text("README.md"), text("static/lupus-car-t.d.ts"));
    let named: BTreeSet<&str> = members(&types, "LupusCarTEventMap").into_keys().collect();
    let listed: BTreeSet<&str> = table(&readme, "Events").into_keys().collect();
    assert_eq!(named, listed);
}
