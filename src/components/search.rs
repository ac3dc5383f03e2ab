//! Finding a place in the explainer by its words.

use std::{cell::RefCell, rc::Rc};

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::{found::panel, live::use_live, view::View};
use crate::{
    search::{Index, MOST},
    state::Target,
};

/// The button that opens the search, and the search below the toolbar.
///
/// The button is disabled when pre-rendered and until this module runs: nothing else can search. A hook and not a
/// component, and one effect for all listeners: each more of either weighs a kilobyte for every reader.
#[hook]
pub(super) fn use_search(toolbar: &NodeRef, view: &View, fold: &Callback<char, String>) -> Html {
    let live = use_live();
    // What is looked for, and whether all that is found is to be listed.
    let asked = use_state(|| (String::new(), false));
    let (query, for_all) = &*asked;
    // What can be found is gathered when the search opens, and dropped when it closes.
    let index: Rc<RefCell<Option<Index>>> = use_mut_ref(|| None);
    let is_open = index.borrow().is_some();

    let desk = Desk {
        toolbar: toolbar.clone(),
        view: view.clone(),
        fold: fold.clone(),
        index: index.clone(),
        asked: asked.setter(),
    };
    use_effect_with((is_open, *for_all), move |(is_open, for_all)| {
        if *is_open {
            // The button that asked for all is gone: the first result that came for it has the focus instead.
            let first_of_rest = format!(".search-results > :nth-child({}) > button", MOST + 1);
            desk.focus(if *for_all {
                &first_of_rest
            } else {
                ".search-input"
            });
        }
        let desk = Rc::new(desk);
        let listeners = desk.toolbar.get().map(|toolbar| {
            ["click", "input", "keydown"].map(|name| {
                let desk = desk.clone();
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&toolbar, name, options, move |event| {
                    desk.answer(event);
                })
            })
        });
        move || drop(listeners)
    });

    let words = view.words();
    let index = index.borrow();
    let most = if *for_all { usize::MAX } else { MOST };
    let fold = |letter| fold.emit(letter);
    let found = index.as_ref().map(|it| it.find(query, most, &fold));
    html! {
        <>
            <button
                type="button"
                class="search-button"
                part="search-button"
                aria-expanded={is_open.to_string()}
                aria-controls={is_open.then_some("search")}
                disabled={!live}
                data-live=""
            >
                { &words.search }
            </button>
            // Always a node, empty or not: Yew pairs the nodes of a list from its end, and would make the button anew.
            { found.map_or_else(Html::default, |found| panel(&found, query, words)) }
        </>
    }
}

/// What answers the reader.
struct Desk {
    toolbar: NodeRef,
    view: View,
    fold: Callback<char, String>,
    index: Rc<RefCell<Option<Index>>>,
    asked: UseStateSetter<(String, bool)>,
}

impl Desk {
    /// Does what an event in the toolbar asks for; none where it is not about the search.
    fn answer(&self, event: &Event) -> Option<()> {
        let target: Element = event.target()?.unchecked_into();
        let within = |selector| target.closest(selector).ok().flatten();
        match &*event.type_() {
            "input" => self.ask(false)?,
            "keydown" => {
                within(".search, .search-button")?;
                match &*event.unchecked_ref::<KeyboardEvent>().key() {
                    "Escape" if self.index.take().is_some() => {
                        self.ask_nothing();
                        self.focus(".search-button");
                        // Nothing around the explainer closes as well.
                        event.stop_propagation();
                    }
                    "Enter" if target.id() == "search-input" => self.focus(".search-result")?,
                    _ => return None,
                }
                event.prevent_default();
            }
            _ if within(".search-button").is_some() => {
                if self.index.take().is_none() {
                    self.index.replace(Some(self.indexed()));
                }
                self.ask_nothing();
            }
            _ if within(".search-all").is_some() => self.ask(true)?,
            _ => {
                let button = within("[data-hit]")?;
                let number = button.get_attribute("data-hit")?.parse().ok()?;
                let found = {
                    let index = self.index.borrow();
                    let (section, words) = index.as_ref()?.target(number)?;
                    Target {
                        section,
                        words: words.to_owned(),
                    }
                };
                // Safari focuses no button that is clicked; the way back leads to what has the focus.
                let _ = button.unchecked_ref::<HtmlElement>().focus();
                self.view.on_show.emit(found);
            }
        }
        Some(())
    }

    fn indexed(&self) -> Index {
        let explainer = &self.view.explainer;
        let shown = self.view.options.shown(&explainer.sections);
        Index::new(explainer, &shown, &|letter| self.fold.emit(letter))
    }

    /// Looks for what stands in the field.
    fn ask(&self, for_all: bool) -> Option<()> {
        let input: HtmlInputElement = self.find(".search-input")?.unchecked_into();
        self.asked.set((input.value(), for_all));
        Some(())
    }

    fn ask_nothing(&self) {
        self.asked.set((String::new(), false));
    }

    /// The first element in the toolbar that `selector` names.
    fn find(&self, selector: &str) -> Option<Element> {
        let toolbar = self.toolbar.cast::<Element>()?;
        toolbar.query_selector(selector).ok()?
    }

    /// Puts the focus on it.
    fn focus(&self, selector: &str) -> Option<()> {
        let element: HtmlElement = self.find(selector)?.unchecked_into();
        element.focus().ok()
    }
}
