//! The page turns dark and light in one of the ways that pages have, and the explainer goes along.

use anyhow::Result;
use e2e::{browsers::Browser, in_chromium, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(
    the_explainer_follows_the_page_into_the_dark_and_back,
    a_theme_of_its_own_stays_whatever_the_page_does,
);
in_chromium!(the_explainer_follows_the_system_where_the_page_does);

/// How pages turn dark, and how they turn back.
const WAYS: [(&str, &str); 8] = [
    ("classList.add('dark')", "classList.remove('dark')"),
    ("dataset.theme = 'dark'", "removeAttribute('data-theme')"),
    ("dataset.theme = 'dark'", "dataset.theme = 'light'"),
    (
        "dataset.bsTheme = 'dark'",
        "removeAttribute('data-bs-theme')",
    ),
    ("dataset.bsTheme = 'dark'", "dataset.bsTheme = 'light'"),
    ("style.colorScheme = 'dark'", "style.colorScheme = ''"),
    ("style.colorScheme = 'dark'", "style.colorScheme = 'light'"),
    (
        "style.colorScheme = 'only dark'",
        "style.colorScheme = 'only light'",
    ),
];

async fn the_explainer_follows_the_page_into_the_dark_and_back(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    until_dark(&page, false, "at first").await?;
    for place in ["documentElement", "body"] {
        for (dark, light) in WAYS {
            for (act, is_dark) in [(dark, true), (light, false)] {
                let script = format!("document.{place}.{act};");
                page.ask::<()>(&script).await?;
                until_dark(&page, is_dark, &script).await?;
            }
            let clean = "for (const it of [document.documentElement, document.body])
                           for (const name of ['class', 'data-theme', 'data-bs-theme', 'style'])
                             it.removeAttribute(name);";
            page.ask::<()>(clean).await?;
            until_dark(&page, false, "without any of it").await?;
        }
    }
    page.nothing_went_wrong().await
}

async fn a_theme_of_its_own_stays_whatever_the_page_does(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    page.ask::<()>("host.theme = 'light';").await?;
    page.ask::<()>(
        "document.documentElement.classList.add('dark'); \
                    document.documentElement.style.colorScheme = 'dark';",
    )
    .await?;
    page.settle().await?;
    until_dark(&page, false, "of its own").await?;
    page.ask::<()>("host.theme = 'auto';").await?;
    until_dark(&page, true, "of the page").await?;
    page.ask::<()>(
        "document.documentElement.className = ''; \
                    document.documentElement.style.colorScheme = 'light'; \
                    host.theme = 'dark';",
    )
    .await?;
    until_dark(&page, true, "of its own").await
}

async fn the_explainer_follows_the_system_where_the_page_does(browser: &Browser) -> Result<()> {
    for (file, follows) in [("plain.html", true), ("light-or-dark.html", true)] {
        let page = browser
            .open(Site::default(), &format!("fixtures/hosts/{file}"))
            .await?;
        page.until_ready().await?;
        for theme in ["dark", "light", "dark"] {
            browser.prefer_colours(theme).await?;
            page.settle().await?;
            until_dark(&page, follows && theme == "dark", file).await?;
        }
        if follows {
            page.ask::<()>("document.documentElement.dataset.theme = 'light';")
                .await?;
            until_dark(&page, false, "the page is light on a dark system").await?;
        }
    }
    Ok(())
}

/// Waits until the explainer is dark, or light, by its background and by its words.
pub(crate) async fn until_dark(page: &Page<'_>, dark: bool, why: &str) -> Result<()> {
    let script = "const sum = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number).reduce((a, b) => a + b);
                  const { backgroundColor, color } = getComputedStyle(one('.explainer'));
                  return (sum(backgroundColor) < 384) === it && (sum(color) > 384) === it;";
    let what = format!(
        "the explainer to be {} ({why})",
        if dark { "dark" } else { "light" }
    );
    page.until(&what, async || page.ask_about(script, json!(dark)).await)
        .await
}
