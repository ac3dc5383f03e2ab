//! What was kept for the session goes as soon as the page asks for it no more.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(
    whatever_is_not_session_clears_what_was_kept,
    a_page_that_asks_no_more_clears_what_it_kept_before,
    what_is_kept_goes_along_with_the_name_of_the_element,
);

/// Takes the word `session` away, in each way in which pages do.
const CHANGES: [&str; 8] = [
    "host.removeAttribute('remember')",
    "host.remember = undefined",
    "host.remember = null",
    "host.remember = 'none'",
    "host.remember = false",
    "host.setAttribute('remember', '')",
    "host.setAttribute('remember', 'local')",
    "host.toggleAttribute('remember')",
];

/// The explainer in the page, and in a frame.
const FILES: [&str; 2] = ["fixtures/hosts/plain.html", "fixtures/frames/element.html"];

/// Puts something of each kind into the storage of the session, and something of the page's own.
const KEEP: &str = "
    const name = 'lupus-car-t' + (host.id || 'lupus-car-t');
    sessionStorage.setItem(name, 'risks');
    sessionStorage.setItem(name + '-notes', JSON.stringify([{ question: 'Mine', answer: 'secret' }]));
    sessionStorage.setItem(name + '-path', 'trial');
    sessionStorage.setItem(name + '-look', JSON.stringify({ size: 115 }));
    sessionStorage.setItem('of-the-page', 'stays');";

/// What is kept, by its name.
async fn kept(page: &Page<'_>) -> Result<Vec<String>> {
    page.ask("return Object.keys(sessionStorage).sort();").await
}

async fn until_forgotten(page: &Page<'_>, after: &str) -> Result<()> {
    let what = format!("nothing of the explainer's to be kept after {after}");
    page.until(&what, async || Ok(kept(page).await? == ["of-the-page"]))
        .await
}

async fn whatever_is_not_session_clears_what_was_kept(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    for file in FILES {
        let site = Site::default().host_under("").second_origin(&cdn);
        let page = browser.open(site, file).await?;
        page.until_ready().await?;
        for change in CHANGES {
            page.ask::<()>("host.setAttribute('remember', 'session');")
                .await?;
            page.settle().await?;
            page.ask::<()>(KEEP).await?;
            page.ask::<()>(change).await?;
            until_forgotten(&page, change).await?;
        }
        let said: Vec<String> = page
            .ask("sessionStorage.clear(); return [...recorded.console, ...recorded.errors];")
            .await?;
        let of_values = |it: &String| it.contains("attribute `remember` has the value");
        ensure!(said.iter().all(of_values), "{said:?}");
    }
    Ok(())
}

async fn a_page_that_asks_no_more_clears_what_it_kept_before(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    for file in FILES {
        let site = Site::default().host_under("").second_origin(&cdn);
        let page = browser.open(site, file).await?;
        page.until_ready().await?;
        page.ask::<()>(KEEP).await?;
        page.go("manifest.json").await?;
        page.go(file).await?;
        until_forgotten(&page, "a fresh load").await?;
        page.until_ready().await?;
        page.nothing_went_wrong().await?;

        // Another of the same name may still ask.
        page.ask::<()>(KEEP).await?;
        page.ask::<()>(
            "const other = document.createElement('lupus-car-t');
             other.setAttribute('remember', 'session');
             host.after(other);
             host.remember = 'none';",
        )
        .await?;
        page.settle().await?;
        let kept = kept(&page).await?;
        ensure!(kept.len() == 5, "{kept:?} is kept");
        page.ask::<()>("host.nextElementSibling.remove(); sessionStorage.clear();")
            .await?;
    }
    Ok(())
}

async fn what_is_kept_goes_along_with_the_name_of_the_element(browser: &Browser) -> Result<()> {
    let page = super::open(browser, "fixtures/tools/remembering.html").await?;
    page.click(&super::question(&page, 2).await?).await?;
    super::until_list(&page, 1).await?;
    let before: String = page.ask("return controller().session.name;").await?;
    page.ask_about::<()>("host.id = it;", json!("other"))
        .await?;
    page.until("all to be kept under the new name", async || {
        let kept = kept(&page).await?;
        Ok(kept.iter().all(|it| it.starts_with("lupus-car-tother")) && kept.len() >= 2)
    })
    .await?;
    ensure!(before != "other");
    page.ask::<()>("host.removeAttribute('remember');").await?;
    page.until("nothing to be kept", async || {
        Ok(kept(&page).await?.is_empty())
    })
    .await
}
