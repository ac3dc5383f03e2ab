//! Runs of text.

use yew::prelude::*;

use super::view::{View, address};
use crate::content::{SourceId, Span, Words};

/// `these` runs of text, one after another.
pub(super) fn spans(these: &[Span], view: &View) -> Html {
    let piece = |these: &[Span]| match these {
        [Span::Citation(_), ..] => citations(these, view),
        others => others.iter().map(|it| span(it, view)).collect(),
    };
    let is_citation = |it: &Span| matches!(it, Span::Citation(_));
    these
        .chunk_by(|one, next| is_citation(one) == is_citation(next))
        .map(piece)
        .collect()
}

/// Citations in a row, inside one pair of brackets: `[3, 5]`.
fn citations(these: &[Span], view: &View) -> Html {
    let last = these.len() - 1;
    let mut pieces = Vec::new();
    for (index, it) in these.iter().enumerate() {
        let Span::Citation(source) = it else { continue };
        let start = if index == 0 { "[" } else { "" };
        let end = if index == last { "]" } else { "," };
        pieces.push(numbered(source, [start, end], view));
        if index < last {
            // Firefox breaks no line between two citations, which do not wrap themselves, without being told.
            pieces.push(html! { <wbr /> });
        }
    }
    pieces.into_iter().collect()
}

fn span(span: &Span, view: &View) -> Html {
    match span {
        Span::Text(words) => text(words),
        Span::Strong(words) => html! { <strong>{ spans(words, view) }</strong> },
        Span::Emphasis(words) => html! { <em>{ spans(words, view) }</em> },
        Span::Unbroken(words) => {
            html! { <span class="unbroken">{ spans(words, view) }</span> }
        }
        Span::Link(address, words) => {
            html! { <a href={address.clone()}>{ spans(words, view) }</a> }
        }
        // The browser itself opens the popover, so a term is explained without any script.
        Span::Term(id, words) => html! {
            <button type="button" class="term" part="term" popovertarget={format!("term-{id}")}>
                { spans(words, view) }
            </button>
        },
        Span::Section(id, words) => html! {
            <a href={address(id)} data-section={id.to_string()}>{ spans(words, view) }</a>
        },
        Span::Regional(regional, words) => html! {
            <span data-regional={regional.name()}>{ spans(words, view) }</span>
        },
        Span::Citation(source) => citation(source, view),
    }
}

/// `words`, with short compounds such as `CAR-T` and `T-cell` kept on one line.
pub fn text(words: &str) -> Html {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    for word in words.split_inclusive(char::is_whitespace) {
        if is_short_compound(word.trim()) {
            let end = word.trim_end().len();
            pieces.push(html! { std::mem::take(&mut plain) });
            pieces.push(html! { <span class="unbroken">{ &word[..end] }</span> });
            plain.push_str(&word[end..]);
        } else {
            plain.push_str(word);
        }
    }
    pieces.push(html! { plain });
    pieces.into_iter().collect()
}

/// Whether breaking `word` at its hyphen would leave a single letter alone.
fn is_short_compound(word: &str) -> bool {
    let word = word.trim_matches(|it: char| !it.is_alphanumeric());
    let mut parts = word.split('-');
    word.contains('-')
        && word.len() <= 12
        && parts
            .clone()
            .all(|part| part.chars().all(char::is_alphabetic))
        && parts.any(|it| it.len() == 1)
}

/// The number of a source, alone in its brackets.
pub(super) fn citation(id: &SourceId, view: &View) -> Html {
    numbered(id, ["[", "]"], view)
}

/// The number of a source. Its address is the source's own, so that it leads somewhere without script;
/// with script it leads to the entry in the list of sources that has the same address.
fn numbered(id: &SourceId, [start, end]: [&str; 2], view: &View) -> Html {
    let number = view.explainer.source_number(id).to_string();
    let address = view
        .explainer
        .sources
        .iter()
        .find(|source| source.id == *id)
        .map(|source| source.address.clone());
    let label = Words::fill(&view.words().source, &[("number", &number)]);
    html! {
        <a class="citation" href={address} aria-label={label}>{ format!("{start}{number}{end}") }</a>
    }
}
