//! One expandable section.

use std::rc::Rc;

use yew::{prelude::*, virtual_dom::VTag};

use super::{blocks::blocks, click::use_click, reader_tools::foot, spans::text, view::View};
use crate::{content, state::Action};

#[derive(Properties)]
pub(super) struct SectionProps {
    pub(super) view: View,
    pub(super) section: Rc<content::Section>,
    pub(super) open: bool,
    pub(super) on_act: Callback<Action>,
}

impl PartialEq for SectionProps {
    /// Compares no words: those of a section stay.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.section, &other.section)
            && self.view == other.view
            && self.open == other.open
            && self.on_act == other.on_act
    }
}

/// A heading whose button shows and hides the body.
///
/// The body stays in the page while closed, so that find-in-page and print see it.
#[component]
pub(super) fn Section(props: &SectionProps) -> Html {
    let SectionProps {
        view,
        section,
        open,
        on_act,
    } = props;
    let id = &section.id;

    let button_ref = use_node_ref();
    let on_click = use_callback(
        (id.clone(), *open, on_act.clone()),
        |(), (id, open, on_act)| {
            on_act.emit(Action::SetOpen {
                id: id.to_string(),
                open: !open,
            });
        },
    );
    use_click(&button_ref, on_click);

    let button = html! {
        <button
            type="button"
            class="section-button"
            part="section-button"
            id={format!("{id}-button")}
            aria-expanded={open.to_string()}
            aria-controls={format!("{id}-body")}
            aria-describedby={format!("{id}-summary")}
            disabled={!view.running}
            ref={button_ref}
        >
            <span class="mark" aria-hidden="true"></span>
            { text(&section.heading) }
        </button>
    };
    let words = html! { <>{ blocks(&section.blocks, view) }{ foot(section, view) }</> };
    html! {
        <>
            <div class="section-header" part="section-header">
                { view.heading(0, "section-heading", button) }
                <p class="section-summary" id={format!("{id}-summary")}>{ text(&section.summary) }</p>
            </div>
            { body(format!("{id}-body"), *open, words) }
        </>
    }
}

/// The body, hidden so that find-in-page still finds it: `html!` knows `hidden` only as on or off.
fn body(id: String, open: bool, children: Html) -> Html {
    let mut body = VTag::new("div");
    body.add_attribute("class", "section-body");
    body.add_attribute("part", "section-body");
    body.add_attribute("id", id);
    if !open {
        body.add_attribute("hidden", "until-found");
    }
    body.add_child(children);
    body.into()
}
