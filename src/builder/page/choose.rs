//! The form: everything that can be chosen.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    fields::{Check, Choice, Radios, Select, Text},
    look::Look,
    sections::Sections,
};
use crate::builder::{
    choices::{Change, Choices, Loading, Open, Slot, Way},
    manifest::Manifest,
};

#[derive(PartialEq, Properties)]
pub(super) struct ChooseProps {
    pub(super) choices: Rc<Choices>,
    pub(super) manifest: Rc<Manifest>,
    pub(super) on_change: Callback<Change>,
}

/// The form.
#[component]
pub(super) fn Choose(props: &ChooseProps) -> Html {
    let ChooseProps {
        choices,
        manifest,
        on_change,
    } = props;
    // Enter in a field would send the form away.
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="card choose" aria-labelledby="choose-title" {onsubmit}>
            <h2 id="choose-title">{"Choose"}</h2>
            <Radios<Way> legend="How it comes into your page" name="way" choices={ways()} chosen={choices.way}
                on_choose={on_change.reform(Change::Way)} />
            <Text id="folder" label="Address of the folder" value={choices.folder.clone()}
                hint="Where you have put the files, such as /lupus-car-t/ or https://cdn.example.org/lupus-car-t/."
                on_text={on_change.reform(Change::Folder)} />
            if choices.way == Way::Static {
                <p class="notice">
                    {"Plain HTML takes its look and its order from your page. Only the language counts here."}
                </p>
            }
            <Look {choices} {manifest} {on_change} />
            if choices.way != Way::Static {
                <Sections {choices} {manifest} {on_change} />
                <Behavior {choices} {manifest} {on_change} />
                <Own {choices} {manifest} {on_change} />
            }
        </form>
    }
}

/// What it does, beside what it shows.
#[component]
fn Behavior(props: &ChooseProps) -> Html {
    let ChooseProps {
        choices,
        manifest,
        on_change,
    } = props;
    let language = choices.language.as_deref();
    let mut paths: Vec<(AttrValue, AttrValue)> = vec![("".into(), "None".into())];
    let known = manifest.paths(language).iter();
    paths.extend(known.map(|path| (path.id.clone().into(), path.title.clone().into())));
    let on_path = on_change.reform(|id: String| Change::Path((!id.is_empty()).then_some(id)));
    let levels = (2..=5).map(|level| {
        let label = if level == 2 {
            "2 (as it comes)".to_owned()
        } else {
            level.to_string()
        };
        (level.to_string().into(), label.into())
    });
    let remember = if choices.way == Way::Iframe {
        "A plain iframe has nowhere to keep it: this does nothing there."
    } else {
        "Kept in the reader's browser until the tab is closed, and nowhere else."
    };
    html! {
        <>
            <Select id="heading-level" label="Level of the sections' headings" options={levels.collect::<Vec<_>>()}
                chosen={choices.heading_level.to_string()}
                on_choose={on_change.reform(|level: String| Change::HeadingLevel(level.parse().unwrap_or_default()))} />
            <Radios<Open> legend="Open at first" name="open" choices={openings()} chosen={choices.open}
                on_choose={on_change.reform(Change::Open)} />
            <Select id="path" label="Where your readers are" options={paths}
                chosen={choices.path.clone().unwrap_or_default()} on_choose={on_path} />
            <Radios<Loading> legend="Start" name="loading" choices={loadings()} chosen={choices.loading}
                on_choose={on_change.reform(Change::Loading)} />
            <fieldset>
                <legend>{"Also"}</legend>
                <Check id="links" label="Links to sections" checked={choices.links}
                    hint="Readers can link to a section. The page's address then ends with its name."
                    on_check={on_change.reform(Change::Links)} />
                <Check id="remember" label="Remember which sections are open" checked={choices.remember}
                    hint={remember} on_check={on_change.reform(Change::Remember)} />
                <Check id="feedback" label="Ask if a section was clear" checked={choices.feedback}
                    hint="Your page hears the answer as the event lct-feedback. It is sent nowhere else."
                    on_check={on_change.reform(Change::Feedback)} />
            </fieldset>
        </>
    }
}

/// What the page says of its own.
#[component]
fn Own(props: &ChooseProps) -> Html {
    let ChooseProps {
        choices, on_change, ..
    } = props;
    let field = |(slot, value): (&Slot, &String)| {
        let slot = *slot;
        let (label, hint) = match slot {
            Slot::Contact => (
                "Whom your readers can call",
                "Such as: Our lupus nurse: 555 0100, weekdays 9 to 5. Shown in the help box and at the questions.",
            ),
            Slot::Review => (
                "Who has read the text for you",
                "If a clinician of yours has: who, and when. It stands beside what we say, as yours.",
            ),
            Slot::Publisher => (
                "Who publishes it on your site",
                "It stands in the last section, about the explainer.",
            ),
        };
        html! {
            <Text id={slot.id()} {label} value={value.clone()} {hint}
                on_text={on_change.reform(move |text| Change::Slot(slot, text))} />
        }
    };
    html! {
        <fieldset>
            <legend>{"From your site"}</legend>
            if choices.way == Way::Iframe {
                <p class="hint">{"A plain iframe has no place for it: this does nothing there."}</p>
            }
            {for Slot::ALL.iter().zip(&choices.slots).map(field)}
        </fieldset>
    }
}

fn ways() -> Vec<Choice<Way>> {
    let way = |value: Way, label, hint| Choice {
        value,
        id: value.id(),
        label,
        hint,
    };
    vec![
        way(
            Way::Element,
            "Element (recommended)",
            "A script and a tag. The text becomes a part of your page.",
        ),
        way(
            Way::Frame,
            "Element with a frame",
            "The same tag. The explainer stays apart from your page, in a frame that grows with it.",
        ),
        way(
            Way::Iframe,
            "Plain iframe",
            "Where you may not add a script. It has a fixed height and scrolls inside.",
        ),
        way(
            Way::Static,
            "Plain HTML",
            "No script at all: every word and source, to paste into your page. Sections do not open and close.",
        ),
        way(
            Way::Include,
            "Server include",
            "Your server puts the whole text into the page, where it is before any script.",
        ),
    ]
}

fn openings() -> Vec<Choice<Open>> {
    let open = |value: Open, label| Choice {
        value,
        id: value.id(),
        label,
        hint: "",
    };
    vec![
        open(Open::AtAGlance, "At a glance"),
        open(Open::None, "None"),
        open(Open::All, "All"),
        open(Open::Chosen, "Those I mark"),
    ]
}

fn loadings() -> Vec<Choice<Loading>> {
    let loading = |value: Loading, label, hint| Choice {
        value,
        id: value.id(),
        label,
        hint,
    };
    vec![
        loading(
            Loading::Lazy,
            "When it is needed",
            "WebAssembly comes when the explainer is near the screen or used. The text is there before.",
        ),
        loading(
            Loading::Eager,
            "At once",
            "For a page that is about nothing else.",
        ),
    ]
}
