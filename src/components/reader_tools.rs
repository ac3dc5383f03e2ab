//! What the reader can do with the text beyond reading it.
//!
//! `tools.js` answers what needs the browser (sharing, copying, reading aloud, printing), with WebAssembly or without,
//! and enables its buttons when it comes. What has `data-yew` is answered by what lives beside the words, and is
//! enabled for as long as that answers.
//! The stylesheet keeps the room of both until then, and shows nothing of them where no script runs.

use yew::prelude::*;

use super::{popover, view::View};
use crate::content::Words;

/// The button that opens the ways to hand a section on.
const HAND_ON: &str = "hand-on";

/// How fast a text can be read aloud; the second is the voice's own speed.
const SPEEDS: [&str; 4] = ["0.75×", "1×", "1.25×", "1.5×"];

/// A row below each section: to hand it on, to hear it, to close it, and to say whether it was clear.
///
/// It stands in the page once, as a template: the page's script puts it below each section that is open, and names it
/// after the section.
pub(super) fn section_foot(view: &View) -> Html {
    let words = view.words();
    let hand_on = Tool {
        opens: Some(menu_id(HAND_ON)),
        ..Tool::new(HAND_ON, &words.share, true)
    };
    html! {
        <template class="foot-template">
            <div class="section-foot" role="group">
                { button(hand_on) }
                { tools(&[("listen", &words.listen)]) }
                { tools(&[("close-section", &words.close_section)]) }
                <fieldset class="was-clear" disabled=true data-yew="">
                    <legend>{ &words.was_clear }</legend>
                    { tool("clear", &words.yes) }
                    { tool("unclear", &words.no) }
                </fieldset>
                <span class="told" role="status"></span>
            </div>
        </template>
    }
}

/// The ways to hand a section on. There is one menu for all sections: the page's script knows whose button opened it.
fn hand_on_menu(view: &View) -> Html {
    let words = view.words();
    let ways = [("share", &*words.send), ("copy-link", &words.copy_link)];
    popover::menu(menu_id(HAND_ON), &words.share, tools(&ways), view)
}

/// The toolbar's buttons for the size of the text and for printing, each with what it opens.
///
/// The `data-` attributes are what is said of a section and handed on, once for all sections.
pub(super) fn reader_tools(view: &View) -> Html {
    let words = view.words();
    let ways_to_print = [
        ("print-open", &*words.print_open),
        ("print-all", &words.print_all),
    ];
    let menu = |name, label, contents, is_yews: bool| {
        let id = menu_id(name);
        let opener = Tool {
            name,
            label,
            opens: Some(id.clone()),
            is_disabled: true,
            is_yews,
        };
        html! {
            <>
                { button(opener) }
                { popover::menu(id, label, contents, view) }
            </>
        }
    };
    html! {
        <div
            class="reader-tools"
            data-share={share_text(view)}
            data-shared={words.share_copied.clone()}
            data-copied={words.link_copied.clone()}
            data-thanks={words.thanks.clone()}
            data-pages={words.print_pages.clone()}
        >
            { menu("text-size", &words.text_size, look(view), true) }
            { menu("print", &words.print, tools(&ways_to_print), false) }
            { hand_on_menu(view) }
        </div>
    }
}

/// The id of what the button `name` opens.
fn menu_id(name: &str) -> String {
    format!("menu-{name}")
}

/// The controls of what is read aloud, as a template: `tools.js` puts them in its place once something is.
pub(super) fn player(view: &View) -> Html {
    let words = view.words();
    let controls = [
        ("pause", &*words.pause),
        ("resume", &words.resume),
        ("stop", &words.stop),
    ];
    html! {
        <template class="player-template">
            <div class="player" part="player" role="group" aria-label={words.listen.clone()}>
                { tools(&controls) }
                <label class="speed">
                    { &words.speed }
                    <select>
                        for speed in SPEEDS {
                            <option selected={speed == SPEEDS[1]}>{ speed }</option>
                        }
                    </select>
                </label>
            </div>
        </template>
    }
}

/// The choices of size and spacing. The status says the size, in percent of the page's own.
fn look(view: &View) -> Html {
    let words = view.words();
    let choices = [
        ("lines", &words.wide_lines),
        ("letters", &words.wide_letters),
    ];
    html! {
        <>
            <div class="sizes">
                { tool_of_yew("smaller", &words.smaller) }
                { tool_of_yew("larger", &words.larger) }
                <span class="told" role="status" data-size={words.size.clone()}></span>
            </div>
            for (name, label) in choices {
                <label class="choice">
                    <input type="checkbox" name={name} disabled=true data-yew="" />
                    { label }
                </label>
            }
            { tool_of_yew("reset", &words.reset) }
        </>
    }
}

/// Buttons that `tools.js` answers.
pub(super) fn tools(these: &[(&'static str, &str)]) -> Html {
    let disabled = |(name, label): &(&'static str, &str)| button(Tool::new(name, label, true));
    these.iter().map(disabled).collect()
}

/// A button inside of what has `data-yew`, with which it is enabled.
pub(super) fn tool(name: &'static str, label: &str) -> Html {
    button(Tool::new(name, label, false))
}

/// A button that Yew answers.
fn tool_of_yew(name: &'static str, label: &str) -> Html {
    button(Tool {
        is_yews: true,
        ..Tool::new(name, label, true)
    })
}

struct Tool<'a> {
    name: &'static str,
    label: &'a str,
    /// The id of the popover that it opens.
    opens: Option<String>,
    is_disabled: bool,
    is_yews: bool,
}

impl<'a> Tool<'a> {
    fn new(name: &'static str, label: &'a str, is_disabled: bool) -> Self {
        Self {
            name,
            label,
            opens: None,
            is_disabled,
            is_yews: false,
        }
    }
}

fn button(tool: Tool) -> Html {
    html! {
        <button
            type="button"
            class="tool"
            part="tool"
            data-tool={tool.name}
            popovertarget={tool.opens}
            data-yew={tool.is_yews.then_some("")}
            disabled={tool.is_disabled}
        >
            { tool.label }
        </button>
    }
}

/// What is handed on of a section, but for its heading and its address, which the page's script knows.
fn share_text(view: &View) -> String {
    let (explainer, words) = (&view.explainer, view.words());
    let edition = &explainer.edition;
    let values = [
        ("title", &*explainer.title),
        ("version", &edition.version),
        ("checked", &words.month_and_year(edition.evidence_checked)),
        ("due", &words.month_and_year(edition.review_due)),
    ];
    Words::fill(&words.share_text, &values)
}
