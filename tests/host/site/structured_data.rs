//! What the pages of their own say of themselves to search engines.

use std::{collections::BTreeSet, fs};

use lupus_car_t::content::plain_text;
use serde_json::{Value, json};

use super::build::{Build, write};
use crate::fixtures::example;

const START: &str = "<script type=\"application/ld+json\">";

/// What the only such element of `page` holds.
fn facts(page: &str) -> Value {
    let (_, rest) = page.split_once(START).expect("the page says something");
    let (text, rest) = rest.split_once("</script>").expect("the element ends");
    assert!(!rest.contains(START), "it is said twice");
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn search_engines_are_told_what_the_text_says_and_of_no_reviewer() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    for path in ["index.html", "en/index.html"] {
        let mut facts = facts(&build.text(path));
        facts.as_object_mut().expect("facts").remove("citation");
        let expected = json!({
            "@context": "https://schema.org",
            "@type": "MedicalWebPage",
            "name": "An example",
            "description": "This is the main message.",
            "inLanguage": "en",
            "about": [
                { "@type": "MedicalCondition", "name": "Lupus" },
                { "@type": "MedicalTherapy", "name": "A treatment" },
            ],
            "audience": { "@type": "Patient" },
            "version": "1.2.3",
            "lastReviewed": "2026-07-31",
            "isAccessibleForFree": true,
            "license": { "@type": "CreativeWork", "name": "MIT OR Apache-2.0" },
        });
        assert_eq!(facts, expected, "{path}");
    }
    let german = facts(&build.text("de/index.html"));
    assert_eq!(german["inLanguage"], "de");
    assert_eq!(german["about"][1]["name"], "Eine Behandlung");
    Ok(())
}

#[test]
fn search_engines_are_told_each_source_once_with_its_address() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    let sources = example().explainer.sources;
    let addresses: BTreeSet<&str> = sources.iter().map(|it| &*it.address).collect();
    assert!(sources.len() > 1 && addresses.len() == sources.len());
    let expected: Vec<Value> = sources
        .iter()
        .map(|source| {
            let name = plain_text(&source.reference);
            json!({ "@type": "CreativeWork", "name": name, "url": source.address })
        })
        .collect();
    assert_eq!(
        facts(&build.text("index.html"))["citation"],
        json!(expected)
    );
    Ok(())
}

#[test]
fn only_pages_of_their_own_tell_search_engines_what_they_are() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;

    let manifest = build.manifest();
    for path in manifest["files"].as_object().expect("the files").keys() {
        let is_own = ["index.html", "en/index.html", "de/index.html"].contains(&&**path);
        let says = String::from_utf8_lossy(&build.read(path)).contains("ld+json");
        assert_eq!(says, is_own, "{path}");
    }
    Ok(())
}

#[test]
fn no_word_ends_the_element_that_search_engines_read() -> Result<(), String> {
    let build = Build::new();
    let path = build.source.path().join("static/content/en/explainer.md");
    let text = fs::read_to_string(&path).expect("the file is there");
    let condition = "'</script><!--<script>alert(1)</script>'";
    write(&path, text.replace("\"Lupus\"", condition).as_bytes());
    build.write(false)?;

    let page = build.text("index.html");
    assert!(!page.contains("alert(1)</script>"));
    assert_eq!(
        facts(&page)["about"][0]["name"],
        condition.trim_matches('\'')
    );
    Ok(())
}
