//! Pages that React and Vue make set properties and hear events.

use std::{process::Command, sync::LazyLock};

use anyhow::{Context, Result, anyhow, ensure};
use e2e::{browsers::Browser, in_every_engine, server::package, site::Site};

use super::themes::until_dark;

in_every_engine!(a_react_page_sets_and_hears, a_vue_page_sets_and_hears);

async fn a_react_page_sets_and_hears(browser: &Browser) -> Result<()> {
    sets_and_hears(browser, "react.html").await
}

async fn a_vue_page_sets_and_hears(browser: &Browser) -> Result<()> {
    sets_and_hears(browser, "vue.html").await
}

async fn sets_and_hears(browser: &Browser, file: &str) -> Result<()> {
    BUNDLES.as_ref().map_err(|error| anyhow!("{error}"))?;
    let page = browser
        .open(Site::default(), &format!("fixtures/hosts/{file}"))
        .await?;
    page.until_ready().await?;
    page.until_open(&["symptoms", "risks"]).await?;
    let order: Vec<String> = page
        .sections()
        .await?
        .into_iter()
        .map(|section| section.id)
        .collect();
    ensure!(
        order == ["symptoms", "risks", "sources"],
        "the sections are {order:?}"
    );
    let headings: usize = page.ask("return all('h3.section-heading').length;").await?;
    ensure!(
        headings == 3,
        "{headings} sections have a heading of level 3"
    );
    until_dark(&page, true, "theme=dark").await?;

    page.click_section("sources").await?;
    page.click_section("risks").await?;
    // The page renders again at each event, and sets the same `open` again.
    let heard =
        "return document.querySelector('#heard').textContent === 'lct-ready sources risks';";
    page.until("the page to hear of both", async || page.ask(heard).await)
        .await?;
    page.until_open(&["symptoms", "sources"]).await?;

    page.ask::<()>("document.querySelector('#light').click();")
        .await?;
    until_dark(&page, false, "theme=light").await?;
    page.until_open(&["symptoms", "sources"]).await?;
    page.nothing_went_wrong().await?;

    page.ask::<()>("document.querySelector('#show').click();")
        .await?;
    page.until("it to be gone", async || page.ask("return !host;").await)
        .await?;
    page.ask::<()>("document.querySelector('#show').click();")
        .await?;
    page.until_ready_times(2).await?;
    page.until_open(&["symptoms", "risks"]).await?;
    page.nothing_went_wrong_with(2).await
}

/// The pages' scripts, made once with what npm installed; the server gives them from below `/node_modules/`.
static BUNDLES: LazyLock<Result<(), String>> =
    LazyLock::new(|| bundle().map_err(|error| format!("{error:#}")));

fn bundle() -> Result<()> {
    let flags = [
        "--bundle",
        "--outdir=node_modules/.e2e",
        "--log-level=warning",
        "--define:process.env.NODE_ENV=\"production\"",
        "--define:__VUE_OPTIONS_API__=false",
        "--define:__VUE_PROD_DEVTOOLS__=false",
        "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false",
    ];
    let output = Command::new(package().join("node_modules/.bin/esbuild"))
        .current_dir(package())
        .args(["fixtures/hosts/apps/react.js", "fixtures/hosts/apps/vue.js"])
        .args(flags)
        .output()
        .context("starting esbuild; was `npm ci` run in tests/e2e?")?;
    ensure!(
        output.status.success(),
        "esbuild says: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}
