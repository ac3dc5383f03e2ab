//! While a section is read aloud, its controls leave what has the focus to be seen, and Escape ends them anywhere.

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    server::package,
    site::{Answer, Site},
};
use serde_json::json;
use thirtyfour::Key;

use super::{give_voice, open};
use crate::frame;

in_every_engine!(
    what_has_the_focus_is_never_below_the_controls,
    in_a_frame_as_high_as_its_text_it_is_not_either,
    escape_ends_the_reading_from_anywhere_in_the_text,
);

/// Goes through all that takes the focus, there and back, as the Tab key would; gives what the controls cover.
const STOPS: &str = r#"
    const done = arguments[0];
    const host = document.querySelector("lupus-car-t");
    const root = host.shadowRoot;
    const { holder } = customElements.get("lupus-car-t")[Symbol.for("lupus-car-t")].controllerOf(host);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    (async () => {
      const player = root.querySelector(".player");
      const isStop = (it) => !it.disabled && !it.closest(".player")
        && it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length;
      // Of the long list of sources every tenth is enough.
      const stops = [...root.querySelectorAll("a[href], button, input, textarea, select, summary")].filter(isStop)
        .filter((it, index) => !it.closest(".sources") || index % 10 === 0);
      const covered = [];
      for (const stop of [...stops, ...stops.reverse().slice(1)]) {
        // In a frame the controls stand below the sentence that is read, which can be anywhere.
        if (holder) {
          const top = stop.getBoundingClientRect().top - player.parentNode.getBoundingClientRect().top;
          player.style.cssText = `position: absolute; inset-block: ${top - 20}px auto`;
        }
        stop.focus({ focusVisible: true });
        await frame();
        await frame();
        const box = (stop.closest(".section-header") ?? stop).getBoundingClientRect();
        const over = player.getBoundingClientRect();
        const isCovered = box.bottom > over.top + 1 && box.top < over.bottom - 1
          && box.right > over.left && box.left < over.right;
        const isOut = !holder && (box.bottom <= 0 || box.top >= innerHeight);
        if (isCovered || isOut) covered.push(stop.outerHTML.slice(0, 100));
      }
      done({ covered, count: stops.length });
    })();"#;

const LISTEN: &str = "#section-at-a-glance [data-tool=listen]";

async fn what_has_the_focus_is_never_below_the_controls(browser: &Browser) -> Result<()> {
    for width in [1280, 320] {
        let page = listening(browser, width).await?;
        nothing_is_covered(&page, &format!("{width} px wide")).await?;
    }
    Ok(())
}

/// In a frame as high as its text the controls stand below the sentence that is read, and the page scrolls.
async fn in_a_frame_as_high_as_its_text_it_is_not_either(browser: &Browser) -> Result<()> {
    let voices = fs::read_to_string(package().join("fixtures/tools/voices.js"))?;
    let with_voices = format!("<head><script nonce=recorder>{voices}</script>");
    let cdn =
        Site::default().answering("frame.html", Answer::Replaced("<head>", with_voices.leak()));
    let cdn = cdn.serve().await?;
    let page = frame::open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    frame::enter(&page).await?;
    page.until_tools().await?;
    open_much(&page).await?;
    browser.driver.enter_default_frame().await?;
    frame::enter_at(&page, LISTEN).await?;
    page.click(LISTEN).await?;
    let held: bool = page
        .ask("return document.documentElement.matches('.held') && !!controller().holder.reveal;")
        .await?;
    ensure!(held, "the frame is not as high as its text");
    page.ask::<()>("speech.end();").await?;
    nothing_is_covered(&page, "in a frame").await
}

async fn nothing_is_covered(page: &Page<'_>, where_: &str) -> Result<()> {
    let answer = page.browser.driver.execute_async(STOPS, vec![]).await?;
    let count = answer.json()["count"].as_u64().context("a count")?;
    ensure!(count > 60, "{where_}: only {count} stops");
    ensure!(
        answer.json()["covered"] == json!([]),
        "{where_}: of {count} stops, these are covered: {:#}",
        answer.json()["covered"]
    );
    Ok(())
}

/// A page of this width on which a section is read aloud, and more are open.
async fn listening(browser: &Browser, width: u32) -> Result<Page<'_>> {
    let page = if width < 1000 {
        let file = format!("framed/{width}/fixtures/tools/plain.html");
        let page = browser.open(Site::default(), &file).await?;
        page.enter_frame().await?;
        page.ask::<()>("frameElement.height = 568;").await?;
        page.until_ready().await?;
        page.until_tools().await?;
        page
    } else {
        open(browser, "plain").await?
    };
    open_much(&page).await?;
    page.click(LISTEN).await?;
    Ok(page)
}

async fn open_much(page: &Page<'_>) -> Result<()> {
    give_voice(page).await?;
    page.ask::<()>(
        "for (const id of ['risks', 'questions', 'symptoms', 'sources']) host.openSection(id);",
    )
    .await?;
    page.until("them to be open", async || page.is_open("sources").await)
        .await
}

async fn escape_ends_the_reading_from_anywhere_in_the_text(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    give_voice(&page).await?;
    let reads = "return !!one('.mount').dataset.reading;";
    for place in [
        "#risks-button",
        ".toggle-all",
        "#section-at-a-glance [data-tool=hand-on]",
        "[data-tool=text-size]",
        "body",
    ] {
        page.click("#section-at-a-glance [data-tool=listen]")
            .await?;
        ensure!(page.ask::<bool>(reads).await?, "nothing is read");
        if place == "body" {
            page.ask::<()>("focused().blur();").await?;
        } else {
            page.focus_on(place).await?;
        }
        let before = page.focus().await?;
        page.press(Key::Escape).await?;
        page.until(&format!("Escape at {place} to end it"), async || {
            Ok(!page.ask::<bool>(reads).await?)
        })
        .await?;
        ensure!(
            page.focus().await? == before,
            "the focus moved from {place}"
        );
    }

    // What is over the text closes first, and what the reader searches in.
    page.click("#section-at-a-glance [data-tool=listen]")
        .await?;
    page.focus_on("[data-tool=print]").await?;
    page.press(Key::Enter).await?;
    page.until("the menu", async || {
        page.ask("return !!focused()?.closest('.popover');").await
    })
    .await?;
    page.press(Key::Escape).await?;
    page.until("the menu to close", async || {
        page.ask("return !focused()?.closest('.popover');").await
    })
    .await?;
    ensure!(
        page.ask::<bool>(reads).await?,
        "closing the menu has ended the reading"
    );
    page.focus_on(".search-button").await?;
    page.press(Key::Enter).await?;
    page.until("the search", async || {
        page.ask("return focused()?.id === 'search-input';").await
    })
    .await?;
    page.press(Key::Escape).await?;
    page.until("the search to close", async || {
        page.ask("return !all('.search').length;").await
    })
    .await?;
    ensure!(
        page.ask::<bool>(reads).await?,
        "closing the search has ended the reading"
    );
    page.press(Key::Escape).await?;
    page.until("the second Escape to end it", async || {
        Ok(!page.ask::<bool>(reads).await?)
    })
    .await?;
    page.nothing_went_wrong().await
}
