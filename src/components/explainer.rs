//! The whole explainer.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    blocks::blocks,
    glossary::term_popovers,
    masthead::{below_help, masthead},
    reader_tools::player,
    section::Section,
    still::Still,
    toolbar::Toolbar,
    view::View,
};
use crate::{
    content::{self, Block, SectionId},
    options::Options,
    state::{Action, State, Target},
};

/// What the explainer shows and whom it tells.
#[derive(Clone, Properties)]
pub struct ExplainerProps {
    /// The words.
    pub explainer: Rc<content::Explainer>,
    /// What the host page asked for.
    pub options: Rc<Options>,
    /// The sections that are open at first.
    pub open: Vec<SectionId>,
    /// Whether script runs: false only when pre-rendering.
    pub running: bool,
    /// Told of each section that opens (`true`) or closes.
    #[prop_or_default]
    pub on_toggle: Callback<(SectionId, bool)>,
    /// Told of what the reader is to be shown.
    #[prop_or_default]
    pub on_show: Callback<Target>,
    /// Gives a letter without case and accents, for [`search`](crate::search::Fold).
    pub fold: Callback<char, String>,
    /// Told once that the page answers to the reader, with the way to act on it from outside.
    #[prop_or_default]
    pub on_ready: Callback<Callback<Action>>,
}

impl PartialEq for ExplainerProps {
    /// Whether both show the same words; what else a root is given stays as it was at first.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.explainer, &other.explainer) && Rc::ptr_eq(&self.options, &other.options)
    }
}

/// The state together with the sections that are shown.
struct Reading {
    state: State,
    sections: Vec<Rc<content::Section>>,
}

impl Reducible for Reading {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self {
            state: self.state.after(&action, &self.sections),
            sections: self.sections.clone(),
        })
    }
}

/// The explainer: main message, help box, toolbar and sections.
///
/// Pre-rendered, every section is open and every button is disabled, since nothing answers yet.
#[component]
pub fn Explainer(props: &ExplainerProps) -> Html {
    let ExplainerProps {
        explainer,
        options,
        open,
        running,
        on_toggle,
        on_show,
        fold,
        on_ready,
    } = props;
    let reading = use_reducer(|| Reading {
        state: State::new(open.clone()),
        sections: options.shown(&explainer.sections),
    });
    let view = View {
        explainer: explainer.clone(),
        options: options.clone(),
        running: *running,
        on_show: on_show.clone(),
    };

    let dispatcher = reading.dispatcher();
    let act = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    {
        let (act, on_ready) = (act.clone(), on_ready.clone());
        use_effect_with((), move |()| on_ready.emit(act));
    }
    {
        let told = use_mut_ref(|| reading.state.clone());
        let on_toggle = on_toggle.clone();
        use_effect_with(reading.state.clone(), move |state| {
            let before = told.replace(state.clone());
            for change in state.changes_since(&before) {
                on_toggle.emit(change);
            }
        });
    }

    let state = &reading.state;
    html! {
        <article
            class="explainer"
            part="explainer"
            lang={explainer.language.clone()}
            dir={explainer.direction.as_attribute()}
            aria-label={explainer.title.clone()}
            data-review-due={explainer.edition.review_due.to_string()}
        >
            <Still view={view.clone()} write={top as fn(&View) -> Html} />
            <Toolbar
                view={view.clone()}
                open_count={state.open.len()}
                total={reading.sections.len()}
                announces_count={state.announces_count}
                on_act={act.clone()}
                fold={fold.clone()}
            />
            <div class="sections">
                for section in &reading.sections {
                    <section class="section" part="section" id={format!("section-{}", section.id)} key={&*section.id}>
                        <Section
                            view={view.clone()}
                            section={section.clone()}
                            open={state.is_open(&section.id)}
                            on_act={act.clone()}
                        />
                    </section>
                }
            </div>
            <Still {view} write={bottom as fn(&View) -> Html} />
        </article>
    }
}

/// What everyone sees, whatever is open.
fn top(view: &View) -> Html {
    let help = &view.explainer.get_help;
    let heading = html! { <span id="get-help-heading">{ &help.heading }</span> };
    // One tier of urgency each, so that they can stand side by side.
    let tiers = help
        .blocks
        .chunk_by(|_, next| !matches!(next, Block::Subheading(_)));
    html! {
        <>
            { masthead(view) }
            <aside class="get-help" part="get-help" aria-labelledby="get-help-heading">
                { view.heading(0, "get-help-heading", heading) }
                for tier in tiers {
                    <div class="tier">{ blocks(tier, view) }</div>
                }
            </aside>
            { below_help(view) }
        </>
    }
}

/// What comes up above the text.
fn bottom(view: &View) -> Html {
    html! { <>{ player(view) }{ term_popovers(view) }</> }
}
