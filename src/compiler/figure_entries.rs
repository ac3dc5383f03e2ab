//! The tables of `figures.toml`, as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{
    Files, Reason, Refusal,
    front_matter::{from_toml, line_of},
    text,
};
use crate::content::{FigureId, Range, Share};

/// A figure as its table has it. Which of the lists it has says what kind it is.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) caption: Spanned<String>,
    pub(super) source: Option<Spanned<String>>,
    pub(super) people: Option<u8>,
    pub(super) people_label: Option<String>,
    #[serde(default)]
    pub(super) axes: Vec<AxisEntry>,
    pub(super) map: Option<String>,
    #[serde(default)]
    pub(super) labels: BTreeMap<String, Spanned<String>>,
    pub(super) choose: Option<bool>,
    #[serde(default)]
    pub(super) stops: Vec<StopEntry>,
    #[serde(default)]
    pub(super) groups: Vec<GroupEntry>,
    #[serde(default)]
    pub(super) studies: Vec<StudyEntry>,
    pub(super) table: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct AxisEntry {
    pub(super) label: String,
    pub(super) source: Option<Spanned<String>>,
    pub(super) low_label: String,
    pub(super) high_label: String,
    pub(super) end: u8,
    pub(super) ranges: Vec<Range>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct StopEntry {
    pub(super) title: String,
    pub(super) time: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) place: String,
    pub(super) drawing: Option<String>,
    pub(super) notes: Vec<(String, Spanned<String>)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct GroupEntry {
    pub(super) label: String,
    pub(super) total: u16,
    pub(super) source: Spanned<String>,
    pub(super) shares: Vec<Spanned<Share>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct StudyEntry {
    pub(super) date: Spanned<String>,
    pub(super) title: Spanned<String>,
    pub(super) kind: Spanned<String>,
    pub(super) people: Spanned<String>,
    pub(super) followed: Spanned<String>,
    pub(super) result: Spanned<String>,
    pub(super) limit: Spanned<String>,
    pub(super) certainty: Spanned<String>,
}

/// The tables of `figures.toml` by id, with where each begins.
pub(super) type Entries = BTreeMap<Spanned<String>, Entry>;

/// Reads `figures.toml` of `language`, and its path.
pub(super) fn entries(language: &str, files: &Files) -> Result<(String, Entries), Refusal> {
    let path = format!("{language}/figures.toml");
    let entries = from_toml(&path, text(&path, files)?, 1)?;
    Ok((path, entries))
}

/// The ids of the figures.
pub(super) fn ids(path: &str, entries: &Entries, files: &Files) -> Result<Vec<FigureId>, Refusal> {
    let toml = text(path, files)?;
    let id = |id: &Spanned<String>| {
        let refuse = |error| {
            Refusal::new(
                path,
                line_of(toml, id.span().start),
                Reason::InvalidId(error),
            )
        };
        FigureId::new(id.get_ref()).map_err(refuse)
    };
    entries.keys().map(id).collect()
}
