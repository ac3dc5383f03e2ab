//! Figures of places or steps: their drawings, and what is said of each.

use std::collections::BTreeSet;

use toml::Spanned;

use super::{
    Reason, Refusal,
    drawings::{Labels, drawing},
    figure_entries::{Entry, StopEntry},
    figures::Reader,
    labels,
    prose::numbers,
};
use crate::content::{FigureData, Stop, Tour};

impl Reader<'_> {
    pub(super) fn tour(&mut self, entry: Entry) -> Result<FigureData, Refusal> {
        let (stops, words) = (entry.stops, entry.labels);
        let places: Vec<&str> = stops.iter().map(|it| &*it.place).collect();
        let mut labels = Labels {
            words: words
                .iter()
                .map(|(id, it)| (id.clone(), it.get_ref().clone()))
                .collect(),
            used: BTreeSet::new(),
        };
        let map = entry
            .map
            .map(|name| drawing(&name, &places, &mut labels, self.files))
            .transpose()?;
        let stops = stops
            .into_iter()
            .map(|it| self.stop(it, &mut labels))
            .collect::<Result<_, Refusal>>()?;
        for (id, words) in &words {
            let refuse = |reason| self.refuse(words.span().start, reason);
            labels::check(words.get_ref(), &self.body.numbers).map_err(refuse)?;
            if !labels.used.contains(id) {
                return Err(refuse(Reason::UnusedLabel(id.clone())));
            }
        }
        Ok(FigureData::Tour(Tour {
            map,
            stops,
            choose: entry.choose.unwrap_or(true),
        }))
    }

    fn stop(&mut self, it: StopEntry, labels: &mut Labels) -> Result<Stop, Refusal> {
        let cited = self.body.citations.len();
        let notes = it
            .notes
            .into_iter()
            .map(|(label, words)| Ok((label, self.words(&words)?)))
            .collect::<Result<_, Refusal>>()?;
        let time = it.time.map(|time| self.time(time, cited)).transpose()?;
        let drawing = it
            .drawing
            .map(|name| drawing(&name, &[], labels, self.files));
        Ok(Stop {
            notes,
            title: it.title,
            time: time.unwrap_or_default(),
            drawing: drawing.transpose()?,
        })
    }

    /// How long a stop takes: a number there is backed by a source of the same stop, of those after the first `cited`.
    fn time(&mut self, time: Spanned<String>, cited: usize) -> Result<String, Refusal> {
        let numbers = numbers(time.get_ref());
        if let Some(number) = numbers.first()
            && self.body.citations.len() == cited
        {
            let reason = Reason::NumberWithoutSource(number.clone());
            return Err(self.refuse(time.span().start, reason));
        }
        self.body.numbers.extend(numbers);
        Ok(time.into_inner())
    }
}
