//! Text without case and diacritics.

/// Gives a letter in compatibility decomposition (NFKD) and lower case. ASCII is never asked for.
///
/// The caller has it, so that no tables of Unicode come into the WebAssembly: a browser has them already.
pub type Fold<'caller> = &'caller dyn Fn(char) -> String;

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

    /// `text` folded, with the place in `text` of the letter that each byte was made from.
    pub(super) fn folded(&mut self, text: &str) -> (String, Vec<u16>) {
        let mut folded = String::with_capacity(text.len());
        let mut places = Vec::with_capacity(text.len());
        for (place, letter) in text.char_indices() {
            self.push(letter, &mut folded);
            places.resize(folded.len(), u16::try_from(place).unwrap_or(u16::MAX));
        }
        (folded, places)
    }

    fn push(&mut self, letter: char, folded: &mut String) {
        match letter {
            '\u{2010}'..='\u{2015}' => folded.push('-'),
            '\u{2018}' | '\u{2019}' => folded.push('\''),
            // Ideographs have neither case nor parts that are left out.
            '\0'..='\u{7f}' | '\u{3400}'..='\u{9fff}' => folded.push(letter.to_ascii_lowercase()),
            _ => {
                let known = self.known.iter().position(|(it, _)| *it == letter);
                let index = known.unwrap_or_else(|| {
                    self.known.push((letter, simplified(&(self.fold)(letter))));
                    self.known.len() - 1
                });
                folded.push_str(&self.known[index].1);
            }
        }
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
