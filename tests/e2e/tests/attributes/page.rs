//! The address of the page that a reader copies, shares, and meets in a frame: without what is meant for one reader.

use anyhow::{Context, Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

use crate::frame;

in_every_engine!(
    an_address_to_copy_and_share_holds_nothing_for_one_reader_alone,
    links_in_a_page_that_is_found_by_its_query_go_on_working,
    a_frame_gets_nothing_of_the_query,
);

/// What the page says of its address; what begins the address of a section then, where `…` stands for the site.
const CASES: [(&str, &str); 13] = [
    ("", "…/fixtures/hosts/plain.html"),
    (
        "link('canonical', '/our-page?p=12#part')",
        "…/our-page?p=12",
    ),
    (
        "link('CANONICAL nofollow', 'our-page')",
        "…/fixtures/hosts/our-page",
    ),
    (
        "link('canonical', location.origin.replace('//', '//me:secret@') + '/our-page')",
        "…/our-page",
    ),
    // Not on the page's own site, or nowhere.
    (
        "link('canonical', 'https://example.org/other')",
        "…/fixtures/hosts/plain.html",
    ),
    (
        "link('canonical', 'javascript:alert(1)')",
        "…/fixtures/hosts/plain.html",
    ),
    (
        "link('canonical', 'http://[')",
        "…/fixtures/hosts/plain.html",
    ),
    (
        "link('alternate', '/our-page')",
        "…/fixtures/hosts/plain.html",
    ),
    // What the element says comes first.
    (
        "link('canonical', '/our-page'); host.page = 'https://me:secret@example.org/a?b=c#d'",
        "https://example.org/a?b=c",
    ),
    (
        "host.setAttribute('page', ' ?p=12 ')",
        "…/fixtures/hosts/plain.html?p=12",
    ),
    ("host.page = ''", "…/fixtures/hosts/plain.html"),
    // What it says wrongly does not.
    (
        "host.page = 'javascript:alert(1)'",
        "…/fixtures/hosts/plain.html",
    ),
    ("host.page = 'http://['", "…/fixtures/hosts/plain.html"),
];

/// Takes the place of the clipboard and of the share sheet, and has the page say where it is.
const PREPARE: &str = "
    const put = (name, value) => Object.defineProperty(navigator, name, { configurable: true, value });
    put('clipboard', { writeText: async (text) => { recorded.copied = text; } });
    put('share', async ({ text }) => { recorded.shared = text; });
    window.link = (rel, href) => {
      const made = document.createElement('link');
      Object.assign(made, { rel, href });
      document.head.append(made);
    };";

async fn an_address_to_copy_and_share_holds_nothing_for_one_reader_alone(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(
            Site::default(),
            "fixtures/hosts/plain.html?token=SECRET&id=7",
        )
        .await?;
    page.until_ready().await?;
    page.until_tools().await?;
    page.ask::<()>(PREPARE).await?;
    page.ask::<()>("host.openSection('risks');").await?;
    for (says, wanted) in CASES {
        let site = page.server.folder();
        let wanted = format!("{}#lupus-car-t-risks", wanted.replace('…', &site));
        page.ask::<()>(&format!(
            "for (const it of document.querySelectorAll('head link')) it.remove();
             host.removeAttribute('page');
             recorded.copied = recorded.shared = null;
             {says};"
        ))
        .await?;
        page.settle().await?;
        page.hand_on("risks", "copy-link").await?;
        page.hand_on("risks", "share").await?;
        let script = "return [recorded.copied ?? '', recorded.shared ?? ''];";
        page.until("both", async || {
            let [copied, shared]: [String; 2] = page.ask(script).await?;
            Ok(!copied.is_empty() && !shared.is_empty())
        })
        .await?;
        let [copied, shared]: [String; 2] = page.ask(script).await?;
        ensure!(copied == wanted, "after `{says}` it is {copied}");
        ensure!(
            shared.contains(&wanted) && !shared.contains("SECRET"),
            "after `{says}` it is {shared}"
        );
    }
    let said: Vec<String> = page.ask("return recorded.console.splice(0);").await?;
    let of_page = |it: &String| {
        it.contains("attribute `page` has the value `") && it.contains("allowed is an address")
    };
    ensure!(said.len() == 2 && said.iter().all(of_page), "{said:?}");
    let errors: Vec<String> = page.ask("return recorded.errors;").await?;
    ensure!(errors.is_empty(), "{errors:?}");
    Ok(())
}

async fn links_in_a_page_that_is_found_by_its_query_go_on_working(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html?p=12")
        .await?;
    page.until_ready().await?;
    let link = "#at-a-glance-body a[data-section]:not([data-cited])";
    let (address, section): (String, String) = page
        .ask_about(
            "return [one(it).href, one(it).dataset.section];",
            json!(link),
        )
        .await?;
    ensure!(address.contains("?p=12#lupus-car-t-"), "{address}");
    page.click(link).await?;
    page.until("the section", async || page.is_open(&section).await)
        .await?;
    let now: String = page.ask("return location.search + location.hash;").await?;
    ensure!(now == format!("?p=12#lupus-car-t-{section}"), "{now}");
    page.ask::<()>("document.body.dataset.stays = 'here';")
        .await?;
    page.nothing_went_wrong().await
}

async fn a_frame_gets_nothing_of_the_query(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = frame::open(browser, &cdn, "element.html?token=SECRET").await?;
    page.until_ready().await?;
    let expected = format!(
        "{}#lupus-car-t-",
        page.server.address("fixtures/frames/element.html")
    );
    has_links(&page, &expected).await?;
    page.ask::<()>("host.page = 'https://example.org/a?b=c';")
        .await?;
    has_links(&page, "https://example.org/a?b=c#lupus-car-t-").await?;
    page.nothing_went_wrong().await
}

/// Waits until links between sections inside the frame begin so; fails if anything there knows of the query.
async fn has_links(page: &Page<'_>, expected: &str) -> Result<()> {
    frame::enter(page).await?;
    page.until(&format!("links to {expected}"), async || {
        page.ask_about(
            "return all('a[data-section]').every(({ href }) => href.startsWith(it));",
            json!(expected),
        )
        .await
    })
    .await?;
    let known: String = page
        .ask("return [location.href, document.referrer, root.innerHTML, document.documentElement.outerHTML].join();")
        .await
        .context("what is known")?;
    ensure!(!known.contains("SECRET"), "the frame knows of the query");
    page.browser.driver.enter_default_frame().await?;
    Ok(())
}
