//! What the page of its own says of itself to search engines, in the vocabulary of schema.org.

use serde_json::{Value, json};

use super::Edition;
use crate::content::{Block, Explainer, Source, plain_text};

/// A `MedicalWebPage` as JSON-LD, spelled so that no word of it ends the script element around it.
///
/// `lastReviewed` is the vocabulary's name for the day on which accuracy and completeness were looked at last, which is
/// that of the evidence check. There is no `reviewedBy`, since no clinician has reviewed the text.
pub(super) fn structured_data(edition: &Edition) -> String {
    let Edition {
        explainer, subject, ..
    } = edition;
    let facts = json!({
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": explainer.title,
        "description": main_message(explainer),
        "inLanguage": explainer.language,
        "about": [
            { "@type": "MedicalCondition", "name": subject.condition },
            { "@type": "MedicalTherapy", "name": subject.therapy },
        ],
        "audience": { "@type": "Patient" },
        "version": explainer.edition.version,
        "lastReviewed": explainer.edition.evidence_checked.to_string(),
        "isAccessibleForFree": true,
        "license": { "@type": "CreativeWork", "name": env!("CARGO_PKG_LICENSE") },
        "citation": explainer.sources.iter().map(citation).collect::<Vec<_>>(),
    });
    facts.to_string().replace('<', "\\u003c")
}

/// The paragraphs of the main message, as one.
fn main_message(explainer: &Explainer) -> String {
    let paragraphs = explainer.main_message.iter().filter_map(|block| {
        if let Block::Paragraph(words) = block {
            Some(plain_text(words))
        } else {
            None
        }
    });
    paragraphs.collect::<Vec<_>>().join(" ")
}

fn citation(source: &Source) -> Value {
    json!({
        "@type": "CreativeWork",
        "name": plain_text(&source.reference),
        "url": source.address,
    })
}
