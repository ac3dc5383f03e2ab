//! The builder page, without its page: choices, snippets, policies.

mod choices;
mod forms;
mod frameworks;
mod misread;
mod pasted;
mod policies;
mod snippets;
mod sources;
mod verdicts;

use lupus_car_t::builder::{
    choices::{Change, Choices},
    manifest::Manifest,
};

/// A manifest of three sections.
fn manifest() -> Manifest {
    let text = r#"{
        "version": "1.2.3",
        "entry": { "embed.js": "sha384-any", "embed.en.js": "sha384-english" },
        "languages": { "en": {
            "title": "Lupus & CAR-T",
            "direction": "ltr",
            "sections": [
                { "id": "at-a-glance", "heading": "At a glance" },
                { "id": "risks", "heading": "Risks" },
                { "id": "sources", "heading": "Sources" }
            ]
        } },
        "files": { "embed.js": { "bytes": 1, "sha384": "any" } }
    }"#;
    Manifest::parse(text).expect("a manifest")
}

/// The default choices after some changes, with the sections of [`manifest`] known.
fn chosen(changes: impl IntoIterator<Item = Change>) -> Choices {
    let manifest = manifest();
    let ids = manifest.sections(None).iter().map(|it| it.id.clone());
    let known = Choices::default().after(Change::Known(ids.collect()));
    changes
        .into_iter()
        .fold(known, |choices, change| choices.after(change))
}
