//! What is said with the interface words.

use super::{AlertKind, ClinicalReview, Date, Translation, Words};

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
