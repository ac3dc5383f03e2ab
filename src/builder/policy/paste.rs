//! Finds the policies in whatever was pasted: values, headers, lines of a server's configuration, a meta tag.

use content_security_policy::{CspList, PolicyDisposition, PolicySource};

/// The policies of a text, and what is to be said about the text itself.
pub(super) struct Pasted {
    /// The policies that block.
    pub(super) policies: CspList,
    /// How many only report.
    pub(super) reporting: usize,
}

const NAME: &str = "content-security-policy";

pub(super) fn read(text: &str) -> Pasted {
    let mut pasted = Pasted {
        policies: CspList(Vec::new()),
        reporting: 0,
    };
    let lower = text.to_ascii_lowercase();
    let starts: Vec<usize> = lower.match_indices(NAME).map(|(at, _)| at).collect();
    if starts.is_empty() {
        add(&mut pasted, text, PolicySource::Header);
    }
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(text.len());
        let rest = &text[start + NAME.len()..end];
        if lower[start + NAME.len()..end].starts_with("-report-only") {
            pasted.reporting += 1;
        } else if lower[..*start]
            .trim_end_matches(['"', '\''])
            .ends_with("http-equiv=")
        {
            add(&mut pasted, quoted(after_content(rest)), PolicySource::Meta);
        } else {
            add(&mut pasted, value(rest), PolicySource::Header);
        }
    }
    pasted
}

fn add(pasted: &mut Pasted, value: &str, source: PolicySource) {
    // A policy is one line; people break it, and quote it.
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut policies = CspList::parse(&line, source, PolicyDisposition::Enforce);
    if source == PolicySource::Meta {
        for policy in &mut policies.0 {
            let without_effect = ["frame-ancestors", "report-uri", "sandbox"];
            let directives = &mut policy.directive_set;
            directives.retain(|it| !without_effect.contains(&it.name.as_str()));
        }
    }
    pasted.policies.append(policies);
}

/// What stands after the name of a header, or after the name in a server's configuration.
fn value(rest: &str) -> &str {
    // nginx and Apache put a quotation mark after the name at most, then the value in quotation marks.
    let rest = rest.trim_start_matches(['"', '\'']).trim_start();
    let rest = rest.trim_start_matches([':', '=', ',']).trim_start();
    if rest.starts_with('"') {
        quoted(rest)
    } else {
        // The next header, if several were pasted: a line that begins with a name and a colon.
        let is_header = |line: &str| {
            let name = line.split_once(':').map(|(name, _)| name);
            name.is_some_and(|name| {
                name.contains(|it: char| it.is_ascii_uppercase())
                    && name
                        .chars()
                        .all(|it| it.is_ascii_alphanumeric() || it == '-')
            })
        };
        let mut end = 0;
        for line in rest.split_inclusive('\n') {
            if end > 0 && is_header(line) {
                break;
            }
            end += line.len();
        }
        &rest[..end]
    }
}

/// What follows `content=` in a meta tag.
fn after_content(rest: &str) -> &str {
    rest.split_once("content=").map_or(rest, |(_, value)| value)
}

/// What stands between the quotation mark that `rest` begins with and the next one.
fn quoted(rest: &str) -> &str {
    match rest.chars().next() {
        Some(mark @ ('"' | '\'')) => rest[1..].split(mark).next().unwrap_or_default(),
        _ => rest,
    }
}
