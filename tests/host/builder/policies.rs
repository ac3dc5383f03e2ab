//! A table of policies and what each of them blocks.

use lupus_car_t::builder::{
    choices::{Change, Choices, Way},
    policy::{Need, Outcome, check},
};

use super::{chosen, manifest};

const PAGE: &str = "https://www.example.org/health/lupus";
const HERE: &str = "/lupus-car-t/";
const CDN: &str = "https://cdn.example.net/lct/";

/// The needs that a policy blocks, in words such as `Script Wasm`.
fn blocked(policy: &str, choices: &Choices) -> String {
    let verdict = check(policy, PAGE, choices, &manifest()).expect("a verdict");
    let blocked = verdict.findings.iter().filter_map(|finding| {
        let is_blocked = matches!(finding.outcome, Outcome::Blocked { .. });
        is_blocked.then(|| format!("{:?}", finding.need))
    });
    blocked.collect::<Vec<_>>().join(" ")
}

fn way(way: Way, folder: &str) -> Choices {
    chosen([Change::Way(way), Change::Folder(folder.to_owned())])
}

#[test]
fn the_element_is_blocked_where_a_policy_says_so() {
    let all = "Script Modules Wasm Connect";
    for (policy, expected) in [
        // Nothing about scripts.
        ("", ""),
        ("upgrade-insecure-requests; frame-ancestors 'none'; base-uri 'none'", ""),
        ("img-src 'none'; font-src 'none'; style-src 'none'; frame-src 'none'", ""),
        // The fallback to default-src, and the way back.
        ("default-src 'none'", all),
        ("default-src 'self'", "Wasm"),
        ("default-src *", "Wasm"),
        ("default-src 'self' 'wasm-unsafe-eval'", ""),
        ("default-src 'self' 'unsafe-eval'", ""),
        ("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'", ""),
        ("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'", "Connect"),
        ("default-src 'none'; connect-src 'self'", "Script Modules Wasm"),
        ("default-src 'self'; script-src 'none'", "Script Modules Wasm"),
        // script-src-elem is asked first for scripts, and never for WebAssembly.
        ("script-src 'none'; script-src-elem 'self'", "Wasm"),
        ("script-src 'self' 'wasm-unsafe-eval'; script-src-elem 'none'", "Script Modules"),
        ("script-src-elem 'self' 'wasm-unsafe-eval'", ""),
        // Names and keywords are the same in capitals.
        ("SCRIPT-SRC 'SELF' 'WASM-UNSAFE-EVAL'", ""),
        // The first directive of a name counts.
        ("script-src 'self' 'wasm-unsafe-eval'; script-src 'none'", ""),
        // 'none' beside others says nothing.
        ("script-src 'none' 'self' 'wasm-unsafe-eval'", ""),
        // Several policies must all allow.
        ("script-src 'self' 'wasm-unsafe-eval', connect-src 'none'", "Connect"),
        ("default-src *, default-src 'none'", all),
        ("script-src 'wasm-unsafe-eval' 'self', script-src 'self'", "Wasm"),
        // Nonces are for the tag; what the script loads needs more.
        ("script-src 'nonce-abc' 'wasm-unsafe-eval'", "Modules"),
        ("script-src 'nonce-abc' 'wasm-unsafe-eval' 'strict-dynamic'", ""),
        ("script-src 'nonce-abc' 'wasm-unsafe-eval' 'self'", ""),
        ("script-src 'self' 'wasm-unsafe-eval' 'strict-dynamic'", "Script"),
        ("script-src 'unsafe-inline' 'wasm-unsafe-eval'", "Script Modules"),
        ("script-src 'sha384-other' 'wasm-unsafe-eval'", "Script Modules"),
        // Names for trusted types.
        ("trusted-types default", "TrustedTypes"),
        ("trusted-types 'none'", "TrustedTypes"),
        ("trusted-types", "TrustedTypes"),
        ("trusted-types default lupus-car-t", ""),
        ("trusted-types *", ""),
        ("trusted-types Lupus-Car-T", "TrustedTypes"),
        ("require-trusted-types-for 'script'", ""),
        // A sandbox around the page.
        ("sandbox", "Sandbox"),
        ("sandbox allow-forms allow-same-origin", "Sandbox"),
        ("sandbox allow-scripts", ""),
        ("sandbox allow-scripts, sandbox allow-same-origin", "Sandbox"),
    ] {
        assert_eq!(blocked(policy, &way(Way::Element, HERE)), expected, "{policy}");
    }
}

#[test]
fn sources_match_as_the_specification_has_it() {
    // What the folder is, and the sources of frame-src that let it in, then those that do not.
    for (folder, matching, failing) in [
        (
            HERE,
            "'self' | * | https: | www.example.org | https://www.example.org | *.example.org | \
             www.example.org:443 | www.example.org:* | http://www.example.org | http: | \
             https://www.example.org/lupus-car-t/ | https://www.example.org/lupus-car-t/frame.html | \
             wss: | ws: | *.org | WWW.EXAMPLE.ORG | https://www.example.org/ | 'none' 'self'",
            "'none' | example.org | https://example.org | *.www.example.org | www.example.org:8443 | \
             https://www.example.org/lupus-car-t | https://www.example.org/other/ | data: | blob: | \
             'nonce-abc' | 'unsafe-inline' | https://www.example.org/lupus-car-t/frame.html/ | 'strict-dynamic' | \
             www.example.com | ftp: | self",
        ),
        (
            CDN,
            "* | https: | cdn.example.net | https://cdn.example.net/lct/ | *.example.net",
            "'self' | www.example.org | *.cdn.example.net | example.net | https://cdn.example.net/lct",
        ),
        (
            "http://cdn.example.net:8080/",
            "* | http: | http://cdn.example.net:8080 | http://cdn.example.net:* | http://*:8080",
            "'self' | https: | cdn.example.net | cdn.example.net:* | http://cdn.example.net | https://cdn.example.net:8080",
        ),
    ] {
        let choices = way(Way::Iframe, folder);
        for (sources, expected) in [(matching, ""), (failing, "Frame")] {
            for source in sources.split(" | ") {
                let policy = format!("frame-src {source}");
                assert_eq!(blocked(&policy, &choices), expected, "{policy} for {folder}");
            }
        }
    }
}

#[test]
fn frames_fall_back_over_child_src_to_default_src() {
    for (policy, expected) in [
        ("default-src 'none'", "Frame"),
        ("default-src 'self'", ""),
        ("default-src 'none'; child-src 'self'", ""),
        ("default-src 'self'; child-src 'none'", "Frame"),
        ("child-src 'none'; frame-src 'self'", ""),
        ("script-src 'none'; connect-src 'none'; trusted-types 'none'", ""),
        ("frame-ancestors 'none'", ""),
    ] {
        assert_eq!(blocked(policy, &way(Way::Iframe, HERE)), expected, "{policy}");
    }
}

#[test]
fn each_way_needs_its_own() {
    let none = "default-src 'none'; trusted-types x";
    for (embedding, expected) in [
        (Way::Element, "Script Modules Wasm Connect TrustedTypes"),
        (Way::Frame, "Script Modules Frame TrustedTypes"),
        (Way::Iframe, "Frame"),
        (Way::Static, ""),
        (Way::Include, "Style Script Modules Wasm Connect TrustedTypes"),
    ] {
        assert_eq!(blocked(none, &way(embedding, HERE)), expected, "{embedding:?}");
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
            let mut lines = lupus_car_t::builder::policy::needed_lines(&choices);
            lines.extend(lupus_car_t::builder::policy::trusted_types_line(&choices));
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
                    policy.push_str("; trusted-types 'none'");
                }
                assert_ne!(blocked(&policy, &choices), "", "{policy}");
            }
        }
    }
}

#[test]
fn only_needs_of_the_way_are_spoken_of() {
    let verdict = check("default-src 'self'", PAGE, &way(Way::Iframe, HERE), &manifest());
    let needs: Vec<Need> = verdict
        .into_iter()
        .flat_map(|it| it.findings)
        .map(|it| it.need)
        .collect();
    assert_eq!(needs, [Need::Frame, Need::Sandbox]);
}
