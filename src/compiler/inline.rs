//! Runs of text: links, terms, citations.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Reason, Refusal, markdown::Parser};
use crate::content::{Regional, Span, WORD_JOINER};

/// Marks the start of words that give way to those of a region, while Markdown is read: private letters of Unicode, in
/// the order of [`Regional::ALL`]. No form of Markdown can have links and citations in it.
pub(super) const REGIONAL: [char; 4] = ['\u{e000}', '\u{e001}', '\u{e002}', '\u{e003}'];

/// Marks their end.
pub(super) const END_OF_REGIONAL: char = '\u{e004}';

impl Parser<'_> {
    /// The spans up to `end`.
    pub(super) fn spans(&mut self, end: TagEnd) -> Result<Vec<Span>, Refusal> {
        let mut spans = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(tag) if tag == end => break,
                other => self.push_span(&mut spans, other, range)?,
            }
        }
        keep_together(&mut spans);
        Ok(spans)
    }

    /// Appends what `event` begins to `spans`.
    pub(super) fn push_span(
        &mut self,
        spans: &mut Vec<Span>,
        event: Event<'_>,
        range: Range<usize>,
    ) -> Result<(), Refusal> {
        let span = match event {
            Event::Text(text) => {
                push_text(spans, &text);
                return Ok(());
            }
            Event::SoftBreak => {
                push_text(spans, " ");
                return Ok(());
            }
            Event::FootnoteReference(key) => match self.known.sources.get(&*key) {
                Some(source) => {
                    self.body.citations.push(source.clone());
                    Span::Citation(source.clone())
                }
                None => return Err(self.refuse(&range, Reason::UnknownSource(key.to_string()))),
            },
            Event::Start(Tag::Strong) => Span::Strong(self.spans(TagEnd::Strong)?),
            Event::Start(Tag::Emphasis) => Span::Emphasis(self.spans(TagEnd::Emphasis)?),
            Event::Start(Tag::Link { dest_url, .. }) => self.link(&dest_url, &range)?,
            other => return Err(self.misplaced(&other, &range)),
        };
        spans.push(span);
        Ok(())
    }

    fn link(&mut self, target: &str, range: &Range<usize>) -> Result<Span, Refusal> {
        let words = self.spans(TagEnd::Link)?;
        match target.split_once(':') {
            Some(("term", id)) => match self.known.terms.get(id) {
                Some(id) => Ok(Span::Term(id.clone(), words)),
                None => Err(self.refuse(range, Reason::UnknownTerm(id.to_owned()))),
            },
            Some(("section", id)) => match self.known.sections.get(id) {
                Some(id) => Ok(Span::Section(id.clone(), words)),
                None => Err(self.refuse(range, Reason::UnknownSection(id.to_owned()))),
            },
            Some(("https", _)) => Ok(Span::Link(target.to_owned(), words)),
            _ => Err(self.refuse(
                range,
                Reason::Unsupported("a link that is not https, term or section"),
            )),
        }
    }
}

/// Joins neighbouring text, so that the page has one text node where the reader sees one run of words.
pub(super) fn push_text(spans: &mut Vec<Span>, text: &str) {
    if let Some(Span::Text(before)) = spans.last_mut() {
        before.push_str(text);
    } else {
        spans.push(Span::Text(text.to_owned()));
    }
}

/// Keeps a term or a citation on the line of the punctuation that it touches, and the words that a region has others
/// for in one span.
pub(super) fn keep_together(spans: &mut Vec<Span>) {
    gather_regional(spans);
    let mut index = 0;
    while index < spans.len() {
        match &spans[index] {
            // A term is a button, and browsers break lines around buttons whatever stands there.
            Span::Term(..) => keep_term(spans, &mut index),
            Span::Citation(_) => join(spans, index),
            _ => {}
        }
        index += 1;
    }
}

/// Puts the term at `index`, with all that touches it, into one span, and `index` at that span.
fn keep_term(spans: &mut Vec<Span>, index: &mut usize) {
    let mut unbroken = vec![spans.remove(*index)];
    while let Some(next) = spans.get_mut(*index) {
        match next {
            Span::Citation(_) => unbroken.push(spans.remove(*index)),
            Span::Text(text) => {
                let end = text.find(char::is_whitespace).unwrap_or(text.len());
                let apart = text.split_off(end);
                unbroken.push(Span::Text(std::mem::replace(text, apart)));
                if !text.is_empty() {
                    break;
                }
                spans.remove(*index);
            }
            _ => break,
        }
    }
    if let Some(Span::Text(text)) = index.checked_sub(1).and_then(|it| spans.get_mut(it)) {
        let apart = text.trim_end_matches(|it: char| !it.is_whitespace()).len();
        unbroken.insert(0, Span::Text(text.split_off(apart)));
        if text.is_empty() {
            *index -= 1;
            spans.remove(*index);
        }
    }
    unbroken.retain(|span| !matches!(span, Span::Text(text) if text.is_empty()));
    if unbroken.len() > 1 {
        unbroken = vec![Span::Unbroken(unbroken)];
    }
    spans.splice(*index..*index, unbroken);
}

/// Joins the citation at `index` to the words that it touches.
fn join(spans: &mut [Span], index: usize) {
    if let Some(Span::Text(before)) = index.checked_sub(1).and_then(|it| spans.get_mut(it))
        && !before.ends_with(char::is_whitespace)
    {
        before.push(WORD_JOINER);
    }
    if let Some(Span::Text(after)) = spans.get_mut(index + 1)
        && !after.starts_with(char::is_whitespace)
    {
        after.insert(0, WORD_JOINER);
    }
}

/// Puts the words between two marks into one span.
fn gather_regional(spans: &mut Vec<Span>) {
    let is_mark = |letter: char| letter == END_OF_REGIONAL || REGIONAL.contains(&letter);
    let mut open: Option<(Regional, Vec<Span>)> = None;
    for span in std::mem::take(spans) {
        let Span::Text(text) = span else {
            open.as_mut()
                .map_or(&mut *spans, |(_, inside)| inside)
                .push(span);
            continue;
        };
        for piece in text.split_inclusive(is_mark) {
            let words = piece.trim_end_matches(is_mark);
            if !words.is_empty() {
                let words = Span::Text(words.to_owned());
                open.as_mut()
                    .map_or(&mut *spans, |(_, inside)| inside)
                    .push(words);
            }
            let mark = piece.chars().last().filter(|it| is_mark(*it));
            let start = REGIONAL.iter().position(|it| Some(*it) == mark);
            if let Some(start) = start {
                open = Some((Regional::ALL[start], Vec::new()));
            } else if mark.is_some()
                && let Some((regional, mut inside)) = open.take()
            {
                keep_together(&mut inside);
                spans.push(Span::Regional(regional, inside));
            }
        }
    }
}
