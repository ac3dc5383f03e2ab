//! A page whose words were rendered before, and what lives in it.

use std::{cell::RefCell, rc::Rc};

use js_sys::Promise;
use lupus_car_t::{
    components::{Explainer, ExplainerProps},
    content::SectionId,
    host::fold,
    living::{App, AppProps, Handout, Learn, Page, Remote, Target},
    look::Look,
    notes::Notes,
    state::Action,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement};
use yew::{AppHandle, Callback, LocalServerRenderer, Renderer};

use crate::sample;

/// A running explainer of which these sections are open.
pub(crate) async fn with_open(open: &[&str]) -> Running {
    Running::start(page_with_open(open).await).await
}

/// Text that the page's script has reached, of which these sections are open.
pub(crate) async fn page_with_open(open: &[&str]) -> Mount {
    let mount = Mount::new();
    pre_render_into(&mount.0).await;
    open_just(&mount.0, open);
    mount
}

/// An element of the page, which goes when the test ends.
pub(crate) struct Mount(pub(crate) Element);

impl Mount {
    pub(crate) fn new() -> Self {
        let mount = document().create_element("div").expect("an element");
        let body = document().body().expect("a page");
        body.append_child(&mount)
            .expect("the page takes the element");
        Self(mount)
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// An explainer that answers to the reader.
pub(crate) struct Running {
    pub(crate) mount: Mount,
    /// What `on_toggle` was told since the start.
    pub(crate) told: Rc<RefCell<Vec<(String, bool)>>>,
    /// What `on_show` was told since the start.
    pub(crate) shown: Rc<RefCell<Vec<Target>>>,
    /// What `on_feedback` was told since the start.
    pub(crate) feedback: Rc<RefCell<Vec<(String, bool)>>>,
    /// The notes that `on_notes` was told of since the start.
    pub(crate) notes: Rc<RefCell<Vec<Notes>>>,
    /// The looks that `on_look` was told of since the start.
    pub(crate) looks: Rc<RefCell<Vec<Look>>>,
    /// What `on_handout` was told since the start.
    pub(crate) handouts: Rc<RefCell<Vec<Handout>>>,
    /// What takes in the search words, each time that the search asked for them.
    pub(crate) search: Rc<RefCell<Vec<Learn>>>,
    app: Option<AppHandle<App>>,
    remote: Rc<RefCell<Vec<Remote>>>,
}

impl Running {
    pub(crate) async fn start(mount: Mount) -> Self {
        let told = Rc::new(RefCell::new(Vec::new()));
        let (shown, on_show) = recorder();
        let feedback = Rc::new(RefCell::new(Vec::new()));
        let (notes, on_notes) = recorder();
        let (looks, on_look) = recorder();
        let (handouts, on_handout) = recorder();
        let (remote, on_ready) = recorder();
        let (search, on_search) = recorder();
        let props = AppProps {
            page: Page::new(mount.0.clone()),
            on_toggle: {
                let told = told.clone();
                Callback::from(move |(id, open): (SectionId, bool)| {
                    told.borrow_mut().push((id.to_string(), open));
                })
            },
            on_show,
            on_feedback: {
                let feedback = feedback.clone();
                Callback::from(move |(id, clear): (SectionId, bool)| {
                    feedback.borrow_mut().push((id.to_string(), clear));
                })
            },
            on_notes,
            on_look,
            on_handout,
            on_search,
            fold: Callback::from(fold),
            on_ready,
        };
        let root = document().create_element("div").expect("an element");
        let app = Renderer::<App>::with_root_and_props(root, props).render();
        flush().await;
        // What a script of the page does once it is ready.
        for it in find_all(&mount.0, "[data-yew]") {
            it.remove_attribute("disabled").expect("an attribute");
        }
        Self {
            mount,
            told,
            shown,
            feedback,
            notes,
            looks,
            handouts,
            search,
            app: Some(app),
            remote,
        }
    }

    /// Acts as a script of the page does.
    pub(crate) async fn act(&self, action: Action) {
        self.remote().act.emit(action);
        flush().await;
    }

    /// Brings what was kept, as a script of the page does.
    pub(crate) async fn recall(&self, notes: Notes, look: Look) {
        self.remote().recall.emit((notes, look));
        flush().await;
    }

    fn remote(&self) -> Remote {
        let remote = self.remote.borrow().first().cloned();
        remote.expect("the explainer is ready")
    }

    /// How often the explainer said that it is ready.
    pub(crate) fn times_ready(&self) -> usize {
        self.remote.borrow().len()
    }

    pub(crate) fn destroy(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// A callback, and what it was told.
fn recorder<Told: 'static>() -> (Rc<RefCell<Vec<Told>>>, Callback<Told>) {
    let told = Rc::new(RefCell::new(Vec::new()));
    let recorded = told.clone();
    let record = Callback::from(move |it| recorded.borrow_mut().push(it));
    (told, record)
}

impl Drop for Running {
    fn drop(&mut self) {
        self.destroy();
    }
}

pub(crate) fn document() -> Document {
    web_sys::window()
        .and_then(|it| it.document())
        .expect("a page")
}

/// In how many tasks Yew may do what there is to do: after 16 milliseconds it lets the browser go on.
const TASKS: usize = 10;

/// Waits until Yew has shown all that it was told. Its own `flush` never ends once it has let the browser go on
/// (Yew 0.23).
pub(crate) async fn flush() {
    let window = web_sys::window().expect("a window");
    for _ in 0..TASKS {
        let next_task = Promise::new(&mut |resolve, _| {
            window
                .set_timeout_with_callback(&resolve)
                .expect("timers run");
        });
        JsFuture::from(next_task).await.expect("it comes");
    }
}

/// The first element in `root` that `selector` names.
pub(crate) fn find(root: &Element, selector: &str) -> HtmlElement {
    let found = root.query_selector(selector).expect("a selector");
    let found = found.unwrap_or_else(|| panic!("nothing is `{selector}`"));
    found.dyn_into().expect("an HTML element")
}

/// All elements in `root` that `selector` names.
fn find_all(root: &Element, selector: &str) -> Vec<Element> {
    let found = root.query_selector_all(selector).expect("a selector");
    let all = (0..found.length()).filter_map(|index| found.get(index));
    all.map(JsCast::unchecked_into).collect()
}

/// Puts the text there as the site writes it: all open, all disabled.
pub(crate) async fn pre_render_into(mount: &Element) {
    let props = ExplainerProps {
        explainer: Rc::new(sample::explainer()),
    };
    let renderer = LocalServerRenderer::<Explainer>::with_props(props);
    mount.set_inner_html(&renderer.hydratable(false).render().await);
}

/// Does what `embed.js` and `later.js` do before the WebAssembly arrives.
pub(crate) fn open_just(mount: &Element, open: &[&str]) {
    find(mount, ".toggle-all")
        .remove_attribute("disabled")
        .expect("an attribute");
    for id in sample::SECTIONS {
        let button = find(mount, &format!("#{id}-button"));
        button.remove_attribute("disabled").expect("an attribute");
        let is_open = open.contains(&id);
        button
            .set_attribute("aria-expanded", &is_open.to_string())
            .expect("an attribute");
        let body = find(mount, &format!("#{id}-body"));
        let foot = find(mount, ".foot-template").inner_html();
        body.insert_adjacent_html("beforeend", &foot)
            .expect("it is put there");
        body.query_selector("details")
            .expect("a selector")
            .expect("details")
            .remove_attribute("open")
            .expect("it");
        if !is_open {
            body.set_attribute("hidden", "until-found")
                .expect("an attribute");
        }
    }
    let label = if open.len() == sample::SECTIONS.len() {
        "Hide all"
    } else {
        "Show all"
    };
    find(mount, ".toggle-all").set_text_content(Some(label));
}
