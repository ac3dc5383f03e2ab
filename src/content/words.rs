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
    /// Names the buttons that choose a part of a figure.
    pub choose: String,
    /// Shows all places or steps of a figure.
    pub show_all_stops: String,
    /// Shows the studies of every kind.
    pub show_all_studies: String,
    /// Leads to the step before.
    pub previous: String,
    /// Leads to the step after.
    pub next: String,
    /// Which of the steps is shown: `{number}`, `{total}`.
    pub position: String,
    /// A share that is a whole number in 100: `{count}`, `{total}`, `{number}`.
    pub exactly_in_hundred: String,
    /// A share of people, rounded: `{count}`, `{total}`, `{number}`.
    pub about_in_hundred: String,
    /// A share of people below one in 100: `{count}`, `{total}`.
    pub under_one_in_hundred: String,
    /// Stands before how many people with lupus a study had.
    pub people_with_lupus: String,
    /// Stands before how long a study followed them.
    pub followed_for: String,
    /// Stands before what a study found.
    pub main_result: String,
    /// Stands before what limits a study.
    pub main_limit: String,
    /// Stands before how sure a study makes us.
    pub how_sure: String,
    /// The button that copies the address of a section.
    pub copy_link: String,
    /// Said after that button was used.
    pub link_copied: String,
    /// The button that hands a section on to someone else.
    pub share: String,
    /// What it hands on: `{section}`, `{title}`, `{version}`, `{checked}`, `{due}`, `{address}`.
    pub share_text: String,
    /// Said where that was copied, since there is no way to hand it on.
    pub share_copied: String,
    /// The button that reads a section aloud, and the name of the controls while it does.
    pub listen: String,
    /// The button that pauses the reading.
    pub pause: String,
    /// The button that goes on with it.
    pub resume: String,
    /// The button that ends it.
    pub stop: String,
    /// The choice of how fast it is.
    pub speed: String,
    /// The question whether a section was clear, with its two answers.
    pub was_clear: String,
    /// The answer that it was.
    pub yes: String,
    /// The answer that it was not.
    pub no: String,
    /// Said after an answer.
    pub thanks: String,
    /// The button for size and spacing of the text.
    pub text_size: String,
    /// The button that makes text smaller.
    pub smaller: String,
    /// The button that makes text larger.
    pub larger: String,
    /// The choice of more space between lines.
    pub wide_lines: String,
    /// The choice of more space between letters.
    pub wide_letters: String,
    /// The button that takes size and spacing back.
    pub reset: String,
    /// The button for printing.
    pub print: String,
    /// The choice to print the open sections alone.
    pub print_open: String,
    /// The choice to print all.
    pub print_all: String,
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

    /// What stands before each fact of a card in the timeline.
    pub fn card_facts(&self) -> [&String; 5] {
        [
            &self.people_with_lupus,
            &self.followed_for,
            &self.main_result,
            &self.main_limit,
            &self.how_sure,
        ]
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
