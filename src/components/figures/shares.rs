//! How many people of a group something happened to: each person a dot.

use yew::prelude::*;

use super::super::{spans::citation, view::View};
use crate::content::{Group, Share};

/// How many dots stand in a row. 145 people make five rows that are full.
const ROW: u16 = 29;
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
    let (width, height) = (ROW * STEP, rows(group.total) * STEP);
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
                <path class="dots-all" stroke="silver" d={dots(group.total)} />
                <path class="dots-some" d={dots(share.count)} />
            </svg>
        </li>
    }
}

fn rows(people: u16) -> u16 {
    people.div_ceil(ROW)
}

/// Each row is a line of dashes without length, which have round ends. It goes a little beyond its last dot, since
/// browsers round what they add up.
fn dots(people: u16) -> String {
    let row = |row: u16| {
        let others = (people - row * ROW).min(ROW) - 1;
        format!("M5 {}h{}", row * STEP + 5, others * STEP + 1)
    };
    (0..rows(people)).map(row).collect()
}
