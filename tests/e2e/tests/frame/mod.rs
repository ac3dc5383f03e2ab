//! The explainer in a frame of its own: `mode="frame"` from another site, and a plain frame without script.

mod focus;
mod forbidden;
mod inside;
mod kept;
mod messages;
mod missing;
mod outside;
mod pictures;
mod servers;
mod steady;

use anyhow::{Context, Result};
use e2e::{
    browsers::Browser,
    page::Page,
    server::Server,
    site::{Answer, Site},
};
use serde_json::json;

/// A host that lets in what the frame mode needs from another site, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' {{cdn}}/; connect-src {{cdn}}/; frame-src 'self' {{cdn}}/; \
    img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lupus-car-t";

/// A frame that the page around it never hears of.
const WITHOUT_ITS_SIDE: Answer = Answer::Replaced(
    "<script data-cfasync=\"false\">",
    "<script type=text/plain>",
);

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

/// The height of the frame once it is that of its text, and that of the text stays.
async fn settled_height(page: &Page<'_>) -> Result<f64> {
    let last = std::cell::Cell::new(0.0);
    page.until("the height to be that of the text", async || {
        page.settle().await?;
        enter_as_it_is(page).await?;
        let inside: f64 = page
            .ask("return Math.ceil(document.body.getBoundingClientRect().height);")
            .await?;
        page.browser.driver.enter_parent_frame().await?;
        let stays = (last.replace(inside) - inside).abs() < 1.0;
        Ok(stays && (height(page).await? - inside).abs() < 1.0)
    })
    .await?;
    height(page).await
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

/// Goes into the frame, with what `selector` finds first inside in the middle of the window.
///
/// The driver of `WebKit` scrolls the frame alone to what it clicks; out of view of the page, it clicks in vain.
/// And nothing may have been scrolled to just before: Firefox would go back there.
pub(crate) async fn enter_at(page: &Page<'_>, selector: &str) -> Result<()> {
    enter_as_it_is(page).await?;
    let script =
        "const { top, bottom } = one(it).getBoundingClientRect(); return (top + bottom) / 2;";
    let middle: f64 = page.ask_about(script, json!(selector)).await?;
    page.browser.driver.enter_parent_frame().await?;
    let script = "const top = scrollY + one('.frame').getBoundingClientRect().top;
                  scrollTo({ top: Math.round(top + it - innerHeight / 2), behavior: 'instant' });";
    page.ask_about::<()>(script, json!(middle)).await?;
    enter_as_it_is(page).await
}

/// The explainer's frame in the words of a script.
const FRAME: &str = "document.querySelector('lupus-car-t').shadowRoot.querySelector('.frame')";

/// Goes into the frame and leaves it where it is.
pub(crate) async fn enter_as_it_is(page: &Page<'_>) -> Result<()> {
    enter_this(page, FRAME).await
}

/// Goes into the frame that a script gives.
async fn enter_this(page: &Page<'_>, frame: &str) -> Result<()> {
    let driver = &page.browser.driver;
    let script = format!("return {frame};");
    let frame = driver.execute(script, vec![]).await?.element()?;
    frame.enter_frame().await.context("entering a frame")
}
