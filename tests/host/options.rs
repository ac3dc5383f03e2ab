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
    assert_eq!(options.sections, None);
    assert_eq!(options.anchor, "#lupus-car-t-");
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
fn a_choice_that_does_not_exist_is_told_with_what_is_allowed() {
    let choices: [(&str, &[&str]); 6] = [
        ("theme", &["auto", "light", "dark"]),
        ("loading", &["lazy", "eager"]),
        ("mode", &["element", "frame"]),
        ("remember", &["none", "session"]),
        ("links", &["on", "off"]),
        ("feedback", &["off", "on"]),
    ];
    for (attribute, allowed) in choices {
        for good in allowed {
            assert_eq!(parse(&[(attribute, good)]).1, [""; 0], "{attribute}={good}");
        }
        let message = format!(
            "<lupus-car-t>: attribute `{attribute}` has the value `blue`, but allowed is `{}`; using {}",
            allowed.join("`, `"),
            allowed[0]
        );
        assert_eq!(parse(&[(attribute, "blue")]).1, [message]);
    }
}

#[test]
fn sections_takes_all_or_ids_in_the_wanted_order() {
    let ids = |value| {
        let (options, bad) = parse(&[("sections", value)]);
        let shown = options.shown(&example().explainer.sections);
        (
            shown.iter().map(|it| it.id.to_string()).collect::<Vec<_>>(),
            bad.len(),
        )
    };
    let strings = |ids: &[&str]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(ids(" all "), (strings(&["at-a-glance", "what"]), 0));
    assert_eq!(
        ids("what at-a-glance"),
        (strings(&["what", "at-a-glance"]), 0)
    );
    assert_eq!(
        ids("what what"),
        (strings(&["what"]), 0),
        "none is shown twice"
    );
    assert_eq!(ids("risks what"), (strings(&["what"]), 1));
    for nothing in ["", "risks"] {
        assert_eq!(
            ids(nothing),
            (strings(&["at-a-glance", "what"]), 1),
            "`{nothing}`"
        );
    }
}

#[test]
fn sections_without_any_that_exists_becomes_all_and_is_told() {
    let (_, bad) = parse(&[("sections", "risks")]);
    let message = "<lupus-car-t>: attribute `sections` has the value `risks`, but allowed is \
                   `all` or ids of sections (at-a-glance, what); using all";
    assert_eq!(bad, [message]);
}

#[test]
fn a_language_that_does_not_exist_is_told() {
    let told = |value: &str| {
        Options::check_language(Some(value.to_owned()), "en pt-br", "en").map(|bad| bad.to_string())
    };
    for good in ["en", "EN", "en-GB", "pt-BR", " en "] {
        assert_eq!(told(good), None, "`{good}`");
    }
    let message = "<lupus-car-t>: attribute `lang` has the value `de`, but allowed is `en`, `pt-br`; using en";
    assert_eq!(told("de").as_deref(), Some(message));
    assert_eq!(Options::check_language(None, "en", "en"), None);
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
fn a_section_has_an_address_where_it_is_shown() {
    let what = SectionId::new("what").expect("an id");
    let mut options = Options::default();
    assert_eq!(options.address(&what).as_deref(), Some("#lupus-car-t-what"));
    options.anchor = "https://example.org/page#lupus-".to_owned();
    let address = options.address(&what);
    assert_eq!(
        address.as_deref(),
        Some("https://example.org/page#lupus-what")
    );
    options.sections = SectionId::new("risks").ok().map(|risks| vec![risks]);
    assert_eq!(options.address(&what), None);
}
