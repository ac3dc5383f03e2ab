//! Writes tags, each value escaped.

/// The longest line that is written as one.
const LONGEST: usize = 100;

/// `text` as HTML and JSX spell it inside an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A start tag, on one line if that is short enough. An attribute without a value stands alone.
///
/// `end` is `>` or ` />`.
pub(super) fn start_tag(name: &str, attributes: &[(&str, Option<&str>)], end: &str) -> String {
    let spelled: Vec<String> = attributes
        .iter()
        .map(|(name, value)| match value {
            Some(value) => format!("{name}=\"{}\"", escaped(value)),
            None => (*name).to_owned(),
        })
        .collect();
    let line = [vec![name.to_owned()], spelled.clone()].concat().join(" ");
    if line.len() + 2 <= LONGEST {
        return format!("<{line}{end}");
    }
    let end = end.trim_start();
    let lines = indented(&spelled.join("\n"), 2);
    format!("<{name}\n{lines}\n{end}")
}

/// `text` with each line that is not empty moved in by `spaces`.
pub(super) fn indented(text: &str, spaces: usize) -> String {
    let indent = |line: &str| {
        if line.is_empty() {
            String::new()
        } else {
            format!("{:spaces$}{line}", "")
        }
    };
    text.lines().map(indent).collect::<Vec<_>>().join("\n")
}
