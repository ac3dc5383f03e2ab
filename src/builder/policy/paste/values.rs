//! What stands after the name of a header.

use super::{
    grammar::{is_directive, is_scheme},
    literal::{content, literal, quotation_mark},
};

/// A value, and how far from the end of the name it reaches.
pub(super) struct Value {
    pub(super) value: String,
    pub(super) length: usize,
}

/// The value of a header whose name stands between `before` and `after`; `None` where that is not certain.
pub(super) fn value_after(before: &str, after: &str) -> Option<Value> {
    let opened = before.chars().next_back().filter(|it| "\"'`".contains(*it));
    let (value, rest) = match opened {
        // Name and value are in one string: `header("Content-Security-Policy: …")`.
        Some(mark) if !after.starts_with(mark) => {
            let value = after.trim_start_matches(' ').strip_prefix(':')?;
            content(value, mark).filter(|(_, rest)| is_end(rest))?
        }
        _ => {
            let after = opened.map_or(after, |mark| after.strip_prefix(mark).unwrap_or(after));
            after_separator(&separated(after))?
        }
    };
    let length = after.len() - rest.len();
    (!value.trim().is_empty()).then_some(Value { value, length })
}

/// What follows a name in quotation marks or without.
struct Separated<'text> {
    text: &'text str,
}

/// Goes over what stands between a name and its value, in lists of headers a second name as well.
fn separated(after: &str) -> Separated<'_> {
    let text = over_sign(after.trim_start_matches([']', ')']));
    let key = text.trim_start_matches(['"', '\'']);
    let is_key = key
        .get(..5)
        .is_some_and(|it| it.eq_ignore_ascii_case("value"));
    let value = is_key.then(|| key[5..].trim_start_matches(['"', '\'']));
    let value = value.filter(|it| over_sign(it).len() < it.trim_start().len());
    Separated {
        text: value.map_or(text, over_sign),
    }
}

/// `text` from behind one sign such as `:`, and the white space around it.
fn over_sign(text: &str) -> &str {
    let text = text.trim_start();
    let sign = ["=>", ":", "=", ","]
        .into_iter()
        .find_map(|it| text.strip_prefix(it));
    sign.unwrap_or(text).trim_start()
}

fn after_separator<'text>(separated: &Separated<'text>) -> Option<(String, &'text str)> {
    let text = separated.text;
    // Letters that some languages put before a string.
    let bare = text.trim_start_matches(|it: char| it.is_ascii_alphabetic() || it == '@');
    let prefix = text.len() - bare.len();
    if prefix <= 2 && quotation_mark(bare).is_some() {
        return literal(bare).filter(|(_, rest)| is_end(rest));
    }
    Some(lines(text))
}

/// Whether a string ends its value here: nothing is joined to it, and nothing is done with it.
fn is_end(rest: &str) -> bool {
    let line = rest.trim_start_matches([' ', '\t']);
    let is_word = |word: &str| {
        let rest = line.strip_prefix(word);
        rest.is_some_and(|it| !it.starts_with(|it: char| it.is_alphanumeric()))
    };
    if line.starts_with([',', ';', ')', ']', '}', '>'])
        || line.starts_with("/>")
        || is_word("always")
    {
        return true;
    }
    let next = rest.trim_start();
    next.is_empty()
        || (line.starts_with('\n') && !next.starts_with(|it: char| "\"'`.+~&|?%\\".contains(it)))
}

/// A value without quotation marks: the line, and those after it that go on with it.
fn lines(text: &str) -> (String, &str) {
    // YAML's marks of a text of several lines.
    let folded = text.strip_prefix(['>', '|']);
    let folded = folded.map(|it| it.trim_start_matches(['-', '+']));
    let text = folded
        .filter(|it| it.starts_with('\n'))
        .unwrap_or(text)
        .trim_start();
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        if end > 0 && !goes_on(line) {
            break;
        }
        end += line.len();
    }
    (text[..end].to_owned(), &text[end..])
}

/// Whether a line belongs to the value that the one above it begins.
fn goes_on(line: &str) -> bool {
    let words = line.trim();
    let first = words.split_ascii_whitespace().next().unwrap_or_default();
    let name = words
        .trim_start_matches("- ")
        .split(':')
        .next()
        .unwrap_or_default();
    let is_name = |it: char| it.is_ascii_alphanumeric() || it == '-' || it == '_';
    let is_header = words.contains(':')
        && name.trim_end().chars().all(is_name)
        && !is_scheme(name)
        && !is_directive(name);
    let is_indented = line.starts_with([' ', '\t']);
    !words.is_empty()
        && !is_header
        && (is_indented || is_directive(first.trim_end_matches(':')) || first.starts_with('\''))
}
