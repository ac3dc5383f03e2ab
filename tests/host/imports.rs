//! Which module may use what, as ARCHITECTURE.md has it in its table.

mod code;

use std::{fs, path::Path};

use crate::fixtures::project;

use code::{code, name, paths};

/// A top-level module, the others that it may use, and the crates beside `std`.
const TABLE: [(&str, &str, &str); 14] = [
    ("lib", "", ""),
    ("bin", "", "anyhow lupus_car_t web_sys yew"),
    ("content", "", "serde thiserror"),
    ("options", "content", "thiserror"),
    ("state", "content", ""),
    ("notes", "content", ""),
    ("look", "", ""),
    ("search", "", ""),
    ("compiler", "content search", COMPILER_CRATES),
    ("components", "content notes", "yew"),
    (
        "living",
        "components content look notes search state",
        LIVING_CRATES,
    ),
    (
        "host",
        "content living look notes options state",
        HOST_CRATES,
    ),
    ("builder", "", BUILDER_CRATES),
    ("site", "compiler components content", SITE_CRATES),
];
const COMPILER_CRATES: &str =
    "hayagriva pulldown_cmark roxmltree serde sha2 textstat thiserror toml unicode_normalization";
const LIVING_CRATES: &str = "gloo_events wasm_bindgen web_sys yew";
const HOST_CRATES: &str = "gloo_console js_sys wasm_bindgen web_sys yew";
const BUILDER_CRATES: &str = "content_security_policy html5gum js_sys serde serde_json wasm_bindgen \
                              wasm_bindgen_futures web_sys yew";
const SITE_CRATES: &str = "anyhow base64 brotli flate2 futures serde serde_json sha2 wasm_encoder \
                           wasmparser yew";

/// Parts of `std` that reach out of the program, and who may.
const OUTSIDE: &str = "env fs net process thread time";
const MAY_REACH_OUT: &str = "bin site";

/// Who may let the target decide: any other file means the same for each of them.
const MAY_USE_CFG: &str = "bin lib";

/// Ways to the page around, to a clock or to chance, which neither what is rendered nor what lives in it takes.
const NOT_IN_COMPONENTS: &str = "window( document( storage( now( random( get_element_by_id(";

/// Starts of paths that are types of the language, or names of lints.
const NO_CRATES: &str = "char clippy f64 i32 str u8 u16 u32 usize";

/// The most lines of a file.
const MOST_LINES: usize = 250;

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|it| it == word)
}

/// What `text`, in the file `file` of `src`, uses against the table.
fn breaches(file: &str, text: &str) -> Vec<String> {
    let module = file.split(['/', '.']).next().unwrap_or_default();
    let Some((_, modules, crates)) = TABLE.iter().find(|(it, ..)| *it == module) else {
        return vec![format!("{file}: `{module}` is not in the table")];
    };
    let code = code(text);
    let (imported, mut written_out) = paths(&code);
    let is_local = |first: &str| {
        has(NO_CRATES, first)
            || imported.iter().any(|path| name(path) == first)
            || code.contains(&format!("mod {first};"))
    };
    written_out.retain(|path| !path.split("::").next().is_some_and(is_local));

    let is_allowed = |path: &&String| {
        let mut parts = path.split("::").map(str::trim);
        let first = parts.next().unwrap_or_default();
        let second = parts.next().unwrap_or_default();
        match first {
            "self" | "super" => true,
            "crate" => second == module || has(modules, second),
            "std" => has(MAY_REACH_OUT, module) || !has(OUTSIDE, second),
            other => has(crates, other) || code.contains(&format!("mod {other};")),
        }
    };
    let paths = imported.iter().chain(&written_out);
    let mut refused: Vec<&str> = paths
        .filter(|path| !is_allowed(path))
        .map(|it| &**it)
        .collect();
    if !has(MAY_USE_CFG, module) {
        refused.extend(
            ["cfg(", "cfg!(", "cfg_attr("]
                .iter()
                .filter(|it| code.contains(**it)),
        );
    }
    if ["components", "living"].contains(&module) {
        refused.extend(NOT_IN_COMPONENTS.split(' ').filter(|it| code.contains(it)));
    }
    let breach = |it: &&str| format!("{file}: `{module}` may not use `{it}`");
    refused.iter().map(breach).collect()
}

/// Every file below `folder` with its path from there.
fn sources(folder: &Path) -> Vec<(String, String)> {
    fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                collect(root, &path, files);
            } else {
                let name = path.strip_prefix(root).expect("a path below");
                let text = fs::read_to_string(&path).expect("the file is text");
                files.push((name.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    let mut files = Vec::new();
    collect(folder, folder, &mut files);
    files
}

#[test]
fn each_module_uses_only_what_the_table_allows() {
    let sources = sources(&project().join("src"));
    assert!(sources.len() > 40);
    let breaches: Vec<String> = sources
        .iter()
        .flat_map(|(file, text)| breaches(file, text))
        .collect();
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn no_file_is_longer_than_a_reader_takes_in() {
    for (file, text) in sources(&project().join("src")) {
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "src/{file} has {lines} lines");
    }
}

#[test]
fn a_breach_is_found_wherever_it_stands() {
    for (file, text, used) in [
        ("state.rs", "use yew::prelude::*;", "yew::prelude::*"),
        (
            "content/id.rs",
            "use std::{fmt, fs::{self, File}};",
            "std::fs::self",
        ),
        (
            "options.rs",
            "use crate::{content::Id, state::State};",
            "crate::state::State",
        ),
        (
            "components/view.rs",
            "use crate::{\n    content,\n    host::Widget,\n};",
            "crate::host::Widget",
        ),
        (
            "components/view.rs",
            "fn f() { gloo::utils::body(); }",
            "gloo::utils::body",
        ),
        (
            "components/view.rs",
            "fn f() { let page = web_sys::window(); }",
            "window(",
        ),
        (
            "components/view.rs",
            "fn f() {\n    use std::time::Instant;\n}",
            "std::time::Instant",
        ),
        (
            "host/widget.rs",
            "pub(super) use crate::site::write;",
            "crate::site::write",
        ),
        (
            "site/mod.rs",
            "fn f() { crate::host::start() }",
            "crate::host::start",
        ),
        (
            "compiler/mod.rs",
            "pub use crate::components::Explainer;",
            "crate::components::Explainer",
        ),
        ("state.rs", "#[cfg(test)]\nmod tests;", "cfg("),
        (
            "state.rs",
            "use crate::content::Id;\nconst A: B = serde::C;",
            "serde::C",
        ),
    ] {
        let breaches = breaches(file, text);
        let found = breaches
            .iter()
            .any(|it| it.ends_with(&format!(" may not use `{used}`")));
        assert!(found, "{text}\nfound: {breaches:?}");
    }
    assert_eq!(
        breaches("helpers.rs", ""),
        ["helpers.rs: `helpers` is not in the table"]
    );
}

#[test]
fn comments_and_strings_are_no_breach() {
    let text = "// use yew::prelude::*;\nconst A: &str = \"cfg(test) \\\" web_sys::B\"; // gloo::x";
    assert_eq!(breaches("state.rs", text), [""; 0]);
}
