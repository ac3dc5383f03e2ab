//! The attributes of `<lupus-car-t>`, held to what is allowed. Pure.
//!
//! The page's script acts on them: what is not allowed becomes a documented default there. Here each such value is
//! told of, with what is allowed.

use crate::content::{NO_PATH, PathId, SectionId};

/// An attribute whose value is not allowed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "<lupus-car-t>: attribute `{attribute}` has the value `{value}`, but allowed is {allowed}; using {default}"
)]
pub struct BadOption {
    attribute: &'static str,
    value: String,
    allowed: String,
    default: String,
}

/// Every attribute whose value is not allowed. `attribute` answers with the text of the attribute of that name, if the
/// element has it; `sections` and `paths` are all that exist.
pub fn complaints(
    attribute: impl Fn(&str) -> Option<String>,
    sections: &[SectionId],
    paths: &[PathId],
) -> Vec<BadOption> {
    let choices = CHOICES
        .iter()
        .filter_map(|(name, allowed)| choice(name, attribute(name)?, allowed));
    let lists = LISTS
        .iter()
        .filter_map(|list| list.complaint(&attribute(list.attribute)?, sections));
    let path = attribute("path").and_then(|value| complaint_of_path(value, paths));
    choices.chain(lists).chain(path).collect()
}

/// Complains of a path that does not exist.
fn complaint_of_path(value: String, paths: &[PathId]) -> Option<BadOption> {
    let wanted = trimmed(&value);
    let ids: Vec<&str> = paths.iter().map(|id| &**id).collect();
    let exists = wanted == NO_PATH || ids.contains(&&*wanted);
    (!exists).then(|| BadOption {
        attribute: "path",
        value,
        allowed: format!("`{NO_PATH}` or the id of a path ({})", ids.join(", ")),
        default: NO_PATH.to_owned(),
    })
}

/// Complains of a language in which the explainer does not exist. `languages` are those that do, with spaces between
/// them; `shown` is the one that is shown instead.
pub fn complaint_of_language(value: &str, languages: &str, shown: &str) -> Option<BadOption> {
    let wanted = trimmed(value).to_ascii_lowercase();
    let primary = wanted.split('-').next().unwrap_or_default();
    let exists = languages.split(' ').any(|it| it == wanted || it == primary);
    (!exists).then(|| BadOption {
        attribute: "lang",
        allowed: format!("`{}`", languages.replace(' ', "`, `")),
        default: shown.to_owned(),
        value: value.to_owned(),
    })
}

/// The regions whose words there are; by `auto`, the language of the page says which.
pub const REGIONS: [&str; 15] = [
    "auto", "none", "us", "gb", "ca", "au", "ie", "de", "at", "ch", "es", "mx", "fr", "br", "pt",
];

/// Attributes with a few allowed values, the default first.
const CHOICES: [(&str, &[&str]); 8] = [
    ("region", &REGIONS),
    ("heading-level", &["2", "3", "4", "5"]),
    ("theme", &["auto", "light", "dark"]),
    ("loading", &["lazy", "eager"]),
    ("mode", &["element", "frame"]),
    ("remember", &["none", "session"]),
    ("links", &["on", "off"]),
    ("feedback", &["off", "on"]),
];

/// What stands in a list. Text that was pasted can have marks in it that nobody sees; the page's script divides it at
/// the same ones.
fn words_of(value: &str) -> impl Iterator<Item = &str> {
    let is_gap = |letter: char| {
        letter.is_whitespace()
            || matches!(
                letter,
                '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
            )
    };
    value.split(is_gap).filter(|word| !word.is_empty())
}

/// A value without what surrounds it.
fn trimmed(value: &str) -> String {
    words_of(value).collect::<Vec<_>>().join(" ")
}

/// Complains of `value` unless it is one of `allowed`; the first of those is the default.
fn choice(attribute: &'static str, value: String, allowed: &[&'static str]) -> Option<BadOption> {
    let is_allowed = allowed.contains(&&*trimmed(&value));
    (!is_allowed).then(|| BadOption {
        attribute,
        value,
        allowed: format!("`{}`", allowed.join("`, `")),
        default: allowed[0].to_owned(),
    })
}

/// An attribute that lists sections.
struct List {
    attribute: &'static str,
    /// The words that stand for no list.
    words: &'static [&'static str],
    /// What is used where the list has no section that exists.
    default: &'static str,
}

const LISTS: [List; 2] = [
    List {
        attribute: "open",
        words: &["none", "all"],
        default: "at-a-glance",
    },
    List {
        attribute: "sections",
        words: &["all"],
        default: "all",
    },
];

impl List {
    /// Complains of `value` where it lists what does not exist, or nothing.
    fn complaint(&self, value: &str, sections: &[SectionId]) -> Option<BadOption> {
        if self.words.contains(&&*trimmed(value)) {
            return None;
        }
        let exists = |word: &str| sections.iter().any(|id| **id == *word);
        let is_empty = !words_of(value).any(exists);
        if !is_empty && words_of(value).all(exists) {
            return None;
        }
        let ids: Vec<&str> = sections.iter().map(|id| &**id).collect();
        let default = if is_empty {
            self.default
        } else {
            "the ids that exist"
        };
        Some(BadOption {
            attribute: self.attribute,
            value: value.to_owned(),
            allowed: format!(
                "`{}` or ids of sections ({})",
                self.words.join("`, `"),
                ids.join(", ")
            ),
            default: default.to_owned(),
        })
    }
}
