//! The signs of an emergency: seen without opening anything, and everywhere as urgent as in the help box.

use std::rc::Rc;

use lupus_car_t::{
    content::{Block, FigureData, plain_text},
    site::{pre_render, snippet},
};

use crate::{
    figures::figure,
    fixtures::{real, real_page},
    html::Element,
    words::text,
};

/// How soon to call whom, as the text says it.
const URGENCIES: [&str; 2] = [
    "call the emergency number now",
    "call your doctor the same day",
];

/// Signs, each with the place of its urgency in [`URGENCIES`].
const SIGNS: [(&str, usize); 17] = [
    ("sudden trouble", 0),
    ("sight, or balance", 0),
    ("sudden weakness", 0),
    ("sudden very bad headache", 0),
    ("seizure", 0),
    ("does not fade when pressed", 0),
    ("chest pain", 0),
    ("fainting", 0),
    ("trouble breathing", 0),
    ("coughing", 0),
    ("heavy bleeding", 0),
    ("blood or foam", 1),
    ("less urine", 1),
    ("new swelling", 1),
    ("swelling in one leg", 1),
    ("new or worse", 1),
    ("joint pain than usual", 1),
];

/// What the help box has to name, besides the signs.
const NAMED: [&str; 12] = [
    "stroke",
    "fever with a stiff neck",
    "cannot be woken",
    "i have had car-t",
    "show your card",
    "thoughts of ending your life or harming yourself",
    "988",
    "116\u{a0}123",
    "never stop steroids suddenly",
    "cannot keep steroid tablets down",
    "38\u{a0}°c (100.4\u{a0}°f)",
    "steroids can hide a fever",
];

#[test]
fn the_help_box_names_every_sign_and_has_nothing_to_open() {
    let page = real_page();
    let help = page.only("get-help");
    let said = text(help);
    for words in NAMED {
        assert!(said.contains(words), "the help box has no `{words}`");
    }
    assert!(help.find_all(|it| it.name == "details").is_empty());
    assert!(
        help.find_all(|it| it.attribute("hidden").is_some())
            .is_empty()
    );
}

#[test]
fn the_help_box_comes_before_all_but_the_title_and_one_paragraph() {
    let explainer = Rc::new(real());
    for html in [pre_render(&explainer), snippet(&explainer)] {
        let page = text(&Element::read(&html));
        let (before, _) = page.split_once("get help now").expect("a help box");
        let words = before.split_whitespace().count();
        assert!(words < 60, "{words} words come before it: {before}");
    }
}

#[test]
fn every_warning_sign_is_as_urgent_as_in_the_help_box() {
    let urgency_in_box = urgencies_of_the_box();
    for (sign, urgency) in SIGNS.iter().filter(|(sign, _)| !sign.contains("usual")) {
        let tier = urgency_in_box.iter().position(|words| words.contains(sign));
        if let Some(tier) = tier {
            // The second tier of the box, for what cannot wait for the day, is about no sign of the map.
            assert_eq!(tier.min(1), *urgency, "{sign}");
        }
    }
    let FigureData::Tour(map) = &figure("body-map").data else {
        panic!("the body map is a tour");
    };
    for stop in &map.stops {
        for (label, words) in &stop.notes {
            if label.is_empty() {
                continue;
            }
            for sentence in plain_text(words).to_lowercase().split_inclusive('.') {
                let named = URGENCIES.iter().position(|it| sentence.contains(it));
                let named = named.unwrap_or_else(|| panic!("how urgent is `{sentence}`?"));
                for (sign, urgency) in SIGNS.iter().filter(|(sign, _)| sentence.contains(sign)) {
                    assert_eq!(named, *urgency, "{sign}: {sentence}");
                }
            }
        }
    }
}

/// The words of the help box below each of its headings, in lower case: call now, day or night, the same day.
fn urgencies_of_the_box() -> Vec<String> {
    let page = real_page();
    let help = page.only("get-help");
    let mut tiers: Vec<String> = help
        .find_all(|it| it.has_class("tier"))
        .into_iter()
        .map(text)
        .collect();
    assert_eq!(tiers.len(), 3, "tiers of urgency");
    // What is to be done day or night is said in full there.
    tiers.remove(1);
    tiers
}

#[test]
fn the_first_tier_of_the_box_is_the_emergency_number() {
    let explainer = real();
    let first = explainer.get_help.blocks.first();
    assert_eq!(
        first,
        Some(&Block::Subheading(
            "Call the emergency number now".to_owned()
        ))
    );
}
