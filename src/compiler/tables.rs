//! The content that is a TOML table: glossary and interface words.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{
    Files, Reason, Refusal,
    front_matter::{from_toml, line_of},
    prose, text,
};
use crate::content::{Term, TermId, Words};

/// The interface words of `language`.
pub(super) fn words(language: &str, files: &Files) -> Result<Words, Refusal> {
    let path = format!("{language}/interface.toml");
    from_toml(&path, text(&path, files)?, 1)
}

/// The glossary of `language`, sorted by term.
pub(super) fn terms(language: &str, files: &Files) -> Result<Vec<Term>, Refusal> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Entry {
        term: String,
        meaning: Spanned<String>,
    }

    let path = format!("{language}/glossary.toml");
    let toml = text(&path, files)?;
    let entries: BTreeMap<Spanned<String>, Entry> = from_toml(&path, toml, 1)?;
    let mut terms = entries
        .into_iter()
        .map(|(id, Entry { term, meaning })| {
            let refuse = |offset, reason| Refusal::new(&path, line_of(toml, offset), reason);
            if let Some(number) = prose::numbers(meaning.get_ref()).into_iter().next() {
                return Err(refuse(
                    meaning.span().start,
                    Reason::NumberWithoutSource(number),
                ));
            }
            let span = id.span().start;
            let id = TermId::new(id.get_ref()).map_err(|error| refuse(span, error.into()))?;
            Ok(Term {
                id,
                term,
                meaning: meaning.into_inner(),
            })
        })
        .collect::<Result<Vec<_>, Refusal>>()?;
    terms.sort_by_key(|term| term.term.to_lowercase());
    Ok(terms)
}
