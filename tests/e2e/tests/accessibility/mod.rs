//! axe-core finds nothing, in any state and colour of a page.

mod brands;
mod contrast;
mod headings;
mod popovers;
mod targets;

use anyhow::Result;
use e2e::{
    browsers::{Browser, Engine},
    in_every_engine,
    site::Site,
};
use serde_json::json;

in_every_engine!(
    axe_finds_nothing_on_the_page_of_its_own,
    axe_finds_nothing_on_a_host_page,
    axe_finds_nothing_without_script,
);

async fn axe_finds_nothing_on_the_page_of_its_own(browser: &Browser) -> Result<()> {
    in_every_state(browser, "index.html").await
}

async fn axe_finds_nothing_on_a_host_page(browser: &Browser) -> Result<()> {
    in_every_state(browser, "host.html").await
}

/// The sum of the red, green and blue of the explainer's background, 765 at most.
const BACKGROUND: &str = "
    const [red, green, blue] = getComputedStyle(one('.explainer')).backgroundColor.match(/\\d+/g).map(Number);
    return red + green + blue;";

async fn in_every_state(browser: &Browser, file: &str) -> Result<()> {
    for theme in ["light", "dark"] {
        let page = browser.open(Site::default(), file).await?;
        browser.prefer_colours(theme).await?;
        if browser.engine != Engine::Chromium || file == "host.html" {
            // The host page is light in itself, and no other driver can set what the system prefers,
            // but the element can be told which colours to take.
            let script = "host.setAttribute('theme', it);";
            page.ask_about::<()>(script, json!(theme)).await?;
        }
        page.until_ready().await?;
        // The browser tells the page of what the system prefers when it next draws.
        page.until(&format!("{file} to be {theme}"), async || {
            let sum: u32 = page.ask(BACKGROUND).await?;
            Ok((sum < 384) == (theme == "dark"))
        })
        .await?;
        page.ask::<()>("host.closeAll();").await?;
        page.until_open(&[]).await?;
        page.axe_finds_nothing(&format!("{file}, {theme}, closed"))
            .await?;
        page.ask::<()>("host.openAll(); for (const more of all('details')) more.open = true;")
            .await?;
        page.until_all_open().await?;
        page.axe_finds_nothing(&format!("{file}, {theme}, all open"))
            .await?;
    }
    Ok(())
}

async fn axe_finds_nothing_without_script(browser: &Browser) -> Result<()> {
    let site = Site::default()
        .under("default-src 'none'; script-src 'none'; style-src 'self' {{styles}}")
        .unrecorded();
    let page = browser.open(site, "index.html").await?;
    page.axe_finds_nothing("index.html without script").await
}
