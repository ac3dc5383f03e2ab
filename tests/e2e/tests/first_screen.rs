//! A reader who is frightened finds the signs of an emergency without scrolling, also on the smallest phone.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::{Browser, Engine},
    in_every_engine,
    page::Page,
    server::package,
    site::{Answer, Site},
};
use serde::Deserialize;
use serde_json::json;

use crate::{frame::enter_as_it_is, hosts::including};

in_every_engine!(
    the_signs_of_an_emergency_are_on_the_first_screen,
    in_a_frame_they_are_on_the_first_screen,
);

/// The smallest phones that are still in use, in CSS pixels.
const PHONES: [[u32; 2]; 2] = [[320, 568], [375, 667]];

/// Two lines of the first sign, in pixels; phones have narrower letters than the machine that tests.
const ROOM: f64 = 50.0;

/// One line: in Firefox the letters of this machine are wider still.
const ROOM_OF_FIREFOX: f64 = 25.0;

/// The day after the next review is due: a note says so.
const OVERDUE: &str = "2099-01-01T00:00:00Z";

/// A page with a title and a paragraph before the explainer.
const HOST: &str = "fixtures/hosts/phone.html";

async fn the_signs_of_an_emergency_are_on_the_first_screen(browser: &Browser) -> Result<()> {
    let include = Answer::Text(including("phone.html")?);
    let included = || Site::default().answering("hosts/phone.html", include);
    for (what, site, file) in [
        ("its own page", Site::default(), "index.html"),
        ("overdue", Site::default().at(OVERDUE), "index.html"),
        ("a plain frame", Site::default(), "frame.html"),
        ("plain.html", Site::default().unrecorded(), "plain.html"),
        ("a host page", Site::default(), HOST),
        ("a host page, overdue", Site::default().at(OVERDUE), HOST),
        ("an include", included(), HOST),
        ("an include, overdue", included().at(OVERDUE), HOST),
    ] {
        let site = site.host_under("");
        let page = browser.open(site, "fixtures/hosts/bare.html").await?;
        for phone in PHONES {
            show_on(&page, phone, file).await?;
            if file == "plain.html" {
                page.until("the page", async || {
                    page.ask(
                        "return document.readyState === 'complete' && !!document.querySelector('article');",
                    )
                    .await
                })
                .await?;
            } else {
                page.until_ready().await?;
            }
            let tops = tops(&page).await?;
            are_seen(&tops, 0.0, phone).with_context(|| format!("{what} at {phone:?}"))?;
            browser.driver.enter_default_frame().await?;
        }
    }
    Ok(())
}

async fn in_a_frame_they_are_on_the_first_screen(browser: &Browser) -> Result<()> {
    let host = std::fs::read_to_string(package().join(HOST))?;
    let host = host.replace("<lupus-car-t ", "<lupus-car-t mode=\"frame\" ");
    ensure!(host.contains("mode="), "{host}");
    let framed: &'static str = host.leak();
    let site = Site::default()
        .host_under("")
        .answering("hosts/phone.html", Answer::Text(framed));
    let page = browser.open(site, "fixtures/hosts/bare.html").await?;
    for phone in PHONES {
        show_on(&page, phone, HOST).await?;
        page.until_ready().await?;
        let start: f64 = page
            .ask("return one('.frame').getBoundingClientRect().top;")
            .await?;
        enter_as_it_is(&page).await?;
        let tops = tops(&page).await?;
        browser.driver.enter_default_frame().await?;
        are_seen(&tops, start, phone).with_context(|| format!("at {phone:?}"))?;
    }
    Ok(())
}

/// Shows a file as a phone does, and goes there. No desktop window gets as narrow; only Chromium can be told to be a
/// phone, and of the others a frame is.
async fn show_on(page: &Page<'_>, phone: [u32; 2], file: &str) -> Result<()> {
    if page.browser.engine == Engine::Chromium {
        let [width, height] = phone;
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        let browser = page.browser;
        browser
            .devtools("Emulation.setDeviceMetricsOverride", size)
            .await?;
        return page.go(file).await;
    }
    page.show_framed(file, phone).await?;
    page.enter_frame().await
}

/// Where on the screen the help box begins, in pixels.
#[derive(Debug, Deserialize)]
struct Tops {
    /// The top and the bottom of its heading, and of that of its most urgent tier, where they are seen.
    headings: Vec<[f64; 2]>,
    /// The top of the first sign.
    sign: f64,
    /// How far the page has been scrolled.
    scrolled: f64,
    /// What of the first sign has to be seen.
    room: f64,
}

async fn tops(page: &Page<'_>) -> Result<Tops> {
    let room = match page.browser.engine {
        Engine::Firefox => ROOM_OF_FIREFOX,
        Engine::Chromium | Engine::WebKit => ROOM,
    };
    page.ask_about(
        "const box = root ? one('.get-help') : document.querySelector('article');
         const headings = root
           ? ['.get-help-heading', '.subheading'].map((it) => box.querySelector(it))
           : [...box.querySelectorAll('h2, h3')].slice(0, 2);
         return {
           headings: headings.filter(shown).map((it) => it.getBoundingClientRect())
             .map(({ top, bottom }) => [top, bottom]),
           sign: box.querySelector('ul > li').getBoundingClientRect().top,
           scrolled: scrollY,
           room: it,
         };",
        json!(room),
    )
    .await
}

/// Fails unless the headings of the help box are on the screen, and of the first sign what there has to be room for.
fn are_seen(tops: &Tops, start: f64, [_, height]: [u32; 2]) -> Result<()> {
    let height = f64::from(height);
    let is_on_screen = |[top, bottom]: &[f64; 2]| start + top >= 0.0 && start + bottom <= height;
    let seen = tops.headings.iter().all(is_on_screen)
        && start + tops.sign + tops.room < height
        && tops.headings.len() == 2
        && tops.scrolled == 0.0;
    ensure!(seen, "from {start} px on: {tops:?}");
    Ok(())
}
