//! The element, the iframe and the server include, as HTML.

use super::{
    FRAME_HEIGHT, Part, SANDBOX, frame_address,
    markup::{escaped, indented, start_tag},
    pin,
};
use crate::builder::{
    choices::{Choices, Slot},
    manifest::Manifest,
};

/// The folder that an included file takes for its own.
const INCLUDED_FOLDER: &str = "/lupus-car-t/";

/// The script and the element.
pub(super) fn element(choices: &Choices, manifest: &Manifest) -> String {
    // Right before the element and not `async`, so that the text is there when the page is drawn first.
    let script = script(choices, manifest, false);
    format!("{script}\n{}", tag(choices, manifest, &[]))
}

/// The tag `<lupus-car-t>` with what stands in until the explainer is there.
pub(super) fn tag(
    choices: &Choices,
    manifest: &Manifest,
    listeners: &[(&str, Option<&str>)],
) -> String {
    let attributes = choices.attributes();
    let mut spelled: Vec<(&str, Option<&str>)> = attributes
        .iter()
        .map(|(name, value)| (*name, Some(value.as_str())))
        .collect();
    spelled.extend(listeners);
    let start = start_tag("lupus-car-t", &spelled, ">");
    let inside = [slots(choices), vec![instead(choices, manifest)]].concat();
    let inside = indented(&inside.join("\n"), 2);
    format!("{start}\n{inside}\n</lupus-car-t>")
}

/// The tag of the script.
pub(super) fn script(choices: &Choices, manifest: &Manifest, is_async: bool) -> String {
    let name = manifest.script(choices.language.as_deref());
    let address = choices.address(&name);
    let mut attributes = vec![("src", Some(address.as_str()))];
    if let Some(integrity) = pin(choices, manifest).filter(|_| choices.pinned) {
        attributes.push(("integrity", Some(integrity)));
        attributes.push(("crossorigin", Some("anonymous")));
    }
    if is_async {
        attributes.push(("async", None));
    }
    format!("{}</script>", start_tag("script", &attributes, ">"))
}

/// The frame without script. `end` is `></iframe>` or ` />`.
pub(super) fn iframe_tag(choices: &Choices, manifest: &Manifest, end: &str) -> String {
    let address = frame_address(choices);
    let height = FRAME_HEIGHT.to_string();
    let attributes = [
        ("src", Some(address.as_str())),
        ("title", Some(manifest.title(choices.language.as_deref()))),
        ("sandbox", Some(SANDBOX)),
        ("allow", Some("clipboard-write")),
        ("width", Some("100%")),
        ("height", Some(&height)),
    ];
    start_tag("iframe", &attributes, end)
}

/// The same as HTML.
pub(super) fn iframe(choices: &Choices, manifest: &Manifest) -> String {
    iframe_tag(choices, manifest, "></iframe>")
}

/// What the server is told, in two languages of servers, and what has to be written in a copy of the file.
pub(super) fn include(choices: &Choices) -> Vec<Part> {
    let language = Manifest::language(choices.language.as_deref());
    let file = choices.address(&format!("include/{language}.html"));
    let part = |place: &str, code: String| Part {
        place: place.to_owned(),
        code,
    };
    let mut parts = vec![
        part(
            "Where the explainer shall stand, for Apache or nginx with server-side includes",
            format!("<!--#include virtual=\"{}\" -->", file.replace('"', "%22")),
        ),
        part(
            "Or the same for PHP",
            format!(
                "<?php readfile($_SERVER['DOCUMENT_ROOT'] . '{}'); ?>",
                file.replace('\\', "\\\\").replace('\'', "\\'")
            ),
        ),
    ];
    if choices.address("") != INCLUDED_FOLDER {
        parts.push(part(
            "In a copy of that file: your folder, in each place where it says /lupus-car-t/",
            escaped(&choices.address("")),
        ));
    }
    let attributes = choices.attributes();
    // The file has its language on the tag.
    let attributes = attributes.iter().filter(|(name, _)| *name != "lang");
    let spelled: Vec<String> = attributes
        .map(|(name, value)| format!("{name}=\"{}\"", escaped(value)))
        .collect();
    if !spelled.is_empty() {
        parts.push(part(
            "In a copy of that file: your choices, on the tag <lupus-car-t>",
            spelled.join(" "),
        ));
    }
    let slots = slots(choices);
    if !slots.is_empty() {
        parts.push(part(
            "In a copy of that file: what your page says, right before </lupus-car-t>",
            slots.join("\n"),
        ));
    }
    parts
}

/// What the page says of its own, each in its slot.
fn slots(choices: &Choices) -> Vec<String> {
    let slot = |(slot, text): (&Slot, &String)| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // React and Vue take braces for code.
        let text = escaped(&text).replace('{', "&#123;").replace('}', "&#125;");
        (!text.is_empty()).then(|| format!("<span slot=\"{}\">{text}</span>", slot.id()))
    };
    Slot::ALL
        .iter()
        .zip(&choices.slots)
        .filter_map(slot)
        .collect()
}

/// What the reader has until the explainer is there, and when it cannot come.
///
/// Its words are true at any time, since editors and search engines read them too. And it is no block of its own: where
/// an editor puts a paragraph around the tag, the browser would move a block out of it, to stand below the explainer.
fn instead(choices: &Choices, manifest: &Manifest) -> String {
    let (page, words) = match choices.language.as_deref() {
        None | Some("en") => (
            "index.html".to_owned(),
            "Lupus and CAR-T: read the explainer",
        ),
        Some(language) => (
            format!("{language}/index.html"),
            manifest.title(Some(language)),
        ),
    };
    let address = choices.address(&page);
    format!("<a href=\"{}\">{}</a>", escaped(&address), escaped(words))
}
