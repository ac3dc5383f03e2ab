//! The whole text as plain HTML, for pages that take neither script nor style from elsewhere.
//!
//! It uses only what `WordPress` and its like leave in a post, and nothing in it asks for another file.

use super::{render::escaped, snippet_figures::figure, snippet_tables::table};
use crate::content::{
    AlertKind, Block, Explainer, Item, Path, Section, SectionGroup, SectionId, Source, SourceId,
    Span, WORD_JOINER, plain_text,
};

/// What stands before a section's id in its address.
const ANCHOR: &str = "lupus-car-t-";

/// Allows a line break where it stands; it has no width. Editors take the tag that does the same away.
const MAY_BREAK: &str = "\u{200b}";

/// Every word of the explainer, in the order of the page. Headings begin at level 2, below the title of a post.
pub fn snippet(explainer: &Explainer) -> String {
    format!(
        "<div lang=\"{}\" dir=\"{}\">\n<h2>{}</h2>\n{}</div>\n",
        escaped(&explainer.language),
        explainer.direction.as_attribute(),
        text(&explainer.title),
        below_title(explainer),
    )
}

/// The same but for the title.
pub(super) fn below_title(explainer: &Explainer) -> String {
    let help = &explainer.get_help;
    let [lead, audience, rest] = explainer.main_message_parts();
    let links = explainer.groups.iter().filter_map(|group| {
        let first = group.sections.first()?;
        Some(link_to(first, &text(&group.heading), explainer))
    });
    let sections = explainer.sections.iter();
    [
        blocks(lead, explainer),
        blocks(audience, explainer),
        format!("<h2>{}</h2>\n", text(&help.heading)),
        blocks(&help.blocks, explainer),
        blocks(rest, explainer),
        dateline(explainer),
        paths(explainer),
        list("ul", links),
        sections.map(|it| section(it, explainer)).collect(),
    ]
    .concat()
}

fn dateline(explainer: &Explainer) -> String {
    let (words, edition) = (&explainer.words, &explainer.edition);
    let review = text(&words.clinical_review(edition));
    let about = SectionId::new("about").ok();
    format!(
        "<p>{} {}. {}.</p>\n",
        text(&words.evidence_checked),
        text(&words.month_and_year(edition.evidence_checked)),
        about.map_or_else(
            || review.clone(),
            |about| link_to(&about, &review, explainer)
        ),
    )
}

/// The paths, each as a list that opens by itself.
fn paths(explainer: &Explainer) -> String {
    let path = |path: &Path| {
        let steps = path.steps.iter().filter_map(|id| {
            let section = explainer.section(id)?;
            Some(link_to(id, &text(&section.heading), explainer))
        });
        format!(
            "<details>\n<summary>{}</summary>\n{}</details>\n",
            text(&path.title),
            list("ol", steps),
        )
    };
    let all: String = explainer.paths.all.iter().map(path).collect();
    format!("<h2>{}</h2>\n{all}", text(&explainer.words.paths))
}

fn section(section: &Section, explainer: &Explainer) -> String {
    let starts = |group: &&SectionGroup| group.sections.first() == Some(&section.id);
    let group = explainer.groups.iter().find(starts);
    format!(
        "{}<h2 id=\"{}{}\">{}</h2>\n<p><em>{}</em></p>\n{}",
        group.map_or_else(String::new, |it| format!("<p>{}</p>\n", text(&it.heading))),
        ANCHOR,
        section.id,
        text(&section.heading),
        text(&section.summary),
        blocks(&section.blocks, explainer),
    )
}

fn blocks(these: &[Block], explainer: &Explainer) -> String {
    these.iter().map(|it| block(it, explainer)).collect()
}

fn block(block: &Block, explainer: &Explainer) -> String {
    match block {
        Block::Paragraph(words) => format!("<p>{}</p>\n", spans(words, explainer)),
        Block::Subheading(words) => format!("<h3>{}</h3>\n", text(words)),
        Block::List(items) => list("ul", items.iter().map(|it| item_body(it, explainer))),
        Block::Steps(items) => list("ol", items.iter().map(|it| item_body(it, explainer))),
        Block::Questions(questions) => {
            list("ul", questions.iter().map(|it| spans(&it.words, explainer)))
        }
        Block::Table(it) => table(it, explainer),
        Block::Alert(kind, body) => alert(*kind, body, explainer),
        Block::MoreDetail(label, body) => format!(
            "<details open=\"\">\n<summary>{}</summary>\n{}</details>\n",
            text(label),
            blocks(body, explainer),
        ),
        Block::Figure(id, description) => figure(id, description, explainer),
        Block::Worksheet => String::new(),
        Block::Glossary => list(
            "ul",
            explainer.terms.iter().map(|term| {
                format!(
                    "<strong>{}</strong>: {}",
                    text(&term.term),
                    text(&term.meaning)
                )
            }),
        ),
        Block::Sources => sources(explainer),
        Block::Edition => edition(explainer),
    }
}

pub(super) fn list(kind: &str, items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.map(|item| format!("<li>{item}</li>\n")).collect();
    format!("<{kind}>\n{}</{kind}>\n", items.concat())
}

fn item_body(item: &Item, explainer: &Explainer) -> String {
    match item.as_slice() {
        [Block::Paragraph(words)] => spans(words, explainer),
        several => blocks(several, explainer),
    }
}

fn alert(kind: AlertKind, body: &[Block], explainer: &Explainer) -> String {
    format!(
        "<blockquote>\n<p><strong>{}</strong></p>\n{}</blockquote>\n",
        text(explainer.words.alert(kind)),
        blocks(body, explainer),
    )
}

fn sources(explainer: &Explainer) -> String {
    let source = |source: &Source| {
        let back: Vec<String> = source
            .cited_in
            .iter()
            .filter_map(|id| explainer.section(id))
            .map(|section| link_to(&section.id, &text(&section.heading), explainer))
            .collect();
        let reference = spans(&source.reference, explainer);
        if back.is_empty() {
            return reference;
        }
        let cited_in = text(&explainer.words.cited_in);
        format!("{reference} {cited_in} {}", back.join(" · "))
    };
    list("ol", explainer.sources.iter().map(source))
}

fn edition(explainer: &Explainer) -> String {
    let facts = explainer.words.facts(&explainer.edition);
    let fact =
        |(name, fact): (&str, String)| format!("<strong>{}</strong>: {}", text(name), text(&fact));
    list("ul", facts.into_iter().map(fact))
}

pub(super) fn spans(these: &[Span], explainer: &Explainer) -> String {
    these.iter().map(|it| span(it, explainer)).collect()
}

fn span(span: &Span, explainer: &Explainer) -> String {
    match span {
        Span::Text(words) => text(words),
        Span::Strong(words) => format!("<strong>{}</strong>", spans(words, explainer)),
        Span::Emphasis(words) => format!("<em>{}</em>", spans(words, explainer)),
        Span::Link(address, words) => {
            let words = if plain_text(words).contains(char::is_whitespace) {
                spans(words, explainer)
            } else {
                text(&breakable(&plain_text(words)))
            };
            format!("<a href=\"{}\">{words}</a>", escaped(address))
        }
        // The list of terms explains it; and without script, the words are those that hold everywhere.
        Span::Term(_, words) | Span::Unbroken(words) | Span::Regional(_, words) => {
            spans(words, explainer)
        }
        Span::Section(id, words) => link_to(id, &spans(words, explainer), explainer),
        Span::Citation(source) => citation(source, explainer),
    }
}

/// An address that may break behind its signs: without a stylesheet it would be wider than a phone.
fn breakable(address: &str) -> String {
    let start = address.find("://").map_or(0, |at| at + 3);
    let (start, rest) = address.split_at(start);
    let pieces: Vec<&str> = rest
        .split_inclusive(|it: char| it.is_ascii_punctuation())
        .collect();
    start.to_owned() + &pieces.join(MAY_BREAK)
}

pub(super) fn citation(id: &SourceId, explainer: &Explainer) -> String {
    let source = explainer.sources.iter().find(|source| source.id == *id);
    let address = source.map_or("", |source| &source.address);
    let number = explainer.source_number(id);
    format!("<sup><a href=\"{}\">[{number}]</a></sup>", escaped(address))
}

/// A link to a section, or its words alone where there is no such section. `words` are HTML already.
fn link_to(id: &SectionId, words: &str, explainer: &Explainer) -> String {
    if explainer.section(id).is_some() {
        format!("<a href=\"#{ANCHOR}{id}\">{words}</a>")
    } else {
        words.to_owned()
    }
}

/// `words` as HTML spells them, without the marks that keep citations on their line: an editor would stumble there.
pub(super) fn text(words: &str) -> String {
    escaped(&words.replace(WORD_JOINER, ""))
}
