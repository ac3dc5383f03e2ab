//! The reader's own list of questions: ticked, added, answered, and kept.

mod answers;
mod forgotten;
mod kept;
mod take_along;

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_chromium, in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use thirtyfour::Key;

in_every_engine!(
    the_list_is_made_by_keyboard_alone,
    an_answer_comes_back_with_its_question,
    axe_finds_nothing_in_the_list,
    without_its_script_there_is_no_list_and_no_gap,
    without_webassembly_questions_are_ticked_and_printed_and_no_list_is_offered,
    the_list_fits_a_small_phone,
);

in_chromium!(nothing_moves_when_the_list_comes);

async fn the_list_is_made_by_keyboard_alone(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    let words = words_of_question(&page, 1).await?;
    page.focus_on(&question(&page, 1).await?).await?;
    page.press(Key::Space).await?;
    until_list(&page, 1).await?;
    page.focus_on("#note-0").await?;
    page.type_words("Twice a year").await?;

    page.focus_on("#own-question").await?;
    page.type_words("Who drives me home?").await?;
    page.press(Key::Enter).await?;
    until_list(&page, 2).await?;
    let focus = page.focus().await?;
    ensure!(focus == "own-question", "the focus is on {focus}");
    let list = list(&page).await?;
    ensure!(
        list[0].0 == words && list[0].1 == "Twice a year",
        "{list:?}"
    );
    ensure!(list[1].0 == "Who drives me home?", "{list:?}");
    let count = page.text(".worksheet > .count").await?;
    ensure!(count.contains('2'), "the status says `{count}`");

    page.focus_on(".notes [data-tool=remove-question]").await?;
    page.press(Key::Enter).await?;
    until_list(&page, 1).await?;
    let focus = page.focus().await?;
    ensure!(focus == "own-question", "the focus is on {focus}");
    page.focus_on(&question(&page, 1).await?).await?;
    page.press(Key::Space).await?;
    until_list(&page, 0).await?;
    let count = page.text(".worksheet > .count").await?;
    let empty: String = page
        .ask("return one('.worksheet > .count').dataset.empty;")
        .await?;
    ensure!(count == empty, "the status says `{count}`");
    page.nothing_went_wrong().await
}

async fn an_answer_comes_back_with_its_question(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    let question = question(&page, 2).await?;
    page.click(&question).await?;
    until_list(&page, 1).await?;
    page.focus_on("#note-0").await?;
    page.type_words("Perhaps").await?;
    page.click(&question).await?;
    until_list(&page, 0).await?;
    page.click(&question).await?;
    until_list(&page, 1).await?;
    let list = list(&page).await?;
    ensure!(list[0].1 == "Perhaps", "{list:?}");
    page.nothing_went_wrong().await
}

async fn axe_finds_nothing_in_the_list(browser: &Browser) -> Result<()> {
    for theme in ["light", "dark"] {
        let page = open(browser, "index.html").await?;
        page.ask::<()>(&format!("host.theme = '{theme}';")).await?;
        page.click(&question(&page, 0).await?).await?;
        page.focus_on("#own-question").await?;
        page.type_words("Who drives me home?").await?;
        page.press(Key::Enter).await?;
        until_list(&page, 2).await?;
        page.axe_finds_nothing(theme).await?;
    }
    Ok(())
}

async fn without_its_script_there_is_no_list_and_no_gap(browser: &Browser) -> Result<()> {
    let site = Site::default().answering("tools-", Answer::NotFound);
    let page = browser.open(site, "index.html").await?;
    page.until_ready().await?;
    page.click_section("questions").await?;
    page.until("the place of the list to go", async || {
        page.ask("return one('.worksheet').getClientRects().length === 0;")
            .await
    })
    .await
}

async fn without_webassembly_questions_are_ticked_and_printed_and_no_list_is_offered(
    browser: &Browser,
) -> Result<()> {
    let site = Site::default().answering(".wasm", Answer::NotFound);
    let page = browser.open(site, "fixtures/tools/asking.html").await?;
    page.until_event("lct-error").await?;
    page.until_tools().await?;
    page.ask::<()>("host.openSection('questions');").await?;
    page.until("the questions to be open", async || {
        page.is_open("questions").await
    })
    .await?;
    page.click(&question(&page, 0).await?).await?;
    ensure!(is_ticked(&page, 0).await?, "it cannot be ticked");
    // Not to be seen, and no room for it either.
    let places: Vec<String> = page
        .ask(
            "const only_yews = '.worksheet, .was-clear, .search-button, [data-tool=text-size]';
             return all(only_yews).filter((it) => it.getClientRects().length).map((it) => it.outerHTML);",
        )
        .await?;
    ensure!(places.is_empty(), "there is room for {places:#?}");
    page.ask::<()>("window.print = () => { recorded.printed = one('.mount').dataset.print; };")
        .await?;
    page.click("[data-tool=print]").await?;
    page.click("[data-tool=print-open]").await?;
    page.until("the open sections to be printed", async || {
        page.ask("return recorded.printed === 'open';").await
    })
    .await?;
    if let Some(paper) = page.printed().await? {
        ensure!(paper.contains("Howactiveismylupus"), "{paper}");
    }
    Ok(())
}

async fn the_list_fits_a_small_phone(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "framed/320/index.html")
        .await?;
    page.enter_frame().await?;
    page.until_ready().await?;
    page.click_section("questions").await?;
    until_offered(&page).await?;
    page.click(&question(&page, 0).await?).await?;
    until_list(&page, 1).await?;
    page.focus_on("#own-question").await?;
    page.type_words("Who drives me home?").await?;
    page.press(Key::Enter).await?;
    until_list(&page, 2).await?;
    let bad: Vec<String> = page
        .ask(
            "return all('.worksheet :is(button, input, textarea)').filter((it) => {
               const { left, right, width, height } = it.getBoundingClientRect();
               return left < 0 || right > innerWidth || width < 44 || height < 44;
             }).map((it) => it.outerHTML.slice(0, 100));",
        )
        .await?;
    ensure!(bad.is_empty(), "{bad:#?}");
    Ok(())
}

async fn nothing_moves_when_the_list_comes(browser: &Browser) -> Result<()> {
    let site = Site::default().answering(".wasm", Answer::Held);
    // Nobody has turned to the explainer yet, so the page has loaded without what is held.
    let page = browser.open(site, "fixtures/hosts/far.html").await?;
    page.follow("lupus-car-t-questions").await?;
    page.until_open(&["at-a-glance", "questions"]).await?;
    page.until_tools().await?;
    page.ask::<()>("one('.own').scrollIntoView({ block: 'center' });")
        .await?;
    page.settle().await?;
    page.ask::<()>("recorded.shifts.length = 0;").await?;
    page.server.release();
    until_offered(&page).await?;
    page.nothing_moved().await
}

/// Opens a page with the questions in sight.
async fn open<'browser>(browser: &'browser Browser, file: &str) -> Result<Page<'browser>> {
    let page = browser.open(Site::default(), file).await?;
    page.ask::<()>("sessionStorage.clear();").await?;
    page.until_ready().await?;
    page.ask::<()>("host.openSection('questions');").await?;
    page.until("the questions to be open", async || {
        page.is_open("questions").await
    })
    .await?;
    until_offered(&page).await?;
    Ok(page)
}

async fn until_offered(page: &Page<'_>) -> Result<()> {
    page.until_enabled(".worksheet").await
}

/// The selector of a question's box; the questions are counted from 0.
async fn question(page: &Page<'_>, number: usize) -> Result<String> {
    page.ask(&format!(
        "const box = all('.question > input')[{number}]; box.id = 'box-{number}'; return '#' + box.id;"
    ))
    .await
}

/// The words of a question of the text.
async fn words_of_question(page: &Page<'_>, number: usize) -> Result<String> {
    page.ask(&format!(
        "return all('.question > span')[{number}].textContent.trim();"
    ))
    .await
}

async fn is_ticked(page: &Page<'_>, number: usize) -> Result<bool> {
    page.ask(&format!(
        "return all('.question > input')[{number}].checked;"
    ))
    .await
}

/// The questions on the list, each with its answer.
async fn list(page: &Page<'_>) -> Result<Vec<(String, String)>> {
    page.ask(
        "return [...(root?.querySelectorAll('.notes > li') ?? [])].map((it) =>
           [it.querySelector('label').textContent, it.querySelector('textarea').value]);",
    )
    .await
}

async fn until_list(page: &Page<'_>, length: usize) -> Result<()> {
    let what = format!("{length} questions to be on the list");
    page.until(&what, async || Ok(list(page).await?.len() == length))
        .await
}
