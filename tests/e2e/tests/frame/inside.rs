//! What reaches into the frame, and what comes out: attributes, methods, events, addresses, memory.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, site::Site};
use serde_json::json;

use super::{enter, open};

in_every_engine!(
    a_frame_takes_attributes_properties_and_colors_live,
    a_frame_answers_to_methods_and_tells_events,
    links_inside_the_frame_lead_to_the_page_around_it,
    a_link_to_another_site_leaves_the_frame_as_it_is,
    the_page_remembers_for_the_frame,
    a_plain_frame_takes_its_options_from_its_address,
);

async fn a_frame_takes_attributes_properties_and_colors_live(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    page.ask::<()>(
        "host.setAttribute('theme', 'dark');
         host.headingLevel = 4;
         host.open = ['risks', 'symptoms'];
         host.style.setProperty('--lct-radius', '3px');",
    )
    .await?;
    enter(&page).await?;
    for wanted in [
        "one('.mount').dataset.theme === 'dark'",
        "!!root.querySelector('h4.section-heading')",
        "getComputedStyle(one('.mount')).getPropertyValue('--explainer-radius').trim() === '3px'",
    ] {
        page.until(wanted, async || {
            page.ask(&format!("return {wanted};")).await
        })
        .await?;
    }
    page.until_open(&["symptoms", "risks"]).await?;
    browser.driver.enter_default_frame().await?;

    page.ask::<()>("host.sections = 'risks not-known'; host.removeAttribute('theme'); host.removeAttribute('open');")
        .await?;
    page.ask::<()>("document.documentElement.style.colorScheme = 'light';")
        .await?;
    enter(&page).await?;
    page.until("the frame to follow again", async || {
        let sections: Vec<String> = page
            .ask("return all('.section').map(({ id }) => id);")
            .await?;
        let light: bool = page
            .ask("return one('.mount').dataset.theme === 'light';")
            .await?;
        Ok(light && sections == ["section-risks", "section-not-known"])
    })
    .await?;
    browser.driver.enter_default_frame().await?;

    page.ask::<()>("host.mode = 'element';").await?;
    page.until("the explainer to come out of its frame", async || {
        page.ask("return !root.querySelector('.frame') && !!root.querySelector('#risks-button:enabled');")
            .await
    })
    .await
}

async fn a_frame_answers_to_methods_and_tells_events(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html").await?;
    // Before the frame is there.
    page.ask::<()>("host.openSection('risks');").await?;
    page.until("the host to hear of it", async || {
        let toggles = page.events("lct-toggle").await?;
        Ok(toggles
            .iter()
            .any(|it| it.detail == json!({ "section": "risks", "open": true })))
    })
    .await?;
    page.until_ready().await?;
    page.ask::<()>("host.closeSection('risks');").await?;
    page.until("the host to hear that it is closed", async || {
        let toggles = page.events("lct-toggle").await?;
        Ok(toggles
            .iter()
            .any(|it| it.detail == json!({ "section": "risks", "open": false })))
    })
    .await?;
    page.nothing_went_wrong().await
}

async fn links_inside_the_frame_lead_to_the_page_around_it(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    let expected = format!(
        "{}#lupus-car-t-",
        page.server.address("fixtures/frames/element.html")
    );
    enter(&page).await?;
    let others: Vec<String> = page
        .ask_about(
            "return all('a[data-section]').map(({ href }) => href).filter((href) => !href.startsWith(it));",
            json!(expected),
        )
        .await?;
    ensure!(others.is_empty(), "{others:?} do not start with {expected}");
    Ok(())
}

/// Many sites refuse to be shown in a frame.
async fn a_link_to_another_site_leaves_the_frame_as_it_is(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "plain.html").await?;
    let host = browser.driver.window().await?;
    page.enter_frame().await?;
    page.until_open(&["risks"]).await?;
    // Nothing leads out of the machine that tests.
    page.ask_about::<()>(
        "host.openSection('sources');
         const link = all('#sources-body a').find(({ dataset, host }) => host && !dataset.section);
         link.id = 'away';
         link.href = it;",
        json!(page.server.address("fixtures/hosts/bare.html")),
    )
    .await?;
    page.until_open(&["risks", "sources"]).await?;
    page.click("#away").await?;
    page.until("a window for the other site", async || {
        Ok(browser.driver.windows().await?.len() == 2)
    })
    .await?;
    for window in browser.driver.windows().await? {
        if window != host {
            browser.driver.switch_to_window(window).await?;
            browser.driver.close_window().await?;
        }
    }
    browser.driver.switch_to_window(host).await?;
    page.enter_frame().await?;
    page.until_open(&["risks", "sources"]).await
}

async fn the_page_remembers_for_the_frame(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html").await?;
    page.ask::<()>("host.remember = 'session';").await?;
    page.until_ready().await?;
    page.ask::<()>("host.openSection('risks');").await?;
    page.until("it to be kept", async || {
        page.ask(
            "return (sessionStorage.getItem('lupus-car-tlupus-car-t') ?? '').includes('risks');",
        )
        .await
    })
    .await?;
    page.ask::<()>("host.mode = 'element';").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    page.ask::<()>("sessionStorage.clear();").await
}

async fn a_plain_frame_takes_its_options_from_its_address(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "plain.html").await?;
    page.enter_frame().await?;
    page.until_enabled(".section-button").await?;
    page.until_open(&["risks"]).await?;
    let look: (String, bool, String) = page
        .ask(
            "return [one('.mount').dataset.theme, !!root.querySelector('h3.section-heading'),
               host.style.getPropertyValue('--lct-accent')];",
        )
        .await?;
    ensure!(
        look == ("dark".to_owned(), true, "#ffd400".to_owned()),
        "{look:?}"
    );
    Ok(())
}
