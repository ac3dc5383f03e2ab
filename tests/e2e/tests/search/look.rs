//! How the search looks, and what stays where it is.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine};
use serde_json::json;

use super::{open, opened, search_for};
use crate::handover::open_without_yew;

in_every_engine!(
    axe_finds_nothing_in_the_search,
    results_are_large_enough_for_a_finger_on_a_narrow_page,
    nothing_moves_when_the_search_begins_to_work,
);

async fn axe_finds_nothing_in_the_search(browser: &Browser) -> Result<()> {
    for theme in ["light", "dark"] {
        let page = opened(browser, "host.html").await?;
        page.ask_about::<()>("host.setAttribute('theme', it);", json!(theme))
            .await?;
        page.axe_finds_nothing(&format!("{theme}, nothing asked"))
            .await?;
        search_for(&page, "lupus").await?;
        page.axe_finds_nothing(&format!("{theme}, results")).await?;
    }
    Ok(())
}

async fn results_are_large_enough_for_a_finger_on_a_narrow_page(browser: &Browser) -> Result<()> {
    let page = open(browser, "framed/320/index.html").await?;
    page.click(".search-button").await?;
    search_for(&page, "lupus").await?;
    let small: Vec<String> = page
        .ask(
            "return all('.search-button, .search-input, .search-result').flatMap((target) => {
               const { width, height } = target.getBoundingClientRect();
               return height < 44 || width < 44 ? [`${target.className}: ${width} x ${height}`] : [];
             });",
        )
        .await?;
    ensure!(small.is_empty(), "smaller than 44 px: {small:?}");
    let too_wide: bool = page
        .ask("return document.documentElement.scrollWidth > innerWidth;")
        .await?;
    ensure!(!too_wide, "the page scrolls sideways");
    Ok(())
}

async fn nothing_moves_when_the_search_begins_to_work(browser: &Browser) -> Result<()> {
    let page = open_without_yew(browser, "index.html").await?;
    let place = "const { left, top } = one('.sections').getBoundingClientRect();
                 const button = one('.search-button').getBoundingClientRect();
                 return [left, top, button.left, button.top, button.width].map(Math.round);";
    let before: [i64; 5] = page.ask(place).await?;
    let offered: bool = page.ask("return shown(one('.search-button'));").await?;
    ensure!(!offered, "the search is offered before it works");
    page.server.release();
    page.until("the search to be offered", async || {
        page.ask("return !!root && all('.search-button:enabled').some(shown);")
            .await
    })
    .await?;
    let after: [i64; 5] = page.ask(place).await?;
    ensure!(before == after, "from {before:?} to {after:?}");
    ensure!(before[4] > 44, "no room was kept: {before:?}");
    Ok(())
}
