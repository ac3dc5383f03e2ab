//! A table of policies and what each of them blocks.

use lupus_car_t::builder::{
    choices::{Change, Choices, Way},
    policy::{Need, Outcome, check, needed_lines, trusted_types_line},
};

use super::{chosen, manifest};

const PAGE: &str = "https://www.example.org/health/lupus";
pub(super) const HERE: &str = "/lupus-car-t/";
pub(super) const CDN: &str = "https://cdn.example.net/lct/";

/// The needs that a policy blocks, in words such as `Script Wasm`.
pub(super) fn blocked(policy: &str, choices: &Choices) -> String {
    let verdict = check(policy, PAGE, choices, &manifest()).expect("a verdict");
    let blocked = verdict.findings.iter().filter_map(|finding| {
        let is_blocked = matches!(finding.outcome, Outcome::Blocked { .. });
        is_blocked.then(|| format!("{:?}", finding.need))
    });
    blocked.collect::<Vec<_>>().join(" ")
}

pub(super) fn way(way: Way, folder: &str) -> Choices {
    chosen([Change::Way(way), Change::Folder(folder.to_owned())])
}

const ALL: &str = "Script Modules Wasm Connect";

/// Policies, and what of the element each blocks.
const OF_THE_ELEMENT: &[(&str, &str)] = &[
    // Nothing about scripts.
    ("", ""),
    (
        "upgrade-insecure-requests; frame-ancestors 'none'; base-uri 'none'",
        "",
    ),
    (
        "img-src 'none'; font-src 'none'; style-src 'none'; frame-src 'none'",
        "",
    ),
    // The fallback to default-src, and the way back.
    ("default-src 'none'", ALL),
    ("default-src 'self'", "Wasm"),
    ("default-src *", "Wasm"),
    ("default-src 'self' 'wasm-unsafe-eval'", ""),
    ("default-src 'self' 'unsafe-eval'", ""),
    (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
        "",
    ),
    (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
        "Connect",
    ),
    (
        "default-src 'none'; connect-src 'self'",
        "Script Modules Wasm",
    ),
    (
        "default-src 'self'; script-src 'none'",
        "Script Modules Wasm",
    ),
    // script-src-elem is asked first for scripts, and never for WebAssembly.
    ("script-src 'none'; script-src-elem 'self'", "Wasm"),
    (
        "script-src 'self' 'wasm-unsafe-eval'; script-src-elem 'none'",
        "Script Modules",
    ),
    ("script-src-elem 'self' 'wasm-unsafe-eval'", ""),
    // Names and keywords are the same in capitals.
    ("SCRIPT-SRC 'SELF' 'WASM-UNSAFE-EVAL'", ""),
    // The first directive of a name counts.
    (
        "script-src 'self' 'wasm-unsafe-eval'; script-src 'none'",
        "",
    ),
    // 'none' beside others says nothing.
    ("script-src 'none' 'self' 'wasm-unsafe-eval'", ""),
    // Several policies must all allow.
    (
        "script-src 'self' 'wasm-unsafe-eval', connect-src 'none'",
        "Connect",
    ),
    ("default-src *, default-src 'none'", ALL),
    (
        "script-src 'wasm-unsafe-eval' 'self', script-src 'self'",
        "Wasm",
    ),
    // Nonces are for the tag; what the script loads needs more.
    ("script-src 'nonce-abc' 'wasm-unsafe-eval'", "Modules"),
    (
        "script-src 'nonce-abc' 'wasm-unsafe-eval' 'strict-dynamic'",
        "",
    ),
    ("script-src 'nonce-abc' 'wasm-unsafe-eval' 'self'", ""),
    (
        "script-src 'self' 'wasm-unsafe-eval' 'strict-dynamic'",
        "Script",
    ),
    (
        "script-src 'unsafe-inline' 'wasm-unsafe-eval'",
        "Script Modules",
    ),
    (
        "script-src 'sha384-other' 'wasm-unsafe-eval'",
        "Script Modules",
    ),
    // Names for trusted types.
    (
        "require-trusted-types-for 'script'; trusted-types default",
        "TrustedTypes",
    ),
    (
        "require-trusted-types-for 'script'; trusted-types 'none'",
        "TrustedTypes",
    ),
    (
        "require-trusted-types-for 'script'; trusted-types",
        "TrustedTypes",
    ),
    (
        "require-trusted-types-for 'script'; trusted-types default lupus-car-t",
        "",
    ),
    ("require-trusted-types-for 'script'; trusted-types *", ""),
    ("trusted-types 'none'", ""),
    (
        "require-trusted-types-for 'script'; trusted-types Lupus-Car-T",
        "TrustedTypes",
    ),
    ("require-trusted-types-for 'script'", ""),
    // A sandbox around the page.
    ("sandbox", "Sandbox"),
    ("sandbox allow-forms allow-same-origin", "Sandbox"),
    ("sandbox allow-scripts", ""),
    (
        "sandbox allow-scripts, sandbox allow-same-origin",
        "Sandbox",
    ),
];

#[test]
fn the_element_is_blocked_where_a_policy_says_so() {
    for (policy, expected) in OF_THE_ELEMENT {
        assert_eq!(
            blocked(policy, &way(Way::Element, HERE)),
            *expected,
            "{policy}"
        );
    }
}

#[test]
fn each_way_needs_its_own() {
    let none = "default-src 'none'; trusted-types x; require-trusted-types-for 'script'";
    for (embedding, expected) in [
        (Way::Element, "Script Modules Wasm Connect TrustedTypes"),
        (Way::Frame, "Script Modules Frame TrustedTypes"),
        (Way::Iframe, "Frame"),
        (Way::Static, ""),
        (
            Way::Include,
            "Style Script Modules Wasm Connect TrustedTypes",
        ),
    ] {
        assert_eq!(
            blocked(none, &way(embedding, HERE)),
            expected,
            "{embedding:?}"
        );
    }
    let no_style = "style-src 'none'; style-src-attr 'none'";
    assert_eq!(blocked(no_style, &way(Way::Include, HERE)), "Style");
    let style = "default-src 'none'; style-src-elem 'self'; style-src 'none'";
    assert!(!blocked(style, &way(Way::Include, HERE)).contains("Style"));
}

#[test]
fn a_pinned_script_is_let_in_by_its_hash() {
    let policy = "script-src 'sha384-english' 'strict-dynamic' 'wasm-unsafe-eval'";
    let plain = way(Way::Element, CDN);
    assert_eq!(blocked(policy, &plain), "Script");
    assert_eq!(blocked(policy, &plain.after(Change::Pinned(true))), "");
}

#[test]
fn the_lines_that_the_page_prints_are_enough() {
    for embedding in Way::ALL {
        for folder in [HERE, CDN] {
            let choices = way(*embedding, folder);
            let mut lines = needed_lines(&choices);
            lines.extend(trusted_types_line(&choices));
            let policy = format!("default-src 'none'; {}", lines.join(" "));
            assert_eq!(blocked(&policy, &choices), "", "{policy}");
            // Not one of them is too much.
            for left_out in &lines {
                let others: Vec<&str> = lines
                    .iter()
                    .filter(|line| *line != left_out)
                    .map(String::as_str)
                    .collect();
                let mut policy = format!("default-src 'none'; {}", others.join(" "));
                if left_out.starts_with("trusted-types") {
                    policy.push_str("; trusted-types 'none'; require-trusted-types-for 'script'");
                }
                assert_ne!(blocked(&policy, &choices), "", "{policy}");
            }
        }
    }
}

#[test]
fn the_lines_are_those_of_the_way() {
    for (embedding, expected) in [
        (
            Way::Element,
            "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';",
        ),
        (Way::Frame, "script-src 'self'; frame-src 'self';"),
        (Way::Iframe, "frame-src 'self';"),
        (Way::Static, ""),
        (
            Way::Include,
            "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self';",
        ),
    ] {
        assert_eq!(needed_lines(&way(embedding, HERE)).join(" "), expected);
    }
    assert_eq!(
        needed_lines(&way(Way::Iframe, CDN)),
        ["frame-src https://cdn.example.net;"]
    );
}

#[test]
fn only_needs_of_the_way_are_spoken_of() {
    let verdict = check(
        "default-src 'self'",
        PAGE,
        &way(Way::Iframe, HERE),
        &manifest(),
    );
    let needs: Vec<Need> = verdict
        .into_iter()
        .flat_map(|it| it.findings)
        .map(|it| it.need)
        .collect();
    assert_eq!(needs, [Need::Frame, Need::Sandbox]);
}
