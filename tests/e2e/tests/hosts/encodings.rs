//! Pages in an encoding of long ago, on servers that name none.

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    server::{dist, package},
    site::{Answer, Site},
};

use super::has_every_word;

in_every_engine!(a_page_that_is_not_utf8_shows_every_word_as_it_is);

/// What an encoding makes of curly quotes, dashes and accents that are read in another.
const STRAY: &str = "
    const words = [root, document.body].map((it) => it?.textContent).join(' ');
    return words.match(/\u{e2}\u{20ac}|\u{c2}|\u{c3}|\u{fffd}|[\u{ff61}-\u{ff9f}\u{4e00}-\u{9fff}]/g) ?? [];";

async fn a_page_that_is_not_utf8_shows_every_word_as_it_is(browser: &Browser) -> Result<()> {
    let plain = fs::read_to_string(package().join("fixtures/hosts/plain.html"))?;
    let include =
        fs::read_to_string(dist().join("include/en.html"))?.replace("/lupus-car-t/", "../../");
    let snippet = fs::read_to_string(dist().join("snippet/en.html"))?;
    let (before, rest) = plain.split_once("<script").context("no script")?;
    let (_, after) = rest.split_once("</lupus-car-t>").context("no element")?;
    let pages = [
        plain.clone(),
        format!("{before}{include}{after}"),
        format!("{before}{snippet}{after}"),
    ];
    for (page, encoding) in pages
        .iter()
        .zip(["windows-1252", "iso-8859-1", "shift_jis"])
    {
        let html: &'static str = page
            .replace("charset=\"utf-8\"", &format!("charset=\"{encoding}\""))
            .leak();
        ensure!(html.contains(encoding), "the page names no encoding");
        let site = Site::default()
            .without_charset()
            .host_under("")
            .answering("hosts/plain.html", Answer::Text(html));
        let page = browser.open(site, "fixtures/hosts/plain.html").await?;
        if html.contains("<lupus-car-t") {
            page.until_enabled("#risks-button").await?;
            has_every_word(&page).await?;
        }
        no_stray_marks(&page)
            .await
            .with_context(|| format!("in {encoding}"))?;
    }
    Ok(())
}

async fn no_stray_marks(page: &Page<'_>) -> Result<()> {
    let stray: Vec<String> = page.ask(STRAY).await?;
    ensure!(stray.is_empty(), "{} stray marks: {stray:?}", stray.len());
    Ok(())
}
