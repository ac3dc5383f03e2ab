//! Where one sentence ends and the next begins, in any script.

/// Tells of the sentences of `text`, without the white space around them; some can be empty.
///
/// What only looks like an end (`e.g. this`, `the U.S. agency`) ends none, as far as that can be told without
/// knowing the language.
pub(super) fn divide(text: &str, tell: &mut dyn FnMut(&str)) {
    let mut start = 0;
    let mut has_ended = false;
    let mut letters = 0;
    for (place, letter) in text.char_indices() {
        match letter {
            '。' | '！' | '？' => {
                let end = place + letter.len_utf8();
                tell(text[start..end].trim());
                start = end;
            }
            // A single letter before the dot is part of an abbreviation.
            '.' => has_ended = letters != 1,
            '!' | '?' | '…' | '؟' | '۔' | '।' | '။' | '។' | '።' => has_ended = true,
            '"' | '\'' | ')' | ']' | '”' | '’' | '»' | '“' => {}
            ' ' | '\n' | '\u{a0}' => {
                let rest = &text[place + letter.len_utf8()..];
                if has_ended && !rest.starts_with(|next: char| next.is_ascii_lowercase()) {
                    tell(text[start..place].trim());
                    start = place;
                }
                has_ended = false;
            }
            _ => has_ended = false,
        }
        letters = if letter.is_ascii_alphabetic() {
            letters + 1
        } else {
            0
        };
    }
    tell(text[start..].trim());
}
