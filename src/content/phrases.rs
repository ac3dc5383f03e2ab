//! What is said with the interface words.

use super::{AlertKind, ClinicalReview, Date, Edition, Review, Translation, Words};

/// `words` with a capital in the beginning, behind marks such as quotes and those of Markdown.
pub fn capitalized(words: &str) -> String {
    let start = words.find(char::is_alphanumeric).unwrap_or(words.len());
    let (marks, words) = words.split_at(start);
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    marks
        .chars()
        .chain(first)
        .chain(letters.as_str().chars())
        .collect()
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

    /// Whether a clinician has reviewed the text, as a sentence without its period.
    pub fn clinical_review(&self, edition: &Edition) -> String {
        let fill = |template, review: &Review| {
            let values = [
                ("name", &*review.name),
                ("role", &review.role),
                ("organization", &review.organization),
                ("date", &self.month_and_year(review.date)),
            ];
            Self::fill(template, &values)
        };
        match edition.clinical_review() {
            ClinicalReview::None => self.clinical_review_none.clone(),
            ClinicalReview::Current(review) => fill(&self.clinical_review_by, review),
            ClinicalReview::Changed(review) => fill(&self.clinical_review_changed, review),
        }
    }

    /// The same in full: with what the reviewer says, or with what has changed since.
    pub fn clinical_review_in_full(&self, edition: &Edition) -> String {
        let review = ("review", &*self.clinical_review(edition));
        match edition.clinical_review() {
            ClinicalReview::None => self.clinical_review_none.clone(),
            ClinicalReview::Current(it) => {
                let values = [review, ("statement", &it.statement)];
                Self::fill(&self.clinical_review_statement, &values)
            }
            ClinicalReview::Changed(it) => {
                let values = [review, ("changes", &it.changes)];
                Self::fill(&self.clinical_review_changes, &values)
            }
        }
    }

    /// What a reader needs to judge how fresh and how well checked the text is: each fact with its name.
    pub fn facts(&self, edition: &Edition) -> Vec<(&str, String)> {
        let month = |date| self.month_and_year(date);
        let mut facts = vec![(&*self.version, edition.version.clone())];
        facts.extend(edition.published.map(|it| (&*self.published, month(it))));
        facts.extend([
            (&*self.evidence_checked, month(edition.evidence_checked)),
            (&self.review_due, month(edition.review_due)),
            (&self.written_by, edition.written_by.clone()),
            (&self.clinical_review, self.clinical_review_in_full(edition)),
            (
                &self.translation,
                self.translation(edition.translation).to_owned(),
            ),
        ]);
        facts
    }

    /// How the text came into its language, as a sentence.
    pub fn translation(&self, translation: Translation) -> &str {
        match translation {
            Translation::Original => &self.translation_original,
        }
    }
}
