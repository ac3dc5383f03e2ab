//! One running explainer.

use yew::prelude::*;

use super::{
    chooser::Chooser,
    desk::Desk,
    page::{Page, Target},
    search::{Learn, Search},
    worksheet::{Handout, entries},
};
use crate::{content::SectionId, look::Look, notes::Notes, state::Action};

/// What an explainer lives in, and whom it tells.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The words.
    pub page: Page,
    /// Told of each section that opens (`true`) or closes.
    pub on_toggle: Callback<(SectionId, bool)>,
    /// Told of what the reader is to be shown.
    pub on_show: Callback<Target>,
    /// Told of whether a section was clear.
    pub on_feedback: Callback<(SectionId, bool)>,
    /// Told of the notes whenever they have changed.
    pub on_notes: Callback<Notes>,
    /// Told of the look whenever it has changed, which is to be shown then.
    pub on_look: Callback<Look>,
    /// Told of a list that the reader takes along.
    pub on_handout: Callback<Handout>,
    /// Asked for what is known of the language, when the search first opens.
    pub on_search: Callback<Learn>,
    /// Gives a letter without case and accents, for [`search`](crate::search::Fold).
    pub fold: Callback<char, String>,
    /// Told once that the page answers to the reader.
    pub on_ready: Callback<Remote>,
}

impl PartialEq for AppProps {
    /// Whether both live in the same words; what else a root is given stays as it was at first.
    fn eq(&self, other: &Self) -> bool {
        self.page == other.page
    }
}

/// The ways to act on an explainer from outside.
#[derive(Clone)]
pub struct Remote {
    /// Opens and closes sections.
    pub act: Callback<Action>,
    /// Takes over what the reader noted and chose before. What the reader has done since counts more.
    pub recall: Callback<(Notes, Look)>,
}

/// The parts that live among the words.
#[component]
pub fn App(props: &AppProps) -> Html {
    let notes = use_state(Notes::default);
    let desk = use_memo((), |()| Desk::new(props.clone(), notes.setter()));
    use_effect_with((), {
        let desk = desk.clone();
        move |()| {
            let listeners = Desk::begin(&desk);
            move || drop(listeners)
        }
    });
    html! {
        <>
            <Search
                page={props.page.clone()}
                fold={props.fold.clone()}
                on_show={props.on_show.clone()}
                on_search={props.on_search.clone()}
            />
            for place in &desk.choosers {
                <Chooser place={place.clone()} />
            }
            { entries(&desk, &notes) }
        </>
    }
}
