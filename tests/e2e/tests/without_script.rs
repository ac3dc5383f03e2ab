//! Layer 0: no script runs, and every word is there.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_chromium, in_every_engine, page::Page, site::Site};
use serde_json::json;

/// The strict policy, but for any script.
pub(crate) const NO_SCRIPT: &str =
    "default-src 'none'; script-src 'none'; style-src 'self' {{styles}}; img-src 'self'";

in_every_engine!(every_word_is_visible_where_the_policy_forbids_script);
in_chromium!(every_word_is_visible_with_script_switched_off);

async fn every_word_is_visible_where_the_policy_forbids_script(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default().under(NO_SCRIPT).unrecorded(), "index.html")
        .await?;
    every_word_is_visible(&page).await
}

async fn every_word_is_visible_with_script_switched_off(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default().unrecorded(), "manifest.json")
        .await?;
    browser
        .devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        )
        .await?;
    page.go("index.html").await?;
    every_word_is_visible(&page).await
}

pub(crate) async fn every_word_is_visible(page: &Page<'_>) -> Result<()> {
    let sections = page.sections().await?;
    ensure!(sections.len() >= 14, "only {} sections", sections.len());
    for section in sections {
        ensure!(
            section.expanded && !section.hidden && section.shown,
            "{section:?} is not open"
        );
    }
    // A definition shows in place when its word is clicked, which needs no script.
    let unseen: Vec<String> = page
        .ask(
            "return all('p, li, td, th, dt, dd, h1, h2, h3, h4, summary, figcaption, svg text')
               .filter((element) => element.textContent.trim() && !element.closest('[popover], [role=status]'))
               // What only a script can know or do.
               .filter((element) => !element.closest('.past-due, .section-foot, .player, .on-paper, .worksheet'))
               // A step of a path repeats a heading, and shows when the path is opened, which needs no script.
               .filter((element) => !element.closest('.path > ol'))
               // What a slot falls back on gives way to what the page puts there.
               .filter((element) => !element.closest('slot')?.assignedNodes().length)
               .filter((element) => !shown(element)).map((element) => element.textContent.trim());",
        )
        .await?;
    ensure!(unseen.is_empty(), "not visible: {unseen:?}");
    let words: usize = page
        .ask("return one('.sections').innerText.split(/\\s+/).length;")
        .await?;
    ensure!(words > 2_000, "only {words} words");
    let headline: bool = page
        .ask("return shown(document.querySelector('h1')) && shown(one('.get-help'));")
        .await?;
    ensure!(headline, "the title or the help box is not visible");
    let offered: bool = page
        .ask("return all('.toggle-all, .search-button, .tool, .player, .was-clear, .worksheet').some(shown);")
        .await?;
    ensure!(
        !offered,
        "a button is shown that does nothing without script"
    );
    Ok(())
}
