//! Facts that hold for the whole pre-rendered page, on the words that readers get.

use std::{collections::BTreeSet, ptr};

use crate::{
    fixtures::{real, real_page},
    html::Element,
};

fn ids(page: &Element) -> Vec<&str> {
    page.all()
        .into_iter()
        .filter_map(|it| it.attribute("id"))
        .collect()
}

fn section_buttons(page: &Element) -> Vec<&Element> {
    page.find_all(|it| it.has_class("section-button"))
}

#[test]
fn without_script_every_button_that_needs_it_is_disabled() {
    let page = real_page();
    let buttons = page.find_all(|it| it.has_class("section-button") || it.has_class("toggle-all"));
    // One for each section, and one for all.
    assert_eq!(buttons.len(), real().sections.len() + 1);
    for button in buttons {
        assert!(button.attribute("disabled").is_some(), "{button}");
    }
    let disabled = page.disabled();
    let is_enabled = |it: &Element| !disabled.iter().any(|other| ptr::eq(*other, it));
    for button in page.find_all(|it| it.name == "button" && is_enabled(it)) {
        let does_without_script = button.attribute("popovertarget");
        assert!(does_without_script.is_some(), "{button}");
    }
}

#[test]
fn without_script_every_word_is_shown() {
    let page = real_page();
    let hidden = page.find_all(|it| it.attribute("hidden").is_some());
    // Only a script can know what day it is. Until then the note has no words.
    assert!(
        hidden.len() == 1 && hidden[0].has_class("past-due"),
        "{hidden:?}"
    );
    assert_eq!(hidden[0].text(), "");
    for button in section_buttons(&page) {
        assert_eq!(button.attribute("aria-expanded"), Some("true"), "{button}");
    }
    // A path repeats headings, and opens by itself.
    let details = page.find_all(|it| it.name == "details" && !it.has_class("path"));
    assert!(details.len() > 5);
    for details in details {
        assert!(details.attribute("open").is_some(), "{details}");
    }
}

#[test]
fn every_id_is_unique() {
    let page = real_page();
    let ids = ids(&page);
    let mut seen = BTreeSet::new();
    for id in &ids {
        assert!(seen.insert(id), "`{id}` is there twice");
    }
    assert!(ids.len() > real().sections.len() * 3);
}

#[test]
fn every_reference_to_an_id_finds_it() {
    let page = real_page();
    let ids = ids(&page);
    for name in [
        "aria-controls",
        "aria-labelledby",
        "aria-describedby",
        "popovertarget",
    ] {
        let referring = page.find_all(|it| it.attribute(name).is_some());
        assert!(!referring.is_empty(), "`{name}`");
        for element in referring {
            let id = element.attribute(name).unwrap_or_default();
            assert!(ids.contains(&id), "`{name}` names `{id}`");
        }
    }
}

#[test]
fn every_section_button_controls_the_body_of_its_section() {
    let page = real_page();
    for section in page.find_all(|it| it.has_class("section")) {
        let id = section.attribute("id").unwrap_or_default();
        let id = id.strip_prefix("section-").expect("the id of a section");
        let button = section.only("section-button");
        assert_eq!(button.attribute("id"), Some(&*format!("{id}-button")));
        assert_eq!(
            button.attribute("aria-controls"),
            Some(&*format!("{id}-body"))
        );
        assert_eq!(
            section.only("section-body").attribute("id"),
            Some(&*format!("{id}-body"))
        );
    }
}

#[test]
fn every_link_within_the_page_leads_to_a_section() {
    let page = real_page();
    let ids = ids(&page);
    let links = page.find_all(|it| {
        it.attribute("href")
            .is_some_and(|href| href.starts_with('#'))
    });
    assert!(links.len() > 3, "sections link to each other");
    for link in links {
        let section = link
            .attribute("data-section")
            .expect("script needs the section");
        assert_eq!(
            link.attribute("href"),
            Some(&*format!("#lupus-car-t-{section}"))
        );
        assert!(ids.contains(&&*format!("section-{section}")), "{link}");
        assert!(!link.text().is_empty(), "{link}");
    }
}

#[test]
fn every_citation_has_the_address_of_one_source() {
    let page = real_page();
    let sources = page.only("sources");
    let addresses: Vec<&str> = sources
        .elements()
        .map(|entry| {
            let links = entry.find_all(|it| it.name == "a");
            assert_eq!(links.len(), 1, "{entry}");
            links[0].attribute("href").unwrap_or_default()
        })
        .collect();
    let different: BTreeSet<&str> = addresses.iter().copied().collect();
    assert_eq!(different.len(), addresses.len(), "two have one address");

    let citations = |it: &Element| it.has_class("citation");
    // Those of the regions lead to where they were read.
    let regional = page.only("regions").find_all(citations);
    let citations = page.find_all(citations);
    assert!(citations.len() > 200);
    for link in citations {
        if regional.iter().any(|it| std::ptr::eq(*it, link)) {
            assert_eq!(link.text(), "[source]");
            continue;
        }
        let address = link.attribute("href").unwrap_or_default();
        let index = addresses.iter().position(|it| *it == address);
        let number = index.map(|it| it + 1).unwrap_or_default();
        assert!(address.starts_with("https://"), "{link}");
        // Those in a row stand in one pair of brackets.
        let text = link.text();
        assert_eq!(text.trim_matches(['[', ',', ']']), number.to_string());
        assert_eq!(
            link.attribute("aria-label"),
            Some(&*format!("Source {number}"))
        );
    }
}

#[test]
fn headings_start_at_level_2_and_skip_none() {
    let page = real_page();
    for (class, name) in [
        ("title", "h2"),
        ("section-heading", "h2"),
        ("subheading", "h3"),
    ] {
        let headings = page.find_all(|it| it.has_class(class));
        assert!(!headings.is_empty(), "{class}");
        assert!(headings.iter().all(|it| it.name == name), "{class}");
    }
    let is_heading = |it: &Element| it.name.len() == 2 && it.name.starts_with('h');
    let mut others = page.find_all(is_heading);
    others.retain(|it| !["h2", "h3"].contains(&&*it.name));
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn nothing_on_the_page_needs_a_style_attribute_or_a_script() {
    let page = real_page();
    for element in page.all() {
        assert_ne!(element.name, "script");
        assert_ne!(element.name, "style");
        let bad = element
            .attributes
            .keys()
            .find(|name| *name == "style" || name.starts_with("on"));
        assert_eq!(bad, None, "{}", element.name);
    }
}

#[test]
fn citations_in_a_row_stand_in_one_pair_of_brackets() {
    let page = real_page();
    let sections = page.only("sections");
    let blocks = sections.find_all(|it| matches!(&*it.name, "p" | "li" | "td"));
    let mut rows = 0;
    for block in blocks {
        let text = block.text().replace('\u{2060}', "");
        assert!(!text.contains("]["), "two pairs touch in {text}");
        rows += text.matches('[').count();
    }
    assert!(rows > 200, "{rows} citations");
}
