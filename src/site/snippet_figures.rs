//! The figures of the plain HTML: all that they show, in words and tables.

use super::{
    snippet::{citation, list, spans, text},
    snippet_tables::{rows_as_table, table},
};
use crate::content::{
    Axis, Explainer, FigureData, FigureId, Group, Share, Span, Stop, Study, TimelineCard,
};

/// What a figure shows; `description` says in words what its drawing shows.
pub(super) fn figure(id: &FigureId, description: &str, explainer: &Explainer) -> String {
    let Some(figure) = explainer.figure(id) else {
        return String::new();
    };
    let body = match &figure.data {
        FigureData::Study(it) => study(it, description, explainer),
        FigureData::Tour(tour) => list("ol", tour.stops.iter().map(|it| stop(it, explainer))),
        FigureData::Shares(groups) => groups.iter().map(|it| group(it, explainer)).collect(),
        FigureData::Timeline(cards) => list("ol", cards.iter().map(|it| card(it, explainer))),
        FigureData::Table(it) => table(it, explainer),
    };
    let sources: String = figure.sources().map(|it| citation(it, explainer)).collect();
    format!(
        "<figure>\n<figcaption>{}{sources}</figcaption>\n{body}</figure>\n",
        text(&figure.caption),
    )
}

fn study(study: &Study, description: &str, explainer: &Explainer) -> String {
    let words = &explainer.words;
    let of_axis = |axis: &Axis| {
        let head = [&axis.label, &words.lowest, &words.median, &words.highest];
        let rows = axis.ranges.iter().map(|range| {
            let values = [range.low, range.median, range.high].map(|value| value.to_string());
            [text(&range.label)].into_iter().chain(values).collect()
        });
        let numbers = rows_as_table(&head.map(|it| text(it)), rows);
        let (low, high) = (text(&axis.low_label), text(&axis.high_label));
        format!("{numbers}<p>0: {low} · {}: {high}</p>\n", axis.end)
    };
    format!(
        "<p>{}</p>\n<p>{}</p>\n{}",
        text(&study.people_label),
        text(description),
        study.axes.iter().map(of_axis).collect::<String>(),
    )
}

fn stop(stop: &Stop, explainer: &Explainer) -> String {
    let note = |(label, words): &(String, Vec<Span>)| {
        let label = if label.is_empty() {
            String::new()
        } else {
            format!("<strong>{}</strong> ", text(label))
        };
        format!("<p>{label}{}</p>\n", spans(words, explainer))
    };
    format!(
        "<p><strong>{}</strong> {}</p>\n{}",
        text(&stop.title),
        text(&stop.time),
        stop.notes.iter().map(note).collect::<String>(),
    )
}

fn group(group: &Group, explainer: &Explainer) -> String {
    let share = |share: &Share| {
        let count = share.in_words(group, &explainer.words);
        format!("<strong>{}</strong> {}", text(&share.label), text(&count))
    };
    format!(
        "<p><strong>{}</strong>{}</p>\n{}",
        text(&group.label),
        citation(&group.source, explainer),
        list("ul", group.shares.iter().map(share)),
    )
}

fn card(card: &TimelineCard, explainer: &Explainer) -> String {
    let fact = |(name, fact): (&String, &Vec<Span>)| {
        format!("<strong>{}</strong> {}", text(name), spans(fact, explainer))
    };
    let facts = explainer.words.card_facts().into_iter().zip(&card.facts);
    format!(
        "<p>{} · {}</p>\n<p><strong>{}</strong></p>\n{}",
        text(&card.date),
        text(&card.kind),
        text(&card.title),
        list("ul", facts.map(fact)),
    )
}
