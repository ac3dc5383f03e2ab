//! What stays as it is.

use yew::prelude::*;

use super::view::View;

#[derive(Properties)]
pub(super) struct StillProps {
    pub(super) view: View,
    /// Writes the part; always the same in one place.
    pub(super) write: fn(&View) -> Html,
}

impl PartialEq for StillProps {
    fn eq(&self, other: &Self) -> bool {
        self.view == other.view
    }
}

/// A part that depends on nothing but the view. It is written once, and not looked at again when what stands around it
/// changes: a reader who types in the search waits for the results alone.
#[component]
pub(super) fn Still(StillProps { view, write }: &StillProps) -> Html {
    write(view)
}
