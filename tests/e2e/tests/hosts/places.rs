//! The element stands where pages put things: beside others of its kind, in forms, tabs, details and shadow roots.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;
use thirtyfour::Key;

use super::{has_every_word, is_whole_and_opens, works};

in_every_engine!(
    two_elements_and_a_frame_share_a_page,
    inside_another_shadow_root_it_works,
    inside_a_form_it_sends_nothing,
    inside_a_tab_it_works_once_the_tab_is_shown,
    inside_closed_details_it_works_once_they_are_open,
    thirty_copies_share_one_webassembly,
);

/// The host's strict policy, with its own frames allowed.
const WITH_FRAMES: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'";

async fn two_elements_and_a_frame_share_a_page(browser: &Browser) -> Result<()> {
    let site = Site::default().host_under(WITH_FRAMES);
    let page = browser
        .open(site, "fixtures/hosts/two-and-a-frame.html")
        .await?;
    for (id, open) in [("first", &[] as &[_]), ("second", &["risks"])] {
        page.turn_to(&format!("#{id}")).await?;
        page.until("it to be ready", async || is_ready(&page, id).await)
            .await?;
        page.until_open(open).await?;
    }
    page.turn_to("#first").await?;
    is_whole_and_opens(&page).await?;
    page.turn_to("#second").await?;
    page.until_open(&["risks"]).await?;

    page.turn_to("#third").await?;
    // Chromium lets a frame rest that nobody sees.
    // What stands above it may still be growing.
    page.until("the frame to be ready", async || {
        page.element(".frame").await?;
        is_ready(&page, "third").await
    })
    .await?;
    let frames: usize = page.ask("return all('iframe.frame').length;").await?;
    ensure!(frames == 1, "{frames} frames stand in the element");
    page.nothing_went_wrong_with(3).await?;
    page.element(".frame").await?.enter_frame().await?;
    page.until_open(&["symptoms"]).await?;
    has_every_word(&page).await?;
    // The frame grows with what is open in it, and drivers miss what moves.
    page.ask::<()>("one('.toggle-all').click();").await?;
    page.until_all_open().await?;
    for button in [".toggle-all", "#risks-button"] {
        page.ask_about::<()>("one(it).click();", json!(button))
            .await?;
        page.until_open(if button == ".toggle-all" {
            &[]
        } else {
            &["risks"]
        })
        .await?;
    }
    browser.driver.enter_default_frame().await?;
    let told = page.events("lct-toggle").await?;
    ensure!(
        told.iter()
            .any(|event| event.element == "third" && event.detail["section"] == "risks"),
        "the page does not hear what happens in the frame"
    );
    page.turn_to("#second").await?;
    page.until_open(&["risks"]).await
}

async fn is_ready(page: &Page<'_>, id: &str) -> Result<bool> {
    let events = page.events("lct-ready").await?;
    Ok(events.iter().any(|event| event.element == id))
}

async fn inside_another_shadow_root_it_works(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/shadow.html")
        .await?;
    page.turn_to("#outer >>> #inner >>> lupus-car-t").await?;
    works(&page).await
}

async fn inside_a_form_it_sends_nothing(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/form.html")
        .await?;
    works(&page).await?;
    page.focus_on("#symptoms-button").await?;
    for key in [Key::Enter, Key::Space] {
        let was_open = page.is_open("symptoms").await?;
        page.press(key).await?;
        page.until("the section to change", async || {
            Ok(page.is_open("symptoms").await? != was_open)
        })
        .await?;
    }
    let sent: usize = page.ask("return recorded.sent;").await?;
    ensure!(sent == 0, "the form was sent {sent} times");
    // The page counts at all.
    page.ask::<()>("document.querySelector('form > button').click();")
        .await?;
    let sent: usize = page.ask("return recorded.sent;").await?;
    ensure!(sent == 1, "the form of the page does not work");
    Ok(())
}

async fn inside_a_tab_it_works_once_the_tab_is_shown(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/tabs.html")
        .await?;
    page.ask::<()>(
        "document.querySelector('#first-tab').className = 'not-shown'; \
                    document.querySelector('#second-tab').className = '';",
    )
    .await?;
    works(&page).await
}

async fn inside_closed_details_it_works_once_they_are_open(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/details.html")
        .await?;
    page.ask::<()>("document.querySelector('details').open = true;")
        .await?;
    works(&page).await
}

async fn thirty_copies_share_one_webassembly(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/thirty.html")
        .await?;
    page.until_ready_times(30).await?;
    page.nothing_went_wrong_with(30).await?;
    for ending in [".wasm", "fragment/en.html", "widget.css"] {
        let times = page.server.times_asked(ending);
        ensure!(times <= 1, "{ending} was asked for {times} times");
    }
    ensure!(
        page.server.times_asked(".wasm") == 1,
        "no WebAssembly was asked for"
    );
    for id in ["copy-1", "copy-30"] {
        page.turn_to(&format!("#{id}")).await?;
        page.until_open(&["at-a-glance"]).await?;
        page.click_section("risks").await?;
        page.until_open(&["at-a-glance", "risks"]).await?;
    }
    Ok(())
}
