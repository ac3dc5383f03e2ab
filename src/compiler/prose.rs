//! Rules about words that need no knowledge of Markdown.

use crate::content::Span;

/// The most words in a paragraph.
pub(super) const MOST_WORDS: usize = 70;

/// How many words `text` has.
pub(super) fn word_count(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// The numbers in `text`: every run that starts with a digit, such as `2022`, `5.5` or `1,000`.
///
/// A digit inside a name, as in `CD19` or `COVID-19`, starts no number.
pub(super) fn numbers(text: &str) -> Vec<String> {
    text.split(|character: char| character.is_whitespace() || "()[]–—/".contains(character))
        .filter_map(|word| {
            let word = word.trim_matches(|character: char| !character.is_alphanumeric());
            word.starts_with(|first: char| first.is_ascii_digit())
                .then(|| word.to_owned())
        })
        .collect()
}

/// Words such as `1 in 20` or `one in five`, if `text` has any.
///
/// The same denominator throughout is easier to compare (CDC Clear Communication Index, item 17).
pub(super) fn one_in_n(text: &str) -> Option<String> {
    const COUNTS: [&str; 12] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty",
        "hundred", "thousand",
    ];
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|character: char| !character.is_alphanumeric()))
        .collect();
    words
        .windows(3)
        .find(|three| {
            let one = three[0] == "1" || three[0].eq_ignore_ascii_case("one");
            let count = three[2].starts_with(|first: char| first.is_ascii_digit())
                || COUNTS.contains(&three[2].to_ascii_lowercase().as_str());
            one && three[1] == "in" && count
        })
        .map(|three| three.join(" "))
}

/// Whether a source backs these words.
pub(super) fn cites(spans: &[Span]) -> bool {
    spans.iter().any(|span| match span {
        Span::Citation(_) => true,
        Span::Strong(spans)
        | Span::Emphasis(spans)
        | Span::Unbroken(spans)
        | Span::Regional(_, spans) => cites(spans),
        Span::Text(_) | Span::Link(..) | Span::Term(..) | Span::Section(..) => false,
    })
}

/// Appends `text` to `prose` as a sentence of its own.
pub(super) fn push_sentence(prose: &mut String, text: &str) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    prose.push_str(text);
    if !text.ends_with(['.', '?', '!']) {
        prose.push('.');
    }
    prose.push('\n');
}
