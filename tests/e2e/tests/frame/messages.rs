//! Each side of a frame takes from the other what it should say, and nothing else.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, site::Site};
use serde_json::{Value, json};

use super::{enter_as_it_is, height, open};

in_every_engine!(
    a_page_takes_only_what_a_frame_should_say,
    a_frame_takes_only_what_a_page_should_say,
);

/// What a frame may say, in the words of a script, each with what the page's listeners then get.
const SAID: [(&str, &str); 8] = [
    (
        "{ event: 'ready', detail: { more: 1 } }",
        r#"["lct-ready", null]"#,
    ),
    (
        "{ event: 'toggle', detail: { section: 'risks', open: true, more: [1] } }",
        r#"["lct-toggle", { "section": "risks", "open": true }]"#,
    ),
    (
        "{ event: 'language', detail: { lang: 'de-AT' } }",
        r#"["lct-language", { "lang": "de-AT" }]"#,
    ),
    (
        "{ event: 'stale', detail: { due: '2027-01-31' } }",
        r#"["lct-stale", { "due": "2027-01-31" }]"#,
    ),
    (
        "{ event: 'feedback', detail: { section: 'risks', clear: false } }",
        r#"["lct-feedback", { "section": "risks", "clear": false }]"#,
    ),
    (
        "{ event: 'error', detail: { stage: 'run', reason: 'x'.repeat(100000) } }",
        r#"["lct-error", { "stage": "run", "reason": 500 }]"#,
    ),
    ("{ height: 1234 }", "null"),
    ("{ open: ['risks', 'symptoms'] }", "null"),
];

/// What it may not.
const LIES: &str = "[
    null, undefined, 5, 'text', [], [null], true, () => {},
    { event: 'constructor', detail: {} }, { event: '__proto__', detail: {} }, { event: ['ready', 'x'] },
    { event: 'click', detail: {} }, { event: { toString: 1 } },
    { event: 'toggle' }, { event: 'toggle', detail: null }, { event: 'toggle', detail: 'risks' },
    { event: 'toggle', detail: { section: '<b>', open: true } },
    { event: 'toggle', detail: { section: 'x'.repeat(100), open: true } },
    { event: 'toggle', detail: { section: ['risks'], open: true } },
    { event: 'toggle', detail: { section: 'risks', open: 'yes' } },
    { event: 'language', detail: { lang: '<b>' } }, { event: 'language', detail: {} },
    { event: 'stale', detail: { due: 'never' } }, { event: 'stale', detail: { due: { a: 1 } } },
    { event: 'feedback', detail: { section: 'risks' } }, { event: 'feedback', detail: { section: 1, clear: true } },
    { event: 'error', detail: { stage: 'other', reason: 'x' } }, { event: 'error' },
    { height: '77777' }, { height: NaN }, { height: Infinity }, { height: -1 }, { height: 1e9 }, { height: [500] },
    { open: 'risks' }, { open: [null, 5, '<b>', 'x'.repeat(100000), {}] }, { open: { length: 1 } },
    { reveal: [0] }, { reveal: ['a', 'b'] }, { reveal: [NaN, 1] }, { reveal: [0, Infinity] }, { reveal: 5 },
    { keep: 'constructor', text: '{}' }, { keep: '__proto__', text: '{}' }, { keep: {}, text: '{}' },
    { keep: '', text: 'all' }, { keep: 'notes' }, { keep: 'notes', text: 5 }, { keep: 'notes', text: ['x'] },
    { keep: 'notes', text: { toString: 1 } }, { keep: 'notes', text: 'x'.repeat(50001) },
    { keep: ['notes'], text: 'x' }, { keep: 'look' }, { keep: 'look', text: 5 }, { keep: 'look', text: [] },
    { keep: 'look', text: 'x'.repeat(101) },
]";

async fn a_page_takes_only_what_a_frame_should_say(browser: &Browser) -> Result<()> {
    // In a sandbox WebKit takes no script for the page's own.
    let cdn = Site::default().host_under("").serve().await?;
    let page = open(browser, &cdn, "remembering.html").await?;
    page.ask::<()>("sessionStorage.clear();").await?;
    page.until_ready().await?;
    page.ask_about::<()>(
        "one('.frame').src = it;",
        json!(cdn.address("fixtures/frames/liar.html")),
    )
    .await?;
    enter_as_it_is(&page).await?;
    page.until("the frame to be held", async || {
        page.ask("return !!window.isHeld?.();").await
    })
    .await?;
    // A function cannot be sent.
    page.ask::<()>(&format!(
        "for (const lie of {LIES}) if (typeof lie !== 'function') say(lie);"
    ))
    .await?;
    for (said, _) in SAID {
        page.ask::<()>(&format!("say({said});")).await?;
    }
    page.browser.driver.enter_parent_frame().await?;
    page.until("the height to be what was said at last", async || {
        Ok((height(&page).await? - 1234.0).abs() < 1.0)
    })
    .await?;
    page.until("what was said at last", async || {
        page.ask("return controller().openSections.join() === 'risks,symptoms';")
            .await
    })
    .await?;
    let told: Vec<Value> = page
        .ask(
            "return recorded.events.slice(1).map(({ name, detail }) =>
               [name, detail?.reason ? { ...detail, reason: detail.reason.length } : detail]);",
        )
        .await?;
    let wanted: Vec<Value> = SAID
        .iter()
        .map(|(_, told)| serde_json::from_str(told))
        .collect::<Result<_, _>>()?;
    let wanted: Vec<&Value> = wanted.iter().filter(|it| !it.is_null()).collect();
    ensure!(
        told.iter().collect::<Vec<_>>() == wanted,
        "it is told {told:#?}"
    );
    let (errors, kept): (Vec<String>, Vec<(String, String)>) = page
        .ask("return [recorded.errors, Object.entries(sessionStorage)];")
        .await?;
    ensure!(errors.is_empty(), "{errors:?}");
    ensure!(
        kept.iter()
            .all(|(name, text)| name == "lupus-car-tlupus-car-t" && text.len() < 1000),
        "{kept:?} is kept"
    );

    // What is a text and short enough is kept as it is: only Yew reads it, inside, and drops what it has not written.
    enter_as_it_is(&page).await?;
    page.ask::<()>(
        "say({ keep: 'notes', text: 'notes of any kind' });
         say({ keep: 'look', text: 'a look' });",
    )
    .await?;
    page.browser.driver.enter_parent_frame().await?;
    let wanted = json!(["notes of any kind", "a look"]);
    page.until("the list and the look to be kept", async || {
        let kept: Value = page
            .ask("return ['notes', 'look'].map((it) => sessionStorage.getItem('lupus-car-tlupus-car-t-' + it));")
            .await?;
        Ok(kept == wanted)
    })
    .await?;
    page.ask::<()>("sessionStorage.clear();").await
}

async fn a_frame_takes_only_what_a_page_should_say(browser: &Browser) -> Result<()> {
    let site = Site::default().host_under("");
    let page = browser.open(site, "fixtures/frames/holder.html").await?;
    page.until("the frame to answer", async || {
        page.ask("return hellos.length === 1;").await
    })
    .await?;
    page.ask::<()>(
        "for (const message of [
           null, undefined, 5, 'text', [], [null], true,
           { attributes: null }, { attributes: 5 },
           { attributes: [null, 5, 'open', ['open'], ['open', 5], ['open', {}]] },
           { attributes: { open: 'risks' } }, { attributes: [['onclick', 'alert(1)'], ['style', 'color: red']] },
           { attributes: [['id', 'x'], ['base', 'https://example.org/'], ['mode', 'frame'], ['constructor', 'x']] },
           { properties: null }, { properties: 5 }, { properties: [null, ['--lct-accent'], ['--lct-accent', 5]] },
           { properties: [['color', 'red'], ['constructor', 'red'], ['__proto__', 'red'], ['--constructor', 'red']] },
           { page: 'javascript:alert(1)' }, { page: 'data:text/html,x' }, { page: 5 }, { page: {} },
           { page: ['javascript:x'] },
           { page: ' javascript:alert(1)' }, { page: 'blob:https://example.org/x' }, { page: '//example.org/' },
           { kept: 5 }, { kept: { notes: 5, look: {} } }, { kept: { notes: 'x', look: 'y' } },
           { kept: { look: '{\"size\":5}' } },
           { call: 'remove' }, { call: '_fail', id: 'run' }, { call: ['openAll', 'x'] }, { call: 'openSection' },
           { call: 'openSection', id: {} }, { call: 'go', id: null }, { call: 'go', id: '<b>' }, { call: '__proto__' },
         ]) say(message);
         say({ page: 'https://example.org/our-page#lupus-car-t-', call: 'openSection', id: 'risks' });",
    )
    .await?;
    page.enter_frame().await?;
    page.until("the last of it", async || {
        page.ask(
            "const links = all('a[data-section]');
             return links.some(({ href }) => href.startsWith('https://example.org/our-page#'));",
        )
        .await
    })
    .await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    let (errors, attributes, links): (Vec<String>, Vec<String>, Vec<String>) = page
        .ask(
            "return [recorded.errors, host.getAttributeNames(),
               all('a[data-section]').map(({ protocol }) => protocol)];",
        )
        .await?;
    ensure!(errors.is_empty(), "{errors:?}");
    ensure!(
        attributes
            .iter()
            .all(|it| ["open", "style"].contains(&&**it)),
        "{attributes:?}"
    );
    ensure!(links.iter().all(|it| it == "https:"), "{links:?}");
    Ok(())
}
