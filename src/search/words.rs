//! The words of folded texts, and where they stand.

use super::fold::Letter;

/// Where a word stands: which of a text's folded letters it is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) sentence: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A word with all its places.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) letters: Vec<u8>,
    /// What is left without its endings; empty until endings are known.
    pub(super) stem: Vec<u8>,
    pub(super) places: Vec<Place>,
}

/// Every different word of a page.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub(super) words: Vec<Entry>,
    /// The numbers of words by a hash of their letters.
    buckets: Vec<Vec<usize>>,
}

const BUCKETS: usize = 1024;

impl Vocabulary {
    pub(super) fn new() -> Self {
        Self {
            words: Vec::new(),
            buckets: vec![Vec::new(); BUCKETS],
        }
    }

    /// Takes in the words of a sentence. A compound counts by its parts, and from each of them on as a whole: people
    /// write it with its sign or without.
    pub(super) fn add(&mut self, sentence: usize, text: &[Letter]) {
        let spans = spans(text);
        for (first, &(start, _)) in spans.iter().enumerate() {
            let mut letters = Vec::new();
            let mut last_end = start;
            for &(next, end) in &spans[first..] {
                let is_joined = next == last_end + 1 && text[last_end].0 == b'-';
                if next != start && !is_joined {
                    break;
                }
                letters.extend(self::letters(&text[next..end]));
                let place = Place {
                    sentence,
                    start,
                    end,
                };
                self.put(&letters, place);
                last_end = end;
            }
        }
    }

    /// Where a word stands.
    pub(super) fn places(&self, letters: &[u8]) -> &[Place] {
        let known = self.number(letters);
        known.map_or(&[], |number| &self.words[number].places)
    }

    fn number(&self, letters: &[u8]) -> Option<usize> {
        let bucket = &self.buckets[hash(letters)];
        bucket
            .iter()
            .copied()
            .find(|it| self.words[*it].letters == letters)
    }

    fn put(&mut self, letters: &[u8], place: Place) {
        let number = self.number(letters).unwrap_or_else(|| {
            self.buckets[hash(letters)].push(self.words.len());
            self.words.push(Entry {
                letters: letters.to_vec(),
                ..Entry::default()
            });
            self.words.len() - 1
        });
        self.words[number].places.push(place);
    }
}

fn hash(letters: &[u8]) -> usize {
    let mix = |hash: usize, letter: &u8| hash.wrapping_mul(31).wrapping_add(usize::from(*letter));
    letters.iter().fold(0, mix) % BUCKETS
}

/// The words of a query.
pub(super) fn words(query: &[Letter]) -> Vec<Vec<u8>> {
    let spans = spans(query);
    let words = spans
        .iter()
        .map(|(start, end)| letters(&query[*start..*end]));
    words.collect()
}

/// Whether these are a single letter of an alphabet. A character of Chinese is a word; it takes three bytes, other
/// letters take one or two.
pub(super) fn is_letter(words: &[Vec<u8>]) -> bool {
    matches!(words, [word] if word.len() == 1 || word.len() == 2 && !word[0].is_ascii())
}

/// A word without the apostrophes in it.
fn letters(text: &[Letter]) -> Vec<u8> {
    let letters = text.iter().map(|(byte, _)| *byte);
    letters.filter(|byte| *byte != b'\'').collect()
}

/// Where the words of a text begin and end.
fn spans(text: &[Letter]) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut is_within = false;
    let mut at = 0;
    while let Some((byte, _)) = text.get(at) {
        let length = sign(&text[at..]);
        if length > 0 {
            is_within = false;
            at += length;
            continue;
        }
        if *byte != b'\'' {
            match spans.last_mut() {
                Some(last) if is_within => last.1 = at + 1,
                _ => spans.push((at, at + 1)),
            }
            is_within = true;
        }
        at += 1;
    }
    spans
}

/// How many bytes of a text's beginning are a sign between words.
fn sign(text: &[Letter]) -> usize {
    let byte = |index: usize| text.get(index).map_or(0, |(byte, _)| *byte);
    match byte(0) {
        b'\'' => 0,
        ascii if ascii.is_ascii() => usize::from(!ascii.is_ascii_alphanumeric()),
        // Signs of Latin such as « and °, of General Punctuation such as “ and …, and of Chinese such as 。 and 《.
        0xc2 => 2,
        0xe2 if byte(1) < 0x82 => 3,
        0xe3 if byte(1) == 0x80 => 3,
        _ => 0,
    }
}
