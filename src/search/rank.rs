//! Which sentences answer best.

use super::{
    Kind, Sentence,
    query::{EXACT, WITHIN, Wish},
};

/// What the sentences are worth for a query.
pub(super) struct Ranked {
    /// Nothing where a sentence is not to be listed.
    pub(super) worths: Vec<u32>,
    /// Whether one of them has all that is wished for.
    pub(super) has_all: bool,
    /// What the sentences under each heading count, in sixteenths.
    shares: Vec<u32>,
}

impl Ranked {
    /// The best that is left; the first of several. What stands under the same heading as one before counts a little
    /// less, so that the first few lead to several places.
    pub(super) fn take_best(&mut self, sentences: &[Sentence]) -> Option<usize> {
        let mut best = None;
        let mut most = 0;
        for (number, worth) in self.worths.iter().enumerate() {
            let worth = worth * self.shares[sentences[number].place];
            if worth > most {
                most = worth;
                best = Some(number);
            }
        }
        self.worths[best?] = 0;
        let share = &mut self.shares[sentences[best?].place];
        *share = (*share - 1).max(14);
        best
    }
}

impl Kind {
    /// Whether it stands above what follows.
    pub(super) fn is_above(self) -> bool {
        matches!(self, Self::Title | Self::Summary | Self::Heading)
    }
}

impl Sentence {
    /// What a word counts in it.
    fn weight(&self, is_in_term: bool) -> u32 {
        match self.kind {
            Kind::Title | Kind::Heading => 16,
            Kind::Term(_) if is_in_term => 14,
            Kind::Summary => 12,
            Kind::Term(_) => 10,
            Kind::Row | Kind::Text if self.is_first => 9,
            Kind::Row | Kind::Text => 8,
            Kind::Source => 3,
        }
    }

    /// Whether a letter stands in the term that it explains.
    fn has_in_term(&self, letter: usize) -> bool {
        matches!(self.kind, Kind::Term(length) if usize::from(self.folded[letter].1) < length)
    }
}

/// What a word counts that only a heading above has.
const ABOVE: u32 = 4;

/// Ranks sentences by what they have of the wishes, rare words first.
pub(super) fn rank(sentences: &[Sentence], wishes: &[Wish]) -> Ranked {
    let mut worths = vec![0; sentences.len()];
    let mut is_here = vec![false; sentences.len()];
    let mut met = vec![0; sentences.len()];
    let mut all = 0;
    for wish in wishes {
        let mut fits = vec![0; sentences.len()];
        let mut is_in_term = vec![false; sentences.len()];
        for mark in wish {
            let number = mark.place.sentence;
            fits[number] = mark.fit.max(fits[number]);
            is_in_term[number] |= sentences[number].has_in_term(mark.place.start);
        }
        let rarity = rarity(&fits);
        all += 2 * rarity;
        for (number, sentence) in sentences.iter().enumerate() {
            let own = fits[number];
            let above = sentence.above.iter().map(|it| fits[*it]).max().unwrap_or(0);
            worths[number] +=
                rarity * (own * sentence.weight(is_in_term[number])).max(above * ABOVE);
            is_here[number] |= own > 0;
            // What only stands inside of another word is half of what is wished for.
            met[number] += match own.max(above) {
                0 => 0,
                WITHIN => rarity,
                _ => 2 * rarity,
            };
        }
    }
    // A title of a source that says just that is not an answer yet.
    let best_of = |sources: bool| {
        let is_one = |number: &usize| sources || sentences[*number].kind != Kind::Source;
        let met = (0..met.len()).filter(is_one).map(|number| met[number]);
        met.max().unwrap_or(0)
    };
    let best = match best_of(false) {
        0 => best_of(true),
        best => best,
    };
    for (number, worth) in worths.iter_mut().enumerate() {
        if !is_here[number] || met[number] * 2 < best || met[number] * 3 < all {
            *worth = 0;
        }
    }
    let places = sentences.last().map_or(0, |last| last.place + 1);
    Ranked {
        worths,
        has_all: best == all,
        shares: vec![16; places],
    }
}

/// How much a wish tells: more where few sentences fit.
fn rarity(fits: &[u32]) -> u32 {
    let count = |least| fits.iter().filter(|fit| **fit >= least).count();
    let mut fitting = count(EXACT / 2);
    if fitting == 0 {
        fitting = count(1);
    }
    match fitting {
        0 => UNKNOWN,
        fitting => (1 + (fits.len() / fitting).ilog2()).pow(2),
    }
}

/// What a word tells that the text does not have: as much as one that is in few sentences.
const UNKNOWN: u32 = 25;
