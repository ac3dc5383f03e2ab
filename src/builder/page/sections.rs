//! Which sections are shown, in which order, and which are open.

use yew::prelude::*;

use super::{browser, choose::ChooseProps, fields::Check};
use crate::builder::{
    choices::{Change, Open, Section},
    manifest::Manifest,
};

/// The list of sections.
#[component]
pub(super) fn Sections(props: &ChooseProps) -> Html {
    let ChooseProps {
        choices,
        manifest,
        on_change,
    } = props;
    let moved = use_state(|| None::<(String, &'static str)>);
    // The list moves what has the focus, and takes the focus from it.
    use_effect_with((*moved).clone(), |moved| {
        if let Some((id, way)) = moved {
            browser::focus(&format!("{way}-{id}"));
        }
    });
    let sections = &choices.sections;
    if sections.is_empty() {
        return html! { <p class="hint">{"The sections are not known, so all are shown in their own order."}</p> };
    }
    let heading = |id: &str| heading(manifest, choices.language.as_deref(), id);
    let on_move = {
        let (moved, on_change) = (moved.clone(), on_change.clone());
        Callback::from(move |(id, way): (String, &'static str)| {
            // Set to nothing first, so that the same button twice is two moves.
            moved.set(None);
            moved.set(Some((id.clone(), way)));
            on_change.emit(if way == "up" {
                Change::Up(id)
            } else {
                Change::Down(id)
            });
        })
    };
    let shown = sections.iter().filter(|section| section.shown).count();
    let place = moved.as_ref().and_then(|(id, _)| {
        let place = sections.iter().position(|section| section.id == *id)?;
        Some(format!(
            "{} is now number {} of {}.",
            heading(id),
            place + 1,
            sections.len()
        ))
    });
    html! {
        <details class="sections">
            <summary>
                {"Sections and their order "}
                <span class="count">{format!("{shown} of {} shown", sections.len())}</span>
            </summary>
            <ol>
                {for sections.iter().enumerate().map(|(index, section)| html! {
                    <Row key={section.id.clone()} section={section.clone()} heading={heading(&section.id)}
                        is_first={index == 0} is_last={index + 1 == sections.len()}
                        can_open={choices.open == Open::Chosen} {on_change} on_move={&on_move} />
                })}
            </ol>
            <p class="visually-hidden" role="status">{place}</p>
            if shown == 0 {
                <p class="notice" role="status">{"With none chosen, all are shown."}</p>
            }
        </details>
    }
}

#[derive(PartialEq, Properties)]
struct RowProps {
    section: Section,
    heading: AttrValue,
    is_first: bool,
    is_last: bool,
    can_open: bool,
    on_change: Callback<Change>,
    on_move: Callback<(String, &'static str)>,
}

/// One section.
#[component]
fn Row(props: &RowProps) -> Html {
    let id = &props.section.id;
    let button = |way: &'static str, arrow: &'static str, is_end: bool| {
        let onclick = {
            let (id, on_move) = (id.clone(), props.on_move.clone());
            Callback::from(move |_: MouseEvent| {
                if !is_end {
                    on_move.emit((id.clone(), way));
                }
            })
        };
        // Not `disabled`, which would lose the focus when a section reaches the end.
        html! {
            <button type="button" class="move" id={format!("{way}-{id}")} {onclick}
                aria-disabled={is_end.then_some("true")} aria-label={format!("Move {} {way}", props.heading)}>
                <span aria-hidden="true">{arrow}</span>
            </button>
        }
    };
    let with_id = |change: fn(String, bool) -> Change| {
        let id = id.clone();
        props.on_change.reform(move |on| change(id.clone(), on))
    };
    html! {
        <li>
            <div class="what">
                <Check id={format!("shown-{id}")} label={props.heading.clone()} checked={props.section.shown}
                    on_check={with_id(Change::Shown)} />
                if props.can_open && props.section.shown {
                    <Check id={format!("opened-{id}")} label="Open at first"
                        about={props.heading.clone()} checked={props.section.open}
                        on_check={with_id(Change::OpenSection)} />
                }
            </div>
            {button("up", "↑", props.is_first)}
            {button("down", "↓", props.is_last)}
        </li>
    }
}

fn heading(manifest: &Manifest, language: Option<&str>, id: &str) -> AttrValue {
    let mut headings = manifest.sections(language).iter();
    let heading = headings.find(|it| it.id == id).map(|it| it.heading.clone());
    heading
        .filter(|it| !it.is_empty())
        .unwrap_or_else(|| id.to_owned())
        .into()
}
