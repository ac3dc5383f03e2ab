//! WebAssembly is fetched when the reader comes near or turns to the explainer. The text never waits for it.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(
    it_starts_within_a_screen_of_being_seen_once_the_page_is_idle,
    a_touch_a_key_and_the_focus_start_it,
    where_data_is_scarce_it_waits_for_the_reader,
);

async fn it_starts_within_a_screen_of_being_seen_once_the_page_is_idle(
    browser: &Browser,
) -> Result<()> {
    let page = open(browser).await?;
    page.ask::<()>("window.requestIdleCallback = (act) => { recorded.whenIdle = act; };")
        .await?;
    scroll_to_screens_above(&page, 2.5).await?;
    is_not_started(&page).await?;
    let idle: bool = page.ask("return !!recorded.whenIdle;").await?;
    ensure!(
        !idle,
        "it waits for an idle moment two screens before it is seen"
    );

    scroll_to_screens_above(&page, 1.5).await?;
    page.until("it to wait for an idle moment", async || {
        page.ask("return !!recorded.whenIdle;").await
    })
    .await?;
    is_not_started(&page).await?;
    page.ask::<()>("recorded.whenIdle();").await?;
    page.until_ready().await?;
    let seen: bool = page
        .ask("return host.getBoundingClientRect().top < innerHeight;")
        .await?;
    ensure!(!seen, "it was seen before it started");
    page.nothing_went_wrong().await
}

async fn a_touch_a_key_and_the_focus_start_it(browser: &Browser) -> Result<()> {
    for act in [
        "dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))",
        "dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))",
        "focus({ preventScroll: true })",
    ] {
        let page = open(browser).await?;
        is_not_started(&page).await?;
        page.ask::<()>(&format!("one('#risks-button').{act};"))
            .await?;
        page.until_ready().await?;
        let scrolled: f64 = page.ask("return scrollY;").await?;
        ensure!(scrolled == 0.0, "the page scrolled to {scrolled}");
        page.nothing_went_wrong().await?;
    }
    Ok(())
}

async fn where_data_is_scarce_it_waits_for_the_reader(browser: &Browser) -> Result<()> {
    for scarce in [
        "saveData: true",
        "effectiveType: '2g'",
        "effectiveType: 'slow-2g'",
    ] {
        let page = open(browser).await?;
        page.ask::<()>(&format!(
            "Object.defineProperty(navigator, 'connection', {{ value: {{ {scarce} }} }});
             window.requestIdleCallback = (act) => {{ recorded.whenIdle = act; }};"
        ))
        .await?;
        scroll_to_screens_above(&page, 0.0).await?;
        is_not_started(&page).await?;
        let waits_for_idle: bool = page.ask("return !!recorded.whenIdle;").await?;
        ensure!(!waits_for_idle, "{scarce}: it starts by itself");
        page.ask::<()>("one('#risks-button').focus();").await?;
        page.until_ready().await?;
        page.nothing_went_wrong().await?;
    }
    Ok(())
}

/// Scrolls so that the explainer begins this many screens below the top of the window.
async fn scroll_to_screens_above(page: &Page<'_>, screens: f64) -> Result<()> {
    let script = "scrollTo({ behavior: 'instant',
                    top: scrollY + host.getBoundingClientRect().top - it * innerHeight });";
    page.ask_about::<()>(script, json!(screens)).await?;
    page.settle().await?;
    page.settle().await
}

/// Fails if WebAssembly was asked for. Without it the sections open all the same.
async fn is_not_started(page: &Page<'_>) -> Result<()> {
    page.settle().await?;
    ensure!(page.server.times_asked(".wasm") == 0, "it was started");
    for wanted in [&["at-a-glance", "risks"] as &[_], &["at-a-glance"]] {
        // A click by script is no touch.
        page.ask::<()>("one('#risks-button').click();").await?;
        page.until_open(wanted).await?;
    }
    Ok(())
}

async fn open(browser: &Browser) -> Result<Page<'_>> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/far.html")
        .await?;
    page.until_collapsed().await?;
    page.until("the script for what is later", async || {
        page.ask("return one('a[data-section]').getAttribute('href').startsWith('http');")
            .await
    })
    .await?;
    Ok(page)
}
