//! How long the reader's list lasts.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine};
use serde_json::json;
use thirtyfour::Key;

use super::{is_ticked, list, open, question, until_list, until_offered};

in_every_engine!(
    nothing_is_kept_in_the_browser_unless_the_page_asks,
    a_remembered_list_survives_a_reload,
    the_list_survives_what_starts_the_text_anew,
    ticks_made_early_are_on_the_list_once_webassembly_is_there,
    a_reader_who_writes_is_not_disturbed_when_the_list_changes,
    what_was_written_is_kept_when_the_program_stops,
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
    // What is broken or of another version is dropped, and a question that the text has no more does no harm.
    for (stored, listed, is_dropped) in [
        ("notes 1\n{", 0, true),
        (r#"[{ "question": 2, "answer": "x" }]"#, 0, true),
        ("notes 1\nticked\tgone\tx\nown\tMine\tx", 1, false),
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
        let said: Vec<String> = page.ask("return recorded.console;").await?;
        let of_dropping = |it: &String| it.contains("what was kept as notes is broken");
        ensure!(
            said.len() == usize::from(is_dropped) && said.iter().all(of_dropping),
            "{stored} has it say {said:?}"
        );
        let errors: Vec<String> = page.ask("return recorded.errors;").await?;
        ensure!(errors.is_empty(), "{stored} ends in {errors:?}");
    }
    // The answer to what is gone is kept, for a text that has the question again.
    page.click(&question(&page, 0).await?).await?;
    page.until("all notes to be kept", async || {
        page.ask(
            "const notes = sessionStorage.getItem('lupus-car-tlupus-car-t-notes');
             return notes.includes('gone\\tx') && notes.includes('activity-and-organs');",
        )
        .await
    })
    .await?;
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
            ".sections:has(#section-risks):not(:has(#section-symptoms))",
        ),
        (
            "host.remove(); document.body.append(host);",
            ".sections:has(#section-risks):not(:has(#section-symptoms))",
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

async fn ticks_made_early_are_on_the_list_once_webassembly_is_there(
    browser: &Browser,
) -> Result<()> {
    let page = crate::handover::open_without_yew(browser, "index.html").await?;
    page.ask::<()>("host.openSection('questions');").await?;
    page.until_tools().await?;
    let box_of_it = question(&page, 1).await?;
    page.focus_on(&box_of_it).await?;
    page.press(Key::Space).await?;
    ensure!(is_ticked(&page, 1).await?, "it cannot be ticked");
    let offered: bool = page.ask("return shown(one('.worksheet'));").await?;
    ensure!(!offered, "a list is offered that nothing answers");
    page.server.release();
    page.until_ready().await?;
    until_list(&page, 1).await?;
    ensure!(is_ticked(&page, 1).await?, "its box is empty");
    let focus = page.focus().await?;
    ensure!(focus == "box-1", "the focus moved to {focus}");
    let count = page.text(".worksheet > .count").await?;
    ensure!(count.contains('1'), "the status says `{count}`");
    page.nothing_went_wrong().await
}

async fn a_reader_who_writes_is_not_disturbed_when_the_list_changes(
    browser: &Browser,
) -> Result<()> {
    let page = open(browser, "index.html").await?;
    page.click(&question(&page, 2).await?).await?;
    until_list(&page, 1).await?;
    page.focus_on("#note-0").await?;
    page.type_words("Quite well").await?;
    page.ask::<()>(
        "const field = focused();
         field.mine = true;
         field.setSelectionRange(5, 5);
         for (const box of [0, 4]) all('.question > input')[box].click();",
    )
    .await?;
    until_list(&page, 3).await?;
    page.ask::<()>("all('.question > input')[0].click();")
        .await?;
    until_list(&page, 2).await?;
    let same: bool = page.ask("return focused().mine === true;").await?;
    ensure!(same, "the field lost the focus");
    page.type_words(" really").await?;
    let list = list(&page).await?;
    ensure!(list[0].1 == "Quite really well", "{list:?}");
    page.nothing_went_wrong().await
}

/// A page that has changed how nodes are put into it makes Yew panic once a question is to be listed.
async fn what_was_written_is_kept_when_the_program_stops(browser: &Browser) -> Result<()> {
    let page = open(browser, "fixtures/tools/remembering.html").await?;
    page.click(&question(&page, 0).await?).await?;
    until_list(&page, 1).await?;
    page.focus_on("#note-0").await?;
    page.type_words("Quite").await?;
    page.ask::<()>("Node.prototype.insertBefore = () => { throw new TypeError('not here'); };")
        .await?;
    let other = question(&page, 1).await?;
    page.ask_about::<()>("one(it).click();", json!(other))
        .await?;
    page.until_event("lct-error").await?;
    let left: (usize, Vec<bool>) = page
        .ask(
            "const shells = ['.worksheet', '[data-tool=text-size]', '.search-button'];
             return [all('[data-live]').length, shells.map((it) => shown(one(it)))];",
        )
        .await?;
    ensure!(
        left == (0, vec![false, false, false]),
        "there stays {left:?}"
    );
    ensure!(
        is_ticked(&page, 0).await? && is_ticked(&page, 1).await?,
        "a tick is gone"
    );
    page.go("fixtures/hosts/bare.html").await?;
    page.go("fixtures/tools/remembering.html").await?;
    page.until_ready().await?;
    page.until("what was written to be there again", async || {
        let list = list(&page).await?;
        Ok(list.first().is_some_and(|it| it.1 == "Quite"))
    })
    .await
}
