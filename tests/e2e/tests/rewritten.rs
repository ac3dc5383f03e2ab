//! Minifiers, caches and systems that manage content rewrite the included text: all of it works all the same.

use std::{fs, process::Command};

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    server::{dist, package},
    site::{Answer, Site},
};

use crate::hosts::{has_every_word, opens_by_its_buttons};

in_every_engine!(
    rewritten_text_is_taken_over,
    sections_that_stand_in_another_order_are_taken_over,
    while_rewritten_text_arrives_nothing_opens_that_is_not_asked_for,
);

/// The text as a server includes it.
fn include() -> Result<String> {
    let include = fs::read_to_string(dist().join("include/en.html"))?;
    Ok(include.replace("/lupus-car-t/", "../../"))
}

fn page_with(include: &str) -> Result<String> {
    let page = fs::read_to_string(package().join("fixtures/hosts/plain.html"))?;
    let (before, rest) = page.split_once("<script").context("no script")?;
    let (_, after) = rest.split_once("</lupus-car-t>").context("no element")?;
    // Some browsers wait for the first kilobyte of a page.
    let words = "<p>Words of the page itself.</p>".repeat(40);
    Ok(format!("{before}{words}{include}{after}"))
}

/// What `WordPress` makes of it, by its own rules.
fn with_paragraphs(html: &str) -> Result<String> {
    let script = "import { autop } from '@wordpress/autop'; import { readFileSync } from 'node:fs';
                  process.stdout.write(autop(readFileSync(process.argv[1], 'utf8')));";
    by_node(script, html)
}

/// What a script of node makes of a file.
fn by_node(script: &str, html: &str) -> Result<String> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("include.html");
    fs::write(&file, html)?;
    let output = Command::new("node")
        .current_dir(package())
        .args(["--input-type=module", "--eval", script, "--"])
        .arg(&file)
        .output()
        .context("starting node")?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// The text as html-minifier-terser leaves it, with what its users most often turn on.
fn minified(html: &str) -> Result<String> {
    let script = "import { minify } from 'html-minifier-terser'; import { readFileSync } from 'node:fs';
                  process.stdout.write(await minify(readFileSync(process.argv[1], 'utf8'), {
                    collapseWhitespace: true, removeComments: true, removeOptionalTags: true,
                    removeAttributeQuotes: true, removeEmptyAttributes: true, collapseBooleanAttributes: true,
                    removeRedundantAttributes: true, sortAttributes: true, sortClassName: true,
                  }));";
    by_node(script, html)
}

/// What became of the text, by what rewrote it.
fn rewritten() -> Result<[(&'static str, String); 4]> {
    let include = include()?;
    Ok([
        ("with a line after each tag", include.replace("><", ">\n<")),
        (
            "with paragraphs",
            with_paragraphs(&include.replace("</section>", "</section>\n\n"))?,
        ),
        ("minified", minified(&include)?),
        (
            "with a comment and a span in each paragraph",
            include
                .replace("<p>", "<p><!-- ad --><span>")
                .replace("</p>", "</span></p>"),
        ),
    ])
}

async fn rewritten_text_is_taken_over(browser: &Browser) -> Result<()> {
    for (what, include) in rewritten()? {
        let html: &'static str =
            page_with(&include.replace("<lupus-car-t ", "<lupus-car-t loading=\"eager\" "))?.leak();
        let site = Site::default()
            .host_under("")
            .answering("hosts/plain.html", Answer::Text(html));
        let page = browser.open(site, "fixtures/hosts/plain.html").await?;
        is_taken_over(&page).await.with_context(|| what)?;
    }
    Ok(())
}

/// The text with its sections the other way round, and their ids in that order.
fn reversed(include: &str) -> Result<(String, Vec<String>)> {
    let (parts, rest) = include.rsplit_once("</section>").context("no section")?;
    // What stands before each section, such as the label of its group, stays where it is.
    let parts: Option<Vec<(&str, &str)>> = parts
        .split("</section>")
        .map(|part| part.split_once("<section"))
        .collect();
    let parts = parts.context("what ends has not begun")?;
    let sections = parts.iter().rev().map(|(_, section)| *section);
    let id = |section: &str| {
        let (_, rest) = section.split_once("id=\"section-")?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let ids: Option<Vec<String>> = sections.clone().map(id).collect();
    let text = parts
        .iter()
        .zip(sections)
        .map(|((before, _), section)| [before, "<section", section, "</section>"].concat());
    let text = [&text.collect::<String>(), rest].concat();
    Ok((text, ids.context("a section has no id")?))
}

async fn sections_that_stand_in_another_order_are_taken_over(browser: &Browser) -> Result<()> {
    let (include, ids) = reversed(&include()?)?;
    ensure!(ids.len() > 10, "only {ids:?}");
    let html: &'static str =
        page_with(&include.replace("<lupus-car-t ", "<lupus-car-t loading=\"eager\" "))?.leak();
    let site = Site::default()
        .host_under("")
        .answering("hosts/plain.html", Answer::Text(html));
    let page = browser.open(site, "fixtures/hosts/plain.html").await?;
    page.until_ready().await?;
    page.until_open(&["at-a-glance"]).await?;
    answers_its_reader(&page).await?;
    let shown: Vec<String> = page.sections().await?.into_iter().map(|it| it.id).collect();
    ensure!(shown == ids, "{shown:?} in the place of {ids:?}");
    Ok(())
}

async fn is_taken_over(page: &Page<'_>) -> Result<()> {
    page.until_ready().await?;
    page.until_open(&["at-a-glance"]).await?;
    has_every_word(page).await?;
    answers_its_reader(page).await
}

async fn answers_its_reader(page: &Page<'_>) -> Result<()> {
    opens_by_its_buttons(page).await?;
    page.click(".search-button").await?;
    page.type_words("nephritis").await?;
    page.until("words that are found", async || {
        page.ask("return all('.search-result mark').filter(shown).length > 0;")
            .await
    })
    .await?;
    page.nothing_went_wrong().await
}

/// Whatever stands in the text, the script knows when all of it has come.
async fn while_rewritten_text_arrives_nothing_opens_that_is_not_asked_for(
    browser: &Browser,
) -> Result<()> {
    for (what, include) in rewritten()? {
        let html: &'static str = page_with(
            &include
                .replace("embed.js\" async", "embed.js\"")
                .replace("<script async ", "<script "),
        )?
        .leak();
        let site = Site::default()
            .host_under("")
            .answering("hosts/plain.html", Answer::Text(html))
            .answering("hosts/plain.html", Answer::HeldFrom("section-symptoms"));
        let page = browser.open(site, "fixtures/hosts/bare.html").await?;
        page.show_framed("fixtures/hosts/plain.html", [1280, 900])
            .await?;
        page.until("the first two sections", async || {
            let states: Vec<(String, String)> = page
                .ask(
                    "const inside = document.querySelector('iframe').contentDocument?.querySelector('lupus-car-t');
                     return [...(inside?.shadowRoot?.querySelectorAll('.section-button:enabled') ?? [])]
                       .map((button) => [button.id, button.getAttribute('aria-expanded')]);",
                )
                .await?;
            let wanted = [("at-a-glance-button", "true"), ("what-is-lupus-button", "false")];
            Ok(states == wanted.map(|(id, open)| (id.to_owned(), open.to_owned())))
        })
        .await
        .with_context(|| what)?;
        page.server.release();
        page.enter_frame().await?;
        page.until_open(&["at-a-glance"])
            .await
            .with_context(|| what)?;
        let disabled: usize = page
            .ask("return all('.section-button:disabled').length;")
            .await?;
        ensure!(
            disabled == 0,
            "{what}: {disabled} sections have a button that does not answer"
        );
        browser.driver.enter_parent_frame().await?;
    }
    Ok(())
}
