//! Language, theme and accent color.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    choose::ChooseProps,
    fields::{Choice, Radios, Select},
};
use crate::builder::{
    choices::{Change, Choices, Theme, Way},
    contrast::{ENOUGH, OUR_ACCENTS, OUR_BACKGROUNDS, contrast, is_hex},
};

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
                <Radios<Theme> legend="Theme" name="theme" choices={themes()} chosen={choices.theme}
                    on_choose={on_change.reform(Change::Theme)} />
                <fieldset>
                    <legend>{"Accent color"}</legend>
                    <p class="hint">{"For links, buttons and titles. Leave it empty for ours."}</p>
                    <div class="accents">
                        if choices.theme != Theme::Dark {
                            <Accent id="accent" label="On light pages" color={choices.accent.clone()}
                                ours={OUR_ACCENTS.light} on_color={on_change.reform(Change::Accent)} />
                        }
                        if choices.theme != Theme::Light {
                            <Accent id="dark-accent" label="On dark pages" color={choices.dark_accent.clone()}
                                ours={OUR_ACCENTS.dark} on_color={on_change.reform(Change::DarkAccent)} />
                        }
                    </div>
                    {for warnings(choices).into_iter().map(|warning| html! {
                        <p class="notice" role="status">{warning}</p>
                    })}
                </fieldset>
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct AccentProps {
    id: &'static str,
    label: &'static str,
    color: AttrValue,
    ours: &'static str,
    on_color: Callback<String>,
}

/// A color, picked or written.
#[component]
fn Accent(props: &AccentProps) -> Html {
    // Not at each move of the picker: the preview loads anew.
    let onchange = props
        .on_color
        .reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value());
    let has_six_digits = props.color.len() == 7 && is_hex(&props.color);
    let shown = if has_six_digits {
        &props.color
    } else {
        props.ours
    };
    html! {
        <div class="field">
            <label for={props.id}>{props.label}</label>
            <div class="accent">
                <input type="color" value={shown.to_owned()} onchange={onchange.clone()}
                    aria-label={format!("Pick the accent color, {}", props.label.to_lowercase())} />
                <input type="text" id={props.id} value={props.color.clone()} placeholder={props.ours}
                    autocomplete="off" autocapitalize="off" spellcheck="false" {onchange} />
            </div>
        </div>
    }
}

/// Where the accent would be hard to read.
fn warnings(choices: &Choices) -> Vec<String> {
    let light = choices.accent.trim();
    let dark = choices.dark_accent.trim();
    // A color that is given once holds everywhere.
    let in_dark = if dark.is_empty() { light } else { dark };
    [
        (Theme::Dark, light, OUR_BACKGROUNDS.light, "light"),
        (Theme::Light, in_dark, OUR_BACKGROUNDS.dark, "dark"),
    ]
    .into_iter()
    .filter(|(never, ..)| choices.theme != *never)
    .filter_map(|(_, accent, background, name)| {
        let contrast = contrast(accent, background).filter(|it| *it < ENOUGH)?;
        Some(format!(
            "On {name} pages, {accent} has a contrast of {contrast:.1} to 1. Text needs {ENOUGH} to 1."
        ))
    })
    .collect()
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
