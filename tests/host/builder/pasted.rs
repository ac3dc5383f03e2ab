//! Whatever people paste, the policies in it are found, or the text is said to be unread.

use lupus_car_t::builder::{
    choices::{Change, Choices, Way},
    manifest::Manifest,
    policy::{Outcome, Reader, Verdict, check},
};

use super::{chosen, forms::FORMS, manifest};

const PAGE: &str = "https://www.example.org/";

pub(super) fn verdict(policy: &str) -> Verdict {
    check(policy, PAGE, &way(Way::Element), &manifest()).expect("a verdict")
}

fn way(way: Way) -> Choices {
    chosen([Change::Way(way)])
}

#[test]
fn a_policy_is_read_in_each_form_in_which_it_is_pasted() {
    for (form, write) in FORMS {
        for (policy, reader) in [
            ("script-src 'none'", Reader::InsideTag),
            ("default-src 'self'; img-src *", Reader::ByScript),
            ("default-src 'self' 'wasm-unsafe-eval'", Reader::Everything),
            ("img-src 'none'", Reader::Everything),
        ] {
            let text = write(policy);
            let verdict = verdict(&text);
            assert_eq!(verdict.unread, [""; 0], "{form}: {text}");
            assert_eq!(verdict.counted, (1, 0), "{form}: {text}");
            assert_eq!(verdict.reader, reader, "{form}: {text}");
        }
    }
}

#[test]
fn each_of_several_policies_has_to_allow() {
    for text in [
        "img-src *, script-src 'none'",
        "img-src *,script-src 'none'",
        "script-src 'self';, script-src 'none'",
        "Content-Security-Policy: img-src *\nContent-Security-Policy: script-src 'none'",
        "content-security-policy: img-src *\r\ncontent-security-policy: script-src 'none'\r\n",
        "content-security-policy: img-src *\nx-frame-options: DENY\ncontent-security-policy: script-src 'none'",
        "content-security-policy: img-src *\n\n<!DOCTYPE html><html><head>\n\
         <meta http-equiv=\"content-security-policy\" content=\"script-src 'none'\"></head></html>",
        "<meta http-equiv=content-security-policy content=\"img-src *\">\
         <meta http-equiv=content-security-policy content=\"script-src 'none'\">",
        "{\"key\": \"Content-Security-Policy\", \"value\": \"img-src *\"},\n\
         {\"key\": \"Content-Security-Policy\", \"value\": \"script-src 'none'\"}",
        "header(\"Content-Security-Policy: img-src *\");\n\
         header(\"Content-Security-Policy: script-src 'none'\", false);",
    ] {
        let verdict = verdict(text);
        assert_eq!(verdict.unread, [""; 0], "{text}");
        assert_eq!(verdict.counted, (2, 0), "{text}");
        assert_eq!(verdict.reader, Reader::InsideTag, "{text}");
    }
}

#[test]
fn what_does_not_block_is_not_held_against_a_page() {
    for (text, counted) in [
        (
            "Content-Security-Policy-Report-Only: default-src 'none'",
            (0, 1),
        ),
        (
            "content-security-policy-report-only: default-src 'none'\ncontent-security-policy: img-src *",
            (1, 1),
        ),
        (
            "'Content-Security-Policy-Report-Only' => \"default-src 'none'\",\n\
             'Content-Security-Policy' => \"img-src *\",",
            (1, 1),
        ),
        (
            "<meta http-equiv='Content-Security-Policy' content=\"sandbox; frame-ancestors 'none'; img-src *\">",
            (1, 0),
        ),
        (
            "<!-- <meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\"> -->\n\
             <meta http-equiv='Content-Security-Policy' content=\"img-src *\">",
            (1, 0),
        ),
        // Of two directives with one name the first counts.
        (
            "script-src 'self' 'wasm-unsafe-eval'; Script-Src 'none'",
            (1, 0),
        ),
        // A name of former times, which browsers know no more.
        (
            "X-Content-Security-Policy: default-src 'none'\nContent-Security-Policy: img-src *",
            (1, 0),
        ),
    ] {
        let verdict = verdict(text);
        assert_eq!(verdict.unread, [""; 0], "{text}");
        assert_eq!(verdict.counted, counted, "{text}");
        assert_eq!(verdict.reader, Reader::Everything, "{text}");
    }
}

#[test]
fn what_is_not_clear_is_said_to_be_unread_and_nothing_is_called_allowed() {
    for text in UNCLEAR {
        let verdict = verdict(text);
        assert!(!verdict.unread.is_empty(), "{text}");
        assert_eq!(verdict.reader, Reader::Unknown, "{text}");
        for finding in verdict.findings {
            let is_allowed = matches!(finding.outcome, Outcome::Allowed | Outcome::If(_));
            assert!(!is_allowed, "{text}: {finding:?}");
        }
    }
}

const UNCLEAR: &[&str] = &[
    "no directive at all",
    ";;;",
    "Content-Security-Policy",
    "Content-Security-Policy:",
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
    // Typed by hand.
    "script-src: 'none'",
    "scirpt-src 'none'",
    "script-src ‘none’",
    "script-src \u{a0}'none'",
    "script-src 'nnone'",
    "script-src 'none",
    "default-src * script-src 'none'",
    "require-trusted-types-for script; trusted-types 'none'",
    // Escaped for something else.
    "Content-Security-Policy: script-src &#39;none&#39;",
    "&lt;meta http-equiv=\"Content-Security-Policy\" content=\"script-src &#39;none&#39;\"&gt;",
    "{\\\"Content-Security-Policy\\\": \\\"script-src 'none'\\\"}",
    // Put together by a program.
    "\"Content-Security-Policy\": csp",
    "\"Content-Security-Policy\": \"img-src *; \" + scripts",
    "'Content-Security-Policy' => \"img-src *; \" . $scripts",
    "headers['Content-Security-Policy'] = \"img-src *; \"\n    \"script-src 'none'\"",
    "\"Content-Security-Policy\": [\"img-src *\", \"script-src 'none'\"].join(\"; \")",
    "\"Content-Security-Policy\": `img-src *; ${scripts}`",
    "\"Content-Security-Policy\": `img-src *; script-src X`.replace('X', none)",
    "add_header Content-Security-Policy $policy;",
    "add_header Content-Security-Policy \"img-src *; $scripts\";",
    "Content-Security-Policy: img-src *; script-src {{sources}}",
    "helmet({ contentSecurityPolicy: { directives: { scriptSrc: [\"'none'\"] } } })",
    "helmet({ contentSecurityPolicy: false })",
    "CSP_SCRIPT_SRC = (\"'none'\",)",
    "Content-Security-Policy: img-src *\nhelmet.contentSecurityPolicy({ directives: { scriptSrc } })",
    "Header unset Content-Security-Policy",
    // Not whole.
    "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\"",
    "<!-- <meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">",
    "add_header Content-Security-Policy \"script-src 'none'",
    // What browsers make of it differs, or is nothing.
    "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src *, script-src 'none'\">",
    "<meta http-equiv=\" Content-Security-Policy \" content=\"script-src 'none'\">",
    "<meta name=\"csp\" content=\"script-src 'none'\">",
    "X-Content-Security-Policy: script-src 'none'",
    // A second policy that is no header.
    "Content-Security-Policy: img-src *\n\nscript-src 'none'",
    "{\"value\": \"script-src 'none'\", \"key\": \"Content-Security-Policy\"}",
];

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
