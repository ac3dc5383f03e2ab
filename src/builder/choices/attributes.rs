//! The attributes, the query and the addresses that the choices come down to.

use super::{Choices, Loading, Open, Section, Theme, Way};

/// The least contrast of text with what it stands on (WCAG 2.2, 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

impl Choices {
    /// The attributes of the element that differ from their defaults, in the order of the README.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let mut attributes = Vec::new();
        let mut add = |name, value: Option<String>| {
            attributes.extend(value.map(|value| (name, value)));
        };
        add("lang", self.language.clone());
        add("region", self.region.map(str::to_owned));
        let theme = (self.theme != Theme::Auto).then(|| self.theme.id().to_owned());
        add("theme", theme);
        add("open", self.open_attribute());
        add("sections", self.sections_attribute());
        add("path", self.path.clone());
        let level = (self.heading_level != 2).then(|| self.heading_level.to_string());
        add("heading-level", level);
        let loading = (self.loading != Loading::Lazy).then(|| self.loading.id().to_owned());
        add("loading", loading);
        add("mode", (self.way == Way::Frame).then(|| "frame".to_owned()));
        let remember = self.remember.then(|| "session".to_owned());
        add("remember", remember);
        add("links", (!self.links).then(|| "off".to_owned()));
        add("feedback", self.feedback.then(|| "on".to_owned()));
        attributes
    }

    /// The same for the address of `frame.html`, after `sign` unless there is nothing to say.
    ///
    /// `sign` is `#` where any server has to do, since some send visitors on without what stands after `?`; and `?`
    /// where each change has to load the page anew. `theme` stands in where the choices leave the theme open.
    pub fn options(&self, sign: char, theme: Theme) -> String {
        let mut pairs = self.attributes();
        // A frame without an origin of its own has nowhere to remember anything.
        pairs.retain(|(name, _)| !["mode", "remember"].contains(name));
        if self.theme == Theme::Auto && theme != Theme::Auto {
            pairs.push(("theme", theme.id().to_owned()));
        }
        let accent = self.accent_value().map(str::to_owned);
        pairs.extend(accent.map(|accent| ("--lct-accent", accent)));
        let mut options = String::new();
        for (name, value) in pairs {
            options.push(if options.is_empty() { sign } else { '&' });
            options.push_str(name);
            options.push('=');
            options.push_str(&encoded(&value));
        }
        options
    }

    /// The value of `--lct-accent`, unless it is ours.
    pub fn accent_value(&self) -> Option<&str> {
        Some(self.accent.trim()).filter(|accent| !accent.is_empty())
    }

    /// The contrast of the accent color with white, where that is too low for text and the color is written in digits.
    /// A browser without relative colors does not darken it.
    pub fn low_contrast(&self) -> Option<f64> {
        let digits = self.picked_accent()?;
        let part = |range| {
            let byte = u8::from_str_radix(digits.get(range)?, 16).ok()?;
            let part = f64::from(byte) / 255.0;
            Some(if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            })
        };
        let luminance = 0.2126 * part(1..3)? + 0.7152 * part(3..5)? + 0.0722 * part(5..7)?;
        let contrast = 1.05 / (luminance + 0.05);
        (contrast < LEAST_CONTRAST).then_some(contrast)
    }

    /// The accent color in six digits, as a color picker needs it, if it is written in digits.
    pub fn picked_accent(&self) -> Option<String> {
        let digits = self.accent_value()?.strip_prefix('#')?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        match digits.len() {
            3 => Some(
                digits
                    .chars()
                    .fold("#".to_owned(), |color, it| color + &format!("{it}{it}")),
            ),
            6 => Some(format!("#{digits}")),
            _ => None,
        }
    }

    /// The address of a file in the folder.
    pub fn address(&self, file: &str) -> String {
        let folder = self.folder.trim();
        if folder.is_empty() || folder.ends_with('/') {
            format!("{folder}{file}")
        } else {
            format!("{folder}/{file}")
        }
    }

    fn open_attribute(&self) -> Option<String> {
        match self.open {
            Open::AtAGlance => None,
            Open::None | Open::All => Some(self.open.id().to_owned()),
            Open::Chosen => {
                let open = self.ids_of(|section| section.open && section.shown);
                Some(if open.is_empty() {
                    Open::None.id().to_owned()
                } else {
                    open
                })
            }
        }
    }

    fn sections_attribute(&self) -> Option<String> {
        let shown = self.ids_of(|section| section.shown);
        (!shown.is_empty() && shown != self.own_order.join(" ")).then_some(shown)
    }

    fn ids_of(&self, counts: impl Fn(&Section) -> bool) -> String {
        let sections = self.sections.iter().filter(|section| counts(section));
        let ids: Vec<&str> = sections.map(|section| section.id.as_str()).collect();
        ids.join(" ")
    }
}

/// `value` as one value among the options.
fn encoded(value: &str) -> String {
    let encode = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    value.bytes().map(encode).collect()
}
