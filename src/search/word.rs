//! Words of a query, and where a folded text has them.

/// Shorter words are found only where a word begins: they are part of too many.
const SHORT: usize = 3;

/// The words of a folded query; none where it is a single letter of an alphabet.
pub(super) fn words(query: &str) -> Vec<String> {
    let words: Vec<String> = query
        .split(|it: char| it.is_whitespace() || it == '-')
        .map(|word| {
            let word = word.trim_matches(|it: char| it.is_ascii_punctuation());
            word.replace('\'', "")
        })
        .filter(|word| !word.is_empty())
        .collect();
    // A character of Chinese is a word; it takes three bytes.
    if let [word] = &*words
        && word.len() < SHORT
        && word.chars().count() < 2
    {
        return Vec::new();
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
    pub(super) fn first(text: &str, word: &str) -> Option<Self> {
        let anywhere = || Self::find(text, word, 0, false);
        Self::find(text, word, 0, true).or_else(|| (word.len() >= SHORT).then(anywhere).flatten())
    }

    /// The next of the same kind.
    pub(super) fn next(self, text: &str, word: &str) -> Option<Self> {
        Self::find(text, word, self.end, self.begins_word)
    }

    fn find(text: &str, word: &str, from: usize, begins_word: bool) -> Option<Self> {
        let text = text.as_bytes();
        (from..text.len()).find_map(|start| {
            let inside = start > 0 && text[start - 1].is_ascii_alphanumeric();
            if begins_word && inside {
                return None;
            }
            // People write a compound or a possessive with its sign or without.
            let mut end = start;
            for letter in word.bytes() {
                if end > start && matches!(text.get(end), Some(b'-' | b'\'')) {
                    end += 1;
                }
                if text.get(end) != Some(&letter) {
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
