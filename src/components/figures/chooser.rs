//! Figures of several parts, to read all at once or to choose from: places, steps, studies.

use gloo_events::EventListener;
use yew::prelude::*;

use super::{
    super::{
        live::use_live,
        spans::{spans, text},
        view::View,
    },
    drawing::{drawing, show_chosen},
};
use crate::content::{Figure, FigureData, FigureId, Stop, TimelineCard, Words};

/// The attribute of whatever chooses the part of its number when it is clicked; 0 chooses all.
const CHOOSES: &str = "data-chooses";

/// So many names, that of all parts among them, have steps that fit side by side.
const STRIP: usize = 5;

#[derive(PartialEq, Properties)]
pub(super) struct ChooserProps {
    pub(super) view: View,
    pub(super) id: FigureId,
}

/// All parts, one after another. While the explainer runs, buttons choose from them, and a status says in one line
/// what is shown then.
#[component]
pub(super) fn Chooser(ChooserProps { view, id }: &ChooserProps) -> Html {
    let live = use_live();
    // Nothing until the reader chooses: then nothing is said yet.
    let choice = use_state(|| None::<usize>);
    let chosen = choice.unwrap_or_default();
    let node = use_node_ref();
    let setter = choice.setter();
    // One listener for all that chooses, for the reason that `click.rs` gives.
    use_effect_with(node.clone(), move |node| {
        let listener = node.get().map(|node| {
            EventListener::new(&node, "click", move |event| {
                let place = event.target_dyn_into::<web_sys::Element>();
                let place = place.and_then(|it| it.closest("[data-chooses]").ok().flatten());
                let number = place.and_then(|it| it.get_attribute(CHOOSES)?.parse().ok());
                if let Some(number) = number {
                    setter.set(Some(number));
                }
            })
        });
        move || drop(listener)
    });
    use_effect_with((node.clone(), chosen), |(node, chosen)| {
        if let Some(figure) = node.cast() {
            show_chosen(&figure, *chosen);
        }
    });

    let figure = view.explainer.figures.iter().find(|it| it.id == *id);
    let parts = figure.map(|figure| parts(figure, chosen, view));
    let Some(Parts {
        map,
        names,
        list,
        shown,
    }) = parts
    else {
        return Html::default();
    };
    let words = view.words();
    let is_tour = matches!(figure.map(|it| &it.data), Some(FigureData::Tour(_)));
    let class = match names.len() {
        _ if !is_tour => "timeline",
        0..=STRIP => "stops strip",
        _ => "stops",
    };
    let choose =
        |(number, name): (usize, &String)| pick(Some(number), name, Some(number == chosen));
    let choices = names.iter().enumerate().map(choose).collect::<Html>();
    let shown = choice.map(|_| shown).unwrap_or_default();
    html! {
        <div class={if map.is_some() { "mapped" } else { "parts" }} ref={node}>
            { for map }
            <div>
                if live {
                    <div class="picks" role="group" aria-label={words.choose.clone()}>
                        { choices }
                    </div>
                    <p class="visually-hidden" role="status"><span key={shown.clone()}>{ shown }</span></p>
                }
                <ol {class}>{ list }</ol>
                if is_tour && chosen > 0 {
                    { steps(chosen, names.len() - 1, words) }
                }
            </div>
        </div>
    }
}

/// What a figure consists of.
struct Parts {
    /// The drawing that all parts share.
    map: Option<Html>,
    /// The names on the buttons, that of all parts first.
    names: Vec<String>,
    list: Html,
    /// Which parts are shown, in a few words.
    shown: String,
}

fn parts(figure: &Figure, chosen: usize, view: &View) -> Parts {
    let words = view.words();
    let mut names = Vec::new();
    let mut map = None;
    let shown;
    let list = match &figure.data {
        FigureData::Tour(tour) => {
            names.push(words.show_all_stops.clone());
            names.extend(
                (1..).zip(&tour.stops).map(|(number, it): (usize, _)| {
                    [&number.to_string(), " ", &*it.title].concat()
                }),
            );
            map = tour.map.as_ref().map(drawing);
            let total = tour.stops.len();
            shown = match chosen.checked_sub(1).and_then(|it| tour.stops.get(it)) {
                Some(stop) => [&*position(chosen, total, words), ": ", &stop.title].concat(),
                None => [&*position(total, total, words), ": ", &names[0]].concat(),
            };
            let stop = |(number, it)| stop(it, number, chosen > 0 && chosen != number, view);
            (1..).zip(&tour.stops).map(stop).collect()
        }
        FigureData::Timeline(cards) => {
            names.push(words.show_all_studies.clone());
            for card in cards {
                if !names.contains(&card.kind) {
                    names.push(card.kind.clone());
                }
            }
            let is_wanted = |it: &&TimelineCard| chosen == 0 || names.get(chosen) == Some(&it.kind);
            let count = cards.iter().filter(is_wanted).count();
            shown = [
                &*position(count, cards.len(), words),
                ": ",
                names.get(chosen).map_or("", |it| it),
            ]
            .concat();
            cards
                .iter()
                .map(|it| card(it, !is_wanted(&it), view))
                .collect()
        }
        _ => {
            shown = String::new();
            Html::default()
        }
    };
    Parts {
        map,
        names,
        list,
        shown,
    }
}

/// A button that chooses the part of this number; without a number it has nothing to choose, and stays all the same,
/// so that a reader who has just used it keeps the focus.
fn pick(number: Option<usize>, name: &str, pressed: Option<bool>) -> Html {
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
            { text(name) }
        </button>
    }
}

/// The ways to the step before and to the one after.
fn steps(chosen: usize, count: usize, words: &Words) -> Html {
    html! {
        <div class="picks">
            { pick((chosen > 1).then(|| chosen - 1), &words.previous, None) }
            { pick((chosen < count).then(|| chosen + 1), &words.next, None) }
            // Another node, not another text: a browser that translates puts its own in the place of that.
            <span class="position" key={chosen}>{ position(chosen, count, words) }</span>
        </div>
    }
}

fn position(number: usize, total: usize, words: &Words) -> String {
    let values = [
        ("number", &*number.to_string()),
        ("total", &*total.to_string()),
    ];
    Words::fill(&words.position, &values)
}

fn stop(stop: &Stop, number: usize, hidden: bool, view: &View) -> Html {
    html! {
        <li class="stop" {hidden}>
            { for stop.drawing.as_ref().map(drawing) }
            <div>
                <p class="stop-title" data-number={number.to_string()}>
                    <strong>{ text(&stop.title) }</strong>
                    <span class="stop-time">{ " " }{ &stop.time }</span>
                </p>
                for (label, words) in &stop.notes {
                    <p>
                        if !label.is_empty() {
                            <strong>{ label }</strong>{ " " }
                        }
                        { spans(words, view) }
                    </p>
                }
            </div>
        </li>
    }
}

fn card(card: &TimelineCard, hidden: bool, view: &View) -> Html {
    html! {
        <li class="card" {hidden}>
            <p class="card-date">{ &card.date }{ " · " }{ &card.kind }</p>
            <p class="card-title"><strong>{ text(&card.title) }</strong></p>
            <dl class="card-facts">
                for (name, fact) in view.words().card_facts().into_iter().zip(&card.facts) {
                    <div>
                        <dt>{ name }</dt>
                        <dd>{ spans(fact, view) }</dd>
                    </div>
                }
            </dl>
        </li>
    }
}
