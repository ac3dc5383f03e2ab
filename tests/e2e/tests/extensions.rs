//! What other programs do to a page while it is shown: extensions, and scripts that put HTML into it.

use anyhow::Result;
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;

use crate::hosts::opens_by_its_buttons;

in_every_engine!(
    a_page_that_dark_reader_has_changed_is_taken_over,
    an_explainer_that_htmx_puts_into_the_page_works_each_time,
);

async fn load(page: &Page<'_>, file: &str) -> Result<()> {
    page.ask_patiently(
        "const script = document.createElement('script');
         script.src = it;
         const loaded = new Promise((resolve, reject) => Object.assign(script, { onload: resolve, onerror: reject }));
         document.head.append(script);
         await loaded;
         return null;",
        json!(page.server.npm_address(file)),
    )
    .await
}

/// Dark Reader puts its own styles into the shadow root, and changes those that are there.
async fn a_page_that_dark_reader_has_changed_is_taken_over(browser: &Browser) -> Result<()> {
    let site = Site::default()
        .host_under("")
        .answering(".wasm", Answer::Held);
    let page = browser.open(site, "fixtures/hosts/plain.html").await?;
    page.until_collapsed().await?;
    load(&page, "darkreader/darkreader.js").await?;
    page.ask::<()>("DarkReader.enable({ brightness: 90, contrast: 110 });")
        .await?;
    page.until("its styles", async || {
        page.ask("return document.documentElement.dataset.darkreaderScheme === 'dark';")
            .await
    })
    .await?;
    page.settle().await?;
    page.server.release();
    page.until_ready().await?;
    opens_by_its_buttons(&page).await?;
    page.ask::<()>("DarkReader.disable();").await?;
    opens_by_its_buttons(&page).await?;
    page.nothing_went_wrong().await
}

async fn an_explainer_that_htmx_puts_into_the_page_works_each_time(
    browser: &Browser,
) -> Result<()> {
    let site = Site::default().host_under("").answering(
        "hosts/part.html",
        Answer::Text("<h2>A part</h2><lupus-car-t id=\"swapped\" open=\"risks\"></lupus-car-t>"),
    );
    let page = browser.open(site, "fixtures/hosts/plain.html").await?;
    page.until_ready().await?;
    load(&page, "htmx.org/dist/htmx.js").await?;
    for round in 1..=2 {
        page.ask::<()>("htmx.ajax('GET', 'part.html', { target: 'body', swap: 'innerHTML' });")
            .await?;
        page.until_ready_times(1 + round).await?;
        page.turn_to("#swapped").await?;
        page.until_open(&["risks"]).await?;
        opens_by_its_buttons(&page).await?;
    }
    Ok(())
}
