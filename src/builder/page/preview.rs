//! The explainer as it will look, in three widths and two themes.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{
    browser::Fit,
    fields::{Choice, Radios},
};
use crate::builder::{
    choices::{Choices, Theme, Way},
    snippet::{SANDBOX, static_file},
};

#[derive(PartialEq, Properties)]
pub(super) struct PreviewProps {
    pub(super) choices: Rc<Choices>,
}

/// Width and height of a screen, in pixels.
type Screen = (u16, u16);

const PHONE: Screen = (360, 640);
const TABLET: Screen = (768, 900);
const DESKTOP: Screen = (1280, 900);

/// A frame with the choices in its address.
#[component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let choices = &props.choices;
    let screen = use_state(|| PHONE);
    let theme = use_state(|| Theme::Light);
    let (ruler, stage, frame) = (use_node_ref(), use_node_ref(), use_node_ref());
    let address = if choices.way == Way::Static {
        static_file(choices)
    } else {
        format!("frame.html{}", choices.options('?', *theme))
    };
    use_effect_with((*screen, address.clone()), {
        let (ruler, stage, frame) = (ruler.clone(), stage.clone(), frame.clone());
        move |(screen, _)| {
            let ruler = ruler.cast::<Element>();
            let elements = stage.cast::<HtmlElement>().zip(frame.cast::<HtmlElement>());
            let fit = ruler
                .zip(elements)
                .and_then(|(ruler, (stage, frame))| Fit::new(&ruler, stage, frame, *screen));
            move || drop(fit)
        }
    });
    let on_screen = use_callback(screen.setter(), |screen, setter| setter.set(screen));
    let on_theme = use_callback(theme.setter(), |theme, setter| setter.set(theme));
    html! {
        <section class="card preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{"Preview"}</h2>
            <div class="switches">
                <Radios<Screen> legend="Screen" name="screen" choices={screens()} chosen={*screen}
                    on_choose={on_screen} />
                if choices.theme == Theme::Auto && choices.way != Way::Static {
                    <Radios<Theme> legend="Colors" name="colors" choices={themes()} chosen={*theme}
                        on_choose={on_theme} />
                }
            </div>
            <div class="stage" ref={stage}>
                <div ref={ruler}></div>
                // With its address as the key it is a new frame each time, which the button Back does not go through.
                <iframe key={address.clone()} ref={frame} src={address} title="Preview of the explainer"
                    sandbox={SANDBOX} allow="clipboard-write"></iframe>
            </div>
            <p class="hint">{"Links in the preview open in a window of their own."}</p>
        </section>
    }
}

fn screens() -> Vec<Choice<Screen>> {
    let screen = |value, id, label| Choice {
        value,
        id,
        label,
        hint: "",
    };
    vec![
        screen(PHONE, "phone", "Phone"),
        screen(TABLET, "tablet", "Tablet"),
        screen(DESKTOP, "desktop", "Desktop"),
    ]
}

fn themes() -> Vec<Choice<Theme>> {
    let theme = |value: Theme, label| Choice {
        value,
        id: value.id(),
        label,
        hint: "",
    };
    vec![theme(Theme::Light, "Light"), theme(Theme::Dark, "Dark")]
}
