//! The signs of an emergency: seen without opening anything, and everywhere as urgent as in the help box.

mod tiers;

use std::rc::Rc;

use lupus_car_t::{
    content::{FigureData, Sign, Signs, Tier, Words, plain_text},
    site::{pre_render, snippet},
};

use tiers::SIGNS;

use crate::{
    figures::figure,
    fixtures::{real, real_page},
    html::Element,
    words::text,
};

/// What the help box has to name, besides the signs.
const NAMED: [&str; 15] = [
    "stroke",
    "fever with a stiff neck",
    "even without a fever",
    "cannot be woken",
    "i have had car-t",
    "show your card",
    "thoughts of ending your life or harming yourself",
    "988",
    "116\u{a0}123",
    "never stop steroids suddenly",
    "cannot keep steroid tablets down",
    "38\u{a0}°c (100.4\u{a0}°f)",
    "can hide a fever",
    "do not wait for more signs",
    "tell everyone who treats you that you had car-t",
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
fn no_mark_of_those_who_write_is_left_in_the_text() {
    let page = text(&real_page());
    for mark in ["](", "![", "{", "}", "\u{e000}", "\u{e004}"] {
        assert!(!page.contains(mark), "the page has `{mark}`");
    }
}

#[test]
fn the_help_box_comes_before_all_but_the_title_and_two_short_paragraphs() {
    let explainer = Rc::new(real());
    for html in [pre_render(&explainer), snippet(&explainer)] {
        let page = text(&Element::read(&html));
        let (before, _) = page.split_once("get help now").expect("a help box");
        let words = before.split_whitespace().count();
        assert!(words < 60, "{words} words come before it: {before}");
    }
}

#[test]
fn each_tier_of_the_box_has_its_heading_and_its_signs() {
    let page = real_page();
    let tiers = page.only("get-help").find_all(|it| it.has_class("tier"));
    let tiers: Vec<String> = tiers.into_iter().map(text).collect();
    assert_eq!(tiers.len(), Tier::ALL.len());
    for (sign, tier) in SIGNS {
        let named: Vec<bool> = tiers.iter().map(|words| words.contains(sign)).collect();
        let expected: Vec<bool> = (0..3).map(|it| it == tier).collect();
        assert_eq!(named, expected, "{sign}");
    }
    let signs = real().signs;
    for (tier, words) in Tier::ALL.into_iter().zip(&tiers) {
        let heading = signs.urgency(tier).heading.to_lowercase();
        assert!(words.starts_with(&heading), "{words}");
        for sign in named(&signs, words) {
            assert_eq!(sign.tier, tier, "{}", sign.id);
        }
    }
    let said = tiers.concat();
    let in_box = named(&signs, &said);
    for sign in signs.signs.iter().filter(|it| it.tier != Tier::SameDay) {
        assert!(in_box.contains(&sign), "{} is not in the box", sign.id);
    }
}

#[test]
fn every_sign_is_as_urgent_wherever_it_is_named() {
    let signs = real().signs;
    let endings: Vec<String> = signs.signs.iter().map(|it| ending(&signs, it)).collect();
    let mut compared = 0;
    for sentence in sentences_below_the_box() {
        let is_about_calling = endings.iter().any(|it| sentence.ends_with(&**it));
        for sign in named(&signs, &sentence) {
            // A word or two, such as `bleeding`, may stand in any sentence; more is the sign.
            if is_about_calling || sign.words.split(' ').count() > 3 {
                let ending = ending(&signs, sign);
                assert!(sentence.ends_with(&ending), "{}: {sentence}", sign.id);
                compared += 1;
            }
        }
    }
    assert!(compared > 30, "{compared} places name a sign");
}

#[test]
fn the_risks_name_a_sign_of_each_tier_that_they_bring() {
    let page = real_page();
    let risks = page.find_all(|it| it.attribute("id") == Some("section-risks"));
    let (risks, signs) = (text(risks[0]), real().signs);
    let said = named(&signs, &risks);
    for tier in [Tier::Emergency, Tier::Now] {
        assert!(said.iter().any(|it| it.tier == tier), "{tier:?}: {risks}");
    }
}

#[test]
fn every_warning_of_the_body_map_says_whom_to_call() {
    let signs = real().signs;
    let FigureData::Tour(map) = &figure("body-map").data else {
        panic!("the body map is a tour");
    };
    for stop in &map.stops {
        for (label, words) in stop.notes.iter().filter(|(label, _)| !label.is_empty()) {
            for sentence in sentences(&plain_text(words).to_lowercase()) {
                let mut named = signs
                    .signs
                    .iter()
                    .filter(|it| sentence.contains(&plain(it)));
                let says = |sign: &Sign| sentence.ends_with(&ending(&signs, sign));
                assert!(named.any(says), "{label} {sentence}");
            }
        }
    }
}

/// Each sentence of paragraphs, items and cells outside the help box, in lower case.
fn sentences_below_the_box() -> Vec<String> {
    let page = real_page();
    let is_block = |it: &Element| ["p", "li", "td", "dd"].contains(&&*it.name);
    let blocks = |page: &Element| -> Vec<String> {
        let blocks = page.find_all(|it| is_block(it) && it.find_all(is_block).is_empty());
        blocks.into_iter().map(text).collect()
    };
    let in_box = blocks(page.only("get-help"));
    let others = blocks(&page).into_iter().filter(|it| !in_box.contains(it));
    others.flat_map(|it| sentences(&it)).collect()
}

/// The sentences of `text`, without the numbers of sources.
fn sentences(text: &str) -> Vec<String> {
    let mut words = String::new();
    for part in text.split('[') {
        words.push_str(part.split_once(']').map_or(part, |(_, after)| after));
    }
    let sentences = words.replace(['?', '!'], ".");
    let sentences = sentences
        .split(". ")
        .map(|it| it.trim_end_matches('.').trim());
    sentences
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of `sign` as they stand in a text.
fn plain(sign: &Sign) -> String {
    sign.words.replace("**", "").to_lowercase()
}

/// How a sentence about `sign` ends.
fn ending(signs: &Signs, sign: &Sign) -> String {
    let values = [("signs", ""), ("call", signs.call(sign))];
    let sentence = Words::fill(&signs.urgency(sign.tier).sentence, &values).to_lowercase();
    sentence.trim_end_matches('.').to_owned()
}

/// The signs that `text` names; the words of one inside those of a longer one are no sign.
fn named<'a>(signs: &'a Signs, text: &str) -> Vec<&'a Sign> {
    let mut text = text.to_owned();
    let mut longest: Vec<&Sign> = signs.signs.iter().collect();
    longest.sort_by_key(|sign| std::cmp::Reverse(sign.words.len()));
    longest.retain(|sign| {
        let words = plain(sign);
        let found = text.contains(&words);
        text = text.replace(&words, "_");
        found
    });
    longest
}
