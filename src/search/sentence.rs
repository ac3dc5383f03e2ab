//! A sentence that can be found.

use super::{
    Kind,
    fold::Letter,
    query::{Mark, Wish},
};

/// A sentence, with what it takes to rank and to show it.
#[derive(Debug)]
pub(super) struct Sentence {
    pub(super) place: usize,
    /// The number of the passage that it is from.
    pub(super) passage: usize,
    pub(super) kind: Kind,
    pub(super) text: String,
    pub(super) folded: Vec<Letter>,
    /// Whether it is the first below a heading.
    pub(super) is_first: bool,
    /// The numbers of the headings that it stands below.
    pub(super) above: Vec<usize>,
}

impl Sentence {
    /// The original words in pieces.
    pub(super) fn pieces(&self, number: usize, wishes: &[Wish]) -> Vec<(&str, bool)> {
        let mut marked = vec![false; self.text.len()];
        for wish in wishes {
            let here = wish.iter().filter(|mark| mark.place.sentence == number);
            let here: Vec<&Mark> = here.collect();
            let only_within = here.iter().all(|mark| mark.is_within());
            // Of a word that begins here not the middle of others.
            for mark in here {
                if only_within || !mark.is_within() {
                    self.mark(mark, &mut marked);
                }
            }
        }
        let mut pieces = Vec::new();
        let mut start = 0;
        for end in 1..=marked.len() {
            if end == marked.len() || marked[end] != marked[start] {
                pieces.push((&self.text[start..end], marked[start]));
                start = end;
            }
        }
        pieces
    }

    fn mark(&self, Mark { place, letters, .. }: &Mark, marked: &mut [bool]) {
        // People write a compound or a possessive with its sign or without: signs count for nothing.
        let mut letter = 0;
        let mut last = None;
        for at in place.start..place.end {
            let (byte, start) = self.folded[at];
            if matches!(byte, b'-' | b'\'') {
                continue;
            }
            if (letters.0..letters.1).contains(&letter) {
                let first = last.map_or(start, |(first, _)| first);
                last = Some((first, at));
            }
            letter += 1;
        }
        if let Some((start, last)) = last {
            // A letter goes with the marks that follow it, which are in no folded text.
            let after = self.folded[last..]
                .iter()
                .find(|(_, it)| *it > self.folded[last].1);
            let end = after.map_or(marked.len(), |(_, it)| usize::from(*it));
            marked[usize::from(start)..end].fill(true);
        }
    }
}
