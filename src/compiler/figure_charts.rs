//! Figures of numbers: a study of a few people, shares of groups, studies over time.

use super::{
    Reason, Refusal,
    figure_entries::{AxisEntry, Entry, GroupEntry, StudyEntry},
    figures::Reader,
    labels,
};
use crate::content::{Axis, FigureData, Group, Span, Study, TimelineCard};

impl Reader<'_> {
    pub(super) fn study(&mut self, entry: Entry, start: usize) -> Result<FigureData, Refusal> {
        match (entry.people, entry.people_label, entry.source) {
            (Some(people), Some(people_label), Some(_)) => {
                let study = Study {
                    people,
                    people_label,
                    axes: entry
                        .axes
                        .into_iter()
                        .map(|it| self.axis(it))
                        .collect::<Result<_, _>>()?,
                };
                self.state_study(&study);
                Ok(FigureData::Study(study))
            }
            _ => Err(self.refuse(start, Reason::FigureWithoutData)),
        }
    }

    fn axis(&mut self, entry: AxisEntry) -> Result<Axis, Refusal> {
        Ok(Axis {
            source: entry.source.map(|it| self.source(&it)).transpose()?,
            label: entry.label,
            low_label: entry.low_label,
            high_label: entry.high_label,
            end: entry.end,
            ranges: entry.ranges,
        })
    }

    fn state_study(&mut self, study: &Study) {
        self.state(&[&study.people.to_string(), &study.people_label]);
        for axis in &study.axes {
            let end = axis.end.to_string();
            self.state(&[&axis.label, &axis.low_label, &axis.high_label, &end]);
            for range in &axis.ranges {
                self.state(&[&range.label]);
                let values = [range.low, range.median, range.high].map(|value| value.to_string());
                self.body.numbers.extend(values);
            }
        }
    }

    pub(super) fn group(&mut self, entry: GroupEntry) -> Result<Group, Refusal> {
        let source = self.source(&entry.source)?;
        let mut shares = Vec::new();
        for share in entry.shares {
            let start = share.span().start;
            let share = share.into_inner();
            if share.count > entry.total {
                return Err(self.refuse(start, Reason::ShareOverTotal(share.count, entry.total)));
            }
            self.state(&[&share.label, &share.count.to_string()]);
            shares.push(share);
        }
        self.state(&[&entry.label, &entry.total.to_string()]);
        Ok(Group {
            label: entry.label,
            total: entry.total,
            source,
            shares,
        })
    }

    pub(super) fn card(&mut self, it: StudyEntry) -> Result<TimelineCard, Refusal> {
        let mut facts: [Vec<Span>; 5] = Default::default();
        let cited = self.body.citations.len();
        let words = [it.people, it.followed, it.result, it.limit, it.certainty];
        for (fact, words) in facts.iter_mut().zip(&words) {
            *fact = self.words(words)?;
        }
        if self.body.citations.len() > cited {
            self.state(&[it.date.get_ref(), it.title.get_ref(), it.kind.get_ref()]);
        }
        for label in [&it.date, &it.title, &it.kind] {
            labels::check(label.get_ref(), &self.body.numbers)
                .map_err(|reason| self.refuse(label.span().start, reason))?;
        }
        Ok(TimelineCard {
            date: it.date.into_inner(),
            title: it.title.into_inner(),
            kind: it.kind.into_inner(),
            facts,
        })
    }
}
