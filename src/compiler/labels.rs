//! Headings, summaries, captions and descriptions: words that have no room for a source.

use super::{Reason, prose};

/// Refuses a number in a label that is not among those that are stated with a source in the same place.
pub(super) fn check(label: &str, stated: &[String]) -> Result<(), Reason> {
    let unstated = prose::numbers(label)
        .into_iter()
        .find(|number| !stated.contains(number));
    match unstated {
        Some(number) => Err(Reason::NumberInALabel(number)),
        None => match prose::one_in_n(label) {
            Some(words) => Err(Reason::OneInN(words)),
            None => Ok(()),
        },
    }
}
