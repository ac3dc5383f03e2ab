//! Browsers of 2022 and 2023 in every way of embedding: the text is there and its sections open.

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    server::{dist, package},
    site::{Answer, Site},
};

use crate::{
    hosts::{has_every_word, including, opens_by_its_buttons},
    inside::{open_each, press, until_each},
    sabotage::{NEWER, is_quiet},
};

in_every_engine!(
    without_what_is_newer_the_page_of_its_own_opens,
    without_what_is_newer_a_plain_frame_opens,
    without_what_is_newer_an_include_opens,
    without_what_is_newer_text_that_is_fetched_opens,
    without_what_is_newer_a_page_has_its_frame,
    without_declarative_shadow_roots_every_word_is_there_by_script,
);

/// How many whole pages a busy machine starts at once in the time that a test waits.
const AT_ONCE: usize = 6;

/// The page of a host.
const HOST: &str = "/fixtures/hosts/plain.html";

async fn without_what_is_newer_the_page_of_its_own_opens(browser: &Browser) -> Result<()> {
    opens_each(browser, "/index.html", &of_folder("index.html")?).await
}

async fn without_what_is_newer_a_plain_frame_opens(browser: &Browser) -> Result<()> {
    opens_each(browser, "/frame.html", &of_folder("frame.html")?).await
}

async fn without_what_is_newer_an_include_opens(browser: &Browser) -> Result<()> {
    opens_each(browser, HOST, &eager(including("plain.html")?)).await
}

async fn without_what_is_newer_text_that_is_fetched_opens(browser: &Browser) -> Result<()> {
    opens_each(browser, HOST, &host()?.replace("embed.en.js", "embed.js")).await
}

/// Inside the frame it is as in a plain frame.
async fn without_what_is_newer_a_page_has_its_frame(browser: &Browser) -> Result<()> {
    let html = host()?.replace("<lupus-car-t ", "<lupus-car-t mode=\"frame\" ");
    for cases in NEWER.chunks(AT_ONCE) {
        let page = open_each(browser, Site::default(), (HOST, &html), cases).await?;
        until_each(&page, |it| {
            it.ready == 1 && it.stages.is_empty() && is_quiet(it)
        })
        .await?;
    }
    Ok(())
}

async fn opens_each(browser: &Browser, file: &'static str, html: &str) -> Result<()> {
    for cases in NEWER.chunks(AT_ONCE) {
        let page = open_each(browser, Site::default(), (file, html), cases).await?;
        until_each(&page, |it| {
            it.buttons > 10 && it.ready + it.stages.len() == 1
        })
        .await?;
        press(&page, "risks").await?;
        until_each(&page, |it| {
            it.open == ["at-a-glance", "risks"] && it.stages.len() <= 1 && is_quiet(it)
        })
        .await?;
    }
    Ok(())
}

/// As Firefox before 123 reads the page: what would be a shadow root stays a template.
async fn without_declarative_shadow_roots_every_word_is_there_by_script(
    browser: &Browser,
) -> Result<()> {
    for (file, html) in [
        ("index.html", of_folder("index.html")?),
        ("frame.html", of_folder("frame.html")?),
        (&HOST[1..], eager(including("plain.html")?)),
    ] {
        ensure!(html.matches(" shadowrootmode=").count() == 1, "{file}");
        let html: &'static str = html.replace(" shadowrootmode=", " data-unknown=").leak();
        let site = Site::default().answering(file, Answer::Text(html));
        let page = browser.open(site, file).await?;
        is_whole(&page).await.context(file)?;
    }
    Ok(())
}

async fn is_whole(page: &Page<'_>) -> Result<()> {
    page.until_ready().await?;
    has_every_word(page).await?;
    opens_by_its_buttons(page).await?;
    let help: bool = page
        .ask("return shown(one('.get-help')) && all('.get-help li').length > 10;")
        .await?;
    ensure!(help, "the help box is not seen");
    let again: usize = page
        .ask("return [...host.querySelectorAll(':scope > :not([slot])')].filter(shown).length;")
        .await?;
    ensure!(again == 0, "what is inside the tag is seen, too");
    // Of an icon that some browsers ask for, a page of the folder hears that its policy forbids it.
    let said: Vec<String> = page
        .ask("return [...recorded.console, ...recorded.errors];")
        .await?;
    ensure!(said.is_empty(), "{said:?}");
    Ok(())
}

fn of_folder(file: &str) -> Result<String> {
    Ok(eager(&fs::read_to_string(dist().join(file))?))
}

fn host() -> Result<String> {
    Ok(fs::read_to_string(package().join(&HOST[1..]))?)
}

/// WebAssembly starts at once, wherever the element stands.
fn eager(html: &str) -> String {
    html.replace("<lupus-car-t lang", "<lupus-car-t loading=\"eager\" lang")
        .replace("<lupus-car-t waits", "<lupus-car-t loading=\"eager\" waits")
}
