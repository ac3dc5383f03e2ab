//! Without the explainer's stylesheet: drawings stay small, and the plain HTML fits a phone by itself.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, STRICT_POLICY, Site},
};
use serde_json::json;

/// A policy that lets in the scripts of the page of its own, and not its styles.
pub(crate) const NO_STYLE: &str =
    "default-src 'none'; script-src 'self' {{scripts}} 'wasm-unsafe-eval'; connect-src 'self'";

in_every_engine!(
    drawings_are_small_and_no_black_shapes_without_the_stylesheet,
    plain_html_fits_a_small_phone_without_any_style,
    where_a_policy_takes_nothing_inline_every_word_is_there,
    the_shadow_root_can_be_saved,
);

/// The widest that a drawing was drawn, and the highest.
const LARGEST: [f64; 2] = [300.0, 490.0];

async fn drawings_are_small_and_no_black_shapes_without_the_stylesheet(
    browser: &Browser,
) -> Result<()> {
    let site = Site::default().under(NO_STYLE);
    let page = browser.open(site, "framed/320/index.html").await?;
    page.enter_frame().await?;
    page.until_ready().await?;
    page.ask::<()>("host.openAll();").await?;
    page.until_all_open().await?;
    let drawings: Vec<(String, f64, f64)> = page
        .ask(
            "return all('svg').filter((it) => shown(it) && !it.matches('svg svg')).map((it) => {
               const { width, height } = it.getBoundingClientRect();
               return [it.outerHTML.slice(0, 80), width, height];
             });",
        )
        .await?;
    ensure!(drawings.len() > 20, "only {} drawings", drawings.len());
    for (drawing, width, height) in &drawings {
        ensure!(
            *width <= LARGEST[0] && *height <= LARGEST[1],
            "{width} × {height}: {drawing}"
        );
    }
    let black: Vec<String> = page
        .ask(
            "return all('svg :is(path, circle)').filter(shown).filter((it) => {
               const { width, height } = it.getBoundingClientRect();
               return getComputedStyle(it).fill !== 'none' && width > 30 && height > 30;
             }).map((it) => it.outerHTML.slice(0, 80));",
        )
        .await?;
    ensure!(black.is_empty(), "filled: {black:#?}");
    let unseen: Vec<String> = page
        .ask(
            "return all('svg :is(path, circle, line)').filter(shown).filter((it) => {
               const { fill, stroke } = getComputedStyle(it);
               return fill === 'none' && stroke === 'none';
             }).map((it) => it.outerHTML.slice(0, 80));",
        )
        .await?;
    ensure!(unseen.is_empty(), "not drawn at all: {unseen:#?}");
    Ok(())
}

async fn plain_html_fits_a_small_phone_without_any_style(browser: &Browser) -> Result<()> {
    let site = Site::default().answering("plain.css", Answer::NotFound);
    let page = browser.open(site, "framed/320/plain.html").await?;
    page.enter_frame().await?;
    let wide: Vec<String> = page
        .ask(
            "return [...document.querySelectorAll('body *')]
               .filter((it) => it.getBoundingClientRect().right > innerWidth)
               .map((it) => it.outerHTML.slice(0, 120));",
        )
        .await?;
    let [scroll, width]: [f64; 2] = page
        .ask("return [document.documentElement.scrollWidth, innerWidth];")
        .await?;
    ensure!(
        scroll <= width && wide.is_empty(),
        "{scroll} px wide on a phone of {width}: {wide:#?}"
    );
    let words: usize = page
        .ask("return document.body.innerText.split(/\\s+/).length;")
        .await?;
    ensure!(words > 4_000, "only {words} words");
    Ok(())
}

/// As on a server with a policy of its own for all of a site.
async fn where_a_policy_takes_nothing_inline_every_word_is_there(browser: &Browser) -> Result<()> {
    for file in ["index.html", "frame.html"] {
        let site = Site::default().under(STRICT_POLICY);
        let page = browser.open(site, file).await?;
        has_every_word(&page).await.context(file)?;
    }
    Ok(())
}

async fn has_every_word(page: &Page<'_>) -> Result<()> {
    let unseen: Vec<String> = page
        .ask_about(
            "return all(it).filter((element) => !shown(element) && element.textContent.trim()
                 && !element.closest('[popover], [hidden]:not(.section-body), slot'))
               .map((element) => element.textContent.trim());",
            json!(".section-heading, .section-body :is(p, li, td, th, h3, summary), .get-help li"),
        )
        .await?;
    ensure!(unseen.is_empty(), "not visible: {unseen:?}");
    let words: usize = page
        .ask("return one('.sections').innerText.split(/\\s+/).length;")
        .await?;
    ensure!(words > 4_000, "only {words} words");
    Ok(())
}

/// What a page or an extension saves of a shadow root is what it says may be saved.
async fn the_shadow_root_can_be_saved(browser: &Browser) -> Result<()> {
    for file in [
        "index.html",
        "fixtures/hosts/plain.html",
        "fixtures/hosts/any-language.html",
    ] {
        let page = browser.open(Site::default(), file).await?;
        page.until_ready().await?;
        let saved: Option<String> = page
            .ask("return document.body.getHTML?.({ serializableShadowRoots: true }) ?? null;")
            .await?;
        // Engines of before 2024 know no way to save it.
        let Some(saved) = saved else { continue };
        for words in ["shadowrootmode=\"open\"", "Get help now", "Found an error?"] {
            ensure!(saved.contains(words), "{file}: not saved: {words}");
        }
    }
    Ok(())
}
