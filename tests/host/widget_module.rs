//! The WebAssembly and the script that starts it agree on what they hand each other.

use std::collections::BTreeSet;

use crate::readme::{members, text};

/// The names that the functions of `code` have in script, of those whose line begins with `start`.
fn functions<'code>(code: &'code str, start: &str) -> BTreeSet<&'code str> {
    let mut named = None;
    let mut found = BTreeSet::new();
    for line in code.lines().map(str::trim) {
        if let Some((_, name)) = line.split_once("js_name = ") {
            named = name.split([')', ',']).next();
        }
        let line = line.strip_prefix("pub(super) ").unwrap_or(line);
        if let Some(rest) = line.strip_prefix(start) {
            let name = rest.split('(').next().unwrap_or_default();
            found.insert(named.take().unwrap_or(name));
        }
    }
    found
}

/// What stands in `code` between `start` and the next line that is a brace alone.
fn block<'code>(code: &'code str, start: &str) -> &'code str {
    let rest = code.split(start).nth(1).expect("the block");
    rest.split("\n}").next().unwrap_or_default()
}

#[test]
fn the_types_of_the_webassembly_name_what_it_exports_and_what_it_asks_for() {
    let code = text("src/host/widget.rs");
    let types = text("static/script/widget-module.d.ts");
    let named = |interface| -> BTreeSet<&str> { members(&types, interface).into_keys().collect() };
    assert_eq!(
        named("WidgetSession"),
        functions(block(&code, "extern \"C\" {"), "fn ")
    );
    assert_eq!(
        named("RunningWidget"),
        functions(block(&code, "\nimpl Widget {"), "pub fn ")
    );
    assert_eq!(
        named("WidgetModule"),
        // The first makes an instance, and is wasm-bindgen's own.
        BTreeSet::from(["default", "onPanic", "start"])
    );
}
