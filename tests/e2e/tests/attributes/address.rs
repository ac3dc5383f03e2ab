//! The page's address, what a reader takes along from it, and what the browser keeps for the session.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

use super::{open, set};

in_every_engine!(
    back_and_forward_lead_through_the_sections,
    an_id_stands_in_the_address,
    with_links_off_the_address_is_left_alone,
    a_link_is_copied_or_else_shown,
    open_sections_are_remembered_for_the_session,
);

async fn back_and_forward_lead_through_the_sections(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.ask::<()>("host.openAll();").await?;
    let sections: Vec<String> = page
        .ask(
            "const links = all('.section-body a[data-section]:not([data-cited])');
              return [...new Set(links.map(({ dataset }) => dataset.section))];",
        )
        .await?;
    ensure!(
        sections.len() >= 2,
        "too few links between sections: {sections:?}"
    );
    let [first, second] = [&sections[0], &sections[1]];
    for section in [first, second] {
        page.click(&format!(
            ".section-body a[data-section='{section}']:not([data-cited])"
        ))
        .await?;
        has_arrived(&page, section, "by a link").await?;
        ensure!(
            hash(&page).await? == format!("#lupus-car-t-{section}"),
            "the address does not say {section}"
        );
    }
    page.ask::<()>("host.closeAll();").await?;
    browser.driver.back().await?;
    has_arrived(&page, first, "by going back").await?;
    browser.driver.forward().await?;
    has_arrived(&page, second, "by going forward").await?;
    page.until_open(&[first, second]).await?;
    page.nothing_went_wrong().await
}

async fn an_id_stands_in_the_address(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.ask::<()>("host.id = 'cart';").await?;
    let script = "return [...(root?.querySelectorAll('.section-body a[data-section]') ?? [])]
                    .every(({ hash }) => hash.startsWith('#cart-'));";
    page.until("the links to follow the id", async || {
        page.ask(script).await
    })
    .await?;
    page.follow("lupus-car-t-symptoms").await?;
    page.follow("cart-risks").await?;
    has_arrived(&page, "risks", "by the new address").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;

    // A second element with another id minds its own addresses.
    page.ask::<()>(
        "const other = document.createElement('lupus-car-t');
         other.id = 'other';
         other.loading = 'eager';
         host.after(other);",
    )
    .await?;
    page.turn_to("#other").await?;
    page.until_enabled(".section-button").await?;
    page.follow("other-symptoms").await?;
    has_arrived(&page, "symptoms", "in the other").await?;
    page.turn_to("#cart").await?;
    page.until_open(&["at-a-glance", "risks"]).await
}

async fn with_links_off_the_address_is_left_alone(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.until("something to copy a link with", async || {
        shows_copy_links(&page).await
    })
    .await?;
    set(&page, "links", Some("off")).await?;
    page.until("no copy-link", async || Ok(!shows_copy_links(&page).await?))
        .await?;
    page.follow("lupus-car-t-risks").await?;
    page.settle().await?;
    page.until_open(&["at-a-glance"]).await?;
    page.ask::<()>("host.openAll();").await?;
    let link = ".section-body a[data-section]:not([data-cited])";
    let section: String = page
        .ask_about("return one(it).dataset.section;", json!(link))
        .await?;
    page.click(link).await?;
    has_arrived(&page, &section, "by a link").await?;
    ensure!(
        hash(&page).await? == "#lupus-car-t-risks",
        "the address changed to {}",
        hash(&page).await?
    );

    set(&page, "links", None).await?;
    page.until("copy-link", async || shows_copy_links(&page).await)
        .await?;
    page.ask::<()>("host.closeAll();").await?;
    page.follow("lupus-car-t-not-known").await?;
    has_arrived(&page, "not-known", "by the address").await?;
    page.nothing_went_wrong().await
}

async fn shows_copy_links(page: &Page<'_>) -> Result<bool> {
    page.ask(
        "const [first] = all('[data-tool=copy-link]');
         return !!first && !first.disabled && getComputedStyle(first).display !== 'none';",
    )
    .await
}

async fn a_link_is_copied_or_else_shown(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    let address: String = page
        .ask("return location.href.split('#')[0] + '#lupus-car-t-risks';")
        .await?;
    page.ask::<()>(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
           writeText: async (text) => { recorded.copied = text; },
         } });",
    )
    .await?;
    page.click_section("risks").await?;
    page.until("what the reader can do with the section", async || {
        page.ask("return !!root.querySelector('#section-risks [data-tool=hand-on]');")
            .await
    })
    .await?;
    let before = near_the_button(&page).await?;
    page.hand_on("risks", "copy-link").await?;
    page.until("the address to be copied", async || {
        Ok(page
            .ask::<Option<String>>("return recorded.copied ?? null;")
            .await?
            == Some(address.clone()))
    })
    .await?;
    page.until("the reader to be told", async || {
        Ok(near_the_button(&page).await? != before)
    })
    .await?;
    page.until_open(&["at-a-glance", "risks"]).await?;

    page.ask::<()>(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
           writeText: async () => { throw new DOMException('no', 'NotAllowedError'); },
         } });",
    )
    .await?;
    page.hand_on("risks", "copy-link").await?;
    page.until("the address to be shown", async || {
        Ok(near_the_button(&page).await?.contains(&address))
    })
    .await?;
    page.nothing_went_wrong().await
}

/// What a reader sees beside the button, in text and in fields.
async fn near_the_button(page: &Page<'_>) -> Result<String> {
    page.ask(
        "const place = one('#section-risks .section-foot');
         const fields = [...place.querySelectorAll('input')].filter(shown).map(({ value }) => value);
         return [place.innerText, ...fields].join(' ');",
    )
    .await
}

async fn open_sections_are_remembered_for_the_session(browser: &Browser) -> Result<()> {
    let file = "fixtures/hosts/remembering.html";
    let page = browser.open(Site::default(), file).await?;
    page.until_ready().await?;
    page.until_open(&["at-a-glance"]).await?;
    page.click_section("risks").await?;
    page.click_section("at-a-glance").await?;
    page.until_open(&["risks"]).await?;
    for wanted in [&["risks"] as &[&str], &[]] {
        page.go("manifest.json").await?;
        page.go(file).await?;
        page.until_ready().await?;
        page.until_open(wanted).await?;
        page.nothing_went_wrong().await?;
        page.ask::<()>("host.closeAll();").await?;
        page.until_open(&[]).await?;
    }
    let kept: (usize, String) = page
        .ask("return [localStorage.length, document.cookie];")
        .await?;
    ensure!(
        kept == (0, String::new()),
        "more is kept than for the session: {kept:?}"
    );
    page.ask::<()>("host.remember = 'none';").await?;
    page.until("it to be forgotten", async || {
        page.ask("return sessionStorage.length === 0;").await
    })
    .await
}

async fn has_arrived(page: &Page<'_>, section: &str, how: &str) -> Result<()> {
    let what = format!("the reader to be at {section} {how}");
    page.until(&what, async || {
        Ok(page.is_open(section).await?
            && page.focus().await? == format!("{section}-button")
            && page.is_in_view(&format!("#{section}-button")).await?)
    })
    .await
}

async fn hash(page: &Page<'_>) -> Result<String> {
    page.ask("return location.hash;").await
}
