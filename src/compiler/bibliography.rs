//! The sources: a BibLaTeX file, formatted in AMA style.

use std::collections::BTreeMap;

use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild,
    ElemChildren, Entry, Library,
    archive::{ArchivedStyle, locales},
    citationberg::{FontStyle, Style},
    io::{BibLaTeXError, from_biblatex_str},
};

use super::{
    Files, Reason, Refusal, SectionFile, body::Body, front_matter::line_of, inline::push_text, text,
};
use crate::content::{SectionId, Source, SourceId, Span};

const PATH: &str = "sources.bib";

/// `sources.bib`, read.
pub(super) struct Bibliography {
    library: Library,
    /// Each source with the line of its entry.
    lines: BTreeMap<SourceId, usize>,
}

impl Bibliography {
    pub(super) fn read(files: &Files) -> Result<Self, Refusal> {
        let text = text(PATH, files)?;
        let library = from_biblatex_str(text).map_err(|errors| refusal(text, &errors))?;
        let mut lines = BTreeMap::new();
        for entry in library.iter() {
            let offset = text
                .find(&format!("{{{},", entry.key()))
                .unwrap_or_default();
            let line = line_of(text, offset);
            let id = SourceId::new(entry.key())
                .map_err(|error| Refusal::new(PATH, line, error.into()))?;
            if address(&library, &id).is_none() {
                return Err(Refusal::new(
                    PATH,
                    line,
                    Reason::SourceWithoutAddress(id.to_string()),
                ));
            }
            lines.insert(id, line);
        }
        Ok(Self { library, lines })
    }

    /// The source of this key.
    pub(super) fn id(&self, key: &str) -> Option<&SourceId> {
        self.lines.get_key_value(key).map(|(id, _)| id)
    }

    /// The keys of all sources.
    pub(super) fn ids(&self) -> impl Iterator<Item = &SourceId> {
        self.lines.keys()
    }

    /// The sources in the order in which the text first cites them.
    pub(super) fn sources(
        &self,
        main_message: &Body,
        get_help: &Body,
        sections: &[SectionFile],
    ) -> Result<Vec<Source>, Refusal> {
        let mut cited: Vec<(SourceId, Vec<SectionId>)> = Vec::new();
        let places = [(None, main_message), (None, get_help)].into_iter().chain(
            sections
                .iter()
                .map(|section| (Some(&section.fields.id), &section.body)),
        );
        for (section, body) in places {
            for source in &body.citations {
                let index = cited
                    .iter()
                    .position(|(it, _)| it == source)
                    .unwrap_or_else(|| {
                        cited.push((source.clone(), Vec::new()));
                        cited.len() - 1
                    });
                let cited_in = &mut cited[index].1;
                if let Some(section) = section.filter(|section| !cited_in.contains(section)) {
                    cited_in.push(section.clone());
                }
            }
        }
        if let Some((id, line)) = self
            .lines
            .iter()
            .find(|(id, _)| !cited.iter().any(|(it, _)| it == *id))
        {
            return Err(Refusal::new(
                PATH,
                *line,
                Reason::UncitedSource(id.to_string()),
            ));
        }
        let mut references = self.references(cited.iter().map(|(id, _)| id));
        Ok(cited
            .into_iter()
            .map(|(id, cited_in)| Source {
                reference: references.remove(&*id).unwrap_or_default(),
                address: address(&self.library, &id).unwrap_or_default(),
                id,
                cited_in,
            })
            .collect())
    }

    /// The formatted reference of each source.
    fn references<'a>(
        &self,
        ids: impl Iterator<Item = &'a SourceId>,
    ) -> BTreeMap<String, Vec<Span>> {
        let Style::Independent(style) = ArchivedStyle::AmericanMedicalAssociation.get() else {
            unreachable!("the AMA style does not depend on another one");
        };
        let locales = locales();
        let mut driver = BibliographyDriver::new();
        for entry in ids.filter_map(|id| self.library.get(id)) {
            let items = vec![CitationItem::with_entry(entry)];
            driver.citation(CitationRequest::from_items(items, &style, &locales));
        }
        driver
            .finish(BibliographyRequest {
                style: &style,
                locale: None,
                locale_files: &locales,
            })
            .bibliography
            .map(|bibliography| bibliography.items)
            .unwrap_or_default()
            .into_iter()
            .map(|item| {
                let mut spans = Vec::new();
                push_spans(&item.content, &mut spans);
                let title = self.library.get(&item.key).and_then(Entry::title);
                if let Some(title) = title {
                    link_title(&mut spans, &title.to_string());
                }
                (item.key, spans)
            })
            .collect()
    }
}

/// Appends `children` to `spans`; only italics are kept of their formatting.
fn push_spans(children: &ElemChildren, spans: &mut Vec<Span>) {
    for child in &children.0 {
        match child {
            ElemChild::Text(formatted) => match formatted.formatting.font_style {
                FontStyle::Italic => {
                    spans.push(Span::Emphasis(vec![Span::Text(formatted.text.clone())]));
                }
                FontStyle::Normal => push_reference_text(spans, &formatted.text),
            },
            ElemChild::Markup(text) => push_reference_text(spans, text),
            ElemChild::Elem(elem) => push_spans(&elem.children, spans),
            ElemChild::Link { text, url } => {
                spans.push(Span::Link(url.clone(), vec![Span::Text(text.text.clone())]));
            }
            ElemChild::Transparent { .. } => {}
        }
    }
}

/// Has the title lead to where the address at the end of a reference does, in the place of that.
fn link_title(spans: &mut Vec<Span>, title: &str) {
    let Some(Span::Link(address, _)) = spans.last().cloned() else {
        return;
    };
    let link = |words: Span| Span::Link(address.clone(), vec![words]);
    let linked = |span: &Span| match span {
        Span::Text(words) => {
            let (before, after) = words.split_once(title)?;
            let text = |words: &str| Span::Text(words.to_owned());
            Some(vec![text(before), link(text(title)), text(after)])
        }
        Span::Emphasis(words) => match words.as_slice() {
            [Span::Text(words)] if words == title => Some(vec![link(span.clone())]),
            _ => None,
        },
        _ => None,
    };
    let found = spans
        .iter()
        .enumerate()
        .find_map(|(index, span)| Some((index, linked(span)?)));
    let Some((index, linked)) = found else { return };
    spans.pop();
    spans.splice(index..=index, linked);
    spans.retain(|span| !matches!(span, Span::Text(words) if words.is_empty()));
    if let Some(Span::Text(words)) = spans.last_mut() {
        let end = words.trim_end().trim_end_matches("doi:").trim_end().len();
        words.truncate(end);
    }
}

/// Appends plain text. The style puts a full stop even after a title that asks a question.
fn push_reference_text(spans: &mut Vec<Span>, text: &str) {
    push_text(spans, text);
    if let Some(Span::Text(text)) = spans.last_mut() {
        *text = text.replace("?.", "?");
    }
}

/// Where to read the source: its DOI, else its official page.
fn address(library: &Library, id: &SourceId) -> Option<String> {
    let entry = library.get(id)?;
    entry
        .doi()
        .map(|doi| format!("https://doi.org/{doi}"))
        .or_else(|| entry.url().map(|url| url.value.to_string()))
        .filter(|address| address.starts_with("https://"))
}

fn refusal(text: &str, errors: &[BibLaTeXError]) -> Refusal {
    let error = errors.first();
    let offset = match error {
        Some(BibLaTeXError::Parse(error)) => error.span.start,
        Some(BibLaTeXError::Type(error)) => error.span.start,
        None => 0,
    };
    let reason = error.map(ToString::to_string).unwrap_or_default();
    Refusal::new(PATH, line_of(text, offset), Reason::Bibliography(reason))
}
