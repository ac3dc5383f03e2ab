//! Lists, steps, questions and tables.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Reason, Refusal, inline::keep_together, markdown::Parser};
use crate::content::{Block, Item, Question, QuestionId, Span, Table};

/// The most items that a reader keeps in mind (CDC Clear Communication Index, item 8).
const MOST_ITEMS: usize = 7;

impl Parser<'_> {
    /// A bulleted list, numbered steps, or questions to tick.
    pub(super) fn list(&mut self, ordered: bool, range: &Range<usize>) -> Result<Block, Refusal> {
        let mut items = Vec::new();
        let mut questions = Vec::new();
        while let Some((Event::Start(Tag::Item), item_range)) = self.events.next() {
            if let Some((Event::TaskListMarker(_), _)) = self.events.peek() {
                self.events.next();
                questions.push(self.question(&item_range)?);
            } else {
                items.push(self.item(item_range)?);
            }
        }
        let length = items.len() + questions.len();
        if length > MOST_ITEMS {
            return Err(self.refuse(range, Reason::LongList(length)));
        }
        match (items.is_empty(), questions.is_empty()) {
            (true, false) => Ok(Block::Questions(questions)),
            (false, true) if ordered => Ok(Block::Steps(items)),
            (false, true) => Ok(Block::List(items)),
            _ => Err(self.refuse(
                range,
                Reason::Unsupported("a list with and without boxes to tick"),
            )),
        }
    }

    /// A question, whose id stands in braces at its end.
    fn question(&mut self, range: &Range<usize>) -> Result<Question, Refusal> {
        let mut words = self.spans(TagEnd::Item)?;
        let id = match take_id(&mut words) {
            Some(id) => QuestionId::new(&id).map_err(|error| self.refuse(range, error.into()))?,
            None => return Err(self.refuse(range, Reason::QuestionWithoutId)),
        };
        self.check_paragraph(&words, range)?;
        self.body.questions.push((id.clone(), self.line(range)));
        Ok(Question { id, words })
    }

    /// An item: its words stand in paragraphs or, where the list is tight, bare.
    fn item(&mut self, range: Range<usize>) -> Result<Item, Refusal> {
        let mut blocks = Vec::new();
        let mut bare = Vec::new();
        while let Some((event, event_range)) = self.events.next() {
            match event {
                Event::End(TagEnd::Item) => break,
                Event::Start(tag @ (Tag::Paragraph | Tag::List(_))) => {
                    self.end_bare(&mut bare, &mut blocks, &range)?;
                    blocks.push(self.block(tag, event_range)?);
                }
                other => self.push_span(&mut bare, other, event_range)?,
            }
        }
        self.end_bare(&mut bare, &mut blocks, &range)?;
        Ok(blocks)
    }

    /// Makes a paragraph of the bare words met so far.
    fn end_bare(
        &mut self,
        bare: &mut Vec<Span>,
        blocks: &mut Vec<Block>,
        range: &Range<usize>,
    ) -> Result<(), Refusal> {
        if !bare.is_empty() {
            keep_together(bare);
            self.check_paragraph(bare, range)?;
            blocks.push(Block::Paragraph(std::mem::take(bare)));
        }
        Ok(())
    }

    /// A table; a source in the header row backs every row.
    pub(super) fn table(&mut self) -> Result<Block, Refusal> {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(TagEnd::Table) => break,
                Event::Start(Tag::TableHead) => head = self.cells(TagEnd::TableHead)?,
                Event::Start(Tag::TableRow) => {
                    let cells = self.cells(TagEnd::TableRow)?;
                    self.check_row(&head, &cells, &range)?;
                    rows.push(cells);
                }
                other => return Err(self.misplaced(&other, &range)),
            }
        }
        Ok(Block::Table(Table { head, rows }))
    }

    fn cells(&mut self, end: TagEnd) -> Result<Vec<Vec<Span>>, Refusal> {
        let mut cells = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(tag) if tag == end => break,
                Event::Start(Tag::TableCell) => cells.push(self.spans(TagEnd::TableCell)?),
                other => return Err(self.misplaced(&other, &range)),
            }
        }
        Ok(cells)
    }

    fn check_row(
        &mut self,
        head: &[Vec<Span>],
        cells: &[Vec<Span>],
        range: &Range<usize>,
    ) -> Result<(), Refusal> {
        let backing = head
            .iter()
            .chain(cells)
            .flatten()
            .filter(|span| matches!(span, Span::Citation(_)));
        let backing: Vec<Span> = backing.cloned().collect();
        for cell in cells.iter().filter(|cell| !cell.is_empty()) {
            let backed: Vec<Span> = cell.iter().chain(&backing).cloned().collect();
            self.check_prose(&backed, range)?;
        }
        Ok(())
    }
}

/// Takes the id off the end of a question: `{#like-this}`.
fn take_id(words: &mut Vec<Span>) -> Option<String> {
    let Some(Span::Text(text)) = words.last_mut() else {
        return None;
    };
    let (before, id) = text.strip_suffix('}')?.rsplit_once("{#")?;
    let id = id.to_owned();
    *text = before.trim_end().to_owned();
    if text.is_empty() {
        words.pop();
    }
    Some(id)
}
