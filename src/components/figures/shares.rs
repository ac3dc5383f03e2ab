//! How many people of a group something happened to: each person a dot.

use yew::prelude::*;

use super::super::{spans::citation, view::View};
use crate::content::{Group, Share};

/// From one dot to the next.
const STEP: u16 = 10;

/// Each group with its own denominator, which stands in its heading and in each line.
pub(super) fn shares(groups: &[Group], view: &View) -> Html {
    let group = |group: &Group| {
        html! {
            <>
                <p class="group-label">{ &group.label }{ citation(&group.source, view) }</p>
                <ul class="shares">{ group.shares.iter().map(|it| share(it, group, view)).collect::<Html>() }</ul>
            </>
        }
    };
    groups.iter().map(group).collect()
}

fn share(share: &Share, group: &Group, view: &View) -> Html {
    let row = row(group.total);
    let (width, height) = (row * STEP, group.total.div_ceil(row) * STEP);
    html! {
        <li>
            <strong>{ &share.label }</strong>
            <span class="share-count">{ share.in_words(group, view.words()) }</span>
            // Without the stylesheet each dot is as large as here.
            <svg
                class="dots"
                viewBox={format!("0 0 {width} {height}")}
                width={width.to_string()}
                height={height.to_string()}
                fill="none"
                stroke="currentColor"
                stroke-width="7"
                stroke-linecap="round"
                stroke-dasharray={format!("0 {STEP}")}
                aria-hidden="true"
            >
                <path class="dots-all" stroke="silver" d={dots(group.total, row)} />
                <path class="dots-some" d={dots(share.count, row)} />
            </svg>
        </li>
    }
}

/// How many dots stand in a row. 100 people make four rows that are full, and 145 five.
fn row(total: u16) -> u16 {
    if total.is_multiple_of(25) { 25 } else { 29 }
}

/// Each row is a line of dashes without length, which have round ends. It goes a little beyond its last dot, since
/// browsers round what they add up.
fn dots(people: u16, in_row: u16) -> String {
    let row = |row: u16| {
        let others = (people - row * in_row).min(in_row) - 1;
        format!("M5 {}h{}", row * STEP + 5, others * STEP + 1)
    };
    (0..people.div_ceil(in_row)).map(row).collect()
}
