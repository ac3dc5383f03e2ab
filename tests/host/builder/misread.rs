//! A policy that forbids is never called one that allows, in whatever form and with whatever slip.

use lupus_car_t::builder::policy::Reader;

use super::{forms::FORMS, pasted::verdict};

/// Policies that each forbid a part of the explainer.
const FORBIDDING: [&str; 6] = [
    "script-src 'none'",
    "default-src 'none'; img-src *",
    "img-src *; default-src https://cdn.example.net",
    "default-src 'self'; connect-src https://api.example.net; report-uri /csp?a=1&b=2",
    "require-trusted-types-for 'script'; trusted-types default",
    "img-src *, script-src 'nonce-abc'",
];

/// What slips of the hand and programs put between letters.
const SLIPS: [&str; 7] = ["\n", ";", ",", "'", "\"", "x", "<"];

#[test]
fn a_policy_that_forbids_is_in_no_form_taken_for_one_that_allows() {
    for (form, write) in FORMS {
        for policy in FORBIDDING {
            let text = write(policy);
            let reader = verdict(&text).reader;
            assert_ne!(reader, Reader::Everything, "{form}: {text}");
        }
    }
}

#[test]
fn a_slip_makes_no_policy_one_that_allows() {
    for (form, write) in FORMS {
        let text = write(FORBIDDING[1]);
        for (at, letter) in text.char_indices() {
            let (before, after) = (&text[..at], &text[at + letter.len_utf8()..]);
            let inserted = SLIPS.map(|slip| format!("{before}{slip}{}", &text[at..]));
            for slipped in inserted.into_iter().chain([format!("{before}{after}")]) {
                let reader = verdict(&slipped).reader;
                assert_ne!(reader, Reader::Everything, "{form}: {slipped:?}");
            }
        }
    }
}

#[test]
fn half_a_text_is_not_taken_for_one_that_allows() {
    for (form, write) in FORMS {
        let text = write(FORBIDDING[0]);
        for (at, _) in text.char_indices() {
            let rest = &text[at..];
            // What forbids is not in it any more.
            if !rest.to_ascii_lowercase().contains("none") {
                break;
            }
            let reader = verdict(rest).reader;
            assert_ne!(reader, Reader::Everything, "{form}: {rest:?}");
        }
    }
}
