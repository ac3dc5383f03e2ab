//! Goes through what a way of embedding needs, and says for each whether a policy allows it.

use content_security_policy::{CheckResult, CspList, Destination, Request, Violation};

use super::{
    Finding, Need, Outcome, Reader, TRUSTED_TYPES, Verdict, carries_text, paste,
    requests::{Place, source},
};
use crate::builder::{
    choices::{Choices, Way},
    manifest::Manifest,
    snippet::pin,
};

/// What the policies in `text` mean on the page with the address `page`.
///
/// `None` where `page` and the folder of the choices do not make an address.
pub fn check(text: &str, page: &str, choices: &Choices, manifest: &Manifest) -> Option<Verdict> {
    let pasted = paste::read(text);
    let place = Place::of(page, choices)?;
    let checker = Checker {
        policies: &pasted.policies,
        place,
        choices,
        manifest,
    };
    let is_read = pasted.unread.is_empty();
    let findings: Vec<Finding> = needs(choices.way)
        .iter()
        .map(|need| Finding {
            need: *need,
            outcome: match checker.outcome(*need) {
                Outcome::Allowed | Outcome::If(_) if !is_read => Outcome::Unknown,
                outcome => outcome,
            },
        })
        .collect();
    let is_known = is_read || findings.is_empty();
    Some(Verdict {
        reader: if is_known {
            reader(choices, manifest, &findings)
        } else {
            Reader::Unknown
        },
        findings,
        counted: (pasted.policies.0.len(), pasted.reporting),
        unread: pasted.unread,
    })
}

fn needs(way: Way) -> &'static [Need] {
    use super::Need::{Connect, Frame, Modules, Sandbox, Script, Style, TrustedTypes, Wasm};
    match way {
        Way::Element => &[Script, Modules, Wasm, Connect, TrustedTypes, Sandbox],
        Way::Frame => &[Script, Modules, Frame, TrustedTypes, Sandbox],
        Way::Iframe => &[Frame, Sandbox],
        Way::Static => &[],
        Way::Include => &[Style, Script, Modules, Wasm, Connect, TrustedTypes, Sandbox],
    }
}

fn reader(choices: &Choices, manifest: &Manifest, findings: &[Finding]) -> Reader {
    let blocked = |needs: &[Need]| {
        let mut findings = findings.iter();
        findings.any(|it| needs.contains(&it.need) && matches!(it.outcome, Outcome::Blocked { .. }))
    };
    let no_script = blocked(&[Need::Script, Need::Sandbox]);
    let no_text = blocked(&[Need::Connect]) && !carries_text(choices, manifest);
    match choices.way {
        Way::Iframe if blocked(&[Need::Frame]) => Reader::Nothing,
        Way::Iframe | Way::Include if no_script => Reader::Readable,
        Way::Frame | Way::Element if no_script => Reader::InsideTag,
        // The scripts that come later are named to the browser under trusted types as well.
        Way::Frame if blocked(&[Need::Modules, Need::Frame, Need::TrustedTypes]) => {
            Reader::InsideTag
        }
        Way::Element if no_text || blocked(&[Need::TrustedTypes]) => Reader::InsideTag,
        Way::Element | Way::Include if blocked(&[Need::Modules, Need::TrustedTypes]) => {
            Reader::Sections
        }
        Way::Element | Way::Include if blocked(&[Need::Wasm, Need::Connect]) => Reader::ByScript,
        _ => Reader::Everything,
    }
}

struct Checker<'a> {
    policies: &'a CspList,
    place: Place,
    choices: &'a Choices,
    manifest: &'a Manifest,
}

impl Checker<'_> {
    fn outcome(&self, need: Need) -> Outcome {
        let from = source(self.choices);
        let add = |directive: &str| format!("{directive} {from}");
        let request = |file, destination| self.place.request(file, destination);
        match need {
            Need::Script => self.script(add("script-src")),
            Need::Modules => {
                let answer = self.ask(&request("layer2.js", Destination::Script));
                outcome(answer, add("script-src"))
            }
            Need::Wasm => outcome(
                self.policies.is_wasm_evaluation_allowed(),
                "script-src 'wasm-unsafe-eval'".to_owned(),
            ),
            Need::Connect => {
                let answer = self.ask(&request("fragment/en.html", Destination::None));
                outcome(answer, add("connect-src"))
            }
            Need::Style => {
                let answer = self.ask(&request("widget.css", Destination::Style));
                outcome(answer, add("style-src"))
            }
            Need::Frame => {
                let answer = self.ask(&request("frame.html", Destination::IFrame));
                outcome(answer, add("frame-src"))
            }
            // Without the name the text is set as a plain string, which only some policies forbid.
            Need::TrustedTypes
                if !self
                    .policies
                    .does_sink_type_require_trusted_types("'script'", false) =>
            {
                Outcome::Allowed
            }
            Need::TrustedTypes => outcome(
                self.policies
                    .is_trusted_type_policy_creation_allowed(TRUSTED_TYPES, &[]),
                format!("trusted-types {TRUSTED_TYPES}"),
            ),
            Need::Sandbox => self.sandbox(),
        }
    }

    fn ask(&self, request: &Request) -> (CheckResult, Vec<Violation>) {
        self.policies.should_request_be_blocked(request)
    }

    /// A script that the policy does not know by its address may still come with the page's nonce.
    fn script(&self, mend: String) -> Outcome {
        let ask = |nonce: &str| self.ask(&self.place.script(self.choices, self.manifest, nonce));
        let plain = ask("");
        let words = self.script_words();
        let mut nonces = words
            .iter()
            .filter_map(|word| word.strip_prefix("'nonce-")?.strip_suffix('\''));
        if plain.0 == CheckResult::Blocked && nonces.any(|it| ask(it).0 == CheckResult::Allowed) {
            return Outcome::If(
                "your server puts the page's nonce on the tag: <script nonce=\"…\" src=…>"
                    .to_owned(),
            );
        }
        let is_strict = words
            .iter()
            .any(|it| it.eq_ignore_ascii_case("'strict-dynamic'"));
        match pin(self.choices, self.manifest).filter(|_| is_strict) {
            Some(hash) => outcome(
                plain,
                format!("script-src '{hash}', with this version pinned"),
            ),
            None => outcome(plain, mend),
        }
    }

    fn sandbox(&self) -> Outcome {
        let mut by = Vec::new();
        let mut has_origin = true;
        for policy in &self.policies.0 {
            for directive in policy
                .directive_set
                .iter()
                .filter(|it| it.name == "sandbox")
            {
                let has = |word| {
                    directive
                        .value
                        .iter()
                        .any(|it| it.eq_ignore_ascii_case(word))
                };
                if !has("allow-scripts") {
                    by.push(directive.to_string());
                }
                has_origin &= has("allow-same-origin");
            }
        }
        if !by.is_empty() {
            return Outcome::Blocked {
                by,
                mend: "sandbox allow-scripts".to_owned(),
            };
        }
        if has_origin || self.choices.way == Way::Iframe {
            return Outcome::Allowed;
        }
        Outcome::If(
            "the server sends Access-Control-Allow-Origin with the files, as _headers, .htaccess and \
             nginx.conf have it; open sections cannot be remembered"
                .to_owned(),
        )
    }

    /// What stands in the directives for scripts.
    fn script_words(&self) -> Vec<&str> {
        let directives = self
            .policies
            .0
            .iter()
            .flat_map(|policy| &policy.directive_set);
        directives
            .filter(|it| it.name.starts_with("script-src") || it.name == "default-src")
            .flat_map(|it| it.value.iter().map(String::as_str))
            .collect()
    }
}

fn outcome((result, violations): (CheckResult, Vec<Violation>), mend: String) -> Outcome {
    if result == CheckResult::Allowed {
        return Outcome::Allowed;
    }
    Outcome::Blocked {
        by: violations.iter().map(written).collect(),
        mend,
    }
}

/// The directive as it stands in the policy: a violation has the name of the most special one.
fn written(violation: &Violation) -> String {
    let Violation {
        directive, policy, ..
    } = violation;
    let stands_in = |name: &str| {
        directive.name.starts_with(name) || ["child-src", "default-src"].contains(&name)
    };
    let mut directives = policy.directive_set.iter();
    let written = directives.find(|it| it.value == directive.value && stands_in(&it.name));
    written
        .unwrap_or(directive)
        .to_string()
        .trim_end()
        .to_owned()
}
