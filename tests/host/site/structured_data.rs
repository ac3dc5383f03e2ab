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
            "author": { "@type": "Organization", "name": "The writers of the fixture" },
            "audience": { "@type": "Patient" },
            "version": "1.2.3",
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

/// The reviewer is invented.
#[test]
fn search_engines_are_told_of_a_review_while_it_is_one_of_the_text_as_it_is() -> Result<(), String>
{
    let fingerprint = example().explainer.edition.fingerprint;
    for (read, is_told) in [(&*fingerprint, true), ("0123456789abcdef", false)] {
        let build = Build::new();
        let path = build.source.path().join("static/content/en/explainer.md");
        let text = fs::read_to_string(&path).expect("the file is there");
        let review = format!(
            "\npublisher = \"The invented clinic\"\n[[review]]\nname = \"A. Fixture\"\n\
             role = \"invented rheumatologist\"\norganization = \"The invented clinic\"\ndate = 2026-08-15\n\
             statement = \"I found no fault.\"\nfingerprint = \"{read}\"\nchanges = \"Some of it.\"\n+++\n"
        );
        write(&path, text.replacen("\n+++\n", &review, 1).as_bytes());
        build.write(false)?;

        let facts = facts(&build.text("index.html"));
        let clinic = json!({ "@type": "Organization", "name": "The invented clinic" });
        assert_eq!(facts["publisher"], clinic);
        let reviewer = json!({
            "@type": "Person",
            "name": "A. Fixture",
            "jobTitle": "invented rheumatologist",
            "affiliation": clinic,
        });
        let [by, day] = ["reviewedBy", "lastReviewed"].map(|name| facts.get(name).cloned());
        assert_eq!(by, is_told.then_some(reviewer));
        assert_eq!(day, is_told.then(|| json!("2026-08-15")));
    }
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
