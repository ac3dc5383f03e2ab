//! A reader searches inside the explainer.

mod all;
mod as_asked;
mod look;

use anyhow::{Context, Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;
use thirtyfour::Key;

in_every_engine!(
    each_letter_is_answered_and_the_count_is_said,
    enter_opens_the_place_and_escape_leads_back_step_by_step,
    every_result_leads_to_its_words,
);

async fn each_letter_is_answered_and_the_count_is_said(browser: &Browser) -> Result<()> {
    let page = opened(browser, "index.html").await?;
    let status = page.text(".search [role=status]").await?;
    ensure!(
        status.is_empty(),
        "{status} is said before there is a question"
    );

    page.type_words("l").await?;
    page.settle().await?;
    ensure!(
        count(&page).await?.is_empty(),
        "one letter was searched for"
    );
    page.type_words("upu").await?;
    page.until("the count", async || Ok(!count(&page).await?.is_empty()))
        .await?;
    let (many, listed) = (count(&page).await?, results(&page).await?);
    ensure!(
        listed == 10 && many.contains("first 10"),
        "{many}: {listed}"
    );

    page.type_words("s xylophone zeppelin").await?;
    page.until("it to find nothing", async || {
        Ok(count(&page).await?.starts_with("Nothing found"))
    })
    .await?;
    ensure!(results(&page).await? == 0, "there are results all the same");

    search_for(&page, "MÜLLER").await?;
    let marks: Vec<String> = page
        .ask("return all('.search mark').map((mark) => mark.textContent);")
        .await?;
    ensure!(
        !marks.is_empty() && marks.iter().all(|it| it == "Müller"),
        "{marks:?}"
    );
    page.nothing_went_wrong().await
}

async fn enter_opens_the_place_and_escape_leads_back_step_by_step(browser: &Browser) -> Result<()> {
    let page = open(browser, "host.html").await?;
    page.focus_on(".search-button").await?;
    page.press(Key::Enter).await?;
    until_focus(&page, "search-input").await?;
    page.type_words("infection").await?;
    page.until("results", async || Ok(results(&page).await? > 2))
        .await?;
    page.press(Key::Enter).await?;
    until_focus(&page, "search-result").await?;
    page.press(Key::Tab).await?;
    let second = "return focused() === all('.search-result')[1];";
    page.until("the second result", async || page.ask(second).await)
        .await?;
    page.ask::<()>(
        "recorded.wanted = focused().lastElementChild.textContent.replace(/[^\\p{L}\\p{N}]/gu, '');",
    )
    .await?;

    page.press(Key::Enter).await?;
    page.until("the focus on the place", async || {
        page.ask(
            "const place = focused();
             return !place.closest('.search') && shown(place)
               && place.textContent.replace(/[^\\p{L}\\p{N}]/gu, '').includes(recorded.wanted);",
        )
        .await
    })
    .await?;
    let in_view: bool = page
        .ask("const { top, bottom } = focused().getBoundingClientRect(); return bottom > 0 && top < innerHeight;")
        .await?;
    ensure!(in_view, "the place is out of view");

    page.press(Key::Escape).await?;
    page.until("the focus on the result again", async || {
        page.ask(second).await
    })
    .await?;
    let query: String = page.ask("return one('.search-input').value;").await?;
    ensure!(query == "infection", "the query became {query:?}");
    page.press(Key::Escape).await?;
    until_focus(&page, "search-button").await?;
    let closed: bool = page.ask("return !all('.search').length;").await?;
    ensure!(closed, "the search stayed open");
    page.nothing_went_wrong().await
}

/// Words that stand in paragraphs, items, tables, details, terms, figures, sources and above all sections.
const QUERIES: [&str; 18] = [
    "the",
    "lupus",
    "car-t",
    "and",
    "you",
    "cell",
    "2022",
    "doctor",
    "people",
    "score",
    "help",
    "accessed",
    "what",
    "infection",
    "blood",
    "study",
    "trial",
    "kidney",
];

async fn every_result_leads_to_its_words(browser: &Browser) -> Result<()> {
    let page = opened(browser, "index.html").await?;
    // Goes through all results of a query, as fast as the page answers.
    let script = r#"
        const done = arguments[0];
        const root = document.querySelector("lupus-car-t").shadowRoot;
        const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        (async () => {
          const wrong = [];
          const results = [...root.querySelectorAll(".search-result")];
          for (const result of results) {
            const sentence = result.lastElementChild.textContent;
            result.click();
            for (let tries = 0; root.activeElement === result && tries < 200; tries++) await frame();
            const place = root.activeElement;
            const header = place?.closest(".section-header") ?? place?.closest(".search") ?? place;
            const copy = header?.cloneNode(true);
            copy?.querySelectorAll(".citation").forEach((it) => it.remove());
            const found = copy && !place.closest(".search") && letters(copy.textContent).includes(letters(sentence));
            if (!found || !place.checkVisibility()) wrong.push(`${sentence} -> ${place?.outerHTML.slice(0, 200)}`);
          }
          done({ wrong, count: results.length });
        })();"#;
    let mut all = 0;
    for query in QUERIES {
        search_for(&page, query).await?;
        let answer = page.browser.driver.execute_async(script, vec![]).await?;
        let answer = answer.json();
        ensure!(
            answer["wrong"] == json!([]),
            "{query}: {:#}",
            answer["wrong"]
        );
        all += answer["count"].as_u64().context("a count")?;
    }
    ensure!(all > 150, "only {all} results");
    page.nothing_went_wrong().await
}

async fn count(page: &Page<'_>) -> Result<String> {
    page.text(".search-count").await
}

async fn results(page: &Page<'_>) -> Result<usize> {
    page.ask("return all('.search-result').length;").await
}

async fn until_focus(page: &Page<'_>, on: &str) -> Result<()> {
    page.until(&format!("the focus on {on}"), async || {
        page.ask_about("return !!focused()?.matches(`.${it}`);", json!(on))
            .await
    })
    .await
}

/// Empties the field, types `words` and waits until each result has a mark.
async fn search_for(page: &Page<'_>, words: &str) -> Result<()> {
    let script = "const input = one('.search-input');
                  input.value = it;
                  input.dispatchEvent(new Event('input', { bubbles: true }));";
    page.ask_about::<()>(script, json!("")).await?;
    page.until("nothing to be listed", async || {
        Ok(results(page).await? == 0)
    })
    .await?;
    page.ask_about::<()>(script, json!(words)).await?;
    page.until("results", async || {
        page.ask(
            "const found = all('.search-result');
             return found.length > 0 && found.every((it) => it.querySelector('mark'));",
        )
        .await
    })
    .await
}

async fn opened<'browser>(browser: &'browser Browser, file: &str) -> Result<Page<'browser>> {
    opened_on(browser, Site::default(), file).await
}

async fn opened_on<'browser>(
    browser: &'browser Browser,
    site: Site,
    file: &str,
) -> Result<Page<'browser>> {
    let page = open_on(browser, site, file).await?;
    page.click(".search-button").await?;
    until_focus(&page, "search-input").await?;
    Ok(page)
}

async fn open<'browser>(browser: &'browser Browser, file: &str) -> Result<Page<'browser>> {
    open_on(browser, Site::default(), file).await
}

async fn open_on<'browser>(
    browser: &'browser Browser,
    site: Site,
    file: &str,
) -> Result<Page<'browser>> {
    let page = browser.open(site, file).await?;
    if file.starts_with("framed/") {
        page.enter_frame().await?;
    }
    page.until_ready().await?;
    page.until_enabled(".search-button").await?;
    Ok(page)
}
