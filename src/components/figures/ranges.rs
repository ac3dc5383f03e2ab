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

fn axis(axis: &Axis) -> Html {
    html! {
        <>
            <p class="axis-label">{ &axis.label }</p>
            { axis.ranges.iter().map(|it| range(it, axis)).collect::<Html>() }
            <p class="scale">
                <span>{ &axis.low_label }</span>
                <span>{ &axis.high_label }</span>
            </p>
        </>
    }
}

fn range(
    Range {
        label,
        low,
        median,
        high,
    }: &Range,
    axis: &Axis,
) -> Html {
    let percent = |value: u8| format!("{}%", u32::from(value) * 100 / u32::from(axis.end.max(1)));
    let middle = MIDDLE.to_string();
    let value = |value: u8, class: &'static str| {
        html! {
            <text {class} x={percent(value)} y={FOOT.to_string()} text-anchor="middle" fill="currentColor">
                { value }
            </text>
        }
    };
    html! {
        <>
            <p class="range-label">{ label }</p>
            <svg class="axis" width="100%" height={BAR.to_string()}>
                <svg x="4%" width="92%" overflow="visible">
                    <line
                        class="range"
                        stroke="gray"
                        stroke-width="12"
                        x1={percent(*low)}
                        x2={percent(*high)}
                        y1={middle.clone()}
                        y2={middle.clone()}
                    />
                    <circle class="median" cx={percent(*median)} cy={middle} r="9" fill="currentColor" />
                    if low != median {
                        { value(*low, "value") }
                    }
                    if high != median {
                        { value(*high, "value") }
                    }
                    { value(*median, "value median-value") }
                </svg>
            </svg>
        </>
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
