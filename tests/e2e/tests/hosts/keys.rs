//! What a reader types in the explainer is not taken for the page's shortcuts; what is no typing still reaches them.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(
    keys_typed_in_a_field_are_no_shortcuts_of_the_page,
    escape_tab_and_chords_reach_the_page,
);

const FIELDS: [&str; 3] = ["#own-question", ".player select", "#search-input"];

/// A page such as documentation sites are: plain letters open its search, Space pauses, Enter goes on.
const GREEDY: &str = "
    recorded.keys = [];
    const takes = /^([a-z /?]|Enter|Arrow.*|Home|End)$/;
    for (const type of ['keydown', 'keypress', 'keyup']) {
      addEventListener(type, (event) => {
        if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
        recorded.keys.push(`${type} ${event.key}`);
        if (takes.test(event.key) && !event.ctrlKey && !event.altKey) event.preventDefault();
      });
    }";

async fn keys_typed_in_a_field_are_no_shortcuts_of_the_page(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.focus_on("#search-input").await?;
    page.type_words("steroids").await?;
    let words: String = page.ask("return one('#search-input').value;").await?;
    ensure!(words == "steroids", "the search has {words:?}");
    page.focus_on("#own-question").await?;
    page.type_words("Are steroids safe? / ñ\u{e007}").await?;
    page.until("the question to be on the list", async || {
        page.ask("return all('.notes label').some((it) => it.textContent.includes('Are steroids safe? / ñ'));")
            .await
    })
    .await?;
    page.focus_on(".notes textarea").await?;
    page.type_words("so so\u{e012}\u{e012}\u{e003}!").await?;
    let answer: String = page.ask("return one('.notes textarea').value;").await?;
    ensure!(answer == "so!so", "the answer is {answer:?}");
    // What presses a button is not the page's, either.
    page.focus_on("#risks-button").await?;
    page.type_words(" ").await?;
    page.until("the section to close", async || {
        Ok(!page.is_open("risks").await?)
    })
    .await?;
    page.type_words("\u{e007}").await?;
    page.until("it to open", async || page.is_open("risks").await)
        .await?;
    let heard: Vec<String> = page.ask("return recorded.keys;").await?;
    ensure!(heard.is_empty(), "the page hears {heard:?}");
    page.nothing_went_wrong().await
}

async fn escape_tab_and_chords_reach_the_page(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    // The controls of what is read aloud come once something is.
    page.ask::<()>(
        "speech.find({ name: 'Own', lang: 'en-US', localService: true, default: true });",
    )
    .await?;
    page.click("#section-at-a-glance [data-tool=listen]")
        .await?;
    page.click("[data-tool=stop]").await?;
    let wrong: Vec<String> = page
        .ask_about(include_str!("keys.js"), json!(FIELDS))
        .await?;
    ensure!(wrong.is_empty(), "{wrong:#?}");
    page.nothing_went_wrong().await
}

async fn open(browser: &Browser) -> Result<Page<'_>> {
    let page = browser
        .open(Site::default(), "fixtures/tools/plain.html")
        .await?;
    page.until_ready().await?;
    page.until_tools().await?;
    page.ask::<()>(&format!("{GREEDY} host.openAll();")).await?;
    page.until_all_open().await?;
    page.click(".search-button").await?;
    page.element("#search-input").await?;
    Ok(page)
}
