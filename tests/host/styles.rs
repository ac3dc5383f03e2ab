//! What a host page says in a custom property is used only where no picture can stand.

use std::{collections::BTreeSet, fs};

use crate::fixtures::project;

/// Properties of CSS that take colors, lengths, names of fonts and words, and never a picture or a file.
const TAKE_NO_PICTURE: [&str; 24] = [
    "accent-color",
    "background-color",
    "border",
    "border-block-end",
    "border-block-start",
    "border-color",
    "border-end-end-radius",
    "border-end-start-radius",
    "border-inline-start",
    "border-radius",
    "border-start-end-radius",
    "border-start-start-radius",
    "color",
    "font",
    "font-family",
    "font-size",
    "max-inline-size",
    "outline",
    "outline-color",
    "padding",
    "scroll-margin-block",
    "text-decoration-color",
    "inline-size",
    "margin",
];

/// Functions of CSS that take colors, and never a picture.
const OF_COLORS: [&str; 2] = ["color-mix(", "linear-gradient("];

/// The declarations of the stylesheets that a host page's properties reach, each with the name of its file.
fn declarations() -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    for file in [
        "host.css",
        "widget.css",
        "figures.css",
        "charts.css",
        "tools.css",
        "tools-running.css",
    ] {
        let path = project().join("static").join(file);
        let mut text = fs::read_to_string(path).expect("the stylesheet");
        while let Some((before, rest)) = text.split_once("/*") {
            let after = rest.split_once("*/").expect("the end of a comment").1;
            text = format!("{before}{after}");
        }
        for piece in text.split(['{', '}', ';']) {
            if let Some((property, value)) = piece.split_once(':') {
                all.push((
                    file.to_owned(),
                    property.trim().to_owned(),
                    value.split_whitespace().collect::<Vec<_>>().join(" "),
                ));
            }
        }
    }
    all
}

#[test]
fn no_color_of_a_page_stands_where_a_picture_could() {
    let with_variables: Vec<_> = declarations()
        .into_iter()
        .filter(|(_, property, value)| value.contains("var(") && !property.starts_with("--"))
        .collect();
    assert!(with_variables.len() > 100, "{}", with_variables.len());
    for (file, property, value) in with_variables {
        let is_color = OF_COLORS.iter().any(|start| value.starts_with(start));
        assert!(
            is_color || TAKE_NO_PICTURE.contains(&&*property),
            "{file}: `{property}: {value}` could take a picture that a page puts into a property"
        );
    }
}

/// A page that registers a property by `@property` does so inside shadow roots too: one of its own named `--size` that
/// is not inherited would take the size from all the text.
#[test]
fn no_property_has_a_name_that_a_page_may_use() {
    for (file, property, value) in declarations() {
        let used = value.split("var(").skip(1).map(str::trim_start);
        for name in [&*property].into_iter().chain(used) {
            let is_ours = ["--lct-", "--lupus-", "--explainer-"]
                .iter()
                .any(|start| name.starts_with(start));
            assert!(
                is_ours || !name.starts_with("--"),
                "{file}: `{name}` in `{property}`"
            );
        }
    }
}

#[test]
fn each_color_that_is_worked_out_has_its_type_and_no_other() {
    let declared = declarations();
    let worked_out: BTreeSet<&str> = declared
        .iter()
        .filter_map(|(_, property, _)| property.strip_prefix("--lupus-"))
        .collect();
    let script = fs::read_to_string(project().join("static/script/colors.js"));
    let script = script.expect("the script");
    let typed = script.split_once("const COLORS = {").expect("the colors").1;
    let typed = typed.split_once("};").expect("their end").0;
    let typed: BTreeSet<&str> = typed
        .lines()
        .filter_map(|line| line.split('"').nth(1))
        .collect();
    assert_eq!(worked_out, typed);
    for (file, property, value) in &declared {
        let is_typed = property.starts_with("--lupus-") || property == "--explainer-black-or-white";
        assert!(
            is_typed || !value.contains("from var("),
            "{file}: `{property}: {value}` is worked out by each rule that uses it"
        );
    }
}
