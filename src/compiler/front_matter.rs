//! The TOML fields at the top of each Markdown file.

use serde::{Deserialize, de::DeserializeOwned};
use toml::Spanned;

use super::{Files, Reason, Refusal, Subject, text};
use crate::content::{Date, Direction, Edition, SectionId, Translation};

/// The Markdown below the front matter, and the line on which it starts.
pub(super) struct BodyText {
    pub(super) text: String,
    pub(super) first_line: usize,
}

/// The fields of `explainer.md`.
pub(super) struct EditionFields {
    pub(super) title: String,
    pub(super) direction: Direction,
    pub(super) edition: Edition,
    pub(super) subject: Subject,
    pub(super) reviews: Vec<ReviewFields>,
}

/// The fields of a review; an empty one is refused later, by its line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReviewFields {
    pub(super) name: Spanned<String>,
    pub(super) role: Spanned<String>,
    pub(super) organization: Spanned<String>,
    pub(super) date: Spanned<toml::value::Datetime>,
    pub(super) statement: Spanned<String>,
    pub(super) fingerprint: Spanned<String>,
    /// What has changed since.
    #[serde(default)]
    pub(super) changes: String,
}

/// The fields of a box that is always visible.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BoxFields {
    pub(super) heading: String,
}

/// The fields of a section.
pub(super) struct SectionFields {
    pub(super) id: SectionId,
    pub(super) heading: Spanned<String>,
    pub(super) summary: Spanned<String>,
    /// In a translation: the fingerprint of the English file that was translated.
    pub(super) english: Option<String>,
}

/// A file's fields and its Markdown.
pub(super) fn front_matter<Fields: DeserializeOwned>(
    path: &str,
    files: &Files,
) -> Result<(Fields, BodyText), Refusal> {
    let text = text(path, files)?;
    let (fields, body) = text
        .strip_prefix("+++\n")
        .and_then(|rest| rest.split_once("\n+++\n"))
        .ok_or_else(|| Refusal::new(path, 1, Reason::MissingFrontMatter))?;
    let first_line = line_of(fields, fields.len()) + 3;
    let fields = from_toml(path, fields, 2)?;
    let text = body.to_owned();
    Ok((fields, BodyText { text, first_line }))
}

/// The value of `toml`, which starts on `first_line` of `path`.
pub(super) fn from_toml<Value: DeserializeOwned>(
    path: &str,
    toml: &str,
    first_line: usize,
) -> Result<Value, Refusal> {
    toml::from_str(toml).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        let line = first_line + line_of(toml, offset) - 1;
        Refusal::new(path, line, Reason::Toml(error.message().to_owned()))
    })
}

/// The line, counted from 1, in which `offset` lies.
pub(super) fn line_of(text: &str, offset: usize) -> usize {
    text[..offset.min(text.len())].matches('\n').count() + 1
}

/// Every section file of `language` in the order of the file names.
pub(super) fn sections(
    language: &str,
    files: &Files,
) -> Result<Vec<(String, SectionFields, BodyText)>, Refusal> {
    let mut sections: Vec<(String, SectionFields, BodyText)> = Vec::new();
    let numbered = |path: &&String| {
        path.strip_prefix(language)
            .and_then(|rest| rest.strip_prefix('/'))
            .is_some_and(|name| name.starts_with(|first: char| first.is_ascii_digit()))
    };
    for path in files.keys().filter(numbered) {
        let (fields, body) = front_matter::<SectionFields>(path, files)?;
        if sections
            .iter()
            .any(|(_, earlier, _)| earlier.id == fields.id)
        {
            return Err(Refusal::new(
                path,
                2,
                Reason::DuplicateId(fields.id.to_string()),
            ));
        }
        sections.push((path.clone(), fields, body));
    }
    Ok(sections)
}

/// The day of a date, unless it is a time alone.
pub(super) fn day(value: toml::value::Datetime) -> Option<Date> {
    let date = value.date?;
    Some(Date {
        year: date.year,
        month: date.month,
        day: date.day,
    })
}

impl<'de> Deserialize<'de> for SectionFields {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Fields {
            id: String,
            heading: Spanned<String>,
            summary: Spanned<String>,
            english: Option<String>,
        }

        let Fields {
            id,
            heading,
            summary,
            english,
        } = Fields::deserialize(deserializer)?;
        Ok(Self {
            id: SectionId::new(&id).map_err(serde::de::Error::custom)?,
            heading,
            summary,
            english,
        })
    }
}

impl<'de> Deserialize<'de> for EditionFields {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        struct Fields {
            title: String,
            condition: String,
            therapy: String,
            version: String,
            published: Option<toml::value::Datetime>,
            evidence_checked: toml::value::Datetime,
            review_due: toml::value::Datetime,
            written_by: String,
            author: String,
            publisher: Option<String>,
            #[serde(default)]
            review: Vec<ReviewFields>,
            translation: Translation,
            #[serde(default)]
            right_to_left: bool,
        }

        let fields = Fields::deserialize(deserializer)?;
        let date = |name, value: toml::value::Datetime| {
            day(value).ok_or_else(|| {
                serde::de::Error::custom(format!("`{name}` has no day: write it as 2026-07-31"))
            })
        };
        Ok(Self {
            title: fields.title,
            direction: if fields.right_to_left {
                Direction::RightToLeft
            } else {
                Direction::LeftToRight
            },
            edition: Edition {
                version: fields.version,
                published: fields
                    .published
                    .map(|value| date("published", value))
                    .transpose()?,
                evidence_checked: date("evidence-checked", fields.evidence_checked)?,
                review_due: date("review-due", fields.review_due)?,
                written_by: fields.written_by,
                publisher: fields.publisher,
                reviews: Vec::new(),
                fingerprint: String::new(),
                translation: fields.translation,
            },
            subject: Subject {
                condition: fields.condition,
                therapy: fields.therapy,
                author: fields.author,
            },
            reviews: fields.review,
        })
    }
}
