//! Finds the policies in whatever was pasted: values, headers, lines of a server's configuration, programs, meta tags.
//!
//! What is not clearly read is named as such. A policy that was overlooked would pass for one that allows.

mod grammar;
mod literal;
mod mentions;
mod tags;
mod values;

use content_security_policy::{CspList, PolicyDisposition, PolicySource};

/// The policies of a text, and what is to be said about the text itself.
pub(super) struct Pasted {
    /// The policies that block.
    pub(super) policies: CspList,
    /// How many only report.
    pub(super) reporting: usize,
    /// Pieces of the text that could not be read.
    pub(super) unread: Vec<String>,
}

/// The most letters of a piece that is named.
const LONGEST_PIECE: usize = 80;

pub(super) fn read(text: &str) -> Pasted {
    let mut pasted = Pasted {
        policies: CspList(Vec::new()),
        reporting: 0,
        unread: Vec::new(),
    };
    let rest = tags::take(text, &mut pasted);
    let rest = mentions::take(&rest, &mut pasted);
    let nothing_found = pasted.policies.0.is_empty() && pasted.reporting == 0;
    if nothing_found && pasted.unread.is_empty() {
        if rest.trim().is_empty() {
            return pasted;
        }
        // Not one name of a header: then all of it is to be a policy.
        pasted.add(bare(&rest), PolicySource::Header);
    } else if let Some(directive) = grammar::stray_directive(&rest) {
        pasted.leave_unread(directive);
    }
    pasted
}

/// A policy without the quotation marks around it that a program has.
fn bare(text: &str) -> &str {
    let text = text.trim().trim_end_matches([',', ';']);
    let inner = |mark| text.strip_prefix(mark)?.strip_suffix(mark);
    inner('"').or_else(|| inner('`')).unwrap_or(text)
}

impl Pasted {
    /// Takes in the value of a header or of a meta tag.
    fn add(&mut self, value: &str, source: PolicySource) {
        if let Some(piece) = grammar::misfit(value, source) {
            self.leave_unread(&piece);
            return;
        }
        // A policy is one line; people break it.
        let words: Vec<String> = value
            .split_ascii_whitespace()
            .map(grammar::with_plain_nonce)
            .collect();
        let line = words.join(" ");
        let mut policies = CspList::parse(&line, source, PolicyDisposition::Enforce);
        if source == PolicySource::Meta {
            for policy in &mut policies.0 {
                let without_effect = ["frame-ancestors", "report-uri", "sandbox"];
                let directives = &mut policy.directive_set;
                directives.retain(|it| !without_effect.contains(&it.name.as_str()));
            }
        }
        self.policies.append(policies);
    }

    fn leave_unread(&mut self, piece: &str) {
        let piece = piece.split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = piece.chars().take(LONGEST_PIECE).collect();
        let end = if short.len() < piece.len() { "…" } else { "" };
        self.unread.push(short + end);
    }
}
