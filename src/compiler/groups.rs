//! The groups of sections, in `groups.toml`.

use serde::Deserialize;
use toml::Spanned;

use super::{
    ENGLISH, Files, Reason, Refusal, SectionFile,
    front_matter::{from_toml, line_of},
    labels, text, translation,
};
use crate::content::{GroupId, SectionGroup, SectionId};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    /// The sections that stand before all groups.
    apart: Vec<Spanned<String>>,
    group: Vec<GroupFields>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupFields {
    id: Spanned<String>,
    heading: Spanned<String>,
    sections: Spanned<Vec<Spanned<String>>>,
}

/// The groups of `sections`, which are those of `language`.
///
/// # Errors
///
/// When a group has no section, or the groups and `apart` are not all sections in their order.
pub(super) fn groups(
    language: &str,
    files: &Files,
    sections: &[SectionFile],
) -> Result<Vec<SectionGroup>, Refusal> {
    let groups = read(language, files, sections)?;
    if language != ENGLISH {
        let english = read(ENGLISH, files, sections)?;
        let facts = |groups: &[SectionGroup]| -> Vec<String> {
            let group = |it: &SectionGroup| format!("{}: {}", it.id, it.sections.join(" "));
            groups.iter().map(group).collect()
        };
        translation::compare(
            &path_of(language),
            "groups",
            facts(&groups),
            facts(&english),
        )?;
    }
    Ok(groups)
}

fn path_of(language: &str) -> String {
    format!("{language}/groups.toml")
}

fn read(
    language: &str,
    files: &Files,
    sections: &[SectionFile],
) -> Result<Vec<SectionGroup>, Refusal> {
    let file = path_of(language);
    let toml = text(&file, files)?;
    let refuse = |offset, reason| Refusal::new(&file, line_of(toml, offset), reason);
    let mut rest = sections.iter().map(|it| &it.fields.id);
    let mut next = |id: &Spanned<String>| -> Result<SectionId, Refusal> {
        let (start, id) = (id.span().start, id.get_ref());
        if !sections.iter().any(|it| *it.fields.id == **id) {
            return Err(refuse(start, Reason::UnknownSection(id.clone())));
        }
        let expected = rest.next().filter(|it| ***it == **id);
        let reason = || Reason::GroupedOutOfOrder(id.clone());
        expected.cloned().ok_or_else(|| refuse(start, reason()))
    };

    let fields: Fields = from_toml(&file, toml, 1)?;
    for id in &fields.apart {
        next(id)?;
    }
    let mut all: Vec<SectionGroup> = Vec::new();
    for group in &fields.group {
        let start = group.id.span().start;
        let id = GroupId::new(group.id.get_ref()).map_err(|error| refuse(start, error.into()))?;
        if all.iter().any(|it| it.id == id) {
            return Err(refuse(start, Reason::DuplicateGroup(id.to_string())));
        }
        let heading = group.heading.get_ref();
        labels::check(heading, &[]).map_err(|reason| refuse(group.heading.span().start, reason))?;
        let ids = group.sections.get_ref();
        if ids.is_empty() {
            let reason = Reason::EmptyGroup(id.to_string());
            return Err(refuse(group.sections.span().start, reason));
        }
        all.push(SectionGroup {
            id,
            heading: heading.clone(),
            sections: ids.iter().map(&mut next).collect::<Result<_, _>>()?,
        });
    }
    match rest.next() {
        Some(id) => Err(refuse(0, Reason::InNoGroup(id.to_string()))),
        None => Ok(all),
    }
}
