//! The browser's own tables of Unicode.

use js_sys::JsString;

/// A letter in compatibility decomposition and lower case.
pub fn fold(letter: char) -> String {
    let letter = JsString::from(letter);
    letter.normalize("NFKD").to_lower_case().into()
}
