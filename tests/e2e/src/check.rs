//! What must hold, and waiting until it does.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{browsers::Engine, page::Page, server::package};

/// How long a page may take for anything. Only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the rules of axe are filtered by: WCAG 2.2 up to AA, the AAA rules of 2.0, and good habits.
const RULES: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21aa",
    "wcag22aa",
    "wcag2aaa",
    "best-practice",
];

/// Looks again and again until there is something to see.
///
/// # Errors
/// When `look` fails, or sees nothing before the time is over.
pub async fn eventually<T>(
    what: &str,
    within: Duration,
    mut look: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        if let Some(seen) = look()
            .await
            .with_context(|| format!("waiting for {what}"))?
        {
            return Ok(seen);
        }
        if start.elapsed() > within {
            bail!("waited {within:?} in vain for {what}");
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}

impl Page<'_> {
    /// Waits until `holds` does.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn until(
        &self,
        what: &str,
        mut holds: impl AsyncFnMut() -> Result<bool>,
    ) -> Result<()> {
        eventually(what, PATIENCE, async || Ok(holds().await?.then_some(()))).await
    }

    /// Waits until an event was fired.
    ///
    /// # Errors
    /// When it was not in time.
    pub async fn until_event(&self, name: &str) -> Result<()> {
        self.until(name, async || Ok(self.times_fired(name).await? > 0))
            .await
    }

    /// Waits until Yew runs the explainer.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn until_ready(&self) -> Result<()> {
        self.until_event("lct-ready").await
    }

    /// Waits until Yew runs this many explainers.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn until_ready_times(&self, elements: usize) -> Result<()> {
        let what = format!("{elements} explainers to be ready");
        self.until(&what, async || {
            Ok(self.times_fired("lct-ready").await? >= elements)
        })
        .await
    }

    /// Waits until the script of the reader's tools answers.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn until_tools(&self) -> Result<()> {
        self.until("the tools to answer", async || {
            self.ask("return !!root?.querySelector('[data-tool=print]:enabled');")
                .await
        })
        .await
    }

    /// Waits until the script, without Yew, has closed all but the first section.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn until_collapsed(&self) -> Result<()> {
        self.until("the sections to be closed", async || {
            // A host page has no explainer in it at first.
            let enabled: bool = self
                .ask("return !!root?.querySelector('.section-button:enabled');")
                .await?;
            Ok(enabled && self.open_sections().await?.len() == 1)
        })
        .await
    }

    /// Waits until exactly the sections `ids` are open, in whatever way a reader can tell.
    ///
    /// # Errors
    /// When they are not in time; the message says how each section stands.
    pub async fn until_open(&self, ids: &[&str]) -> Result<()> {
        let what = format!("exactly {ids:?} to be open");
        let wanted = self.until(&what, async || {
            Ok(self.sections().await?.iter().all(|section| {
                let open = ids.contains(&section.id.as_str());
                section.expanded == open && section.hidden != open && section.shown == open
            }))
        });
        match wanted.await {
            Ok(()) => Ok(()),
            Err(error) => Err(error.context(format!("{:?}", self.sections().await?))),
        }
    }

    /// Lets the browser draw what it has, so that anything still to come of the last act has come.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn settle(&self) -> Result<()> {
        let script = "const done = arguments[0]; \
                      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)));";
        self.browser
            .driver
            .execute_async(script, vec![])
            .await
            .context("waiting for two frames")?;
        Ok(())
    }

    /// Fails unless the console, the policy and every promise stayed quiet, and Yew started once.
    ///
    /// # Errors
    /// When one of them did not.
    pub async fn nothing_went_wrong(&self) -> Result<()> {
        self.nothing_went_wrong_with(1).await
    }

    /// The same on a page where Yew starts for several elements.
    ///
    /// # Errors
    /// When something was said, or another number of them was ready.
    pub async fn nothing_went_wrong_with(&self, elements: usize) -> Result<()> {
        #[derive(Deserialize)]
        struct Recorded {
            console: Vec<String>,
            errors: Vec<String>,
            violations: Vec<String>,
        }
        let Recorded {
            console,
            errors,
            violations,
        } = self.ask("return recorded;").await?;
        ensure!(console.is_empty(), "the console says {console:?}");
        ensure!(errors.is_empty(), "errors {errors:?}");
        ensure!(
            violations.is_empty(),
            "the policy was violated: {violations:?}"
        );
        let ready = self.events("lct-ready").await?.len();
        ensure!(
            ready == elements,
            "lct-ready fired {ready} times, not {elements}"
        );
        ensure!(
            self.events("lct-error").await?.is_empty(),
            "lct-error fired"
        );
        if self.browser.engine == Engine::Chromium {
            // Chromium's own log has what no script can record, such as a preload in vain.
            let log = self.browser.driver.browser_log().await?;
            let here = self.server.address("");
            let said: Vec<_> = log
                .iter()
                .filter(|entry| entry.message.contains(&here))
                .collect();
            ensure!(said.is_empty(), "Chromium's log says {said:?}");
        }
        Ok(())
    }

    /// Fails on whatever axe-core finds, inside the shadow root too.
    ///
    /// # Errors
    /// When axe is not installed, or finds something.
    pub async fn axe_finds_nothing(&self, state: &str) -> Result<()> {
        let path = package().join("node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&path)
            .with_context(|| format!("{} is missing: run `npm ci` in tests/e2e", path.display()))?;
        let driver = &self.browser.driver;
        driver.execute(axe, vec![]).await.context("loading axe")?;
        let script = r#"
            const [tags, done] = arguments;
            axe.run(document, { runOnly: tags, resultTypes: ["violations", "incomplete"] }).then(
              ({ violations, passes }) => done({
                violations: violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
                  `${id}: ${help}: ${JSON.stringify(target)} ${failureSummary}`)),
                inside: passes.some(({ nodes }) => nodes.some(({ target }) => Array.isArray(target[0]))),
              }),
              (error) => done({ violations: [`axe failed: ${error}`], inside: true }));"#;
        let answer = driver
            .execute_async(script, vec![json!(RULES)])
            .await
            .context("running axe")?;
        let found = &answer.json()["violations"];
        ensure!(
            *found == Value::Array(Vec::new()),
            "{state}: axe finds {found:#}"
        );
        ensure!(
            answer.json()["inside"] == true,
            "{state}: axe did not look into the shadow root"
        );
        Ok(())
    }
}
