//! The snippets.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    File,
    code::Code,
    fields::{Check, Choice, Radios},
};
use crate::builder::{
    choices::{Change, Choices, Form, Way},
    manifest::Manifest,
    snippet,
};

#[derive(PartialEq, Properties)]
pub(super) struct CopyProps {
    pub(super) choices: Rc<Choices>,
    pub(super) manifest: Rc<Manifest>,
    /// The plain HTML.
    pub(super) text: File<AttrValue>,
    pub(super) on_change: Callback<Change>,
}

/// The snippet in the chosen form.
#[component]
pub(super) fn Copy(props: &CopyProps) -> Html {
    let CopyProps {
        choices,
        manifest,
        text,
        on_change,
    } = props;
    let plain = match text {
        File::Here(text) => Some(text.as_str()),
        File::Coming | File::Missing => None,
    };
    let is_static = choices.way == Way::Static && choices.form != Form::OEmbed;
    let parts = if is_static && plain.is_none() {
        Vec::new()
    } else {
        snippet::parts(choices, manifest, plain)
    };
    let forms: Vec<Choice<Form>> = choices.way.forms().iter().copied().map(form).collect();
    html! {
        <section class="card" aria-labelledby="copy-title">
            <h2 id="copy-title">{"Copy"}</h2>
            if forms.len() > 1 {
                <Radios<Form> legend="Written for" name="form" choices={forms} chosen={choices.form}
                    on_choose={on_change.reform(Change::Form)} />
            }
            if is_static {
                {static_words(choices, text)}
            }
            {for parts.into_iter().enumerate().map(|(index, part)| html! {
                <Code key={index} id={format!("snippet-{}", index + 1)} place={part.place} code={part.code} />
            })}
            if snippet::pin(choices, manifest).is_some() {
                <Check id="pinned" label="Pin this version" checked={choices.pinned}
                    hint="Adds the hash of the script, so that browsers run this release and no other. \
                          You then have to change the snippet with each release, or the explainer stops working."
                    on_check={on_change.reform(Change::Pinned)} />
            }
        </section>
    }
}

/// Which file to paste, and what is the matter with it.
fn static_words(choices: &Choices, text: &File<AttrValue>) -> Html {
    let file = snippet::static_file(choices);
    html! {
        <>
            <p>
                {"Paste the text of the file "}<a href={file.clone()}>{&file}</a>
                {" into your page. Do so again with each release: pasted text does not follow."}
            </p>
            if *text == File::Missing {
                <p class="notice" role="alert">{format!("The file {file} is not in this folder.")}</p>
            }
        </>
    }
}

fn form(value: Form) -> Choice<Form> {
    let label = match value {
        Form::Html => "HTML",
        Form::React => "React",
        Form::Vue => "Vue",
        Form::WordPress => "WordPress",
        Form::OEmbed => "oEmbed",
    };
    Choice {
        value,
        id: value.id(),
        label,
        hint: "",
    }
}
