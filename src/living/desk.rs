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
};

/// What answers the reader, and shows what has come of it.
pub(super) struct Desk {
    pub(super) props: AppProps,
    /// The figures to choose in.
    pub(super) choosers: Vec<Element>,
    /// The questions of the text, in its order.
    pub(super) questions: Vec<QuestionId>,
    /// The one state of what a reader does.
    reading: RefCell<Reading>,
    /// Has Yew render the list of questions.
    list: UseStateSetter<Notes>,
}

impl Desk {
    pub(super) fn new(props: AppProps, list: UseStateSetter<Notes>) -> Self {
        let page = &props.page;
        Self {
            choosers: elements(&page.mount, "[data-choose]").collect(),
            questions: ticks::questions(page).collect(),
            reading: RefCell::new(Reading::new(page)),
            list,
            props,
        }
    }

    /// Takes a step in the state, and shows at once what it has changed.
    ///
    /// Only the list of questions is for Yew to render. All else is an attribute or a line of words of the page:
    /// rendering for each section that opens took most of the time of a click.
    pub(super) fn step(&self, step: Step) {
        let now = self.reading.borrow().after(step);
        let before = self.reading.replace(now.clone());
        self.show(&before, &now);
    }

    /// Shows what has changed, and tells of it.
    fn show(&self, before: &Reading, now: &Reading) {
        let AppProps {
            page,
            on_notes,
            on_look,
            on_toggle,
            ..
        } = &self.props;
        sections::show(page, &before.state, &now.state, on_toggle);
        if before.notes != now.notes {
            ticks::show(page, &before.notes, &now.notes);
            worksheet::say_count(self, &before.notes, &now.notes);
            self.list.set(now.notes.clone());
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
        desk.reading.borrow_mut().state.open = page.open_sections();
        text_size::show(page, desk.reading.borrow().look);
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
            let desk = Rc::downgrade(desk);
            Callback::from(move |action| {
                if let Some(desk) = desk.upgrade() {
                    desk.step(Step::Sections(action));
                }
            })
        };
        let recall = {
            let desk = Rc::downgrade(desk);
            Callback::from(move |(notes, look)| {
                if let Some(desk) = desk.upgrade() {
                    desk.step(Step::Notes(NotesAction::Recall(notes)));
                    desk.step(Step::Look(LookAction::Recall(look)));
                }
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

    /// Reads the notes.
    pub(super) fn with_notes<Result>(&self, read: impl FnOnce(&Notes) -> Result) -> Result {
        read(&self.reading.borrow().notes)
    }

    pub(super) fn hand_out(&self, handout: Handout) {
        self.props.on_handout.emit(handout);
    }
}
