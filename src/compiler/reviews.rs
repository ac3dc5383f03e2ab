//! The reviews of the text, in the front matter of `explainer.md`.

use toml::Spanned;

use super::{
    Reason, Refusal,
    front_matter::{ReviewFields, day, line_of},
    statements::LENGTH,
};
use crate::content::Review;

/// The reviews that `fields` of the file `path` name. A review of a text that has changed since has to say what has.
pub(super) fn reviews(
    path: &str,
    file: &str,
    fields: Vec<ReviewFields>,
    fingerprint: &str,
) -> Result<Vec<Review>, Refusal> {
    // Three plus signs and the end of their line stand before the fields.
    let refuse = |start: usize, reason| Refusal::new(path, line_of(file, start + 4), reason);
    let words = |name, field: Spanned<String>| {
        if field.get_ref().trim().is_empty() {
            return Err(refuse(field.span().start, Reason::EmptyReview(name)));
        }
        Ok(field.into_inner())
    };
    let review = |fields: ReviewFields| {
        let start = fields.fingerprint.span().start;
        let read = fields.fingerprint.into_inner();
        let is_hex = |letter: char| matches!(letter, '0'..='9' | 'a'..='f');
        if read.len() != LENGTH || !read.chars().all(is_hex) {
            return Err(refuse(start, Reason::Fingerprint(read)));
        }
        let day_start = fields.date.span().start;
        let date = day(fields.date.into_inner());
        let date = date.ok_or_else(|| refuse(day_start, Reason::EmptyReview("date")))?;
        if read != fingerprint && fields.changes.trim().is_empty() {
            let reason = Reason::ChangedSinceReview(date.to_string(), fingerprint.to_owned());
            return Err(refuse(start, reason));
        }
        Ok(Review {
            name: words("name", fields.name)?,
            role: words("role", fields.role)?,
            organization: words("organization", fields.organization)?,
            date,
            statement: words("statement", fields.statement)?,
            fingerprint: read,
            changes: fields.changes,
        })
    };
    fields.into_iter().map(review).collect()
}
