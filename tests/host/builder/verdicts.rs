//! What is said of a policy: in the end, and how to mend it.

use lupus_car_t::builder::{
    choices::{Change, Choices, Way},
    policy::{Need, Outcome, Reader, Verdict, check},
};

use super::{chosen, manifest};

const PAGE: &str = "https://www.example.org/";

fn verdict(policy: &str, choices: &Choices) -> Verdict {
    check(policy, PAGE, choices, &manifest()).expect("a verdict")
}

fn outcome(policy: &str, choices: &Choices, need: Need) -> Outcome {
    let verdict = verdict(policy, choices);
    let finding = verdict.findings.into_iter().find(|it| it.need == need);
    finding.expect("the need").outcome
}

fn way(way: Way) -> Choices {
    chosen([Change::Way(way)])
}

#[test]
fn the_reader_has_what_is_left() {
    use Reader::{ByScript, Everything, InsideTag, Nothing, Readable, Sections};
    for (policy, element, frame, iframe, include) in [
        ("", Everything, Everything, Everything, Everything),
        (
            "default-src 'none'",
            InsideTag,
            InsideTag,
            Nothing,
            Readable,
        ),
        (
            "default-src 'self'",
            ByScript,
            Everything,
            Everything,
            ByScript,
        ),
        (
            "script-src 'none'",
            InsideTag,
            InsideTag,
            Everything,
            Readable,
        ),
        (
            "connect-src 'none'",
            ByScript,
            Everything,
            Everything,
            ByScript,
        ),
        (
            "frame-src 'none'",
            Everything,
            InsideTag,
            Nothing,
            Everything,
        ),
        (
            "style-src 'none'",
            Everything,
            Everything,
            Everything,
            Everything,
        ),
        (
            "trusted-types 'none'",
            Everything,
            Everything,
            Everything,
            Everything,
        ),
        (
            "trusted-types 'none'; require-trusted-types-for 'script'",
            InsideTag,
            InsideTag,
            Everything,
            Sections,
        ),
        ("sandbox", InsideTag, InsideTag, Readable, Readable),
        (
            "script-src 'nonce-a' 'wasm-unsafe-eval'",
            Sections,
            InsideTag,
            Everything,
            Sections,
        ),
        (
            "script-src 'nonce-a' 'strict-dynamic'",
            ByScript,
            Everything,
            Everything,
            ByScript,
        ),
    ] {
        let reader = |it| verdict(policy, &way(it)).reader;
        assert_eq!(reader(Way::Element), element, "element, {policy}");
        assert_eq!(reader(Way::Frame), frame, "frame, {policy}");
        assert_eq!(reader(Way::Iframe), iframe, "iframe, {policy}");
        assert_eq!(reader(Way::Include), include, "include, {policy}");
        assert_eq!(reader(Way::Static), Everything, "static, {policy}");
    }
}

#[test]
fn a_script_without_the_text_cannot_do_without_fetching_it() {
    let german = way(Way::Element).after(Change::Language(Some("de".to_owned())));
    assert_eq!(
        verdict("connect-src 'none'", &german).reader,
        Reader::InsideTag
    );
}

#[test]
fn what_forbids_is_named_as_it_stands_and_what_would_mend_it_too() {
    let blocked = |by: &[&str], mend: &str| Outcome::Blocked {
        by: by.iter().map(|it| (*it).to_owned()).collect(),
        mend: mend.to_owned(),
    };
    let element = way(Way::Element);
    let policy =
        "default-src 'none'; connect-src https://api.example.org, script-src https://a.example";
    assert_eq!(
        outcome(policy, &element, Need::Script),
        blocked(
            &["default-src 'none'", "script-src https://a.example"],
            "script-src 'self'"
        )
    );
    assert_eq!(
        outcome(policy, &element, Need::Connect),
        blocked(
            &["connect-src https://api.example.org"],
            "connect-src 'self'"
        )
    );
    assert_eq!(
        outcome(policy, &element, Need::Wasm),
        blocked(
            &["default-src 'none'", "script-src https://a.example"],
            "script-src 'wasm-unsafe-eval'"
        )
    );
    let elsewhere = element.after(Change::Folder("https://cdn.example.net/x/".to_owned()));
    assert_eq!(
        outcome("script-src-elem 'self'", &elsewhere, Need::Modules),
        blocked(
            &["script-src-elem 'self'"],
            "script-src https://cdn.example.net"
        )
    );
    let strict = "script-src 'self' 'strict-dynamic'";
    assert_eq!(
        outcome(strict, &element, Need::Script),
        blocked(
            &[strict],
            "script-src 'sha384-english', with this version pinned"
        )
    );
    assert_eq!(
        outcome("sandbox allow-forms", &element, Need::Sandbox),
        blocked(&["sandbox allow-forms"], "sandbox allow-scripts")
    );
}

#[test]
fn a_nonce_and_a_sandbox_without_an_origin_are_conditions() {
    let nonce = outcome("script-src 'nonce-a'", &way(Way::Element), Need::Script);
    assert!(matches!(nonce, Outcome::If(it) if it.contains("nonce")));
    let sandbox = |policy, embedding| outcome(policy, &way(embedding), Need::Sandbox);
    let opaque = sandbox("sandbox allow-scripts", Way::Element);
    assert!(matches!(opaque, Outcome::If(it) if it.contains("Access-Control-Allow-Origin")));
    assert_eq!(
        sandbox("sandbox allow-scripts", Way::Iframe),
        Outcome::Allowed
    );
    let own = "sandbox allow-scripts allow-same-origin";
    assert_eq!(sandbox(own, Way::Element), Outcome::Allowed);
}
