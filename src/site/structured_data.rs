//! What the page of its own says of itself to search engines, in the vocabulary of schema.org.

use serde_json::{Value, json};

use super::Edition;
use crate::content::{Block, ClinicalReview, Explainer, Source, plain_text};

/// A `MedicalWebPage` as JSON-LD, spelled so that no word of it ends the script element around it.
///
/// It names a reviewer, and the day of a review, only where someone with medical training has reviewed the text as it
/// is; and a publisher only where the content names one.
pub(super) fn structured_data(edition: &Edition) -> String {
    let Edition {
        explainer, subject, ..
    } = edition;
    let mut facts = json!({
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": explainer.title,
        "description": main_message(explainer),
        "inLanguage": explainer.language,
        "about": [
            { "@type": "MedicalCondition", "name": subject.condition },
            { "@type": "MedicalTherapy", "name": subject.therapy },
        ],
        "author": organization(&subject.author),
        "audience": { "@type": "Patient" },
        "version": explainer.edition.version,
        "isAccessibleForFree": true,
        "license": { "@type": "CreativeWork", "name": env!("CARGO_PKG_LICENSE") },
        "citation": explainer.sources.iter().map(citation).collect::<Vec<_>>(),
    });
    if let Some(publisher) = &explainer.edition.publisher {
        facts["publisher"] = organization(publisher);
    }
    if let ClinicalReview::Current(review) = explainer.edition.clinical_review() {
        facts["lastReviewed"] = json!(review.date.to_string());
        facts["reviewedBy"] = json!({
            "@type": "Person",
            "name": review.name,
            "jobTitle": review.role,
            "affiliation": organization(&review.organization),
        });
    }
    facts.to_string().replace('<', "\\u003c")
}

fn organization(name: &str) -> Value {
    json!({ "@type": "Organization", "name": name })
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
