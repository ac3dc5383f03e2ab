//! What the figures state.

use super::statements::Gathered;
use crate::content::{Figure, FigureData, SourceId, Span};

impl Gathered<'_> {
    pub(super) fn figure(&mut self, figure: &Figure) {
        let cited = |words: String, source: Option<&SourceId>| {
            let citation = source.map(|it| Span::Citation(it.clone()));
            [Span::Text(words)].into_iter().chain(citation).collect()
        };
        let source = figure.source.as_ref();
        let caption: Vec<Span> = cited(figure.caption.clone(), source);
        self.spans(&caption);
        match &figure.data {
            FigureData::Study(study) => {
                let people: Vec<Span> = cited(study.people_label.clone(), source);
                self.spans(&people);
                for axis in &study.axes {
                    let ends = format!(
                        "{}: 0 ({}) to {} ({})",
                        axis.label, axis.low_label, axis.end, axis.high_label
                    );
                    self.label(&ends);
                    for range in &axis.ranges {
                        let values = format!(
                            "{}: {} to {}, median {}",
                            range.label, range.low, range.high, range.median
                        );
                        let values: Vec<Span> = cited(values, source);
                        self.spans(&values);
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
                        let share: Vec<Span> = cited(share, Some(&group.source));
                        self.spans(&share);
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
}
