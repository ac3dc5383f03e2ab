//! The explainer goes into a frame and comes out of it while the page is shown.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine};

use super::{open, order, set};
use crate::hosts::works;

in_every_engine!(
    the_text_goes_into_a_frame_and_comes_out_as_the_reader_left_it,
    a_mode_that_is_changed_in_a_hurry_ends_well,
);

async fn the_text_goes_into_a_frame_and_comes_out_as_the_reader_left_it(
    browser: &Browser,
) -> Result<()> {
    let page = open(browser).await?;
    page.click_section("risks").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    set(&page, "mode", Some("frame")).await?;
    page.until_ready_times(2).await?;
    let [frames, sections]: [usize; 2] = page
        .ask("return [all('iframe.frame').length, all('.section').length];")
        .await?;
    ensure!(
        (frames, sections) == (1, 0),
        "{frames} frames and {sections} sections stand in the element"
    );
    page.element(".frame").await?.enter_frame().await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    page.ask::<()>("one('#at-a-glance-button').click();")
        .await?;
    page.until_open(&["risks"]).await?;
    browser.driver.enter_default_frame().await?;
    page.until("the page to hear of it", async || {
        Ok(page.events("lct-toggle").await?.len() == 2)
    })
    .await?;

    set(&page, "mode", None).await?;
    page.until_ready_times(3).await?;
    page.until_open(&["risks"]).await?;
    page.nothing_went_wrong_with(3).await
}

async fn a_mode_that_is_changed_in_a_hurry_ends_well(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.ask::<()>(
        "for (const mode of ['frame', 'element', 'frame', 'element']) host.mode = mode;",
    )
    .await?;
    page.until("the text", async || Ok(order(&page).await?.len() >= 14))
        .await?;
    page.until_open(&["at-a-glance"]).await?;
    page.ask::<()>(
        "recorded.events.length = 0; host.loading = 'lazy'; host.remove(); \
                    requestAnimationFrame(() => document.querySelector('main').append(host));",
    )
    .await?;
    works(&page).await
}
