//! Slips in a word as it is typed.
//!
//! Written out here, since the kept crates bring more than one measure and work on letters of four bytes:
//! docs/decisions/search-as-asked.md.

/// Shorter words are taken as they are: they are one slip away from too many.
const SHORT: usize = 5;

/// From so many letters on, two slips are forgiven.
const LONG: usize = 8;

/// How many slips are forgiven in a word; none in scripts whose letters take three bytes, which have long words
/// without spaces.
pub(super) fn forgiven(word: &[u8]) -> usize {
    let width = match word.first() {
        Some(byte) if byte.is_ascii() => 1,
        Some(0xc0..=0xdf) => 2,
        _ => return 0,
    };
    let slips = match word.len() / width {
        ..SHORT => 0,
        SHORT..LONG => 1,
        _ => 2,
    };
    slips * width
}

/// How many bytes of `typed` are missing, too many, wrong or in the wrong order against `word`; none if these are more
/// than `most`.
pub(super) fn distance(typed: &[u8], word: &[u8], most: usize) -> Option<usize> {
    if typed.len().abs_diff(word.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (index, letter) in typed.iter().enumerate() {
        let mut next = vec![index + 1];
        for (place, other) in word.iter().enumerate() {
            let changed = row[place] + usize::from(letter != other);
            let mut least = changed.min(row[place + 1] + 1).min(next[place] + 1);
            if index > 0 && place > 0 && letter == &word[place - 1] && typed[index - 1] == *other {
                least = least.min(before[place - 1] + 1);
            }
            next.push(least);
        }
        before = row;
        row = next;
    }
    row.last().copied().filter(|slips| *slips <= most)
}
