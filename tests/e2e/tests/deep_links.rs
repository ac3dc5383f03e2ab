//! An address ends with a section, and the reader arrives at it.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;

in_every_engine!(
    a_link_opens_its_section_when_the_page_loads,
    a_link_opens_its_section_where_nothing_comes_after_the_text,
    a_link_opens_its_section_on_a_host_page,
    a_new_hash_opens_its_section,
    a_link_to_a_section_that_does_not_exist_changes_nothing,
    a_cross_link_opens_the_section_it_names,
);

async fn a_link_opens_its_section_when_the_page_loads(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "index.html#lupus-car-t-risks")
        .await?;
    page.until_ready().await?;
    has_arrived(&page, "risks").await?;
    page.until_open(&["at-a-glance", "risks"]).await
}

/// So the section is open when the page is first painted.
async fn a_link_opens_its_section_where_nothing_comes_after_the_text(
    browser: &Browser,
) -> Result<()> {
    let site = Site::default().answering("later-", Answer::NotFound);
    let page = browser.open(site, "index.html#lupus-car-t-risks").await?;
    page.until_open(&["at-a-glance", "risks"]).await
}

async fn a_link_opens_its_section_on_a_host_page(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "host.html").await?;
    let prefix: String = page.ask("return host.id || 'lupus-car-t';").await?;
    // A fresh load: going from the page to its own address with a hash would be a hash change.
    page.go("manifest.json").await?;
    page.go(&format!("host.html#{prefix}-risks")).await?;
    page.until_ready().await?;
    has_arrived(&page, "risks").await
}

async fn a_new_hash_opens_its_section(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    page.follow("lupus-car-t-risks").await?;
    has_arrived(&page, "risks").await?;
    page.follow("lupus-car-t-sources").await?;
    has_arrived(&page, "sources").await?;
    page.until_open(&["at-a-glance", "risks", "sources"]).await
}

async fn a_link_to_a_section_that_does_not_exist_changes_nothing(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "index.html#lupus-car-t-no-such-section")
        .await?;
    page.until_ready().await?;
    page.follow("another-place").await?;
    let focus = page.focus().await?;
    page.follow("lupus-car-t-at-a-glance-and-more").await?;
    page.settle().await?;
    page.until_open(&["at-a-glance"]).await?;
    let now = page.focus().await?;
    ensure!(now == focus, "the focus moved to {now}");
    let scrolled: i64 = page.ask("return Math.round(scrollY);").await?;
    ensure!(scrolled == 0, "the page scrolled to {scrolled}");
    page.nothing_went_wrong().await
}

async fn a_cross_link_opens_the_section_it_names(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    page.click(".toggle-all").await?;
    let link = ".section-body a[data-section]:not([data-cited])";
    let target: String = page
        .ask_about("return one(it).dataset.section;", json!(link))
        .await?;
    // The second time the address has the hash already, so no hash change comes to help.
    for _ in 0..2 {
        page.click_section(&target).await?;
        page.until("it to close", async || Ok(!page.is_open(&target).await?))
            .await?;
        page.click(link).await?;
        has_arrived(&page, &target).await?;
    }
    Ok(())
}

/// Waits until a section is open, in view, and its button in focus.
async fn has_arrived(page: &Page<'_>, id: &str) -> Result<()> {
    let button = format!("{id}-button");
    page.until("the section to open", async || page.is_open(id).await)
        .await?;
    page.until("its button to be in focus", async || {
        Ok(page.focus().await? == button)
    })
    .await?;
    page.until("it to be in view", async || {
        page.is_in_view(&format!("#{button}")).await
    })
    .await
}
