//! What the host page says of its own, inside a frame: text, and not much.

use anyhow::{Context, Result, ensure};
use e2e::{browsers::Browser, in_every_engine, site::Site};
use serde_json::json;

use super::{CONTACT, REVIEW, until_said};
use crate::frame;

in_every_engine!(
    a_frame_has_what_the_page_says_as_text,
    a_frame_shows_500_letters_of_a_slot,
);

async fn a_frame_has_what_the_page_says_as_text(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let markup = "<img src=x onerror=alert(1)>";
    let changes = [
        ("", [CONTACT, REVIEW, markup]),
        (
            "host.querySelector('[slot=review]').textContent = 'Read\\n again';",
            [CONTACT, "Read again", markup],
        ),
        (
            "for (const it of host.querySelectorAll('[slot]')) it.remove();",
            ["", "", ""],
        ),
    ];
    for (change, [contact, review, publisher]) in changes {
        let page = frame::open(browser, &cdn, "slots.html").await?;
        page.until_ready().await?;
        page.ask::<()>(change).await?;
        frame::enter(&page)
            .await
            .with_context(|| format!("after `{change}`"))?;
        until_said(&page, contact, review, publisher).await?;
        let elements: usize = page
            .ask("return host.querySelectorAll('[slot] *').length + host.querySelectorAll('img').length;")
            .await?;
        ensure!(
            elements == 0,
            "{elements} elements of the page came into the frame"
        );
        page.browser.driver.enter_parent_frame().await?;
        page.nothing_went_wrong().await?;
    }
    Ok(())
}

async fn a_frame_shows_500_letters_of_a_slot(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = frame::open(browser, &cdn, "slots.html").await?;
    page.until_ready().await?;
    let long = "a".repeat(600);
    let script = "host.querySelector('[slot=contact]').textContent = it;";
    page.ask_about::<()>(script, json!(long)).await?;
    let warning =
        "warn: <lupus-car-t>: slot `contact` has more than 500 letters; a frame shows those";
    page.until(warning, async || {
        let said: Vec<String> = page.ask("return recorded.console;").await?;
        Ok(said == [warning])
    })
    .await?;
    frame::enter(&page).await?;
    until_said(&page, &long[..500], REVIEW, "<img src=x onerror=alert(1)>").await?;
    page.browser.driver.enter_parent_frame().await?;
    Ok(())
}
