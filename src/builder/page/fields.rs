//! The controls of the form, each with its label.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// One thing to choose among several.
#[derive(Clone, PartialEq)]
pub(super) struct Choice<T> {
    pub(super) value: T,
    /// A short name, for the control's id.
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    /// What it means; may be empty.
    pub(super) hint: &'static str,
}

#[derive(PartialEq, Properties)]
pub(super) struct RadiosProps<T: PartialEq> {
    pub(super) legend: &'static str,
    /// The name that the buttons share.
    pub(super) name: &'static str,
    pub(super) choices: Vec<Choice<T>>,
    pub(super) chosen: T,
    pub(super) on_choose: Callback<T>,
}

/// Radio buttons.
#[component]
pub(super) fn Radios<T: Clone + PartialEq + 'static>(props: &RadiosProps<T>) -> Html {
    let radio = |choice: &Choice<T>| {
        let id = format!("{}-{}", props.name, choice.id);
        let hint = (!choice.hint.is_empty()).then(|| format!("{id}-hint"));
        let onchange = {
            let (value, on_choose) = (choice.value.clone(), props.on_choose.clone());
            Callback::from(move |_: Event| on_choose.emit(value.clone()))
        };
        html! {
            <div class="option" key={choice.id}>
                <input type="radio" id={id.clone()} name={props.name} value={choice.id}
                    checked={choice.value == props.chosen} aria-describedby={hint.clone()} {onchange} />
                <label for={id}>{choice.label}</label>
                if let Some(hint) = hint {
                    <p class="hint" id={hint}>{choice.hint}</p>
                }
            </div>
        }
    };
    let has_hints = props.choices.iter().any(|choice| !choice.hint.is_empty());
    html! {
        <fieldset class={classes!("radios", (!has_hints).then_some("in-a-row"))}>
            <legend>{props.legend}</legend>
            <div class="options">{for props.choices.iter().map(radio)}</div>
        </fieldset>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct CheckProps {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) checked: bool,
    /// What the label leaves to the eye to see.
    #[prop_or_default]
    pub(super) about: Option<AttrValue>,
    #[prop_or_default]
    pub(super) hint: &'static str,
    pub(super) on_check: Callback<bool>,
}

/// A checkbox.
#[component]
pub(super) fn Check(props: &CheckProps) -> Html {
    let hint = (!props.hint.is_empty()).then(|| format!("{}-hint", props.id));
    let onchange = props
        .on_check
        .reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <div class="option">
            <input type="checkbox" id={props.id.clone()} checked={props.checked}
                aria-describedby={hint.clone()} {onchange} />
            <label for={props.id.clone()}>
                {&props.label}
                if let Some(about) = &props.about {
                    <span class="visually-hidden">{": "}{about}</span>
                }
            </label>
            if let Some(hint) = hint {
                <p class="hint" id={hint}>{props.hint}</p>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct TextProps {
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    pub(super) value: AttrValue,
    #[prop_or_default]
    pub(super) hint: &'static str,
    pub(super) on_text: Callback<String>,
}

/// A line of text.
#[component]
pub(super) fn Text(props: &TextProps) -> Html {
    let hint = (!props.hint.is_empty()).then(|| format!("{}-hint", props.id));
    let oninput = props
        .on_text
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <div class="field">
            <label for={props.id}>{props.label}</label>
            if let Some(hint) = hint.clone() {
                <p class="hint" id={hint}>{props.hint}</p>
            }
            <input type="text" id={props.id} value={props.value.clone()} aria-describedby={hint}
                autocomplete="off" autocapitalize="off" spellcheck="false" {oninput} />
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct SelectProps {
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    /// Values and what they are called.
    pub(super) options: Vec<(AttrValue, AttrValue)>,
    pub(super) chosen: AttrValue,
    pub(super) on_choose: Callback<String>,
}

/// A list to choose from.
#[component]
pub(super) fn Select(props: &SelectProps) -> Html {
    let onchange = props
        .on_choose
        .reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <div class="field">
            <label for={props.id}>{props.label}</label>
            <select id={props.id} {onchange}>
                {for props.options.iter().map(|(value, label)| html! {
                    <option key={value.to_string()} value={value.clone()} selected={*value == props.chosen}>
                        {label}
                    </option>
                })}
            </select>
        </div>
    }
}
