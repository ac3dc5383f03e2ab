//! Where a text names the header of a policy, in whatever notation.

use content_security_policy::PolicySource;

use super::{
    Pasted,
    values::{Value, value_after},
};

/// A header, or what programs call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// `Content-Security-Policy`.
    Enforced,
    /// `Content-Security-Policy-Report-Only`.
    Reporting,
}

impl Name {
    /// The name that `text` is, in large or small letters.
    pub(super) fn exactly(text: &str) -> Option<Self> {
        let name = "content-security-policy";
        if text.eq_ignore_ascii_case(name) {
            return Some(Self::Enforced);
        }
        text.eq_ignore_ascii_case(&format!("{name}-report-only"))
            .then_some(Self::Reporting)
    }
}

/// A place where a name stands.
struct Mention {
    name: Name,
    start: usize,
    end: usize,
}

/// Takes the policies of all headers in, and answers with the text without them.
pub(super) fn take(text: &str, pasted: &mut Pasted) -> String {
    // curl puts these before what a server sends.
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.strip_prefix("< ").unwrap_or(line))
        .collect();
    let text = lines.join("\n");
    let mut rest = String::new();
    let mut done = 0;
    while let Some(Mention { name, start, end }) = mention(&text, done) {
        let before = &text[done..start];
        rest.push_str(before);
        rest.push('\n');
        done = end;
        // Browsers know no header whose name begins so.
        let is_another = before.to_ascii_lowercase().ends_with("x-");
        match value_after(&text[..start], &text[end..]) {
            Some(Value { value, length }) => {
                done = end + length;
                match name {
                    _ if is_another => {}
                    Name::Enforced => pasted.add(&value, PolicySource::Header),
                    Name::Reporting => pasted.reporting += 1,
                }
            }
            None if name == Name::Enforced => {
                let line = text[start..].lines().next();
                pasted.leave_unread(line.unwrap_or_default());
            }
            None => {}
        }
    }
    rest.push_str(&text[done..]);
    rest
}

/// The next name from `from` on.
fn mention(text: &str, from: usize) -> Option<Mention> {
    let words = |start: usize, words: &[&str]| {
        words.iter().try_fold(start, |at, word| {
            // With hyphens, with underscores, or in one word: `contentSecurityPolicy`.
            let rest = text.get(at..)?;
            let bare = rest.strip_prefix(['-', '_']).unwrap_or(rest);
            let begins = bare.get(..word.len())?.eq_ignore_ascii_case(word);
            begins.then(|| at + rest.len() - bare.len() + word.len())
        })
    };
    let starts = text.char_indices().map(|(at, _)| at);
    starts.skip_while(|at| *at < from).find_map(|start| {
        let is_start = text[start..].starts_with(['c', 'C']);
        let end = words(start, &["content", "security", "policy"]).filter(|_| is_start)?;
        let reporting = words(end, &["report", "only"]);
        Some(Mention {
            name: reporting.map_or(Name::Enforced, |_| Name::Reporting),
            start,
            end: reporting.unwrap_or(end),
        })
    })
}
