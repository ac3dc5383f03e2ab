//! What files are sent as.

/// A page in XML.
const XHTML: &str = "application/xhtml+xml";

/// Whether a file of this kind is a page.
pub(crate) fn is_page(kind: &str) -> bool {
    kind.starts_with("text/html") || kind == XHTML
}

/// What a file is sent as, by its name.
pub(crate) fn content_type(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("xhtml") => XHTML,
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff") => "font/woff",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
