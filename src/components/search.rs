//! Finding a place in the explainer by its words.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::{click::use_click, listen::use_event, live::use_live, view::View};
use crate::{
    content::Words,
    search::{Found, Hit, Index},
    state::Errand,
};

#[derive(PartialEq, Properties)]
pub(super) struct SearchProps {
    pub(super) view: View,
    pub(super) fold: Callback<char, String>,
}

/// The button that opens the search, and the search below the toolbar.
///
/// Disabled when pre-rendered and until this module runs: nothing else can search.
#[component]
pub(super) fn Search(SearchProps { view, fold }: &SearchProps) -> Html {
    let live = use_live();
    let open = use_state(|| false);
    let button = use_node_ref();
    let on_click = use_callback(open.clone(), |(), open| open.set(!**open));
    use_click(&button, on_click);
    let on_close = {
        let (button, setter) = (button.clone(), open.setter());
        use_callback((), move |(), ()| {
            focus(&button);
            setter.set(false);
        })
    };
    html! {
        <>
            <button
                type="button"
                class="search-button"
                part="search-button"
                aria-expanded={open.to_string()}
                aria-controls={open.then_some("search")}
                disabled={!live}
                data-live=""
                ref={button}
            >
                { &view.words().search }
            </button>
            if *open {
                <Panel view={view.clone()} fold={fold.clone()} {on_close} />
            }
        </>
    }
}

fn focus(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

#[derive(PartialEq, Properties)]
struct PanelProps {
    view: View,
    fold: Callback<char, String>,
    on_close: Callback<()>,
}

/// The field and what it finds. What can be found is gathered when this opens, and dropped when it closes.
///
/// Enter in the field leads to the first result; Escape closes.
#[component]
fn Panel(props: &PanelProps) -> Html {
    let PanelProps {
        view,
        fold,
        on_close,
    } = props;
    let words = view.words();
    let index = use_memo((), |()| {
        let explainer = &view.explainer;
        let shown = view.options.shown(&explainer.sections);
        Index::new(explainer, &shown, &|letter| fold.emit(letter))
    });
    let query = use_state(String::new);
    let [panel, input, first] = [use_node_ref(), use_node_ref(), use_node_ref()];

    let on_input = {
        let (input, query) = (input.clone(), query.setter());
        use_callback((), move |_, ()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                query.set(input.value());
            }
        })
    };
    use_event(&panel, "input", on_input);
    let on_click = {
        let (index, on_errand) = (index.clone(), view.on_errand.clone());
        use_callback((), move |event: Event, ()| {
            if let Some(errand) = errand(&index, &event) {
                on_errand.emit(errand);
            }
        })
    };
    use_event(&panel, "click", on_click);
    let on_key = {
        let (input, first, on_close) = (input.clone(), first.clone(), on_close.clone());
        use_callback((), move |event: Event, ()| {
            let event: KeyboardEvent = event.unchecked_into();
            match &*event.key() {
                // Nothing around the explainer closes as well.
                "Escape" => {
                    event.prevent_default();
                    event.stop_propagation();
                    on_close.emit(());
                }
                "Enter" if event.target().map(JsCast::unchecked_into) == input.get() => {
                    event.prevent_default();
                    focus(&first);
                }
                _ => {}
            }
        })
    };
    use_event(&panel, "keydown", on_key);
    {
        let input = input.clone();
        use_effect_with((), move |()| focus(&input));
    }

    let found = index.find(&query, &|letter| fold.emit(letter));
    html! {
        <div
            class="search"
            part="search"
            id="search"
            role="search"
            aria-label={words.search.clone()}
            data-live=""
            ref={panel}
        >
            <label for="search-input">{ &words.search_label }</label>
            <input
                type="search"
                class="search-input"
                id="search-input"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                ref={input}
            />
            <p class="search-count" role="status">{ count(&found, &query, words) }</p>
            if found.count > 0 {
                <ol class="search-results">
                    for (index, hit) in found.first.iter().enumerate() {
                        { result(hit, if index == 0 { first.clone() } else { NodeRef::default() }) }
                    }
                </ol>
            }
        </div>
    }
}

/// What is said of the number of results; nothing while there is nothing to look for.
fn count(found: &Found, query: &str, words: &Words) -> String {
    let Found { count, first } = found;
    let template = match (*count, first.len()) {
        (0, _) if query.trim().len() < 2 => return String::new(),
        (0, _) => &words.search_none,
        (count, shown) if shown < count => &words.search_first,
        _ => &words.search_found,
    };
    let values = [
        ("count", &*count.to_string()),
        ("shown", &*first.len().to_string()),
    ];
    Words::fill(template, &values)
}

fn result(hit: &Hit, button: NodeRef) -> Html {
    let piece = |(words, is_match): &(&str, bool)| {
        if *is_match {
            html! { <mark>{ words }</mark> }
        } else {
            html! { words }
        }
    };
    html! {
        <li>
            <button
                type="button"
                class="search-result"
                part="search-result"
                data-hit={hit.number.to_string()}
                ref={button}
            >
                <span class="search-place">{ hit.heading }</span>
                { " " }
                <span>{ hit.pieces.iter().map(piece).collect::<Html>() }</span>
            </button>
        </li>
    }
}

/// What a click on a result asks for.
fn errand(index: &Index, click: &Event) -> Option<Errand> {
    let target: Element = click.target()?.unchecked_into();
    let button = target.closest("[data-hit]").ok()??;
    let (section, words) = index.target(button.get_attribute("data-hit")?.parse().ok()?)?;
    // Safari does not focus a button that is clicked; the way back leads to what has the focus.
    let _ = button.unchecked_into::<HtmlElement>().focus();
    Some(Errand::Show {
        section,
        words: words.to_owned(),
    })
}
