//! Tab, Enter, Space and Escape are all that a reader without a mouse needs.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use thirtyfour::Key;

/// More presses of Tab than the closed page has stops.
const MANY: usize = 150;

in_every_engine!(
    tab_reaches_every_button_in_order_and_the_focus_is_seen,
    enter_and_space_open_and_close,
    a_term_is_explained_and_escape_leads_back,
    words_of_a_closed_section_take_no_focus,
);

async fn tab_reaches_every_button_in_order_and_the_focus_is_seen(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    let wanted: Vec<String> = page
        .ask(
            "return all('.toggle-all, .section-button')
               .map((button) => button.id || button.className);",
        )
        .await?;
    let mut reached = Vec::new();
    for _ in 0..MANY {
        page.press(Key::Tab).await?;
        let focus = page.focus().await?;
        if !wanted.contains(&focus) {
            continue;
        }
        // The ring may be drawn by a pseudo-element, around more than the words.
        let seen: bool = page
            .ask(
                "return [null, '::before', '::after'].some((pseudo) => {
                   const { outlineStyle, outlineWidth, boxShadow, content } = getComputedStyle(focused(), pseudo);
                   return (!pseudo || content !== 'none')
                     && ((outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none');
                 });",
            )
            .await?;
        ensure!(seen, "the focus on {focus} is not seen");
        reached.push(focus);
        if reached.len() == wanted.len() {
            break;
        }
    }
    ensure!(reached == wanted, "Tab reached {reached:?}, not {wanted:?}");
    page.nothing_went_wrong().await
}

async fn enter_and_space_open_and_close(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.focus_on("#risks-button").await?;
    for key in [Key::Enter, Key::Space] {
        page.press(key.clone()).await?;
        page.until_open(&["at-a-glance", "risks"]).await?;
        ensure!(page.focus().await? == "risks-button", "the focus moved");
        page.press(key).await?;
        page.until_open(&["at-a-glance"]).await?;
    }
    page.focus_on(".toggle-all").await?;
    page.press(Key::Space).await?;
    page.until_all_open().await?;
    page.press(Key::Enter).await?;
    page.until_open(&[]).await
}

async fn a_term_is_explained_and_escape_leads_back(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.click(".toggle-all").await?;
    page.until("a term to show", async || {
        page.ask("return shown(one('.sections .term'));").await
    })
    .await?;
    let shows = "const term = one('.sections .term');
                 const text = root.getElementById(term.getAttribute('popovertarget'));
                 return shown(text) && text.textContent.trim().length > 20;";
    ensure!(
        !page.ask::<bool>(shows).await?,
        "the explanation shows before it is asked for"
    );

    page.focus_on(".sections .term").await?;
    page.press(Key::Enter).await?;
    page.until("the explanation", async || page.ask(shows).await)
        .await?;
    page.press(Key::Escape).await?;
    page.until("it to close", async || Ok(!page.ask::<bool>(shows).await?))
        .await?;
    page.until("the focus to be back on the word", async || {
        page.ask("return focused() === one('.sections .term');")
            .await
    })
    .await?;

    page.click(".sections .term").await?;
    page.until("the explanation after a click", async || {
        page.ask(shows).await
    })
    .await?;
    page.nothing_went_wrong().await
}

async fn words_of_a_closed_section_take_no_focus(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.focus_on(".toggle-all").await?;
    for _ in 0..MANY {
        page.press(Key::Tab).await?;
        let lost: bool = page
            .ask("return !!focused()?.closest('.section-body[hidden]');")
            .await?;
        ensure!(
            !lost,
            "Tab went into a closed section, to {}",
            page.focus().await?
        );
        if page.focus().await? == "about-button" {
            return Ok(());
        }
    }
    anyhow::bail!("Tab never came to the last section");
}

async fn open(browser: &Browser) -> Result<Page<'_>> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    Ok(page)
}
