//! How many years of school the English text needs.

use super::{Reason, Refusal, SectionFile, body::Body};

/// The highest Flesch-Kincaid grade of the whole text.
const WHOLE_FLESCH_KINCAID: Tenths = Tenths(70);
/// The highest SMOG grade of the whole text.
const WHOLE_SMOG: Tenths = Tenths(100);
/// The highest Flesch-Kincaid grade of one section.
const SECTION_FLESCH_KINCAID: Tenths = Tenths(90);

/// The grades of one piece of text. Medical terms count like any other word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingGrade {
    /// The file that was graded, or `whole text`.
    pub name: String,
    /// How many words it has.
    pub words: usize,
    /// The Flesch-Kincaid grade: years of school.
    pub flesch_kincaid: Tenths,
    /// The SMOG grade: years of school.
    pub smog: Tenths,
}

impl ReadingGrade {
    fn of(name: &str, prose: &str) -> Self {
        Self {
            name: name.to_owned(),
            words: textstat::lexicon_count(prose),
            flesch_kincaid: tenths(textstat::flesch_kincaid_grade(prose)),
            smog: tenths(textstat::smog_index(prose)),
        }
    }

    fn check(
        &self,
        path: &str,
        flesch_kincaid: Tenths,
        smog: Option<Tenths>,
    ) -> Result<(), Refusal> {
        let grades = [
            ("Flesch-Kincaid", self.flesch_kincaid, Some(flesch_kincaid)),
            ("SMOG", self.smog, smog),
        ];
        for (formula, grade, limit) in grades {
            if let Some(limit) = limit.filter(|limit| grade > *limit) {
                return Err(Refusal::new(
                    path,
                    1,
                    Reason::TooHard {
                        formula,
                        grade,
                        limit,
                    },
                ));
            }
        }
        Ok(())
    }
}

/// The grade of each section, then that of the whole text.
///
/// # Errors
///
/// When a section or the whole is too hard to read.
pub(super) fn check(
    main_message: &Body,
    get_help: &Body,
    sections: &[SectionFile],
) -> Result<Vec<ReadingGrade>, Refusal> {
    let mut whole = format!("{}{}", main_message.prose, get_help.prose);
    let mut grades = Vec::new();
    for section in sections {
        let grade = ReadingGrade::of(&section.fields.id, &section.body.prose);
        grade.check(&section.path, SECTION_FLESCH_KINCAID, None)?;
        grades.push(grade);
        whole.push_str(&section.body.prose);
    }
    let grade = ReadingGrade::of("whole text", &whole);
    grade.check("en", WHOLE_FLESCH_KINCAID, Some(WHOLE_SMOG))?;
    grades.push(grade);
    Ok(grades)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a school grade is a small number"
)]
fn tenths(grade: f64) -> Tenths {
    Tenths((grade * 10.0).round().max(0.0) as i32)
}

/// A reading grade rounded to a tenth, so that refusals compare exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(pub i32);

impl std::fmt::Display for Tenths {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(&format!("{}.{}", self.0 / 10, self.0 % 10))
    }
}
