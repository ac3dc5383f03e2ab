//! What each file is to be sent with: one table, written down for the hosts that read `_headers` and for nginx.

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
const HASHED: [&str; 5] = [
    "/widget-*",
    "/later-*",
    "/tools-*",
    "/frame-*",
    "/content/*.bin",
];
const FOREVER: &str = "public, max-age=31536000, immutable";

/// Every other file but pages.
const PLAIN: [&str; 11] = [
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

/// What files of every kind have around them in nginx.
const NGINX_START: &str = "\
# For nginx: include this in the server block whose root holds the folder. If the folder is called
# otherwise, or stands deeper, change the next line to its path.
location ^~ /lupus-car-t/ {
    gzip_static on;
    gzip_vary on;
    charset utf-8;
    charset_types text/html text/css text/javascript application/json image/svg+xml;
    default_type application/octet-stream;
    types {
        text/html html;
        text/css css;
        text/javascript js;
        application/json json;
        application/octet-stream bin;
        application/wasm wasm;
        image/svg+xml svg;
    }
";

/// The rules for a folder with pages in these languages, the one for everything first.
fn rules(languages: &[&str]) -> Vec<Rule> {
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
    let own_policy = policy("'self'", "; img-src 'self'; frame-ancestors 'self'");
    let mut own_pages = page(&["/", "/index.html"], own_policy);
    for language in languages {
        let paths = ["/", "/index.html"].map(|file| format!("/{language}{file}"));
        own_pages.paths.extend(paths);
    }
    // Some hosts show a page without the end of its name, and send its visitors there.
    let pages_with_frames = ["/host.html", "/host", "/builder.html", "/builder"];
    let with_frames = policy(
        "'self'",
        "; img-src 'self'; frame-src 'self'; frame-ancestors 'self'",
    );
    // In a sandbox a page has no origin: WebKit then takes no file for its own, so no origin is named. And any site
    // may show it, even one in a sandbox, which `frame-ancestors *` would keep out; so nothing is said. It shows no
    // picture, so none is allowed.
    let mut frame = page(&["/frame.html", "/frame"], policy("*", ""));
    // A page that asks this of all that it embeds takes no frame that does not ask it, too.
    let embedder = ("Cross-Origin-Embedder-Policy", "require-corp".to_owned());
    frame.headers.push(embedder);
    vec![
        rule(&["/*"], everything),
        rule(&HASHED, vec![cache(FOREVER)]),
        rule(&PLAIN, vec![cache(ASK_EACH_TIME)]),
        own_pages,
        page(&pages_with_frames, with_frames),
        frame,
    ]
}

/// The policy of a page that loads its files from `files`.
fn policy(files: &str, more: &str) -> String {
    format!(
        "default-src 'none'; script-src {files} 'wasm-unsafe-eval'; style-src {files}; connect-src {files}; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types lupus-car-t{more}"
    )
}

/// The file `_headers`, which Netlify, Cloudflare Pages and others read.
pub(super) fn for_hosts(languages: &[&str]) -> String {
    let mut lines = vec![
        "# For hosts that read this file, such as Netlify and Cloudflare Pages. It belongs at the top".to_owned(),
        "# of the site: where the folder stands deeper, put the way to it before each path.".to_owned(),
    ];
    for Rule { paths, headers } in rules(languages) {
        for path in paths {
            lines.extend([String::new(), path]);
            lines.extend(
                headers
                    .iter()
                    .map(|(name, value)| format!("  {name}: {value}")),
            );
        }
    }
    lines.join("\n") + "\n"
}

/// The file `nginx.conf`, to be included in a `server` block.
pub(super) fn for_nginx(languages: &[&str]) -> String {
    let rules = rules(languages);
    let (everything, rest) = rules.split_at(1);
    let everything: Vec<&Header> = everything.iter().flat_map(|rule| &rule.headers).collect();
    let mut lines: Vec<String> = everything.iter().map(|it| add_header(4, it)).collect();
    for Rule { paths, headers } in rest {
        let ends: Vec<String> = paths.iter().map(|path| expression(path)).collect();
        lines.extend([
            String::new(),
            format!("    location ~ \"({})$\" {{", ends.join("|")),
        ]);
        // What stands in a location hides what stands around it, so all of it is said again.
        lines.extend(
            everything
                .iter()
                .copied()
                .chain(headers)
                .map(|it| add_header(8, it)),
        );
        lines.push("    }".to_owned());
    }
    format!("{NGINX_START}{}\n}}\n", lines.join("\n"))
}

fn add_header(indent: usize, (name, value): &Header) -> String {
    format!("{:indent$}add_header {name} \"{value}\";", "")
}

/// A path as a regular expression that looks at the end of an address.
fn expression(path: &str) -> String {
    path.replace('.', "\\.").replace('*', "[^/]*")
}
