//! One running explainer.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer};

use super::{
    fold::fold,
    kept::{LOOK, NOTES, read},
};
use crate::{
    content::{PathId, SectionId},
    living::{App, AppProps, Handout, Learn, Page, Remote, Target},
    look::Look,
    notes::Notes,
    options::{BadOption, complaint_of_language, complaints},
    state::Action,
};

#[wasm_bindgen]
extern "C" {
    /// What the page's script knows of an element that is shown, and what it is to be told.
    pub type Session;

    /// The element of the host page, with its attributes.
    #[wasm_bindgen(method, getter)]
    fn element(session: &Session) -> HtmlElement;

    /// The element in its shadow root that holds all words.
    #[wasm_bindgen(method, getter)]
    fn mount(session: &Session) -> Element;

    /// The languages that exist, with spaces between them.
    #[wasm_bindgen(method, getter)]
    fn languages(session: &Session) -> String;

    /// A section has opened, or closed. What a listener of the page throws is the page's own.
    #[wasm_bindgen(method, catch)]
    fn toggled(session: &Session, section: &str, open: bool) -> Result<(), JsValue>;

    /// What the reader has noted (`notes`) or chosen (`look`), as it was kept; empty where nothing was.
    #[wasm_bindgen(method)]
    pub(super) fn kept(session: &Session, what: &str) -> String;

    /// What the reader has noted or chosen now, to be kept as long as the page allows; a look is to be shown, too.
    #[wasm_bindgen(method, catch)]
    pub(super) fn keep(session: &Session, what: &str, text: &str) -> Result<(), JsValue>;

    /// The reader has said whether a section was clear.
    #[wasm_bindgen(method, catch)]
    fn feedback(session: &Session, section: &str, clear: bool) -> Result<(), JsValue>;

    /// The reader takes a list along, in the way that the button named `tool` stands for.
    #[wasm_bindgen(method, catch, js_name = handOut)]
    fn hand_out(session: &Session, tool: &str, text: &str) -> Result<(), JsValue>;

    /// The reader is to be led to a place in a section; in none where that is empty.
    #[wasm_bindgen(method, catch)]
    fn show(session: &Session, place: &Element, section: &str) -> Result<(), JsValue>;

    /// The search has opened, and `learn` is to be called with what is known of the language.
    #[wasm_bindgen(method, catch, js_name = searchWords)]
    fn search_words(session: &Session) -> Result<(), JsValue>;

    /// From now on this module answers the reader.
    #[wasm_bindgen(method, catch)]
    fn ready(session: &Session) -> Result<(), JsValue>;
}

/// A running explainer, as the page's script holds it.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<App>,
    remote: Rc<OnceCell<Remote>>,
    learn: Rc<OnceCell<Learn>>,
    session: Rc<Session>,
}

#[wasm_bindgen]
impl Widget {
    /// Opens or closes one section; an unknown id changes nothing.
    #[wasm_bindgen(js_name = setOpen)]
    pub fn set_open(&self, id: String, open: bool) {
        self.act(Action::SetOpen { id, open });
    }

    /// Opens or closes every section.
    #[wasm_bindgen(js_name = setAll)]
    pub fn set_all(&self, open: bool) {
        self.act(if open {
            Action::OpenAll
        } else {
            Action::CloseAll
        });
    }

    /// Reads the attributes of the element again and complains of what is not allowed.
    pub fn check(&self) {
        complain(&self.session);
    }

    /// Takes over what was kept, where that comes late; empty where nothing was.
    pub fn recall(&self, notes: &str, look: &str) {
        if let Some(remote) = self.remote.get() {
            remote.recall.emit(read(&self.session, notes, look));
        }
    }

    /// Takes in what the search is to know of the language.
    pub fn learn(&self, words: String) {
        if let Some(learn) = self.learn.get() {
            learn.emit(words);
        }
    }

    /// Ends what lives, and leaves the words as they are.
    pub fn destroy(self) {
        self.app.destroy();
    }

    fn act(&self, action: Action) {
        if let Some(remote) = self.remote.get() {
            remote.act.emit(action);
        }
    }
}

/// Starts what lives in the words of a session, whatever has been done to them: what is open stays open, and no word is
/// touched. `session.ready` is called once this answers.
///
/// # Errors
///
/// When the browser makes no root for it.
#[wasm_bindgen]
pub fn start(session: Session) -> Result<Widget, JsValue> {
    let session = Rc::new(session);
    complain(&session);
    let remote = Rc::new(OnceCell::new());
    let learn = Rc::new(OnceCell::new());
    let props = AppProps {
        page: Page::new(session.mount()),
        on_toggle: {
            let session = session.clone();
            Callback::from(move |(id, open): (SectionId, bool)| {
                let _ = session.toggled(&id, open);
            })
        },
        on_show: {
            let session = session.clone();
            Callback::from(move |Target { section, place }| {
                let _ = session.show(&place, section.as_deref().unwrap_or_default());
            })
        },
        on_feedback: {
            let session = session.clone();
            Callback::from(move |(id, clear): (SectionId, bool)| {
                let _ = session.feedback(&id, clear);
            })
        },
        on_notes: {
            let session = session.clone();
            Callback::from(move |notes: Notes| {
                let _ = session.keep(NOTES, &notes.to_text());
            })
        },
        on_look: {
            let session = session.clone();
            Callback::from(move |look: Look| {
                let _ = session.keep(LOOK, &look.to_text());
            })
        },
        on_handout: {
            let session = session.clone();
            Callback::from(move |Handout { tool, text }| {
                let _ = session.hand_out(&tool, &text);
            })
        },
        on_search: {
            let (session, learn) = (session.clone(), learn.clone());
            Callback::from(move |it: Learn| {
                let _ = learn.set(it);
                let _ = session.search_words();
            })
        },
        fold: Callback::from(fold),
        on_ready: {
            let (session, remote) = (session.clone(), remote.clone());
            Callback::from(move |ready: Remote| {
                let kept = read(&session, &session.kept(NOTES), &session.kept(LOOK));
                ready.recall.emit(kept);
                let _ = remote.set(ready);
                let _ = session.ready();
            })
        },
    };
    // What it renders are portals into the words. It needs a root of its own, which nobody sees.
    let root = session.mount().clone_node()?.unchecked_into();
    Ok(Widget {
        app: Renderer::<App>::with_root_and_props(root, props).render(),
        remote,
        learn,
        session,
    })
}

thread_local! {
    /// What was complained of already, by any element: a page that changes attributes often is told once.
    static COMPLAINTS: RefCell<Vec<BadOption>> = const { RefCell::new(Vec::new()) };
}

/// Tells in the console of each attribute whose value is not allowed.
fn complain(session: &Session) {
    let (element, mount) = (session.element(), session.mount());
    let of_words = |selector: &str, attribute: &str| {
        let part = mount.query_selector(selector).ok()??;
        part.get_attribute(attribute)
    };
    let ids = |selector| of_words(selector, "data-ids").unwrap_or_default();
    let sections = ids(".sections");
    let sections = sections.split(' ').filter_map(|id| SectionId::new(id).ok());
    let paths = ids(".paths");
    let paths = paths.split(' ').filter_map(|id| PathId::new(id).ok());
    let mut bad = complaints(
        |name| element.get_attribute(name),
        &sections.collect::<Vec<_>>(),
        &paths.collect::<Vec<_>>(),
    );
    if let Some(language) = element.get_attribute("lang") {
        let shown = of_words(".explainer", "lang").unwrap_or_default();
        bad.extend(complaint_of_language(
            &language,
            &session.languages(),
            &shown,
        ));
    }
    COMPLAINTS.with_borrow_mut(|complaints| {
        for complaint in bad {
            if !complaints.contains(&complaint) {
                gloo_console::warn!(complaint.to_string());
                complaints.push(complaint);
            }
        }
    });
}
