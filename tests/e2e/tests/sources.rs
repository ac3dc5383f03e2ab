//! From a claim to its source and back.

mod cited;

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;
use thirtyfour::Key;

in_every_engine!(
    a_citation_leads_to_its_source_and_back,
    the_way_back_leads_to_the_citation_that_was_left,
    a_citation_leads_to_its_source_by_script_alone,
    without_script_a_citation_is_a_link_to_the_paper,
);

/// The id of the entry in the list of sources that a citation's `link` names.
const ENTRY: &str = "
    const entryOf = (link) => all('.sources > li').find((it) => it.querySelector('a').href === link.href)?.id;";

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
    let citation = "#risks-body .citation";
    let entry: String = page
        .ask_about(
            &format!("{ENTRY} return entryOf(one(it));"),
            json!(citation),
        )
        .await?;
    let address = page.browser.driver.current_url().await?;

    page.click(citation).await?;
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
    let back = format!(
        "{ENTRY} return focused()?.matches('#risks-body .citation') && entryOf(focused()) === it;"
    );
    page.until("the claim to be in focus", async || {
        page.ask_about(&back, json!(entry)).await
    })
    .await?;
    let now = page.browser.driver.current_url().await?;
    ensure!(now.path() == address.path(), "the page was left for {now}");
    Ok(())
}

/// By the button at the source, and by Escape; from a citation that is not the first of its source, in a section that
/// was closed meanwhile and in a part that a choice has hidden.
async fn the_way_back_leads_to_the_citation_that_was_left(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    page.ask::<()>("host.openAll();").await?;
    page.until_all_open().await?;
    let buttons = "return all('.way-back').filter(shown).length;";
    for (citation, meanwhile) in [
        ("#risks-body .citation", "host.closeSection('risks');"),
        (
            "#symptoms-body .stop:last-child .citation",
            "all('#symptoms-body .pick')[1].click();",
        ),
        (".masthead .citation, #at-a-glance-body .citation", ""),
    ] {
        page.ask_about::<()>(
            "recorded.left = all(it).filter(shown).at(-1); recorded.left.focus({ focusVisible: true });",
            json!(citation),
        )
        .await?;
        let back = "return focused() === recorded.left && shown(recorded.left);";
        for by_button in [true, false] {
            page.press(Key::Enter).await?;
            page.until("the source", async || {
                page.ask(&format!(
                    "{ENTRY} return focused()?.id === entryOf(recorded.left);"
                ))
                .await
            })
            .await?;
            ensure!(
                page.ask::<usize>(buttons).await? == 1,
                "there is not one way back"
            );
            let words: String = page.text(".way-back").await?;
            ensure!(words == "Back to where you were", "it says `{words}`");
            let [width, height]: [f64; 2] = page
                .ask(
                    "const { width, height } = one('.way-back').getBoundingClientRect();
                     return [width, height];",
                )
                .await?;
            ensure!(width >= 44.0 && height >= 44.0, "{width} x {height}");
            page.ask::<()>(meanwhile).await?;
            if by_button {
                page.focus_on(".way-back").await?;
                page.press(Key::Enter).await?;
            } else {
                page.press(Key::Escape).await?;
            }
            page.until("the citation that was left", async || page.ask(back).await)
                .await?;
            let in_view: bool = page
                .ask(
                    "const { top, bottom } = recorded.left.getBoundingClientRect();
                     return top >= 0 && bottom <= innerHeight;",
                )
                .await?;
            ensure!(in_view, "{citation} is out of view");
            ensure!(
                page.ask::<usize>(buttons).await? == 0,
                "the way back stays after it was taken"
            );
        }
    }
    page.nothing_went_wrong().await
}

async fn without_script_a_citation_is_a_link_to_the_paper(browser: &Browser) -> Result<()> {
    let site = Site::default()
        .under("default-src 'none'; script-src 'none'; style-src 'self' {{styles}}")
        .unrecorded();
    let page = browser.open(site, "index.html").await?;
    let odd: Vec<String> = page
        .ask(&format!(
            "{ENTRY} return all('.citation').filter((link) =>
               !/^https:\\/\\/\\S+$/.test(link.getAttribute('href')) || !entryOf(link))
               .map((link) => link.outerHTML);"
        ))
        .await?;
    ensure!(odd.is_empty(), "citations that lead nowhere: {odd:?}");
    let cited: usize = page
        .ask("return new Set(all('.citation').map((link) => link.href)).size;")
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
