//! From a claim to its source and back.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;

in_every_engine!(
    a_citation_leads_to_its_source_and_back,
    a_citation_leads_to_its_source_by_script_alone,
    without_script_a_citation_is_a_link_to_the_paper,
);

async fn a_citation_leads_to_its_source_and_back(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    there_and_back(&page).await?;
    page.nothing_went_wrong().await
}

async fn a_citation_leads_to_its_source_by_script_alone(browser: &Browser) -> Result<()> {
    let page = browser
        .open(
            Site::default().answering(".wasm", Answer::NotFound),
            "index.html",
        )
        .await?;
    page.until_event("lct-error").await?;
    there_and_back(&page).await
}

async fn there_and_back(page: &Page<'_>) -> Result<()> {
    page.click_section("risks").await?;
    page.until("the section", async || page.is_open("risks").await)
        .await?;
    let citation = "#risks-body .citation a";
    let source: String = page
        .ask_about("return one(it).dataset.source;", json!(citation))
        .await?;
    let address = page.browser.driver.current_url().await?;

    page.click(citation).await?;
    let entry = format!("source-{source}");
    page.until("the source to be in focus", async || {
        Ok(page.focus().await? == entry)
    })
    .await?;
    page.until("it to be in view", async || {
        page.is_in_view(&format!("#{entry}")).await
    })
    .await?;
    ensure!(page.is_open("sources").await?, "the sources are closed");

    page.click_section("risks").await?;
    page.until("the section to close", async || {
        Ok(!page.is_open("risks").await?)
    })
    .await?;
    page.click(&format!("#{entry} a[data-cited][href$='-risks']"))
        .await?;
    page.until("the section to open again", async || {
        page.is_open("risks").await
    })
    .await?;
    let back = "return focused()?.dataset?.source === it && !!focused().closest('#risks-body');";
    page.until("the claim to be in focus", async || {
        page.ask_about(back, json!(source)).await
    })
    .await?;
    let now = page.browser.driver.current_url().await?;
    ensure!(now.path() == address.path(), "the page was left for {now}");
    Ok(())
}

async fn without_script_a_citation_is_a_link_to_the_paper(browser: &Browser) -> Result<()> {
    let site = Site::default()
        .under("default-src 'none'; script-src 'none'; style-src 'self'")
        .unrecorded();
    let page = browser.open(site, "index.html").await?;
    let odd: Vec<String> = page
        .ask(
            "return all('.citation a').filter((link) =>
               !/^https:\\/\\/\\S+$/.test(link.getAttribute('href'))
                 || !root.getElementById(`source-${link.dataset.source}`))
               .map((link) => link.outerHTML);",
        )
        .await?;
    ensure!(odd.is_empty(), "citations that lead nowhere: {odd:?}");
    let cited: usize = page
        .ask("return new Set(all('.citation a').map((link) => link.dataset.source)).size;")
        .await?;
    let listed: usize = page
        .ask("return all('#sources-body li[id^=source-]').length;")
        .await?;
    ensure!(
        cited == listed && listed >= 25,
        "{cited} sources are cited, {listed} are listed"
    );
    Ok(())
}
