//! Facts that hold for the whole pre-rendered page, on the words that readers get.

use std::{collections::BTreeSet, rc::Rc};

use futures::executor::block_on;
use lupus_car_t::{
    components::{Explainer, ExplainerProps},
    content::SectionId,
    options::Options,
};
use yew::{Callback, LocalServerRenderer};

use crate::{
    fixtures::{real, real_page},
    html::Element,
};

/// The page with headings at `heading_level`, as the browser first shows it where `open` is open.
fn running(heading_level: u8, open: Vec<SectionId>) -> Element {
    let props = ExplainerProps {
        explainer: Rc::new(real()),
        options: Rc::new(Options {
            heading_level,
            ..Options::default()
        }),
        open,
        running: true,
        on_toggle: Callback::noop(),
        on_show: Callback::noop(),
        fold: Callback::from(String::from),
        on_ready: Callback::noop(),
    };
    let renderer = LocalServerRenderer::<Explainer>::with_props(props);
    Element::read(&block_on(renderer.render()))
}

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
    assert_eq!(buttons.len(), 18);
    for button in buttons {
        assert!(button.attribute("disabled").is_some(), "{button}");
    }
    for button in page.find_all(|it| it.name == "button" && it.attribute("disabled").is_none()) {
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
    let details = page.find_all(|it| it.name == "details");
    assert!(details.len() > 5);
    for details in details {
        assert!(details.attribute("open").is_some(), "{details}");
    }
}

#[test]
fn with_script_only_the_open_sections_are_shown_and_every_button_works() {
    let open = vec![SectionId::new("risks").expect("an id")];
    let page = running(2, open);

    // What only Yew can do waits until it does.
    let is_waiting = |it: &Element| it.attribute("data-live").is_some();
    assert!(
        page.find_all(|it| it.attribute("disabled").is_some() && !is_waiting(it))
            .is_empty()
    );
    assert!(
        page.find_all(|it| it.name == "details" && it.attribute("open").is_some())
            .is_empty()
    );
    for body in page.find_all(|it| it.has_class("section-body")) {
        let hidden = (body.attribute("id") != Some("risks-body")).then_some("until-found");
        assert_eq!(
            body.attribute("hidden"),
            hidden,
            "{:?}",
            body.attribute("id")
        );
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
    assert!(ids.len() > 17 * 3);
}

#[test]
fn every_reference_to_an_id_finds_it() {
    let page = real_page();
    let ids = ids(&page);
    for name in ["aria-controls", "aria-labelledby", "popovertarget"] {
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
    assert!(links.len() > 25, "sources link back");
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
fn every_citation_leads_to_its_source_and_back() {
    let page = real_page();
    let ids = ids(&page);
    for link in page.find_all(|it| it.attribute("data-source").is_some()) {
        let source = link.attribute("data-source").unwrap_or_default();
        assert!(ids.contains(&&*format!("source-{source}")), "{link}");
        assert!(
            link.attribute("href")
                .is_some_and(|href| href.starts_with("https://")),
            "{link}"
        );
    }
    for link in page.find_all(|it| it.attribute("data-cited").is_some()) {
        let section = format!(
            "section-{}",
            link.attribute("data-section").unwrap_or_default()
        );
        let section = page.find_all(|it| it.attribute("id") == Some(&section));
        let cited = link.attribute("data-cited");
        let citations = section[0].find_all(|it| it.attribute("data-source") == cited);
        assert!(!citations.is_empty(), "{link}");
    }
}

#[test]
fn headings_start_at_the_level_asked_for_and_never_skip_one_or_pass_6() {
    for (level, title, section, subheading) in [
        (2, "h2", "h2", "h3"),
        (3, "h2", "h3", "h4"),
        (4, "h3", "h4", "h5"),
        (5, "h4", "h5", "h6"),
    ] {
        let page = running(level, Vec::new());
        assert_eq!(page.only("title").name, title, "{level}");
        for (class, name) in [("section-heading", section), ("subheading", subheading)] {
            let headings = page.find_all(|it| it.has_class(class));
            assert!(headings.len() > 10, "{class}");
            assert!(
                headings.iter().all(|it| it.name == name),
                "{class} at {level}"
            );
        }
        let is_heading = |it: &Element| it.name.len() == 2 && it.name.starts_with('h');
        let mut others = page.find_all(is_heading);
        others.retain(|it| ![title, section, subheading].contains(&&*it.name));
        assert!(others.is_empty(), "{others:?}");
    }
    let lowest = running(6, Vec::new());
    let subheadings = lowest.find_all(|it| it.has_class("subheading"));
    assert!(subheadings.iter().all(|it| it.name == "h6"));
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
