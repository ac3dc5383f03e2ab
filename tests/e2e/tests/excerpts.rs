//! Excerpts: what is left of a page once its tags are stripped are words that a reader sees there, too.

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    paper::squeezed,
    server::{dist, package},
    site::{Answer, Site},
};

use crate::{hosts::including, without_script::NO_SCRIPT};

in_every_engine!(
    the_excerpt_of_an_include_is_what_a_reader_sees,
    the_excerpt_of_the_snippet_is_what_a_reader_sees_without_script,
);

/// How many words an excerpt of `WordPress` has.
const LENGTH: usize = 55;

/// The first words of a page, as `WordPress` takes them for an excerpt: scripts and styles go with what is in them, of
/// all else the tags go.
fn excerpt(html: &str) -> Result<String> {
    let mut rest = html.to_owned();
    for tag in ["script", "style"] {
        while let Some((before, after)) = rest.split_once(&format!("<{tag}")) {
            let (_, after) = after
                .split_once(&format!("</{tag}>"))
                .context("an open tag")?;
            rest = format!("{before}{after}");
        }
    }
    let words: String = rest
        .split('<')
        .enumerate()
        .map(|(number, piece)| match piece.split_once('>') {
            Some((_, words)) if number > 0 => words,
            _ => piece,
        })
        .collect();
    let words = ["&#x2019;", "&#x2060;"]
        .iter()
        .zip(["\u{2019}", "\u{2060}"])
        .fold(words, |words, (escaped, letter)| {
            words.replace(escaped, letter)
        });
    let words: Vec<&str> = words.split_whitespace().take(LENGTH).collect();
    Ok(words.join(" "))
}

async fn the_excerpt_of_an_include_is_what_a_reader_sees(browser: &Browser) -> Result<()> {
    let words = excerpt(&fs::read_to_string(dist().join("include/en.html"))?)?;
    ensure!(words.split(' ').count() == LENGTH, "{words}");
    let site = || {
        let page = including("plain.html")?;
        anyhow::Ok(Site::default().answering("hosts/plain.html", Answer::Text(page)))
    };
    let page = browser.open(site()?, "fixtures/hosts/plain.html").await?;
    page.until_ready().await?;
    are_seen(&page, &words).await?;

    let site = site()?.host_under(NO_SCRIPT).unrecorded();
    let page = browser.open(site, "fixtures/hosts/plain.html").await?;
    are_seen(&page, &words).await.context("without script")
}

async fn the_excerpt_of_the_snippet_is_what_a_reader_sees_without_script(
    browser: &Browser,
) -> Result<()> {
    let readme = fs::read_to_string(package().join("../../README.md"))?;
    let snippets: Vec<&str> = readme
        .split("\n```html\n")
        .skip(1)
        .filter_map(|rest| rest.split("\n```\n").next())
        .filter(|snippet| snippet.contains("<lupus-car-t"))
        .collect();
    ensure!(snippets.len() > 3, "{snippets:?}");
    for snippet in snippets {
        let words = excerpt(snippet)?;
        let html = format!(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A page</title></head>\
             <body><main>{snippet}</main></body></html>"
        );
        let site = Site::default()
            .host_under(NO_SCRIPT)
            .unrecorded()
            .answering("hosts/plain.html", Answer::Text(html.leak()));
        let page = browser.open(site, "fixtures/hosts/plain.html").await?;
        are_seen(&page, &words)
            .await
            .with_context(|| snippet.to_owned())?;
    }
    Ok(())
}

/// Fails unless a reader sees these words, one after the other.
async fn are_seen(page: &Page<'_>, words: &str) -> Result<()> {
    let seen: String = page
        .ask(
            "const texts = document.createTreeWalker(root ?? host, NodeFilter.SHOW_TEXT);
             let seen = '';
             while (texts.nextNode()) {
               const { data, parentElement } = texts.currentNode;
               if (parentElement && shown(parentElement)) seen += data;
             }
             return seen;",
        )
        .await?;
    let words = squeezed(words);
    ensure!(
        squeezed(&seen).contains(&words),
        "`{words}` is not in `{seen}`"
    );
    Ok(())
}
