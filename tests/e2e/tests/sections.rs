//! Sections open and close, by Yew here and by the script alone in `failures`.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(
    at_a_glance_alone_is_open_at_first,
    a_click_opens_and_closes_each_section,
    show_all_and_hide_all_say_what_they_do,
    words_found_in_a_closed_section_open_it,
    the_methods_of_the_element_open_and_close,
    the_open_attribute_says_what_is_open_at_first,
);

async fn at_a_glance_alone_is_open_at_first(browser: &Browser) -> Result<()> {
    for file in ["index.html", "host.html"] {
        let page = open(browser, file).await?;
        page.until_open(&["at-a-glance"]).await?;
        ensure!(
            page.sections().await?.len() >= 14,
            "{file} has too few sections"
        );
    }
    Ok(())
}

async fn a_click_opens_and_closes_each_section(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    page.click_section("at-a-glance").await?;
    page.until_open(&[]).await?;
    each_section_opens_and_closes(&page).await
}

/// Opens and closes each section of a page on which none is open.
pub(crate) async fn each_section_opens_and_closes(page: &Page<'_>) -> Result<()> {
    for section in page.sections().await? {
        let before = page.events("lct-toggle").await?.len();
        page.click_section(&section.id).await?;
        page.until_open(&[&section.id]).await?;
        let blank: Vec<f64> = page
            .ask(
                "const height = (it) => it.getBoundingClientRect().height;
                 return all('.section-body:not([hidden]) .more')
                   .map((it) => height(it) - height(it.querySelector('summary'))).filter((more) => more > 1);",
            )
            .await?;
        ensure!(
            blank.is_empty(),
            "{} leaves {blank:?} px for what is closed",
            section.id
        );
        page.click_section(&section.id).await?;
        page.until_open(&[]).await?;

        let events = page.events("lct-toggle").await?.split_off(before);
        let told: Vec<_> = events.into_iter().map(|event| event.detail).collect();
        let wanted = [true, false].map(|open| json!({ "section": section.id, "open": open }));
        ensure!(told == wanted, "lct-toggle told {told:?}");
    }
    Ok(())
}

async fn show_all_and_hide_all_say_what_they_do(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    show_all_then_hide_all(&page).await
}

/// Shows all sections of a page, then hides them, then opens them one by one.
pub(crate) async fn show_all_then_hide_all(page: &Page<'_>) -> Result<()> {
    let ids: Vec<_> = page
        .sections()
        .await?
        .into_iter()
        .map(|section| section.id)
        .collect();
    let all: Vec<_> = ids.iter().map(String::as_str).collect();
    let (show, hide) = ("Show all sections", "Hide all sections");
    ensure!(
        page.text(".toggle-all").await? == show,
        "the button does not offer to show all"
    );

    page.click(".toggle-all").await?;
    page.until_open(&all).await?;
    page.until("the label to follow", async || {
        Ok(page.text(".toggle-all").await? == hide)
    })
    .await?;
    says(page, all.len(), all.len()).await?;

    page.click(".toggle-all").await?;
    page.until_open(&[]).await?;
    page.until("the label to follow", async || {
        Ok(page.text(".toggle-all").await? == show)
    })
    .await?;
    says(page, 0, all.len()).await?;

    for id in &all {
        ensure!(
            page.text(".toggle-all").await? == show,
            "the button gave up before {id}"
        );
        page.click_section(id).await?;
        page.until("it to open", async || page.is_open(id).await)
            .await?;
    }
    page.until("the label to follow", async || {
        Ok(page.text(".toggle-all").await? == hide)
    })
    .await?;
    page.click_section(all[0]).await?;
    page.until("the label to follow", async || {
        Ok(page.text(".toggle-all").await? == show)
    })
    .await
}

async fn says(page: &Page<'_>, open: usize, total: usize) -> Result<()> {
    let wanted = format!("{open} of {total} sections are open");
    page.until(&wanted, async || {
        Ok(page.text(".toolbar [data-text]").await? == wanted)
    })
    .await?;
    let other = page.text(".worksheet [data-text]").await?;
    ensure!(!other.contains('{'), "the list of questions says {other}");
    Ok(())
}

async fn words_found_in_a_closed_section_open_it(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    page.find_in("risks").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    // A section that was open in the DOM alone would close when Yew renders again.
    page.click_section("at-a-glance").await?;
    page.until_open(&["risks"]).await?;
    let last = page.events("lct-toggle").await?;
    ensure!(
        last.iter()
            .any(|event| event.detail == json!({ "section": "risks", "open": true })),
        "{last:?}"
    );
    Ok(())
}

async fn the_methods_of_the_element_open_and_close(browser: &Browser) -> Result<()> {
    let page = open(browser, "host.html").await?;
    let count = page.sections().await?.len();
    page.ask::<()>("host.openSection('risks');").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    page.ask::<()>("host.closeSection('at-a-glance');").await?;
    page.until_open(&["risks"]).await?;
    page.ask::<()>("host.openSection('no-such-section');")
        .await?;
    page.ask::<()>("host.openAll();").await?;
    page.until("all to be open", async || {
        Ok(page.open_sections().await?.len() == count)
    })
    .await?;
    page.ask::<()>("host.closeAll();").await?;
    page.until_open(&[]).await?;
    page.nothing_went_wrong().await
}

async fn the_open_attribute_says_what_is_open_at_first(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/two-elements.html")
        .await?;
    page.until("both to be ready", async || {
        Ok(page.events("lct-ready").await?.len() == 2)
    })
    .await?;
    page.until_open(&["risks", "what-is-lupus"]).await
}

async fn open<'browser>(browser: &'browser Browser, file: &str) -> Result<Page<'browser>> {
    let page = browser.open(Site::default(), file).await?;
    page.until_ready().await?;
    Ok(page)
}
