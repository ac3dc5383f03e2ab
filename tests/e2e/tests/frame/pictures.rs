//! Colors, sizes and fonts that a page says stay what they are: nothing is loaded because of one.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, server::Server, site::Site};
use serde_json::json;

use crate::contract::properties;

in_every_engine!(
    no_address_has_a_frame_load_anything,
    no_message_has_a_frame_load_anything,
    no_stylesheet_of_a_page_has_the_explainer_load_anything,
    a_frame_takes_each_value_that_is_one,
);

/// Opens a page with the payloads. Without a policy anywhere, since one would stop what this looks for.
async fn open<'browser>(browser: &'browser Browser, file: &str) -> Result<Page<'browser>> {
    let page = browser.open(Site::default().under(""), file).await?;
    page.ask::<()>(
        "const script = document.createElement('script');
         script.src = '/fixtures/frames/payloads.js';
         document.head.append(script);",
    )
    .await?;
    page.until("the payloads", async || {
        page.ask("return !!window.CHAIN;").await
    })
    .await?;
    Ok(page)
}

/// Fails if a server was asked for what a payload names, before what the page now asks of it.
async fn nothing_was_asked(page: &Page<'_>, foreign: &Server) -> Result<()> {
    page.settle().await?;
    for server in [foreign, &page.server] {
        let last = "const image = new Image(); image.src = it; document.body.append(image);";
        page.ask_about::<()>(last, json!(server.address("last.png")))
            .await?;
        page.until("the last request", async || {
            Ok(server.times_asked("/last.png") > 0)
        })
        .await?;
        let mut asked = server.asked();
        asked.retain(|path| path.starts_with("/stolen/"));
        ensure!(asked.is_empty(), "{} requests: {asked:?}", asked.len());
        server.forget();
    }
    Ok(())
}

async fn no_address_has_a_frame_load_anything(browser: &Browser) -> Result<()> {
    let foreign = Site::default().serve().await?;
    for sign in ["?", "#"] {
        let page = open(browser, "fixtures/frames/holder.html").await?;
        // In the first frame all properties have one payload, and in each of four others another.
        page.ask_about::<()>(
            "const [names, foreign, sign] = it;
             for (let frame = -1; frame < 4; frame += 1) {
               const options = new URLSearchParams([[CHAIN[0], filled(CHAIN[1], foreign)]]);
               names.forEach((name, index) =>
                 options.set(name, filled(frame < 0 ? CHAIN[1]
                   : PAYLOADS[(index + frame * names.length) % PAYLOADS.length], foreign)));
               const made = document.createElement('iframe');
               made.width = made.height = 300;
               made.src = `/frame.html${sign}${options}`;
               document.querySelector('h1').before(made);
             }",
            json!([properties()?, foreign.folder(), sign]),
        )
        .await?;
        page.until("all six frames to answer", async || {
            page.ask("return hellos.length === 6;").await
        })
        .await?;
        nothing_was_asked(&page, &foreign).await?;
    }
    Ok(())
}

async fn no_message_has_a_frame_load_anything(browser: &Browser) -> Result<()> {
    let foreign = Site::default().serve().await?;
    let page = open(browser, "fixtures/frames/holder.html").await?;
    page.until("the frame to answer", async || {
        page.ask("return hellos.length === 1;").await
    })
    .await?;
    let count: usize = page
        .ask_about(
            "window.sent = PAYLOADS.map((payload) => [[CHAIN[0], filled(CHAIN[1], it[1])],
               ...it[0].map((name) => [name, filled(payload, it[1])])]);
             return sent.length;",
            json!([properties()?, foreign.folder()]),
        )
        .await?;
    for index in 0..count {
        page.ask_about::<()>(
            "say({ properties: sent[it], call: 'openAll' });",
            json!(index),
        )
        .await?;
        page.settle().await?;
    }
    nothing_was_asked(&page, &foreign).await?;
    page.enter_frame().await?;
    let (kept, said): (String, Vec<String>) = page
        .ask("return [host.getAttribute('style') ?? '', recorded.console];")
        .await?;
    ensure!(!kept.contains("--lct"), "what was refused is kept: {kept}");
    // The last one of each kind, which is too long, and one that is not known.
    for (name, allowed) in [
        ("--lct-accent", "allowed is a color"),
        ("--lct-radius", "allowed is a length"),
        ("--lct-font", "allowed is names of fonts"),
        ("--lct-chain", "no property of this name"),
    ] {
        let of_it: Vec<_> = said
            .iter()
            .filter(|it| it.contains(&format!("`{name}` has the value `")))
            .collect();
        ensure!(
            of_it.len() >= count - 1 && of_it.iter().all(|it| it.contains(allowed)),
            "of {name} it is said {of_it:#?}"
        );
    }
    Ok(())
}

async fn no_stylesheet_of_a_page_has_the_explainer_load_anything(browser: &Browser) -> Result<()> {
    let foreign = Site::default().serve().await?;
    let page = open(browser, "fixtures/hosts/plain.html").await?;
    page.until_ready().await?;
    page.ask::<()>("host.openAll(); for (const more of all('details')) more.open = true;")
        .await?;
    page.until_all_open().await?;
    page.ask::<()>("all('.search-button')[0].click();").await?;
    page.ask_about::<()>(
        "window.sheet = document.createElement('style');
         document.head.append(sheet);
         window.rules = PAYLOADS.map((payload) => `:root { ${CHAIN[0]}: ${filled(CHAIN[1], it[1])} } lupus-car-t {
           ${it[0].map((name) => `${name}: ${filled(payload, it[1])}`).join(';')} }`);",
        json!([properties()?, foreign.folder()]),
    )
    .await?;
    let count: usize = page.ask("return rules.length;").await?;
    for index in 0..count {
        // A rule that ends early begins another, which is the page's own.
        page.ask_about::<()>(
            "const rule = rules[it];
             if (!/[;}] ?\\*|; background/.test(rule)) sheet.textContent = rule;",
            json!(index),
        )
        .await?;
        page.settle().await?;
    }
    nothing_was_asked(&page, &foreign).await
}

/// Values of each kind, as pages write them.
const VALUES: [(&str, &str); 33] = [
    ("--lct-accent", "red"),
    ("--lct-accent", "RebeccaPurple"),
    ("--lct-accent", "#abc"),
    ("--lct-accent", "#AABBCC80"),
    ("--lct-accent", "rgb(0, 94, 184)"),
    ("--lct-accent", "rgba(0 94 184 / 50%)"),
    ("--lct-accent", "RGB(0 94 184)"),
    ("--lct-accent", "hsl(210deg 100% 36%)"),
    ("--lct-accent", "hwb(210 0% 28%)"),
    ("--lct-accent", "lab(40% 0 -50)"),
    ("--lct-accent", "lch(40% 50 270)"),
    ("--lct-accent", "oklab(0.5 0 -0.1)"),
    ("--lct-accent", "oklch(0.5 0.1 250)"),
    ("--lct-accent", "color(display-p3 0 0.4 0.7)"),
    ("--lct-accent", "color-mix(in oklab, red 30%, rgb(0 0 255))"),
    ("--lct-accent", "light-dark(#005eb8, rgb(153 204 255))"),
    ("--lct-accent", "rgb(from red calc(r / 2) g b)"),
    (
        "--lct-accent",
        "hsl(calc(180deg + (30deg * 1)) 100% min(36%, 40%))",
    ),
    ("--lct-background", "transparent"),
    ("--lct-text", "CanvasText"),
    ("--lct-text", "currentcolor"),
    ("--lct-radius", "0"),
    ("--lct-radius", "3px"),
    ("--lct-radius", ".5rem"),
    ("--lct-font-size", "1.25em"),
    ("--lct-font-size", "clamp(1rem, 0.9rem + 0.5vw, 1.5rem)"),
    ("--lct-measure", "calc(30em + (2px * 3))"),
    ("--lct-measure", "100%"),
    ("--lct-font", "Georgia"),
    ("--lct-font", "Source Sans Pro, sans-serif"),
    (
        "--lct-font",
        "\"Helvetica Neue\", 'Segoe UI', -apple-system, system-ui, sans-serif",
    ),
    ("--lct-font", "\"Name (of a font), with signs\", serif"),
    ("--lct-font", "Noto Sans 日本語, serif"),
];

async fn a_frame_takes_each_value_that_is_one(browser: &Browser) -> Result<()> {
    let page = open(browser, "fixtures/frames/holder.html").await?;
    page.until("the frame to answer", async || {
        page.ask("return hellos.length === 1;").await
    })
    .await?;
    for (name, value) in VALUES {
        page.ask_about::<()>("say({ properties: [it] });", json!([name, value]))
            .await?;
        page.enter_frame().await?;
        page.until(&format!("{name} to be {value}"), async || {
            let script = "return host.style.getPropertyValue(it).trim();";
            let now: String = page.ask_about(script, json!(name)).await?;
            // WebKit writes names of fonts in quotes of its own.
            Ok(now.replace('\'', "\"") == value.replace('\'', "\""))
        })
        .await?;
        browser.driver.enter_default_frame().await?;
    }
    page.ask::<()>("say({ properties: [] });").await?;
    page.enter_frame().await?;
    page.until("a property that is said no more to be gone", async || {
        page.ask("return !host.style.getPropertyValue('--lct-font');")
            .await
    })
    .await?;
    let said: Vec<String> = page.ask("return recorded.console;").await?;
    ensure!(said.is_empty(), "it is said {said:?}");
    Ok(())
}
