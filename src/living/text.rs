//! The words of elements.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::content::WORD_JOINER;

/// What is no part of the words around it.
const ASIDES: &str = ".citation, [aria-hidden=true], [data-live], .cited-in";

/// The words of `element` but for its citations, with one space for each gap.
pub(super) fn words_of(element: &Element) -> String {
    let mut words = String::new();
    let has_asides = element.query_selector(ASIDES).is_ok_and(|it| it.is_some());
    if has_asides {
        collect(element, &mut words);
    } else {
        words = element.text_content().unwrap_or_default();
    }
    let parts: Vec<&str> = words.split_whitespace().collect();
    parts.join(" ").replace(WORD_JOINER, "")
}

fn collect(node: &Node, words: &mut String) {
    let mut next = node.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        match child.dyn_ref::<Element>() {
            Some(element) if element.matches(ASIDES).unwrap_or_default() => {}
            Some(element) => collect(element, words),
            None if child.node_type() == Node::TEXT_NODE => {
                words.push_str(&child.node_value().unwrap_or_default());
            }
            None => {}
        }
    }
}
