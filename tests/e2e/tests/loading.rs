//! What a reader sees while a page loads.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_chromium,
    site::{Answer, Site},
};
use serde_json::json;

in_chromium!(
    nothing_moves_while_the_page_loads,
    nothing_moves_while_a_slow_page_loads,
    nothing_moves_while_a_page_arrives_in_parts,
    nothing_moves_while_a_page_with_the_snippet_arrives_slowly,
);

async fn nothing_moves_while_the_page_loads(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    page.settle().await?;
    let shifts: Vec<String> = page.ask("return recorded.shifts;").await?;
    ensure!(shifts.is_empty(), "the layout shifted by {shifts:#?}");
    Ok(())
}

/// The script comes when the page has long been painted.
async fn nothing_moves_while_a_slow_page_loads(browser: &Browser) -> Result<()> {
    let page = browser
        .open(
            Site::default().answering(".wasm", Answer::Held),
            "index.html",
        )
        .await?;
    page.until_collapsed().await?;
    page.settle().await?;
    page.server.release();
    page.until_ready().await?;
    page.settle().await?;
    let shifts: Vec<String> = page.ask("return recorded.shifts;").await?;
    ensure!(shifts.is_empty(), "the layout shifted by {shifts:#?}");
    Ok(())
}

/// The reader sees what has come so far. A driver waits for the whole of a page, but not for that of a frame.
async fn nothing_moves_while_a_page_arrives_in_parts(browser: &Browser) -> Result<()> {
    for (seen, held) in [
        (".main-message", "class=\"toolbar\""),
        (".toggle-all", "class=\"sections\""),
        ("#at-a-glance-button", "id=\"section-what-is-lupus\""),
        ("#symptoms-button", "id=\"section-who-gets-it\""),
        ("#about-button", "<h1"),
    ] {
        let site = Site::default()
            .host_under("frame-src 'self'")
            .answering("index.html", Answer::HeldFrom(held));
        let page = browser.open(site, "fixtures/hosts/bare.html").await?;
        page.ask_about::<()>(
            "const frame = document.createElement('iframe');
             Object.assign(frame, { width: 1280, height: 900, src: it });
             document.body.prepend(frame);",
            json!(page.server.address("index.html")),
        )
        .await?;
        page.until("the first part", async || {
            page.ask_about(
                "const { contentDocument, contentWindow } = document.querySelector('iframe');
                 return !!contentDocument.querySelector('lupus-car-t')?.shadowRoot?.querySelector(it)
                   && contentWindow.performance.getEntriesByName('first-contentful-paint').length > 0;",
                json!(seen),
            )
            .await
        })
        .await?;
        page.settle().await?;
        page.server.release();
        page.enter_frame().await?;
        page.until_ready().await?;
        page.settle().await?;
        let shifts: Vec<String> = page.ask("return recorded.shifts;").await?;
        ensure!(shifts.is_empty(), "held from `{held}`: {shifts:#?}");
        browser.driver.enter_parent_frame().await?;
    }
    Ok(())
}

/// `host.html` has the snippet of the README, between words of its own.
async fn nothing_moves_while_a_page_with_the_snippet_arrives_slowly(
    browser: &Browser,
) -> Result<()> {
    let page = browser.open(Site::default(), "host.html").await?;
    browser.slow_down().await?;
    page.go("host.html").await?;
    page.until_ready().await?;
    page.settle().await?;
    let is_slow: bool = page
        .ask(
            "const [painted] = performance.getEntriesByName('first-contentful-paint');
             const script = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/embed.en.js'));
             return painted.startTime < script.responseEnd;",
        )
        .await?;
    ensure!(
        is_slow,
        "the page's own words were not painted before the script was there"
    );
    let shifts: Vec<String> = page.ask("return recorded.shifts;").await?;
    ensure!(shifts.is_empty(), "the layout shifted by {shifts:#?}");
    Ok(())
}
