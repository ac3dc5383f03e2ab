//! The paths through the text, in `paths.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use super::{
    ENGLISH, Files, Reason, Refusal,
    front_matter::{from_toml, line_of},
    known::Known,
    labels, text, translation,
};
use crate::content::{NO_PATH, Path, PathId, Paths};

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Fields {
    after_the_last: Spanned<String>,
    /// The sections that need be on no path.
    apart: Vec<Spanned<String>>,
    path: Vec<PathFields>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PathFields {
    id: Spanned<String>,
    title: Spanned<String>,
    sections: Spanned<Vec<Spanned<String>>>,
}

/// The paths of `language`.
///
/// # Errors
///
/// When a path leads nowhere, or a section is on none.
pub(super) fn paths(language: &str, files: &Files, known: &Known) -> Result<Paths, Refusal> {
    let paths = read(language, files, known)?;
    if language != ENGLISH {
        let english = read(ENGLISH, files, known)?;
        let steps = |paths: &Paths| -> Vec<String> {
            let path = |path: &Path| {
                let ids: Vec<&str> = path.steps.iter().map(|it| &**it).collect();
                format!("{}: {}", path.id, ids.join(" "))
            };
            paths.all.iter().map(path).collect()
        };
        translation::compare(&path_of(language), "paths", steps(&paths), steps(&english))?;
    }
    Ok(paths)
}

fn path_of(language: &str) -> String {
    format!("{language}/paths.toml")
}

fn read(language: &str, files: &Files, known: &Known) -> Result<Paths, Refusal> {
    let file = path_of(language);
    let toml = text(&file, files)?;
    let refuse = |offset, reason| Refusal::new(&file, line_of(toml, offset), reason);
    let section = |id: &Spanned<String>| {
        let found = known.sections.get(&**id.get_ref());
        let unknown = || Reason::UnknownSection(id.get_ref().clone());
        found
            .cloned()
            .ok_or_else(|| refuse(id.span().start, unknown()))
    };

    let fields: Fields = from_toml(&file, toml, 1)?;
    let after_the_last = section(&fields.after_the_last)?;
    let mut placed = BTreeSet::from([after_the_last.clone()]);
    for id in &fields.apart {
        placed.insert(section(id)?);
    }
    let mut all: Vec<Path> = Vec::new();
    for path in &fields.path {
        let start = path.id.span().start;
        let id = PathId::new(path.id.get_ref()).map_err(|error| refuse(start, error.into()))?;
        if *id == *NO_PATH || all.iter().any(|it| it.id == id) {
            return Err(refuse(start, Reason::TakenPath(id.to_string())));
        }
        labels::check(path.title.get_ref(), &[])
            .map_err(|reason| refuse(path.title.span().start, reason))?;
        let mut steps = Vec::new();
        for step in path.sections.get_ref() {
            let step_id = section(step)?;
            if steps.contains(&step_id) {
                let reason = Reason::RepeatedStep(step_id.to_string());
                return Err(refuse(step.span().start, reason));
            }
            placed.insert(step_id.clone());
            steps.push(step_id);
        }
        if steps.is_empty() {
            let reason = Reason::EmptyPath(id.to_string());
            return Err(refuse(path.sections.span().start, reason));
        }
        let title = path.title.get_ref().clone();
        all.push(Path { id, title, steps });
    }
    match known.sections.iter().find(|id| !placed.contains(*id)) {
        Some(id) => Err(refuse(0, Reason::OnNoPath(id.to_string()))),
        None => Ok(Paths {
            all,
            after_the_last,
        }),
    }
}
