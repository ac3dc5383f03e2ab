//! What is found beyond the first results.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine};
use thirtyfour::Key;

use super::{count, opened, results, search_for};

in_every_engine!(all_that_is_found_can_be_listed);

async fn all_that_is_found_can_be_listed(browser: &Browser) -> Result<()> {
    let page = opened(browser, "host.html").await?;
    let offered = "return all('.search-all').some(shown);";
    // A name that is found a few times, and words that are found often.
    search_for(&page, "MÜLLER").await?;
    ensure!(!page.ask::<bool>(offered).await?, "all are listed already");
    for words in ["doctor", "lupus"] {
        search_for(&page, words).await?;
        let many: usize = page
            .ask("return Number(one('.search-count').textContent.match(/\\d+/)[0]);")
            .await?;
        ensure!(many > 10 && results(&page).await? == 10, "{many} places");
        ensure!(
            page.text(".search-all").await? == format!("Show all {many} places"),
            "the button says {}",
            page.text(".search-all").await?
        );
        page.focus_on(".search-all").await?;
        page.press(Key::Enter).await?;
        page.until("all results", async || Ok(results(&page).await? == many))
            .await?;
        page.until("the focus on the first that came", async || {
            page.ask("return focused() === all('.search-result')[10];")
                .await
        })
        .await?;
        ensure!(!page.ask::<bool>(offered).await?, "the button stays");
        let said = count(&page).await?;
        ensure!(said == format!("Places found: {many}"), "it says {said}");
    }
    // Another question begins with the first results again, and so does a search that is opened again.
    page.ask::<()>("all('.search-result').at(-1).click();")
        .await?;
    page.until("the place of the last result", async || {
        page.ask("return !!focused() && !focused().closest('.search');")
            .await
    })
    .await?;
    page.press(Key::Escape).await?;
    page.until("the last result again", async || {
        page.ask("return focused() === all('.search-result').at(-1);")
            .await
    })
    .await?;
    search_for(&page, "doctor").await?;
    ensure!(
        results(&page).await? == 10,
        "the next question lists all at once"
    );
    page.nothing_went_wrong().await
}
