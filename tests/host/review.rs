//! Reviews as data: what they are reviews of, and what is said of them. Every reviewer here is invented.

use std::{fs, rc::Rc};

use lupus_car_t::{
    compiler::{ENGLISH, Files, compile, statements},
    content::{Block, ClinicalReview, Explainer, plain_text},
    site::{pre_render, review_packet},
};

use crate::{
    fixtures::{compiled, example, example_files, project, real},
    html::Element,
    words::text,
};

const FILE: &str = "en/explainer.md";
const SECTION: &str = "en/01-at-a-glance.md";

/// The small content with `more` in the front matter of its first file.
fn with(more: &str) -> Files {
    let mut files = example_files();
    let file = files.get_mut(FILE).expect("the file");
    *file = file.replacen("\n+++\n", &format!("\n{more}\n+++\n"), 1);
    files
}

/// A review of the text with that fingerprint.
fn review(fingerprint: &str, more: &str) -> String {
    format!(
        "[[review]]\nname = \"A. Fixture\"\nrole = \"invented rheumatologist\"\n\
         organization = \"The invented clinic\"\ndate = 2026-08-15\nstatement = \"I found no fault.\"\n\
         fingerprint = \"{fingerprint}\"\n{more}"
    )
}

fn fingerprint(files: &Files) -> String {
    compiled(files).explainer.edition.fingerprint
}

/// All that the page says, and the plain HTML of it.
fn said(explainer: &Explainer) -> [String; 2] {
    let explainer = Rc::new(explainer.clone());
    [
        pre_render(&explainer),
        lupus_car_t::site::snippet(&explainer),
    ]
    .map(|html| text(&Element::read(&html)))
}

#[test]
fn the_fingerprint_changes_with_the_words_and_the_sources_and_with_nothing_else() {
    let before = fingerprint(&example_files());
    let changed = |path: &str, from: &str, to: &str| {
        let mut files = example_files();
        let file = files.get_mut(path).expect("the file");
        assert!(file.contains(from), "{path} has no `{from}`");
        *file = file.replace(from, to);
        fingerprint(&files)
    };
    for (path, from, to) in [
        // Written in another way.
        (SECTION, "**Bold**", "Bold"),
        (SECTION, "Two did not.", "Two\ndid   not."),
        (SECTION, "> Drink water.", "> Drink\n> water."),
        (
            FILE,
            "evidence-checked = 2026-07-31",
            "evidence-checked = 2026-08-31",
        ),
        (FILE, "version = \"1.2.3\"", "version = \"1.2.4\""),
        (
            "en/interface.toml",
            "listen = \"Listen\"",
            "listen = \"Hear\"",
        ),
    ] {
        assert_eq!(changed(path, from, to), before, "{path}: {to}");
    }
    for (path, from, to) in [
        (SECTION, "Two did not.", "Three did not."),
        (
            SECTION,
            "summary = \"The short of it\"",
            "summary = \"The long of it\"",
        ),
        (
            SECTION,
            "took part.[^alpha-2022]",
            "took part.[^beta-facts]",
        ),
        (FILE, "main message", "other message"),
        ("en/get-help.md", "heading = \"", "heading = \"Please: "),
        ("en/glossary.toml", "meaning = \"", "meaning = \"Say: "),
    ] {
        assert_ne!(changed(path, from, to), before, "{path}: {to}");
    }
}

#[test]
fn a_text_without_a_review_says_that_no_clinician_has_reviewed_it() {
    for explainer in [example().explainer, real()] {
        assert_eq!(explainer.edition.clinical_review(), ClinicalReview::None);
        for said in said(&explainer) {
            assert!(said.contains("not yet reviewed by a clinician"));
            assert!(!said.contains("reviewed by a."));
        }
    }
}

#[test]
fn a_review_that_fits_is_named_with_what_the_reviewer_says() {
    let files = with(&review(&fingerprint(&example_files()), ""));
    let explainer = compiled(&files).explainer;
    let name =
        "reviewed by a. fixture, invented rheumatologist, the invented clinic, in august 2026";
    for said in said(&explainer) {
        assert_eq!(said.matches(name).count(), 2, "{said}");
        assert!(
            said.contains("they say: \u{201c}i found no fault.\u{201d}"),
            "{said}"
        );
        assert!(!said.contains("not yet reviewed"), "{said}");
    }
}

#[test]
fn once_the_text_changes_the_page_says_so_and_what_has_changed() {
    let old = review(
        &fingerprint(&example_files()),
        "changes = \"The number of naps.\"",
    );
    let mut files = with(&old);
    let section = files.get_mut(SECTION).expect("the file");
    *section = section.replace("Two did not.", "Three did not.");
    let explainer = compiled(&files).explainer;
    for said in said(&explainer) {
        let changed = "changed since the review of august 2026 by a. fixture: see what changed";
        assert!(said.contains(changed), "{said}");
        assert!(said.contains("what changed: the number of naps."), "{said}");
        assert!(!said.contains("reviewed by a. fixture"), "{said}");
    }
    // Without a word on that, it is not published.
    let mut files = with(&review(&fingerprint(&example_files()), ""));
    let section = files.get_mut(SECTION).expect("the file");
    *section = section.replace("Two did not.", "Three did not.");
    let refusal = compile(ENGLISH, &files).err().map(|it| it.to_string());
    let refusal = refusal.unwrap_or_default();
    assert!(
        refusal.contains("has changed since the review of 2026-08-15"),
        "{refusal}"
    );
}

#[test]
fn a_publisher_of_the_content_stands_where_the_page_says_none() {
    let explainer = compiled(&with("publisher = \"The invented clinic\"")).explainer;
    let [page, _] = said(&explainer);
    assert!(
        page.contains("published here bythe invented clinic"),
        "{page}"
    );
}

#[test]
fn the_packet_has_every_statement_with_its_sources_and_a_box() {
    let template = project().join("static/review.html");
    let template = fs::read_to_string(template).expect("the template");
    for explainer in [example().explainer, real()] {
        let html = review_packet(&template, &explainer);
        assert!(!html.contains("{{"), "a place of the template is empty");
        assert!(!html.contains("<script"), "it needs no script");
        let main = html
            .split("<main>")
            .nth(1)
            .and_then(|it| it.split("</main>").next());
        let page = Element::read(main.expect("the words of the packet"));
        let statements = statements(&explainer);
        let boxes = page.find_all(|it| it.attribute("type") == Some("checkbox"));
        assert_eq!(boxes.len(), statements.len());
        let items =
            page.find_all(|it| it.name == "li" && !it.find_all(|it| it.name == "label").is_empty());
        assert_eq!(items.len(), statements.len());
        for (item, statement) in items.iter().zip(&statements) {
            assert!(item.text().contains(&statement.cited), "{item}");
            let links = item.find_all(|it| it.name == "a").len();
            assert_eq!(
                links,
                statement.sources.len() + statement.addresses.len(),
                "{item}"
            );
        }
        assert!(page.text().contains(&explainer.edition.fingerprint));
    }
}

#[test]
fn sections_figures_terms_and_regions_are_stated() {
    let explainer = real();
    let stated: Vec<String> = statements(&explainer)
        .into_iter()
        .map(|it| it.words)
        .collect();
    let is_stated = |words: &str| {
        let words = words.replace('\u{2060}', "");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            stated.iter().any(|it| it.contains(&words)),
            "`{words}` is nowhere stated"
        );
    };
    for section in &explainer.sections {
        is_stated(&section.heading);
        is_stated(&section.summary);
        for block in &section.blocks {
            if let Block::Paragraph(words) = block {
                is_stated(&plain_text(words));
            }
        }
    }
    for figure in &explainer.figures {
        is_stated(&figure.caption);
    }
    for term in &explainer.terms {
        is_stated(&term.meaning);
    }
    for region in &explainer.regions {
        for line in &region.crisis {
            is_stated(&line.number);
        }
    }
}
