//! Figures of several parts, to read all at once or to choose from: places, steps, studies.

use std::rc::Rc;

use web_sys::Element;
use yew::{
    prelude::*,
    virtual_dom::{VNode, VPortal},
};

use super::{
    listener::{listen, source},
    page::{data, elements, remove, set},
    text::words_of,
};
use crate::{components::text, content::Words};

/// The attribute of whatever chooses the part of its number when it is clicked; 0 chooses all.
const CHOOSES: &str = "data-chooses";

#[derive(PartialEq, Properties)]
pub(super) struct ChooserProps {
    /// The figure. Its attributes have the words of the buttons.
    pub(super) place: Element,
}

/// Buttons that choose from the parts of a figure, and a status that says in one line what is shown then.
#[component]
pub(super) fn Chooser(ChooserProps { place }: &ChooserProps) -> Html {
    // Nothing until the reader chooses: then nothing is said yet.
    let choice = use_state(|| None::<usize>);
    let chosen = choice.unwrap_or_default();
    let parts = use_memo((), |()| Parts::of(place));
    use_effect_with((), {
        let (place, parts, choice) = (place.clone(), parts.clone(), choice.setter());
        move |()| {
            // One listener for all that chooses, places of a drawing among it.
            let listeners = listen(&place, ["click"], move |event| {
                let number = source(event, "[data-chooses]");
                let number = number.and_then(|it| it.get_attribute(CHOOSES)?.parse().ok());
                if let Some(number) = number {
                    choice.set(Some(number));
                }
            });
            move || {
                drop(listeners);
                parts.show(&place, 0);
            }
        }
    });
    use_effect_with(*choice, {
        let (place, parts) = (place.clone(), parts.clone());
        move |choice| {
            if let Some(chosen) = choice {
                parts.show(&place, *chosen);
            }
        }
    });

    let Some((list, room)) = list_of(place) else {
        return Html::default();
    };
    let choose = |(number, name): (usize, &String)| {
        pick(Some(number), parts.label(name), Some(number == chosen))
    };
    let choices = parts.names.iter().enumerate().map(choose).collect::<Html>();
    let rail = if parts.are_steps {
        "picks rail"
    } else {
        "picks"
    };
    let shown = choice.map(|it| parts.shown(it, place)).unwrap_or_default();
    let before = html! {
        <>
            <div class={rail} role="group" aria-label={data(place, "choose")} data-live="">{ choices }</div>
            <p class="visually-hidden" role="status" data-live=""><span key={shown.clone()}>{ shown }</span></p>
        </>
    };
    let before = VPortal::new_before(before, room.clone(), Some(list.into()));
    html! {
        <>
            { VNode::VPortal(Rc::new(before)) }
            if parts.are_steps && chosen > 0 {
                { create_portal(steps(chosen, parts.items.len(), place), room) }
            }
        </>
    }
}

/// The list of all parts, and the element around it.
fn list_of(place: &Element) -> Option<(Element, Element)> {
    let list = place.query_selector("ol").ok()??;
    let room = list.parent_element()?;
    Some((list, room))
}

/// What a figure consists of.
struct Parts {
    /// The items of its list.
    items: Vec<Element>,
    /// Whether they are steps, one shown at a time; else each is of a kind, and those of a kind are shown together.
    are_steps: bool,
    /// The names on the buttons, that of all parts first.
    names: Vec<String>,
    /// Which of the names shows each of the items.
    choices: Vec<usize>,
}

impl Parts {
    fn of(place: &Element) -> Self {
        let items: Vec<Element> = elements(place, "ol > li").collect();
        let mut names = vec![data(place, "all")];
        let mut choices = Vec::new();
        let mut are_steps = true;
        for item in &items {
            let found = |selector| elements(item, selector).next();
            let name = if let Some(kind) = found(".card-kind") {
                are_steps = false;
                words_of(&kind)
            } else {
                let title = found("strong").map(|it| words_of(&it));
                let number = choices.len() + 1;
                [&number.to_string(), " ", &*title.unwrap_or_default()].concat()
            };
            let known = names.iter().skip(1).position(|it| *it == name);
            choices.push(known.map_or(names.len(), |it| it + 1));
            if known.is_none() {
                names.push(name);
            }
        }
        Self {
            items,
            are_steps,
            names,
            choices,
        }
    }

    /// What stands on the button of this name: of a step, its number above its title.
    fn label(&self, name: &str) -> Html {
        match name.split_once(' ').filter(|_| self.are_steps) {
            Some((number, title)) => html! {
                <>
                    <span class="pick-number">{ number }</span>
                    { " " }
                    <span class="pick-title">{ text(title) }</span>
                </>
            },
            None => text(name),
        }
    }

    /// Shows the parts of a choice, and its place on the drawing.
    fn show(&self, place: &Element, chosen: usize) {
        for (item, choice) in self.items.iter().zip(&self.choices) {
            if chosen == 0 || chosen == *choice {
                remove(item, "hidden");
            } else {
                set(item, "hidden", "");
            }
        }
        for spot in elements(place, ".place") {
            let is_chosen = spot.get_attribute(CHOOSES) == Some(chosen.to_string());
            let class = if is_chosen { "place chosen" } else { "place" };
            set(&spot, "class", class);
        }
    }

    /// Which parts are shown, in a few words.
    fn shown(&self, chosen: usize, place: &Element) -> String {
        let total = self.items.len();
        let is_shown = |it: &&usize| chosen == 0 || **it == chosen;
        let name = self.names.get(chosen).map_or("", |it| it);
        let (number, name) = if self.are_steps && chosen > 0 {
            // The name of a step begins with its number, which is said already.
            (
                chosen,
                name.split_once(' ').map_or(name, |(_, title)| title),
            )
        } else {
            (self.choices.iter().filter(is_shown).count(), name)
        };
        [&*position(number, total, place), ": ", name].concat()
    }
}

/// A button that chooses the part of this number; without a number it has nothing to choose, and stays all the same,
/// so that a reader who has just used it keeps the focus.
fn pick(number: Option<usize>, name: Html, pressed: Option<bool>) -> Html {
    let pressed = pressed.map(|pressed| if pressed { "true" } else { "false" });
    html! {
        <button
            type="button"
            class="pick"
            part="pick"
            data-chooses={number.map(|it| it.to_string())}
            aria-disabled={number.is_none().then_some("true")}
            aria-pressed={pressed}
        >
            { name }
        </button>
    }
}

/// The ways to the step before and to the one after.
fn steps(chosen: usize, count: usize, place: &Element) -> Html {
    html! {
        <div class="picks" data-live="">
            { pick((chosen > 1).then(|| chosen - 1), text(&data(place, "previous")), None) }
            { pick((chosen < count).then(|| chosen + 1), text(&data(place, "next")), None) }
            // Another node, not another text: a browser that translates puts its own in the place of that.
            <span class="position" key={chosen}>{ position(chosen, count, place) }</span>
        </div>
    }
}

fn position(number: usize, total: usize, place: &Element) -> String {
    let values = [
        ("number", &*number.to_string()),
        ("total", &*total.to_string()),
    ];
    Words::fill(&data(place, "position"), &values)
}
