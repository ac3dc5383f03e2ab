//! What a web editor pastes: the script pinned by its hash, and the text included on a server.

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_chromium, in_every_engine,
    page::Page,
    server::{dist, package},
    site::{Answer, Site},
};
use serde_json::Value;

use super::{including, works};
use crate::without_script::{NO_SCRIPT, every_word_is_visible};

in_every_engine!(
    a_script_pinned_by_the_hash_of_the_manifest_works,
    a_changed_script_that_is_pinned_leaves_what_is_inside_the_tag,
    text_included_on_the_server_is_taken_over,
    text_included_on_the_server_is_there_without_script,
    where_no_script_may_run_what_is_inside_the_tag_stays,
);
in_chromium!(nothing_moves_while_a_host_page_loads);

async fn a_script_pinned_by_the_hash_of_the_manifest_works(browser: &Browser) -> Result<()> {
    let site = Site::default().answering("hosts/plain.html", Answer::Text(pinned()?));
    works(&open(browser, site).await?).await
}

async fn a_changed_script_that_is_pinned_leaves_what_is_inside_the_tag(
    browser: &Browser,
) -> Result<()> {
    let site = Site::default()
        .answering("hosts/plain.html", Answer::Text(pinned()?))
        .answering("embed.en.js", Answer::Appended("\nwindow.tampered = true;"));
    let page = open(browser, site).await?;
    let ran: bool = page.ask("return !!window.tampered;").await?;
    ensure!(!ran, "the changed script ran");
    what_is_inside_the_tag_is_seen(&page).await
}

/// A page whose script is pinned, as the builder writes it.
fn pinned() -> Result<&'static str> {
    let manifest: Value = serde_json::from_slice(&fs::read(dist().join("manifest.json"))?)?;
    let hash = manifest["entry"]["embed.en.js"].as_str();
    let hash = hash.context("the manifest has no hash of the script")?;
    let script = format!("embed.en.js\" integrity=\"{hash}\" crossorigin=\"anonymous\"");
    Ok(plain_page()?.replace("embed.en.js\"", &script).leak())
}

async fn text_included_on_the_server_is_taken_over(browser: &Browser) -> Result<()> {
    let site =
        Site::default().answering("hosts/plain.html", Answer::Text(including("plain.html")?));
    let page = open(browser, site).await?;
    page.until_ready().await?;
    works(&page).await?;
    let times = page.server.times_asked("fragment/en.html");
    ensure!(times == 0, "the text was fetched all the same");
    Ok(())
}

async fn text_included_on_the_server_is_there_without_script(browser: &Browser) -> Result<()> {
    let site = Site::default()
        .answering("hosts/plain.html", Answer::Text(including("plain.html")?))
        .host_under(NO_SCRIPT)
        .unrecorded();
    every_word_is_visible(&open(browser, site).await?).await
}

async fn where_no_script_may_run_what_is_inside_the_tag_stays(browser: &Browser) -> Result<()> {
    let site = Site::default().host_under(NO_SCRIPT).unrecorded();
    what_is_inside_the_tag_is_seen(&open(browser, site).await?).await
}

async fn what_is_inside_the_tag_is_seen(page: &Page<'_>) -> Result<()> {
    let seen: bool = page
        .ask("return !root && shown(host.querySelector('a'));")
        .await?;
    ensure!(seen, "what is inside the tag is gone");
    Ok(())
}

async fn nothing_moves_while_a_host_page_loads(browser: &Browser) -> Result<()> {
    let page = open(browser, Site::default()).await?;
    page.until_ready().await?;
    page.nothing_moved().await
}

fn plain_page() -> Result<String> {
    let file = package().join("fixtures/hosts/plain.html");
    fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
}

async fn open(browser: &Browser, site: Site) -> Result<Page<'_>> {
    browser.open(site, "fixtures/hosts/plain.html").await
}
