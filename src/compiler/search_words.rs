//! The search words of a language: `search.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use unicode_normalization::UnicodeNormalization;

use super::{
    Files, Reason, Refusal, Statement,
    front_matter::{from_toml, line_of},
    text,
};
use crate::search::{Index, Kind, Passage, write_lexicon};

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Entries {
    stop_words: Spanned<String>,
    #[serde(default)]
    endings: Vec<Step>,
    #[serde(default)]
    synonyms: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    keep: Spanned<u8>,
    replace: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// A letter as a browser gives it to the search: in compatibility decomposition and lower case.
pub fn fold(letter: char) -> String {
    letter.nfkd().flat_map(char::to_lowercase).collect()
}

/// Reads `search.toml` of `language`, whose text says `statements`: as the file that a
/// [`Lexicon`](crate::search::Lexicon) is read from.
pub(super) fn search_words(
    language: &str,
    files: &Files,
    statements: &[Statement],
) -> Result<String, Refusal> {
    let path = format!("{language}/search.toml");
    let toml = text(&path, files)?;
    let entries: Entries = from_toml(&path, toml, 1)?;
    let refuse = |offset, reason| Refusal::new(&path, line_of(toml, offset), reason);
    let check = |words: &Spanned<String>| {
        let is_of_words = |letter: char| letter.is_alphanumeric() || " '’-".contains(letter);
        let words_alone =
            words.get_ref().chars().all(is_of_words) && !words.get_ref().trim().is_empty();
        if words_alone {
            Ok(())
        } else {
            Err(refuse(
                words.span().start,
                Reason::NoSearchWord(words.get_ref().clone()),
            ))
        }
    };

    let stop_words = &**entries.stop_words.get_ref();
    let mut steps = Vec::new();
    for Step { keep, replace } in &entries.endings {
        if !(1..=9).contains(keep.get_ref()) {
            return Err(refuse(keep.span().start, Reason::EndingsKeepNothing));
        }
        let mut endings = Vec::new();
        for (ending, other) in replace {
            check(ending)?;
            endings.push((&**ending.get_ref(), &**other.get_ref()));
        }
        steps.push((*keep.get_ref(), endings));
    }
    let passage = |statement: &Statement| Passage {
        place: 0,
        kind: Kind::Text,
        text: statement.words.clone(),
    };
    let passages: Vec<Passage> = statements.iter().map(passage).collect();
    let index = Index::new(vec![String::new()], &passages, &fold);
    let mut synonyms = Vec::new();
    for (meant, said) in &entries.synonyms {
        check(meant)?;
        if !index.has(meant.get_ref(), &fold) {
            let reason = Reason::SearchWordNotInText(meant.get_ref().clone());
            return Err(refuse(meant.span().start, reason));
        }
        let mut seen: Vec<&str> = Vec::new();
        for words in said {
            check(words)?;
            let start = words.span().start;
            let words = &**words.get_ref();
            if seen.contains(&words) || words == meant.get_ref() {
                return Err(refuse(start, Reason::SearchWordTwice(words.to_owned())));
            }
            if stop_words.split_whitespace().any(|it| it == words) {
                return Err(refuse(start, Reason::SearchWordLeftOut(words.to_owned())));
            }
            seen.push(words);
        }
        synonyms.push((&**meant.get_ref(), seen));
    }
    Ok(write_lexicon(stop_words, &steps, &synonyms, &fold))
}
