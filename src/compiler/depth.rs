//! How deep text may nest: what goes deeper is refused before anything reads it by calling itself.

use std::ops::Range;

use pulldown_cmark::Event;

/// The deepest that Markdown may nest. A link in bold words in a table in a quote takes eight.
pub(super) const MOST: usize = 12;

/// Where Markdown first nests deeper than [`MOST`].
pub(super) fn too_deep<'a>(
    events: impl Iterator<Item = (Event<'a>, Range<usize>)>,
) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    for (event, range) in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth > MOST {
            return Some(range);
        }
    }
    None
}
