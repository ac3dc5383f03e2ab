//! What a reader has noted and chosen, as the page's script keeps it.

use super::Session;
use crate::{look::Look, notes::Notes};

/// The name under which the list of questions is kept.
pub(super) const NOTES: &str = "notes";

/// The name under which size and spacing are kept.
pub(super) const LOOK: &str = "look";

/// Reads what was kept; empty where nothing was. What cannot be read is dropped, and the console told.
pub(super) fn read(session: &Session, notes: &str, look: &str) -> (Notes, Look) {
    let drop = |what: &str, text: &str| {
        if !text.is_empty() {
            let why = " is broken or of another version, and is dropped";
            gloo_console::warn!(["<lupus-car-t>: what was kept as ", what, why].concat());
            let _ = session.keep(what, "");
        }
    };
    let notes = Notes::from_text(notes).unwrap_or_else(|| {
        drop(NOTES, notes);
        Notes::default()
    });
    let look = Look::from_text(look).unwrap_or_else(|| {
        drop(LOOK, look);
        Look::default()
    });
    (notes, look)
}
