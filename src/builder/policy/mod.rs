//! What a content security policy has to allow, and what a given one lets through. Pure.

mod check;
mod paste;
mod requests;
mod verdict;

pub use check::check;
pub use verdict::{Finding, Need, Outcome, Reader, Verdict};

use super::{
    choices::{Choices, Way},
    manifest::Manifest,
};

/// The directives that the page needs beside its own, one a line.
///
/// With the folder on another site, that site stands in place of `'self'`.
pub fn needed_lines(choices: &Choices) -> Vec<String> {
    let from = requests::source(choices);
    let scripts = format!("script-src {from} 'wasm-unsafe-eval';");
    let connect = format!("connect-src {from};");
    match choices.way {
        Way::Element => vec![scripts, connect],
        Way::Frame => vec![format!("script-src {from};"), format!("frame-src {from};")],
        Way::Iframe => vec![format!("frame-src {from};")],
        Way::Static => Vec::new(),
        Way::Include => vec![scripts, connect, format!("style-src {from};")],
    }
}

/// What to add where the policy requires trusted types and lists their names.
pub fn trusted_types_line(choices: &Choices) -> Option<String> {
    let has_script = [Way::Element, Way::Frame, Way::Include].contains(&choices.way);
    has_script.then(|| format!("trusted-types {TRUSTED_TYPES};"))
}

/// The name under which `embed.js` makes HTML of its own text, and loads its scripts.
const TRUSTED_TYPES: &str = "lupus-car-t";

/// Whether the script carries the text, so that it need not be fetched.
fn carries_text(choices: &Choices, manifest: &Manifest) -> bool {
    manifest.script(choices.language.as_deref()) != "embed.js"
}
