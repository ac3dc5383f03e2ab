//! Components rendered natively, and the templates that they fill.

use std::{fs, path::Path, rc::Rc};

use anyhow::{Context, Result};
use yew::LocalServerRenderer;

use crate::{
    components::{Explainer, ExplainerProps},
    content,
    options::Options,
};

/// The explainer as HTML: every section open, every button disabled, ready to be hydrated.
pub fn pre_render(explainer: &Rc<content::Explainer>) -> String {
    let props = ExplainerProps {
        explainer: explainer.clone(),
        options: Rc::new(Options::default()),
        open: explainer
            .sections
            .iter()
            .map(|section| section.id.clone())
            .collect(),
        running: false,
        on_toggle: yew::Callback::noop(),
        on_show: yew::Callback::noop(),
        // Nothing is searched before script runs.
        fold: yew::Callback::from(String::from),
        on_ready: yew::Callback::noop(),
    };
    let render = LocalServerRenderer::<Explainer>::with_props(props)
        .hydratable(true)
        .render();
    futures::executor::block_on(render)
}

/// What stands in the shadow root of `<lupus-car-t>`. By its end the page's script knows that all of it has arrived.
pub(super) fn fragment(explainer: &Rc<content::Explainer>) -> String {
    format!(
        "<div class=\"mount\">{}</div><span class=\"end\" hidden></span>",
        pre_render(explainer)
    )
}

/// The fragment as a page carries it, so that it is read without script. `style` is the stylesheet's address.
pub(super) fn declarative_shadow_root(fragment: &str, style: &str) -> String {
    format!(
        "<template shadowrootmode=\"open\" shadowrootserializable><link rel=\"stylesheet\" href=\"{style}\">\
         {fragment}</template>"
    )
}

/// `template` with each `{{name}}` replaced by its value.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(template.to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{{{name}}}}}"), value)
        })
}

/// `text` as HTML has to spell it, in an element and in an attribute.
pub(super) fn escaped(text: &str) -> String {
    let escape = |character: char| match character {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        other => other.to_string(),
    };
    text.chars().map(escape).collect()
}

/// HTML in ASCII alone, for pages whose encoding nobody knows.
pub(super) fn ascii_html(html: &str) -> String {
    in_ascii(html, |letter| format!("&#x{:X};", u32::from(letter)))
}

/// A script in ASCII alone: whatever else it has stands in strings and regular expressions.
pub(super) fn ascii_script(script: &str) -> String {
    in_ascii(script, |letter| {
        let mut units = [0; 2];
        let units = letter.encode_utf16(&mut units).iter();
        units.fold(String::new(), |spelled, unit| {
            spelled + &format!("\\u{unit:04x}")
        })
    })
}

fn in_ascii(text: &str, spell: impl Fn(char) -> String) -> String {
    text.chars().fold(String::new(), |mut ascii, letter| {
        if letter.is_ascii() {
            ascii.push(letter);
        } else {
            ascii.push_str(&spell(letter));
        }
        ascii
    })
}

/// A stylesheet, from the files that it is written in.
pub(super) fn style(source: &Path, files: &[&str]) -> Result<String> {
    files
        .iter()
        .map(|name| {
            let text = fs::read_to_string(source.join("static").join(name));
            text.with_context(|| format!("reading {name}"))
        })
        .collect()
}

/// `script` without indentation, empty lines and whole-line comments.
///
/// Those are for maintainers; a reader's phone need not fetch them.
pub(super) fn without_comments(script: &str) -> String {
    script
        .lines()
        .map(str::trim)
        .filter(|line| {
            !line.is_empty()
                && !["//", "/*", "*"]
                    .iter()
                    .any(|start| line.starts_with(start))
        })
        .flat_map(|line| [line, "\n"])
        .collect()
}
