//! What answers a reader, but for the search and the choosers of figures.

use std::{cell::RefCell, rc::Rc};

use gloo_events::EventListener;
use web_sys::Element;
use yew::prelude::*;

use super::{
    app::{AppProps, Remote},
    feedback,
    listener::listen,
    page::elements,
    reading::{Reading, Step},
    sections, text_size, ticks,
    worksheet::{self, Handout},
};
use crate::{
    content::QuestionId,
    look::LookAction,
    notes::{Notes, NotesAction},
    state::Action,
};

/// What answers the reader, and shows what has come of it.
pub(super) struct Desk {
    pub(super) props: AppProps,
    /// The figures to choose in.
    pub(super) choosers: Vec<Element>,
    /// The questions of the text, in its order.
    pub(super) questions: Vec<QuestionId>,
    dispatcher: UseReducerDispatcher<Reading>,
    /// What the page shows.
    shown: RefCell<Reading>,
}

impl Desk {
    pub(super) fn new(props: AppProps, dispatcher: UseReducerDispatcher<Reading>) -> Self {
        let page = &props.page;
        Self {
            choosers: elements(&page.mount, "[data-choose]").collect(),
            questions: ticks::questions(page).collect(),
            shown: RefCell::new(Reading::new(page)),
            dispatcher,
            props,
        }
    }

    pub(super) fn step(&self, step: Step) {
        self.dispatcher.dispatch(step);
    }

    /// Shows what has changed, and tells of it.
    pub(super) fn show(&self, now: &Reading) {
        let before = self.shown.replace(now.clone());
        let AppProps {
            page,
            on_notes,
            on_look,
            ..
        } = &self.props;
        sections::show(page, &before.state, &now.state, &self.props.on_toggle);
        if before.notes != now.notes {
            ticks::show(page, &before.notes, &now.notes);
            worksheet::say_count(self, &before.notes, &now.notes);
            on_notes.emit(now.notes.clone());
        }
        if before.look != now.look {
            text_size::show(page, now.look);
            on_look.emit(now.look);
        }
    }

    /// Answers from now on, until the listeners are dropped.
    pub(super) fn begin(desk: &Rc<Self>) -> impl Sized + use<> {
        let AppProps { page, on_ready, .. } = &desk.props;
        // The script has answered until now, and may have changed what this was told at first.
        let open = page.open_sections();
        desk.shown.borrow_mut().state.open.clone_from(&open);
        desk.step(Step::Sections(Action::Adopt(open)));
        text_size::show(page, desk.shown.borrow().look);
        worksheet::say_how_long(page);
        let listeners: [EventListener; 4] =
            listen(&page.mount, ["click", "change", "input", "keydown"], {
                let desk = desk.clone();
                move |event| {
                    desk.answer(event);
                }
            });
        // Whoever is given these is held by the desk: they must not hold it in turn, or neither would ever go.
        let act = {
            let dispatcher = desk.dispatcher.clone();
            Callback::from(move |action| dispatcher.dispatch(Step::Sections(action)))
        };
        let recall = {
            let dispatcher = desk.dispatcher.clone();
            Callback::from(move |(notes, look)| {
                dispatcher.dispatch(Step::Notes(NotesAction::Recall(notes)));
                dispatcher.dispatch(Step::Look(LookAction::Recall(look)));
            })
        };
        on_ready.emit(Remote { act, recall });
        // After what was kept: the reader, or the browser for the reader, has ticked these since.
        for action in ticks::ticked(page) {
            desk.step(Step::Notes(action));
        }
        listeners
    }

    /// Does what an event asks for.
    fn answer(&self, event: &Event) -> Option<()> {
        let AppProps {
            page, on_feedback, ..
        } = &self.props;
        match &*event.type_() {
            "click" => {
                if let Some(action) = sections::wish(event, page) {
                    self.step(Step::Sections(action));
                } else if let Some(answer) = feedback::answer(event) {
                    on_feedback.emit(answer);
                    feedback::thank(event, page);
                } else if let Some(action) = text_size::wish_of_click(event) {
                    self.step(Step::Look(action));
                } else {
                    worksheet::answer_click(self, event);
                }
            }
            "change" => {
                if let Some(action) = ticks::wish(event) {
                    self.step(Step::Notes(action));
                } else {
                    self.step(Step::Look(text_size::wish_of_choice(event)?));
                }
            }
            "input" => self.step(Step::Notes(worksheet::answer_written(self, event)?)),
            _ => worksheet::answer_key(self, event)?,
        }
        Some(())
    }

    /// The notes that the page shows.
    pub(super) fn with_notes<Result>(&self, read: impl FnOnce(&Notes) -> Result) -> Result {
        read(&self.shown.borrow().notes)
    }

    pub(super) fn hand_out(&self, handout: Handout) {
        self.props.on_handout.emit(handout);
    }
}
