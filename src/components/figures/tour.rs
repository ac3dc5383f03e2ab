//! Places or steps, to read all at once or one by one.

use yew::prelude::*;

use super::{
    super::{
        click::use_click,
        live::use_live,
        spans::{spans, text},
        view::View,
    },
    drawing::{drawing, shapes, svg},
};
use crate::content::{self, FigureData, FigureId, ShapeGroup, Stop, Words};

#[derive(PartialEq, Properties)]
pub(super) struct TourProps {
    pub(super) view: View,
    pub(super) id: FigureId,
}

/// All stops as a list. While the explainer runs, one can be chosen: then it alone is shown, and stands out in the
/// drawing that all share.
#[component]
pub(super) fn Tour(TourProps { view, id }: &TourProps) -> Html {
    let live = use_live();
    let chosen = use_state(|| 0_usize);
    let setter = chosen.setter();
    let on_choose = use_callback((), move |stop: usize, ()| setter.set(stop));
    let Some(tour) = data(view, id) else {
        return Html::default();
    };

    let words = view.words();
    let count = tour.stops.len();
    let choice = |stop: usize, label: String, class: &'static str| {
        let pressed = (class == "choice").then_some(*chosen == stop);
        html! { <Choice {stop} {class} {label} {pressed} on_choose={on_choose.clone()} /> }
    };
    let name = |(index, stop): (usize, &Stop)| {
        choice(index + 1, format!("{} {}", index + 1, stop.title), "choice")
    };
    html! {
        <div class={if tour.map.is_some() { "tour mapped" } else { "tour" }} data-chosen={(*chosen > 0).then_some("")}>
            { for tour.map.as_ref().map(|map| svg(map, map.groups.iter().map(|group| html! {
                <Place group={group.clone()} chosen={*chosen} on_choose={on_choose.clone()} />
            }).collect())) }
            <div class="tour-words">
                if live {
                    <div class="choices" role="group" aria-label={words.choose.clone()}>
                        { choice(0, words.show_all_stops.clone(), "choice") }
                        { tour.stops.iter().enumerate().map(name).collect::<Html>() }
                    </div>
                }
                <ol class="stops" aria-live={live.then_some("polite")}>
                    { tour.stops.iter().enumerate().map(|(index, it)| stop(index + 1, it, *chosen, view)).collect::<Html>() }
                </ol>
                if live && *chosen > 0 {
                    <div class="choices">
                        if *chosen > 1 {
                            { choice(*chosen - 1, words.previous.clone(), "step") }
                        }
                        if *chosen < count {
                            { choice(*chosen + 1, words.next.clone(), "step") }
                        }
                        <span class="position">{ position(*chosen, count, words) }</span>
                    </div>
                }
            </div>
        </div>
    }
}

fn data<'a>(view: &'a View, id: &FigureId) -> Option<&'a content::Tour> {
    let figure = view.explainer.figures.iter().find(|it| it.id == *id)?;
    match &figure.data {
        FigureData::Tour(tour) => Some(tour),
        _ => None,
    }
}

fn position(chosen: usize, count: usize, words: &Words) -> String {
    let values = [
        ("number", &*chosen.to_string()),
        ("total", &*count.to_string()),
    ];
    Words::fill(&words.position, &values)
}

fn stop(number: usize, stop: &Stop, chosen: usize, view: &View) -> Html {
    html! {
        <li class="stop" hidden={chosen > 0 && chosen != number}>
            { for stop.drawing.as_ref().map(drawing) }
            <div>
                <p class="stop-title">
                    <strong>{ text(&stop.title) }</strong>
                    if !stop.time.is_empty() {
                        <span class="stop-time">{ " " }{ &stop.time }</span>
                    }
                </p>
                for (label, words) in &stop.notes {
                    <p>
                        if !label.is_empty() {
                            <strong>{ label }{ " " }</strong>
                        }
                        { spans(words, view) }
                    </p>
                }
            </div>
        </li>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct ChoiceProps {
    pub(super) stop: usize,
    pub(super) class: &'static str,
    pub(super) label: String,
    /// Whether it is the one chosen now; none where it only leads there.
    pub(super) pressed: Option<bool>,
    pub(super) on_choose: Callback<usize>,
}

/// A button that chooses.
#[component]
pub(super) fn Choice(props: &ChoiceProps) -> Html {
    let button = use_node_ref();
    let on_click = use_callback(
        (props.stop, props.on_choose.clone()),
        |(), (stop, on_choose)| {
            on_choose.emit(*stop);
        },
    );
    use_click(&button, on_click);
    let pressed = props
        .pressed
        .map(|pressed| if pressed { "true" } else { "false" });
    html! {
        <button type="button" class={props.class} aria-pressed={pressed} ref={button}>{ text(&props.label) }</button>
    }
}

#[derive(PartialEq, Properties)]
struct PlaceProps {
    group: ShapeGroup,
    chosen: usize,
    on_choose: Callback<usize>,
}

/// A place in the drawing. A finger or a mouse chooses it too; for all others there are the buttons.
#[component]
fn Place(props: &PlaceProps) -> Html {
    let node = use_node_ref();
    let stop = usize::from(props.group.stop);
    let on_click = use_callback((stop, props.on_choose.clone()), |(), (stop, on_choose)| {
        if *stop > 0 {
            on_choose.emit(*stop);
        }
    });
    use_click(&node, on_click);
    let class = match stop {
        0 => "ground",
        _ if stop == props.chosen => "place chosen",
        _ => "place",
    };
    html! { <g {class} ref={node}>{ shapes(&props.group) }</g> }
}
