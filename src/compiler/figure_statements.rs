//! What the figures state.

use super::statements::Gathered;
use crate::content::{Figure, FigureData, SourceId, Span};

impl Gathered<'_> {
    pub(super) fn figure(&mut self, figure: &Figure) {
        let source = figure.source.as_ref();
        self.backed(&figure.caption, source);
        match &figure.data {
            FigureData::Study(study) => {
                self.backed(&study.people_label, source);
                for axis in &study.axes {
                    let ends = format!(
                        "{}: 0 ({}) to {} ({})",
                        axis.label, axis.low_label, axis.end, axis.high_label
                    );
                    match &axis.source {
                        Some(source) => self.backed(&ends, Some(source)),
                        None => self.label(&ends),
                    }
                    for range in &axis.ranges {
                        let values = format!(
                            "{}: {} to {}, median {}",
                            range.label, range.low, range.high, range.median
                        );
                        self.backed(&values, source);
                    }
                }
            }
            FigureData::Tour(tour) => {
                for stop in &tour.stops {
                    self.label(&format!("{} {}", stop.title, stop.time));
                    for (label, words) in &stop.notes {
                        let label = Span::Text(format!("{label} "));
                        self.spans(&[&[label], &**words].concat());
                    }
                }
            }
            FigureData::Shares(groups) => {
                for group in groups {
                    self.label(&group.label);
                    for share in &group.shares {
                        let share = format!("{}: {} of {}", share.label, share.count, group.total);
                        self.backed(&share, Some(&group.source));
                    }
                }
            }
            FigureData::Timeline(cards) => {
                for card in cards {
                    self.label(&format!("{} · {} · {}", card.date, card.kind, card.title));
                    for fact in &card.facts {
                        self.spans(fact);
                    }
                }
            }
            FigureData::Table(table) => self.table(table),
        }
    }

    /// A statement with the source behind it.
    fn backed(&mut self, words: &str, source: Option<&SourceId>) {
        let words = Span::Text(words.to_owned());
        let citation = source.map(|it| Span::Citation(it.clone()));
        let spans: Vec<Span> = [words].into_iter().chain(citation).collect();
        self.spans(&spans);
    }
}
