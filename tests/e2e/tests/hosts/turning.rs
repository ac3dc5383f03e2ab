//! However the page turns dark or light, at once or slowly, the explainer goes along once the page has come to rest.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_chromium, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(the_explainer_follows_whatever_turns_the_page_dark);
in_chromium!(it_follows_for_readers_who_want_no_motion);

async fn the_explainer_follows_whatever_turns_the_page_dark(browser: &Browser) -> Result<()> {
    follows(&open(browser).await?).await
}

async fn it_follows_for_readers_who_want_no_motion(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    let features = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
    let parameters = json!({ "features": features });
    browser
        .devtools("Emulation.setEmulatedMedia", parameters)
        .await?;
    follows(&page).await
}

async fn follows(page: &Page<'_>) -> Result<()> {
    let wrong: Vec<String> = page
        .ask_patiently(include_str!("turning.js"), json!(null))
        .await?;
    ensure!(wrong.is_empty(), "{wrong:#?}");
    page.nothing_went_wrong().await
}

async fn open(browser: &Browser) -> Result<Page<'_>> {
    // The page has styles of its own inside.
    let page = browser
        .open(Site::default().host_under(""), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    Ok(page)
}
