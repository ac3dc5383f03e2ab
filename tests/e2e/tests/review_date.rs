//! A page that should have been reviewed by now says so.

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    server::dist,
    site::{Answer, Site},
};
use serde_json::json;

use crate::frame;

in_every_engine!(
    before_the_review_is_past_due_nothing_is_said,
    a_page_past_its_review_date_says_so_once_and_above_the_text,
    without_webassembly_the_page_says_so_too,
    a_frame_past_its_review_date_tells_the_page_around_it,
);

async fn before_the_review_is_past_due_nothing_is_said(browser: &Browser) -> Result<()> {
    // The day itself is not over yet.
    let site = Site::default().at(moment("T23:59:59.999Z")?);
    for file in ["index.html", "fixtures/hosts/plain.html"] {
        let page = browser.open(site.clone(), file).await?;
        page.until_ready().await?;
        page.settle().await?;
        ensure!(page.events("lct-stale").await?.is_empty(), "{file} fires");
        let shown: bool = page.ask("return shown(one('.past-due'));").await?;
        ensure!(!shown, "{file} says that it is past due");
    }
    Ok(())
}

async fn a_page_past_its_review_date_says_so_once_and_above_the_text(
    browser: &Browser,
) -> Result<()> {
    let site = Site::default().at(moment("T24:00:00Z")?);
    for file in ["index.html", "fixtures/hosts/plain.html"] {
        let page = browser.open(site.clone(), file).await?;
        page.until_ready().await?;
        tells_of_it(&page).await.context(file)?;
        page.nothing_went_wrong().await?;

        // The text comes anew, and is as old as before.
        page.ask::<()>("host.headingLevel = 3;").await?;
        page.until_ready_times(2).await?;
        page.ask::<()>("host.sections = 'risks';").await?;
        page.until_ready_times(3).await?;
        tells_of_it(&page).await.context(file)?;
    }
    Ok(())
}

async fn without_webassembly_the_page_says_so_too(browser: &Browser) -> Result<()> {
    let site = Site::default()
        .at(moment("T24:00:00Z")?)
        .answering(".wasm", Answer::NotFound);
    let page = browser.open(site, "fixtures/hosts/plain.html").await?;
    page.until_event("lct-error").await?;
    tells_of_it(&page).await
}

async fn a_frame_past_its_review_date_tells_the_page_around_it(browser: &Browser) -> Result<()> {
    let cdn = Site::default().at(moment("T24:00:00Z")?).serve().await?;
    let page = frame::open(browser, &cdn, "element.html").await?;
    page.until_event("lct-stale").await?;
    page.until_ready().await?;
    let told = page.events("lct-stale").await?;
    ensure!(
        told.len() == 1 && told[0].detail == json!({ "due": due()? }),
        "{told:?}"
    );
    frame::enter(&page).await?;
    let shown: bool = page.ask("return shown(one('.past-due'));").await?;
    ensure!(shown, "the frame does not say that it is past due");
    Ok(())
}

/// Fails unless the reader sees it first of all below the help box, and the host page was told once of the day.
async fn tells_of_it(page: &Page<'_>) -> Result<()> {
    page.until_event("lct-stale").await?;
    page.settle().await?;
    let told = page.events("lct-stale").await?;
    ensure!(
        told.len() == 1 && told[0].detail == json!({ "due": due()? }),
        "{told:?}"
    );
    let words = page.text(".past-due").await?;
    ensure!(
        words.contains("was due for a check by"),
        "it says `{words}`"
    );
    let first: bool = page
        .ask(
            "const { top, bottom } = one('.past-due').getBoundingClientRect();
             const others = [...all('.main-message').slice(1), one('.toolbar'), one('.sections')];
             return shown(one('.past-due')) && one('.get-help').getBoundingClientRect().bottom <= top
               && others.every((other) => other.getBoundingClientRect().top >= bottom);",
        )
        .await?;
    ensure!(first, "it is not seen above the text");
    Ok(())
}

/// A time of the day of the next review.
fn moment(time: &str) -> Result<&'static str> {
    Ok(format!("{}{time}", due()?).leak())
}

/// The day of the next review, such as `2030-01-31`.
fn due() -> Result<String> {
    let fragment = fs::read_to_string(dist().join("fragment/en.html"))?;
    let due = fragment.split("data-review-due=\"").nth(1);
    let due = due.and_then(|rest| rest.split('"').next());
    Ok(due.context("the fragment has no review date")?.to_owned())
}
