//! A few people, and the range and median of what was measured.

use yew::prelude::*;

use super::super::{blocks::more_detail, view::View};
use crate::content::{Axis, Range, Study};

/// The height of a range's bar with its values.
const BAR: u32 = 50;
/// The middle of the bar.
const MIDDLE: u32 = 14;
/// The line on which its values stand.
const FOOT: u32 = 40;

/// The height of the scale below the bars.
const SCALE: u32 = 26;
/// The line on which its numbers stand.
const TICK_FOOT: u32 = 22;
/// A scale has so many ticks after that of 0.
const TICKS: u8 = 4;

/// The people as figures and the ranges as bars. Lengths are percentages, so it fits any width. Words are
/// paragraphs, for those of a drawing do not wrap.
pub(super) fn study(study: &Study, description: &str, view: &View) -> Html {
    html! {
        <>
            <p class="people">
                <span class="people-row" aria-hidden="true">
                    { (0..study.people).map(|_| person()).collect::<Html>() }
                </span>
                <span>{ &study.people_label }</span>
            </p>
            <div class="ranges" role="img" aria-label={description.to_owned()}>
                { legend(view) }
                { study.axes.iter().map(axis).collect::<Html>() }
            </div>
            { more_detail(&view.words().figure_as_table, as_table(study, view)) }
        </>
    }
}

fn person() -> Html {
    html! {
        <svg class="person" viewBox="0 0 24 48" width="24" height="48" fill="currentColor">
            <circle cx="12" cy="8" r="7" />
            <path d="M3 21a4 4 0 0 1 4-4h10a4 4 0 0 1 4 4v13h-4v14H7V34H3z" />
        </svg>
    }
}

/// What a dot and a bar are.
fn legend(view: &View) -> Html {
    let words = view.words();
    html! {
        <p class="legend">
            <span>
                <svg width="18" height="18" overflow="visible">{ median("50%", "50%") }</svg>
                { " " }{ &words.middle_person }
            </span>
            <span>
                <svg width="44" height="18" overflow="visible">{ bar("14%", "86%", "50%") }</svg>
                { " " }{ &words.lowest_to_highest }
            </span>
        </p>
    }
}

fn axis(axis: &Axis) -> Html {
    html! {
        <>
            <p class="axis-label">{ &axis.label }</p>
            { axis.ranges.iter().map(|it| range(it, axis)).collect::<Html>() }
            { scale(axis) }
            <p class="scale">
                <span>{ &axis.low_label }</span>
                <span>{ &axis.high_label }</span>
            </p>
        </>
    }
}

/// Where a value stands on its scale.
fn place(value: u8, axis: &Axis) -> String {
    format!("{}%", u32::from(value) * 100 / u32::from(axis.end.max(1)))
}

/// A number of a drawing, below its place.
fn number(value: u8, class: &'static str, foot: u32, axis: &Axis) -> Html {
    html! {
        <text {class} x={place(value, axis)} y={foot.to_string()} text-anchor="middle" fill="currentColor">
            { value }
        </text>
    }
}

fn median(x: &str, y: &str) -> Html {
    html! { <circle class="median" cx={x.to_owned()} cy={y.to_owned()} r="9" fill="currentColor" /> }
}

fn bar(from: &str, to: &str, y: &str) -> Html {
    html! {
        <line
            class="range"
            stroke="gray"
            stroke-width="12"
            x1={from.to_owned()}
            x2={to.to_owned()}
            y1={y.to_owned()}
            y2={y.to_owned()}
        />
    }
}

fn range(range: &Range, axis: &Axis) -> Html {
    let Range { low, high, .. } = *range;
    let middle = MIDDLE.to_string();
    html! {
        <>
            <p class="range-label">{ &range.label }</p>
            <svg class="axis" width="100%" height={BAR.to_string()} overflow="visible">
                { bar(&place(low, axis), &place(high, axis), &middle) }
                { median(&place(range.median, axis), &middle) }
                if low != range.median {
                    { number(low, "value", FOOT, axis) }
                }
                if high != range.median {
                    { number(high, "value", FOOT, axis) }
                }
                { number(range.median, "value median-value", FOOT, axis) }
            </svg>
        </>
    }
}

/// The line below the bars, with its ticks.
fn scale(axis: &Axis) -> Html {
    let step = usize::from((axis.end / TICKS).max(1));
    let tick = |value: u8| {
        html! {
            <>
                <line x1={place(value, axis)} x2={place(value, axis)} y2="7" />
                { number(value, "tick", TICK_FOOT, axis) }
            </>
        }
    };
    html! {
        <svg class="axis ticks" width="100%" height={SCALE.to_string()} overflow="visible" stroke="currentColor">
            <line x2="100%" />
            { (0..=axis.end).step_by(step).map(tick).collect::<Html>() }
        </svg>
    }
}

/// The numbers of the drawing as a table, one row a range.
fn as_table(study: &Study, view: &View) -> Html {
    let words = view.words();
    let heads = [&words.lowest, &words.median, &words.highest];
    let cells = |range: &Range| {
        [range.low, range.median, range.high]
            .iter()
            .zip(heads)
            .map(|(value, head)| html! { <td role="cell" data-label={head.clone()}>{ value }</td> })
            .collect::<Html>()
    };
    study
        .axes
        .iter()
        .map(|axis| {
            html! {
                <table class="table" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{ &axis.label }</th>
                            for head in heads {
                                <th scope="col" role="columnheader">{ head }</th>
                            }
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        for range in &axis.ranges {
                            <tr role="row">
                                <th scope="row" role="rowheader">{ &range.label }</th>
                                { cells(range) }
                            </tr>
                        }
                    </tbody>
                </table>
            }
        })
        .collect()
}
