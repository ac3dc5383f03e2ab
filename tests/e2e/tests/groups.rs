//! The groups that the sections stand in, and the links to them.

use anyhow::{Context, Result, ensure};
use e2e::{browsers::Browser, in_chromium, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(
    a_link_leads_to_its_group_and_opens_nothing,
    a_page_that_chooses_sections_has_the_groups_of_those,
);
in_chromium!(on_a_phone_any_section_of_the_last_group_is_two_movements_away);

async fn a_link_leads_to_its_group_and_opens_nothing(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    let groups = groups(&page).await?;
    ensure!(groups.len() > 2, "the groups are {groups:?}");
    for (group, label, sections) in &groups {
        let link = format!(".groups a[data-group={group}]");
        ensure!(
            page.text(&link).await? == *label,
            "{group} has other words than its link"
        );
        page.click(&link).await?;
        let button = format!("{}-button", sections.first().map_or("", |it| it));
        page.until(&format!("the focus on {button}"), async || {
            let script = "const { top } = one('#' + it).getBoundingClientRect();
                          const { bottom } = all('#' + it + ' > *')[1].getBoundingClientRect();
                          return top > -1 && bottom < innerHeight;";
            let is_seen: bool = page.ask_about(script, json!(group)).await?;
            Ok(is_seen && page.focus().await? == button)
        })
        .await?;
        page.until_open(&["at-a-glance"]).await?;
    }
    page.nothing_went_wrong().await
}

async fn a_page_that_chooses_sections_has_the_groups_of_those(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    let cases = [
        (
            "risks at-a-glance questions sources",
            json!([
                ["group-evidence", "risks"],
                ["group-next-steps", "questions", "sources"]
            ]),
            json!(["risks", "questions"]),
        ),
        // What would take a group apart stands without any.
        ("risks questions not-known", json!([]), json!([])),
        // One group needs no links.
        (
            "sources questions",
            json!([["group-next-steps", "sources", "questions"]]),
            json!([]),
        ),
    ];
    for (sections, groups, links) in cases {
        page.ask_about::<()>("host.sections = it;", json!(sections))
            .await?;
        page.until(&format!("{sections} alone"), async || {
            let shown: Vec<String> = page.sections().await?.into_iter().map(|it| it.id).collect();
            Ok(shown.join(" ") == sections)
        })
        .await?;
        let script = "return [
            all('.section-group').map((group) =>
              [group.id, ...[...group.querySelectorAll('.section')].map(({ id }) => id.replace('section-', ''))]),
            all('.groups:not([hidden]) a').map((link) => link.dataset.section),
          ];";
        let there: serde_json::Value = page.ask(script).await?;
        ensure!(there == json!([groups, links]), "{sections} has {there}");
    }
    Ok(())
}

async fn on_a_phone_any_section_of_the_last_group_is_two_movements_away(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(Site::default(), "framed/375/index.html")
        .await?;
    page.ask::<()>("document.querySelector('iframe').height = 812;")
        .await?;
    page.enter_frame().await?;
    page.until_ready().await?;
    let groups = groups(&page).await?;
    let (group, _, sections) = groups.last().context("no groups")?;
    let in_view = "const { top, bottom } = one(it).getBoundingClientRect();
                   return top > -1 && bottom < innerHeight + 1;";
    let link = format!(".groups a[data-group={group}]");
    let is_seen: bool = page.ask_about(in_view, json!(link)).await?;
    ensure!(is_seen, "the link is not on the first screen");
    page.click(&link).await?;
    for section in sections {
        let heading = format!("#section-{section} .section-heading");
        page.until(&format!("{section} in view"), async || {
            page.ask_about(in_view, json!(heading)).await
        })
        .await?;
    }
    let last = sections.last().context("no sections")?;
    page.click_section(last).await?;
    page.until_open(&["at-a-glance", last]).await
}

/// The id of each group, its label and its sections.
async fn groups(page: &Page<'_>) -> Result<Vec<(String, String, Vec<String>)>> {
    let script = "return all('.section-group').map((group) => [
        group.id,
        group.querySelector('.section-group-label').textContent,
        [...group.querySelectorAll('.section')].map(({ id }) => id.replace('section-', '')),
      ]);";
    page.ask(script).await
}
