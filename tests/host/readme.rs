//! The tables of the README say what the program does.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use lupus_car_t::options;
use serde_json::Value;

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
        .flat_map(|script| names(script, ".tell(\""))
        .collect();
    let listed = rows(&readme, |name| name.starts_with("lct-"));
    let listed = listed.iter().filter_map(|name| name.strip_prefix("lct-"));
    assert_eq!(listed.collect::<BTreeSet<_>>(), told);
}

/// The lines of the constant `name` of `attributes.js`, each a name and a value.
fn column(script: &str, name: &str) -> BTreeMap<String, Value> {
    let lines = script.split(&format!("export const {name} = {{\n")).nth(1);
    let lines = lines.and_then(|rest| rest.split("\n};").next());
    let row = |line: &str| {
        let (name, value) = line.trim().trim_end_matches(',').split_once(": ")?;
        // Those without a value of their own.
        let value = serde_json::from_str(value).unwrap_or(Value::Null);
        Some((name.trim_matches('"').to_owned(), value))
    };
    lines
        .expect("the constant")
        .lines()
        .filter_map(row)
        .collect()
}

/// The rows of a table of the README, below the heading `heading`: their first and their last cell.
fn table<'text>(readme: &'text str, heading: &str) -> BTreeMap<&'text str, &'text str> {
    let section = readme.split(&format!("\n### {heading}\n")).nth(1);
    let rows = section.expect("the section").lines();
    let rows = rows.skip_while(|line| !line.starts_with('|'));
    let rows = rows.take_while(|line| line.starts_with('|')).skip(2);
    let cells = |row: &'text str| {
        let mut cells = row.trim_matches('|').split(" | ");
        Some((cells.next()?.trim().trim_matches('`'), cells.last()?.trim()))
    };
    rows.filter_map(cells).collect()
}

#[test]
fn each_attribute_is_listed_with_its_default_and_no_other() {
    let (readme, script) = (text("README.md"), text("static/script/attributes.js"));
    let listed = table(&readme, "Attributes");
    let initial = column(&script, "INITIAL");
    assert_eq!(
        listed.keys().copied().collect::<BTreeSet<_>>(),
        initial.keys().map(String::as_str).collect::<BTreeSet<_>>()
    );
    for (name, value) in &initial {
        // The README says in words what these are.
        if let Some(value) = value.as_str()
            && !["page", "base"].contains(&&**name)
        {
            assert_eq!(listed[&**name], format!("`{value}`"), "{name}");
        }
    }
}

#[test]
fn the_widget_complains_of_what_the_table_of_attributes_does_not_allow() {
    let script = text("static/script/attributes.js");
    let (initial, values) = (column(&script, "INITIAL"), column(&script, "VALUES"));
    let complaints = |attribute: &str, value: &str| -> Vec<String> {
        let get = |name: &str| (name == attribute).then(|| value.to_owned());
        let bad = options::complaints(get, &[], &[]);
        bad.iter().map(ToString::to_string).collect()
    };
    for (name, values) in &values {
        let values: Vec<&str> = values
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        for value in &values {
            assert_eq!(
                complaints(name, value),
                Vec::<String>::new(),
                "{name}=\"{value}\""
            );
        }
        let complaint = complaints(name, "nonsense").concat();
        let allowed: Vec<&str> = complaint.split('`').skip(5).step_by(2).collect();
        assert_eq!(allowed, values, "{complaint}");
        let using = initial[name].as_str().expect("an initial value");
        assert!(
            complaint.ends_with(&format!("using {using}")),
            "{complaint}"
        );
    }
}

#[test]
fn the_types_name_the_attributes_and_events_of_the_readme_and_no_others() {
    let (readme, types) = (text("README.md"), text("static/lupus-car-t.d.ts"));
    for (heading, interface) in [
        ("Attributes", "LupusCarTAttributes"),
        ("Events", "LupusCarTEventMap"),
    ] {
        let body = types
            .split(&format!("export interface {interface} {{\n"))
            .nth(1);
        let body = body.and_then(|rest| rest.split("\n}").next());
        let members = body.expect("the interface").lines().filter_map(|line| {
            let (name, _) = line.trim().split_once(": ")?;
            (!name.starts_with("/**")).then(|| name.trim_end_matches('?').trim_matches('"'))
        });
        let listed = table(&readme, heading);
        assert_eq!(
            members.collect::<BTreeSet<_>>(),
            listed.keys().copied().collect::<BTreeSet<_>>(),
            "{interface}"
        );
    }
}
