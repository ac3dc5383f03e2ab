//! Finding a place in the explainer by its words.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::{
    found::panel,
    listener::{is_composing, key_of, listen, source},
    page::{Page, Target, remove, set},
    passages::Passages,
};
use crate::search::{Index, Lexicon, MOST};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SearchProps {
    pub(super) page: Page,
    pub(super) fold: Callback<char, String>,
    pub(super) on_show: Callback<Target>,
    pub(super) on_search: Callback<Learn>,
}

/// Takes the text of a [`Lexicon`].
pub type Learn = Callback<String>;

/// What can be found, and where it stands.
struct Findable {
    index: Index,
    targets: Vec<Target>,
    elsewhere: Vec<(usize, String)>,
}

/// What is looked for, and whether all that is found is to be listed.
type Query = (String, bool);

/// The search, below the toolbar. Its button stands there already.
#[component]
pub(super) fn Search(props: &SearchProps) -> Html {
    let query = use_state(Query::default);
    let (words, for_all) = &*query;
    // It is gathered when the search opens, so that it is what the page says just then, and dropped when it closes.
    let findable: Rc<RefCell<Option<Findable>>> = use_mut_ref(|| None);
    let is_open = findable.borrow().is_some();
    let finder = use_memo((), |()| Finder {
        props: props.clone(),
        findable: findable.clone(),
        lexicon: Rc::default(),
        query: query.setter(),
    });
    use_effect_with((), {
        let finder = finder.clone();
        move |()| {
            let toolbar = finder.find(".toolbar");
            let listeners = toolbar.map(|toolbar| {
                let finder = finder.clone();
                listen(&toolbar, ["click", "input", "keydown"], move |event| {
                    finder.answer(event);
                })
            });
            move || drop(listeners)
        }
    });
    use_effect_with((is_open, *for_all), {
        let finder = finder.clone();
        move |(is_open, for_all)| {
            if *is_open {
                // The button that asked for all is gone: the first result that came for it has the focus instead.
                let first_of_rest = format!(".search-results > :nth-child({}) > button", MOST + 1);
                finder.focus(if *for_all {
                    &first_of_rest
                } else {
                    ".search-input"
                });
            }
            finder.say_whether_open(*is_open);
        }
    });

    let findable = findable.borrow();
    let most = if *for_all { usize::MAX } else { MOST };
    let fold = |letter| props.fold.emit(letter);
    let places = findable
        .as_ref()
        .zip(finder.find(".toolbar"))
        .zip(finder.find(".search-button"));
    places.map_or_else(Html::default, |((it, toolbar), button)| {
        let found = it.index.find(words, most, &fold);
        create_portal(panel(&found, words, &it.elsewhere, &button), toolbar)
    })
}

/// What answers the reader.
struct Finder {
    props: SearchProps,
    findable: Rc<RefCell<Option<Findable>>>,
    /// What is known of the language, once it has come.
    lexicon: Rc<RefCell<Option<Rc<Lexicon>>>>,
    query: UseStateSetter<Query>,
}

impl Finder {
    /// Does what an event in the toolbar asks for; none where it is not about the search.
    fn answer(&self, event: &Event) -> Option<()> {
        match &*event.type_() {
            "input" => {
                source(event, ".search-input")?;
                self.ask(false)?;
            }
            "keydown" => {
                source(event, ".search, .search-button")?;
                let key = key_of(event)?;
                match &*key.key() {
                    _ if is_composing(key) => return None,
                    "Escape" if self.findable.take().is_some() => {
                        self.query.set(Query::default());
                        self.focus(".search-button");
                        // Nothing around the explainer closes as well.
                        event.stop_propagation();
                    }
                    "Enter" if source(event, ".search-input").is_some() => {
                        self.focus(".search-result")?;
                    }
                    _ => return None,
                }
                event.prevent_default();
            }
            _ if source(event, ".search-button").is_some() => {
                if self.findable.take().is_none() {
                    self.findable.replace(Some(self.gather()));
                    self.ask_for_lexicon();
                }
                self.query.set(Query::default());
            }
            _ if source(event, ".search-all").is_some() => self.ask(true)?,
            _ => {
                let button = source(event, "[data-hit]")?;
                let number: usize = button.get_attribute("data-hit")?.parse().ok()?;
                let findable = self.findable.borrow();
                let target = findable.as_ref()?.targets.get(number)?.clone();
                drop(findable);
                // Safari focuses no button that is clicked; the way back leads to what has the focus.
                let _ = button.unchecked_ref::<HtmlElement>().focus();
                self.props.on_show.emit(target);
            }
        }
        Some(())
    }

    fn gather(&self) -> Findable {
        let Passages {
            headings,
            all,
            targets,
            elsewhere,
        } = Passages::of(&self.props.page);
        let fold = |letter| self.props.fold.emit(letter);
        let mut index = Index::new(headings, &all, &fold);
        if let Some(lexicon) = &*self.lexicon.borrow() {
            index.learn(lexicon.clone());
        }
        Findable {
            index,
            targets,
            elsewhere,
        }
    }

    /// Asks for what is known of the language, until it has come. The words alone are searched until then.
    fn ask_for_lexicon(&self) {
        if self.lexicon.borrow().is_some() {
            return;
        }
        let (page, query) = (self.props.page.clone(), self.query.clone());
        let (findable, lexicon) = (self.findable.clone(), self.lexicon.clone());
        self.props
            .on_search
            .emit(Callback::from(move |file: String| {
                let known = Rc::new(Lexicon::read(&file));
                lexicon.replace(Some(known.clone()));
                if let Some(findable) = &mut *findable.borrow_mut() {
                    findable.index.learn(known);
                }
                // What the reader has typed meanwhile is looked for once more.
                if let Some(input) = page.find(".search-input") {
                    query.set((input.unchecked_into::<HtmlInputElement>().value(), false));
                }
            }));
    }

    /// Looks for what stands in the field.
    fn ask(&self, for_all: bool) -> Option<()> {
        let input: HtmlInputElement = self.find(".search-input")?.unchecked_into();
        self.query.set((input.value(), for_all));
        Some(())
    }

    fn say_whether_open(&self, is_open: bool) {
        if let Some(button) = self.find(".search-button") {
            set(&button, "aria-expanded", &is_open.to_string());
            if is_open {
                set(&button, "aria-controls", "search");
            } else {
                remove(&button, "aria-controls");
            }
        }
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.props.page.find(selector)
    }

    /// Puts the focus on what `selector` names.
    fn focus(&self, selector: &str) -> Option<()> {
        let element: HtmlElement = self.find(selector)?.unchecked_into();
        element.focus().ok()
    }
}
