//! Size and spacing of the text, as the reader wants them. Pure: no Yew, no browser.

/// The sizes that can be chosen, in percent of the page's own. The stylesheet knows the same.
const SIZES: [u8; 5] = [90, 100, 115, 130, 150];

/// The place of the page's own size among them.
const USUAL: usize = 1;

const LINES: &str = "lines";
const LETTERS: &str = "letters";

/// Size and spacing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    // Invariant: a place in `SIZES`.
    step: usize,
    /// Whether there is more room between lines.
    pub wide_lines: bool,
    /// Whether there is more room between letters.
    pub wide_letters: bool,
}

/// Something that the reader chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookAction {
    /// The next smaller size.
    Smaller,
    /// The next larger size.
    Larger,
    /// More room between lines, or the usual.
    WideLines(bool),
    /// More room between letters, or the usual.
    WideLetters(bool),
    /// The page's own size and spacing.
    Reset,
    /// What was kept, unless the reader has chosen something since.
    Recall(Look),
}

impl Default for Look {
    fn default() -> Self {
        Self {
            step: USUAL,
            wide_lines: false,
            wide_letters: false,
        }
    }
}

impl Look {
    /// The look after `action`.
    #[must_use]
    pub fn after(self, action: LookAction) -> Self {
        match action {
            LookAction::Smaller => Self {
                step: self.step.saturating_sub(1),
                ..self
            },
            LookAction::Larger => Self {
                step: (self.step + 1).min(SIZES.len() - 1),
                ..self
            },
            LookAction::WideLines(wide_lines) => Self { wide_lines, ..self },
            LookAction::WideLetters(wide_letters) => Self {
                wide_letters,
                ..self
            },
            LookAction::Reset => Self::default(),
            LookAction::Recall(kept) if self == Self::default() => kept,
            LookAction::Recall(_) => self,
        }
    }

    /// The size, in percent.
    pub fn size(self) -> u8 {
        SIZES.get(self.step).copied().unwrap_or(100)
    }

    /// The look in a few words, for the stylesheet and to be kept: the size, then what is wider.
    pub fn to_text(self) -> String {
        let mut words = self.size().to_string();
        for (is_wide, word) in [(self.wide_lines, LINES), (self.wide_letters, LETTERS)] {
            if is_wide {
                words.push(' ');
                words.push_str(word);
            }
        }
        words
    }

    /// The look that was kept as `text`; none if it is broken, or of another version.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let size: u8 = words.next()?.parse().ok()?;
        let mut look = Self {
            step: SIZES.iter().position(|it| *it == size)?,
            ..Self::default()
        };
        for word in words {
            match word {
                LINES => look.wide_lines = true,
                LETTERS => look.wide_letters = true,
                _ => return None,
            }
        }
        Some(look)
    }
}
