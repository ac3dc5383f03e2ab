//! What a reader sees on a small screen, on paper and while the page loads.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_chromium, in_every_engine,
    site::{Answer, Site},
};
use serde_json::json;

in_every_engine!(
    nothing_is_wider_than_a_small_phone,
    targets_are_large_enough_for_a_finger,
    the_main_message_and_the_help_box_are_seen_first,
);
in_chromium!(
    nothing_moves_while_the_page_loads,
    nothing_moves_while_a_slow_page_loads,
    everything_is_printed,
);

async fn nothing_is_wider_than_a_small_phone(browser: &Browser) -> Result<()> {
    for file in ["index.html", "host.html"] {
        let page = browser
            .open(Site::default(), &format!("framed/320/{file}"))
            .await?;
        page.enter_frame().await?;
        page.until_ready().await?;
        for act in [
            "host.closeAll();",
            "host.openAll(); for (const more of all('details')) more.open = true;",
        ] {
            page.ask::<()>(act).await?;
            page.settle().await?;
            let (width, scroll): (f64, f64) = page
                .ask(
                    "const html = document.documentElement; return [innerWidth, html.scrollWidth];",
                )
                .await?;
            ensure!(
                (319.0..=320.0).contains(&width),
                "the frame is {width} wide"
            );
            ensure!(
                scroll <= width,
                "{file} scrolls sideways to {scroll} after `{act}`"
            );
            let wide: Vec<String> = page
                .ask(
                    "const scrolls = (element) => element && element !== host && (
                       ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
                     return all('article *').filter((element) => shown(element) && !scrolls(element.parentElement)
                         && !element.closest('.visually-hidden, svg'))
                       .filter((element) => element.getBoundingClientRect().right > 320.5)
                       .map((element) => element.outerHTML.slice(0, 120));",
                )
                .await?;
            ensure!(
                wide.is_empty(),
                "{file}, wider than the screen after `{act}`: {wide:?}"
            );
        }
    }
    Ok(())
}

async fn targets_are_large_enough_for_a_finger(browser: &Browser) -> Result<()> {
    for file in ["framed/320/index.html", "framed/320/host.html"] {
        let page = browser.open(Site::default(), file).await?;
        page.enter_frame().await?;
        page.until_ready().await?;
        let small: Vec<String> = page
            .ask(
                "return all('.section-button, .toolbar button, .more > summary').map((target) => [target, target.getBoundingClientRect()])
                   .filter(([target, { width, height }]) => shown(target) && (height < 44 || width < 44))
                   .map(([target, { width, height }]) => `${target.textContent.trim()}: ${width} x ${height}`);",
            )
            .await?;
        ensure!(small.is_empty(), "{file}: smaller than 44 px: {small:?}");
    }
    Ok(())
}

async fn the_main_message_and_the_help_box_are_seen_first(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "framed/320/index.html")
        .await?;
    page.enter_frame().await?;
    page.until_ready().await?;
    let lowest: f64 = page
        .ask("return Math.max(one('.main-message').getBoundingClientRect().bottom, one('.get-help').getBoundingClientRect().top);")
        .await?;
    ensure!(
        lowest < 640.0,
        "the main message ends and the help box begins at {lowest} px"
    );
    Ok(())
}

async fn nothing_moves_while_the_page_loads(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    page.settle().await?;
    let shifts: Vec<f64> = page.ask("return recorded.shifts;").await?;
    ensure!(shifts.is_empty(), "the layout shifted by {shifts:?}");
    Ok(())
}

/// The script comes when the page has long been painted.
async fn nothing_moves_while_a_slow_page_loads(browser: &Browser) -> Result<()> {
    let page = browser
        .open(
            Site::default().answering(".wasm", Answer::Held),
            "index.html",
        )
        .await?;
    page.until_collapsed().await?;
    page.settle().await?;
    page.server.release();
    page.until_ready().await?;
    page.settle().await?;
    let shifts: Vec<f64> = page.ask("return recorded.shifts;").await?;
    ensure!(shifts.is_empty(), "the layout shifted by {shifts:?}");
    Ok(())
}

async fn everything_is_printed(browser: &Browser) -> Result<()> {
    for file in ["index.html", "host.html"] {
        let page = browser.open(Site::default(), file).await?;
        page.until_ready().await?;
        page.until_open(&["at-a-glance"]).await?;
        browser
            .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await?;
        page.settle().await?;
        let unseen: Vec<String> = page
            .ask(
                "return all('.sections p, .sections li, .sections td').filter((element) =>
                   element.textContent.trim() && !element.closest('[popover]') && !shown(element))
                   .map((element) => element.textContent.trim());",
            )
            .await?;
        ensure!(unseen.is_empty(), "{file}: not printed: {unseen:?}");
        let offered: bool = page.ask("return all('.toggle-all').some(shown);").await?;
        ensure!(!offered, "{file}: a button is printed");
    }
    Ok(())
}
