//! A reader goes to another page while files are on their way, and comes back. Browsers may have kept the page, and may
//! have given up what was on its way.

use anyhow::Result;
use e2e::{
    browsers::Browser,
    in_every_engine,
    site::{Answer, Site},
};
use serde_json::json;

in_every_engine!(what_was_on_its_way_comes_after_the_way_back);

/// Adds the script and the element to the page, once: only then, since a driver waits for all that a page loads.
const BEGIN: &str = "if (!document.querySelector('lupus-car-t')) {
  const script = Object.assign(document.createElement('script'), { src: it });
  const element = document.createElement('lupus-car-t');
  element.setAttribute('loading', 'eager');
  document.body.append(script, element);
}";

async fn what_was_on_its_way_comes_after_the_way_back(browser: &Browser) -> Result<()> {
    for (file, script) in [
        ("later-", "embed.en.js"),
        ("tools-", "embed.en.js"),
        (".wasm", "embed.en.js"),
        ("widget-", "embed.en.js"),
        ("fragment/en.html", "embed.js"),
    ] {
        let site = Site::default()
            .host_under("")
            .answering(file, Answer::Held)
            .cached();
        let page = browser.open(site, "fixtures/hosts/bare.html").await?;
        let script = page.server.address(script);
        page.ask_about::<()>(BEGIN, json!(script)).await?;
        page.until(&format!("{file} to be asked for"), async || {
            Ok(page.server.asked().iter().any(|path| path.contains(file)))
        })
        .await?;
        page.go("fixtures/hosts/empty.html").await?;
        page.server.release();
        page.browser.driver.back().await?;
        page.until("the way back", async || {
            page.ask("return location.pathname.endsWith('bare.html') && document.readyState === 'complete';")
                .await
        })
        .await?;
        // Where the browser has not kept the page, all begins again.
        page.ask_about::<()>(BEGIN, json!(script)).await?;
        page.until("all of it", async || {
            page.ask(
                "return recorded.events.some(({ name }) => name === 'lct-ready')
                   && ['print', 'text-size'].every((tool) => all(`[data-tool=${tool}]:enabled`).some(shown));",
            )
            .await
        })
        .await?;
    }
    Ok(())
}
