//! What a reader does with the text beyond reading it, whether Yew runs or not.

mod clear;
mod feedback;
mod feet;
mod fit;
mod listen;
mod look;
mod print;
mod share;

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_chromium, in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;
use thirtyfour::Key;

in_every_engine!(
    without_webassembly_only_what_needs_it_is_missing,
    popovers_open_by_keyboard_and_give_the_focus_back,
    tools_are_large_enough_and_stand_in_two_rows_at_most_off_the_edge,
    axe_finds_nothing_while_a_tool_is_open,
);
in_chromium!(nothing_moves_when_the_tools_appear);

/// Opens a page with a fake of the browser's speech, which has no voice yet.
async fn open<'browser>(browser: &'browser Browser, name: &str) -> Result<Page<'browser>> {
    let file = format!("fixtures/tools/{name}.html");
    let page = browser.open(Site::default(), &file).await?;
    page.until_ready().await?;
    page.until_tools().await?;
    Ok(page)
}

/// Gives the browser a voice of its own for English.
async fn give_voice(page: &Page<'_>) -> Result<()> {
    page.ask("speech.find({ name: 'Own', lang: 'en-US', localService: true, default: true });")
        .await
}

async fn without_webassembly_only_what_needs_it_is_missing(browser: &Browser) -> Result<()> {
    let site = Site::default().answering(".wasm", Answer::NotFound);
    let page = browser.open(site, "fixtures/tools/plain.html").await?;
    page.until_event("lct-error").await?;
    page.until_tools().await?;
    give_voice(&page).await?;
    page.click("#section-at-a-glance [data-tool=listen]")
        .await?;
    let said: usize = page.ask("return speech.said.length;").await?;
    ensure!(said == 1, "{said} sentences are said");
    page.click("[data-tool=stop]").await?;
    // No button that nothing answers.
    let dead: Vec<String> = page
        .ask(
            "return all('button, input, select').filter((it) => shown(it) && it.matches(':disabled'))
               .map((it) => it.outerHTML);",
        )
        .await?;
    ensure!(dead.is_empty(), "{dead:#?}");
    let yews: Vec<bool> = page.ask("return all('[data-yew]').map(shown);").await?;
    ensure!(yews.len() > 4 && !yews.contains(&true), "{yews:?}");
    Ok(())
}

async fn popovers_open_by_keyboard_and_give_the_focus_back(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    for (tool, first) in [("text-size", "smaller"), ("print", "print-open")] {
        let opener = format!("[data-tool={tool}]");
        let shows = format!("return one('#menu-{tool}').matches(':popover-open');");
        page.focus_on(&opener).await?;
        page.press(Key::Enter).await?;
        page.until("the popover", async || page.ask(&shows).await)
            .await?;
        page.until("the focus to be in it", async || {
            page.ask_about(
                "return !!focused()?.closest(it);",
                json!(format!("#menu-{tool}")),
            )
            .await
        })
        .await?;
        // The button in the corner comes first.
        for _ in 0..2 {
            page.press(Key::Tab).await?;
        }
        let focused: String = page.ask("return focused().dataset.tool ?? '';").await?;
        ensure!(
            focused == first,
            "Tab leads to `{focused}`, not to `{first}`"
        );
        page.press(Key::Escape).await?;
        page.until("it to close", async || {
            Ok(!page.ask::<bool>(&shows).await?)
        })
        .await?;
        page.until("the focus to be back", async || {
            page.ask_about("return focused() === one(it);", json!(opener))
                .await
        })
        .await?;
    }
    page.nothing_went_wrong().await
}

async fn tools_are_large_enough_and_stand_in_two_rows_at_most_off_the_edge(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(Site::default(), "framed/320/fixtures/tools/asking.html")
        .await?;
    page.enter_frame().await?;
    page.until_ready().await?;
    page.until_tools().await?;
    give_voice(&page).await?;
    page.click("#section-at-a-glance [data-tool=listen]")
        .await?;
    let small = "return all('.tool, .player select').filter(shown).flatMap((target) => {
                   const { width, height } = target.getBoundingClientRect();
                   return width < 44 || height < 44 ? [`${target.textContent}: ${width} x ${height}`] : [];
                 });";
    let found: Vec<String> = page.ask(small).await?;
    ensure!(found.is_empty(), "smaller than 44 px: {found:?}");
    for tool in ["text-size", "print"] {
        page.click(&format!("[data-tool={tool}]")).await?;
        let found: Vec<String> = page.ask(small).await?;
        ensure!(found.is_empty(), "smaller than 44 px: {found:?}");
        page.click(&format!("#menu-{tool} .popover-close")).await?;
    }
    let rows: usize = page
        .ask(
            "const row = (it) => Math.round(it.getBoundingClientRect().bottom / 10);
             return new Set(all('.toolbar > button, .reader-tools > button').map(row)).size;",
        )
        .await?;
    ensure!(rows <= 2, "the toolbar has {rows} rows");
    // The background can be another than that of the page.
    let touching: Vec<String> = page
        .ask(
            "const edge = one('.explainer').getBoundingClientRect();
             return all('.explainer :is(button, p, li):not(.visually-hidden)').filter((it) => {
               const { left, right } = it.getBoundingClientRect();
               return shown(it) && (left < edge.left + 4 || right > edge.right - 4);
             }).map((it) => it.outerHTML);",
        )
        .await?;
    ensure!(touching.is_empty(), "at the edge: {touching:?}");
    Ok(())
}

async fn axe_finds_nothing_while_a_tool_is_open(browser: &Browser) -> Result<()> {
    for theme in ["light", "dark"] {
        let page = open(browser, "asking").await?;
        page.ask_about::<()>("host.theme = it;", json!(theme))
            .await?;
        give_voice(&page).await?;
        page.click("#section-at-a-glance [data-tool=clear]").await?;
        page.click("#section-at-a-glance [data-tool=listen]")
            .await?;
        page.axe_finds_nothing(&format!("{theme}, reading")).await?;
        page.click("[data-tool=stop]").await?;
        for tool in ["text-size", "print"] {
            page.click(&format!("[data-tool={tool}]")).await?;
            page.axe_finds_nothing(&format!("{theme}, {tool}")).await?;
            page.press(Key::Escape).await?;
        }
    }
    Ok(())
}

/// The section that is open is in view, with its tools, before they answer and when a voice is found late.
async fn nothing_moves_when_the_tools_appear(browser: &Browser) -> Result<()> {
    let site = Site::default().answering(".wasm", Answer::Held);
    let page = browser.open(site, "fixtures/tools/asking.html").await?;
    page.until_collapsed().await?;
    page.until_tools().await?;
    give_voice(&page).await?;
    page.settle().await?;
    page.server.release();
    page.until_ready().await?;
    page.settle().await?;
    let foot: bool = page
        .ask("return shown(one('#section-at-a-glance [data-tool=listen]'));")
        .await?;
    ensure!(foot, "the tools did not appear");
    page.nothing_moved().await
}
