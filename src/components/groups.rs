//! The groups that the sections stand in.

use yew::prelude::*;

use super::{
    section::section,
    spans::text,
    view::{View, address},
};
use crate::content::SectionGroup;

/// A link to each group.
///
/// Its address is that of the group's first section. With script it leads to the group and opens nothing.
pub(super) fn group_links(view: &View) -> Html {
    let link = |group: &SectionGroup| {
        let first = group.sections.first()?;
        Some(html! {
            <li>
                <a href={address(first)} data-section={first.to_string()} data-group={element_id(group)}>
                    { text(&group.heading) }
                </a>
            </li>
        })
    };
    html! {
        <nav class="groups" part="groups" aria-label={view.words().groups.clone()}>
            <ul>{ view.explainer.groups.iter().filter_map(link).collect::<Html>() }</ul>
        </nav>
    }
}

/// The sections: those before all groups, then each group below its label, which is no heading of the outline.
pub(super) fn grouped_sections(view: &View) -> Html {
    let explainer = &view.explainer;
    let grouped: usize = explainer.groups.iter().map(|it| it.sections.len()).sum();
    let apart = explainer.sections.len() - grouped;
    html! {
        <>
            for it in explainer.sections.iter().take(apart) {
                { section(it, view) }
            }
            for it in &explainer.groups {
                { group(it, view) }
            }
        </>
    }
}

fn group(group: &SectionGroup, view: &View) -> Html {
    let id = element_id(group);
    let label = format!("{id}-label");
    let sections = group.sections.iter();
    html! {
        <div class="section-group" part="section-group" id={id} role="group" aria-labelledby={label.clone()}>
            <p class="section-group-label" part="section-group-label" id={label}>{ text(&group.heading) }</p>
            for it in sections.filter_map(|id| view.explainer.section(id)) {
                { section(it, view) }
            }
        </div>
    }
}

fn element_id(group: &SectionGroup) -> String {
    format!("group-{}", group.id)
}
