//! What a reader sees while a page loads.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_chromium, in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;

in_every_engine!(
    while_the_text_arrives_nothing_opens_that_is_not_asked_for,
    while_the_text_arrives_the_page_around_it_may_grow,
    text_that_comes_before_the_end_of_its_tag_is_arranged,
);
in_chromium!(
    the_sections_are_closed_before_the_page_is_laid_out_at_its_end,
    nothing_moves_while_the_page_loads,
    nothing_moves_while_a_slow_page_loads,
    nothing_moves_while_a_page_arrives_in_parts,
    nothing_moves_while_a_page_with_the_snippet_arrives_slowly,
);

/// Shows a file in a frame, of which nothing comes from `held` on until [`release`].
async fn open_in_part<'browser>(
    browser: &'browser Browser,
    file: &'static str,
    query: &str,
    held: &'static str,
) -> Result<Page<'browser>> {
    let site = Site::default()
        .host_under("frame-src 'self'")
        .answering(file, Answer::HeldFrom(held));
    let page = browser.open(site, "fixtures/hosts/bare.html").await?;
    page.show_framed(&format!("{file}{query}"), [1280, 900])
        .await?;
    page.ask::<()>(
        "window.inside = () => document.querySelector('iframe').contentDocument?.querySelector('lupus-car-t');",
    )
    .await?;
    Ok(page)
}

/// Has the rest come, and goes on in the frame once WebAssembly runs there.
async fn release(page: &Page<'_>) -> Result<()> {
    page.server.release();
    page.enter_frame().await?;
    page.until_ready().await
}

/// On a slow network a reader sees the first sections long before the last.
async fn while_the_text_arrives_nothing_opens_that_is_not_asked_for(
    browser: &Browser,
) -> Result<()> {
    for (wanted, opened) in [("risks", "risks"), ("nonsense", "at-a-glance")] {
        let page = open_in_part(
            browser,
            "frame.html",
            &format!("?open={wanted}"),
            "id=\"section-symptoms\"",
        )
        .await?;
        page.until("the first two sections, closed", async || {
            let states: Vec<(String, bool)> = page
                .ask(
                    "return [...(inside()?.shadowRoot?.querySelectorAll('.section-button:enabled') ?? [])]
                       .map((button) => [button.id, button.ariaExpanded === 'true']);",
                )
                .await?;
            let first = ["at-a-glance-button", "what-is-lupus-button"];
            Ok(states == first.map(|id| (id.to_owned(), false)))
        })
        .await?;
        release(&page).await?;
        page.until_open(&[opened]).await?;
        browser.driver.enter_parent_frame().await?;
    }
    Ok(())
}

/// As when a script asks for consent at the end of a page that is still arriving.
/// Chromium lays out a page once it has parsed it, without waiting for a frame.
async fn the_sections_are_closed_before_the_page_is_laid_out_at_its_end(
    browser: &Browser,
) -> Result<()> {
    let held = "id=\"section-symptoms\"";
    let page = open_in_part(browser, "frame.html", "", held).await?;
    page.until("the first sections", async || {
        page.ask("return !!inside()?.shadowRoot?.querySelector('.section-button:enabled');")
            .await
    })
    .await?;
    page.ask::<()>(
        "const { ownerDocument, shadowRoot } = inside();
         ownerDocument.addEventListener('DOMContentLoaded', () => {
           const open = shadowRoot.querySelectorAll('.section-body:not([hidden])');
           window.openAtItsEnd = [...open].map((body) => body.id);
         });",
    )
    .await?;
    page.server.release();
    page.until("the end of the page", async || {
        page.ask("return !!window.openAtItsEnd;").await
    })
    .await?;
    let open: Vec<String> = page.ask("return window.openAtItsEnd;").await?;
    ensure!(open == ["at-a-glance-body"], "{open:?}");
    Ok(())
}

async fn while_the_text_arrives_the_page_around_it_may_grow(browser: &Browser) -> Result<()> {
    let page = open_in_part(browser, "index.html", "", "id=\"section-symptoms\"").await?;
    page.until("the first two sections", async || {
        page.ask(
            "return inside()?.shadowRoot?.querySelectorAll('.section-button:enabled').length === 2;",
        )
        .await
    })
    .await?;
    page.ask::<()>("inside().ownerDocument.body.append('Do you agree?');")
        .await?;
    page.settle().await?;
    release(&page).await?;
    page.until_open(&["at-a-glance"]).await?;
    let disabled: Vec<String> = page
        .ask("return all('.section-button:disabled').map((button) => button.id);")
        .await?;
    ensure!(disabled.is_empty(), "{disabled:?}");
    page.nothing_went_wrong().await
}

/// The script is there, and the page goes on only after what it shows in the place of the explainer.
async fn text_that_comes_before_the_end_of_its_tag_is_arranged(browser: &Browser) -> Result<()> {
    let page = open_in_part(
        browser,
        "fixtures/hosts/arriving.html",
        "",
        "</lupus-car-t>",
    )
    .await?;
    page.until("the text", async || {
        page.ask("return !!inside()?.shadowRoot?.querySelector('.section-button:enabled');")
            .await
    })
    .await?;
    release(&page).await?;
    page.until_open(&["risks"]).await?;
    let sections: Vec<String> = page
        .ask("return all('.section-button').map((button) => button.id);")
        .await?;
    ensure!(
        sections == ["questions-button", "risks-button"],
        "{sections:?}"
    );
    page.nothing_went_wrong().await
}

async fn nothing_moves_while_the_page_loads(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    page.nothing_moved().await
}

/// The script comes when the page has long been painted.
async fn nothing_moves_while_a_slow_page_loads(browser: &Browser) -> Result<()> {
    let page = browser
        .open(
            Site::default().answering(".wasm", Answer::Held),
            "index.html",
        )
        .await?;
    page.until_collapsed().await?;
    page.settle().await?;
    page.server.release();
    page.until_ready().await?;
    page.nothing_moved().await
}

/// The reader sees what has come so far.
async fn nothing_moves_while_a_page_arrives_in_parts(browser: &Browser) -> Result<()> {
    for (seen, held) in [
        (".main-message", "class=\"toolbar\""),
        (".toggle-all", "<span>Hide all sections"),
        (".toggle-all > span", "Hide all sections</span>"),
        (".toggle-all", "class=\"sections\""),
        ("#at-a-glance-button", "id=\"section-what-is-lupus\""),
        ("#symptoms-button", "id=\"section-who-gets-it\""),
        ("#about-button", "<h1"),
    ] {
        let page = open_in_part(browser, "index.html", "", held).await?;
        page.until("the first part", async || {
            page.ask_about(
                "const view = document.querySelector('iframe').contentWindow;
                 return !!inside()?.shadowRoot?.querySelector(it)
                   && view.performance.getEntriesByName('first-contentful-paint').length > 0;",
                json!(seen),
            )
            .await
        })
        .await?;
        page.settle().await?;
        let label: Option<String> = page
            .ask("return inside().shadowRoot.querySelector('.toggle-all:enabled')?.textContent;")
            .await?;
        ensure!(
            label.as_deref().is_none_or(|it| it == "Show all sections"),
            "held from `{held}`: the button says {label:?}"
        );
        release(&page).await?;
        page.nothing_moved()
            .await
            .with_context(|| format!("held from `{held}`"))?;
        let label = page.text(".toggle-all").await?;
        ensure!(
            label == "Show all sections",
            "held from `{held}`: the button says {label:?} in the end"
        );
        browser.driver.enter_parent_frame().await?;
    }
    Ok(())
}

/// `host.html` has the snippet of the README, between words of its own.
async fn nothing_moves_while_a_page_with_the_snippet_arrives_slowly(
    browser: &Browser,
) -> Result<()> {
    let page = browser.open(Site::default(), "host.html").await?;
    browser.slow_down().await?;
    page.go("host.html").await?;
    page.until_ready().await?;
    page.settle().await?;
    let is_slow: bool = page
        .ask(
            "const [painted] = performance.getEntriesByName('first-contentful-paint');
             const script = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/embed.en.js'));
             return painted.startTime < script.responseEnd;",
        )
        .await?;
    ensure!(
        is_slow,
        "the page's own words were not painted before the script was there"
    );
    page.nothing_moved().await
}
