//! A section is handed on with where it is from and how fresh it is.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page};

use super::open;

in_every_engine!(
    a_section_goes_to_the_share_sheet,
    without_a_share_sheet_it_is_copied_or_else_shown,
);

const TOLD: &str = "#section-at-a-glance .told";

/// Takes the place of the share sheet and of the clipboard; `null` means that there is none.
async fn stand_in(page: &Page<'_>, share: &str, clipboard: &str) -> Result<()> {
    page.ask(&format!(
        "const put = (name, value) => Object.defineProperty(navigator, name, {{ configurable: true, value }});
         put('share', {share}); put('clipboard', {{ writeText: {clipboard} }});"
    ))
    .await
}

const RECORDS: &str = "async (it) => { recorded.shared = it.text ?? it; }";
const REFUSES: &str = "async () => { throw new DOMException('no', 'NotAllowedError'); }";

async fn shared(page: &Page<'_>) -> Result<String> {
    page.ask("return recorded.shared ?? '';").await
}

async fn a_section_goes_to_the_share_sheet(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    stand_in(&page, RECORDS, REFUSES).await?;
    page.hand_on("at-a-glance", "share").await?;
    page.until("it to be shared", async || {
        Ok(!shared(&page).await?.is_empty())
    })
    .await?;
    let text = shared(&page).await?;
    let address: String = page
        .ask("return location.href.split('#')[0] + '#lupus-car-t-at-a-glance';")
        .await?;
    // What the top of the page says of the text's age.
    let parts: Vec<String> = page
        .ask(
            "const [version, due] = one('.on-paper').textContent.split(/[.](?: |$)/);
             const checked = one('.dateline').firstChild.textContent.split(/[.](?: |$)/)[0];
             return [one('.title').textContent, version, due, checked];",
        )
        .await?;
    for part in parts.iter().chain([&address]) {
        let is_in = !part.is_empty() && text.to_lowercase().contains(&part.to_lowercase());
        ensure!(is_in, "no `{part}` in `{text}`");
    }
    let heading: String = page
        .ask("return one('#at-a-glance-button').textContent.trim().replaceAll('\\u2060', '');")
        .await?;
    ensure!(
        text.starts_with(&heading),
        "`{text}` does not start with `{heading}`"
    );

    page.ask::<()>("recorded.shared = ''; host.links = 'off';")
        .await?;
    page.hand_on("at-a-glance", "share").await?;
    page.until("it to be shared", async || {
        Ok(!shared(&page).await?.is_empty())
    })
    .await?;
    let text = shared(&page).await?;
    ensure!(
        !text.contains("http") && !text.contains('{'),
        "with links off: `{text}`"
    );

    // A reader who thinks better of it is told nothing.
    let cancels = "async () => { throw new DOMException('no', 'AbortError'); }";
    stand_in(&page, cancels, REFUSES).await?;
    page.hand_on("at-a-glance", "share").await?;
    page.settle().await?;
    ensure!(
        page.text(TOLD).await?.is_empty(),
        "{}",
        page.text(TOLD).await?
    );
    page.nothing_went_wrong().await
}

async fn without_a_share_sheet_it_is_copied_or_else_shown(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    stand_in(&page, "undefined", RECORDS).await?;
    page.hand_on("at-a-glance", "share").await?;
    page.until("the reader to be told", async || {
        Ok(page.text(TOLD).await? == "Copied. Now you can paste it.")
    })
    .await?;
    let text = shared(&page).await?;
    ensure!(text.contains("#lupus-car-t-at-a-glance"), "`{text}`");
    stand_in(&page, "undefined", REFUSES).await?;
    page.hand_on("at-a-glance", "share").await?;
    page.until("the text to be shown", async || {
        Ok(page.text(TOLD).await? == text)
    })
    .await?;
    page.nothing_went_wrong().await
}
