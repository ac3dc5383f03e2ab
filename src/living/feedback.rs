//! "Was this clear?", below each section where the host page asks for it.

use yew::prelude::*;

use super::{
    listener::source,
    page::{Page, data, elements, say},
};
use crate::content::SectionId;

/// The section that a click is about, and whether it was clear.
pub(super) fn answer(event: &Event) -> Option<(SectionId, bool)> {
    let is_clear = match &*data(&source(event, ".was-clear > [data-tool]")?, "tool") {
        "clear" => true,
        "unclear" => false,
        _ => return None,
    };
    let body = source(event, ".section-body")?.id();
    let id = SectionId::new(body.strip_suffix("-body")?).ok()?;
    Some((id, is_clear))
}

/// Says thanks, below the section. The answer itself goes to the host page and nowhere else.
pub(super) fn thank(event: &Event, page: &Page) -> Option<()> {
    let told = elements(&source(event, ".section-foot")?, ".told").next()?;
    say(&told, &data(&page.find("[data-thanks]")?, "thanks"));
    Some(())
}
