//! Language, theme and accent color.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    choose::ChooseProps,
    fields::{Choice, Radios, Select},
};
use crate::builder::choices::{Change, Choices, REGIONS, Theme, Way};

/// The accent of `widget.css`.
const OUR_ACCENT: &str = "#4b2a86";

/// What the text looks like.
#[component]
pub(super) fn Look(props: &ChooseProps) -> Html {
    let ChooseProps {
        choices,
        manifest,
        on_change,
    } = props;
    let mut languages: Vec<(AttrValue, AttrValue)> =
        vec![("".into(), "As the page around it says".into())];
    languages.extend(manifest.languages.iter().map(|(tag, language)| {
        let label = format!("{tag}: {}", language.title);
        (tag.clone().into(), label.into())
    }));
    let on_language =
        on_change.reform(|tag: String| Change::Language((!tag.is_empty()).then_some(tag)));
    html! {
        <>
            <Select id="language" label="Language" options={languages}
                chosen={choices.language.clone().unwrap_or_default()} on_choose={on_language} />
            if choices.way != Way::Static {
                <Select id="region" label="Region: its emergency number and crisis line" options={regions()}
                    chosen={choices.region.unwrap_or_default()} on_choose={on_change.reform(Change::Region)} />
                <Radios<Theme> legend="Theme" name="theme" choices={themes()} chosen={choices.theme}
                    on_choose={on_change.reform(Change::Theme)} />
                <Accent {choices} on_color={on_change.reform(Change::Accent)} />
            }
        </>
    }
}

fn regions() -> Vec<(AttrValue, AttrValue)> {
    let mut regions: Vec<(AttrValue, AttrValue)> =
        vec![("".into(), "As the page's language says".into())];
    regions.extend(REGIONS.map(|(code, name)| (code.into(), name.into())));
    regions
}

#[derive(PartialEq, Properties)]
struct AccentProps {
    choices: Rc<Choices>,
    on_color: Callback<String>,
}

/// A color, picked or written.
#[component]
fn Accent(props: &AccentProps) -> Html {
    // Not at each move of the picker: the preview loads anew.
    let onchange = props
        .on_color
        .reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value());
    let picked = props.choices.picked_accent();
    let low = props.choices.low_contrast();
    html! {
        <div class="field">
            <label for="accent">{"Accent color"}</label>
            <p class="hint" id="accent-hint">
                {"For links, buttons and titles; empty for ours. As text it is made darker or lighter where it \
                  would be hard to read."}
            </p>
            <div class="accent">
                <input type="color" id="accent-picker" aria-label="Pick the accent color"
                    value={picked.unwrap_or_else(|| OUR_ACCENT.to_owned())} onchange={onchange.clone()} />
                <input type="text" id="accent" aria-describedby="accent-hint" value={props.choices.accent.clone()}
                    placeholder={OUR_ACCENT} autocomplete="off" autocapitalize="off" spellcheck="false" {onchange} />
            </div>
            <div role="status">
                if let Some(contrast) = low {
                    <p class="notice">{format!(
                        "Browsers from before 2024 show it as it is. On white its contrast is {contrast:.1} to 1 \
                         there, and text needs 4.5 to 1.",
                    )}</p>
                }
            </div>
        </div>
    }
}

fn themes() -> Vec<Choice<Theme>> {
    let theme = |value: Theme, label| Choice {
        value,
        id: value.id(),
        label,
        hint: "",
    };
    vec![
        theme(Theme::Auto, "As the page"),
        theme(Theme::Light, "Light"),
        theme(Theme::Dark, "Dark"),
    ]
}
