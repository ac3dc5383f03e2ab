//! What a language does with its words: which say nothing by themselves, how they end, and what others mean the same.

use super::fold::{Fold, Folder};

/// A word, folded; or one without its endings.
pub(super) type Word = Vec<u8>;

/// The search words of a language, as a browser fetches them when a reader first searches.
///
/// The file has the stop words in a line without a colon; in a line of four fields a step of taking endings away: its
/// number, how many letters have to stay, an ending and what comes in its place, the longest of a step first; and in
/// a line of two fields words of the text, and the words of readers that lead there, with commas between them and
/// without their endings.
#[derive(Debug, Default)]
pub struct Lexicon {
    stop_words: Vec<Word>,
    endings: Vec<[Word; 4]>,
    /// What readers say, without endings, and the words of the text that mean it.
    pub(super) synonyms: Vec<[Vec<Word>; 2]>,
}

impl Lexicon {
    /// Reads the file.
    pub fn read(file: &str) -> Self {
        let mut lexicon = Self::default();
        for line in parts(file.as_bytes(), b'\n') {
            let fields = parts(&line, b':');
            match &*fields {
                [meant, said] => {
                    for said in parts(said, b',') {
                        let synonym = [said, meant.clone()].map(|it| parts(&it, b' '));
                        lexicon.synonyms.push(synonym);
                    }
                }
                [_] => lexicon.stop_words = parts(&line, b' '),
                _ => lexicon.endings.extend(fields.try_into()),
            }
        }
        lexicon
    }

    /// A word without its endings.
    pub(super) fn stem(&self, word: &[u8]) -> Word {
        let mut stem = word.to_vec();
        let mut done: &[u8] = &[];
        for [step, keep, ending, other] in &self.endings {
            if step != done && stem.ends_with(ending) {
                done = step;
                let rest = stem.len() - ending.len();
                if keep
                    .first()
                    .is_some_and(|keep| rest >= usize::from(keep - b'0'))
                {
                    stem.truncate(rest);
                    stem.extend_from_slice(other);
                }
            }
        }
        stem
    }

    /// Whether a word says nothing by itself.
    pub(super) fn is_stop_word(&self, word: &Word) -> bool {
        self.stop_words.contains(word)
    }
}

fn parts(text: &[u8], sign: u8) -> Vec<Word> {
    let parts = text.split(|byte| *byte == sign);
    parts.map(<[u8]>::to_vec).collect()
}

/// A step of taking endings away: how many letters have to stay, then each ending and what comes in its place.
pub type Step<'a> = (u8, Vec<(&'a str, &'a str)>);

/// Words of the text, and the words of readers that lead there.
pub type Synonyms<'a> = (&'a str, Vec<&'a str>);

/// Writes the file that a [`Lexicon`] is read from. Which words there may be is the caller's to know.
pub fn write_lexicon(
    stop_words: &str,
    steps: &[Step],
    synonyms: &[Synonyms],
    fold: Fold,
) -> String {
    let mut folder = Folder::new(fold);
    let mut words = |text: &str| super::words::words(&folder.folded(text));
    let text = |words: &[Word]| String::from_utf8_lossy(&words.join(&b' ')).into_owned();
    let mut lines = vec![text(&words(stop_words))];
    for (number, (keep, endings)) in steps.iter().enumerate() {
        let mut endings: Vec<_> = endings
            .iter()
            .map(|(ending, other)| [ending, other].map(|it| text(&words(it))))
            .collect();
        endings.sort_by_key(|[ending, _]| std::cmp::Reverse(ending.len()));
        let line =
            |[ending, other]: &[String; 2]| format!("{}:{keep}:{ending}:{other}", number + 1);
        lines.extend(endings.iter().map(line));
    }
    let lexicon = Lexicon::read(&lines.join("\n"));
    for (meant, said) in synonyms {
        let without_endings = |said: &&str| {
            let words: Vec<Word> = words(said).iter().map(|it| lexicon.stem(it)).collect();
            text(&words)
        };
        let said: Vec<String> = said.iter().map(without_endings).collect();
        lines.push(format!("{}:{}", text(&words(meant)), said.join(",")));
    }
    lines.join("\n")
}
