//! The attributes have one table, in `attributes.js`: the README, the types and what is complained of follow it.

use std::collections::{BTreeMap, BTreeSet};

use lupus_car_t::options;
use serde::Deserialize;

use crate::readme::{members, names, table, text};

/// A row of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    initial: Option<String>,
    #[serde(default)]
    values: Vec<String>,
    change: Change,
    #[serde(rename = "frame")]
    _frame: Frame,
}

/// What a change does.
#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Change {
    Anew,
    Text,
    Acts,
    None,
}

/// Whether a frame is told.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Frame {
    Passed,
    Held,
    Own,
}

fn attributes() -> BTreeMap<String, Row> {
    let script = text("static/script/attributes.js");
    let rows = script.split("export const ATTRIBUTES = {").nth(1);
    let rows = rows.and_then(|rest| rest.split("\n};").next());
    // JSON has no comma after what comes last.
    let lines: String = rows.expect("the table").split_whitespace().collect();
    let json = lines.replace(",}", "}");
    serde_json::from_str(&format!("{{{}}}", json.trim_end_matches(','))).expect("rows")
}

/// Each attribute that is a property, by that property's name.
fn properties(attributes: &BTreeMap<String, Row>) -> BTreeSet<String> {
    let with_initial = attributes.iter().filter(|(_, row)| row.initial.is_some());
    with_initial
        .map(|(name, _)| name.replace("-l", "L"))
        .collect()
}

/// What stands in backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[test]
fn each_attribute_is_listed_with_its_values_and_its_default_and_no_other() {
    let (readme, attributes) = (text("README.md"), attributes());
    let listed = table(&readme, "Attributes");
    assert_eq!(
        listed.keys().copied().collect::<BTreeSet<_>>(),
        attributes.keys().map(String::as_str).collect()
    );
    for (name, row) in &attributes {
        let [values, default] = listed[&**name][..] else {
            panic!("{name} has no three cells");
        };
        // The README says in words what these are.
        if let Some(initial) = &row.initial
            && !["page", "base"].contains(&&**name)
        {
            assert_eq!(default, format!("`{initial}`"), "{name}");
        }
        let said = quoted(values);
        for value in &row.values {
            assert!(said.contains(&&**value), "{name}: {value}");
        }
        // What else stands there in backticks is an example of something else, and begins no clause.
        if !row.values.is_empty() {
            let begins = |word: &&str| {
                let word = format!("`{word}`");
                let before = values.split(&word).next().unwrap_or_default().trim_end();
                before.is_empty() || before.ends_with(';') || before.ends_with(" or")
            };
            for word in said.into_iter().filter(begins) {
                assert!(row.values.iter().any(|it| it == word), "{name}: {word}");
            }
        }
    }
}

#[test]
fn the_widget_complains_of_what_the_table_does_not_allow() {
    let complaints = |attribute: &str, value: &str| -> Vec<String> {
        let get = |name: &str| (name == attribute).then(|| value.to_owned());
        let bad = options::complaints(get, &[], &[]);
        bad.iter().map(ToString::to_string).collect()
    };
    for (name, row) in attributes() {
        for value in &row.values {
            assert_eq!(
                complaints(&name, value),
                Vec::<String>::new(),
                "{name}=\"{value}\""
            );
        }
        if row.values.is_empty() {
            continue;
        }
        let complaint = complaints(&name, "nonsense").concat();
        let allowed: Vec<&str> = complaint.split('`').skip(5).step_by(2).collect();
        assert_eq!(allowed, row.values, "{complaint}");
        let using = row.initial.expect("an initial value");
        assert!(
            complaint.ends_with(&format!("using {using}")),
            "{complaint}"
        );
    }
}

#[test]
fn the_types_have_each_attribute_with_its_values_and_each_property() {
    let (types, attributes) = (text("static/lupus-car-t.d.ts"), attributes());
    let regions = types
        .split_once("LupusCarTRegion =")
        .and_then(|(_, rest)| rest.split(';').next())
        .expect("the regions");
    let union_of = members(&types, "LupusCarTAttributes");
    assert_eq!(
        union_of.keys().copied().collect::<BTreeSet<_>>(),
        attributes.keys().map(String::as_str).collect()
    );
    for (name, row) in &attributes {
        let union = match union_of[&**name] {
            "LupusCarTRegion" => regions,
            other => other,
        };
        let values: Vec<&str> = union.split('"').skip(1).step_by(2).collect();
        assert_eq!(values, row.values, "{name}");
    }
    for accessor in ["  get ", "  set "] {
        let lines = types.lines().filter_map(|line| line.strip_prefix(accessor));
        let accessed: BTreeSet<String> = lines
            .filter_map(|line| Some(line.split_once('(')?.0.to_owned()))
            .collect();
        assert_eq!(accessed, properties(&attributes), "{accessor}");
    }
}

/// The rows say of which attributes the script takes note, and the script which those are.
#[test]
fn each_attribute_whose_change_acts_has_an_act_and_no_other_but_the_name() {
    let script = text("static/script/later.js");
    let acts = ["OF_ELEMENT", "OF_TEXT"].map(|acts| {
        let rows = script.split(&format!("const {acts} = {{")).nth(1);
        let rows = rows.and_then(|rest| rest.split("\n};").next());
        names(rows.expect("the acts"), "\n  \"")
    });
    let acting: BTreeSet<&str> = acts.iter().flatten().copied().collect();
    let attributes = attributes();
    let rows = attributes.iter();
    let mut expected: BTreeSet<&str> = rows
        .filter(|(_, row)| row.change == Change::Acts)
        .map(|(name, _)| &**name)
        .collect();
    // Besides the text that comes anew, with other ids in its links: what is kept under the old name goes.
    expected.insert("id");
    assert_eq!(acting, expected);
}
