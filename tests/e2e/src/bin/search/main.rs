//! Measures how soon the search answers a key, with the processor slowed six times: `cargo xtask bench search`.
//!
//! From right before the event `input` until the results stand in the document, and until they are laid out as well.
//! Painting is not in it, nor is what the browser does before the event. Each round is a window of its own, so the
//! first keys meet WebAssembly that has hardly run.

use std::env;

use anyhow::{Context, Result, bail, ensure};
use e2e::{
    browsers::{Browser, Engine},
    site::Site,
};
use serde::Deserialize;
use serde_json::json;

/// Words of the text, and words of readers, with a slip and in a question.
const WORDS: [&str; 5] = [
    "infection",
    "b cell",
    "cart",
    "plaqenil",
    "am i going to die",
];

/// Of how many of them each key finds something.
const OF_TEXT: usize = 3;

/// What a key is to take, in milliseconds.
const PROMISED: f64 = 10.0;

/// What one window showed.
#[derive(Debug, Deserialize)]
struct Round {
    /// The click that opens the search and gathers what can be found.
    opening: Time,
    keys: Vec<Key>,
}

/// Milliseconds until the answer stood in the document, and until it was laid out.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Time {
    document: f64,
    layout: f64,
}

#[derive(Debug, Deserialize)]
struct Key {
    /// All that stands in the field after it.
    typed: String,
    results: usize,
    #[serde(flatten)]
    time: Time,
}

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let rounds = match *arguments {
        [] => 15,
        ["--rounds", rounds] => rounds.parse().context("`--rounds` wants a number")?,
        _ => bail!("only `--rounds N` is understood"),
    };
    ensure!(rounds > 0, "there must be a round");
    let runtime = tokio::runtime::Runtime::new()?;
    report(&runtime.block_on(measure(rounds))?);
    Ok(())
}

async fn measure(rounds: usize) -> Result<Vec<Round>> {
    let browser = Browser::start(Engine::Chromium).await?;
    let mut all = Vec::new();
    // In the first round the browser and the machine warm up.
    for round in 0..=rounds {
        eprintln!("search: round {round} of {rounds}");
        open_window(&browser).await?;
        let page = browser.open(Site::default(), "index.html").await?;
        page.until_ready().await?;
        be_a_phone(&browser).await?;
        let rate = json!({ "rate": 6 });
        browser
            .devtools("Emulation.setCPUThrottlingRate", rate)
            .await?;
        let script = include_str!("keys.js");
        let seen = browser.driver.execute_async(script, vec![json!(WORDS)]);
        let seen: Round = serde_json::from_value(seen.await?.json().clone())?;
        for Key { typed, results, .. } in &seen.keys {
            let is_of_text = WORDS[..OF_TEXT].iter().any(|it| it.starts_with(typed));
            ensure!(
                !is_of_text || (*results > 0) == (typed.trim().len() > 1),
                "{results} results for {typed:?}"
            );
        }
        if round > 0 {
            all.push(seen);
        }
    }
    browser.end().await?;
    Ok(all)
}

fn report(rounds: &[Round]) {
    let keys: Vec<&Key> = rounds.iter().flat_map(|round| &round.keys).collect();
    let all: Vec<Time> = keys.iter().map(|key| key.time).collect();
    let openings: Vec<Time> = rounds.iter().map(|round| round.opening).collect();
    println!("\nThe search answers after, in ms (processor slowed 6 times):\n");
    println!("in the document          and laid out");
    println!("median  lowest  highest  median  lowest  highest");
    row("every key", &all);
    row("(the click that opens it)", &openings);
    let first = rounds.first().map_or(&[][..], |round| &round.keys);
    for Key { typed, results, .. } in first {
        let same = keys.iter().filter(|key| key.typed == *typed);
        let times: Vec<Time> = same.map(|key| key.time).collect();
        row(&format!("{typed:?}, {results} results"), &times);
    }
    let late = all.iter().filter(|time| time.document > PROMISED).count();
    println!(
        "\n{late} of {} keys took more than {PROMISED} ms until the document had the answer",
        all.len()
    );
}

fn row(name: &str, times: &[Time]) {
    let document = sorted(times, |time| time.document);
    let layout = sorted(times, |time| time.layout);
    let figures = |sorted: &[f64]| {
        let [lowest, highest] =
            [sorted.first(), sorted.last()].map(|it| it.copied().unwrap_or(0.0));
        format!("{:>6.1}  {lowest:>6.1}  {highest:>7.1}", middle(sorted))
    };
    println!("{}  {}  {name}", figures(&document), figures(&layout));
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
