//! What editors make of the snippet: classic `WordPress` puts paragraphs around it.

use std::{fs, process::Command};

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    paper::squeezed,
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
    for snippet in snippets()? {
        let page = browser
            .open(written(&snippet)?, "fixtures/hosts/plain.html")
            .await?;
        works(&page).await.with_context(|| snippet.clone())?;
        let words = words_of_the_page(&page).await?;
        // What is in a slot is the page's own, and stands where the explainer has the slot.
        let inside: Vec<String> = page
            .ask(
                "return [...host.querySelectorAll(':scope > [slot]')].filter(shown)
                   .map(({ textContent }) => textContent);",
            )
            .await?;
        let wanted = format!("Words before. {} Words after.", inside.concat());
        ensure!(
            squeezed(&words) == squeezed(&wanted),
            "beside the explainer the page says `{words}`: {snippet}"
        );
        let slots: usize = page
            .ask("return host.querySelectorAll(':scope > [slot]').length;")
            .await?;
        ensure!(
            slots == snippet.matches("slot=").count() && inside.is_empty() == (slots == 0),
            "{slots} slots stay, and {inside:?} is shown: {snippet}"
        );
    }
    Ok(())
}

async fn in_a_paragraph_of_an_editor_the_link_stays_where_no_script_comes(
    browser: &Browser,
) -> Result<()> {
    for snippet in snippets()? {
        let site = written(&snippet)?.answering("embed.en.js", Answer::NotFound);
        let page = browser.open(site, "fixtures/hosts/plain.html").await?;
        let words = words_of_the_page(&page).await?;
        let inside: String = page.ask("return host.textContent;").await?;
        let wanted = format!("Words before. {inside} Words after.");
        ensure!(
            squeezed(&words) == squeezed(&wanted),
            "the page says `{words}`: {snippet}"
        );
    }
    Ok(())
}

/// A heading would close the paragraph, and so the tag: what the README has instead for such editors.
const TITLE: &str = "<span slot=\"title\" role=\"heading\" aria-level=\"2\">";

/// The snippets of the README that have something inside the tag, as they are written for the classic editor.
fn snippets() -> Result<Vec<String>> {
    let readme = fs::read_to_string(package().join("../../README.md"))?;
    ensure!(readme.contains(TITLE), "the README has no `{TITLE}`");
    let script = "<script src=\"../../embed.en.js\"></script>";
    let snippets: Vec<String> = readme
        .split("\n```html\n")
        .skip(1)
        .filter_map(|rest| rest.split("\n```\n").next())
        .filter(|snippet| snippet.contains("</lupus-car-t>"))
        .map(|snippet| {
            let snippet = snippet
                .replace("/lupus-car-t/", "../../")
                .replace("<h2 slot=\"title\">", TITLE)
                .replace("</h2>", "</span>");
            if snippet.contains("<script") {
                snippet
            } else {
                format!("{script}\n{snippet}")
            }
        })
        .collect();
    ensure!(
        snippets.len() > 3 && snippets.iter().any(|it| it.contains(TITLE)),
        "{snippets:?}"
    );
    Ok(snippets)
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

/// A page with a snippet between two paragraphs, as the classic editor writes it down.
fn written(snippet: &str) -> Result<Site> {
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
