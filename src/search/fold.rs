//! Text without case and diacritics.

/// Gives a letter in compatibility decomposition (NFKD) and lower case. ASCII is never asked for.
///
/// The caller has it, so that no tables of Unicode come into the WebAssembly: a browser has them already.
pub type Fold<'caller> = &'caller dyn Fn(char) -> String;

/// A byte of folded text, and where in the original the letter stands that it was made from.
pub(super) type Letter = (u8, u16);

/// Folds letter by letter, asking once for each.
pub(super) struct Folder<'caller> {
    fold: Fold<'caller>,
    known: Vec<(char, String)>,
}

impl<'caller> Folder<'caller> {
    pub(super) fn new(fold: Fold<'caller>) -> Self {
        let known = Vec::new();
        Self { fold, known }
    }

    /// `text` folded.
    pub(super) fn folded(&mut self, text: &str) -> Vec<Letter> {
        let mut folded = Vec::new();
        for (place, letter) in text.char_indices() {
            let place = u16::try_from(place).unwrap_or(u16::MAX);
            let byte = match letter {
                '\u{2010}'..='\u{2015}' => b'-',
                '\u{2018}' | '\u{2019}' => b'\'',
                _ => u8::try_from(letter).unwrap_or(u8::MAX),
            };
            if byte.is_ascii() {
                folded.push((byte.to_ascii_lowercase(), place));
            } else {
                folded.extend(self.other(letter).bytes().map(|byte| (byte, place)));
            }
        }
        folded
    }

    fn other(&mut self, letter: char) -> &str {
        let known = self.known.iter().position(|(it, _)| *it == letter);
        let index = known.unwrap_or_else(|| {
            // Ideographs have neither case nor parts that are left out; there are too many to be asked for.
            let folded = match letter {
                '\u{3400}'..='\u{9fff}' => letter.into(),
                _ => simplified(&(self.fold)(letter)),
            };
            self.known.push((letter, folded));
            self.known.len() - 1
        });
        &self.known[index].1
    }
}

/// What is left of a decomposed letter: not its marks, and of what has no parts the letters that people type instead.
fn simplified(decomposed: &str) -> String {
    let mut simplified = String::new();
    for letter in decomposed.chars() {
        let plain = match letter {
            // Accents, the points of Hebrew and Arabic, and what has no width.
            '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5c7}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'
            | '\u{feff}' => continue,
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'đ' => "d",
            'ł' => "l",
            'ı' => "i",
            'ς' => "σ",
            other => {
                simplified.push(other);
                continue;
            }
        };
        simplified.push_str(plain);
    }
    simplified
}
