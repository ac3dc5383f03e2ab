//! The figures: TOML tables whose words are Markdown.

use toml::Spanned;

use super::{
    Files, Reason, Refusal,
    body::Body,
    figure_entries::{Entries, Entry},
    front_matter::{BodyText, line_of},
    known::Known,
    labels,
    prose::numbers,
    text,
};
use crate::content::{Block, Figure, FigureData, FigureId, SourceId, Span};

/// The figures, each with what it cites and says.
pub(super) fn figures(
    path: &str,
    entries: Entries,
    files: &Files,
    known: &Known,
) -> Result<Vec<(Figure, Body)>, Refusal> {
    let toml = text(path, files)?;
    let figure = |(id, entry): (Spanned<String>, Entry)| {
        let mut reader = Reader {
            path,
            toml,
            files,
            known,
            body: Body::default(),
        };
        let id_of = |error| reader.refuse(id.span().start, Reason::InvalidId(error));
        let figure_id = FigureId::new(id.get_ref()).map_err(id_of)?;
        let source = entry
            .source
            .as_ref()
            .map(|it| reader.source(it))
            .transpose()?;
        let (caption, id_start) = (entry.caption.clone(), id.span().start);
        if source.is_some() {
            reader.state(&[caption.get_ref()]);
        }
        let data = reader.data(entry, id_start)?;
        labels::check(caption.get_ref(), &reader.body.numbers)
            .map_err(|reason| reader.refuse(caption.span().start, reason))?;
        let figure = Figure {
            id: figure_id,
            caption: caption.into_inner(),
            source,
            data,
        };
        Ok((figure, reader.body))
    };
    entries.into_iter().map(figure).collect()
}

/// Reads the parts of one figure and keeps what they cite and say.
pub(super) struct Reader<'a> {
    path: &'a str,
    toml: &'a str,
    pub(super) files: &'a Files,
    known: &'a Known,
    pub(super) body: Body,
}

impl Reader<'_> {
    pub(super) fn refuse(&self, offset: usize, reason: Reason) -> Refusal {
        Refusal::new(self.path, line_of(self.toml, offset), reason)
    }

    fn data(&mut self, entry: Entry, start: usize) -> Result<FigureData, Refusal> {
        if let Some(table) = entry.table {
            return match self.blocks(&table)?.as_slice() {
                [Block::Table(table)] => Ok(FigureData::Table(table.clone())),
                _ => Err(self.refuse(
                    table.span().start,
                    Reason::Unsupported("anything but a table"),
                )),
            };
        }
        if !entry.stops.is_empty() {
            return self.tour(entry);
        }
        if !entry.groups.is_empty() {
            let groups = entry.groups.into_iter().map(|it| self.group(it));
            return groups.collect::<Result<_, _>>().map(FigureData::Shares);
        }
        if !entry.studies.is_empty() {
            let cards = entry.studies.into_iter().map(|it| self.card(it));
            return cards.collect::<Result<_, _>>().map(FigureData::Timeline);
        }
        self.study(entry, start)
    }

    /// Takes in the numbers of labels that have a source beside them.
    pub(super) fn state(&mut self, labels: &[&str]) {
        let numbers = labels.iter().flat_map(|label| numbers(label));
        self.body.numbers.extend(numbers);
    }

    pub(super) fn source(&mut self, source: &Spanned<String>) -> Result<SourceId, Refusal> {
        let id = self.known.sources.get(source.get_ref().as_str()).cloned();
        let id = id.ok_or_else(|| {
            self.refuse(
                source.span().start,
                Reason::UnknownSource(source.get_ref().clone()),
            )
        })?;
        self.body.citations.push(id.clone());
        Ok(id)
    }

    /// One paragraph of Markdown.
    pub(super) fn words(&mut self, words: &Spanned<String>) -> Result<Vec<Span>, Refusal> {
        match self.blocks(words)?.as_slice() {
            [Block::Paragraph(spans)] => Ok(spans.clone()),
            _ => Err(self.refuse(
                words.span().start,
                Reason::Unsupported("anything but one paragraph"),
            )),
        }
    }

    fn blocks(&mut self, words: &Spanned<String>) -> Result<Vec<Block>, Refusal> {
        let text = BodyText {
            text: words.get_ref().clone(),
            first_line: line_of(self.toml, words.span().start),
        };
        let read = Body::read(self.path, &text, self.known)?;
        self.body.take_in(&read);
        Ok(read.blocks)
    }
}
