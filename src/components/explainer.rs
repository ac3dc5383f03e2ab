//! The whole explainer.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    blocks::blocks,
    glossary::term_popovers,
    masthead::{audience, below_help, masthead},
    paths::paths,
    reader_tools::{player, section_foot},
    regions::regions,
    section::section,
    slots,
    toolbar::toolbar,
    view::View,
};
use crate::content::{self, Block};

/// What the explainer says.
#[derive(Clone, Properties)]
pub struct ExplainerProps {
    /// The words.
    pub explainer: Rc<content::Explainer>,
}

impl PartialEq for ExplainerProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.explainer, &other.explainer)
    }
}

/// The explainer: main message, help box, toolbar and sections.
#[component]
pub fn Explainer(ExplainerProps { explainer }: &ExplainerProps) -> Html {
    let view = View {
        explainer: explainer.clone(),
    };
    let ids: Vec<&str> = explainer.sections.iter().map(|it| &*it.id).collect();
    html! {
        <article
            class="explainer"
            part="explainer"
            lang={explainer.language.clone()}
            dir={explainer.direction.as_attribute()}
            aria-label={explainer.title.clone()}
            data-review-due={explainer.edition.review_due.to_string()}
        >
            { masthead(&view) }
            { audience(&view) }
            { help(&view) }
            // Right behind the box, so that a page that is still arriving has it as soon as that.
            { regions(&view) }
            { below_help(&view) }
            { paths(&view) }
            { toolbar(&view) }
            // Before the sections, so that it is there as soon as one of them is open.
            { section_foot(&view) }
            // All that exist, also once a host page has chosen some of them.
            <div class="sections" data-ids={ids.join(" ")}>
                { explainer.sections.iter().map(|it| section(it, &view)).collect::<Html>() }
            </div>
            // What comes up above the text.
            { player(&view) }
            { term_popovers(&view) }
        </article>
    }
}

/// The box that says when to get help.
fn help(view: &View) -> Html {
    let help = &view.explainer.get_help;
    let heading = html! { <span id="get-help-heading">{ &help.heading }</span> };
    // One tier of urgency each, so that they can stand side by side.
    let tiers = help
        .blocks
        .chunk_by(|_, next| !matches!(next, Block::Subheading(_)));
    html! {
        <aside class="get-help" part="get-help" aria-labelledby="get-help-heading">
            { View::heading(0, "get-help-heading", heading) }
            for tier in tiers {
                <div class="tier">{ blocks(tier, view) }</div>
            }
            { slots::contact(view) }
        </aside>
    }
}
