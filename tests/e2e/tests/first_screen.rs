//! A reader who is frightened finds the signs of an emergency without scrolling, also on the smallest phone.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_chromium, page::Page, site::Site};
use serde_json::json;

in_chromium!(the_signs_of_an_emergency_are_on_the_first_screen);

/// The smallest phones that are still in use, in CSS pixels.
const PHONES: [(u32, u32); 2] = [(320, 568), (375, 667)];

/// Two lines of the first sign, in pixels; phones have narrower letters than the machine that tests.
const ROOM: f64 = 50.0;

/// The day after the next review is due: a note says so.
const OVERDUE: &str = "2099-01-01T00:00:00Z";

async fn the_signs_of_an_emergency_are_on_the_first_screen(browser: &Browser) -> Result<()> {
    for (file, site) in [
        ("index.html", Site::default()),
        ("index.html", Site::default().at(OVERDUE)),
        ("frame.html", Site::default()),
        ("plain.html", Site::default().unrecorded()),
        // Below a title and a paragraph of the host page.
        ("fixtures/hosts/phone.html", Site::default()),
        ("fixtures/hosts/phone.html", Site::default().at(OVERDUE)),
    ] {
        let page = browser.open(site, "manifest.json").await?;
        for (width, height) in PHONES {
            let size =
                json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
            browser
                .devtools("Emulation.setDeviceMetricsOverride", size)
                .await?;
            page.go(file).await?;
            if file != "plain.html" {
                page.until_ready().await?;
            }
            are_seen(&page, height)
                .await
                .map_err(|error| error.context(format!("{file} at {width} × {height}")))?;
        }
    }
    Ok(())
}

/// Fails unless the headings of the help box are on the screen, and of the signs the first two lines.
async fn are_seen(page: &Page<'_>, height: u32) -> Result<()> {
    let first_sign: f64 = page
        .ask(
            "const box = root ? one('.get-help') : document.querySelector('article');
             return box.querySelector('ul > li').getBoundingClientRect().top;",
        )
        .await?;
    ensure!(
        first_sign + ROOM < f64::from(height),
        "the first sign begins at {first_sign} px"
    );
    Ok(())
}
