//! One running explainer.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer};

use super::fold::fold;
use crate::{
    components::{Explainer, ExplainerProps},
    content,
    options::{BadOption, Options},
    state::{Action, Target},
};

/// A running explainer, as the page's script holds it.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<Explainer>,
    act: Rc<OnceCell<Callback<Action>>>,
    element: HtmlElement,
    explainer: Rc<content::Explainer>,
    languages: String,
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
        read_options(&self.element, &self.explainer, &self.languages);
    }

    /// Ends the explainer and takes its text out of the page.
    pub fn destroy(self) {
        self.app.destroy();
    }

    fn act(&self, action: Action) {
        if let Some(act) = self.act.get() {
            act.emit(action);
        }
    }
}

/// Takes over the text in `mount`, with the attributes of `element` and the sections that are open
/// just now. The text has to be as it was pre-rendered, never taken over before.
/// `content` is a `content/<lang>.<hash>.bin` file, `anchor` stands before a section's id in its
/// address, `languages` are those that exist, with spaces between them.
///
/// `on_toggle(section, open)` is called for each section that opens or closes, `on_ready()` once, and
/// `on_show(words, section)` for what the reader is to be led to (see [`Target`]); `section` can be empty.
///
/// # Errors
///
/// When `content` is of another version or damaged.
#[wasm_bindgen]
#[expect(
    clippy::too_many_arguments,
    reason = "a script hands each over by itself"
)]
pub fn hydrate(
    element: HtmlElement,
    mount: Element,
    content: &[u8],
    anchor: String,
    languages: String,
    on_toggle: Function,
    on_show: Function,
    on_ready: Function,
) -> Result<Widget, JsError> {
    let explainer: Rc<content::Explainer> = Rc::new(postcard::from_bytes(content)?);
    let mut options = read_options(&element, &explainer, &languages);
    options.anchor = anchor;
    // Hydration needs the headings and sections that are there, even if the attributes have changed since.
    if let Some(level) = heading_level(&mount) {
        options.heading_level = level;
    }
    options.sections = Some(sections_of(&mount));
    let act = Rc::new(OnceCell::new());
    let props = ExplainerProps {
        open: open_sections(&mount, &options.shown(&explainer.sections)),
        explainer: explainer.clone(),
        options: Rc::new(options),
        running: true,
        on_toggle: Callback::from(move |(id, open): (content::SectionId, bool)| {
            // What a listener of the page throws is the page's own.
            let _ = on_toggle.call2(&JsValue::NULL, &JsValue::from_str(&id), &open.into());
        }),
        on_show: Callback::from(move |Target { section, words }| {
            let section = section.as_deref().unwrap_or_default();
            let _ = on_show.call2(&JsValue::NULL, &words.into(), &section.into());
        }),
        fold: Callback::from(fold),
        on_ready: {
            let act = act.clone();
            Callback::from(move |ready| {
                let _ = act.set(ready);
                let _ = on_ready.call0(&JsValue::NULL);
            })
        },
    };
    Ok(Widget {
        app: Renderer::<Explainer>::with_root_and_props(mount, props).hydrate(),
        act,
        element,
        explainer,
        languages,
    })
}

thread_local! {
    /// What was complained of already, by any element: a page that changes attributes often is told once.
    static COMPLAINTS: RefCell<Vec<BadOption>> = const { RefCell::new(Vec::new()) };
}

/// The options that the attributes of `element` spell, complaining of what is not allowed.
fn read_options(element: &HtmlElement, explainer: &content::Explainer, languages: &str) -> Options {
    let (options, mut bad) =
        Options::parse(|name| element.get_attribute(name), &explainer.sections);
    let language = element.get_attribute("lang");
    bad.extend(Options::check_language(
        language,
        languages,
        &explainer.language,
    ));
    COMPLAINTS.with_borrow_mut(|complaints| {
        for complaint in bad {
            if !complaints.contains(&complaint) {
                gloo_console::warn!(complaint.to_string());
                complaints.push(complaint);
            }
        }
    });
    options
}

/// The sections that the page shows open: the first render must say what is seen already.
fn open_sections(mount: &Element, sections: &[Rc<content::Section>]) -> Vec<content::SectionId> {
    let is_open = |id: &content::SectionId| {
        let closed = mount.query_selector(&format!("[id='{id}-body'][hidden]"));
        closed.is_ok_and(|closed| closed.is_none())
    };
    sections
        .iter()
        .map(|section| section.id.clone())
        .filter(is_open)
        .collect()
}

/// The sections in the page, in its order.
fn sections_of(mount: &Element) -> Vec<content::SectionId> {
    let mut next = mount.query_selector(".section").ok().flatten();
    let mut found = Vec::new();
    while let Some(section) = next {
        found.extend(
            section
                .id()
                .strip_prefix("section-")
                .and_then(|id| content::SectionId::new(id).ok()),
        );
        next = section.next_element_sibling();
    }
    found
}

/// The level of the sections' headings in the page.
fn heading_level(mount: &Element) -> Option<u8> {
    let heading = mount.query_selector(".section-heading").ok()??;
    heading.local_name().strip_prefix('h')?.parse().ok()
}
