//! Markdown as typed blocks.

use std::{iter::Peekable, ops::Range};

use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, OffsetIter, Tag, TagEnd};

use super::{
    Reason, Refusal,
    body::Body,
    front_matter::{BodyText, line_of},
    known::Known,
    prose,
};
use crate::content::{AlertKind, Block, Span, plain_text};

/// Reads events front to back and refuses the first thing that is wrong.
pub(super) struct Parser<'a> {
    pub(super) events: Peekable<OffsetIter<'a>>,
    pub(super) path: &'a str,
    pub(super) text: &'a BodyText,
    pub(super) known: &'a Known,
    pub(super) body: Body,
}

impl Parser<'_> {
    /// The blocks up to `end`, or to the end of the file.
    pub(super) fn blocks(&mut self, end: Option<TagEnd>) -> Result<Vec<Block>, Refusal> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(tag) if Some(tag) == end => break,
                Event::Start(tag) => blocks.push(self.block(tag, range)?),
                other => return Err(self.misplaced(&other, &range)),
            }
        }
        Ok(blocks)
    }

    pub(super) fn block(&mut self, tag: Tag<'_>, range: Range<usize>) -> Result<Block, Refusal> {
        match tag {
            Tag::Paragraph => self.paragraph(range),
            Tag::Heading { level, .. } => self.subheading(level, &range),
            Tag::List(start) => self.list(start.is_some(), &range),
            Tag::Table(_) => self.table(),
            Tag::BlockQuote(Some(kind)) => {
                let blocks = self.blocks(Some(TagEnd::BlockQuote(Some(kind))))?;
                match kind {
                    BlockQuoteKind::Note => Ok(Block::Alert(AlertKind::Note, blocks)),
                    BlockQuoteKind::Tip => Ok(Block::Alert(AlertKind::Tip, blocks)),
                    BlockQuoteKind::Important => Ok(Block::Alert(AlertKind::Important, blocks)),
                    BlockQuoteKind::Warning => Ok(Block::Alert(AlertKind::Warning, blocks)),
                    BlockQuoteKind::Caution => {
                        Err(self.refuse(&range, Reason::Unsupported("a `CAUTION` alert")))
                    }
                }
            }
            Tag::BlockQuote(None) => self.more_detail(&range),
            other => Err(self.misplaced(&Event::Start(other), &range)),
        }
    }

    /// A paragraph, or the figure that stands alone in it.
    fn paragraph(&mut self, range: Range<usize>) -> Result<Block, Refusal> {
        if let Some((Event::Start(Tag::Image { dest_url, .. }), _)) = self.events.peek() {
            let target = dest_url.to_string();
            self.events.next();
            let description = plain_text(&self.spans(TagEnd::Image)?);
            return match self.events.next() {
                Some((Event::End(TagEnd::Paragraph), _)) => {
                    self.figure(&target, description, &range)
                }
                _ => Err(self.refuse(&range, Reason::Unsupported("a figure inside a paragraph"))),
            };
        }
        let spans = self.spans(TagEnd::Paragraph)?;
        self.check_paragraph(&spans, &range)?;
        Ok(Block::Paragraph(spans))
    }

    fn figure(
        &mut self,
        target: &str,
        description: String,
        range: &Range<usize>,
    ) -> Result<Block, Refusal> {
        match target.split_once(':') {
            Some(("list", "worksheet")) => Ok(Block::Worksheet),
            Some(("list", "glossary")) => Ok(Block::Glossary),
            Some(("list", "sources")) => Ok(Block::Sources),
            Some(("list", "edition")) => Ok(Block::Edition),
            Some(("figure", id)) => match self.known.figures.get_key_value(id) {
                Some((id, said)) => {
                    self.body.figures.push(id.clone());
                    self.body.take_in(said);
                    self.body.labels.push((description.clone(), range.clone()));
                    Ok(Block::Figure(id.clone(), description))
                }
                None => Err(self.refuse(range, Reason::UnknownFigure(id.to_owned()))),
            },
            _ => Err(self.refuse(range, Reason::UnknownFigure(target.to_owned()))),
        }
    }

    fn subheading(&mut self, level: HeadingLevel, range: &Range<usize>) -> Result<Block, Refusal> {
        let heading = plain_text(&self.spans(TagEnd::Heading(level))?);
        if level != HeadingLevel::H2 {
            let level = level as usize;
            return Err(self.refuse(range, Reason::SkippedLevel { heading, level }));
        }
        self.body.labels.push((heading.clone(), range.clone()));
        Ok(Block::Subheading(heading))
    }

    /// A plain quote: its first paragraph, all bold, is the label.
    fn more_detail(&mut self, range: &Range<usize>) -> Result<Block, Refusal> {
        let mut blocks = self.blocks(Some(TagEnd::BlockQuote(None)))?;
        let label = match blocks.first() {
            Some(Block::Paragraph(spans)) => match spans.as_slice() {
                [Span::Strong(label)] => Some(plain_text(label)),
                _ => None,
            },
            _ => None,
        };
        let headed = blocks
            .iter()
            .any(|block| matches!(block, Block::Subheading(_)));
        match label {
            // Screen readers lose headings in the label's neighbourhood, so a disclosure has none.
            Some(_) if headed => {
                Err(self.refuse(range, Reason::Unsupported("a heading inside a quote")))
            }
            Some(label) => {
                blocks.remove(0);
                Ok(Block::MoreDetail(label, blocks))
            }
            None => Err(self.refuse(
                range,
                Reason::Unsupported("a quote without a bold first paragraph"),
            )),
        }
    }

    /// Refuses a paragraph that is too long, and any prose that breaks a rule.
    pub(super) fn check_paragraph(
        &mut self,
        spans: &[Span],
        range: &Range<usize>,
    ) -> Result<(), Refusal> {
        let words = prose::word_count(&plain_text(spans));
        if words > prose::MOST_WORDS {
            return Err(self.refuse(range, Reason::LongParagraph(words)));
        }
        self.check_prose(spans, range)
    }

    /// Refuses a number without a source and a risk as `1 in N`; keeps the words for the checks of the whole.
    pub(super) fn check_prose(
        &mut self,
        spans: &[Span],
        range: &Range<usize>,
    ) -> Result<(), Refusal> {
        let text = plain_text(spans);
        if let Some(words) = prose::one_in_n(&text) {
            return Err(self.refuse(range, Reason::OneInN(words)));
        }
        let numbers = prose::numbers(&text);
        if let Some(number) = numbers.first()
            && !prose::cites(spans)
        {
            return Err(self.refuse(range, Reason::NumberWithoutSource(number.clone())));
        }
        self.body.numbers.extend(numbers);
        prose::push_sentence(&mut self.body.prose, &text);
        Ok(())
    }

    /// The refusal of what stands at `range`.
    pub(super) fn refuse(&self, range: &Range<usize>, reason: Reason) -> Refusal {
        Refusal::new(self.path, self.line(range), reason)
    }

    /// The line of the file in which `range` begins.
    pub(super) fn line(&self, range: &Range<usize>) -> usize {
        self.text.first_line + line_of(&self.text.text, range.start) - 1
    }

    /// The refusal of Markdown that has no form here.
    pub(super) fn misplaced(&self, event: &Event<'_>, range: &Range<usize>) -> Refusal {
        let what = match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => {
                let html = self.text.text[range.clone()].trim().to_owned();
                return self.refuse(range, Reason::RawHtml(html));
            }
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => "code",
            Event::Rule => "a rule",
            Event::HardBreak => "a line break",
            Event::Start(Tag::Image { .. }) => "a figure inside a paragraph",
            Event::Start(Tag::FootnoteDefinition(_)) => "a footnote definition",
            _ => "this Markdown",
        };
        self.refuse(range, Reason::Unsupported(what))
    }
}
