//! The words of buttons, labels and messages.

use serde::{Deserialize, Serialize};

use super::{AlertKind, ClinicalReview, Date, Translation};

/// Every interface word of one language, as `interface.toml` lists them.
///
/// A name in braces, such as `{open}`, stands for a value; [`fill`](Self::fill) puts it in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Words {
    /// The button that opens every section.
    pub show_all: String,
    /// The same button once every section is open.
    pub hide_all: String,
    /// Said after that button was used: `{open}`, `{total}`.
    pub open_count: String,
    /// The accessible name of a citation: `{number}`.
    pub source: String,
    /// Stands before the sections that cite a source.
    pub cited_in: String,
    /// The button that closes the explanation of a term.
    pub close: String,
    /// The label of a note.
    pub note: String,
    /// The label of a tip.
    pub tip: String,
    /// The label of an important box.
    pub important: String,
    /// The label of a warning.
    pub warning: String,
    /// The lowest value of a range.
    pub lowest: String,
    /// The middle value of a range.
    pub median: String,
    /// The highest value of a range.
    pub highest: String,
    /// The control that shows a figure's numbers as a table.
    pub figure_as_table: String,
    /// The button that copies the address of a section.
    pub copy_link: String,
    /// Said after that button was used.
    pub link_copied: String,
    /// Said at the top once the day of the next review has passed: `{date}`.
    pub past_due: String,
    /// The button that opens the search.
    pub search: String,
    /// The label of the field for what is looked for.
    pub search_label: String,
    /// Said of what was found: `{count}`.
    pub search_found: String,
    /// The same where not all of it is listed: `{count}`, `{shown}`.
    pub search_first: String,
    /// Said where nothing was found.
    pub search_none: String,
    /// Stands before the version of the text.
    pub version: String,
    /// Stands before the day of the last evidence check.
    pub evidence_checked: String,
    /// Stands before the day of the next review.
    pub review_due: String,
    /// Stands before who wrote the text.
    pub written_by: String,
    /// Stands before who reviewed the text.
    pub clinical_review: String,
    /// Said where no clinician has reviewed the text.
    pub clinical_review_none: String,
    /// Stands before how the text came into its language.
    pub translation: String,
    /// Said where the text was written in this language.
    pub translation_original: String,
    /// The names of the months, from January.
    pub months: [String; 12],
    /// A month of a year: `{month}`, `{year}`.
    pub month_and_year: String,
}

impl Words {
    /// `template` with each `{name}` replaced by its value.
    pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
        values
            .iter()
            .fold(template.to_owned(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), value)
            })
    }

    /// The month and year of `date`, such as `July 2026`.
    pub fn month_and_year(&self, date: Date) -> String {
        let month = self.months.get(usize::from(date.month.saturating_sub(1)));
        Self::fill(
            &self.month_and_year,
            &[
                ("month", month.map_or("", String::as_str)),
                ("year", &date.year.to_string()),
            ],
        )
    }

    /// The label of an alert.
    pub fn alert(&self, kind: AlertKind) -> &str {
        match kind {
            AlertKind::Note => &self.note,
            AlertKind::Tip => &self.tip,
            AlertKind::Important => &self.important,
            AlertKind::Warning => &self.warning,
        }
    }

    /// Whether a clinician has reviewed the text, as a sentence.
    pub fn clinical_review(&self, review: ClinicalReview) -> &str {
        match review {
            ClinicalReview::None => &self.clinical_review_none,
        }
    }

    /// How the text came into its language, as a sentence.
    pub fn translation(&self, translation: Translation) -> &str {
        match translation {
            Translation::Original => &self.translation_original,
        }
    }
}
