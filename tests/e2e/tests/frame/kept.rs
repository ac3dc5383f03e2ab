//! What the page keeps for a frame, which has no storage of its own.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::{Value, json};

use super::{enter_as_it_is, open};

in_every_engine!(
    a_page_that_is_asked_to_remembers_the_list_and_the_look_of_a_frame,
    a_page_that_is_not_hears_nothing_of_what_a_reader_writes,
    the_address_of_a_frame_has_nothing_kept,
    what_a_page_has_kept_that_is_broken_is_dropped_inside,
);

/// Notes an answer and makes the text larger, inside the frame.
async fn write(page: &Page<'_>) -> Result<()> {
    page.ask::<()>("host.openSection('questions');").await?;
    enter_as_it_is(page).await?;
    page.until_enabled(".worksheet").await?;
    page.ask::<()>("all('.question > input')[2].click();")
        .await?;
    page.until("the question to be listed", async || {
        page.ask("return all('#note-0').length === 1;").await
    })
    .await?;
    page.ask::<()>(
        "const field = one('#note-0');
         field.value = 'Perhaps in May';
         field.dispatchEvent(new Event('input', { bubbles: true }));
         one('[data-tool=larger]').click();",
    )
    .await?;
    page.until("the larger text", async || {
        page.ask("return one('.mount').dataset.look === '115';")
            .await
    })
    .await?;
    page.browser.driver.enter_parent_frame().await?;
    Ok(())
}

/// What stands in the list inside the frame, whether a box is ticked, the size, and what is said of how long it lasts.
async fn inside(page: &Page<'_>) -> Result<Value> {
    page.ask(
        "return {
           answers: all('.notes textarea').map(({ value }) => value),
           ticked: all('.question > input').map(({ checked }) => checked).indexOf(true),
           look: one('.mount').dataset.look,
           inTab: getComputedStyle(one('.kept-in-tab')).display !== 'none',
           inPage: getComputedStyle(one('.kept-in-page')).display !== 'none',
         };",
    )
    .await
}

async fn a_page_that_is_asked_to_remembers_the_list_and_the_look_of_a_frame(
    browser: &Browser,
) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "remembering.html").await?;
    page.ask::<()>("sessionStorage.clear();").await?;
    page.until_ready().await?;
    write(&page).await?;
    page.until("all to be kept", async || {
        page.ask(
            "const [notes, look] = ['notes', 'look'].map((it) =>
               sessionStorage.getItem('lupus-car-tlupus-car-t-' + it) ?? '');
             return notes.includes('Perhaps in May') && look.includes('115');",
        )
        .await
    })
    .await?;
    page.go("manifest.json").await?;
    page.go("fixtures/frames/remembering.html").await?;
    page.until_ready().await?;
    page.ask::<()>("host.openSection('questions');").await?;
    enter_as_it_is(&page).await?;
    let wanted = json!({ "answers": ["Perhaps in May"], "ticked": 2, "look": "115", "inTab": true, "inPage": false });
    page.until("the frame to be as the reader left it", async || {
        Ok(inside(&page).await.ok() == Some(wanted.clone()))
    })
    .await?;
    let said: Vec<String> = page.ask("return recorded.console;").await?;
    ensure!(said.is_empty(), "inside it is said {said:?}");
    page.browser.driver.enter_parent_frame().await?;

    // The frame lives on, and what it holds is kept again once the page asks again.
    page.ask::<()>("host.remember = 'none';").await?;
    page.until("nothing to be kept", async || {
        page.ask("return sessionStorage.length === 0;").await
    })
    .await?;
    page.ask::<()>("host.remember = 'session';").await?;
    page.until("the list to be kept again", async || {
        page.ask(
            "return Object.values(sessionStorage).some((it) => it.includes('Perhaps in May'));",
        )
        .await
    })
    .await?;
    page.ask::<()>("sessionStorage.clear();").await?;
    page.nothing_went_wrong().await
}

async fn a_page_that_is_not_hears_nothing_of_what_a_reader_writes(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    write(&page).await?;
    page.settle().await?;
    let (kept, notes): (usize, Option<String>) = page
        .ask("return [sessionStorage.length, controller().kept.notes ?? null];")
        .await?;
    ensure!(
        kept == 0 && notes.is_none(),
        "{kept} entries are kept, and the page holds {notes:?}"
    );
    enter_as_it_is(&page).await?;
    let inside = inside(&page).await?;
    ensure!(
        inside["inPage"] == true && inside["inTab"] == false,
        "{inside}"
    );
    Ok(())
}

/// Not in a sandbox, it could: in the storage of the site where the folder is.
async fn the_address_of_a_frame_has_nothing_kept(browser: &Browser) -> Result<()> {
    for sign in ["?", "#"] {
        let file = format!("frame.html{sign}remember=session&loading=eager");
        let page = browser.open(Site::default(), "manifest.json").await?;
        let address = page.server.address(&file);
        browser.driver.goto(&address).await?;
        page.until_ready().await?;
        page.ask::<()>("host.openSection('questions');").await?;
        page.until_enabled(".worksheet").await?;
        page.ask::<()>("all('.question > input')[2].click(); one('[data-tool=larger]').click();")
            .await?;
        page.until("the larger text", async || {
            page.ask("return one('.mount').dataset.look === '115';")
                .await
        })
        .await?;
        page.settle().await?;
        let kept: Vec<String> = page.ask("return Object.keys(sessionStorage);").await?;
        ensure!(kept.is_empty(), "after {sign}: {kept:?} is kept");
    }
    Ok(())
}

async fn what_a_page_has_kept_that_is_broken_is_dropped_inside(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "remembering.html").await?;
    page.until_ready().await?;
    page.ask::<()>(
        "for (const [what, text] of [['notes', 'notes 0'], ['look', '115 letter']])
           sessionStorage.setItem('lupus-car-tlupus-car-t-' + what, text);",
    )
    .await?;
    page.go("manifest.json").await?;
    page.go("fixtures/frames/remembering.html").await?;
    page.until_ready().await?;
    page.until("neither to be kept any more", async || {
        page.ask(
            "return ['notes', 'look'].every((it) => !sessionStorage.getItem('lupus-car-tlupus-car-t-' + it));",
        )
        .await
    })
    .await?;
    enter_as_it_is(&page).await?;
    page.until_enabled(".worksheet").await?;
    let said: Vec<String> = page.ask("return recorded.console;").await?;
    ensure!(
        said.len() == 2
            && said
                .iter()
                .all(|it| it.contains("is broken or of another version")),
        "{said:?}"
    );
    page.browser.driver.enter_parent_frame().await?;
    page.ask("sessionStorage.clear();").await
}
