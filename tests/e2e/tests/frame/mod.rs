//! The explainer in a frame of its own: `mode="frame"` from another site, and a plain frame without script.

mod forbidden;
mod inside;
mod outside;

use anyhow::{Context, Result};
use e2e::{browsers::Browser, page::Page, server::Server, site::Site};

/// A host that lets in what the frame mode needs from another site, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' {{cdn}}/; connect-src {{cdn}}/; frame-src 'self' {{cdn}}/; \
    img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lupus-car-t";

/// Opens a page of one server that takes the explainer from `cdn`, another.
pub(crate) async fn open<'browser>(
    browser: &'browser Browser,
    cdn: &Server,
    file: &str,
) -> Result<Page<'browser>> {
    let host = Site::default().host_under(POLICY).second_origin(cdn);
    browser.open(host, &format!("fixtures/frames/{file}")).await
}

async fn height(page: &Page<'_>) -> Result<f64> {
    page.ask("return one('.frame').getBoundingClientRect().height;")
        .await
}

/// How many sections the host page was told to have opened, less those closed.
async fn open_count(page: &Page<'_>) -> Result<i64> {
    let toggles = page.events("lct-toggle").await?;
    let step = |open: bool| if open { 1 } else { -1 };
    Ok(toggles
        .iter()
        .map(|it| step(it.detail["open"] == true))
        .sum())
}

pub(crate) async fn enter(page: &Page<'_>) -> Result<()> {
    let frame = page.element(".frame").await?;
    frame
        .enter_frame()
        .await
        .context("entering the explainer's frame")
}
