//! Components rendered natively, and the templates that they fill.

use std::{fs, path::Path, rc::Rc};

use anyhow::{Context, Result};
use yew::LocalServerRenderer;

use crate::{
    components::{Explainer, ExplainerProps},
    content,
};

/// The explainer as HTML: every section open, every button disabled.
pub fn pre_render(explainer: &Rc<content::Explainer>) -> String {
    let props = ExplainerProps {
        explainer: explainer.clone(),
    };
    // Nothing is hydrated, so it needs no marks for that.
    let render = LocalServerRenderer::<Explainer>::with_props(props)
        .hydratable(false)
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

/// The fragment as a page carries it, so that it is read without script. `style` is the element that brings the
/// stylesheet.
pub(super) fn declarative_shadow_root(fragment: &str, style: &str) -> String {
    format!("<template shadowrootmode=\"open\" shadowrootserializable>{style}{fragment}</template>")
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
    let spell = |letter: char| {
        if letter.is_ascii() {
            letter.to_string()
        } else {
            format!("&#x{:X};", u32::from(letter))
        }
    };
    html.chars().map(spell).collect()
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
