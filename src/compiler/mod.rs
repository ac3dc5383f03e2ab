//! From the words that people write to the typed [`Explainer`].
//!
//! Native and strict: the first thing that is wrong stops the build, with its
//! file, its line and the reason. Pure: it is handed the files as text.

mod bibliography;
mod body;
mod depth;
mod drawings;
mod figure_charts;
mod figure_entries;
mod figure_statements;
mod figures;
mod front_matter;
mod groups;
mod inline;
mod known;
mod labels;
mod lists;
mod markdown;
mod paths;
mod prose;
mod reading_grade;
mod refusal;
mod regions;
mod reviews;
mod search_words;
mod sign_references;
mod signs;
mod statements;
mod tables;
mod tours;
mod translation;

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{Explainer, GetHelp, Section};

pub use reading_grade::{ReadingGrade, Tenths};
pub use refusal::{Reason, Refusal};
pub use regions::REGIONS;
pub use search_words::fold;
pub use statements::{Statement, statements};

use bibliography::Bibliography;
use body::Body;
use front_matter::{BodyText, BoxFields, EditionFields, SectionFields, front_matter, line_of};
use known::Known;
use signs::SignTable;

/// The content files: path from the content folder (with `/`) to text.
pub type Files = BTreeMap<String, String>;

/// The language that every other one is translated from.
pub const ENGLISH: &str = "en";

/// A section's file, once it is read.
struct SectionFile {
    path: String,
    fields: SectionFields,
    body: Body,
}

/// An explainer and how hard its text is to read.
pub struct Compiled {
    /// The explainer.
    pub explainer: Explainer,
    /// What it is about.
    pub subject: Subject,
    /// What the search knows of the language, as [`Lexicon::read`](crate::search::Lexicon::read) wants it.
    pub search_words: String,
    /// The grade of each section, then that of the whole text; of the English only.
    pub reading_grades: Vec<ReadingGrade>,
}

/// What an explainer is about, as search engines are told. It is no part of what readers download.
pub struct Subject {
    /// The name of the illness.
    pub condition: String,
    /// The name of the treatment.
    pub therapy: String,
    /// Who has written the text.
    pub author: String,
}

/// The languages of `files`, English first: each is a folder with an `explainer.md`.
pub fn languages(files: &Files) -> Vec<&str> {
    let folders = files
        .keys()
        .filter_map(|path| path.strip_suffix("/explainer.md"));
    let mut languages: Vec<&str> = folders.collect();
    languages.sort_by_key(|language| (*language != ENGLISH, *language));
    languages
}

/// Compiles the explainer of one language.
///
/// # Errors
///
/// The first thing that `files` has wrong.
pub fn compile(language: &str, files: &Files) -> Result<Compiled, Refusal> {
    let bibliography = Bibliography::read(files)?;
    let terms = tables::terms(language, files)?;
    let (figures_path, entries) = figure_entries::entries(language, files)?;
    let figure_ids = figure_entries::ids(&figures_path, &entries, files)?;
    let sections = front_matter::sections(language, files)?;
    let signs = SignTable::read(language, files, &bibliography)?;
    let mut known = Known::new(&bibliography, &terms, figure_ids, &sections, signs);
    let mut figures = Vec::new();
    for (figure, body) in figures::figures(&figures_path, entries, files, &known)? {
        known.figures.insert(figure.id.clone(), body);
        figures.push(figure);
    }

    let explainer_path = format!("{language}/explainer.md");
    let (fields, main_message) = front_matter::<EditionFields>(&explainer_path, files)?;
    let main_message = Body::read(&explainer_path, &main_message, &known)?;
    labels::check(&fields.title, &main_message.numbers)
        .map_err(|reason| Refusal::new(&explainer_path, 1, reason))?;
    let help_path = format!("{language}/get-help.md");
    let (BoxFields { heading }, get_help) = front_matter(&help_path, files)?;
    let get_help = Body::read(&help_path, &get_help, &known)?;
    labels::check(&heading, &get_help.numbers)
        .map_err(|reason| Refusal::new(&help_path, 1, reason))?;
    let sections = read_sections(sections, files, &known)?;
    let others = [(&explainer_path, &main_message), (&help_path, &get_help)];
    let bodies = sections.iter().map(|it| (&it.path, &it.body));
    let bodies = || others.into_iter().chain(bodies.clone());
    check_questions(bodies())?;
    known.signs.check_shown(bodies().map(|(_, body)| body))?;

    let mut reading_grades = Vec::new();
    if language == ENGLISH {
        reading_grades = reading_grade::check(&main_message, &get_help, &sections)?;
    } else {
        let english = read_sections(front_matter::sections(ENGLISH, files)?, files, &known)?;
        translation::check(language, files, &sections, &english)?;
        let english = SignTable::read(ENGLISH, files, &bibliography)?;
        translation::check_signs(&known.signs, &english)?;
    }

    let paths = paths::paths(language, files, &known)?;
    let groups = groups::groups(language, files, &sections)?;
    let mut explainer = Explainer {
        language: language.to_owned(),
        direction: fields.direction,
        title: fields.title,
        picture: drawings::drawing("cells", &[], &mut drawings::Labels::default(), files)?,
        sources: bibliography.sources(&main_message, &get_help, &sections)?,
        main_message: main_message.blocks,
        get_help: GetHelp {
            heading,
            blocks: get_help.blocks,
        },
        signs: known.signs.signs,
        paths,
        groups,
        regions: Vec::new(),
        sections: sections.into_iter().map(section).collect(),
        terms,
        figures,
        edition: fields.edition,
        words: tables::words(language, files)?,
    };
    // Before the words of regions are there, which only readers in those find.
    let search_words = search_words::search_words(language, files, &statements(&explainer))?;
    explainer.regions = regions::regions(files)?;
    let fingerprint = statements::fingerprint(&explainer);
    let file = text(&explainer_path, files)?;
    explainer.edition.reviews =
        reviews::reviews(&explainer_path, file, fields.reviews, &fingerprint)?;
    explainer.edition.fingerprint = fingerprint;
    Ok(Compiled {
        explainer,
        subject: fields.subject,
        search_words,
        reading_grades,
    })
}

fn read_sections(
    sections: Vec<(String, SectionFields, BodyText)>,
    files: &Files,
    known: &Known,
) -> Result<Vec<SectionFile>, Refusal> {
    sections
        .into_iter()
        .map(|(path, fields, text)| {
            let body = Body::read(&path, &text, known)?;
            if body.blocks.is_empty() {
                return Err(Refusal::new(
                    &path,
                    text.first_line,
                    Reason::EmptySection(fields.id.to_string()),
                ));
            }
            for label in [&fields.heading, &fields.summary] {
                // Three plus signs and the end of their line stand before the fields.
                let line = || Ok(line_of(self::text(&path, files)?, label.span().start + 4));
                labels::check(label.get_ref(), &body.numbers)
                    .or_else(|reason| Err(Refusal::new(&path, line()?, reason)))?;
            }
            Ok(SectionFile { path, fields, body })
        })
        .collect()
}

/// Refuses a question whose id another one has, wherever it stands.
fn check_questions<'a>(
    bodies: impl Iterator<Item = (&'a String, &'a Body)>,
) -> Result<(), Refusal> {
    let mut ids = BTreeSet::new();
    for (path, body) in bodies {
        for (id, line) in &body.questions {
            if !ids.insert(id) {
                let reason = Reason::DuplicateQuestion(id.to_string());
                return Err(Refusal::new(path, *line, reason));
            }
        }
    }
    Ok(())
}

fn section(file: SectionFile) -> Section {
    Section {
        id: file.fields.id,
        heading: file.fields.heading.into_inner(),
        summary: file.fields.summary.into_inner(),
        blocks: file.body.blocks,
    }
}

/// The text of `path`.
fn text<'a>(path: &str, files: &'a Files) -> Result<&'a str, Refusal> {
    files
        .get(path)
        .map(String::as_str)
        .ok_or_else(|| Refusal::new(path, 1, Reason::MissingFile))
}
