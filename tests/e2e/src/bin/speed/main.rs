//! Measures how soon the text is seen on a slow phone, embedded and otherwise, and how soon the search answers a
//! key: `cargo xtask bench`.
//!
//! Each round opens every page once, in a window of its own with nothing cached. All figures are of one run, since
//! they compare only with those of the same machine at the same time.

mod jsx;
mod keys;
mod pages;

use std::env;

use anyhow::{Context, Result, bail, ensure};
use e2e::{
    browsers::{Browser, Engine},
    server::Server,
    site::Site,
};
use serde::Deserialize;
use serde_json::json;

use pages::Page;

/// What one visit of a page showed.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Visit {
    /// When the text was painted, in milliseconds from the start of the navigation.
    text: f64,
    /// How far the layout shifted, up to the moment when the explainer was ready.
    shift: f64,
    /// How many letters the sections have.
    letters: usize,
}

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (only_search, arguments) = match *arguments.as_slice() {
        ["search", ref rest @ ..] => (true, rest),
        ref all => (false, all),
    };
    let rounds = match *arguments {
        [] => 15,
        ["--rounds", rounds] => rounds.parse().context("`--rounds` wants a number")?,
        _ => bail!("only `search` and `--rounds N` are understood"),
    };
    ensure!(rounds > 0, "there must be a round");
    let runtime = tokio::runtime::Runtime::new()?;
    keys::report(&runtime.block_on(keys::measure(rounds))?);
    if only_search {
        return Ok(());
    }
    pages::make()?;
    let visits = runtime.block_on(measure(rounds))?;
    report(&visits)
}

/// The visits of each page, in the order of [`Page::ALL`].
async fn measure(rounds: usize) -> Result<[Vec<Visit>; Page::ALL.len()]> {
    let browser = Browser::start(Engine::Chromium).await?;
    let site = Site::default().in_folder("/lupus-car-t").unrecorded();
    let server = site.compressed().serve().await?;
    let mut visits = [const { Vec::new() }; Page::ALL.len()];
    // In the first round the browser and the machine warm up.
    for round in 0..=rounds {
        eprintln!("round {round} of {rounds}");
        for place in 0..Page::ALL.len() {
            // No page always comes after the same time of rest.
            let index = (round + place) % Page::ALL.len();
            let page = Page::ALL[index];
            let visit = visit(&browser, &server, page);
            let visit = visit.await.with_context(|| page.name().to_owned())?;
            if round > 0 {
                visits[index].push(visit);
            }
        }
    }
    browser.end().await?;
    Ok(visits)
}

async fn visit(browser: &Browser, server: &Server, page: Page) -> Result<Visit> {
    let driver = &browser.driver;
    open_window(browser).await?;
    be_a_phone(browser).await?;
    browser
        .devtools("Network.clearBrowserCache", json!({}))
        .await?;
    let watch = json!({ "source": include_str!("watch.js") });
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", watch)
        .await?;
    browser.slow_down().await?;
    driver.goto(server.npm_address(&page.file())).await?;
    let seen = driver
        .execute_async("watched(arguments[0]);", vec![])
        .await?;
    Ok(serde_json::from_value(seen.json().clone())?)
}

/// Leaves the window for a new one, with a process of its own, which has not compiled any script yet.
async fn open_window(browser: &Browser) -> Result<()> {
    let window = browser.driver.new_window().await?;
    browser.driver.close_window().await?;
    browser.driver.switch_to_window(window).await?;
    Ok(())
}

async fn be_a_phone(browser: &Browser) -> Result<()> {
    let screen = json!({ "width": 412, "height": 823, "deviceScaleFactor": 1, "mobile": true });
    let command = "Emulation.setDeviceMetricsOverride";
    browser.devtools(command, screen).await.map(drop)
}

/// Prints what was seen, and fails where the README's snippet does not keep what the project promises of it.
fn report(visits: &[Vec<Visit>; Page::ALL.len()]) -> Result<()> {
    let times = |page: Page| sorted(&visits[page as usize], |visit| visit.text);
    let median = |page: Page| middle(&times(page));
    println!("\nThe text is painted after, in ms (1.6 Mb/s, 150 ms, processor slowed 4 times):\n");
    println!("median  ratio  lowest  highest  layout shift");
    for page in Page::ALL {
        let times = times(page);
        println!(
            "{:>6.0}  {:>5.2}  {:>6.0}  {:>7.0}  {:>12.3}  {}",
            median(page),
            median(page) / median(Page::Plain),
            times.first().copied().unwrap_or_default(),
            times.last().copied().unwrap_or_default(),
            largest_shift(&visits[page as usize]),
            page.name(),
        );
    }
    let letters = |page: Page| {
        visits[page as usize]
            .iter()
            .map(|visit| visit.letters)
            .max()
    };
    for page in Page::ALL {
        ensure!(
            letters(page) == letters(Page::Plain),
            "{} has {:?} letters, but plain HTML {:?}",
            page.name(),
            letters(page),
            letters(Page::Plain),
        );
    }
    let shift = largest_shift(&visits[Page::Snippet as usize]);
    ensure!(
        shift <= 0.0,
        "the layout shifts by {shift} with the README's snippet"
    );
    ensure!(
        median(Page::Snippet) <= median(Page::Preact),
        "the README's snippet is slower than Preact"
    );
    Ok(())
}

fn sorted<Seen>(all: &[Seen], value: impl Fn(&Seen) -> f64) -> Vec<f64> {
    let mut values: Vec<f64> = all.iter().map(value).collect();
    values.sort_by(f64::total_cmp);
    values
}

fn middle(sorted: &[f64]) -> f64 {
    let upper = sorted.len() / 2;
    let lower = sorted.len().saturating_sub(1) / 2;
    f64::midpoint(sorted[lower], sorted[upper])
}

fn largest_shift(visits: &[Visit]) -> f64 {
    visits.iter().map(|visit| visit.shift).fold(0.0, f64::max)
}
