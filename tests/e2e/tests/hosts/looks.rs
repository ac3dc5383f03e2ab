//! Whatever the stylesheets of a page say, the explainer looks as it does on a page that has none.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(
    hostile_stylesheets_do_not_reach_it,
    the_size_of_the_root_does_not_reach_it,
    real_stylesheets_do_not_reach_it,
    it_does_not_reach_the_page_around_it,
    on_a_page_from_right_to_left_it_stays_as_its_language_is_written,
);

/// The page that all others are held against.
const NEUTRAL: &str = "neutral.html";

async fn hostile_stylesheets_do_not_reach_it(browser: &Browser) -> Result<()> {
    let pages = ["unset", "loud", "hidden"].map(|name| format!("styled.html?css/{name}.css"));
    looks_as_on_a_neutral_page(browser, &pages).await
}

async fn the_size_of_the_root_does_not_reach_it(browser: &Browser) -> Result<()> {
    looks_as_on_a_neutral_page(browser, &["styled.html?css/huge.css".to_owned()]).await
}

async fn on_a_page_from_right_to_left_it_stays_as_its_language_is_written(
    browser: &Browser,
) -> Result<()> {
    looks_as_on_a_neutral_page(browser, &["rtl.html".to_owned()]).await?;
    let page = browser
        .open(Site::default(), "fixtures/hosts/rtl.html")
        .await?;
    super::works(&page).await?;
    let direction: [String; 2] = page
        .ask(
            "const { direction, textAlign } = getComputedStyle(one('.section-body p'));
              return [direction, textAlign];",
        )
        .await?;
    ensure!(direction == ["ltr", "start"], "{direction:?}");
    let wide: [i64; 2] = page
        .ask("return [document.documentElement.scrollWidth, innerWidth].map(Math.round);")
        .await?;
    ensure!(
        wide[0] <= wide[1],
        "the page is wider than the window: {wide:?}"
    );
    Ok(())
}

/// Stylesheets of frameworks as npm installs them.
const REAL: [&str; 5] = [
    "bootstrap/dist/css/bootstrap.min.css",
    "tailwindcss/preflight.css",
    "govuk-frontend/dist/govuk/govuk-frontend.min.css",
    "nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css",
    "@uswds/uswds/dist/css/uswds.min.css",
];

async fn real_stylesheets_do_not_reach_it(browser: &Browser) -> Result<()> {
    let pages = REAL.map(|sheet| format!("styled.html?/node_modules/{sheet}"));
    looks_as_on_a_neutral_page(browser, &pages).await
}

/// The rest of the page looks as it does without the explainer.
async fn it_does_not_reach_the_page_around_it(browser: &Browser) -> Result<()> {
    let page = open_side_by_side(browser).await?;
    let mut found = Vec::new();
    for sheet in ["css/page.css"].into_iter().chain(REAL) {
        let folder = if sheet.starts_with("css/") {
            ""
        } else {
            "/node_modules/"
        };
        let [name, bare] = ["styled", "bare"].map(|page| format!("{page}.html?{folder}{sheet}"));
        show(&page, &name).await?;
        show(&page, &bare).await?;
        until_ready(&page, &name).await?;
        until_loaded(&page, &bare).await?;
        let differences: Vec<String> = page
            .ask_about(
                "return differencesOutside(it[0], it[1]);",
                json!([bare, name]),
            )
            .await?;
        if !differences.is_empty() {
            found.push(format!("{sheet}:\n  {}", differences.join("\n  ")));
        }
        for shown in [name, bare] {
            take_away(&page, &shown).await?;
        }
    }
    ensure!(
        found.is_empty(),
        "without / with the explainer:\n{}",
        found.join("\n")
    );
    Ok(())
}

/// Fails unless every property of the elements inside is computed alike, all open.
async fn looks_as_on_a_neutral_page(browser: &Browser, pages: &[String]) -> Result<()> {
    let page = open_side_by_side(browser).await?;
    show(&page, NEUTRAL).await?;
    open_all(&page, NEUTRAL).await?;
    let mut found = Vec::new();
    for name in pages {
        show(&page, name).await?;
        open_all(&page, name).await?;
        let differences: Vec<String> = page
            .ask_about(
                "return differencesInside(it[0], it[1]);",
                json!([NEUTRAL, name]),
            )
            .await?;
        if !differences.is_empty() {
            found.push(format!("{name}:\n  {}", differences.join("\n  ")));
        }
        let excess: [f64; 2] = page.ask_about("return excess(it);", json!(name)).await?;
        if excess != [0.0, 0.0] {
            found.push(format!(
                "{name}: something is too wide, by {excess:?} pixels"
            ));
        }
        take_away(&page, name).await?;
    }
    ensure!(found.is_empty(), "neutral / here:\n{}", found.join("\n"));
    Ok(())
}

async fn open_side_by_side(browser: &Browser) -> Result<Page<'_>> {
    // Without the fonts of the stylesheets: a font that comes late changes every width, on one page before the other.
    let site = Site::default().host_under("font-src 'none'");
    browser.open(site, "fixtures/hosts/side-by-side.html").await
}

async fn show(page: &Page<'_>, name: &str) -> Result<()> {
    page.ask_about("show(it, it);", json!(name)).await
}

async fn take_away(page: &Page<'_>, name: &str) -> Result<()> {
    page.ask_about("document.getElementById(it).remove();", json!(name))
        .await
}

async fn until_loaded(page: &Page<'_>, name: &str) -> Result<()> {
    page.until("it to be loaded", async || {
        page.ask_about("return isLoaded(it);", json!(name)).await
    })
    .await
}

async fn until_ready(page: &Page<'_>, name: &str) -> Result<()> {
    until_loaded(page, name).await?;
    page.until("it to be ready", async || {
        page.ask_about("return isReady(it);", json!(name)).await
    })
    .await
}

async fn open_all(page: &Page<'_>, name: &str) -> Result<()> {
    until_ready(page, name).await?;
    page.ask_about::<()>("openAll(it);", json!(name)).await?;
    page.settle().await?;
    page.until("it to be still", async || {
        page.ask_about("return isAllOpenAndStill(it);", json!(name))
            .await
    })
    .await
}
