//! What a policy is made of. A browser goes over words that it does not know; here they are a sign that a text is not
//! what it was taken for.

use content_security_policy::PolicySource;

/// Directives whose value is a list of sources.
const OF_SOURCES: [&str; 23] = [
    "base-uri",
    "child-src",
    "connect-src",
    "default-src",
    "fenced-frame-src",
    "font-src",
    "form-action",
    "frame-ancestors",
    "frame-src",
    "img-src",
    "manifest-src",
    "media-src",
    "navigate-to",
    "object-src",
    "prefetch-src",
    "script-src",
    "script-src-attr",
    "script-src-elem",
    "style-src",
    "style-src-attr",
    "style-src-elem",
    "trusted-types",
    "worker-src",
];

/// The others, those of former times among them.
const OTHERS: [&str; 10] = [
    "block-all-mixed-content",
    "plugin-types",
    "referrer",
    "reflected-xss",
    "report-to",
    "report-uri",
    "require-sri-for",
    "sandbox",
    "upgrade-insecure-requests",
    "webrtc",
];

/// Of all directives the one that asks for a word of its own.
const TRUSTED_TYPES_FOR: &str = "require-trusted-types-for";

/// Words between quotation marks.
const KEYWORDS: [&str; 15] = [
    "allow-duplicates",
    "inline-speculation-rules",
    "none",
    "report-sample",
    "report-sha256",
    "report-sha384",
    "report-sha512",
    "self",
    "strict-dynamic",
    "trusted-types-eval",
    "unsafe-allow-redirects",
    "unsafe-eval",
    "unsafe-hashes",
    "unsafe-inline",
    "wasm-unsafe-eval",
];

/// Schemes that sources are written with, so that `https:` at the start of a line is not the name of a header.
const SCHEMES: [&str; 9] = [
    "about",
    "blob",
    "data",
    "file",
    "filesystem",
    "http",
    "https",
    "mediastream",
    "ws",
];

/// Whether `word` is the name of a directive, in large or small letters.
pub(super) fn is_directive(word: &str) -> bool {
    let mut names = OF_SOURCES.iter().chain(&OTHERS);
    names.any(|it| it.eq_ignore_ascii_case(word)) || TRUSTED_TYPES_FOR.eq_ignore_ascii_case(word)
}

/// Whether `word` is a scheme of a source.
pub(super) fn is_scheme(word: &str) -> bool {
    word.eq_ignore_ascii_case("wss") || SCHEMES.iter().any(|it| it.eq_ignore_ascii_case(word))
}

/// The first piece of a policy that a policy cannot hold.
pub(super) fn misfit(value: &str, source: PolicySource) -> Option<String> {
    // Some browsers take a comma in a tag for the end of a policy, and some for a part of it.
    if source == PolicySource::Meta && value.contains(',') {
        return Some(value.to_owned());
    }
    let mut directives = value.split([',', ';']).map(str::trim).peekable();
    let is_nothing = value.split([',', ';']).all(|it| it.trim().is_empty());
    let wrong = directives.find(|it| !it.is_empty() && !fits(it));
    wrong
        .map(str::to_owned)
        .or_else(|| is_nothing.then(|| value.to_owned()))
}

fn fits(directive: &str) -> bool {
    let mut words = directive.split_ascii_whitespace();
    let name = words.next().unwrap_or_default().to_ascii_lowercase();
    if !directive.is_ascii() {
        return false;
    }
    if name == TRUSTED_TYPES_FOR {
        // Whether `'SCRIPT'` counts is not certain.
        return words.all(|it| it == "'script'");
    }
    if OF_SOURCES.contains(&&*name) {
        return words.all(is_source);
    }
    if name == "sandbox" {
        return words.all(|it| it.starts_with("allow-") && it.chars().all(is_of_name));
    }
    OTHERS.contains(&&*name)
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-'
}

fn is_source(word: &str) -> bool {
    // A directive here has lost the semicolon before it.
    if is_directive(word) {
        return false;
    }
    if let Some(keyword) = word.strip_prefix('\'') {
        return keyword.strip_suffix('\'').is_some_and(is_keyword);
    }
    // `$` and `%` begin what a server or a program puts in.
    let is_outside = |it: char| "'\"`<>{}\\|^".contains(it) || it.is_ascii_control();
    let is_plain = !word.contains(is_outside) && !word.starts_with(['$', '%', '&', '#']);
    is_plain && (!word.ends_with(':') || is_scheme_source(word))
}

fn is_scheme_source(word: &str) -> bool {
    word.strip_suffix(':').is_some_and(|scheme| {
        scheme.starts_with(|it: char| it.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|it| is_of_name(it) || it == '+' || it == '.')
    })
}

fn is_keyword(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let is_hash = ["sha256-", "sha384-", "sha512-"].iter().any(|it| {
        let hash = lower.strip_prefix(it);
        hash.is_some_and(|hash| !hash.is_empty() && hash.chars().all(is_of_base64))
    });
    is_hash
        || KEYWORDS.contains(&&*lower)
        || lower
            .strip_prefix("nonce-")
            .is_some_and(|it| !it.is_empty())
}

fn is_of_base64(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "+/-_=".contains(letter)
}

/// A nonce whose value a server or a program puts in, such as `'nonce-{{nonce}}'`, with a value of our own.
pub(super) fn with_plain_nonce(word: &str) -> String {
    let nonce = |word: &str| {
        let is_nonce = word.get(..7)?.eq_ignore_ascii_case("'nonce-");
        let value = word.get(7..)?.strip_suffix('\'').filter(|_| is_nonce)?;
        let is_plain = value.chars().all(is_of_base64);
        Some(format!(
            "'nonce-{}'",
            if is_plain { value } else { "of-each-answer" }
        ))
    };
    nonce(word).unwrap_or_else(|| word.to_owned())
}

/// The first directive in a text of which the policies have been taken already, however it is spelled there:
/// `scriptSrc`, `SCRIPT_SRC`.
pub(super) fn stray_directive(rest: &str) -> Option<&str> {
    let bare = |text: &str| text.replace(['-', '_'], "").to_ascii_lowercase();
    let is_stray = |line: &&str| {
        let line = bare(line);
        let mut names = OF_SOURCES
            .iter()
            .filter(|it| it.contains("-src") || it.starts_with("trusted"));
        names.any(|it| line.contains(&bare(it)))
    };
    rest.lines().find(is_stray)
}
