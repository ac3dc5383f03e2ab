//! The snippet for what was chosen, in each form. Pure.

mod frameworks;
mod html;
mod markup;

use super::{
    choices::{Choices, Form, Way},
    manifest::Manifest,
};

/// One piece of text to paste, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is and where to paste it, in a few words.
    pub place: String,
    /// The text.
    pub code: String,
}

/// What a frame may do: run its script, open links to sources in a window of their own, and print.
pub const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals";

/// The height of a frame, in pixels.
const FRAME_HEIGHT: u16 = 700;

/// The width that an oEmbed answer states, in pixels.
const FRAME_WIDTH: u16 = 720;

/// Everything to paste, in the order in which it is pasted.
///
/// `text` is the plain HTML of the chosen language, once it is known: see [`static_file`].
pub fn parts(choices: &Choices, manifest: &Manifest, text: Option<&str>) -> Vec<Part> {
    let mut parts = match (choices.form, choices.way) {
        (Form::OEmbed, _) => vec![frameworks::oembed(choices, manifest)],
        (_, Way::Static) => {
            let text = text.unwrap_or_default().trim_end();
            vec![in_page(choices, text)]
        }
        (_, Way::Include) => html::include(choices),
        (Form::React, _) => frameworks::react(choices, manifest),
        (Form::Vue, _) => frameworks::vue(choices, manifest),
        (Form::Html | Form::WordPress, Way::Iframe) => {
            vec![in_page(choices, &html::iframe(choices, manifest))]
        }
        (Form::Html | Form::WordPress, Way::Element | Way::Frame) => {
            vec![in_page(choices, &html::element(choices, manifest))]
        }
    };
    parts.extend(stylesheet(choices));
    parts
}

/// The file with the plain HTML of the chosen language, seen from the folder.
pub fn static_file(choices: &Choices) -> String {
    let language = Manifest::language(choices.language.as_deref());
    format!("snippet/{language}.html")
}

/// The script that comes into the page, if one does.
pub fn script(choices: &Choices, manifest: &Manifest) -> Option<String> {
    match choices.way {
        _ if choices.form == Form::OEmbed => None,
        Way::Element | Way::Frame => Some(manifest.script(choices.language.as_deref())),
        Way::Include => Some("embed.js".to_owned()),
        Way::Iframe | Way::Static => None,
    }
}

/// The hash that the snippet can carry: that of the script which it names itself.
pub fn pin<'a>(choices: &Choices, manifest: &'a Manifest) -> Option<&'a str> {
    let script = script(choices, manifest).filter(|_| choices.way != Way::Include)?;
    manifest.integrity(&script)
}

/// The address of the frame; `&` stands in it as it is.
pub fn frame_address(choices: &Choices) -> String {
    choices.address(&format!(
        "frame.html{}",
        choices.options('#', choices.theme)
    ))
}

/// HTML as it goes into a page, or into a block of `WordPress`.
fn in_page(choices: &Choices, html: &str) -> Part {
    if choices.form == Form::WordPress {
        return frameworks::word_press(choices, html);
    }
    Part {
        place: "In your page, where the explainer shall stand".to_owned(),
        code: html.to_owned(),
    }
}

/// What the page's stylesheet has to say: an attribute `style` would be forbidden by a strict policy.
fn stylesheet(choices: &Choices) -> Option<Part> {
    let takes_it = [Way::Element, Way::Frame, Way::Include].contains(&choices.way);
    let accent = choices.accent_value()?;
    // What would end the rule could not be a color.
    let is_color = !accent.contains(['{', '}', ';', '<']);
    (takes_it && is_color && choices.form != Form::OEmbed).then(|| Part {
        place: "In your stylesheet".to_owned(),
        code: format!("lupus-car-t {{\n  --lct-accent: {accent};\n}}"),
    })
}
