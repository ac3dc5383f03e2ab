//! One running explainer.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::{
    chooser::Chooser,
    listener::{listen, source},
    page::{Page, Target, data, elements, say},
    search::Search,
};
use crate::{
    content::{SectionId, Words},
    state::{Action, State},
};

/// What an explainer lives in, and whom it tells.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The words.
    pub page: Page,
    /// Told of each section that opens (`true`) or closes.
    pub on_toggle: Callback<(SectionId, bool)>,
    /// Told of what the reader is to be shown.
    pub on_show: Callback<Target>,
    /// Gives a letter without case and accents, for [`search`](crate::search::Fold).
    pub fold: Callback<char, String>,
    /// Told once that the page answers to the reader, with the way to act on it from outside.
    pub on_ready: Callback<Callback<Action>>,
}

impl PartialEq for AppProps {
    /// Whether both live in the same words; what else a root is given stays as it was at first.
    fn eq(&self, other: &Self) -> bool {
        self.page == other.page
    }
}

/// The state together with the sections that are shown.
struct Reading {
    state: State,
    sections: Rc<[SectionId]>,
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

/// The state of the sections, shown in the buttons and bodies that are there; and the parts that live among the words.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps {
        page,
        on_toggle,
        on_show,
        fold,
        on_ready,
    } = props;
    let reading = use_reducer(|| Reading {
        state: State::new(page.open_sections()),
        sections: page.sections.clone(),
    });
    let shown = use_mut_ref(|| reading.state.clone());

    let dispatcher = reading.dispatcher();
    let act = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    use_effect_with(reading.state.clone(), {
        let (page, on_toggle, shown) = (page.clone(), on_toggle.clone(), shown.clone());
        move |state| {
            let before = shown.replace(state.clone());
            let changes = state.changes_since(&before);
            for (id, open) in &changes {
                page.set_open(id, *open);
            }
            show_for_all(&page, &before, state);
            for change in changes {
                on_toggle.emit(change);
            }
        }
    });
    // After the first look at the state, which is of the time when this began.
    use_effect_with((), {
        let (on_ready, page) = (on_ready.clone(), page.clone());
        move |()| {
            // The script has answered until now, and may have changed what this was told at first.
            let open = page.open_sections();
            shown.borrow_mut().open.clone_from(&open);
            act.emit(Action::Adopt(open));
            let listeners = listen(&page.mount, ["click"], {
                let (page, act) = (page.clone(), act.clone());
                move |event| {
                    if let Some(action) = wish(event, &page) {
                        act.emit(action);
                    }
                }
            });
            on_ready.emit(act);
            move || drop(listeners)
        }
    });

    let choosers = use_memo((), |()| {
        elements(&page.mount, "[data-choose]").collect::<Vec<_>>()
    });
    html! {
        <>
            <Search page={page.clone()} fold={fold.clone()} on_show={on_show.clone()} />
            for place in choosers.iter() {
                <Chooser place={place.clone()} />
            }
        </>
    }
}

/// What a click asks for.
fn wish(event: &Event, page: &Page) -> Option<Action> {
    if let Some(button) = source(event, ".section-button") {
        let id = button.id().strip_suffix("-button")?.to_owned();
        let open = button.get_attribute("aria-expanded")? != "true";
        return Some(Action::SetOpen { id, open });
    }
    source(event, ".toggle-all")?;
    let all_open = page.open_sections().len() == page.sections.len();
    Some(if all_open {
        Action::CloseAll
    } else {
        Action::OpenAll
    })
}

/// Has the button for all sections say what it would do, and a status how many are open once it was used.
///
/// Only what has changed is said: a browser may have translated the rest.
fn show_for_all(page: &Page, before: &State, now: &State) {
    let total = page.sections.len();
    let are_all_open = |state: &State| state.open.len() == total;
    if are_all_open(before) != are_all_open(now)
        && let Some(button) = page.find(".toggle-all")
    {
        let label = if are_all_open(now) { "hide" } else { "show" };
        say(&button, &data(&button, label));
    }
    if before != now
        && (before.announces_count || now.announces_count)
        && let Some(status) = page.find(".toolbar > [data-text]")
    {
        say(&status, &count(now, total, &status));
    }
}

/// How many sections are open, if that is to be said.
fn count(state: &State, total: usize, status: &Element) -> String {
    if !state.announces_count {
        return String::new();
    }
    let values = [
        ("open", &*state.open.len().to_string()),
        ("total", &*total.to_string()),
    ];
    Words::fill(&data(status, "text"), &values)
}
