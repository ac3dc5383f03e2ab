//! What a query asks for, and where the text has it.

use super::{
    distance::{distance, forgiven},
    lexicon::{Lexicon, Word},
    words::{Place, Vocabulary},
};

/// Shorter words are found only where a word begins: they are part of too many.
const SHORT: usize = 3;

/// From so many bytes on, the beginning of a reader's word leads to its meaning, before it is typed to its end.
const BEGUN: usize = 4;

/// How well words fit, at most.
pub(super) const EXACT: u32 = 8;
const SAME_STEM: u32 = 7;
const ANOTHER: u32 = 6;
const BEGINS: u32 = 5;
const BEGINS_ANOTHER: u32 = 3;
pub(super) const WITHIN: u32 = 2;

/// A place that has what is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) place: Place,
    /// How well it fits.
    pub(super) fit: u32,
    /// Which letters of the words there are meant.
    pub(super) letters: (usize, usize),
}

impl Mark {
    /// Whether its word is the one that is asked for, or means the same.
    fn is_whole(&self) -> bool {
        self.fit >= ANOTHER
    }

    /// Whether it is a part of a word for want of a better one.
    pub(super) fn is_within(&self) -> bool {
        self.fit == WITHIN
    }
}

/// All that is asked for in one word, or in several that belong together.
pub(super) type Wish = Vec<Mark>;

/// What readers say with the first words of a query.
#[derive(Default)]
struct Said {
    /// How many words it is.
    length: usize,
    /// Whether the last of them is typed to its end.
    whole: bool,
}

/// What knows the words of a page and of a language.
pub(super) struct Reader<'index> {
    pub(super) vocabulary: &'index Vocabulary,
    pub(super) lexicon: &'index Lexicon,
}

impl<'index> Reader<'index> {
    /// What `typed` asks for, `without_little` words unless there are no others.
    pub(super) fn wishes(&self, typed: &[Word], without_little: bool) -> Vec<Wish> {
        let words: Vec<Word> = typed.iter().map(|word| self.corrected(word)).collect();
        let stems: Vec<Word> = words.iter().map(|word| self.lexicon.stem(word)).collect();
        let mut wishes = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let mut wish = Wish::new();
            let Said { length, whole } = self.meant(&stems[at..], &mut wish);
            if length > 1 {
                self.side_by_side(&words[at..at + length], EXACT, &mut wish);
            }
            let is_left_out =
                length == 0 && without_little && self.lexicon.is_stop_word(&words[at]);
            if length < 2 && !is_left_out {
                let exact = if words[at] == typed[at] {
                    EXACT
                } else {
                    ANOTHER
                };
                self.same(&words[at], &stems[at], exact, whole, &mut wish);
            }
            if !is_left_out {
                wishes.push(wish);
            }
            at += length.max(1);
        }
        if wishes.is_empty() && without_little {
            return self.wishes(typed, false);
        }
        wishes
    }

    /// `typed` itself where it is known, else the known word that it is the fewest slips away from.
    fn corrected(&self, typed: &Word) -> Word {
        if !self.vocabulary.places(typed).is_empty() {
            return typed.clone();
        }
        let stem = self.lexicon.stem(typed);
        let mut most = forgiven(typed);
        let mut is_known = most == 0 || self.lexicon.is_stop_word(typed);
        let mut best: Option<&Word> = None;
        let mut compare = |word: &'index Word, word_stem: &Word| {
            is_known |= word.starts_with(typed) || *word_stem == stem;
            // Few slip at the first letter.
            if !is_known
                && word.first() == typed.first()
                && let Some(slips) = distance(typed, word, most)
                && (slips < most || best.is_none())
            {
                most = slips;
                best = Some(word);
            }
        };
        for word in &self.vocabulary.words {
            compare(&word.letters, &word.stem);
        }
        for [said, _] in &self.lexicon.synonyms {
            for word in said {
                compare(word, word);
            }
        }
        let best = best.filter(|_| !is_known);
        best.unwrap_or(typed).clone()
    }

    /// Which of the first words, which are without endings, readers say together for something; as many as there can
    /// be. Adds where the text has what they mean.
    fn meant(&self, stems: &[Word], wish: &mut Wish) -> Said {
        let mut longest = Said::default();
        for [said, meant] in &self.lexicon.synonyms {
            let length = said.len();
            if length < longest.length || length > stems.len() {
                continue;
            }
            let whole = said.iter().zip(stems).all(|(said, stem)| said == stem);
            let begun = length == 1 && stems[0].len() >= BEGUN && said[0].starts_with(&stems[0]);
            if whole || begun {
                if length > longest.length {
                    wish.clear();
                }
                longest.length = length;
                longest.whole |= whole;
                self.side_by_side(meant, ANOTHER, wish);
            }
        }
        longest
    }

    /// Adds where the text has these words one after another.
    pub(super) fn side_by_side(&self, words: &[Word], fit: u32, wish: &mut Wish) {
        let Some((first, rest)) = words.split_first() else {
            return;
        };
        for place in self.vocabulary.places(first) {
            let mut place = *place;
            let is_next = |word: &Word| {
                let next = self.vocabulary.places(word).iter().find(|next| {
                    next.sentence == place.sentence
                        && next.start > place.end
                        && next.start < place.end + 3
                });
                next.is_some_and(|next| {
                    place.end = next.end;
                    true
                })
            };
            if rest.iter().all(is_next) {
                let letters = (0, usize::MAX);
                wish.push(Mark {
                    place,
                    fit,
                    letters,
                });
            }
        }
    }

    /// Adds where the text has `word`, which fits so well where it is the same; if it is not to be `whole`, also as a
    /// part of others.
    fn same(&self, word: &Word, stem: &Word, exact: u32, whole: bool, wish: &mut Wish) {
        let begins = if self.vocabulary.places(word).is_empty() {
            BEGINS
        } else {
            BEGINS_ANOTHER
        };
        for other in &self.vocabulary.words {
            let mut add = |letters, fit| {
                let mark = |place: &Place| Mark {
                    place: *place,
                    fit,
                    letters,
                };
                wish.extend(
                    other
                        .places
                        .iter()
                        .map(mark)
                        .filter(|it| !whole || it.is_whole()),
                );
            };
            if other.letters == *word {
                add((0, usize::MAX), exact);
                continue;
            }
            if !stem.is_empty() && other.stem == *stem {
                add((0, usize::MAX), exact.min(SAME_STEM));
                continue;
            }
            for (start, part) in other.letters.windows(word.len()).enumerate() {
                // Scripts other than the Latin one are found anywhere in a word.
                let is_first = start == 0 || !other.letters[start - 1].is_ascii();
                if part[0] == word[0] && part == word && (is_first || word.len() >= SHORT) {
                    let fit = if is_first { begins } else { WITHIN };
                    add((start, start + word.len()), fit);
                }
            }
        }
    }
}
