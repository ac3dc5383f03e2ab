//! Layer 2 fails, and layer 1 is in charge.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};

use crate::handover::open_without_yew;
use crate::sections::{each_section_opens_and_closes, show_all_then_hide_all};
use crate::unstyled::NO_STYLE;

/// The strict policy of a site that forbids WebAssembly.
const NO_WASM: &str = "default-src 'none'; script-src 'self' {{scripts}}; style-src 'self' {{styles}}; \
    connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

in_every_engine!(
    without_its_webassembly_the_explainer_goes_on,
    with_a_corrupt_webassembly_the_explainer_goes_on,
    where_the_policy_forbids_webassembly_the_explainer_goes_on,
    without_its_text_a_host_page_is_told,
    without_what_follows_the_text_nothing_is_offered_that_does_not_answer,
    after_a_panic_the_explainer_goes_on,
    without_its_stylesheet_no_review_is_said_to_be_overdue,
);

async fn without_its_webassembly_the_explainer_goes_on(browser: &Browser) -> Result<()> {
    goes_on(
        browser,
        Site::default().answering(".wasm", Answer::NotFound),
        "index.html",
    )
    .await
}

async fn with_a_corrupt_webassembly_the_explainer_goes_on(browser: &Browser) -> Result<()> {
    goes_on(
        browser,
        Site::default().answering(".wasm", Answer::Corrupt),
        "index.html",
    )
    .await
}

async fn where_the_policy_forbids_webassembly_the_explainer_goes_on(
    browser: &Browser,
) -> Result<()> {
    goes_on(browser, Site::default().under(NO_WASM), "index.html").await
}

/// A page that has changed how nodes are put into it makes Yew panic in the middle of its work.
async fn after_a_panic_the_explainer_goes_on(browser: &Browser) -> Result<()> {
    let page = open_without_yew(browser, "host.html").await?;
    page.ask::<()>("Node.prototype.insertBefore = () => { throw new TypeError('not here'); };")
        .await?;
    page.server.release();
    works_by_script_alone(&page).await?;
    let reason = &page.events("lct-error").await?[0].detail["reason"];
    ensure!(
        !reason.as_str().unwrap_or_default().contains(".rs"),
        "the reason names a file of whoever built it: {reason}"
    );
    Ok(())
}

/// Fails unless the page says once that something went wrong, keeps every word, and works by script alone.
async fn goes_on(browser: &Browser, site: Site, file: &str) -> Result<()> {
    let page = browser.open(site, file).await?;
    works_by_script_alone(&page).await
}

async fn works_by_script_alone(page: &Page<'_>) -> Result<()> {
    page.until_event("lct-error").await?;
    let words: usize = page
        .ask("return one('.sections').textContent.split(/\\s+/).length;")
        .await?;
    ensure!(words > 2_000, "only {words} words are left");

    let offered: bool = page
        .ask("return all('.search, .search-button').some(shown);")
        .await?;
    ensure!(!offered, "a search is offered that finds nothing");

    page.until_open(&["at-a-glance"]).await?;
    show_all_then_hide_all(page).await?;
    page.ask::<()>("host.closeAll();").await?;
    each_section_opens_and_closes(page).await?;
    page.find_in("risks").await?;
    page.until_open(&["risks"]).await?;

    let errors = page.events("lct-error").await?;
    ensure!(
        errors.len() == 1,
        "lct-error fired {} times: {errors:?}",
        errors.len()
    );
    for word in ["stage", "reason"] {
        let said = errors[0].detail[word].as_str().unwrap_or_default();
        ensure!(
            !said.is_empty(),
            "lct-error does not tell the {word}: {errors:?}"
        );
    }
    ensure!(
        page.events("lct-ready").await?.is_empty(),
        "lct-ready fired all the same"
    );
    Ok(())
}

async fn without_what_follows_the_text_nothing_is_offered_that_does_not_answer(
    browser: &Browser,
) -> Result<()> {
    for file in ["later-", ".wasm"] {
        let site = Site::default().answering(file, Answer::NotFound);
        let page = browser.open(site, "index.html").await?;
        page.until_event("lct-error").await?;
        page.ask::<()>("host.openAll();").await?;
        page.until("no room for what only WebAssembly answers", async || {
            page.ask(
                "const parts = all('[data-yew]');
                 return parts.length > 5 && parts.every((it) => it.getClientRects().length === 0);",
            )
            .await
        })
        .await?;
    }
    Ok(())
}

async fn without_its_text_a_host_page_is_told(browser: &Browser) -> Result<()> {
    let page = browser
        .open(
            Site::default().answering("fragment/en.html", Answer::NotFound),
            "fixtures/hosts/any-language.html",
        )
        .await?;
    page.until_event("lct-error").await?;
    let errors = page.events("lct-error").await?;
    ensure!(
        errors.len() == 1 && errors[0].detail["stage"].is_string(),
        "{errors:?}"
    );
    let visible: bool = page
        .ask("return document.body.innerText.trim().length > 0;")
        .await?;
    ensure!(visible, "nothing is left of the host page");
    Ok(())
}

async fn without_its_stylesheet_no_review_is_said_to_be_overdue(browser: &Browser) -> Result<()> {
    let site = Site::default().under(NO_STYLE);
    let page = browser.open(site, "index.html").await?;
    page.until_ready().await?;
    let said: bool = page.ask("return shown(one('.past-due'));").await?;
    ensure!(!said, "the note on an overdue review is seen");
    Ok(())
}
