//! Whatever people paste, the policies in it are found.

use lupus_car_t::builder::{
    choices::{Change, Choices, Way},
    manifest::Manifest,
    policy::{Reader, Verdict, check},
};

use super::{chosen, manifest};

const PAGE: &str = "https://www.example.org/";

fn verdict(policy: &str, choices: &Choices) -> Verdict {
    check(policy, PAGE, choices, &manifest()).expect("a verdict")
}

fn way(way: Way) -> Choices {
    chosen([Change::Way(way)])
}

#[test]
fn a_policy_is_found_in_whatever_is_pasted() {
    for (text, counted) in [
        ("script-src 'none'", (1, 0)),
        ("default-src *;\n  script-src\n    'none';\n", (1, 0)),
        ("Content-Security-Policy: script-src 'none'", (1, 0)),
        (
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\ncontent-security-policy: script-src 'none'\r\n\
             X-Frame-Options: DENY\r\n",
            (1, 0),
        ),
        (
            "Content-Security-Policy: img-src *\nContent-Security-Policy: script-src 'none'",
            (2, 0),
        ),
        (
            "Content-Security-Policy:\n  img-src *;\n  script-src 'none';",
            (1, 0),
        ),
        (
            "add_header Content-Security-Policy \"script-src 'none'\" always;",
            (1, 0),
        ),
        (
            "Header always set Content-Security-Policy \"script-src 'none'\"",
            (1, 0),
        ),
        (
            "\"Content-Security-Policy\": \"script-src 'none'\",\n\"X-Other\": \"img-src\"",
            (1, 0),
        ),
        (
            "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">",
            (1, 0),
        ),
        (
            "Content-Security-Policy-Report-Only: img-src 'none'\nContent-Security-Policy: script-src 'none'",
            (1, 1),
        ),
        ("img-src *, script-src 'none'", (2, 0)),
        (
            "Content-Security-Policy: script-src 'none'\nTiming-Allow-Origin: *",
            (1, 0),
        ),
    ] {
        let verdict = verdict(text, &way(Way::Element));
        assert_eq!(verdict.counted, counted, "{text}");
        assert_eq!(verdict.reader, Reader::InsideTag, "{text}");
    }
}

#[test]
fn what_does_not_block_is_not_held_against_a_page() {
    for text in [
        "Content-Security-Policy-Report-Only: default-src 'none'",
        "<meta http-equiv='Content-Security-Policy' content=\"sandbox; frame-ancestors 'none'\">",
        "no directive at all",
        ";;;",
    ] {
        let verdict = verdict(text, &way(Way::Element));
        assert_eq!(verdict.reader, Reader::Everything, "{text}");
    }
}

#[test]
fn the_address_of_the_page_says_what_is_its_own() {
    let reader = |page: &str, policy: &str| {
        let verdict = check(policy, page, &way(Way::Iframe), &Manifest::default())?;
        Some(verdict.reader)
    };
    let named = "frame-src https://trust.example.org";
    assert_eq!(
        reader("https://trust.example.org/a", named),
        Some(Reader::Everything)
    );
    assert_eq!(
        reader("https://www.example.org/a", named),
        Some(Reader::Nothing)
    );
    for page in ["", "www.example.org", "mailto:a@example.org", "https://"] {
        assert_eq!(reader(page, named), None, "{page}");
    }
}
