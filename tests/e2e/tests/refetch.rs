//! Text that has to come anew and does not: what was there stays, and answers.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    site::{Answer, Site},
};

use crate::hosts::opens_by_its_buttons;

in_every_engine!(
    text_that_cannot_come_anew_leaves_the_old_one_as_it_was,
    an_element_put_back_without_its_files_goes_on,
    while_text_comes_anew_the_old_one_answers,
    what_is_set_while_it_is_out_of_the_page_counts_when_it_is_back,
    what_fails_after_something_else_is_told_as_well,
);

/// Changes after which the text comes anew, on a page that has brought its own.
const CHANGES: [&str; 5] = [
    "host.sections = 'risks';",
    "host.headingLevel = 4;",
    "host.base = '/nowhere/';",
    "host.mode = 'frame'; setTimeout(() => host.mode = 'element');",
    "host.sections = 'risks'; host.headingLevel = 5; host.lang = 'en-GB';",
];

async fn text_that_cannot_come_anew_leaves_the_old_one_as_it_was(browser: &Browser) -> Result<()> {
    for missing in ["fragment/en.html", "widget.css"] {
        let site = Site::default().answering(missing, Answer::NotFound);
        let page = browser.open(site, "index.html").await?;
        page.until_ready().await?;
        for change in CHANGES {
            page.ask::<()>("recorded.events.length = 0; host.closeAll();")
                .await?;
            page.ask::<()>(change).await?;
            page.settle().await?;
            page.settle().await?;
            opens_by_its_buttons(&page)
                .await
                .with_context(|| format!("without {missing}, after {change}"))?;
            page.ask::<()>(
                "for (const it of ['sections', 'heading-level', 'base', 'mode',
                'lang']) host.removeAttribute(it);",
            )
            .await?;
        }
        let sections = page.sections().await?.len();
        ensure!(sections > 10, "only {sections} sections are left");
    }
    Ok(())
}

async fn an_element_put_back_without_its_files_goes_on(browser: &Browser) -> Result<()> {
    let site = Site::default().answering("fragment/en.html", Answer::NotFound);
    let page = browser.open(site, "index.html").await?;
    page.until_ready().await?;
    page.click_section("risks").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    page.ask::<()>(
        "const out = host; out.remove(); setTimeout(() =>
        document.querySelector('main').append(out));",
    )
    .await?;
    page.until_ready_times(2).await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    opens_by_its_buttons(&page).await?;
    page.find_in("risks").await?;
    page.until_open(&["risks"]).await?;
    let times = page.server.times_asked("fragment/en.html");
    ensure!(times == 0, "its words were asked for {times} times");
    page.nothing_went_wrong_with(2).await
}

async fn while_text_comes_anew_the_old_one_answers(browser: &Browser) -> Result<()> {
    let site = Site::default().answering("fragment/en.html", Answer::Held);
    let page = browser.open(site, "index.html").await?;
    page.until_ready().await?;
    page.ask::<()>("host.sections = 'symptoms risks';").await?;
    page.until("the request for the text", async || {
        Ok(page.server.times_asked("fragment/en.html") > 0)
    })
    .await?;
    page.click_section("risks").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;

    // And out of the page and back, where WebAssembly has ended.
    page.ask::<()>(
        "const out = host; out.remove(); setTimeout(() =>
        document.querySelector('main').append(out));",
    )
    .await?;
    page.settle().await?;
    page.click_section("symptoms").await?;
    page.until_open(&["at-a-glance", "symptoms", "risks"])
        .await?;
    page.server.release();
    page.until("the new text", async || {
        Ok(page.sections().await?.len() == 2)
    })
    .await?;
    page.until_open(&["symptoms", "risks"]).await
}

async fn what_is_set_while_it_is_out_of_the_page_counts_when_it_is_back(
    browser: &Browser,
) -> Result<()> {
    // Without WebAssembly, which would have it come anew in any case.
    let site = Site::default().answering(".wasm", Answer::Held);
    let page = browser.open(site, "fixtures/hosts/plain.html").await?;
    page.until_collapsed().await?;
    page.ask::<()>("window.out = host; out.remove();").await?;
    page.settle().await?;
    page.ask::<()>(
        "out.setAttribute('sections', 'sources risks'); out.headingLevel = 4; out.theme = 'dark';
         setTimeout(() => document.querySelector('main').append(out));",
    )
    .await?;
    page.until("the sections", async || {
        let ids: Vec<String> = page.sections().await?.into_iter().map(|it| it.id).collect();
        Ok(ids == ["sources", "risks"])
    })
    .await?;
    let (level, theme): (String, String) = page
        .ask("return [one('.section-heading').localName, one('.mount').dataset.theme];")
        .await?;
    ensure!(level == "h4" && theme == "dark", "{level} and {theme}");

    page.ask::<()>("out.remove();").await?;
    page.settle().await?;
    page.ask::<()>(
        "out.open = 'risks'; setTimeout(() => document.querySelector('main').append(out));",
    )
    .await?;
    page.until_open(&["risks"]).await?;
    page.ask::<()>("out.remove();").await?;
    page.settle().await?;
    page.ask::<()>(
        "out.links = 'off'; setTimeout(() => document.querySelector('main').append(out));",
    )
    .await?;
    page.until_open(&["risks"]).await
}

async fn what_fails_after_something_else_is_told_as_well(browser: &Browser) -> Result<()> {
    let site = Site::default()
        .answering(".wasm", Answer::NotFound)
        .answering("fragment/en.html", Answer::NotFound);
    let page = browser.open(site, "index.html").await?;
    page.until_event("lct-error").await?;
    for sections in ["risks", "symptoms"] {
        page.ask::<()>(&format!("host.sections = '{sections}';"))
            .await?;
        page.until("both failures", async || {
            let stages: Vec<String> = page
                .ask("return recorded.events.filter(({ name }) => name === 'lct-error').map(({ detail }) =>
                    detail.stage);")
                .await?;
            Ok(stages == ["load", "text"])
        })
        .await?;
    }
    opens_by_its_buttons(&page).await
}
