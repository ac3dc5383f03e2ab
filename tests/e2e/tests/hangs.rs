//! Files that never come, neither well nor ill: after half a minute the page goes on without them.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};

use serde_json::json;

use crate::hosts::opens_by_its_buttons;

in_every_engine!(
    a_file_that_hangs_is_given_up_after_half_a_minute,
    in_a_frame_what_hangs_leaves_the_words,
);

/// The file that hangs, the script and the mode of the element, and what is told: a stage, or that the tools stay away.
const HANGING: [(&str, &str, &str, &str); 8] = [
    ("later-", "embed.en.js", "element", "load"),
    (".wasm", "embed.en.js", "element", "load"),
    ("widget-", "embed.en.js", "element", "load"),
    ("tools-", "embed.en.js", "element", "tools"),
    ("fragment/en.html", "embed.js", "element", "text"),
    ("widget.css", "embed.js", "element", "text"),
    ("later-", "embed.en.js", "frame", "load"),
    ("frame-", "embed.en.js", "frame", "load"),
];

async fn a_file_that_hangs_is_given_up_after_half_a_minute(browser: &Browser) -> Result<()> {
    for (file, script, mode, told) in HANGING {
        let what = format!("{script}, mode={mode}, while {file} hangs");
        let site = Site::default()
            .patient()
            .host_under("")
            .answering(file, Answer::Held);
        // Only once the page is there: a driver waits for all that it loads before.
        let page = browser.open(site, "fixtures/inside/page.html").await?;
        page.ask_about::<()>(
            "document.querySelector('main').innerHTML =
               `<lupus-car-t loading=eager mode=${it[1]}><p><a href=#>A link</a></p></lupus-car-t>`;
             document.head.append(Object.assign(document.createElement('script'), { src: '../../' + it[0] }));",
            json!([script, mode]),
        )
        .await?;
        page.until(&format!("{file} to be asked for"), async || {
            Ok(page.server.asked().iter().any(|path| path.contains(file)))
        })
        .await?;
        // The half minute passes for whatever else is on its way, too.
        if told == "tools" {
            page.until_event("lct-ready").await?;
        }
        page.settle().await?;
        page.ask::<()>("halfAMinutePasses();").await?;
        is_given_up(&page, told).await.context(what)?;
    }
    Ok(())
}

async fn is_given_up(page: &Page<'_>, told: &str) -> Result<()> {
    page.until("what is told", async || {
        let said: Vec<String> = page.ask("return recorded.console;").await?;
        Ok(said.iter().any(|it| it.contains("over 30 seconds")))
    })
    .await?;
    let stages: Vec<String> = page
        .ask("return recorded.events.filter(({ name }) => name === 'lct-error').map(({ detail }) => detail.stage);")
        .await?;
    if told == "tools" {
        ensure!(stages.is_empty(), "{stages:?}");
    } else {
        ensure!(stages == [told], "{stages:?}");
    }
    let thrown: Vec<String> = page.ask("return recorded.errors;").await?;
    ensure!(thrown.is_empty(), "the page catches {thrown:?}");
    let has_text: bool = page.ask("return !!root?.querySelector('.mount');").await?;
    if has_text {
        return opens_by_its_buttons(page).await;
    }
    let seen: bool = page.ask("return shown(host.querySelector('a'));").await?;
    ensure!(seen, "what is inside the tag is gone");
    Ok(())
}

async fn in_a_frame_what_hangs_leaves_the_words(browser: &Browser) -> Result<()> {
    for hanging in ["later-", "tools-", "widget-"] {
        let site = Site::default()
            .patient()
            .host_under("")
            .answering(hanging, Answer::Held);
        let page = browser.open(site, "fixtures/hosts/bare.html").await?;
        page.show_framed("frame.html", [800, 600]).await?;
        page.until("the words to be painted", async || {
            page.ask(
                "const view = document.querySelector('iframe').contentWindow;
                 view?.halfAMinutePasses?.();
                 const inside = view?.document.querySelector('lupus-car-t')?.shadowRoot;
                 return view?.performance.getEntriesByName('first-contentful-paint').length > 0
                   && inside?.querySelector('#about-body')?.textContent.length > 100;",
            )
            .await
        })
        .await
        .context(hanging)?;
    }
    Ok(())
}
