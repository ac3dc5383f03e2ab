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

/// All parts, one after another. While the explainer runs, buttons choose from them.
#[component]
pub(super) fn Chooser(ChooserProps { view, id }: &ChooserProps) -> Html {
    let live = use_live();
    let chosen = use_state(|| 0_usize);
    let node = use_node_ref();
    let setter = chosen.setter();
    // One listener for all that chooses, for the reason that `click.rs` gives.
    use_effect_with(node.clone(), move |node| {
        let listener = node.get().map(|node| {
            EventListener::new(&node, "click", move |event| {
                let place = event.target_dyn_into::<web_sys::Element>();
                let place = place.and_then(|it| it.closest("[data-chooses]").ok().flatten());
                let number = place.and_then(|it| it.get_attribute(CHOOSES)?.parse().ok());
                if let Some(number) = number {
                    setter.set(number);
                }
            })
        });
        move || drop(listener)
    });
    use_effect_with((node.clone(), *chosen), |(node, chosen)| {
        if let Some(figure) = node.cast() {
            show_chosen(&figure, *chosen);
        }
    });

    let figure = view.explainer.figures.iter().find(|it| it.id == *id);
    let parts = figure.map(|figure| parts(figure, *chosen, view));
    let Some(Parts { map, names, list }) = parts else {
        return Html::default();
    };
    let words = view.words();
    let is_tour = matches!(figure.map(|it| &it.data), Some(FigureData::Tour(_)));
    let class = match names.len() {
        _ if !is_tour => "timeline",
        0..=STRIP => "stops strip",
        _ => "stops",
    };
    let choose = |(number, name): (usize, &String)| choice(number, name, Some(number == *chosen));
    let choices = names.iter().enumerate().map(choose).collect::<Html>();
    html! {
        <div class={if map.is_some() { "mapped" } else { "parts" }} ref={node}>
            { for map }
            <div>
                if live {
                    <div class="picks" role="group" aria-label={words.choose.clone()}>
                        { choices }
                    </div>
                }
                <ol {class} aria-live={live.then_some("polite")}>{ list }</ol>
                if is_tour && *chosen > 0 {
                    { steps(*chosen, names.len() - 1, words) }
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
}

fn parts(figure: &Figure, chosen: usize, view: &View) -> Parts {
    let words = view.words();
    let mut names = Vec::new();
    let mut map = None;
    let list = match &figure.data {
        FigureData::Tour(tour) => {
            names.push(words.show_all_stops.clone());
            names.extend(
                (1..).zip(&tour.stops).map(|(number, it): (usize, _)| {
                    [&number.to_string(), " ", &*it.title].concat()
                }),
            );
            map = tour.map.as_ref().map(drawing);
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
            let is_wanted = |it: &TimelineCard| chosen == 0 || names.get(chosen) == Some(&it.kind);
            cards
                .iter()
                .map(|it| card(it, !is_wanted(it), view))
                .collect()
        }
        _ => Html::default(),
    };
    Parts { map, names, list }
}

fn choice(number: usize, name: &str, pressed: Option<bool>) -> Html {
    let pressed = pressed.map(|pressed| if pressed { "true" } else { "false" });
    html! {
        <button type="button" class="pick" part="pick" data-chooses={number.to_string()} aria-pressed={pressed}>
            { text(name) }
        </button>
    }
}

/// The ways to the step before and to the one after.
fn steps(chosen: usize, count: usize, words: &Words) -> Html {
    let values = [
        ("number", &*chosen.to_string()),
        ("total", &*count.to_string()),
    ];
    html! {
        <div class="picks">
            if chosen > 1 {
                { choice(chosen - 1, &words.previous, None) }
            }
            if chosen < count {
                { choice(chosen + 1, &words.next, None) }
            }
            // Another node, not another text: a browser that translates puts its own in the place of that.
            <span class="position" key={chosen}>{ Words::fill(&words.position, &values) }</span>
        </div>
    }
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
