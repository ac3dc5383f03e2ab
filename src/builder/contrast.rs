//! Whether an accent color can be read on the explainer's backgrounds, by the rule of WCAG. Pure.

/// A color for light pages and one for dark pages.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// Where the page is light.
    pub light: &'static str,
    /// Where the page is dark.
    pub dark: &'static str,
}

/// The accents of `widget.css`.
pub const OUR_ACCENTS: Pair = Pair {
    light: "#4b2a86",
    dark: "#cbb8ff",
};

/// The backgrounds of `widget.css` on which an accent has the least contrast.
pub const OUR_BACKGROUNDS: Pair = Pair {
    light: "#f5f2fb",
    dark: "#221f2f",
};

/// What text needs, at level AA.
pub const ENOUGH: f64 = 4.5;

/// The contrast of two colors such as `#005eb8`, 1 to 21. `None` for any other notation.
pub fn contrast(one: &str, other: &str) -> Option<f64> {
    let (one, other) = (luminance(one)?, luminance(other)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

/// Whether `color` is written as `#rgb` or `#rrggbb`.
pub fn is_hex(color: &str) -> bool {
    channels(color).is_some()
}

fn luminance(color: &str) -> Option<f64> {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    let [red, green, blue] = channels(color)?;
    Some(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))
}

fn channels(color: &str) -> Option<[u8; 3]> {
    let digits = color.trim().strip_prefix('#')?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let number = u32::from_str_radix(digits, 16).ok()?;
    let [_, high, middle, low] = number.to_be_bytes();
    match digits.len() {
        6 => Some([high, middle, low]),
        3 => Some([middle & 0xf, low >> 4, low & 0xf].map(|digit| digit * 17)),
        _ => None,
    }
}
