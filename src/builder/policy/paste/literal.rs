//! Strings as programs and configurations write them.

/// Reads the string that `text` begins with; answers with what it means, and what follows it.
///
/// `None` where it has no end, or an escape whose meaning is not certain.
pub(super) fn literal(text: &str) -> Option<(String, &str)> {
    let mark = quotation_mark(text)?;
    let triple = mark.to_string().repeat(3);
    if mark != '`' && text.starts_with(&triple) {
        let (inner, rest) = text[3..].split_once(&triple)?;
        // A mark right before the end belongs to what is inside.
        let end = rest.trim_start_matches(mark);
        let inner = format!("{inner}{}", &rest[..rest.len() - end.len()]);
        return (!inner.contains('\\')).then_some((inner, end));
    }
    content(&text[1..], mark)
}

/// The mark that opens a string at the start of `text`.
pub(super) fn quotation_mark(text: &str) -> Option<char> {
    let first = text.chars().next()?;
    ['"', '\'', '`'].contains(&first).then_some(first)
}

/// Reads up to the closing `mark`.
pub(super) fn content(text: &str, mark: char) -> Option<(String, &str)> {
    let mut meaning = String::new();
    let mut rest = text;
    loop {
        let letter = rest.chars().next()?;
        rest = &rest[letter.len_utf8()..];
        if letter == mark {
            return Some((meaning, rest));
        }
        if letter == '\\' {
            let (letter, after) = escape(rest)?;
            meaning.push(letter);
            rest = after;
        } else {
            meaning.push(letter);
        }
    }
}

/// What stands after a backslash.
fn escape(text: &str) -> Option<(char, &str)> {
    let letter = text.chars().next()?;
    let rest = &text[letter.len_utf8()..];
    let code = |text: &str, digits: usize| {
        let code = u32::from_str_radix(text.get(..digits)?, 16).ok()?;
        char::from_u32(code)
    };
    match letter {
        '\\' | '"' | '\'' | '`' | '/' => Some((letter, rest)),
        'n' | 'r' | 't' | '\n' => Some((' ', rest)),
        'x' => Some((code(rest, 2)?, &rest[2..])),
        'u' => Some((code(rest, 4)?, &rest[4..])),
        _ => None,
    }
}
