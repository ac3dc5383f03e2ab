//! The attributes of `<lupus-car-t>`, read into typed options. Pure.
//!
//! A value that is not allowed never stops the widget: it becomes a documented
//! default, and a [`BadOption`] says what was given and what is allowed.

use std::rc::Rc;

use crate::content::{Section, SectionId};

/// The start of a section's address where the element has no `id`.
pub const DEFAULT_ANCHOR: &str = "#lupus-car-t-";

/// What the host page asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The level of the sections' headings, 2 to 5. Default: 2.
    pub heading_level: u8,
    /// Which sections are open at first. Default: `at-a-glance`.
    pub open: Open,
    /// The sections that are shown, in this order. Default: all of them.
    pub sections: Option<Vec<SectionId>>,
    /// What stands before a section's id in its address, such as `#lupus-car-t-`.
    pub anchor: String,
}

/// Which sections are open at first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// No section.
    None,
    /// Every section.
    All,
    /// These sections.
    Sections(Vec<SectionId>),
}

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

impl Default for Options {
    fn default() -> Self {
        Self {
            heading_level: 2,
            open: Open::default(),
            sections: None,
            anchor: DEFAULT_ANCHOR.to_owned(),
        }
    }
}

impl Default for Open {
    /// The first section of the explainer.
    fn default() -> Self {
        Self::Sections(SectionId::new("at-a-glance").into_iter().collect())
    }
}

impl Options {
    /// The options that `attribute` spells, and every value that was not allowed.
    ///
    /// `attribute` answers with the text of the attribute of that name, if the element has it.
    pub fn parse(
        attribute: impl Fn(&str) -> Option<String>,
        sections: &[Rc<Section>],
    ) -> (Self, Vec<BadOption>) {
        let mut bad = Vec::new();
        let mut choose = |(name, allowed): (&'static str, &[&'static str])| {
            choice(name, attribute(name), allowed, &mut bad)
        };
        let heading_level = choose(("heading-level", &["2", "3", "4", "5"]));
        // The page's script acts on these; they are only checked here.
        for only_checked in CHECKED {
            choose(only_checked);
        }
        let open = attribute("open").map(|value| {
            let known = known("open", &value, sections, "at-a-glance", &mut bad);
            match &*trimmed(&value) {
                "none" => Open::None,
                "all" => Open::All,
                _ => known.map_or_else(Open::default, Open::Sections),
            }
        });
        let shown = attribute("sections")
            .and_then(|value| known("sections", &value, sections, "all", &mut bad));
        let options = Self {
            heading_level: heading_level.parse().unwrap_or(2),
            open: open.unwrap_or_default(),
            sections: shown,
            anchor: DEFAULT_ANCHOR.to_owned(),
        };
        (options, bad)
    }

    /// Complains of a language in which the explainer does not exist. `languages` are those that
    /// do, with spaces between them; `shown` is the one that is shown instead.
    pub fn check_language(
        value: Option<String>,
        languages: &str,
        shown: &str,
    ) -> Option<BadOption> {
        let value = value?;
        let wanted = trimmed(&value).to_ascii_lowercase();
        let primary = wanted.split('-').next().unwrap_or_default();
        let exists = languages.split(' ').any(|it| it == wanted || it == primary);
        (!exists).then(|| BadOption {
            attribute: "lang",
            allowed: format!("`{}`", languages.replace(' ', "`, `")),
            default: shown.to_owned(),
            value,
        })
    }

    /// The address of a section, such as `#lupus-car-t-risks`; none where it is not shown.
    pub fn address(&self, section: &SectionId) -> Option<String> {
        let is_shown = self
            .sections
            .as_ref()
            .is_none_or(|shown| shown.contains(section));
        is_shown.then(|| format!("{}{section}", self.anchor))
    }

    /// The sections that are shown, in their order.
    pub fn shown(&self, sections: &[Rc<Section>]) -> Vec<Rc<Section>> {
        let Some(wanted) = &self.sections else {
            return sections.to_vec();
        };
        let section = |id: &SectionId| sections.iter().find(|section| section.id == *id);
        wanted.iter().filter_map(section).cloned().collect()
    }
}

/// Attributes with a few allowed values, the default first.
const CHECKED: [(&str, &[&str]); 6] = [
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
fn choice(
    attribute: &'static str,
    value: Option<String>,
    allowed: &[&'static str],
    bad: &mut Vec<BadOption>,
) -> &'static str {
    let Some(value) = value else {
        return allowed[0];
    };
    if let Some(allowed) = allowed.iter().find(|it| **it == trimmed(&value)) {
        return allowed;
    }
    bad.push(BadOption {
        attribute,
        value,
        allowed: format!("`{}`", allowed.join("`, `")),
        default: allowed[0].to_owned(),
    });
    allowed[0]
}

/// The sections that `value` lists, each once; none where it lists none that exists. Complains of
/// every other word, unless `value` is one that stands for no list of sections.
fn known(
    attribute: &'static str,
    value: &str,
    sections: &[Rc<Section>],
    default: &str,
    bad: &mut Vec<BadOption>,
) -> Option<Vec<SectionId>> {
    let words: &[&str] = if attribute == "open" {
        &["none", "all"]
    } else {
        &["all"]
    };
    if words.contains(&&*trimmed(value)) {
        return None;
    }
    let mut known: Vec<SectionId> = Vec::new();
    let mut all_exist = true;
    for word in words_of(value) {
        match sections.iter().find(|section| *section.id == *word) {
            Some(section) if known.contains(&section.id) => {}
            Some(section) => known.push(section.id.clone()),
            None => all_exist = false,
        }
    }
    if known.is_empty() || !all_exist {
        let ids: Vec<&str> = sections.iter().map(|section| &*section.id).collect();
        let default = if known.is_empty() {
            default
        } else {
            "the ids that exist"
        };
        bad.push(BadOption {
            attribute,
            value: value.to_owned(),
            allowed: format!(
                "`{}` or ids of sections ({})",
                words.join("`, `"),
                ids.join(", ")
            ),
            default: default.to_owned(),
        });
    }
    (!known.is_empty()).then_some(known)
}
