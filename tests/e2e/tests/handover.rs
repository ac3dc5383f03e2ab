//! The reader is faster than the network: what was done before Yew runs stays done.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};

in_every_engine!(
    a_section_opened_early_stays_as_it_was,
    words_found_early_stay_open,
    a_link_followed_early_stays_followed_on_a_host_page,
    what_is_asked_while_yew_takes_over_is_done,
    a_citation_followed_while_yew_takes_over_leads_to_its_source,
    an_element_taken_out_while_yew_takes_over_goes_on_when_put_back,
    an_element_that_is_moved_or_put_back_goes_on,
);

async fn a_section_opened_early_stays_as_it_was(browser: &Browser) -> Result<()> {
    let page = open_without_yew(browser, "index.html").await?;
    page.click_section("at-a-glance").await?;
    page.click_section("risks").await?;
    page.until_open(&["risks"]).await?;
    page.settle().await?;
    page.ask::<()>("one('#risks-button').early = true;").await?;
    let place =
        "return [scrollY, one('#risks-button').getBoundingClientRect().top].map(Math.round);";
    let before: [i64; 2] = page.ask(place).await?;
    ensure!(before[0] > 0, "the page is too short to have scrolled");

    start_yew(&page).await?;
    page.until_open(&["risks"]).await?;
    let focus = page.focus().await?;
    ensure!(focus == "risks-button", "the focus moved to {focus}");
    let same: bool = page
        .ask("return one('#risks-button').early === true;")
        .await?;
    ensure!(same, "the text was made anew, not taken over");
    let after: [i64; 2] = page.ask(place).await?;
    ensure!(
        after == before,
        "the page scrolled from {before:?} to {after:?}"
    );

    page.click_section("risks").await?;
    page.until_open(&[]).await?;
    page.nothing_went_wrong().await
}

async fn words_found_early_stay_open(browser: &Browser) -> Result<()> {
    let page = open_without_yew(browser, "index.html").await?;
    page.find_in("risks").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    start_yew(&page).await?;
    page.click_section("at-a-glance").await?;
    page.until_open(&["risks"]).await?;
    page.nothing_went_wrong().await
}

async fn a_link_followed_early_stays_followed_on_a_host_page(browser: &Browser) -> Result<()> {
    let page = open_without_yew(browser, "host.html").await?;
    let prefix: String = page.ask("return host.id || 'lupus-car-t';").await?;
    page.follow(&format!("{prefix}-risks")).await?;
    page.until("the focus", async || {
        Ok(page.focus().await? == "risks-button")
    })
    .await?;
    start_yew(&page).await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    let focus = page.focus().await?;
    ensure!(focus == "risks-button", "the focus moved to {focus}");
    page.nothing_went_wrong().await
}

async fn what_is_asked_while_yew_takes_over_is_done(browser: &Browser) -> Result<()> {
    let act = "one('#risks-button').click(); host.openSection('symptoms'); host.closeSection('at-a-glance');";
    let page = take_over_amid(browser, "index.html", act).await?;
    page.until_open(&["symptoms", "risks"]).await?;
    page.click_section("risks").await?;
    page.until_open(&["symptoms"]).await?;
    let toggles = page.events("lct-toggle").await?;
    let risks: Vec<_> = toggles
        .iter()
        .filter(|it| it.detail["section"] == "risks")
        .map(|it| it.detail["open"] == true)
        .collect();
    ensure!(risks == [true, false], "{toggles:?}");
    ensure!(toggles.len() == 4, "{toggles:?}");
    page.nothing_went_wrong().await
}

async fn a_citation_followed_while_yew_takes_over_leads_to_its_source(
    browser: &Browser,
) -> Result<()> {
    let act = "one('#at-a-glance-body .citation').click();";
    let page = take_over_amid(browser, "index.html", act).await?;
    page.until_open(&["at-a-glance", "sources"]).await?;
    page.until("the source to be in focus", async || {
        Ok(page.focus().await?.starts_with("source-"))
    })
    .await?;
    page.nothing_went_wrong().await
}

async fn an_element_taken_out_while_yew_takes_over_goes_on_when_put_back(
    browser: &Browser,
) -> Result<()> {
    let act = "host.remove(); requestAnimationFrame(() => document.body.prepend(host));";
    let page = take_over_amid(browser, "host.html", act).await?;
    page.until_open(&["at-a-glance"]).await?;
    page.click_section("risks").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    let told = page.events("lct-ready").await?.len();
    ensure!(told == 1, "it was ready {told} times");
    page.nothing_went_wrong().await
}

/// Opens a page that does something in the middle of the handover: Yew asks for the time when it has rendered, to see
/// whether it should let the browser go on before its effects run, which adopt what is open and answer the reader.
async fn take_over_amid<'browser>(
    browser: &'browser Browser,
    file: &str,
    act: &str,
) -> Result<Page<'browser>> {
    let page = open_without_yew(browser, file).await?;
    page.ask::<()>(&format!(
        "let time = Date.now();
         let asked = 0;
         window.Date.now = () => {{
           asked += 1;
           if (asked === 2) {{
             recorded.amid = !recorded.events.some(({{ name }}) => name === 'lct-ready')
               && !!one('.search-button:disabled');
             {act}
           }}
           return (time += 16);
         }};"
    ))
    .await?;
    start_yew(&page).await?;
    let amid: Option<bool> = page.ask("return recorded.amid ?? null;").await?;
    ensure!(amid == Some(true), "it was not in the middle: {amid:?}");
    Ok(page)
}

async fn an_element_that_is_moved_or_put_back_goes_on(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "host.html").await?;
    page.until_ready().await?;
    page.click_section("risks").await?;
    page.ask::<()>("document.body.prepend(host);").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    page.click_section("at-a-glance").await?;
    page.until_open(&["risks"]).await?;
    ensure!(
        page.events("lct-ready").await?.len() == 1,
        "a move began it anew"
    );

    page.ask::<()>("host.remove(); requestAnimationFrame(() => document.body.prepend(host));")
        .await?;
    page.until("it to be ready again", async || {
        Ok(page.events("lct-ready").await?.len() == 2)
    })
    .await?;
    page.until_open(&["risks"]).await?;
    page.click_section("risks").await?;
    page.until_open(&[]).await?;
    let errors = page.events("lct-error").await?;
    ensure!(errors.is_empty(), "{errors:?}");
    Ok(())
}

/// Opens a page whose WebAssembly is on its way, and stays there.
pub(crate) async fn open_without_yew<'browser>(
    browser: &'browser Browser,
    file: &str,
) -> Result<Page<'browser>> {
    let page = browser
        .open(Site::default().answering(".wasm", Answer::Held), file)
        .await?;
    page.until_collapsed().await?;
    page.until("the request for it", async || {
        Ok(page.server.times_asked(".wasm") > 0)
    })
    .await?;
    ensure!(
        page.events("lct-ready").await?.is_empty(),
        "Yew runs already"
    );
    Ok(page)
}

/// Lets WebAssembly come, and waits until Yew has taken over.
pub(crate) async fn start_yew(page: &Page<'_>) -> Result<()> {
    page.server.release();
    page.until_ready().await?;
    page.settle().await
}
