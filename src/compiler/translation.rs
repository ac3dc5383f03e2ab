//! A translation says what the English says: the same sections, questions, sources, figures and numbers.

use std::fmt::Display;

use sha2::{Digest, Sha256};

use super::{Files, Reason, Refusal, SectionFile, signs::SignTable, text};

/// What changes when the English file changes: its translation must then be read again.
pub(super) fn fingerprint(english: &str) -> String {
    let hash = format!("{:x}", Sha256::digest(english));
    hash[..12].to_owned()
}

/// Refuses the first section of `language` that differs from the English.
pub(super) fn check(
    language: &str,
    files: &Files,
    sections: &[SectionFile],
    english: &[SectionFile],
) -> Result<(), Refusal> {
    let ids = |sections: &[SectionFile]| -> Vec<String> {
        sections
            .iter()
            .map(|section| section.fields.id.to_string())
            .collect()
    };
    compare(language, "sections", ids(sections), ids(english))?;
    for (section, english) in sections.iter().zip(english) {
        // First, since a figure brings sources and numbers of its own.
        compare(
            &section.path,
            "figures",
            section.body.figures.clone(),
            english.body.figures.clone(),
        )?;
        compare(
            &section.path,
            "sources",
            section.body.citations.clone(),
            english.body.citations.clone(),
        )?;
        compare(
            &section.path,
            "numbers",
            digits(&section.body.numbers),
            digits(&english.body.numbers),
        )?;
        let questions = |section: &SectionFile| -> Vec<String> {
            let ids = section.body.questions.iter();
            ids.map(|(id, _)| id.to_string()).collect()
        };
        compare(
            &section.path,
            "questions",
            questions(section),
            questions(english),
        )?;
        let fingerprint = fingerprint(text(&english.path, files)?);
        if section.fields.english.as_ref() != Some(&fingerprint) {
            return Err(Refusal::new(
                &section.path,
                1,
                Reason::EnglishChanged(fingerprint),
            ));
        }
    }
    Ok(())
}

/// Refuses signs that differ from the English in more than words.
pub(super) fn check_signs(signs: &SignTable, english: &SignTable) -> Result<(), Refusal> {
    let facts = |table: &SignTable| -> Vec<String> {
        let facts = table.signs.signs.iter().map(|sign| {
            let sources: Vec<&str> = sign.sources.iter().map(|it| &**it).collect();
            let (id, tier) = (&sign.id, sign.tier.name());
            format!("{id} ({tier}, {:?}, {})", sign.who, sources.join(" "))
        });
        facts.collect()
    };
    compare(&signs.path, "signs", facts(signs), facts(english))
}

/// The numbers without the separators, which differ between languages.
fn digits(numbers: &[String]) -> Vec<String> {
    let digits = |number: &String| number.chars().filter(char::is_ascii_digit).collect();
    numbers.iter().map(digits).collect()
}

/// Refuses `translated` unless it has the same members as `english`, in any order.
pub(super) fn compare<T: Ord + Display>(
    path: &str,
    what: &'static str,
    mut translated: Vec<T>,
    mut english: Vec<T>,
) -> Result<(), Refusal> {
    translated.sort();
    english.sort();
    if translated == english {
        return Ok(());
    }
    let without = |these: &[T], those: &[T]| -> String {
        let mut rest: Vec<&T> = those.iter().collect();
        let mut extra = Vec::new();
        for this in these {
            match rest.iter().position(|it| *it == this) {
                Some(index) => drop(rest.remove(index)),
                None => extra.push(format!("`{this}`")),
            }
        }
        if extra.is_empty() {
            "nothing".to_owned()
        } else {
            extra.join(", ")
        }
    };
    let difference = format!(
        "{} missing, {} too many",
        without(&english, &translated),
        without(&translated, &english)
    );
    Err(Refusal::new(
        path,
        1,
        Reason::TranslationDiffers { what, difference },
    ))
}
