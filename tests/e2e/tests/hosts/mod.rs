//! The explainer on pages of every kind: it is whole, it opens, it looks the same, and it makes no noise.

mod addresses;
mod arriving;
mod clobbered;
mod colors;
mod documents;
mod editors;
mod encodings;
mod frameworks;
mod keys;
mod looks;
mod names;
mod painted;
mod places;
pub(crate) mod policies;
mod properties;
mod routers;
mod scripts;
mod snippets;
pub(crate) mod themes;
mod turning;
mod types;
mod widths;

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{
    page::Page,
    server::{dist, package},
};
use serde_json::json;

/// A page of `fixtures/hosts` with the text inside, as a server includes it.
pub(crate) fn including(file: &str) -> Result<&'static str> {
    let page = fs::read_to_string(package().join("fixtures/hosts").join(file))?;
    let include = fs::read_to_string(dist().join("include/en.html"))?;
    let include = include.replace("/lupus-car-t/", "../../");
    let (before, rest) = page.split_once("<script").context("no script")?;
    let (_, after) = rest.split_once("</lupus-car-t>").context("no element")?;
    Ok(format!("{before}{include}{after}").leak())
}

/// Fails unless the explainer starts, has every word, opens by every means, and nothing is said about it.
pub(crate) async fn works(page: &Page<'_>) -> Result<()> {
    page.until_ready().await?;
    is_whole_and_opens(page).await?;
    page.nothing_went_wrong().await
}

/// Fails unless every word is there, and sections open by click, all at once, by a citation and by the address.
pub(crate) async fn is_whole_and_opens(page: &Page<'_>) -> Result<()> {
    has_every_word(page).await?;
    opens_by_its_buttons(page).await?;

    page.ask::<()>(STAY_HERE).await?;
    page.click_section("risks").await?;
    page.click("#risks-body .citation").await?;
    page.until_open(&["risks", "sources"]).await?;
    page.until("the source to be in focus", async || {
        Ok(page.focus().await?.starts_with("source-"))
    })
    .await?;

    page.ask::<()>("host.closeAll();").await?;
    page.until_open(&[]).await?;
    let prefix: String = page.ask("return host.id || 'lupus-car-t';").await?;
    page.follow(&format!("{prefix}-not-known")).await?;
    page.until("the button of the section to be in focus", async || {
        Ok(page.focus().await? == "not-known-button")
    })
    .await?;
    page.until_open(&["not-known"]).await
}

/// Lets no link lead out of the machine that tests, whatever is broken.
const STAY_HERE: &str = "addEventListener('click', (event) => {
    const link = event.composedPath().find((it) => it.localName === 'a');
    if (!link || event.defaultPrevented || link.host === location.host) return;
    event.preventDefault();
    recorded.errors.push(`a click leads to ${link.href}`);
});";

/// Fails unless sections open and close by click, one and all.
pub(crate) async fn opens_by_its_buttons(page: &Page<'_>) -> Result<()> {
    page.ask::<()>("host.closeAll();").await?;
    page.until_open(&[]).await?;
    page.click_section("risks").await?;
    page.until_open(&["risks"]).await?;
    page.click(".toggle-all").await?;
    page.until_all_open().await?;
    page.click(".toggle-all").await?;
    page.until_open(&[]).await
}

/// Fails unless the words of the release's sections are there, all of them and in order.
pub(crate) async fn has_every_word(page: &Page<'_>) -> Result<()> {
    let fragment =
        fs::read_to_string(dist().join("fragment/en.html")).context("reading the fragment")?;
    let script = r#"
        const squeezed = (text) => text.replace(/\s+/g, "");
        const here = squeezed(all(".section-body").map((body) => body.textContent).join(""));
        let read = 0;
        return it.map(squeezed).filter((words) => {
          const found = here.indexOf(words, read);
          if (found >= 0) read = found + words.length;
          return found < 0;
        });"#;
    let pieces = words_of_sections(&fragment);
    ensure!(
        pieces.len() > 1_000,
        "the fragment has only {} pieces",
        pieces.len()
    );
    let missing: Vec<String> = page.ask_about(script, json!(pieces)).await?;
    ensure!(missing.is_empty(), "these words are missing: {missing:?}");
    Ok(())
}

/// The pieces of text in the bodies of the sections, from tag to tag.
fn words_of_sections(fragment: &str) -> Vec<String> {
    let plain = |text: &str| {
        [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#x27;", "'"),
            ("&amp;", "&"),
        ]
        .iter()
        .fold(text.to_owned(), |text, (escaped, letter)| {
            text.replace(escaped, letter)
        })
    };
    fragment
        .split("class=\"section-body\"")
        .skip(1)
        .filter_map(|section| section.split_once('>'))
        .map(|(_, body)| body.split("</section>").next().unwrap_or_default())
        .flat_map(|body| body.split('<'))
        .filter_map(|piece| piece.rsplit_once('>'))
        .map(|(_, words)| plain(words))
        .filter(|piece| !piece.trim().is_empty())
        .collect()
}
