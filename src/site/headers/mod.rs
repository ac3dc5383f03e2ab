//! What each file is to be sent with: one table, written down for hosts that read `_headers`, for nginx and for Apache.

mod apache;
mod hosts;
mod nginx;

pub(super) use apache::for_apache;
pub(super) use hosts::for_hosts;
pub(super) use nginx::for_nginx;

use super::inline::Inline;

/// Files that are sent with the same headers.
struct Rule {
    /// Paths from the folder on; `*` stands for the rest of a name.
    ///
    /// No path fits two rules but the first, since hosts would join the values of both with a comma.
    paths: Vec<String>,
    headers: Vec<Header>,
}

/// A name and its value.
type Header = (&'static str, String);

/// Their names carry the hash of their bytes, so what was fetched once stays right.
const HASHED: [&str; 5] = ["/widget-*", "/later-*", "/tools-*", "/frame-*", "/search-*"];
const FOREVER: &str = "public, max-age=31536000, immutable";

/// Every other file but those in HTML.
const PLAIN: [&str; 9] = [
    "/embed*",
    "/widget.css",
    "/plain.css",
    "/icon.svg",
    "/manifest.json",
    "/lupus-car-t.d.ts",
    "/builder*.js",
    "/builder*.wasm",
    "/builder*.css",
];

/// Kept, but asked for each time whether it is still so.
///
/// Page, script, fragment and stylesheet belong together: an old one beside a new one would start the text of one
/// release with the program of another. The answer is mostly a short "not modified".
const ASK_EACH_TIME: &str = "public, max-age=0, must-revalidate";

/// What the plain page is sent with.
const PLAIN_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'self'";

/// What the explainer never uses. Writing to the clipboard is left as browsers have it: links can be copied.
const UNUSED: [&str; 15] = [
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// The kinds of files, by the ends of their names.
const TYPES: [(&str, &str); 8] = [
    ("html", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("ts", "text/plain"),
    ("txt", "text/plain"),
];

/// The ends of names of files that are text.
fn of_text() -> impl Iterator<Item = (&'static str, &'static str)> {
    TYPES.into_iter().filter(|(end, _)| *end != "wasm")
}

/// The rules for a folder with pages in these languages, the one for everything first.
fn rules(languages: &[&str], inline: &Inline) -> Vec<Rule> {
    let rule = |paths: &[&str], headers: Vec<Header>| Rule {
        paths: paths.iter().copied().map(str::to_owned).collect(),
        headers,
    };
    let cache = |how: &str| ("Cache-Control", how.to_owned());
    let page = |paths: &[&str], policy: String| {
        let policy = ("Content-Security-Policy", policy);
        rule(paths, vec![cache(ASK_EACH_TIME), policy])
    };

    let unused: Vec<String> = UNUSED.iter().map(|name| format!("{name}=()")).collect();
    let everything = vec![
        ("Access-Control-Allow-Origin", "*".to_owned()),
        ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
        ("Permissions-Policy", unused.join(", ")),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ];
    let own = |scripts: &str, styles: &str, more: &str| {
        let more = format!("; img-src 'self'{more}; frame-ancestors 'self'");
        policy(
            &format!("'self'{scripts}"),
            &format!("'self'{styles}"),
            "'self'",
            &more,
        )
    };
    let (script, styles) = (inline.script(), inline.styles());
    let in_each_language = |names: &[&str]| -> Vec<String> {
        let folders = languages.iter().map(|language| format!("/{language}"));
        let folders = [String::new()].into_iter().chain(folders);
        let paths = |folder: String| names.iter().map(move |name| format!("{folder}{name}"));
        folders.flat_map(paths).collect()
    };
    let mut own_pages = page(&[], own(&format!(" {script}"), &format!(" {styles}"), ""));
    own_pages.paths = in_each_language(&["/", "/index.html"]);
    let mut parts = page(&[], own("", "", ""));
    for language in languages {
        // Parts of a page, but whoever opens one sees a page. Some hosts leave out the end of its name.
        for part in ["fragment", "include", "snippet"] {
            let paths = [".html", ""].map(|end| format!("/{part}/{language}{end}"));
            parts.paths.extend(paths);
        }
    }
    // Nothing of it runs.
    let mut plain_pages = page(&[], PLAIN_POLICY.to_owned());
    plain_pages.paths = in_each_language(&["/plain.html", "/plain"]);
    // Some hosts show a page without the end of its name, and send its visitors there.
    let pages_with_frames = ["/host.html", "/host", "/builder.html", "/builder"];
    let with_frames = own("", "", "; frame-src 'self'");
    // In a sandbox a page has no origin: WebKit then takes no file for its own. So scripts are those that the inline
    // ones load ('strict-dynamic'; browsers of before 2022 know no more than `*`), and other files come from anywhere.
    // Any site may show it, even one in a sandbox, which `frame-ancestors *` would keep out; so nothing is said. It
    // shows no picture, so none is allowed.
    let scripts = format!("* 'strict-dynamic' {}", inline.scripts_in_frame());
    let frame = policy(&scripts, &format!("'self' {styles}"), "*", "");
    let mut frame = page(&["/frame.html", "/frame"], frame);
    // A page that asks this of all that it embeds takes no frame that does not ask it, too.
    let embedder = ("Cross-Origin-Embedder-Policy", "require-corp".to_owned());
    frame.headers.push(embedder);
    vec![
        rule(&["/*"], everything),
        rule(&HASHED, vec![cache(FOREVER)]),
        rule(&PLAIN, vec![cache(ASK_EACH_TIME)]),
        own_pages,
        parts,
        plain_pages,
        page(&pages_with_frames, with_frames),
        frame,
    ]
}

/// The policy of a page whose scripts, styles and other files have these sources.
fn policy(scripts: &str, styles: &str, files: &str, more: &str) -> String {
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; connect-src {files}; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types lupus-car-t{more}"
    )
}
