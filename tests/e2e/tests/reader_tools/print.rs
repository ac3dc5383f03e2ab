//! What comes out of the printer, as Chromium makes it, read page by page.

use anyhow::{Context, Result, ensure};
use e2e::{browsers::Browser, in_chromium, page::Page, paper::squeezed};
use serde_json::json;
use thirtyfour::support::base64_decode;

use super::open;

in_chromium!(
    everything_is_printed_in_order_with_sources_and_dates,
    what_is_open_is_printed_and_nothing_else,
    questions_can_be_printed_alone,
    no_heading_is_left_alone_and_no_card_is_cut,
    how_long_all_of_it_is_on_paper_is_said_before,
);

/// Chooses what to print, without the dialog, and gives the text of each page without its spaces.
async fn printed(page: &Page<'_>, tool: &str) -> Result<Vec<String>> {
    page.ask::<()>("window.print = () => { recorded.printed = true; };")
        .await?;
    page.click("[data-tool=print]").await?;
    page.click(&format!("[data-tool={tool}]")).await?;
    page.until("the page to be printed", async || {
        page.ask("return recorded.printed === true;").await
    })
    .await?;
    let pages = pages(page).await?;
    let left: bool = page
        .ask("dispatchEvent(new Event('afterprint')); return 'print' in one('.mount').dataset;")
        .await?;
    ensure!(!left, "the page stays as it was printed");
    Ok(pages)
}

async fn pages(page: &Page<'_>) -> Result<Vec<String>> {
    let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false });
    let answer = page.browser.devtools("Page.printToPDF", paper).await?;
    let data = answer["data"].as_str().context("there is no PDF")?;
    let texts = pdf_extract::extract_text_from_mem_by_pages(&base64_decode(data)?)?;
    Ok(texts.iter().map(|text| squeezed(text)).collect())
}

/// The headings of the sections, as they stand in the page.
async fn headings(page: &Page<'_>) -> Result<Vec<String>> {
    let headings: Vec<String> = page
        .ask("return all('.section-button').map(({ textContent }) => textContent);")
        .await?;
    Ok(headings.iter().map(|it| squeezed(it)).collect())
}

async fn everything_is_printed_in_order_with_sources_and_dates(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    let all = printed(&page, "print-all").await?.concat();
    let mut from = 0;
    for heading in headings(&page).await? {
        let found = all[from..].find(&heading);
        from +=
            found.with_context(|| format!("`{heading}` does not come after those before it"))?;
    }
    let paragraphs: Vec<String> = page
        .ask(
            "return all('.section-body :is(p, li, dd):not(.section-foot *, .question *, .worksheet *)')
               .filter((it) => !it.querySelector('p, li, dd, svg, .cited-in, a') && it.textContent.trim())
               .map(({ textContent }) => textContent);",
        )
        .await?;
    ensure!(
        paragraphs.len() > 100,
        "only {} paragraphs",
        paragraphs.len()
    );
    for words in paragraphs {
        ensure!(all.contains(&squeezed(&words)), "not printed: {words}");
    }
    for part in [
        "EvidencecheckedtoJuly2026",
        "NextreviewdueJanuary2027",
        "Notyetreviewedbyaclinician",
        "https://doi.org/10.1038/s41591-022-02017-5",
    ] {
        ensure!(all.contains(part), "`{part}` is not printed");
    }
    for button in ["Copylink", "Showallsections", "Textsize"] {
        ensure!(!all.contains(button), "`{button}` is printed");
    }
    Ok(())
}

async fn what_is_open_is_printed_and_nothing_else(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    page.click_section("risks").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    let all = printed(&page, "print-open").await?.concat();
    let body = |id: &str| format!("return one('#{id}-body').querySelector('p').textContent;");
    for (id, wanted) in [("at-a-glance", true), ("risks", true), ("symptoms", false)] {
        let words: String = page.ask(&body(id)).await?;
        ensure!(
            all.contains(&squeezed(&words)) == wanted,
            "{id}: not {wanted}"
        );
    }
    ensure!(
        all.contains("EvidencecheckedtoJuly2026"),
        "the dates are missing"
    );
    Ok(())
}

async fn questions_can_be_printed_alone(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    page.ask::<()>("one('.mount').dataset.print = 'questions';")
        .await?;
    let all = pages(&page).await?.concat();
    let questions: Vec<String> = page
        .ask("return all('#questions-body li').map(({ textContent }) => textContent);")
        .await?;
    ensure!(questions.len() > 3, "only {questions:?}");
    for words in questions {
        ensure!(all.contains(&squeezed(&words)), "not printed: {words}");
    }
    let title: String = page.ask("return one('.main-message').textContent;").await?;
    ensure!(
        !all.contains(&squeezed(&title)),
        "the main message is printed"
    );
    let others: Vec<String> = page
        .ask("return all('.section-body:not(#questions-body) > p:first-child').map(({ textContent }) => textContent);")
        .await?;
    for words in others {
        ensure!(!all.contains(&squeezed(&words)), "printed: {words}");
    }
    Ok(())
}

async fn no_heading_is_left_alone_and_no_card_is_cut(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    let pages = printed(&page, "print-all").await?;
    ensure!(pages.len() > 5, "only {} pages", pages.len());
    let labels: Vec<String> = page
        .ask(
            "return all('.section-button, .section-summary, .subheading, .alert-label, summary')
               .map(({ textContent }) => textContent);",
        )
        .await?;
    for text in &pages[..pages.len() - 1] {
        for label in &labels {
            ensure!(!text.ends_with(&squeezed(label)), "`{label}` ends a page");
        }
    }
    let cards: Vec<String> = page
        .ask(
            "return all('.section-body :is(.alert, .steps > li, .questions > li, .stop, .card, .shares > li, tbody tr)')
               .filter((it) => !it.querySelector('a[href^=\"https\"]:not(.citation)'))
               .map((it) => {
                 // Words of a drawing stand on paper where they are drawn.
                 const copy = it.cloneNode(true);
                 for (const drawing of copy.querySelectorAll('svg')) drawing.remove();
                 return copy.textContent;
               });",
        )
        .await?;
    ensure!(cards.len() > 20, "only {} cards", cards.len());
    for words in cards {
        let words = squeezed(&words);
        ensure!(
            pages.iter().any(|text| text.contains(&words)),
            "cut: {words}"
        );
    }
    Ok(())
}

async fn how_long_all_of_it_is_on_paper_is_said_before(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    let pages = printed(&page, "print-all").await?.len();
    let label: String = page
        .ask("return one('[data-tool=print-all]').textContent;")
        .await?;
    let said: usize = label
        .split(|it: char| !it.is_ascii_digit())
        .find_map(|it| it.parse().ok())
        .with_context(|| format!("`{label}` says no number"))?;
    ensure!(
        said.abs_diff(pages) * 8 <= pages,
        "`{label}`, and it is {pages}"
    );
    Ok(())
}
