//! What editors make of the snippet: classic `WordPress` puts paragraphs around it.

use std::{fs, process::Command};

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    server::package,
    site::{Answer, Site},
};

use super::works;

in_every_engine!(
    in_a_paragraph_of_an_editor_nothing_stays_below_the_explainer,
    in_a_paragraph_of_an_editor_the_link_stays_where_no_script_comes,
);

async fn in_a_paragraph_of_an_editor_nothing_stays_below_the_explainer(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(written()?, "fixtures/hosts/plain.html")
        .await?;
    works(&page).await?;
    let words = words_of_the_page(&page).await?;
    ensure!(
        words == "Words before. Words after.",
        "beside the explainer the page says `{words}`"
    );
    Ok(())
}

async fn in_a_paragraph_of_an_editor_the_link_stays_where_no_script_comes(
    browser: &Browser,
) -> Result<()> {
    let site = written()?.answering("embed.en.js", Answer::NotFound);
    let page = browser.open(site, "fixtures/hosts/plain.html").await?;
    let words = words_of_the_page(&page).await?;
    ensure!(
        words == "Words before. Lupus and CAR-T: read the explainer Words after.",
        "the page says `{words}`"
    );
    Ok(())
}

/// What a reader sees of the page's own words.
async fn words_of_the_page(page: &Page<'_>) -> Result<String> {
    page.ask(
        "const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
         const words = [];
         while (texts.nextNode()) {
           if (shown(texts.currentNode.parentElement)) words.push(texts.currentNode.data.trim());
         }
         return words.filter(Boolean).join(' ');",
    )
    .await
}

/// A page with the snippet of the README between two paragraphs, as the classic editor writes it down.
fn written() -> Result<Site> {
    let readme = fs::read_to_string(package().join("../../README.md"))?;
    let snippet = readme.split("\n```html\n").nth(1);
    let snippet = snippet.and_then(|rest| rest.split("\n```\n").next());
    let snippet = snippet.context("the README has no snippet")?;
    ensure!(snippet.contains("<lupus-car-t>"), "{snippet}");
    let snippet = snippet.replace("/lupus-car-t/", "../../");
    let post = format!("Words before.\n\n{snippet}\n\nWords after.");
    let output = Command::new("node")
        .current_dir(package())
        .args([
            "--input-type=module",
            "--eval",
            "import { autop } from '@wordpress/autop'; console.log(autop(process.argv[1]));",
            &post,
        ])
        .output()
        .context("starting node; was `npm ci` run in tests/e2e?")?;
    let html = String::from_utf8(output.stdout)?;
    ensure!(
        html.contains("<p>Words before.</p>"),
        "autop says {html}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let page = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A post</title></head>\
         <body><main>{html}</main></body></html>"
    );
    Ok(Site::default().answering("hosts/plain.html", Answer::Text(page.leak())))
}
