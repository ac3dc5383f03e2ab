//! Which text this is: version, dates, reviews.

use std::fmt;

use serde::Deserialize;

use super::Review;

/// Version, dates and review of the text in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The version of the text, `major.minor.patch`.
    pub version: String,
    /// The day on which this version came out, unless it has not yet.
    pub published: Option<Date>,
    /// The day up to which new evidence was looked for.
    pub evidence_checked: Date,
    /// The day by which the text must be checked again.
    pub review_due: Date,
    /// Who wrote the text, in one sentence.
    pub written_by: String,
    /// Who publishes it, unless that is for each host page to say.
    pub publisher: Option<String>,
    /// The reviews by people with medical training.
    pub reviews: Vec<Review>,
    /// What changes when a word of the text changes, or a source behind it.
    pub fingerprint: String,
    /// How the text came into this language.
    pub translation: Translation,
}

/// How the text came into its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Translation {
    /// It was written in this language.
    Original,
}

/// A day in the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1 to 12.
    pub month: u8,
    /// The day of the month, from 1 to 31.
    pub day: u8,
}

impl fmt::Display for Date {
    /// As ISO 8601 writes it, such as `2027-01-31`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day } = self;
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}
