//! The policy of each page.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::{
    build::Build,
    headers::{paths, rules, values},
};

#[test]
fn each_page_has_its_policy_and_the_one_for_frames_fits_into_any_site() -> Result<(), String> {
    let build = Build::new();
    build.write(false)?;
    let text = build.text("_headers");
    let rules = rules(&text);
    let policy = |path: &str| values(&rules, path, "Content-Security-Policy").concat();
    for path in ["/plain.html", "/plain", "/en/plain.html", "/de/plain.html"] {
        let expected = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; \
                        form-action 'none'; frame-ancestors 'self'";
        assert_eq!(policy(path), expected, "{path}");
    }
    let sources = |page: &str, element: &str| {
        let texts = build.inline(page, element);
        let source = |it: &String| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(it)));
        texts.iter().map(source).collect::<String>()
    };
    for path in [
        "/",
        "/index.html",
        "/en/",
        "/en/index.html",
        "/de/index.html",
    ] {
        let page = match path {
            "/" | "/en/" => format!("{}index.html", &path[1..]),
            _ => path[1..].to_owned(),
        };
        let (scripts, styles) = (sources(&page, "script"), sources(&page, "style"));
        let expected = format!(
            "default-src 'none'; script-src 'self'{scripts} 'wasm-unsafe-eval'; style-src 'self'{styles}; \
             connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
             trusted-types lupus-car-t; img-src 'self'; frame-ancestors 'self'"
        );
        assert_eq!(policy(path), expected, "{path}");
    }
    for path in [
        "/host.html",
        "/builder.html",
        // Parts of pages: whoever opens one has a page before them.
        "/fragment/en.html",
        "/fragment/en",
        "/include/de.html",
        "/snippet/en.html",
    ] {
        let policy = policy(path);
        for part in [
            "default-src 'none';",
            "script-src 'self' 'wasm-unsafe-eval';",
            "frame-ancestors 'self'",
            "require-trusted-types-for 'script'; trusted-types lupus-car-t",
        ] {
            assert!(policy.contains(part), "{path}: no {part} in {policy}");
        }
        let has_frames = ["/host.html", "/builder.html"].contains(&path);
        assert_eq!(policy.contains("frame-src 'self'"), has_frames, "{path}");
    }
    // A page in a sandbox has no origin that `'self'` could stand for in every browser, nor has a page around it.
    let framed = policy("/frame.html");
    let (scripts, styles) = (
        sources("frame.html", "script"),
        sources("frame.html", "style"),
    );
    let expected = format!(
        "default-src 'none'; script-src * 'strict-dynamic'{scripts} 'wasm-unsafe-eval'; style-src 'self'{styles}; \
         connect-src *; "
    );
    assert!(framed.starts_with(&expected), "{framed}, not {expected}");
    assert!(!framed.contains("frame-ancestors"), "{framed}");
    for kind in [
        "img-src",
        "font-src",
        "media-src",
        "object-src",
        "frame-src",
    ] {
        assert!(!framed.contains(kind), "{framed}");
    }
    assert!(!text.contains("'unsafe-inline'") && !text.contains("'unsafe-eval'"));
    for path in ["/embed.js", "/widget.css"] {
        assert_eq!(policy(path), "", "{path}");
    }
    for path in paths(&build) {
        let name = path.rsplit('/').next().unwrap_or_default();
        let is_page = name.is_empty() || name.split('.').next_back() == Some("html");
        assert_eq!(policy(&path).is_empty(), !is_page, "{path}");
    }
    Ok(())
}
