//! Servers that answer for the frame in their own way.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};

use super::{POLICY, missing::stands_in, open};

in_every_engine!(
    where_an_app_answers_with_its_own_page_the_reason_says_so,
    the_options_of_a_frame_survive_a_server_that_drops_the_query,
);

/// What the element needs that carries its text and may fetch nothing.
const CARRIED_POLICY: &str = "default-src 'none'; script-src 'self' {{cdn}}/; frame-src {{cdn}}/";

/// An app of a single page answers whatever is missing with 200.
const APP: Answer = Answer::Text(
    "<!doctype html><html lang=en><head><title>An app</title></head><body>Not found</body></html>",
);

/// With `embed.en.js` a policy need not allow to fetch, and then the reason cannot be found out.
async fn where_an_app_answers_with_its_own_page_the_reason_says_so(
    browser: &Browser,
) -> Result<()> {
    let cdn = Site::default()
        .answering("/frame.html", APP)
        .serve()
        .await?;
    for (policy, file, reason) in [
        (
            POLICY,
            "any-language.html",
            "was answered with another page",
        ),
        (CARRIED_POLICY, "carried.html", "did not answer"),
    ] {
        let host = Site::default().host_under(policy).second_origin(&cdn);
        let page = browser
            .open(host, &format!("fixtures/frames/{file}"))
            .await?;
        the_reason_is(&page, reason).await?;
    }
    // Of another site, a browser may not read what has gone wrong.
    let site = Site::default()
        .host_under("")
        .answering("/frame.html", Answer::NotFound);
    let page = browser.open(site, "fixtures/hosts/framed.html").await?;
    the_reason_is(&page, "answered 404").await
}

async fn the_reason_is(page: &Page<'_>, reason: &str) -> Result<()> {
    stands_in(page, false).await.context(reason.to_owned())?;
    let errors = page.events("lct-error").await?;
    let told = errors[0].detail["reason"].as_str().unwrap_or_default();
    ensure!(
        told.ends_with(&format!("/frame.html {reason}")),
        "the reason is `{told}`, not `{reason}`"
    );
    let uncaught: Vec<String> = page.ask("return recorded.errors;").await?;
    ensure!(uncaught.is_empty(), "{uncaught:?}");
    Ok(())
}

async fn the_options_of_a_frame_survive_a_server_that_drops_the_query(
    browser: &Browser,
) -> Result<()> {
    let cdn = Site::default().with_short_addresses().serve().await?;
    let page = open(browser, &cdn, "plain.html").await?;
    for _ in 0..2 {
        page.enter_frame().await?;
        page.until_enabled(".section-button").await?;
        page.until_open(&["risks"]).await?;
        let look: (String, bool, String) = page
            .ask(
                "return [one('.mount').dataset.theme, !!root.querySelector('h3.section-heading'),
                   host.style.getPropertyValue('--lct-accent')];",
            )
            .await?;
        ensure!(
            look == ("dark".to_owned(), true, "#ffd400".to_owned()),
            "{look:?}"
        );
        // A link to a section takes the place of what stands after `#`, and the frame is loaded once more.
        page.ask::<()>(
            "host.openAll(); all('.section-body a[data-section]:not([data-cited])')[0].click();",
        )
        .await?;
        page.until("the link to be followed", async || {
            page.ask("return location.hash.startsWith('#lupus-car-t-');")
                .await
        })
        .await?;
        page.ask::<()>(
            "host.dataset.before = '';
             location.hash = '#lupus-car-t-none';
             setTimeout(() => location.reload());",
        )
        .await?;
        page.until("the frame to be loaded anew", async || {
            let script = "return !!host && !('before' in host.dataset);";
            // While it goes, it answers nothing.
            Ok(page.ask(script).await.unwrap_or(false))
        })
        .await?;
        browser.driver.enter_default_frame().await?;
    }
    Ok(())
}
