//! The whole explainer.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    blocks::blocks,
    glossary::term_popovers,
    groups::{group_links, grouped_sections},
    masthead::{audience, below_help, masthead},
    paths::paths,
    reader_tools::{player, section_foot},
    regions::regions,
    slots,
    spans::text,
    toolbar::toolbar,
    view::View,
};
use crate::content::{self, Block, Tier};

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
            { group_links(&view) }
            // Before the sections, so that it is there as soon as one of them is open.
            { section_foot(&view) }
            // All that exist, also once a host page has chosen some of them.
            <div class="sections" data-ids={ids.join(" ")}>
                { grouped_sections(&view) }
            </div>
            // What comes up above the text.
            { player(&view) }
            { term_popovers(&view) }
        </article>
    }
}

/// What stands beside the heading of a tier, so that they are told apart at a glance: a triangle that warns, a clock,
/// or the leaf of a calendar.
const fn tier_sign(tier: Tier) -> &'static str {
    match tier {
        Tier::Emergency => "M12 3 22 21H2ZM12 10v5m0 2.5v1",
        Tier::Now => "M12 3a9 9 0 1 0 .1 0ZM12 7v5l3.5 2.5",
        Tier::SameDay => "M4 6h16v14H4ZM4 11h16M8 3v5m8-5v5",
    }
}

/// The box that says when to get help.
fn help(view: &View) -> Html {
    let help = &view.explainer.get_help;
    let heading = html! { <span id="get-help-heading">{ &help.heading }</span> };
    // One tier of urgency each, so that they can stand side by side.
    let parts = help
        .blocks
        .chunk_by(|_, next| !matches!(next, Block::Subheading(_)));
    html! {
        <aside class="get-help" part="get-help" aria-labelledby="get-help-heading">
            { View::heading(0, "get-help-heading", heading) }
            for part in parts {
                <div class="tier">{ tier(part, view) }</div>
            }
            { slots::contact(view) }
        </aside>
    }
}

fn tier(part: &[Block], view: &View) -> Html {
    let [Block::Subheading(words), rest @ ..] = part else {
        return blocks(part, view);
    };
    let signs = &view.explainer.signs;
    let is_of = |tier: &Tier| signs.urgency(*tier).heading == *words;
    let sign = Tier::ALL.into_iter().find(is_of).map(tier_sign);
    let heading = html! {
        <>
            if let Some(sign) = sign {
                <svg
                    viewBox="0 0 24 24"
                    width="24"
                    height="24"
                    fill="none"
                    stroke="currentColor"
                    stroke-width="2"
                    stroke-linecap="round"
                    stroke-linejoin="round"
                    aria-hidden="true"
                >
                    <path d={sign}></path>
                </svg>
            }
            <span>{ text(words) }</span>
        </>
    };
    html! {
        <>
            { View::heading(1, "subheading", heading) }
            { blocks(rest, view) }
        </>
    }
}
