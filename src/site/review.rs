//! The packet for a review: every statement with its sources and a box to tick, to print or to fill in.

use std::{fs, path::Path};

use anyhow::{Context, Result, anyhow};

use super::{
    files::content_files,
    render::{escaped, fill},
};
use crate::{
    compiler::{self, Statement, statements},
    content::{Explainer, plain_text},
};

/// What a reviewer says of the review.
const FIELDS: [&str; 5] = [
    "Your name",
    "Your role, such as rheumatologist or nurse",
    "Your organization",
    "The day",
    "What you say of the text, for its readers",
];

/// Writes the packet of each language into the folder `out`, and gives the fingerprint of each text.
///
/// # Errors
///
/// When the content is refused, or a file cannot be read or written.
pub fn write_reviews(source: &Path, out: &Path) -> Result<Vec<(String, String)>> {
    let files = content_files(&source.join("static/content"))?;
    let template = fs::read_to_string(source.join("static/review.html"))
        .context("reading the template of the packet")?;
    fs::create_dir_all(out).with_context(|| format!("making {}", out.display()))?;
    let mut fingerprints = Vec::new();
    for language in compiler::languages(&files) {
        let explainer = compiler::compile(language, &files)
            .map_err(|refusal| anyhow!("static/content/{refusal}"))?
            .explainer;
        let path = out.join(format!("{language}.html"));
        fs::write(&path, review_packet(&template, &explainer))
            .with_context(|| format!("writing {}", path.display()))?;
        fingerprints.push((language.to_owned(), explainer.edition.fingerprint));
    }
    Ok(fingerprints)
}

/// The packet of one text. It needs no script and no other file.
pub fn review_packet(template: &str, explainer: &Explainer) -> String {
    let statements = statements(explainer);
    let places = statements.chunk_by(|one, other| one.place == other.place);
    let mut number = 0;
    let section = |place: &[Statement]| {
        let items: String = place
            .iter()
            .map(|it| {
                number += 1;
                statement(number, it, explainer)
            })
            .collect();
        let heading = escaped(&place[0].place);
        format!("<h2>{heading}</h2>\n<ol class=\"statements\">\n{items}</ol>\n")
    };
    let sections: Vec<String> = places.map(section).collect();
    let fields = FIELDS.map(|label| {
        format!("<label>{label} <input type=\"text\" autocomplete=\"off\"></label>\n")
    });
    let edition = &explainer.edition;
    let values = [
        ("language", &*explainer.language),
        ("direction", explainer.direction.as_attribute()),
        ("title", &escaped(&explainer.title)),
        ("version", &escaped(&edition.version)),
        ("count", &statements.len().to_string()),
        ("fingerprint", &edition.fingerprint),
        ("checked", &edition.evidence_checked.to_string()),
        ("fields", &fields.concat()),
        // Last, so that no word of the text is taken for a place in the template.
        ("sections", &sections.concat()),
    ];
    fill(template, &values)
}

fn statement(number: usize, statement: &Statement, explainer: &Explainer) -> String {
    let link = |address: &str, words: &str| {
        format!("<a href=\"{}\">{}</a>", escaped(address), escaped(words))
    };
    let source = |id| {
        let number = explainer.source_number(id);
        let source = explainer.sources.get(number.checked_sub(1)?)?;
        let reference = link(&source.address, &plain_text(&source.reference));
        Some(format!("<li>[{number}] {reference}</li>\n"))
    };
    let cited = statement.sources.iter().filter_map(source);
    let linked = statement.addresses.iter();
    let linked = linked.map(|it| format!("<li>{}</li>\n", link(it, it)));
    let sources = cited.chain(linked).collect::<Vec<_>>().concat();
    let sources = if sources.is_empty() {
        String::new()
    } else {
        format!("<ul class=\"sources\">\n{sources}</ul>\n")
    };
    format!(
        "<li>\n<label class=\"right\"><input type=\"checkbox\"> <span>{number}. {}</span></label>\n{sources}\
         <label>To change in {number}: <input type=\"text\" autocomplete=\"off\"></label>\n</li>\n",
        escaped(&statement.cited),
    )
}
