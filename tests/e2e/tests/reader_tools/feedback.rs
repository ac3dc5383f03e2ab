//! "Was this clear?", where the host page asks for it.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, site::Site};
use serde_json::json;

use super::open;
use crate::frame;

in_every_engine!(
    readers_are_asked_only_where_the_page_wants_it,
    an_answer_goes_to_the_page_and_nowhere_else,
    a_frame_passes_the_answer_on,
);

async fn readers_are_asked_only_where_the_page_wants_it(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    let asked = "return all('.was-clear').some(shown);";
    ensure!(
        !page.ask::<bool>(asked).await?,
        "asked without being told to"
    );
    page.ask::<()>("one('.mount').same = true; host.feedback = 'on';")
        .await?;
    ensure!(page.ask::<bool>(asked).await?, "not asked");
    page.ask::<()>("host.feedback = 'off';").await?;
    ensure!(!page.ask::<bool>(asked).await?, "still asked");
    page.settle().await?;
    let same: bool = page.ask("return one('.mount').same === true;").await?;
    ensure!(same, "the text came anew");
    page.nothing_went_wrong().await
}

async fn an_answer_goes_to_the_page_and_nowhere_else(browser: &Browser) -> Result<()> {
    let page = open(browser, "asking").await?;
    let before = page.server.asked().len();
    for (tool, clear) in [("clear", true), ("unclear", false)] {
        page.click(&format!("#section-at-a-glance [data-tool={tool}]"))
            .await?;
        let last = page.events("lct-feedback").await?.pop().map(|it| it.detail);
        ensure!(
            last == Some(json!({ "section": "at-a-glance", "clear": clear })),
            "{last:?}"
        );
        ensure!(page.text("#section-at-a-glance .told").await? == "Thank you.");
    }
    let asked = page.server.asked().split_off(before);
    ensure!(asked.is_empty(), "the answer led to {asked:?}");
    page.nothing_went_wrong().await
}

async fn a_frame_passes_the_answer_on(browser: &Browser) -> Result<()> {
    let policy: &'static str = format!("{}; frame-src 'self'", e2e::site::STRICT_POLICY).leak();
    let site = Site::default().host_under(policy);
    let page = browser.open(site, "fixtures/tools/asking.html").await?;
    page.ask::<()>("host.mode = 'frame';").await?;
    // Its height comes from inside: until then Firefox may be on its way to the page.
    page.until("the frame to say its height", async || {
        page.ask("return !!root?.querySelector('.frame')?.style.blockSize;")
            .await
    })
    .await?;
    frame::enter(&page).await?;
    page.until_enabled("[data-tool=clear]").await?;
    page.until_tools().await?;
    browser.driver.enter_default_frame().await?;
    let button = "#section-at-a-glance [data-tool=clear]";
    frame::enter_at(&page, button).await?;
    page.click(button).await?;
    browser.driver.enter_default_frame().await?;
    page.until_event("lct-feedback").await?;
    let told = page.events("lct-feedback").await?.pop().map(|it| it.detail);
    ensure!(
        told == Some(json!({ "section": "at-a-glance", "clear": true })),
        "{told:?}"
    );
    Ok(())
}
