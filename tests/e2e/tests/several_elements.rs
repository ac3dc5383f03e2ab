//! Two explainers on one page mind their own business.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    site::{STRICT_POLICY, Site},
};

in_every_engine!(
    two_on_one_page_open_by_themselves_and_share_one_webassembly,
    no_two_on_one_page_share_a_name,
);

async fn two_on_one_page_open_by_themselves_and_share_one_webassembly(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/two-elements.html")
        .await?;
    page.until("both to be ready", async || {
        Ok(page.events("lct-ready").await?.len() == 2)
    })
    .await?;
    let second = "return [...document.querySelector('#second').shadowRoot.querySelectorAll('[aria-expanded=true]')]
                    .map((button) => button.id);";
    ensure!(
        page.ask::<Vec<String>>(second).await? == ["at-a-glance-button"],
        "the second began otherwise"
    );

    page.click_section("treatment-today").await?;
    page.until_open(&["what-is-lupus", "risks", "treatment-today"])
        .await?;
    ensure!(
        page.ask::<Vec<String>>(second).await? == ["at-a-glance-button"],
        "the second went along"
    );
    page.ask::<()>("document.querySelector('#second').closeAll();")
        .await?;
    page.until("the second to close", async || {
        Ok(page.ask::<Vec<String>>(second).await?.is_empty())
    })
    .await?;
    page.until_open(&["what-is-lupus", "risks", "treatment-today"])
        .await?;

    page.follow("second-risks").await?;
    page.until("the second to open", async || {
        Ok(page.ask::<Vec<String>>(second).await? == ["risks-button"])
    })
    .await?;
    page.until_open(&["what-is-lupus", "risks", "treatment-today"])
        .await?;

    for ending in [".wasm", "fragment/en.html", "widget.css"] {
        let times = page.server.times_asked(ending);
        ensure!(times == 1, "{ending} was asked for {times} times");
    }
    let told = page.events("lct-toggle").await?;
    ensure!(
        told.iter().any(|event| event.element == "first"),
        "{told:?}"
    );
    ensure!(
        told.iter().any(|event| event.element == "second"),
        "{told:?}"
    );
    Ok(())
}

/// What assistive technology leads to, of each element: its kind and its name. That is the explainer, the help box, the
/// list of paths and the row of links to groups.
const NAMES: &str = "
    const named = (place) => {
      const by = place.getAttribute('aria-labelledby');
      const words = by ? place.getRootNode().getElementById(by).textContent
        : place.getAttribute('aria-label') ?? place.title;
      return `${place.localName}: ${words.trim()}`;
    };
    const places = 'article, aside, nav, form, iframe, [role=search], [role=region], section[aria-label]';
    return [...document.querySelectorAll('lupus-car-t')].flatMap(({ shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll(places) ?? [])].map(named));";

async fn no_two_on_one_page_share_a_name(browser: &Browser) -> Result<()> {
    let policy: &'static str = format!("{STRICT_POLICY}; frame-src 'self'").leak();
    let page = browser
        .open(
            Site::default().host_under(policy),
            "fixtures/two-elements.html",
        )
        .await?;
    page.until_ready_times(2).await?;
    let alone: Vec<String> = page.ask(NAMES).await?;
    ensure!(alone.len() == 8, "{alone:?}");
    for (act, what) in [
        ("", "as they come"),
        (
            "for (const { shadowRoot } of document.querySelectorAll('lupus-car-t')) {
               shadowRoot.querySelector('.search-button').click();
             }",
            "with the search open",
        ),
        (
            "document.querySelector('lupus-car-t').after(document.createElement('lupus-car-t'));",
            "with a third between them",
        ),
        (
            "document.querySelector('#second').headingLevel = 3;",
            "after a restart",
        ),
        (
            "document.querySelector('#first').remove();
             document.querySelector('main').append(document.createElement('lupus-car-t'));",
            "with one gone and another come",
        ),
        (
            "for (const one of document.querySelectorAll('lupus-car-t')) one.mode = 'frame';",
            "as frames",
        ),
    ] {
        page.ask::<()>(act).await?;
        page.until(&format!("names that differ, {what}"), async || {
            let mut names: Vec<String> = page.ask(NAMES).await?;
            let elements: usize = page
                .ask("return document.querySelectorAll('lupus-car-t').length;")
                .await?;
            let all = names.len();
            names.sort();
            names.dedup();
            let framed = names.iter().all(|it| it.starts_with("iframe"));
            let wanted = if what == "as frames" {
                elements
            } else {
                4 * elements
            };
            Ok(names.len() == all && all == wanted && framed == (what == "as frames"))
        })
        .await?;
        if what != "as frames" {
            page.axe_finds_nothing(what).await?;
        }
    }
    Ok(())
}
