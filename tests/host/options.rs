//! The attributes of the element, good and bad.

use lupus_car_t::{
    content::{PathId, SectionId},
    options::{complaint_of_language, complaints},
};

/// What an element with these attributes complains of, where two sections exist.
fn told(attributes: &[(&str, &str)]) -> Vec<String> {
    let value = |name: &str| {
        let attribute = attributes.iter().find(|(it, _)| *it == name);
        attribute.map(|(_, value)| (*value).to_owned())
    };
    let sections = ["at-a-glance", "what"].map(|id| SectionId::new(id).expect("an id"));
    let paths = ["new", "trial"].map(|id| PathId::new(id).expect("an id"));
    let complaints = complaints(value, &sections, &paths);
    complaints.iter().map(ToString::to_string).collect()
}

#[test]
fn an_element_without_attributes_has_nothing_to_complain_of() {
    assert_eq!(told(&[]), [""; 0]);
}

#[test]
fn a_heading_level_from_2_to_5_is_taken() {
    for value in ["2", "3", "4", "5", " 3 "] {
        assert_eq!(told(&[("heading-level", value)]), [""; 0], "`{value}`");
    }
}

#[test]
fn any_other_heading_level_becomes_2_and_is_told() {
    for value in ["1", "6", "", "h2", "-2", "2.0", "two"] {
        let bad = told(&[("heading-level", value)]);
        let message = format!(
            "<lupus-car-t>: attribute `heading-level` has the value `{value}`, \
             but allowed is `2`, `3`, `4`, `5`; using 2"
        );
        assert_eq!(bad, [message]);
    }
}

#[test]
fn a_choice_that_does_not_exist_is_told_with_what_is_allowed() {
    let regions = [
        "auto", "none", "us", "gb", "ca", "au", "ie", "de", "at", "ch", "es", "mx", "fr", "br",
        "pt",
    ];
    let choices: [(&str, &[&str]); 7] = [
        ("region", &regions),
        ("theme", &["auto", "light", "dark"]),
        ("loading", &["lazy", "eager"]),
        ("mode", &["element", "frame"]),
        ("remember", &["none", "session"]),
        ("links", &["on", "off"]),
        ("feedback", &["off", "on"]),
    ];
    for (attribute, allowed) in choices {
        for good in allowed {
            assert_eq!(told(&[(attribute, good)]), [""; 0], "{attribute}={good}");
        }
        let message = format!(
            "<lupus-car-t>: attribute `{attribute}` has the value `blue`, but allowed is `{}`; using {}",
            allowed.join("`, `"),
            allowed[0]
        );
        assert_eq!(told(&[(attribute, "blue")]), [message]);
    }
}

#[test]
fn sections_takes_all_or_ids_that_exist() {
    for value in [" all ", "what at-a-glance", "what what"] {
        assert_eq!(told(&[("sections", value)]), [""; 0], "`{value}`");
    }
    for value in ["risks what", "", "risks"] {
        assert_eq!(told(&[("sections", value)]).len(), 1, "`{value}`");
    }
}

#[test]
fn sections_without_any_that_exists_becomes_all_and_is_told() {
    let bad = told(&[("sections", "risks")]);
    let message = "<lupus-car-t>: attribute `sections` has the value `risks`, but allowed is \
                   `all` or ids of sections (at-a-glance, what); using all";
    assert_eq!(bad, [message]);
}

#[test]
fn a_path_that_does_not_exist_becomes_none_and_is_told() {
    for value in ["none", " trial "] {
        assert_eq!(told(&[("path", value)]), [""; 0], "`{value}`");
    }
    for value in ["risks", "", "new trial"] {
        let message = format!(
            "<lupus-car-t>: attribute `path` has the value `{value}`, but allowed is \
             `none` or the id of a path (new, trial); using none"
        );
        assert_eq!(told(&[("path", value)]), [message]);
    }
}

#[test]
fn a_language_that_does_not_exist_is_told() {
    let told =
        |value: &str| complaint_of_language(value, "en pt-br", "en").map(|bad| bad.to_string());
    for good in ["en", "EN", "en-GB", "pt-BR", " en "] {
        assert_eq!(told(good), None, "`{good}`");
    }
    let message = "<lupus-car-t>: attribute `lang` has the value `de`, but allowed is `en`, `pt-br`; using en";
    assert_eq!(told("de").as_deref(), Some(message));
}

#[test]
fn open_takes_none_all_or_ids() {
    for value in ["none", " all ", "what", "what  at-a-glance"] {
        assert_eq!(told(&[("open", value)]), [""; 0], "`{value}`");
    }
}

#[test]
fn open_without_any_section_that_exists_becomes_the_first_and_is_told() {
    for value in ["", "risks", "None", "risks cost"] {
        let bad = told(&[("open", value)]);
        let message = format!(
            "<lupus-car-t>: attribute `open` has the value `{value}`, but allowed is \
             `none`, `all` or ids of sections (at-a-glance, what); using at-a-glance"
        );
        assert_eq!(bad, [message]);
    }
}

#[test]
fn a_section_of_open_that_does_not_exist_is_told() {
    let bad = told(&[("open", "risks what")]);
    let message = "<lupus-car-t>: attribute `open` has the value `risks what`, but allowed is \
                   `none`, `all` or ids of sections (at-a-glance, what); using the ids that exist";
    assert_eq!(bad, [message]);
}

#[test]
fn each_bad_attribute_is_told_once() {
    let bad = told(&[("heading-level", "9"), ("open", "risks")]);
    assert_eq!(bad.len(), 2);
}
