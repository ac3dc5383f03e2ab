//! Runs each test in each engine, with one browser an engine for all of them.

use std::{
    sync::{LazyLock, Mutex, PoisonError},
    time::Duration,
};

use anyhow::{Context, Result, anyhow, bail};
use tokio::runtime::Runtime;

use crate::browsers::{Browser, Engine};

/// More than the slowest test takes on a busy machine.
const LIMIT: Duration = Duration::from_mins(3);

/// Makes of each `async fn name(browser: &Browser) -> Result<()>` the tests `name::chromium`, `name::firefox`
/// and `name::webkit`.
///
/// The engine comes last, so that libtest, which goes by the alphabet, keeps two engines at work at once.
#[macro_export]
macro_rules! in_every_engine {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            #[test]
            fn chromium() -> anyhow::Result<()> {
                $crate::run::run($crate::browsers::Engine::Chromium, super::$name)
            }
            #[test]
            fn firefox() -> anyhow::Result<()> {
                $crate::run::run($crate::browsers::Engine::Firefox, super::$name)
            }
            #[test]
            fn webkit() -> anyhow::Result<()> {
                $crate::run::run($crate::browsers::Engine::WebKit, super::$name)
            }
        }
    )+ };
}

/// The same for what only Chromium can measure.
#[macro_export]
macro_rules! in_chromium {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            #[test]
            fn chromium() -> anyhow::Result<()> {
                $crate::run::run($crate::browsers::Engine::Chromium, super::$name)
            }
        }
    )+ };
}

/// Runs one test in one engine, after whichever other test that engine is busy with.
///
/// # Errors
/// When the test fails, takes too long, or the browser cannot be started.
pub fn run(engine: Engine, test: impl AsyncFnOnce(&Browser) -> Result<()>) -> Result<()> {
    let runtime = RUNTIME
        .as_ref()
        .map_err(|error| anyhow!("starting tokio: {error}"))?;
    let mut slot = match engine {
        Engine::Chromium => &CHROMIUM,
        Engine::Firefox => &FIREFOX,
        Engine::WebKit => &WEBKIT,
    }
    .lock()
    .unwrap_or_else(PoisonError::into_inner);
    runtime.block_on(async {
        let browser = slot.awake(engine).await?;
        let outcome = tokio::time::timeout(LIMIT, test(browser)).await;
        match outcome.with_context(|| format!("not done in {LIMIT:?}")) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) | Err(error) => Err(error.context(page_report(browser).await)),
        }
    })
}

static RUNTIME: LazyLock<std::io::Result<Runtime>> = LazyLock::new(Runtime::new);
static CHROMIUM: Mutex<Slot> = Mutex::new(Slot::Empty);
static FIREFOX: Mutex<Slot> = Mutex::new(Slot::Empty);
static WEBKIT: Mutex<Slot> = Mutex::new(Slot::Empty);

/// The place of an engine's one browser.
enum Slot {
    Empty,
    Running(Box<Browser>),
    /// It did not start. The other tests say so at once, instead of each waiting for it in vain.
    Failed(String),
}

impl Slot {
    /// The browser, started anew if it is not there yet or a test has brought it down.
    async fn awake(&mut self, engine: Engine) -> Result<&Browser> {
        if let Self::Running(browser) = self
            && browser.driver.title().await.is_err()
        {
            *self = Self::Empty;
        }
        if let Self::Empty = self {
            *self = match Browser::start(engine).await {
                Ok(browser) => Self::Running(Box::new(browser)),
                Err(error) => Self::Failed(format!("{error:#}")),
            };
        }
        match self {
            Self::Running(browser) => Ok(browser),
            Self::Failed(error) => bail!("{engine:?} did not start: {error}"),
            Self::Empty => bail!("{engine:?} is not there"),
        }
    }
}

/// Where a failed test was, and what its page had recorded, but for the events: they are many.
async fn page_report(browser: &Browser) -> String {
    let address = browser.driver.current_url().await;
    let address = address.map(String::from).unwrap_or_default();
    let script = "return JSON.stringify(window.recorded ?? null, (name, value) =>
                    name === 'events' ? value.slice(-5).map(({ name, detail }) => [name, detail]) : value);";
    let recorded = browser.driver.execute(script, vec![]).await;
    let recorded = recorded.map(|answer| answer.json().as_str().unwrap_or_default().to_owned());
    format!(
        "at {address}, which recorded {}",
        recorded.unwrap_or_default()
    )
}
