//! What gets the focus inside a frame is seen: the page around the frame scrolls to it.

use anyhow::{Context, Result};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

use super::{enter_as_it_is, height, open};

in_every_engine!(
    what_a_reader_is_led_to_inside_a_frame_is_in_view,
    a_head_that_stays_does_not_cover_what_a_reader_is_led_to,
);

/// What leads a reader somewhere: what is done first, and what is then clicked.
const WAYS: [(&str, &str); 5] = [
    (
        "a search result near the end",
        "find('clinicaltrials').at(-1)",
    ),
    ("a search result in a closed detail", "find('cytokine')[0]"),
    ("a citation", "one('#risks-body .citation')"),
    (
        "a link to a section",
        "one('#at-a-glance-body a[data-section]:not([data-cited])')",
    ),
    ("where a source is cited", "one('.cited-in a[data-cited]')"),
];

async fn what_a_reader_is_led_to_inside_a_frame_is_in_view(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    for (name, place) in WAYS {
        let page = open(browser, &cdn, "element.html").await?;
        page.until_ready().await?;
        lead(&page, place, 0.0)
            .await
            .with_context(|| format!("by {name}"))?;
    }
    Ok(())
}

/// The page says by `scroll-padding` how high its head is.
async fn a_head_that_stays_does_not_cover_what_a_reader_is_led_to(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    for (name, place) in WAYS {
        let site = Site::default().host_under("").second_origin(&cdn);
        let page = browser.open(site, "fixtures/frames/head.html").await?;
        page.until_ready().await?;
        // A part of a pixel less.
        lead(&page, place, 159.0)
            .await
            .with_context(|| format!("by {name}"))?;
    }
    Ok(())
}

/// Clicks what `place` gives inside the frame, and fails unless what then has the focus is in the window below a head.
async fn lead(page: &Page<'_>, place: &str, head: f64) -> Result<()> {
    let opened = "host.open = it;";
    if place.contains("risks") {
        page.ask_about::<()>(opened, json!("risks")).await?;
    } else if place.contains("cited") {
        page.ask_about::<()>(opened, json!("sources at-a-glance"))
            .await?;
    }
    enter_as_it_is(page).await?;
    page.until_tools().await?;
    if place.starts_with("find") {
        page.until_enabled(".search-button").await?;
        page.ask::<()>("one('.search-button').click();").await?;
        page.until("the search", async || {
            page.ask("return shown(one('.search-input'));").await
        })
        .await?;
        let word = place.split('\'').nth(1).unwrap_or_default();
        let script = "const field = one('.search-input');
             field.value = it;
             field.dispatchEvent(new Event('input', { bubbles: true }));";
        page.ask_about::<()>(script, json!(word)).await?;
        page.until("results", async || {
            page.ask("return all('.search-result').filter(shown).length > 0;")
                .await
        })
        .await?;
    }
    let find = "const find = () => all('.search-result').filter(shown);";
    page.until("what leads there", async || {
        page.ask(&format!("{find} return !!({place});")).await
    })
    .await?;
    // WebKit lets no frame of another site take the focus without the reader, so this keeps what would have it.
    page.ask::<()>(&format!(
        "{find}
         const real = HTMLElement.prototype.focus;
         HTMLElement.prototype.focus = function (...options) {{ window.led = this; real.apply(this, options); }};
         ({place}).click();"
    ))
    .await?;
    page.until("the focus to move", async || {
        page.ask("return !!window.led;").await
    })
    .await?;
    page.browser.driver.enter_parent_frame().await?;

    // The frame grows first and the page scrolls then, each in its time: in view, and nothing moves any more.
    let last = std::cell::Cell::new((0.0, 0.0, 0.0, 0.0));
    page.until("what has the focus to stay in view", async || {
        page.settle().await?;
        let now = place_in_window(page).await?;
        let (_, _, top, bottom) = now;
        let window: f64 = page.ask("return innerHeight;").await?;
        let is_in_view = top >= head && (bottom <= window || top < window / 2.0);
        Ok(last.replace(now) == now && is_in_view)
    })
    .await
    .with_context(|| format!("height, scroll, top and bottom are {:?}", last.get()))
}

/// The height of the frame, how far the page is scrolled, and where the top and bottom are of what has the focus.
async fn place_in_window(page: &Page<'_>) -> Result<(f64, f64, f64, f64)> {
    enter_as_it_is(page).await?;
    let [top, bottom]: [f64; 2] = page
        .ask("const { top, bottom } = led.getBoundingClientRect(); return [top, bottom];")
        .await?;
    page.browser.driver.enter_parent_frame().await?;
    let [start, scrolled]: [f64; 2] = page
        .ask("return [one('.frame').getBoundingClientRect().top, scrollY];")
        .await?;
    Ok((height(page).await?, scrolled, start + top, start + bottom))
}
