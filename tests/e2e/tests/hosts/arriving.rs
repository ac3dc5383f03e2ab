//! A link to a section leads to where the reader can see it: out of what the page keeps closed, and below its head.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};

in_every_engine!(
    a_link_opens_what_the_page_has_closed_around_the_explainer,
    a_link_leads_to_below_the_head_of_the_page,
);

const FILE: &str = "fixtures/hosts/inside-much.html";

async fn a_link_opens_what_the_page_has_closed_around_the_explainer(
    browser: &Browser,
) -> Result<()> {
    // Without a policy, since a frame is in it later.
    let page = browser.open(Site::default().host_under(""), FILE).await?;
    page.until_event("lct-ready").await?;
    page.follow("lupus-car-t-no-such-section").await?;
    page.settle().await?;
    ensure!(
        open_around(&page).await?.is_empty(),
        "it opens for a section that is not there"
    );
    page.ask::<()>("host.openSection('symptoms');").await?;
    page.settle().await?;
    ensure!(
        open_around(&page).await?.is_empty(),
        "it opens for a method"
    );

    page.follow("lupus-car-t-risks").await?;
    all_is_open_around(&page).await?;
    page.until("the section to be seen", async || {
        page.is_in_view("#risks-button").await
    })
    .await?;
    let focus = page.focus().await?;
    ensure!(focus == "risks-button", "the focus is on {focus}");
    let found: Vec<(String, String)> = page.ask("return recorded.found;").await?;
    ensure!(
        found == [("found".to_owned(), "until-found".to_owned())],
        "{found:?}"
    );

    // At the start, and into a frame.
    page.ask::<()>("host.mode = 'frame'; close();").await?;
    page.until("the frame", async || {
        page.ask("return !!root.querySelector('.frame');").await
    })
    .await?;
    page.follow("lupus-car-t-symptoms").await?;
    all_is_open_around(&page).await?;
    page.go("manifest.json").await?;
    page.go(&format!("{FILE}#lupus-car-t-risks")).await?;
    all_is_open_around(&page).await?;
    page.until_open(&["risks"]).await
}

async fn all_is_open_around(page: &Page<'_>) -> Result<()> {
    page.until("all around it to be open", async || {
        Ok(open_around(page).await? == ["outer", "inner", "panel", "found"])
    })
    .await
}

async fn open_around(page: &Page<'_>) -> Result<Vec<String>> {
    page.ask("return isOpen();").await
}

async fn a_link_leads_to_below_the_head_of_the_page(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default().host_under(""), FILE).await?;
    page.until_ready().await?;
    page.follow("lupus-car-t-risks").await?;
    is_below_the_head(&page, "one('#risks-button').getBoundingClientRect()").await?;
    // From below.
    page.ask::<()>(
        "host.openAll(); one('#about-button').scrollIntoView(); location.hash = 'lupus-car-t-symptoms';",
    )
    .await?;
    is_below_the_head(&page, "one('#symptoms-button').getBoundingClientRect()").await
}

/// Waits until a place is within the window and not below the head that stays at its top.
async fn is_below_the_head(page: &Page<'_>, place: &str) -> Result<()> {
    let script = format!(
        "const {{ top, bottom }} = {place};
         const head = document.querySelector('header').getBoundingClientRect();
         return top >= head.bottom && top < innerHeight / 2 && bottom < innerHeight;"
    );
    page.until("it to be below the head", async || page.ask(&script).await)
        .await
}
