//! The attributes of `<lupus-car-t>`, read into typed options. Pure.
//!
//! A value that is not allowed never stops the widget: it becomes a documented
//! default, and a [`BadOption`] says what was given and what is allowed.

use std::rc::Rc;

use crate::content::{Section, SectionId};

/// The id prefix of an element that has no `id`.
pub const DEFAULT_ANCHOR_PREFIX: &str = "lupus-car-t";

/// What the host page asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The level of the sections' headings, 2 to 5. Default: 2.
    pub heading_level: u8,
    /// Which sections are open at first. Default: `at-a-glance`.
    pub open: Open,
    /// What stands before a section's id in the page's address: the element's `id`.
    pub anchor_prefix: String,
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
    default: &'static str,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            heading_level: 2,
            open: Open::default(),
            anchor_prefix: DEFAULT_ANCHOR_PREFIX.to_owned(),
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
        let options = Self {
            heading_level: choice(
                "heading-level",
                attribute("heading-level"),
                &["2", "3", "4", "5"],
                &mut bad,
            )
            .parse()
            .unwrap_or(2),
            open: attribute("open")
                .map_or_else(Open::default, |value| open(&value, sections, &mut bad)),
            anchor_prefix: attribute("id")
                .filter(|id| !id.is_empty())
                .unwrap_or_else(|| DEFAULT_ANCHOR_PREFIX.to_owned()),
        };
        // The stylesheet and the page's script act on these; they are only checked here.
        choice(
            "theme",
            attribute("theme"),
            &["auto", "light", "dark"],
            &mut bad,
        );
        choice(
            "loading",
            attribute("loading"),
            &["lazy", "eager"],
            &mut bad,
        );
        (options, bad)
    }

    /// The address of a section within the page, such as `#lupus-car-t-risks`.
    pub fn anchor(&self, section: &SectionId) -> String {
        format!("#{}-{section}", self.anchor_prefix)
    }
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
    if let Some(allowed) = allowed.iter().find(|it| **it == value.trim()) {
        return allowed;
    }
    bad.push(BadOption {
        attribute,
        value,
        allowed: format!("`{}`", allowed.join("`, `")),
        default: allowed[0],
    });
    allowed[0]
}

fn open(value: &str, sections: &[Rc<Section>], bad: &mut Vec<BadOption>) -> Open {
    match value.trim() {
        "none" => return Open::None,
        "all" => return Open::All,
        _ => {}
    }
    let (known, unknown): (Vec<_>, Vec<_>) = value
        .split_whitespace()
        .map(|word| {
            sections
                .iter()
                .map(|section| &section.id)
                .find(|id| ***id == *word)
                .ok_or(word)
        })
        .partition(Result::is_ok);
    let known: Vec<SectionId> = known.into_iter().flatten().cloned().collect();
    if known.is_empty() || !unknown.is_empty() {
        let ids: Vec<&str> = sections.iter().map(|section| &*section.id).collect();
        bad.push(BadOption {
            attribute: "open",
            value: value.to_owned(),
            allowed: format!("`none`, `all` or ids of sections ({})", ids.join(", ")),
            default: if known.is_empty() {
                "at-a-glance"
            } else {
                "the ids that exist"
            },
        });
    }
    if known.is_empty() {
        Open::default()
    } else {
        Open::Sections(known)
    }
}
