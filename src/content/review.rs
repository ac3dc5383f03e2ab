//! Who has reviewed the text.

use super::{Date, Edition};

/// A review of the text by someone with medical training.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Who has reviewed it.
    pub name: String,
    /// What they are, such as "rheumatologist".
    pub role: String,
    /// Where they work.
    pub organization: String,
    /// The day on which the review was finished.
    pub date: Date,
    /// What they say of the text, in their own words.
    pub statement: String,
    /// The fingerprint of the text that they have read.
    pub fingerprint: String,
    /// What has changed since; empty while nothing has.
    pub changes: String,
}

/// Whether a clinician has reviewed the text as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClinicalReview<'edition> {
    /// Nobody with medical training has reviewed it yet.
    None,
    /// This is a review of the text as it is.
    Current(&'edition Review),
    /// The text has changed since this review.
    Changed(&'edition Review),
}

impl Edition {
    /// The latest review of the text as it is, else the latest of all.
    pub fn clinical_review(&self) -> ClinicalReview<'_> {
        let fits = |review: &&Review| review.fingerprint == self.fingerprint;
        let current = self.reviews.iter().filter(fits).max_by_key(|it| it.date);
        match (current, self.reviews.iter().max_by_key(|it| it.date)) {
            (Some(review), _) => ClinicalReview::Current(review),
            (None, Some(review)) => ClinicalReview::Changed(review),
            (None, None) => ClinicalReview::None,
        }
    }
}
