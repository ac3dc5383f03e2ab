//! The text as plain HTML, and what the editors of other sites leave of it.

use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
};

use ammonia::Builder;
use insta::{Settings, assert_snapshot};
use lupus_car_t::{
    content::Explainer,
    site::{pre_render, snippet},
};

use crate::{
    fixtures::{example, real},
    html::{Element, Node},
};

/// What `WordPress` leaves in a post (`wp_kses_post`), as far as text needs it; each tag may have [`ANYWHERE`] too.
const WORDPRESS: &[(&str, &[&str])] = &[
    ("a", &["href", "rel", "rev", "name", "target"]),
    ("abbr", &[]),
    ("b", &[]),
    ("blockquote", &["cite"]),
    ("br", &[]),
    ("caption", &["align"]),
    ("cite", &[]),
    ("code", &[]),
    ("dd", &[]),
    ("details", &["align", "open"]),
    ("div", &["align"]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &["align"]),
    ("figure", &["align"]),
    ("h1", &["align"]),
    ("h2", &["align"]),
    ("h3", &["align"]),
    ("h4", &["align"]),
    ("hr", &["align", "noshade", "size", "width"]),
    ("i", &[]),
    ("li", &["align", "value"]),
    ("ol", &["start", "type", "reversed"]),
    ("p", &["align"]),
    ("section", &["align"]),
    ("small", &[]),
    ("span", &["align"]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &["align"]),
    ("sup", &[]),
    ("table", &["align", "border", "summary", "width"]),
    ("tbody", &["align", "valign"]),
    (
        "td",
        &["abbr", "align", "colspan", "headers", "rowspan", "scope"],
    ),
    (
        "th",
        &["abbr", "align", "colspan", "headers", "rowspan", "scope"],
    ),
    ("thead", &["align", "valign"]),
    ("tr", &["align", "valign"]),
    ("u", &[]),
    ("ul", &["type"]),
];

/// Attributes that `WordPress` leaves on every tag. Classes and styles are not here: the snippet has none.
const ANYWHERE: [&str; 5] = ["dir", "id", "lang", "role", "title"];

/// What nearly every editor leaves.
const STRICT: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("em", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("li", &[]),
    ("ol", &[]),
    ("p", &[]),
    ("strong", &[]),
    ("ul", &[]),
];

/// What stays of `html` where only these tags and attributes may.
fn sanitized(
    html: &str,
    allowed: &[(&'static str, &[&'static str])],
    anywhere: &[&'static str],
) -> String {
    let tags: HashSet<&str> = allowed.iter().map(|(tag, _)| *tag).collect();
    let attributes: HashMap<&str, HashSet<&str>> = allowed
        .iter()
        .map(|(tag, attributes)| (*tag, attributes.iter().copied().collect()))
        .collect();
    Builder::new()
        .tags(tags)
        .tag_attributes(attributes)
        .generic_attributes(anywhere.iter().copied().collect())
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .clean(html)
        .to_string()
        .replace("&nbsp;", "\u{a0}")
}

/// The words of a text, whatever stands between them.
fn words(text: &str) -> Vec<String> {
    text.replace('\u{2060}', "")
        .split(|it: char| !it.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of an element but for those that only serve script, sight or slots, and for the drawn numbers.
fn words_of_page(element: &Element) -> Vec<String> {
    let mut all = Vec::new();
    for child in &element.children {
        match child {
            Node::Text(text) => all.extend(words(text)),
            Node::Element(child) if child.name == "svg" => {}
            Node::Element(child) if is_control(child) => {}
            Node::Element(child) => all.extend(words_of_page(child)),
        }
    }
    all
}

fn is_control(element: &Element) -> bool {
    let classes = "toolbar popovers section-foot player worksheet on-paper past-due regions of-site \
                   axis-label range-label scale legend";
    classes.split(' ').any(|class| element.has_class(class))
        || element.name == "summary" && element.text() == "The same numbers as a table"
}

/// The first of `wanted` that does not come, in this order, in `there`.
fn first_missing<'a>(wanted: &'a [String], there: &[String]) -> Option<&'a [String]> {
    let mut rest = there.iter();
    let missing = wanted.iter().position(|word| !rest.any(|it| it == word))?;
    Some(&wanted[missing.saturating_sub(5)..(missing + 5).min(wanted.len())])
}

fn both() -> [Explainer; 2] {
    [example().explainer, real()]
}

#[test]
fn every_word_of_the_page_is_in_the_snippet_in_order() {
    for explainer in both() {
        let explainer = Rc::new(explainer);
        let page = words_of_page(&Element::read(&pre_render(&explainer)));
        assert!(page.len() > 100, "{} words on the page", page.len());
        let snippet = words(&Element::read(&snippet(&explainer)).text());
        assert_eq!(first_missing(&page, &snippet), None);
    }
}

#[test]
fn wordpress_takes_nothing_away() {
    for explainer in both() {
        let html = snippet(&explainer);
        let left = sanitized(&html, WORDPRESS, &ANYWHERE);
        assert_eq!(
            Element::read(&left).to_string(),
            Element::read(&html).to_string()
        );
    }
}

#[test]
fn the_strictest_editor_leaves_every_word_apart_from_its_neighbor() {
    for explainer in both() {
        let html = snippet(&explainer);
        let left = sanitized(&html, STRICT, &[]);
        assert!(!left.contains("<table"), "the strict list is not at work");
        assert_eq!(
            words(&Element::read(&left).text()),
            words(&Element::read(&html).text())
        );
    }
}

#[test]
fn the_snippet_asks_for_no_file_and_brings_no_look() {
    for explainer in both() {
        let html = Element::read(&snippet(&explainer));
        for element in html.all() {
            for (name, value) in &element.attributes {
                let is_meant = match name.as_str() {
                    "href" => value.starts_with("https://") || value.starts_with("#lupus-car-t-"),
                    "id" => value.starts_with("lupus-car-t-"),
                    other => ["lang", "dir", "scope", "open"].contains(&other),
                };
                assert!(is_meant, "<{} {name}={value:?}>", element.name);
            }
        }
    }
}

#[test]
fn each_link_inside_leads_to_a_section() {
    let html = Element::read(&snippet(&real()));
    let ids: HashSet<&str> = html
        .all()
        .iter()
        .filter_map(|it| it.attribute("id"))
        .collect();
    assert_eq!(ids.len(), real().sections.len());
    let links = html.find_all(|it| it.attribute("href").is_some_and(|it| it.starts_with('#')));
    assert!(links.len() > 20, "{} links", links.len());
    for link in links {
        let id = link.attribute("href").and_then(|it| it.strip_prefix('#'));
        assert!(id.is_some_and(|id| ids.contains(id)), "{link}");
    }
}

#[test]
fn what_people_wrote_cannot_become_a_tag_or_an_attribute() {
    let mut explainer = example().explainer;
    explainer.title = "<script>alert('&')</script>\"".to_owned();
    explainer.sources[0].address = "https://example.org/\"><b>".to_owned();
    let html = Element::read(&snippet(&explainer));
    assert!(html.text().contains("<script>alert('&')</script>\""));
    let made = html.find_all(|it| ["script", "b"].contains(&&*it.name));
    assert!(made.is_empty());
}

#[test]
fn the_small_text_is_written_as_its_snapshot_says() {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!("snippet", snippet(&example().explainer)));
}
