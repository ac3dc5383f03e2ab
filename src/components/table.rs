//! A table, which a narrow page shows as one card a row.

use yew::prelude::*;

use super::{spans::spans, view::View};
use crate::content::{Span, Table, plain_text};

/// The roles repeat what the elements mean, since some browsers forget it once the rows become cards.
pub(super) fn table(Table { head, rows }: &Table, view: &View) -> Html {
    html! {
        <table class="table" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    for cell in head {
                        <th scope="col" role="columnheader">{ spans(cell, view) }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">{ rows.iter().map(|row| table_row(head, row, view)).collect::<Html>() }</tbody>
        </table>
    }
}

fn table_row(head: &[Vec<Span>], cells: &[Vec<Span>], view: &View) -> Html {
    let cell = |(index, cell): (usize, &Vec<Span>)| {
        let label = head
            .get(index)
            .map(|words| plain_text(words).trim_end().to_owned());
        if index == 0 {
            html! { <th scope="row" role="rowheader">{ spans(cell, view) }</th> }
        } else {
            html! { <td role="cell" data-label={label}>{ spans(cell, view) }</td> }
        }
    };
    html! { <tr role="row">{ cells.iter().enumerate().map(cell).collect::<Html>() }</tr> }
}
