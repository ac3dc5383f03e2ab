//! The path that a host page asks for.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;

use crate::frame;

in_every_engine!(
    the_path_of_the_attribute_stands_open_with_its_first_section,
    the_attribute_counts_at_any_time,
    steps_to_sections_that_the_page_leaves_out_are_left_out,
    a_frame_has_the_path_of_its_element,
    the_path_is_kept_where_the_page_asks_for_that,
    a_frame_takes_up_the_path_that_the_page_has_kept,
);

/// The paths that stand open, and the sections that lead on.
async fn state(page: &Page<'_>) -> Result<(Vec<String>, Vec<String>)> {
    page.ask(
        "return [all('.path[open]').map(({ id }) => id.replace('path-', '')),
                 all('.next-step').map((it) => it.closest('.section').id.replace('section-', ''))];",
    )
    .await
}

async fn until_state(page: &Page<'_>, paths: &[&str], leading: &[&str]) -> Result<()> {
    page.until(&format!("{paths:?} with {leading:?}"), async || {
        let (open, steps) = state(page).await?;
        Ok(open == paths && steps == leading)
    })
    .await
}

async fn the_path_of_the_attribute_stands_open_with_its_first_section(
    browser: &Browser,
) -> Result<()> {
    for (attributes, open, leading) in [
        (
            "path=\"trial\" loading",
            "what-is-car-t",
            &["what-is-car-t"] as &[&str],
        ),
        (
            "path=\" trial \" loading",
            "what-is-car-t",
            &["what-is-car-t"],
        ),
        ("path=\"trial\" open=\"symptoms\" loading", "symptoms", &[]),
        ("path=\"trial\" open=\"risks\" loading", "risks", &["risks"]),
    ] {
        // Not `frame.html`, which gets a scroll bar while it arrives.
        let site = Site::default().answering("plain.html", Answer::Replaced("loading", attributes));
        let page = browser.open(site, "fixtures/hosts/plain.html").await?;
        page.until_ready().await?;
        page.until_open(&[open]).await?;
        until_state(&page, &["trial"], leading).await?;
        page.nothing_moved().await?;
        page.nothing_went_wrong().await?;
    }
    Ok(())
}

async fn the_attribute_counts_at_any_time(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    until_state(&page, &[], &[]).await?;
    page.ask::<()>("host.path = 'trial';").await?;
    until_state(&page, &["trial"], &["what-is-car-t"]).await?;
    page.until_open(&["at-a-glance", "what-is-car-t"]).await?;
    page.ask::<()>("host.setAttribute('open', 'risks'); host.path = 'caregiver';")
        .await?;
    until_state(&page, &["trial", "caregiver"], &["at-a-glance", "risks"]).await?;
    page.until_open(&["risks"]).await?;
    page.ask::<()>("host.path = null;").await?;
    until_state(&page, &["trial", "caregiver"], &[]).await?;
    page.nothing_went_wrong().await
}

async fn steps_to_sections_that_the_page_leaves_out_are_left_out(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    let left = "return all('.path:not([hidden])').map((path) =>
                  [path.id, ...[...path.querySelectorAll('a')].map((link) => link.dataset.section)].join(' '));";
    for (sections, wanted) in [
        (
            "risks sources diagnosis",
            &[
                "path-newly-diagnosed diagnosis",
                "path-not-controlled risks",
                "path-trial risks",
                "path-caregiver risks",
            ] as &[&str],
        ),
        ("diagnosis", &["path-newly-diagnosed diagnosis"]),
        ("sources", &[]),
    ] {
        page.ask_about::<()>("host.sections = it;", json!(sections))
            .await?;
        page.until(&format!("{wanted:?}"), async || {
            Ok(page.ask::<Vec<String>>(left).await? == wanted)
        })
        .await?;
    }
    let seen: bool = page.ask("return all('.paths').some(shown);").await?;
    ensure!(!seen, "there is a heading without a path");
    // What comes last of the steps that are left leads on to the questions, if those are there.
    page.ask::<()>("host.sections = 'risks not-known questions'; host.path = 'trial';")
        .await?;
    page.until("two steps", async || {
        page.ask(
            "host.openAll();
             return all('.next-step').map((it) => [it.textContent, it.querySelector('a')?.dataset.section].join())
               .join('; ') === 'Step 1 of 2 Next: What is not known yet,not-known; '
                 + 'Step 2 of 2 Go on with: Questions for your doctor,questions';",
        )
        .await
    })
    .await
}

async fn a_frame_has_the_path_of_its_element(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = frame::open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    page.ask::<()>("host.path = 'trial';").await?;
    frame::enter(&page).await?;
    until_state(&page, &["trial"], &["what-is-car-t"]).await?;
    page.browser.driver.enter_parent_frame().await?;
    // From the start, too, unless the page asks for other sections.
    for (open, leading) in [
        (None, &["what-is-car-t"] as &[&str]),
        (Some("risks"), &["risks"]),
    ] {
        let script = "const again = host.cloneNode(true);
                      if (it) again.setAttribute('open', it);
                      host.replaceWith(again);";
        page.ask_about::<()>(script, json!(open)).await?;
        page.turn_to("lupus-car-t").await?;
        page.until("the frame", async || {
            page.ask("return !!root?.querySelector('.frame')?.style.blockSize;")
                .await
        })
        .await?;
        frame::enter(&page).await?;
        page.until_open(leading).await?;
        until_state(&page, &["trial"], leading).await?;
        page.browser.driver.enter_parent_frame().await?;
    }
    Ok(())
}

async fn the_path_is_kept_where_the_page_asks_for_that(browser: &Browser) -> Result<()> {
    for (file, is_kept) in [
        ("fixtures/hosts/remembering.html", true),
        ("fixtures/hosts/plain.html", false),
    ] {
        let page = browser.open(Site::default(), file).await?;
        page.ask::<()>("sessionStorage.clear();").await?;
        page.until_ready().await?;
        page.ask::<()>("one('#path-trial').open = true;").await?;
        page.click("#path-trial a").await?;
        until_state(&page, &["trial"], &["what-is-car-t"]).await?;
        page.go("manifest.json").await?;
        page.go(file).await?;
        page.until_ready().await?;
        let (open, steps) = state(&page).await?;
        ensure!(
            (open == ["trial"]) == is_kept && (steps == ["what-is-car-t"]) == is_kept,
            "{file}: {open:?}, {steps:?}"
        );
        page.ask::<()>("sessionStorage.clear();").await?;
    }
    Ok(())
}

async fn a_frame_takes_up_the_path_that_the_page_has_kept(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = frame::open(browser, &cdn, "remembering.html").await?;
    page.ask::<()>("sessionStorage.clear();").await?;
    page.until_ready().await?;
    frame::enter(&page).await?;
    page.ask::<()>("one('#path-trial').open = true; one('#path-trial a').click();")
        .await?;
    until_state(&page, &["trial"], &["what-is-car-t"]).await?;
    page.browser.driver.enter_parent_frame().await?;
    page.until("the path to be kept", async || {
        page.ask("return sessionStorage.getItem('lupus-car-tlupus-car-t-path') === 'trial';")
            .await
    })
    .await?;
    page.go("manifest.json").await?;
    page.go("fixtures/frames/remembering.html").await?;
    page.until_ready().await?;
    frame::enter(&page).await?;
    page.until("the same path", async || {
        let (open, steps) = state(&page).await?;
        Ok(open == ["trial"] && steps.iter().any(|it| it == "what-is-car-t"))
    })
    .await?;
    page.browser.driver.enter_parent_frame().await?;
    page.ask("sessionStorage.clear();").await
}
