//! Pages within a page, as narrow as a phone.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};

/// A page that shows another in a frame of some width, since no desktop window gets as narrow as a phone.
///
/// The frame is tall enough to need no scroll bar, which would take some of the width in some engines only.
pub(crate) fn framed(width: &str, address: &str) -> Response {
    let html = format!(
        "<!doctype html><html lang=en><meta name=color-scheme content='light dark'><title>framed</title>\
         <body style=margin:0>\
         <iframe src='{address}' width={width} height=30000 style='border:0;display:block'></iframe>"
    );
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}
