//! Finding a place in the explainer by its words.

use std::{cell::RefCell, rc::Rc};

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::{live::use_live, view::View};
use crate::{
    content::Words,
    search::{Found, Hit, Index, LONGEST, MOST, is_too_long},
    state::Target,
};

/// The button that opens the search, and the search below the toolbar.
///
/// The button is disabled when pre-rendered and until this module runs: nothing else can search. A hook and not a
/// component, and one effect for all listeners: each more of either weighs a kilobyte for every reader.
#[hook]
pub(super) fn use_search(toolbar: &NodeRef, view: &View, fold: &Callback<char, String>) -> Html {
    let live = use_live();
    let query = use_state(String::new);
    // What can be found is gathered when the search opens, and dropped when it closes.
    let index: Rc<RefCell<Option<Index>>> = use_mut_ref(|| None);
    let is_open = index.borrow().is_some();

    let desk = Desk {
        toolbar: toolbar.clone(),
        view: view.clone(),
        fold: fold.clone(),
        index: index.clone(),
        query: query.setter(),
    };
    use_effect_with(is_open, move |is_open| {
        if *is_open {
            desk.focus(".search-input");
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
    let found = index
        .as_ref()
        .map(|index| index.find(&query, &|letter| fold.emit(letter)));
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
            { found.map_or_else(Html::default, |found| panel(&found, &query, words)) }
        </>
    }
}

/// What answers the reader.
struct Desk {
    toolbar: NodeRef,
    view: View,
    fold: Callback<char, String>,
    index: Rc<RefCell<Option<Index>>>,
    query: UseStateSetter<String>,
}

impl Desk {
    /// Does what an event in the toolbar asks for; none where it is not about the search.
    fn answer(&self, event: &Event) -> Option<()> {
        let target: Element = event.target()?.unchecked_into();
        let within = |selector| target.closest(selector).ok().flatten();
        match &*event.type_() {
            "input" => {
                let input: &HtmlInputElement = target.unchecked_ref();
                self.query.set(input.value());
            }
            "keydown" => {
                within(".search, .search-button")?;
                match &*event.unchecked_ref::<KeyboardEvent>().key() {
                    "Escape" if self.index.take().is_some() => {
                        self.query.set(String::new());
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
                self.query.set(String::new());
            }
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

    /// Puts the focus on the first element in the toolbar that `selector` names.
    fn focus(&self, selector: &str) -> Option<()> {
        let toolbar = self.toolbar.cast::<Element>()?;
        let element = toolbar.query_selector(selector).ok()??;
        element.unchecked_ref::<HtmlElement>().focus().ok()
    }
}

/// The field and what it finds. Enter in the field leads to the first result; Escape closes.
///
/// It finds words in the language of the text, whatever a browser has translated that to; and translations would stay
/// in the results when others come.
fn panel(found: &Found, query: &str, words: &Words) -> Html {
    html! {
        <div
            class="search"
            part="search"
            id="search"
            role="search"
            aria-label={words.search.clone()}
            translate="no"
            data-live=""
        >
            <label for="search-input">{ &words.search_label }</label>
            <input
                type="search"
                class="search-input"
                id="search-input"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                // One more than is looked for: so that what was pasted and cut off is told of.
                maxlength={(LONGEST + 1).to_string()}
            />
            <p class="search-count" role="status">{ count(found, query, words) }</p>
            <ol class="search-results" hidden={found.count == 0}>
                { (0..MOST).map(|place| result(found.first.get(place))).collect::<Html>() }
            </ol>
        </div>
    }
}

/// What is said of the number of results; nothing while there is nothing to look for.
fn count(found: &Found, query: &str, words: &Words) -> String {
    let Found { count, first } = found;
    let template = if *count > first.len() {
        &words.search_first
    } else if *count > 0 {
        &words.search_found
    } else if is_too_long(query) {
        &words.search_long
    } else if query.trim().len() > 1 {
        &words.search_none
    } else {
        return String::new();
    };
    let values = [
        ("count", &*count.to_string()),
        ("shown", &*first.len().to_string()),
        ("most", &*LONGEST.to_string()),
    ];
    Words::fill(template, &values)
}

/// A place in the list of results, hidden while it has none. To fill what is there takes less time than to make it, so
/// that the first letters are answered sooner.
fn result(hit: Option<&Hit>) -> Html {
    let piece = |(words, is_match): &(&str, bool)| {
        if *is_match {
            html! { <mark>{ words }</mark> }
        } else {
            html! { words }
        }
    };
    let (heading, pieces) = hit.map_or(("", &[("", false)][..]), |hit| (hit.heading, &hit.pieces));
    html! {
        <li hidden={hit.is_none()}>
            <button
                type="button"
                class={hit.map(|_| "search-result")}
                part="search-result"
                data-hit={hit.map(|hit| hit.number.to_string())}
            >
                <span class="search-place">{ heading }</span>
                { " " }
                <span>{ pieces.iter().map(piece).collect::<Html>() }</span>
            </button>
        </li>
    }
}
