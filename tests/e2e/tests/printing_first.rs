//! On paper, too, the signs of an emergency come before all else: those for everyone on the first sheet, and the whole
//! help box before any section.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    paper::squeezed,
    site::{Answer, Site},
};
use serde::Deserialize;
use serde_json::json;

use crate::{frame, hosts::including, printing_shells::until_words_are_ready};

in_every_engine!(
    the_help_box_is_first_on_paper,
    the_help_box_is_first_on_the_paper_of_a_frame,
);

/// The day after the next review is due: a note says so.
const OVERDUE: &str = "2099-01-01T00:00:00Z";

/// What a page says that is to be first on paper.
#[derive(Deserialize)]
struct Words {
    /// The heading of the help box, its signs and whom to call, in their order.
    help: Vec<String>,
    /// How many of them come before the second list: the signs of an emergency for everyone.
    urgent: usize,
    /// The heading of the first section and its first paragraph.
    section: Vec<String>,
}

/// Reads them of the explainer, or of the same words in plain HTML.
const WORDS: &str = "
    const box = document.createElement('div');
    const plain = document.querySelector('article');
    const sections = it.plain
      ? [...plain.querySelectorAll(':scope > h2')].filter((it) => it.textContent === 'At a glance')
      : [one('.section-button'), one('.section-body p')];
    const texts = it.plain
      ? document.createTreeWalker(plain, NodeFilter.SHOW_TEXT)
      : document.createTreeWalker(one('.get-help'), NodeFilter.SHOW_TEXT);
    const help = [];
    const [first] = (it.plain ? plain : one('.get-help')).getElementsByTagName('ul');
    let urgent = 0;
    let isInside = !it.plain;
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (it.plain && parentElement.localName === 'h2') isInside = data === 'Get help now';
      if (!isInside || !data.trim() || !shown(parentElement)) continue;
      help.push(data);
      if (first.contains(parentElement)) urgent = help.length;
    }
    return { help, urgent, section: sections.map(({ textContent }) => textContent) };";

async fn the_help_box_is_first_on_paper(browser: &Browser) -> Result<()> {
    let host = "fixtures/hosts/phone.html";
    let include = Answer::Text(including("phone.html")?);
    let included = || Site::default().answering("hosts/phone.html", include);
    for (what, site, file, choices) in [
        (
            "its own page",
            Site::default(),
            "index.html",
            &["", "open", "all"][..],
        ),
        ("overdue", Site::default().at(OVERDUE), "index.html", &[""]),
        ("a host page", Site::default(), host, &[""]),
        ("an include", included(), host, &["all"]),
        ("an include, overdue", included().at(OVERDUE), host, &[""]),
    ] {
        let page = browser.open(site, file).await?;
        page.until_ready().await?;
        page.until_tools().await?;
        let words: Words = page.ask_about(WORDS, json!({ "plain": false })).await?;
        for choice in choices {
            page.ask_about::<()>(
                "if (it) one('.mount').dataset.print = it; else delete one('.mount').dataset.print;",
                json!(choice),
            )
            .await?;
            is_first(&page, &words)
                .await
                .with_context(|| format!("{what}, printed {choice}"))?;
        }
    }
    let page = browser
        .open(Site::default().unrecorded(), "plain.html")
        .await?;
    let mut words: Words = page.ask_about(WORDS, json!({ "plain": true })).await?;
    // In the letters of the browser, not all of them have room: the heading, that of the tier and the first sign do.
    words.urgent = 4;
    is_first(&page, &words).await.context("plain.html")
}

/// The page around the frame prints the words.
async fn the_help_box_is_first_on_the_paper_of_a_frame(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = frame::open(browser, &cdn, "carried.html").await?;
    page.until_ready().await?;
    frame::enter(&page).await?;
    let words: Words = page.ask_about(WORDS, json!({ "plain": false })).await?;
    browser.driver.enter_default_frame().await?;
    page.ask::<()>("scrollTo(0, 0);").await?;
    until_words_are_ready(&page).await?;
    is_first(&page, &words).await
}

/// Fails unless the words of the help box are on paper in their order, the most urgent on the first sheet, and the
/// first section after them.
async fn is_first(page: &Page<'_>, words: &Words) -> Result<()> {
    ensure!(
        words.help.len() > 20 && words.urgent > 3,
        "{:?}",
        words.help
    );
    ensure!(!words.section.is_empty(), "there is no section");
    let Some(sheets) = page.printed_sheets().await? else {
        return Ok(());
    };
    let first = sheets.first().context("no sheet")?;
    let all = sheets.concat();
    let mut end = 0;
    for (number, piece) in words.help.iter().enumerate() {
        let piece = squeezed(piece);
        let found = all[end..].find(&piece);
        let found =
            found.with_context(|| format!("not on paper after the words before: {piece}"))?;
        end += found + piece.len();
        ensure!(
            number >= words.urgent || end <= first.len(),
            "not on the first sheet: {piece}"
        );
    }
    for piece in words.section.iter().map(|it| squeezed(it)) {
        ensure!(!all[..end].contains(&piece), "before the help box: {piece}");
        ensure!(all[end..].contains(&piece), "not on paper: {piece}");
    }
    Ok(())
}
