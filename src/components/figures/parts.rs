//! Figures of several parts, one after another: places, steps, studies (`timeline.rs`). In a browser, buttons choose
//! from them (`living/chooser.rs`).

use yew::prelude::*;

use super::{
    super::{
        spans::{spans, text},
        view::View,
    },
    drawing::drawing,
};
use crate::content::{Stop, Tour};

/// So many steps fit side by side.
const STRIP: usize = 4;

/// Places of one drawing, or steps.
pub(super) fn tour(tour: &Tour, view: &View) -> Html {
    let class = match tour.stops.len() {
        0..=STRIP if tour.choose => "stops strip",
        0..=STRIP => "stops strip plan",
        _ => "stops",
    };
    let stops = (1..)
        .zip(&tour.stops)
        .map(|(number, it)| stop(it, number, view));
    let list = html! { <ol {class}>{ stops.collect::<Html>() }</ol> };
    if !tour.choose {
        return list;
    }
    parts(
        tour.map.as_ref().map(drawing),
        &view.words().show_all_stops,
        list,
        view,
    )
}

/// All parts, with the words of the buttons that choose from them; `all` shows them all.
pub(super) fn parts(map: Option<Html>, all: &str, list: Html, view: &View) -> Html {
    let words = view.words();
    html! {
        <div
            class={if map.is_some() { "mapped" } else { "parts" }}
            data-choose={words.choose.clone()}
            data-all={all.to_owned()}
            data-previous={words.previous.clone()}
            data-next={words.next.clone()}
            data-position={words.position.clone()}
        >
            { for map }
            <div>{ list }</div>
        </div>
    }
}

fn stop(stop: &Stop, number: usize, view: &View) -> Html {
    html! {
        <li class="stop">
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
