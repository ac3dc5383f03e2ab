//! The builder page: what a web editor chooses by keyboard stands in the snippet and in the preview.

use anyhow::{Context, Result, bail, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    server::package,
    site::{Answer, Site},
};
use serde_json::{Value, json};
use thirtyfour::Key;

in_every_engine!(
    what_is_chosen_by_keyboard_stands_in_the_snippet,
    the_preview_shows_what_was_chosen,
    a_policy_is_judged_while_it_is_pasted,
    axe_finds_nothing_on_the_builder,
    the_builder_fits_a_narrow_screen,
    without_a_manifest_there_is_still_a_snippet,
    without_webassembly_there_is_a_snippet_to_copy,
);

/// Opens the page and waits until it works.
async fn open<'browser>(
    browser: &'browser Browser,
    site: Site,
    file: &str,
) -> Result<Page<'browser>> {
    let page = browser.open(site, file).await?;
    until(&page, "return !!document.querySelector('#snippet-1');").await?;
    Ok(page)
}

async fn until(page: &Page<'_>, script: &str) -> Result<()> {
    page.until(script, async || page.ask(script).await).await
}

async fn text(page: &Page<'_>, selector: &str) -> Result<String> {
    let script = "return document.querySelector(it)?.textContent ?? '';";
    page.ask_about(script, json!(selector)).await
}

/// Presses `keys` with the focus on the element `id`.
async fn press_on(page: &Page<'_>, id: &str, keys: &[Key]) -> Result<()> {
    let script = "const wanted = document.getElementById(it); wanted.focus(); \
                  if (document.activeElement !== wanted) throw new Error(`${it} takes no focus`);";
    page.ask_about::<()>(script, json!(id)).await?;
    for key in keys {
        page.press(key.clone()).await?;
    }
    Ok(())
}

async fn type_into(page: &Page<'_>, id: &str, text: &str) -> Result<()> {
    let script = "const [id, text] = it; const field = document.getElementById(id); field.focus(); \
                  field.value = text; for (const type of ['input', 'change']) \
                  field.dispatchEvent(new InputEvent(type, { bubbles: true }));";
    page.ask_about(script, json!([id, text])).await
}

async fn what_is_chosen_by_keyboard_stands_in_the_snippet(browser: &Browser) -> Result<()> {
    let page = open(browser, Site::default(), "builder.html").await?;
    until(&page, "return !!document.querySelector('#down-risks');").await?;
    let plain = text(&page, "#snippet-1").await?;
    ensure!(plain.contains("<lupus-car-t>"), "{plain}");

    let order: Vec<String> = page
        .ask("return [...document.querySelectorAll('[id^=\"down-\"]')].map(({ id }) => id.slice(5));")
        .await?;
    let risks = order.iter().position(|it| it == "risks");
    let Some([_, first, second, third, ..]) = risks.and_then(|at| order.get(at..)) else {
        bail!("three sections are to follow the risks: {order:?}");
    };
    let moved = format!("{first} {second} risks {third}");

    press_on(&page, "way-element", &[Key::Down]).await?;
    press_on(&page, "theme-auto", &[Key::Down, Key::Down]).await?;
    press_on(&page, "links", &[Key::Space]).await?;
    page.ask::<()>("document.querySelector('summary').focus();")
        .await?;
    page.press(Key::Enter).await?;
    until(&page, "return document.querySelector('details').open;").await?;
    press_on(&page, "shown-glossary", &[Key::Space]).await?;
    press_on(&page, "down-risks", &[Key::Enter, Key::Enter]).await?;
    page.until("the section to be two places further", async || {
        Ok(text(&page, "#snippet-1").await?.contains(&moved))
    })
    .await?;
    let focused: String = page.ask("return document.activeElement.id;").await?;
    ensure!(focused == "down-risks", "the focus is on `{focused}`");

    let snippet = text(&page, "#snippet-1").await?;
    for part in ["mode=\"frame\"", "theme=\"dark\"", "links=\"off\"", &moved] {
        ensure!(snippet.contains(part), "no {part} in {snippet}");
    }
    ensure!(!snippet.contains("glossary"), "{snippet}");
    let lines = text(&page, "#policy-lines").await?;
    ensure!(lines.contains("frame-src 'self';"), "{lines}");
    page.nothing_went_wrong_with(0).await?;

    let folder = page.server.address("");
    let loaded: Vec<String> = page
        .ask("return performance.getEntriesByType('resource').map(({ name }) => name);")
        .await?;
    let outside: Vec<_> = loaded
        .iter()
        .filter(|address| !address.starts_with(&folder))
        .collect();
    ensure!(outside.is_empty(), "the builder asked for {outside:?}");
    Ok(())
}

async fn the_preview_shows_what_was_chosen(browser: &Browser) -> Result<()> {
    let page = open(browser, Site::default(), "builder.html").await?;
    press_on(&page, "theme-auto", &[Key::Down, Key::Down]).await?;
    type_into(&page, "accent", "#005eb8").await?;
    press_on(&page, "screen-phone", &[Key::Down, Key::Down]).await?;
    until(
        &page,
        "const frame = document.querySelector('iframe'); \
         return frame.src.includes('theme=dark') && frame.src.includes('accent=%23005eb8') \
           && frame.style.width === '1280px' \
           && frame.getBoundingClientRect().width <= frame.parentNode.getBoundingClientRect().width;",
    )
    .await?;
    page.enter_frame().await?;
    until(&page, "return host?.getAttribute('theme') === 'dark' && all('.section-button:enabled').length > 0;")
        .await?;
    browser.driver.enter_default_frame().await?;
    Ok(())
}

async fn a_policy_is_judged_while_it_is_pasted(browser: &Browser) -> Result<()> {
    let page = open(browser, Site::default(), "builder.html").await?;
    for (policy, verdict) in [
        ("default-src 'self'", "without WebAssembly"),
        ("script-src 'none'", "only what stands inside the tag"),
        ("default-src 'self' 'wasm-unsafe-eval'", "have all of it"),
        (
            "content-security-policy: script-src 'none'",
            "only what stands inside the tag",
        ),
        (
            "add_header Content-Security-Policy $policy;",
            "could not be read",
        ),
    ] {
        type_into(&page, "host-policy", policy).await?;
        let script = "return document.getElementById('verdict').textContent.includes(it);";
        page.until(verdict, async || {
            page.ask_about(script, json!(verdict)).await
        })
        .await?;
    }
    Ok(())
}

async fn axe_finds_nothing_on_the_builder(browser: &Browser) -> Result<()> {
    for theme in ["light", "dark"] {
        let page = open(browser, Site::default(), "builder.html").await?;
        until(&page, "return !!document.querySelector('#down-risks');").await?;
        browser.prefer_colours(theme).await?;
        type_into(
            &page,
            "host-policy",
            "default-src 'self'; script-src 'nonce-a'",
        )
        .await?;
        until(&page, "return !!document.querySelector('.findings');").await?;
        page.ask::<()>("document.querySelector('details').open = true;")
            .await?;
        let axe = package().join("node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(axe).context("run `npm ci` in tests/e2e")?;
        browser.driver.execute(axe, vec![]).await?;
        // The explainer in the preview has tests of its own.
        let script = "const done = arguments[0]; const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', \
                      'wcag22aa', 'best-practice']; axe.run(document, { runOnly, iframes: false }).then( \
                      ({ violations, passes }) => done([passes.length, violations.flatMap(({ id, nodes }) => \
                      nodes.map(({ html }) => `${id}: ${html}`))]), (error) => done([0, [String(error)]]));";
        let answer = browser.driver.execute_async(script, vec![]).await?;
        let (passes, violations): (usize, Vec<Value>) =
            serde_json::from_value(answer.json().clone())?;
        ensure!(violations.is_empty(), "{theme}: axe finds {violations:#?}");
        ensure!(passes > 10, "{theme}: axe looked at {passes} rules");
    }
    Ok(())
}

async fn the_builder_fits_a_narrow_screen(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "framed/320/builder.html")
        .await?;
    page.enter_frame().await?;
    until(&page, "return !!document.querySelector('#down-risks');").await?;
    page.ask::<()>("document.querySelector('details').open = true;")
        .await?;
    let script = "
        const targets = [...document.querySelectorAll('button, select, summary, label, [type=text], [type=color]')]
          .filter((it) => it.getClientRects().length > 0 && it.closest('.option, button, select, summary, input'))
          .filter((it) => it.getBoundingClientRect().height < 44).map((it) => it.outerHTML);
        return [document.documentElement.scrollWidth, targets];";
    let (width, small): (u32, Vec<String>) = page.ask(script).await?;
    browser.driver.enter_default_frame().await?;
    ensure!(width <= 320, "the page is {width} pixels wide");
    ensure!(small.is_empty(), "too small to touch: {small:#?}");
    Ok(())
}

async fn without_a_manifest_there_is_still_a_snippet(browser: &Browser) -> Result<()> {
    let site = Site::default().answering("manifest.json", Answer::NotFound);
    let page = open(browser, site, "builder.html").await?;
    until(
        &page,
        "return !!document.querySelector('[role=alert]')?.textContent.includes('manifest.json');",
    )
    .await?;
    let snippet = text(&page, "#snippet-1").await?;
    ensure!(snippet.contains("embed.en.js"), "{snippet}");
    ensure!(
        text(&page, "#pinned").await?.is_empty(),
        "a hash that nobody knows"
    );
    Ok(())
}

async fn without_webassembly_there_is_a_snippet_to_copy(browser: &Browser) -> Result<()> {
    let site = Site::default()
        .under("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'");
    let page = browser.open(site, "builder.html").await?;
    until(&page, "return !document.querySelector('.failed').hidden;").await?;
    let words = text(&page, ".failed").await?;
    ensure!(words.contains("<lupus-car-t>"), "{words}");
    Ok(())
}
