//! What each file is to be sent with: one table, written down for the hosts that read `_headers` and for nginx.

/// Files that are sent with the same headers.
struct Rule {
    /// Paths from the folder on; `*` stands for the rest of a name.
    ///
    /// No path fits two rules but the first, since hosts would join the values of both with a comma.
    paths: Vec<String>,
    headers: Vec<(&'static str, String)>,
}

/// The name carries the hash of the bytes, so what was fetched once stays right.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// Kept, but asked for each time whether it is still so.
///
/// Page, script, fragment and stylesheet belong together: an old one beside a new one would start the text of one
/// release with the program of another. The answer is mostly a short "not modified".
const ASK_EACH_TIME: &str = "public, max-age=0, must-revalidate";

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

/// The rules for a folder with pages in these languages, the one for everything first.
fn rules(languages: &[&str]) -> Vec<Rule> {
    let page = |paths: &[&str], policy: String| Rule {
        paths: paths.iter().copied().map(str::to_owned).collect(),
        headers: vec![
            ("Cache-Control", ASK_EACH_TIME.to_owned()),
            ("Content-Security-Policy", policy),
        ],
    };
    let cached = |paths: &[&str], cache: &str| Rule {
        paths: paths.iter().copied().map(str::to_owned).collect(),
        headers: vec![("Cache-Control", cache.to_owned())],
    };
    let unused: Vec<String> = UNUSED.iter().map(|name| format!("{name}=()")).collect();
    let everything = Rule {
        paths: vec!["/*".to_owned()],
        headers: vec![
            ("Access-Control-Allow-Origin", "*".to_owned()),
            ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
            ("Permissions-Policy", unused.join(", ")),
            ("Referrer-Policy", "no-referrer".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
        ],
    };
    let hashed = ["/widget-*", "/later-*", "/frame-*", "/content/*.bin"];
    let plain = [
        "/embed*",
        "/framed.js",
        "/widget.css",
        "/icon.svg",
        "/manifest.json",
        "/fragment/*",
        "/include/*",
        "/snippet/*",
        "/builder*.js",
        "/builder*.wasm",
        "/builder*.css",
    ];
    // Some hosts show a page without the end of its name, and send its visitors there.
    let own_policy = policy("'self'", "; frame-ancestors 'self'");
    let mut own_pages = page(&["/", "/index.html"], own_policy);
    for language in languages {
        let paths = ["/", "/index.html"].map(|file| format!("/{language}{file}"));
        own_pages.paths.extend(paths);
    }
    let with_frames = policy("'self'", "; frame-src 'self'; frame-ancestors 'self'");
    let with_frames_paths = ["/host.html", "/host", "/builder.html", "/builder"];
    vec![
        everything,
        cached(&hashed, FOREVER),
        cached(&plain, ASK_EACH_TIME),
        own_pages,
        page(&with_frames_paths, with_frames),
        // In a sandbox a page has no origin: WebKit then takes no file for its own, so no origin is named. And any
        // site may show it, even one in a sandbox, which `frame-ancestors *` would keep out; so nothing is said.
        page(&["/frame.html", "/frame"], policy("*", "")),
    ]
}

/// The policy of a page that loads its files from `files`.
fn policy(files: &str, more: &str) -> String {
    format!(
        "default-src 'none'; script-src {files} 'wasm-unsafe-eval'; style-src {files}; connect-src {files}; \
         img-src {files}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types lupus-car-t{more}"
    )
}

/// The file `_headers`, which Netlify, Cloudflare Pages and others read.
pub(super) fn for_hosts(languages: &[&str]) -> String {
    let mut text = "# For hosts that read this file, such as Netlify and Cloudflare Pages. It belongs at the top of\n\
                    # the site: where the folder stands deeper, put the way to it before each path.\n"
        .to_owned();
    for Rule { paths, headers } in rules(languages) {
        for path in paths {
            text += &format!("\n{path}\n");
            for (name, value) in &headers {
                text += &format!("  {name}: {value}\n");
            }
        }
    }
    text
}

/// The file `nginx.conf`, to be included in a `server` block.
pub(super) fn for_nginx(languages: &[&str]) -> String {
    let mut rules = rules(languages).into_iter();
    let everything = rules.next().map_or_else(Vec::new, |rule| rule.headers);
    let add = |(name, value): &(&str, String)| format!("add_header {name} \"{value}\";\n");
    let mut text = "# For nginx: include this in the server block whose root holds the folder. If the folder is called\n\
                    # otherwise, or stands deeper, change the next line to its path.\n\
                    location ^~ /lupus-car-t/ {\n    \
                        gzip_static on;\n    \
                        gzip_vary on;\n    \
                        charset utf-8;\n    \
                        charset_types text/html text/css text/javascript application/json image/svg+xml;\n    \
                        default_type application/octet-stream;\n    \
                        types {\n        \
                            text/html html;\n        \
                            text/css css;\n        \
                            text/javascript js;\n        \
                            application/json json;\n        \
                            application/octet-stream bin;\n        \
                            application/wasm wasm;\n        \
                            image/svg+xml svg;\n    \
                        }\n"
        .to_owned();
    for header in &everything {
        text += &format!("    {}", add(header));
    }
    for Rule { paths, headers } in rules {
        let ends: Vec<String> = paths.iter().map(|path| expression(path)).collect();
        text += &format!("\n    location ~ \"({})$\" {{\n", ends.join("|"));
        // What stands in a location hides what stands around it, so all of it is said again.
        for header in everything.iter().chain(&headers) {
            text += &format!("        {}", add(header));
        }
        text += "    }\n";
    }
    text + "}\n"
}

/// A path as a regular expression that looks at the end of an address.
fn expression(path: &str) -> String {
    path.replace('.', "\\.").replace('*', "[^/]*")
}
