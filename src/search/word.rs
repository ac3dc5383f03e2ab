//! Words of a query, and where a folded text has them.

use super::fold::Letter;

/// Shorter words are found only where a word begins: they are part of too many.
const SHORT: usize = 3;

/// The words of a folded query; none where it is a single letter of an alphabet.
pub(super) fn words(query: &[Letter]) -> Vec<Vec<u8>> {
    let mut words = vec![Vec::new()];
    for (byte, _) in query {
        match byte {
            b'\'' => {}
            byte if byte.is_ascii() && !byte.is_ascii_alphanumeric() => words.push(Vec::new()),
            byte => {
                if let Some(word) = words.last_mut() {
                    word.push(*byte);
                }
            }
        }
    }
    words.retain(|word| !word.is_empty());
    // A character of Chinese is a word; it takes three bytes, other letters take one or two.
    let is_letter = |word: &Vec<u8>| word.len() == 1 || word.len() == 2 && !word[0].is_ascii();
    if words.len() == 1 && is_letter(&words[0]) {
        words.clear();
    }
    words
}

/// A part of a text that is what was looked for.
#[derive(Clone, Copy)]
pub(super) struct Match {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether a word of the text begins there; always so in scripts other than the Latin one.
    pub(super) begins_word: bool,
}

impl Match {
    /// Where `text` first has `word`: at the beginning of a word if it can be.
    pub(super) fn first(text: &[Letter], word: &[u8]) -> Option<Self> {
        match Self::find(text, word, 0, true) {
            None if word.len() >= SHORT => Self::find(text, word, 0, false),
            found => found,
        }
    }

    /// The next of the same kind.
    pub(super) fn next(self, text: &[Letter], word: &[u8]) -> Option<Self> {
        Self::find(text, word, self.end, self.begins_word)
    }

    fn find(text: &[Letter], word: &[u8], from: usize, begins_word: bool) -> Option<Self> {
        (from..text.len()).find_map(|start| {
            if begins_word && start > 0 && text[start - 1].0.is_ascii_alphanumeric() {
                return None;
            }
            // People write a compound or a possessive with its sign or without.
            let mut end = start;
            for byte in word {
                if end > start && matches!(text.get(end), Some((b'-' | b'\'', _))) {
                    end += 1;
                }
                if text.get(end)?.0 != *byte {
                    return None;
                }
                end += 1;
            }
            Some(Self {
                start,
                end,
                begins_word,
            })
        })
    }
}
