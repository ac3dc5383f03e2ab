//! Policies in tags: `<meta http-equiv="Content-Security-Policy" content="…">`, and how configurations in XML write a
//! header, `<add name="Content-Security-Policy" value="…" />`.

use content_security_policy::PolicySource;
use html5gum::{DefaultEmitter, Error, StartTag, Token, Tokenizer};

use super::{Pasted, mentions::Name};

/// Takes the policies of tags in, and answers with the text without those tags and without comments.
pub(super) fn take(text: &str, pasted: &mut Pasted) -> String {
    let at = |start: usize, words: &str| text.get(start..).is_some_and(|it| it.starts_with(words));
    let mut rest = String::new();
    let mut done = 0;
    let emitter = DefaultEmitter::<usize>::new_with_span();
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        let left_out = match token {
            Token::StartTag(tag) if take_tag(&tag, pasted) => tag.span,
            // Not `<?php`, which HTML takes for a comment, too.
            Token::Comment(comment) if at(comment.span.start, "<!--") => comment.span,
            // A browser drops what is not finished; here the rest is missing.
            Token::Error(error) if matches!(error.value, Error::EofInComment | Error::EofInTag) => {
                pasted.leave_unread(text.get(done..).unwrap_or_default());
                continue;
            }
            _ => continue,
        };
        rest.push_str(text.get(done..left_out.start).unwrap_or_default());
        rest.push(' ');
        done = left_out.end.max(done);
    }
    rest.push_str(text.get(done..).unwrap_or_default());
    rest
}

/// Whether the tag brings a policy; then that is taken in.
fn take_tag(tag: &StartTag<usize>, pasted: &mut Pasted) -> bool {
    let attribute = |name: &str| {
        let value = tag.attributes.get(name.as_bytes())?;
        str::from_utf8(&value.value).ok()
    };
    let is_meta = &**tag.name == b"meta";
    let (names, value, source) = if is_meta {
        (["http-equiv"].as_slice(), "content", PolicySource::Meta)
    } else {
        (["name", "key"].as_slice(), "value", PolicySource::Header)
    };
    let name = names.iter().find_map(|it| Name::exactly(attribute(it)?));
    let (Some(name), Some(value)) = (name, attribute(value)) else {
        return false;
    };
    match name {
        Name::Enforced => pasted.add(value, source),
        Name::Reporting => pasted.reporting += 1,
    }
    true
}
