//! The table of signs, `signs.toml`.

use serde::Deserialize;
use toml::Spanned;

use super::{
    Files, Reason, Refusal,
    bibliography::Bibliography,
    body::Body,
    front_matter::{from_toml, line_of},
    text,
};
use crate::content::{Joining, Sign, SignId, Signs, SourceId, Tier, Urgency, Who};

/// `signs.toml` of one language, read.
pub(super) struct SignTable {
    pub(super) path: String,
    pub(super) signs: Signs,
    /// The line in which each sign begins.
    lines: Vec<usize>,
}

/// `signs.toml`, as it is written.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Entries {
    /// Words that only this table may have.
    only_here: Vec<String>,
    joining: Joining,
    tiers: Tiers,
    signs: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Tiers {
    emergency: Urgency,
    now: Urgency,
    same_day: Urgency,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Spanned<String>,
    words: String,
    tier: Tier,
    who: Who,
    sources: Vec<Spanned<String>>,
}

impl SignTable {
    /// Reads the table of `language`, and refuses words of its own kind in the language's other files.
    pub(super) fn read(
        language: &str,
        files: &Files,
        bibliography: &Bibliography,
    ) -> Result<Self, Refusal> {
        let path = format!("{language}/signs.toml");
        let toml = text(&path, files)?;
        let entries: Entries = from_toml(&path, toml, 1)?;
        let mut signs: Vec<Sign> = Vec::new();
        let mut lines = Vec::new();
        for entry in entries.signs {
            let line = line_of(toml, entry.id.span().start);
            let refuse = |reason| Refusal::new(&path, line, reason);
            let id = entry.id.get_ref();
            let id = SignId::new(id).map_err(|error| refuse(error.into()))?;
            if signs.iter().any(|earlier| earlier.id == id) {
                return Err(refuse(Reason::DuplicateSign(id.to_string())));
            }
            let source = |source: Spanned<String>| {
                let known = bibliography.id(source.get_ref());
                known.cloned().ok_or_else(|| {
                    let line = line_of(toml, source.span().start);
                    Refusal::new(&path, line, Reason::UnknownSource(source.into_inner()))
                })
            };
            let sources: Vec<SourceId> = entry
                .sources
                .into_iter()
                .map(source)
                .collect::<Result<_, Refusal>>()?;
            if sources.is_empty() {
                return Err(refuse(Reason::SignWithoutSource(id.to_string())));
            }
            signs.push(Sign {
                id,
                words: entry.words,
                tier: entry.tier,
                who: entry.who,
                sources,
            });
            lines.push(line);
        }
        check_other_files(language, files, &entries.only_here)?;
        let Tiers {
            emergency,
            now,
            same_day,
        } = entries.tiers;
        Ok(Self {
            signs: Signs {
                signs,
                tiers: [emergency, now, same_day],
                joining: entries.joining,
            },
            path,
            lines,
        })
    }

    /// Refuses a sign that none of `bodies` names.
    pub(super) fn check_shown<'a>(
        &self,
        bodies: impl Iterator<Item = &'a Body> + Clone,
    ) -> Result<(), Refusal> {
        for (sign, line) in self.signs.signs.iter().zip(&self.lines) {
            if !bodies.clone().any(|body| body.signs.contains(&sign.id)) {
                let reason = Reason::UnusedSign(sign.id.to_string());
                return Err(Refusal::new(&self.path, *line, reason));
            }
        }
        Ok(())
    }
}

/// Refuses any of the words that are for the table of signs alone.
fn check_other_files(language: &str, files: &Files, only_here: &[String]) -> Result<(), Refusal> {
    let other = |path: &&String| {
        let name = path
            .strip_prefix(language)
            .and_then(|it| it.strip_prefix('/'));
        name.is_some_and(|name| name != "signs.toml")
    };
    for path in files.keys().filter(other) {
        for (index, line) in text(path, files)?.lines().enumerate() {
            let line = line.to_lowercase();
            if let Some(words) = only_here
                .iter()
                .find(|it| line.contains(&it.to_lowercase()))
            {
                let reason = Reason::UrgencyByHand(words.clone());
                return Err(Refusal::new(path, index + 1, reason));
            }
        }
    }
    Ok(())
}
