//! The tools of a section stand at its end, once it has been open.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;

in_every_engine!(
    a_section_gets_its_tools_when_it_opens,
    a_section_that_is_opened_without_the_other_scripts_has_room_for_its_tools,
    a_section_that_is_still_arriving_gets_its_tools_at_its_end,
    a_section_is_closed_from_its_end,
);

/// The ids of the sections with tools that are as they have to be: once, at the end, named after the section.
const COMPLETE: &str = "
    const complete = (root) => [...root.querySelectorAll('.section-body')].filter((body) => {
      const feet = body.querySelectorAll('.section-foot');
      return feet.length === 1 && feet[0] === body.lastElementChild
        && feet[0].getAttribute('aria-labelledby') === body.id.replace('-body', '-button')
        && feet[0].querySelectorAll('.tool').length === 5;
    }).map((body) => body.id.replace('-body', ''));";

async fn until_complete(page: &Page<'_>, sections: &[&str]) -> Result<()> {
    page.until(&format!("tools of {sections:?}"), async || {
        let complete: Vec<String> = page
            .ask(&format!("{COMPLETE} return complete(root);"))
            .await?;
        let all: Vec<String> = page
            .ask("return all('.section-foot').map((it) => it.parentNode.id.replace('-body', ''));")
            .await?;
        Ok(complete == sections && all == sections)
    })
    .await
}

async fn a_section_gets_its_tools_when_it_opens(browser: &Browser) -> Result<()> {
    for runs in [true, false] {
        let page = browser.open_with_yew(runs, "index.html").await?;
        page.until_tools().await?;
        until_complete(&page, &["at-a-glance"]).await?;
        page.click_section("risks").await?;
        until_complete(&page, &["at-a-glance", "risks"]).await?;
        let answers: usize = page
            .ask("return all('#risks-body .section-foot .tool:enabled').length;")
            .await?;
        // Whether it was clear is asked by Yew.
        let least = if runs { 4 } else { 2 };
        ensure!(answers >= least, "{answers} of five tools answer");
        page.hand_on("risks", "copy-link").await?;
        page.until("an answer", async || {
            Ok(!page.text("#risks-body .told").await?.is_empty())
        })
        .await?;
        page.click_section("risks").await?;
        page.click_section("risks").await?;
        until_complete(&page, &["at-a-glance", "risks"]).await?;
        // All of the text comes anew.
        page.ask::<()>("host.headingLevel = '3'; host.sections = 'risks symptoms';")
            .await?;
        until_complete(&page, &["risks"]).await?;
        page.ask::<()>("host.openAll();").await?;
        until_complete(&page, &["risks", "symptoms"]).await?;
    }
    Ok(())
}

/// So that nothing moves when they come.
async fn a_section_that_is_opened_without_the_other_scripts_has_room_for_its_tools(
    browser: &Browser,
) -> Result<()> {
    let site = Site::default().answering("later-", Answer::NotFound);
    let page = browser.open(site, "index.html").await?;
    page.until_event("lct-error").await?;
    page.click_section("risks").await?;
    until_complete(&page, &["at-a-glance", "risks"]).await
}

/// Before its end has come, more of it would stand below them.
async fn a_section_that_is_still_arriving_gets_its_tools_at_its_end(
    browser: &Browser,
) -> Result<()> {
    let site = Site::default()
        .host_under("frame-src 'self'")
        .answering("frame.html", Answer::HeldFrom("You cannot catch lupus"));
    let page = browser.open(site, "fixtures/hosts/bare.html").await?;
    page.show_framed("frame.html?open=at-a-glance%20what-is-lupus", [1280, 900])
        .await?;
    let complete = format!(
        "{COMPLETE}
         const inside = document.querySelector('iframe').contentDocument?.querySelector('lupus-car-t')?.shadowRoot;
         return inside && inside.querySelectorAll('.section-button:enabled').length === 2 ? complete(inside) : [];"
    );
    page.until("the tools of the first section alone", async || {
        let sections: Vec<String> = page.ask_about(&complete, json!(null)).await?;
        Ok(sections == ["at-a-glance"])
    })
    .await?;
    page.server.release();
    page.enter_frame().await?;
    until_complete(&page, &["at-a-glance", "what-is-lupus"]).await?;
    page.until_ready().await
}

async fn a_section_is_closed_from_its_end(browser: &Browser) -> Result<()> {
    for runs in [true, false] {
        let page = browser.open_with_yew(runs, "index.html").await?;
        page.until_tools().await?;
        page.click_section("risks").await?;
        page.click("#risks-body [data-tool=close-section]").await?;
        page.until("its heading to be in view and to have the focus", async || {
            let script = "const { top, bottom } = one('#section-risks .section-header').getBoundingClientRect();
                          return top > -1 && bottom < innerHeight + 1;";
            Ok(page.ask::<bool>(script).await? && page.focus().await? == "risks-button")
        })
        .await?;
        page.until_open(&["at-a-glance"]).await?;
        let told = page.events("lct-toggle").await?.pop().map(|it| it.detail);
        ensure!(
            told == Some(json!({ "section": "risks", "open": false })),
            "lct-toggle told {told:?}"
        );
    }
    Ok(())
}
