//! A page that takes the words out of a running explainer: nothing is thrown, and the next change brings them back.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};

use crate::hosts::including;

in_every_engine!(
    words_that_the_page_takes_out_come_back_with_the_next_change,
    calls_without_words_throw_nothing,
);

/// Each ends what runs, or shows the text anew.
const CHANGES: [&str; 6] = [
    "const before = host.parentNode; host.remove(); requestAnimationFrame(() => before.append(host));",
    "host.sections = 'symptoms risks';",
    "host.headingLevel = 3;",
    "host.base = './../../';",
    "host.mode = 'frame'; setTimeout(() => { host.mode = 'element'; });",
    "host.id = 'other';",
];

/// What a page calls, and what a reader and a browser do.
const CALLS: &str = "
    for (const name of ['openAll', 'closeAll']) host[name]();
    host.openSection('risks');
    host.closeSection('risks');
    host.open = 'symptoms';
    host.path = 'trial';
    host.theme = 'dark';
    host.region = 'gb';
    host.links = 'off';
    host.feedback = 'on';
    host.remember = 'session';
    host.remember = 'none';
    location.hash = '#lupus-car-t-risks';
    dispatchEvent(new Event('beforeprint'));
    dispatchEvent(new Event('afterprint'));";

/// Opens a page whose explainer runs, and takes its words out.
async fn open_emptied(browser: &Browser, is_included: bool) -> Result<Page<'_>> {
    let mut site = Site::default().host_under("");
    if is_included {
        let page = including("plain.html")?;
        site = site.answering("hosts/plain.html", Answer::Text(page));
    }
    let page = browser.open(site, "fixtures/hosts/plain.html").await?;
    page.until_ready().await?;
    page.until_tools().await?;
    page.ask::<()>("one('.mount').remove();").await?;
    Ok(page)
}

async fn words_that_the_page_takes_out_come_back_with_the_next_change(
    browser: &Browser,
) -> Result<()> {
    for is_included in [false, true] {
        for change in CHANGES {
            let page = open_emptied(browser, is_included).await?;
            page.ask::<()>(change).await?;
            comes_back(&page)
                .await
                .with_context(|| format!("included: {is_included}, after {change}"))?;
        }
    }
    Ok(())
}

async fn calls_without_words_throw_nothing(browser: &Browser) -> Result<()> {
    for is_included in [false, true] {
        let page = open_emptied(browser, is_included).await?;
        page.ask::<()>(CALLS).await?;
        page.settle().await?;
        page.ask::<()>("host.headingLevel = 3;").await?;
        comes_back(&page)
            .await
            .with_context(|| format!("included: {is_included}"))?;
    }
    Ok(())
}

/// Fails unless the text is there and opens, the page was told of one failure at most, and nobody threw.
async fn comes_back(page: &Page<'_>) -> Result<()> {
    page.until_enabled("#risks-button").await?;
    page.ask::<()>("host.closeAll();").await?;
    page.until_open(&[]).await?;
    page.click_section("risks").await?;
    page.until_open(&["risks"]).await?;
    page.settle().await?;
    let told = page.events("lct-error").await?;
    ensure!(told.len() <= 1, "{told:?}");
    let thrown: Vec<String> = page.ask("return recorded.errors;").await?;
    ensure!(thrown.is_empty(), "{thrown:?}");
    Ok(())
}
