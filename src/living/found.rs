//! What the search shows.

use web_sys::Element;
use yew::prelude::*;

use super::page::data;
use crate::{
    content::Words,
    search::{Found, Hit, LONGEST, MOST, is_too_long},
};

/// The field and what it finds. Enter in the field leads to the first result; Escape closes.
///
/// What is found is in the language that the page is in; a translation of it would stay in the results when others
/// come. The words of the panel itself stand in attributes of the `button` that opens it.
pub(super) fn panel(
    found: &Found,
    query: &str,
    elsewhere: &[(usize, String)],
    button: &Element,
) -> Html {
    html! {
        <div
            class="search"
            part="search"
            id="search"
            role="group"
            aria-label={button.text_content()}
            translate="no"
            data-live=""
        >
            <label for="search-input">{ data(button, "label") }</label>
            <input
                type="search"
                class="search-input"
                id="search-input"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                // One more than is looked for: so that what was pasted and cut off is told of.
                maxlength={(LONGEST + 1).to_string()}
            />
            <p class="search-count" role="status">{ count(found, query, button) }</p>
            <ul class="search-elsewhere" hidden={!is_in_vain(found, query)}>
                for (number, name) in elsewhere {
                    <li>
                        <button type="button" data-hit={number.to_string()}>{ name }</button>
                    </li>
                }
            </ul>
            <ol class="search-results" hidden={found.count == 0}>
                { results(&found.first) }
            </ol>
            <button type="button" class="search-all" part="search-all" hidden={found.count == found.first.len()}>
                { Words::fill(&data(button, "all"), &[("count", &found.count.to_string())]) }
            </button>
        </div>
    }
}

/// What is said of the number of results; nothing while there is nothing to look for.
fn count(found: &Found, query: &str, button: &Element) -> String {
    let Found {
        count,
        first,
        has_all,
    } = found;
    let template = if *count > 0 && !has_all {
        "closest"
    } else if *count > first.len() {
        "first"
    } else if *count > 0 {
        "found"
    } else if is_too_long(query) {
        "long"
    } else if is_in_vain(found, query) {
        "none"
    } else {
        return String::new();
    };
    let values = [
        ("count", &*count.to_string()),
        ("shown", &*first.len().to_string()),
        ("most", &*LONGEST.to_string()),
    ];
    Words::fill(&data(button, template), &values)
}

/// Whether what was looked for is nowhere.
fn is_in_vain(found: &Found, query: &str) -> bool {
    found.count == 0 && query.trim().len() > 1 && !is_too_long(query)
}

/// The results, those of one section together: first those that are listed at once, then the rest.
fn results(hits: &[Hit]) -> Html {
    let (first, rest) = hits.split_at(hits.len().min(MOST));
    let mut results = together(first);
    results.extend((first.len()..MOST).map(|_| result(None, false)));
    results.extend(together(rest));
    results.into_iter().collect()
}

/// The results in the order of the best of each section.
fn together(hits: &[Hit]) -> Vec<Html> {
    let mut results = Vec::new();
    for (place, hit) in hits.iter().enumerate() {
        let is_of_section = |it: &&Hit| !hit.heading.is_empty() && it.heading == hit.heading;
        if hits.iter().take(place).any(|it| is_of_section(&it)) {
            continue;
        }
        results.push(result(Some(hit), false));
        let further = hits.iter().skip(place + 1).filter(is_of_section);
        results.extend(further.map(|it| result(Some(it), true)));
    }
    results
}

/// A place in the list of results, hidden while it has none. To fill what is there takes less time than to make it, so
/// that the first letters are answered sooner. The heading of its section is seen on the first of a section only.
fn result(hit: Option<&Hit>, is_further: bool) -> Html {
    let piece = |(words, is_match): &(&str, bool)| {
        if *is_match {
            html! { <mark>{ words }</mark> }
        } else {
            html! { words }
        }
    };
    let place = if is_further {
        "search-place visually-hidden"
    } else {
        "search-place"
    };
    let (heading, pieces) = hit.map_or(("", &[("", false)][..]), |hit| (hit.heading, &hit.pieces));
    html! {
        <li hidden={hit.is_none()}>
            <button
                type="button"
                class={hit.map(|_| if is_further { "search-result further" } else { "search-result" })}
                part="search-result"
                data-hit={hit.map(|hit| hit.passage.to_string())}
            >
                <span class={place}>{ heading }</span>
                { " " }
                <span>{ pieces.iter().map(piece).collect::<Html>() }</span>
            </button>
        </li>
    }
}
