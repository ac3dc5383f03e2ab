//! A reader may have the browser translate the page, before the explainer runs or after.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};

use crate::{handover::open_without_yew, hosts::opens_by_its_buttons};

in_every_engine!(
    text_that_is_translated_before_yew_runs_stays_so_and_opens,
    text_that_is_translated_before_the_tools_come_stays_so,
    text_that_is_translated_while_yew_runs_stays_so_and_opens,
    what_changes_after_a_translation_is_seen_to_change,
    text_that_is_translated_without_yew_stays_so_and_opens,
);

async fn text_that_is_translated_before_yew_runs_stays_so_and_opens(
    browser: &Browser,
) -> Result<()> {
    let page = open_without_yew(browser, "index.html").await?;
    // They have words of their own, which come at any time.
    page.until_tools().await?;
    translate(&page).await?;
    page.server.release();
    page.until_ready().await?;
    translate_how_long_notes_are_kept(&page).await?;
    is_translated_and_opens(&page).await?;
    page.nothing_went_wrong().await
}

async fn text_that_is_translated_before_the_tools_come_stays_so(browser: &Browser) -> Result<()> {
    // Nobody has turned to the explainer yet.
    let page = browser
        .open(Site::default(), "fixtures/hosts/far.html")
        .await?;
    page.until_collapsed().await?;
    translate(&page).await?;
    page.ask::<()>("host.scrollIntoView();").await?;
    page.until_tools().await?;
    page.until_ready().await?;
    translate_how_long_notes_are_kept(&page).await?;
    is_translated_and_opens(&page).await?;
    page.ask::<()>("one('.question > input').click();").await?;
    page.until("the question to be listed", async || {
        page.ask("return one('.notes').hasChildNodes();").await
    })
    .await?;
    let lines: Vec<String> = page
        .ask("return all('.worksheet > p > span').map(({ textContent }) => textContent);")
        .await?;
    ensure!(
        lines.len() == 2 && lines.iter().all(|it| it.starts_with('«')),
        "{lines:?}"
    );
    Ok(())
}

/// Yew alone says that, and a browser translates it as it comes.
async fn translate_how_long_notes_are_kept(page: &Page<'_>) -> Result<()> {
    page.ask(
        "for (const line of all('.worksheet > p > span')) line.textContent = `«${line.textContent}»`;",
    )
    .await
}

async fn text_that_is_translated_while_yew_runs_stays_so_and_opens(
    browser: &Browser,
) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    page.until_tools().await?;
    translate(&page).await?;
    is_translated_and_opens(&page).await?;
    page.nothing_went_wrong().await
}

/// A translation is not told when the text below it changes.
async fn what_changes_after_a_translation_is_seen_to_change(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "index.html#lupus-car-t-step-by-step")
        .await?;
    page.until_ready().await?;
    translate(&page).await?;
    page.click(".toggle-all").await?;
    page.until("the label to follow", async || {
        Ok(page.text(".toggle-all").await? == "Hide all sections")
    })
    .await?;
    let total = page.sections().await?.len();
    for open in [0, total] {
        translate(&page).await?;
        page.click(".toggle-all").await?;
        page.until("the count to be said", async || {
            let said = page.text(".toolbar > [role=status]").await?;
            Ok(said == format!("{open} of {total} sections are open"))
        })
        .await?;
    }

    page.click("#step-by-step-body .pick[data-chooses='2']")
        .await?;
    page.until("the second step", async || {
        Ok(page.text("#step-by-step-body .position").await? == "2 of 10")
    })
    .await?;
    translate(&page).await?;
    page.click("#step-by-step-body .picks:last-child [data-chooses='3']")
        .await?;
    page.until("the third step", async || {
        Ok(page.text("#step-by-step-body .position").await? == "3 of 10")
    })
    .await?;

    page.click(".search-button").await?;
    for (typed, found) in [("kidn", "kidn"), ("ey", "kidney")] {
        page.type_words(typed).await?;
        page.until("words that are found", async || {
            page.ask_about(
                "const marks = all('.search-result mark').filter(shown);
                 return marks.some((mark) => mark.textContent.toLowerCase() === it);",
                found.into(),
            )
            .await
        })
        .await?;
        translate(&page).await?;
    }
    page.nothing_went_wrong().await
}

async fn text_that_is_translated_without_yew_stays_so_and_opens(browser: &Browser) -> Result<()> {
    let page = open_without_yew(browser, "index.html").await?;
    page.until_tools().await?;
    translate(&page).await?;
    is_translated_and_opens(&page).await?;
    page.nothing_went_wrong_with(0).await
}

/// Does what Chromium's translation does: other words, two elements deep, in the place of each text that may be
/// translated.
async fn translate(page: &Page<'_>) -> Result<()> {
    page.ask(
        "const walker = document.createTreeWalker(one('.mount'), NodeFilter.SHOW_TEXT);
         const texts = [];
         while (walker.nextNode()) {
           const { data, parentElement } = walker.currentNode;
           if (data.trim() && !parentElement.closest('font, [translate=no]')) texts.push(walker.currentNode);
         }
         for (const text of texts) {
           const [outer, inner] = [1, 2].map(() => document.createElement('font'));
           inner.textContent = `«${text.data}»`;
           outer.append(inner);
           text.replaceWith(outer);
         }",
    )
    .await
}

async fn is_translated_and_opens(page: &Page<'_>) -> Result<()> {
    // The words of the button are none that a script knows.
    page.click(".toggle-all").await?;
    page.until_all_open().await?;
    opens_by_its_buttons(page).await?;
    let as_before: Vec<String> = page
        .ask(
            "const walker = document.createTreeWalker(one('.sections'), NodeFilter.SHOW_TEXT);
             const texts = [];
             // A browser translates what comes later as it comes. The first section had its tools before.
             const later = '[data-live], .cited-in, .section-body:not(#at-a-glance-body) > .section-foot';
             while (walker.nextNode()) {
               if (!walker.currentNode.parentElement.closest(later)) texts.push(walker.currentNode.data);
             }
             return texts.filter((text) => text.trim() && !text.startsWith('«'));",
        )
        .await?;
    ensure!(as_before.is_empty(), "{as_before:?}");
    // What lives takes its words from the page, whatever language that is in.
    let names: Vec<String> = page
        .ask("return all('.picks > [data-chooses]:not([data-chooses=\"0\"])').map(({ textContent }) => textContent);")
        .await?;
    ensure!(names.iter().all(|it| it.contains('«')), "{names:?}");
    Ok(())
}
