//! The tables of the plain HTML. What has more columns than a phone has room for becomes a list.

use super::snippet::{list, spans};
use crate::content::{Explainer, Span, Table};

/// The most columns that fit on a phone, whatever the page looks like around them.
const MOST_COLUMNS: usize = 2;

pub(super) fn table(Table { head, rows }: &Table, explainer: &Explainer) -> String {
    let cells = |cells: &[Vec<Span>]| -> Vec<String> {
        cells.iter().map(|it| spans(it, explainer)).collect()
    };
    rows_as_table(&cells(head), rows.iter().map(|row| cells(row)))
}

/// Rows of HTML below their heads.
pub(super) fn rows_as_table(head: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    if head.len() > MOST_COLUMNS {
        return rows_as_list(head, rows);
    }
    let head: Vec<String> = head
        .iter()
        .map(|cell| format!("<th scope=\"col\">{cell}</th>\n"))
        .collect();
    let rows = rows.map(|cells| {
        let cells = cells.iter().enumerate().map(|(index, cell)| match index {
            0 => format!("<th scope=\"row\">{cell}</th>\n"),
            _ => format!("<td>{cell}</td>\n"),
        });
        format!("<tr>\n{}</tr>\n", cells.collect::<Vec<_>>().concat())
    });
    format!(
        "<table>\n<thead>\n<tr>\n{}</tr>\n</thead>\n<tbody>\n{}</tbody>\n</table>\n",
        head.concat(),
        rows.collect::<Vec<_>>().concat(),
    )
}

/// The heads as a line, then each row as an item: its name, and each cell behind the head of its column.
fn rows_as_list(head: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let row = |cells: Vec<String>| {
        let mut cells = cells.iter().zip(head);
        let name = cells.next().map_or("", |(name, _)| name);
        let cells = cells.map(|(cell, head)| format!("<strong>{head}</strong>: {cell}"));
        format!("<p><strong>{name}</strong></p>\n{}", list("ul", cells))
    };
    format!("<p>{}</p>\n{}", head.join(" · "), list("ul", rows.map(row)))
}
