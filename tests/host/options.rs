//! The attributes of the element, good and bad.

use lupus_car_t::{
    content::SectionId,
    options::{Open, Options},
};

use crate::fixtures::example;

/// The options of an element with these attributes, and what it complains of.
fn parse(attributes: &[(&str, &str)]) -> (Options, Vec<String>) {
    let value = |name: &str| {
        let attribute = attributes.iter().find(|(it, _)| *it == name);
        attribute.map(|(_, value)| (*value).to_owned())
    };
    let (options, bad) = Options::parse(value, &example().explainer.sections);
    (options, bad.iter().map(ToString::to_string).collect())
}

fn sections(ids: &[&str]) -> Open {
    Open::Sections(
        ids.iter()
            .map(|id| SectionId::new(id).expect("an id"))
            .collect(),
    )
}

#[test]
fn an_element_without_attributes_has_the_documented_defaults() {
    let (options, bad) = parse(&[]);
    assert_eq!(options, Options::default());
    assert_eq!(options.heading_level, 2);
    assert_eq!(options.open, sections(&["at-a-glance"]));
    assert_eq!(options.anchor_prefix, "lupus-car-t");
    assert_eq!(bad, [""; 0]);
}

#[test]
fn a_heading_level_from_2_to_5_is_taken() {
    for (value, level) in [("2", 2), ("3", 3), ("4", 4), ("5", 5), (" 3 ", 3)] {
        let (options, bad) = parse(&[("heading-level", value)]);
        assert_eq!((options.heading_level, bad), (level, vec![]), "`{value}`");
    }
}

#[test]
fn any_other_heading_level_becomes_2_and_is_told() {
    for value in ["1", "6", "", "h2", "-2", "2.0", "two"] {
        let (options, bad) = parse(&[("heading-level", value)]);
        assert_eq!(options, Options::default());
        let message = format!(
            "<lupus-car-t>: attribute `heading-level` has the value `{value}`, \
             but allowed is `2`, `3`, `4`, `5`; using 2"
        );
        assert_eq!(bad, [message]);
    }
}

#[test]
fn a_theme_or_loading_that_does_not_exist_is_told() {
    for good in [("theme", "auto"), ("theme", "dark"), ("loading", "eager")] {
        assert_eq!(parse(&[good]).1, [""; 0], "{good:?}");
    }
    let (_, bad) = parse(&[("theme", "blue"), ("loading", "soon")]);
    let messages = [
        "<lupus-car-t>: attribute `theme` has the value `blue`, \
         but allowed is `auto`, `light`, `dark`; using auto",
        "<lupus-car-t>: attribute `loading` has the value `soon`, \
         but allowed is `lazy`, `eager`; using lazy",
    ];
    assert_eq!(bad, messages);
}

#[test]
fn open_takes_none_all_or_ids() {
    for (value, open) in [
        ("none", Open::None),
        (" all ", Open::All),
        ("what", sections(&["what"])),
        ("what  at-a-glance", sections(&["what", "at-a-glance"])),
    ] {
        let (options, bad) = parse(&[("open", value)]);
        assert_eq!((options.open, bad), (open, vec![]), "`{value}`");
    }
}

#[test]
fn open_without_any_section_that_exists_becomes_the_first_and_is_told() {
    for value in ["", "risks", "None", "risks cost"] {
        let (options, bad) = parse(&[("open", value)]);
        assert_eq!(options, Options::default());
        let message = format!(
            "<lupus-car-t>: attribute `open` has the value `{value}`, but allowed is \
             `none`, `all` or ids of sections (at-a-glance, what); using at-a-glance"
        );
        assert_eq!(bad, [message]);
    }
}

#[test]
fn open_keeps_the_sections_that_exist_and_tells_of_the_others() {
    let (options, bad) = parse(&[("open", "risks what")]);
    assert_eq!(options.open, sections(&["what"]));
    let message = "<lupus-car-t>: attribute `open` has the value `risks what`, but allowed is \
                   `none`, `all` or ids of sections (at-a-glance, what); using the ids that exist";
    assert_eq!(bad, [message]);
}

#[test]
fn each_bad_attribute_is_told_once() {
    let (_, bad) = parse(&[("heading-level", "9"), ("open", "risks")]);
    assert_eq!(bad.len(), 2);
}

#[test]
fn the_addresses_of_sections_start_with_the_id_of_the_element() {
    let what = SectionId::new("what").expect("an id");
    for (id, anchor) in [("", "#lupus-car-t-what"), ("lupus", "#lupus-what")] {
        let (options, bad) = parse(&[("id", id)]);
        assert_eq!(options.anchor(&what), anchor);
        assert_eq!(bad, [""; 0]);
    }
}
