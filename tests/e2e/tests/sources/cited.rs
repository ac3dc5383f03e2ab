//! What a citation and its source have to do with each other follows from the page as it is.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, site::Site};
use serde_json::json;

use super::ENTRY;

in_every_engine!(
    a_citation_whose_words_and_name_were_changed_leads_to_its_source,
    each_source_names_the_sections_that_cite_it,
);

/// A translator writes other words, and other digits; an editor's program drops what it does not know. Where it has
/// changed the address, the link opens that.
async fn a_citation_whose_words_and_name_were_changed_leads_to_its_source(
    browser: &Browser,
) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    page.ask::<()>(
        "recorded.left = one('#at-a-glance-body .citation');
         for (const link of all('.citation')) {
           const words = document.createElement('font');
           words.textContent = '[١٧]';
           link.replaceChildren(words);
           link.removeAttribute('aria-label');
         }
         recorded.left.querySelector('font').click();",
    )
    .await?;
    page.until("the source", async || {
        page.ask(&format!(
            "{ENTRY} return focused()?.id === entryOf(recorded.left);"
        ))
        .await
    })
    .await?;
    let is_left_to_the_browser: bool = page
        .ask(
            "recorded.left.href = '#elsewhere';
             const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
             return recorded.left.dispatchEvent(click);",
        )
        .await?;
    ensure!(
        is_left_to_the_browser,
        "a link to another place leads nowhere"
    );
    page.nothing_went_wrong().await
}

async fn each_source_names_the_sections_that_cite_it(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    ensure!(
        page.ask::<usize>("return all('.cited-in').length;").await? == 0,
        "a closed list names sections"
    );
    let total: usize = page.ask("return all('.section').length;").await?;
    for (sections, count) in [("all", total), ("risks sources at-a-glance", 3)] {
        page.ask_about::<()>(
            "host.sections = it; host.openSection('sources');",
            json!(sections),
        )
        .await?;
        page.until("the sections of the page", async || {
            page.ask_about(
                "return all('.section').length === it && all('.cited-in').length > 0;",
                json!(count),
            )
            .await
        })
        .await?;
        let odd: Vec<String> = page
            .ask(
                "return all('.sources > li').filter((entry) => {
                   const { href } = entry.querySelector('a');
                   const citing = all('.section').filter((section) =>
                     [...section.querySelectorAll('.citation')].some((link) => link.href === href));
                   const expected = citing.map((section) => {
                     const id = section.id.replace('section-', '');
                     const heading = section.querySelector('.section-button').textContent.trim();
                     return `${heading} ${location.href}#lupus-car-t-${id}`;
                   });
                   const links = [...entry.querySelectorAll('.cited-in > a')];
                   const label = links.length ? 'Cited in: ' : '';
                   const words = label + links.map((link) => link.textContent).join(' · ');
                   return String(links.map((link) => `${link.textContent} ${link.href}`)) !== String(expected)
                     || (entry.querySelector('.cited-in')?.textContent ?? '') !== words;
                 }).map((entry) => entry.outerHTML);",
            )
            .await?;
        ensure!(odd.is_empty(), "with `{sections}`: {odd:?}");
    }
    Ok(())
}
