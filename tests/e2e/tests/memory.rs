//! A page that comes and goes with the explainer for hours does not grow.

use anyhow::{Context, Result, ensure};
use e2e::{browsers::Browser, in_chromium, in_every_engine, page::Page, site::Site};
use serde::Deserialize;
use serde_json::json;

in_every_engine!(many_visits_leave_it_working);
in_chromium!(
    five_hundred_visits_leave_nothing_behind,
    five_hundred_visits_of_a_frame_leave_nothing_behind,
);

/// After so many visits, caches are filled and code is compiled. On a busy machine that is not so after 60.
const WARM_UP: u32 = 160;
const VISITS: u32 = 500;
/// In one of so many rounds, at the latest, the heap has to stay as it is.
const ROUNDS: u32 = 3;
const MANY: u32 = 60;
const PIECE: u32 = 20;
/// What a visit may leave behind.
const BYTES_A_VISIT: f64 = 400.0;

async fn many_visits_leave_it_working(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    walk(&page, MANY, "element").await?;
    page.ask::<()>(
        "document.getElementById('view').append(document.createElement('lupus-car-t'));",
    )
    .await?;
    crate::hosts::works(&page).await?;
    let instances: u32 = page.ask("return recorded.instances;").await?;
    ensure!(instances == 1, "{instances} WebAssemblies were made");
    let times = page.server.times_asked(".wasm");
    ensure!(times == 1, "it was asked for {times} times");
    Ok(())
}

/// What the page holds, as Chromium counts it.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Held {
    documents: u32,
    nodes: u32,
    #[serde(rename = "jsEventListeners")]
    listeners: u32,
    #[serde(default)]
    bytes: f64,
    #[serde(default)]
    memory: f64,
}

async fn five_hundred_visits_leave_nothing_behind(browser: &Browser) -> Result<()> {
    visits_leave_nothing_behind(browser, "element").await
}

async fn five_hundred_visits_of_a_frame_leave_nothing_behind(browser: &Browser) -> Result<()> {
    visits_leave_nothing_behind(browser, "frame").await
}

async fn visits_leave_nothing_behind(browser: &Browser, mode: &str) -> Result<()> {
    let page = open(browser).await?;
    walk(&page, WARM_UP, mode).await?;
    let mut before = held(&page).await?;
    for round in 1.. {
        walk(&page, VISITS, mode).await?;
        let after = held(&page).await?;
        let all = format!("{before:?}, then {after:?}");
        ensure!(after.nodes <= before.nodes, "nodes stay: {all}");
        ensure!(after.listeners <= before.listeners, "listeners stay: {all}");
        ensure!(after.documents <= before.documents, "documents stay: {all}");
        // It grows by whole pages, and one may come late.
        let grown = (after.memory - before.memory) / f64::from(VISITS);
        ensure!(grown < BYTES_A_VISIT, "WebAssembly grows: {all}");

        // A leak leaves something each time. What was only late, such as code that got optimized, stays once.
        let a_visit = (after.bytes - before.bytes) / f64::from(VISITS);
        if a_visit < BYTES_A_VISIT {
            break;
        }
        ensure!(
            round < ROUNDS,
            "each visit leaves {a_visit:.0} bytes: {all}"
        );
        before = after;
    }
    Ok(())
}

async fn open(browser: &Browser) -> Result<Page<'_>> {
    let site = Site::default().host_under("");
    browser.open(site, "fixtures/hosts/router.html").await
}

async fn walk(page: &Page<'_>, visits: u32, mode: &str) -> Result<()> {
    // In pieces, so that no single wait is long on a busy machine. Asking often would leave something behind, too.
    let script = "const [rounds, mode, done] = arguments; walk(rounds, mode).then(() => done());";
    let driver = &page.browser.driver;
    for piece in 0..visits.div_ceil(PIECE) {
        let now = (visits - piece * PIECE).min(PIECE);
        driver
            .execute_async(script, vec![json!(now), json!(mode)])
            .await
            .context("walking through views")?;
    }
    Ok(())
}

async fn held(page: &Page<'_>) -> Result<Held> {
    page.settle().await?;
    // What is only weakly held goes with the second.
    for _ in 0..3 {
        page.browser
            .devtools("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let counters = page
        .browser
        .devtools("Memory.getDOMCounters", json!({}))
        .await?;
    let mut held: Held = serde_json::from_value(counters).context("reading the counters")?;
    let heap = page
        .browser
        .devtools("Runtime.getHeapUsage", json!({}))
        .await?;
    held.bytes = heap["usedSize"].as_f64().context("the size of the heap")?;
    held.memory = page
        .ask("return recorded.memory?.buffer.byteLength ?? 0;")
        .await?;
    Ok(held)
}
