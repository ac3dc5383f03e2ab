//! Turns the release's HTML into JSX, as a Preact developer would have written the same text.

use anyhow::{Context, Result};

/// The text as JSX, with each section as a `<Section>` that starts closed.
pub(crate) fn jsx(html: &str) -> Result<String> {
    let html = html
        .replace('{', "&#123;")
        .replace('}', "&#125;")
        .replace('\n', " ");
    let html = html
        .replace(" disabled=\"disabled\"", "")
        .replace(" disabled=\"\"", "");
    let html = html.replace(" open=\"open\"", "").replace(" open=\"\"", "");
    let mut sections = html.split("<section ");
    let mut jsx = sections.next().unwrap_or_default().to_owned();
    for rest in sections {
        let (section, after) = rest
            .split_once("</section>")
            .context("a section does not end")?;
        jsx += &self::section(section)?;
        jsx += after;
    }
    Ok(closed(&jsx))
}

/// `html` is a section from its attributes on, without its end tag.
fn section(html: &str) -> Result<String> {
    let read = || {
        let (_, id) = html.split_once("id=\"section-")?;
        let (id, _) = id.split_once('"')?;
        let (_, inner) = html.split_once('>')?;
        let (header, body) = inner.split_once("<div class=\"section-body\"")?;
        let (before, button) = header.split_once("<button ")?;
        let (_, words) = button.split_once('>')?;
        let (_, body) = body.split_once('>')?;
        let body = body.strip_suffix("</div>")?;
        Some(format!(
            "<Section id=\"{id}\" header={{(button) => ({before}<button {{...button}}>{words})}}>{body}</Section>"
        ))
    };
    read().with_context(|| {
        format!(
            "a section is not as expected: {}",
            html.chars().take(200).collect::<String>()
        )
    })
}

/// Ends each `<input>`, the only tag of the text that HTML leaves open; the bundler refuses any other.
fn closed(jsx: &str) -> String {
    let mut pieces = jsx.split("<input ");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        whole += "<input ";
        whole += &piece.replacen('>', "/>", 1);
    }
    whole
}
