//! Small slips of a page or a text that must not become big ones.

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_chromium, in_every_engine,
    page::Page,
    server::dist,
    site::{Answer, Site},
};

in_every_engine!(
    what_print_throws_is_not_taken_for_a_failure_to_load,
    a_section_that_the_page_closes_at_once_takes_no_focus_later,
    an_id_may_contain_the_ending_of_its_body,
);
in_chromium!(an_address_may_contain_what_a_replacement_would_understand);

async fn what_print_throws_is_not_taken_for_a_failure_to_load(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    page.ask::<()>(
        "window.print = () => { recorded.printed = true; throw new Error('of the page'); };
         host.print();",
    )
    .await?;
    page.until("the page to print", async || {
        page.ask("return !!recorded.printed;").await
    })
    .await?;
    page.settle().await?;
    let errors = page.events("lct-error").await?;
    ensure!(errors.is_empty(), "{errors:?}");
    let searches: bool = page.ask("return shown(one('.search-button'));").await?;
    ensure!(searches, "WebAssembly has ended");
    let said: Vec<String> = page.ask("return recorded.console;").await?;
    ensure!(
        said.len() == 1 && said[0].contains("of the page"),
        "{said:?}"
    );
    Ok(())
}

async fn a_section_that_the_page_closes_at_once_takes_no_focus_later(
    browser: &Browser,
) -> Result<()> {
    for with_yew in [false, true] {
        let page = browser
            .open_with_yew(with_yew, "fixtures/hosts/plain.html")
            .await?;
        page.ask::<()>(
            "recorded.only = host;
             host.addEventListener('lct-toggle', ({ detail: { section, open } }) => {
               if (section === 'risks' && open && !recorded.allowed) host.closeSection('risks');
             });",
        )
        .await?;
        page.follow("lupus-car-t-risks").await?;
        page.until("the section to be opened and closed", async || {
            let toggles = page.events("lct-toggle").await?;
            Ok(toggles
                .iter()
                .filter(|it| it.detail["section"] == "risks")
                .count()
                == 2)
        })
        .await?;
        // Longer than the script waits.
        page.ask::<()>("const now = performance.now() + 10000; performance.now = () => now;")
            .await?;
        page.settle().await?;
        page.settle().await?;
        page.ask::<()>(
            "recorded.allowed = true; one('#at-a-glance-button').focus();
            host.openSection('risks');",
        )
        .await?;
        page.until_open(&["at-a-glance", "risks"]).await?;
        page.settle().await?;
        page.settle().await?;
        let focus = page.focus().await?;
        ensure!(
            focus == "at-a-glance-button",
            "with WebAssembly: {with_yew}: the focus went to {focus}"
        );
    }
    Ok(())
}

/// Such as a section about body maps.
async fn an_id_may_contain_the_ending_of_its_body(browser: &Browser) -> Result<()> {
    let script = fs::read_to_string(dist().join("embed.en.js")).context("reading the script")?;
    let mut script = script;
    for part in ["body", "button"] {
        script = script.replace(&format!("risks-{part}"), &format!("the-body-map-{part}"));
    }
    let script: &'static str = script
        .replace("section-risks", "section-the-body-map")
        .leak();
    for (with_yew, event) in [(true, "lct-ready"), (false, "lct-error")] {
        let mut site = Site::default().answering("embed.en.js", Answer::Text(script));
        if !with_yew {
            site = site.answering(".wasm", Answer::NotFound);
        }
        let page = browser.open(site, "fixtures/hosts/plain.html").await?;
        page.until_event(event).await?;
        opens_the_body_map(&page)
            .await
            .with_context(|| format!("with WebAssembly: {with_yew}"))?;
    }
    Ok(())
}

async fn opens_the_body_map(page: &Page<'_>) -> Result<()> {
    page.click_section("the-body-map").await?;
    page.until_open(&["at-a-glance", "the-body-map"]).await?;
    page.ask::<()>("host.open = 'the-body-map';").await?;
    page.until_open(&["the-body-map"]).await?;
    page.ask::<()>("host.sections = 'the-body-map symptoms';")
        .await?;
    page.until("two sections", async || {
        Ok(page.sections().await?.len() == 2)
    })
    .await?;
    page.until_open(&["the-body-map"]).await?;
    page.find_in("symptoms").await?;
    page.until_open(&["symptoms", "the-body-map"]).await?;
    page.ask::<()>("host.closeAll();").await?;
    page.until_open(&[]).await?;
    page.follow("lupus-car-t-the-body-map").await?;
    page.until_open(&["the-body-map"]).await?;
    page.until("its button to be in focus", async || {
        Ok(page.focus().await? == "the-body-map-button")
    })
    .await?;
    let toggled = page.events("lct-toggle").await?;
    ensure!(
        toggled
            .iter()
            .any(|it| it.detail["section"] == "the-body-map"),
        "{toggled:?}"
    );
    Ok(())
}

async fn an_address_may_contain_what_a_replacement_would_understand(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_tools().await?;
    page.ask::<()>(
        "host.id = \"x$&y$'z$`$$\";
         const put = (name, value) => Object.defineProperty(navigator, name, { configurable: true, value });
         put('share', async ({ text }) => { recorded.shared = text; });",
    )
    .await?;
    page.until_tools().await?;
    page.hand_on("at-a-glance", "share").await?;
    page.until("it to be shared", async || {
        page.ask("return !!recorded.shared;").await
    })
    .await?;
    let text: String = page.ask("return recorded.shared;").await?;
    ensure!(
        text.ends_with("#x$&y$'z$`$$-at-a-glance") && text.matches("Next review").count() == 1,
        "{text}"
    );
    Ok(())
}
