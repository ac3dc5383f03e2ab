//! What the reader can do with the text beyond reading it.
//!
//! `tools.js` answers these buttons and enables them when it comes, since nothing here needs WebAssembly: what takes
//! over the page leaves them as it finds them.
//! The stylesheet keeps their room until then, and shows nothing of them where no script runs.

use yew::prelude::*;

use super::{popover::popover, view::View};
use crate::content::Words;

/// How fast a text can be read aloud; the second is the voice's own speed.
const SPEEDS: [&str; 4] = ["0.75×", "1×", "1.25×", "1.5×"];

/// A row below each section: to hand it on, to hear it, and to say whether it was clear.
///
/// It stands in the page once, as a template: the page's script puts it below each section that is open, and names it
/// after the section.
pub(super) fn section_foot(view: &View) -> Html {
    let words = view.words();
    let hand_on = [
        ("share", &words.share),
        ("copy-link", &words.copy_link),
        ("listen", &words.listen),
    ];
    let answers = [("clear", &words.yes), ("unclear", &words.no)];
    html! {
        <template class="foot-template">
            <div class="section-foot" role="group">
                { tools(&hand_on) }
                <div class="was-clear" role="group" aria-label={words.was_clear.clone()}>
                    <span>{ &words.was_clear }</span>
                    { tools(&answers) }
                </div>
                <span class="told" role="status"></span>
            </div>
        </template>
    }
}

/// The toolbar's buttons for the size of the text and for printing, each with what it opens.
///
/// The `data-` attributes are what `tools.js` says and hands on, once for all sections.
pub(super) fn reader_tools(view: &View) -> Html {
    let words = view.words();
    let menus = [
        ("text-size", &words.text_size, look(view)),
        (
            "print",
            &words.print,
            tools(&[
                ("print-open", &words.print_open),
                ("print-all", &words.print_all),
            ]),
        ),
    ];
    let menu = |(name, label, contents): (&'static str, &String, Html)| {
        let id = format!("menu-{name}");
        html! {
            <>
                { button(name, label, Some(id.clone())) }
                { popover(id, label, contents, view) }
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
        >
            { menus.into_iter().map(menu).collect::<Html>() }
        </div>
    }
}

/// The controls of what is read aloud, shown while something is.
pub(super) fn player(view: &View) -> Html {
    let words = view.words();
    let controls = [
        ("pause", &words.pause),
        ("resume", &words.resume),
        ("stop", &words.stop),
    ];
    html! {
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
                { tools(&[("smaller", &words.smaller), ("larger", &words.larger)]) }
                <span class="told" role="status"></span>
            </div>
            for (name, label) in choices {
                <label class="choice"><input type="checkbox" name={name} />{ label }</label>
            }
            { tools(&[("reset", &words.reset)]) }
        </>
    }
}

pub(super) fn tools(these: &[(&'static str, &String)]) -> Html {
    these
        .iter()
        .map(|(name, label)| button(name, label, None))
        .collect()
}

fn button(name: &'static str, label: &str, opens: Option<String>) -> Html {
    html! {
        <button type="button" class="tool" part="tool" data-tool={name} popovertarget={opens} disabled=true>
            { label }
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
