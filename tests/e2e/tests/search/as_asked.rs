//! A reader searches in words of their own.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;

use super::{count, opened, opened_on, results, search_for};

in_every_engine!(
    a_misspelled_name_of_a_medicine_leads_to_where_it_is_explained,
    where_nothing_is_found_other_places_are_offered,
    search_words_are_fetched_once_and_only_by_those_who_search,
    without_search_words_the_words_of_the_text_are_found,
);

async fn a_misspelled_name_of_a_medicine_leads_to_where_it_is_explained(
    browser: &Browser,
) -> Result<()> {
    let page = opened(browser, "host.html").await?;
    search_for(&page, "plaqenil").await?;
    let first = page.text(".search-result").await?;
    ensure!(
        first.to_lowercase().contains("hydroxychloroquine"),
        "the first result is {first}"
    );
    page.click(".search-result").await?;
    page.until("the focus on the place", async || {
        page.ask(
            "const place = focused();
             return !place.closest('.search') && shown(place) && /hydroxychloroquine/i.test(place.textContent);",
        )
        .await
    })
    .await?;
    page.nothing_went_wrong().await
}

async fn where_nothing_is_found_other_places_are_offered(browser: &Browser) -> Result<()> {
    let page = opened(browser, "host.html").await?;
    let offered =
        "return all('.search-elsewhere button').filter(shown).map((it) => it.textContent);";
    ensure!(
        page.ask::<Vec<String>>(offered).await?.is_empty(),
        "other places are offered before there is a question"
    );
    page.type_words("xylophone zeppelin").await?;
    page.until("it to find nothing", async || {
        Ok(count(&page).await?.starts_with("Nothing found"))
    })
    .await?;
    ensure!(results(&page).await? == 0, "there are results all the same");
    let names: Vec<String> = page.ask(offered).await?;
    let questions: String = page
        .ask("return one('#questions-button').textContent.trim();")
        .await?;
    let paths: String = page
        .ask("return one('#paths-heading').textContent;")
        .await?;
    ensure!(names == [paths, questions], "{names:?}");
    page.axe_finds_nothing("nothing found").await?;
    page.ask::<()>("all('.search-elsewhere button').at(-1).click();")
        .await?;
    page.until("the focus on the questions", async || {
        page.ask("return focused()?.id === 'questions-button' && shown(one('#questions-body'));")
            .await
    })
    .await?;
    page.nothing_went_wrong().await
}

async fn search_words_are_fetched_once_and_only_by_those_who_search(
    browser: &Browser,
) -> Result<()> {
    let page = super::open(browser, "host.html").await?;
    ensure!(asked(&page) == 0, "they are fetched before anyone searches");
    for _ in 0..3 {
        page.click(".search-button").await?;
        page.until("the words to be fetched", async || Ok(asked(&page) > 0))
            .await?;
    }
    search_for(&page, "plaquenil").await?;
    ensure!(asked(&page) == 1, "they are fetched {} times", asked(&page));
    page.nothing_went_wrong().await
}

async fn without_search_words_the_words_of_the_text_are_found(browser: &Browser) -> Result<()> {
    let site = Site::default().answering(".txt", Answer::NotFound);
    let page = opened_on(browser, site, "host.html").await?;
    search_for(&page, "kidny").await?;
    let marks: Vec<String> = page
        .ask("return all('.search mark').map((mark) => mark.textContent);")
        .await?;
    ensure!(
        marks
            .iter()
            .all(|it| it.to_lowercase().starts_with("kidney")),
        "{marks:?}"
    );
    let input = "const input = one('.search-input');
                 input.value = it;
                 input.dispatchEvent(new Event('input', { bubbles: true }));";
    page.ask_about::<()>(input, json!("plaquenil")).await?;
    page.until("it to find nothing", async || {
        Ok(count(&page).await?.starts_with("Nothing found"))
    })
    .await?;
    ensure!(
        page.events("lct-error").await?.is_empty(),
        "an error is told"
    );
    Ok(())
}

fn asked(page: &Page<'_>) -> usize {
    page.server.times_asked(".txt")
}
