//! How long the reader's list lasts.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine};
use serde_json::json;

use super::{is_ticked, list, open, question, until_list, until_offered};

in_every_engine!(
    nothing_is_kept_in_the_browser_unless_the_page_asks,
    a_remembered_list_survives_a_reload,
    the_list_survives_what_starts_the_text_anew,
    a_list_begun_early_goes_on_when_webassembly_takes_over,
    what_was_written_stays_when_the_program_stops,
);

async fn nothing_is_kept_in_the_browser_unless_the_page_asks(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    page.click(&question(&page, 0).await?).await?;
    until_list(&page, 1).await?;
    page.settle().await?;
    let kept: (String, usize, usize) = page
        .ask("return [document.cookie, localStorage.length, sessionStorage.length];")
        .await?;
    ensure!(kept == (String::new(), 0, 0), "the page keeps {kept:?}");
    let said: (bool, bool) = page.ask(KEPT).await?;
    ensure!(said == (true, false), "it says {said:?}");
    Ok(())
}

/// Whether it says that notes stay in the page, and whether in the tab.
const KEPT: &str = "return ['.kept-in-page', '.kept-in-tab'].map((it) => shown(one(it)));";

async fn a_remembered_list_survives_a_reload(browser: &Browser) -> Result<()> {
    let page = open(browser, "fixtures/tools/remembering.html").await?;
    let said: (bool, bool) = page.ask(KEPT).await?;
    ensure!(said == (false, true), "it says {said:?}");
    page.click(&question(&page, 2).await?).await?;
    until_list(&page, 1).await?;
    page.focus_on("#note-0").await?;
    page.type_words("Perhaps").await?;
    page.until("the notes to be kept", async || {
        page.ask("return Object.values(sessionStorage).some((it) => it.includes('Perhaps'));")
            .await
    })
    .await?;
    page.go("fixtures/hosts/bare.html").await?;
    page.go("fixtures/tools/remembering.html").await?;
    page.until_ready().await?;
    until_list(&page, 1).await?;
    ensure!(list(&page).await?[0].1 == "Perhaps");
    ensure!(is_ticked(&page, 2).await?, "its box is empty");

    page.ask::<()>("host.remember = 'none';").await?;
    page.until("nothing to be kept", async || {
        page.ask("return sessionStorage.length === 0;").await
    })
    .await?;
    for (stored, listed) in [
        ("[7, {", 0),
        ("{}", 0),
        (
            r#"[7, null, { "question": 99, "answer": "" }, { "question": "Mine", "answer": "x" }]"#,
            1,
        ),
    ] {
        // What is noted now is kept from here on, and is then replaced.
        page.ask::<()>("host.remember = 'session';").await?;
        page.until("what is noted to be kept", async || {
            page.ask("return sessionStorage.length > 1;").await
        })
        .await?;
        let script = "sessionStorage.setItem('lupus-car-tlupus-car-t-notes', it);";
        page.ask_about::<()>(script, json!(stored)).await?;
        page.go("fixtures/hosts/bare.html").await?;
        page.go("fixtures/tools/remembering.html").await?;
        page.until_ready().await?;
        until_offered(&page).await?;
        until_list(&page, listed).await?;
        page.nothing_went_wrong().await?;
    }
    Ok(())
}

async fn the_list_survives_what_starts_the_text_anew(browser: &Browser) -> Result<()> {
    let page = open(browser, "fixtures/hosts/plain.html").await?;
    page.click(&question(&page, 0).await?).await?;
    until_list(&page, 1).await?;
    page.focus_on("#note-0").await?;
    page.type_words("Quite").await?;
    for (change, seen) in [
        ("host.headingLevel = 4;", "h4.section-heading"),
        (
            "host.sections = 'questions risks';",
            ".section:first-child:nth-last-child(2)",
        ),
        (
            "host.remove(); document.body.append(host);",
            ".section:first-child:nth-last-child(2)",
        ),
    ] {
        page.ask::<()>(change).await?;
        page.until(change, async || {
            page.ask(&format!("return !!root?.querySelector('{seen}');"))
                .await
        })
        .await?;
        until_list(&page, 1).await?;
        ensure!(list(&page).await?[0].1 == "Quite", "after {change}");
        ensure!(
            is_ticked(&page, 0).await?,
            "its box is empty after {change}"
        );
    }
    Ok(())
}

async fn a_list_begun_early_goes_on_when_webassembly_takes_over(browser: &Browser) -> Result<()> {
    let page = crate::handover::open_without_yew(browser, "index.html").await?;
    page.ask::<()>("host.openSection('questions');").await?;
    until_offered(&page).await?;
    page.click(&question(&page, 0).await?).await?;
    until_list(&page, 1).await?;
    page.focus_on("#note-0").await?;
    page.type_words("Quite").await?;
    page.server.release();
    page.until_ready().await?;
    page.settle().await?;
    let focus = page.focus().await?;
    ensure!(focus == "note-0", "the focus moved to {focus}");
    page.type_words(" well").await?;
    let list = list(&page).await?;
    ensure!(list.len() == 1 && list[0].1 == "Quite well", "{list:?}");
    ensure!(is_ticked(&page, 0).await?, "its box is empty");
    let count = page.text(".worksheet > .count").await?;
    ensure!(count.contains('1'), "the status says `{count}`");
    page.nothing_went_wrong().await
}

async fn what_was_written_stays_when_the_program_stops(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    page.click(&question(&page, 0).await?).await?;
    until_list(&page, 1).await?;
    page.focus_on("#note-0").await?;
    page.type_words("Quite").await?;
    page.ask::<()>("controller().session.fail('run', 'a test');")
        .await?;
    ensure!(list(&page).await?[0].1 == "Quite");
    ensure!(is_ticked(&page, 0).await?, "the tick is gone");
    page.click(&question(&page, 1).await?).await?;
    until_list(&page, 2).await
}
