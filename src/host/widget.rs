//! One running explainer.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer};

use super::fold::fold;
use crate::{
    content::SectionId,
    living::{App, AppProps, Page, Target},
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

    /// The reader is to be led to a place in a section; in none where that is empty.
    #[wasm_bindgen(method, catch)]
    fn show(session: &Session, place: &Element, section: &str) -> Result<(), JsValue>;

    /// From now on this module answers the reader.
    #[wasm_bindgen(method, catch)]
    fn ready(session: &Session) -> Result<(), JsValue>;
}

/// A running explainer, as the page's script holds it.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<App>,
    act: Rc<OnceCell<Callback<Action>>>,
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

    /// Ends what lives, and leaves the words as they are.
    pub fn destroy(self) {
        self.app.destroy();
    }

    fn act(&self, action: Action) {
        if let Some(act) = self.act.get() {
            act.emit(action);
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
    let act = Rc::new(OnceCell::new());
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
        fold: Callback::from(fold),
        on_ready: {
            let (session, act) = (session.clone(), act.clone());
            Callback::from(move |ready| {
                let _ = act.set(ready);
                let _ = session.ready();
            })
        },
    };
    // What it renders are portals into the words. It needs a root of its own, which nobody sees.
    let root = session.mount().clone_node()?.unchecked_into();
    Ok(Widget {
        app: Renderer::<App>::with_root_and_props(root, props).render(),
        act,
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
    let ids = of_words(".sections", "data-ids").unwrap_or_default();
    let ids: Vec<SectionId> = ids
        .split(' ')
        .filter_map(|id| SectionId::new(id).ok())
        .collect();
    let mut bad = complaints(|name| element.get_attribute(name), &ids);
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
