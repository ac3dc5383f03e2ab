//! `regions.toml`: what differs from one region to another, for all languages.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{
    Files, Reason, Refusal,
    front_matter::{from_toml, line_of},
    text,
};
use crate::content::{CrisisLine, Emergency, Place, Region};

const PATH: &str = "regions.toml";

/// The regions that a host page can name, in the order in which it is told of them.
pub const REGIONS: [&str; 13] = [
    "us", "gb", "ca", "au", "ie", "de", "at", "ch", "es", "mx", "fr", "br", "pt",
];

/// A region, as its table is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    emergency: Option<Dialed>,
    #[serde(default)]
    crisis: Vec<Line>,
    organization: Option<Linked>,
    trials: Option<Linked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dialed {
    numbers: Vec<String>,
    source: Spanned<String>,
    #[serde(rename = "read")]
    _read: toml::value::Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    name: Option<String>,
    number: String,
    #[serde(rename = "hours")]
    _hours: Hours,
    #[serde(default)]
    text: bool,
    choose: Option<String>,
    part: Option<String>,
    source: Spanned<String>,
    #[serde(rename = "read")]
    _read: toml::value::Date,
}

/// A line that is closed at times would leave someone alone, so there is no other value.
#[derive(Deserialize)]
enum Hours {
    #[serde(rename = "day and night")]
    DayAndNight,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Linked {
    name: String,
    source: Spanned<String>,
    #[serde(rename = "read")]
    _read: toml::value::Date,
}

/// The regions, in the order of [`REGIONS`].
pub(super) fn regions(files: &Files) -> Result<Vec<Region>, Refusal> {
    let toml = text(PATH, files)?;
    let mut entries: BTreeMap<Spanned<String>, Entry> = from_toml(PATH, toml, 1)?;
    let refuse = |offset, reason| Refusal::new(PATH, line_of(toml, offset), reason);
    let source = |source: Spanned<String>| {
        if source.get_ref().starts_with("https://") {
            return Ok(source.into_inner());
        }
        let offset = source.span().start;
        Err(refuse(
            offset,
            Reason::SourceWithoutAddress(source.into_inner()),
        ))
    };
    let place = |linked: Linked| {
        Ok(Place {
            name: linked.name,
            address: source(linked.source)?,
        })
    };
    let line = |line: Line| {
        Ok(CrisisLine {
            name: line.name,
            number: line.number,
            text: line.text,
            choose: line.choose,
            part: line.part,
            source: source(line.source)?,
        })
    };
    let unknown = |code: &&Spanned<String>| !REGIONS.contains(&&**code.get_ref());
    if let Some(code) = entries.keys().find(unknown) {
        let reason = Reason::UnknownRegion(code.get_ref().clone(), REGIONS.join(", "));
        return Err(refuse(code.span().start, reason));
    }
    let mut regions = Vec::new();
    for code in REGIONS {
        let Some(entry) = entries.remove(code) else {
            continue;
        };
        let emergency = |it: Dialed| {
            Ok(Emergency {
                numbers: it.numbers,
                source: source(it.source)?,
            })
        };
        regions.push(Region {
            code: code.to_owned(),
            emergency: entry.emergency.map(emergency).transpose()?,
            crisis: entry
                .crisis
                .into_iter()
                .map(line)
                .collect::<Result<_, Refusal>>()?,
            organization: entry.organization.map(place).transpose()?,
            trials: entry.trials.map(place).transpose()?,
        });
    }
    Ok(regions)
}
