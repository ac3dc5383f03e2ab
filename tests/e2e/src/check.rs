//! What must hold.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{browsers::Engine, page::Page, server::package};

/// What the rules of axe are filtered by: WCAG 2.2 up to AA, the AAA rules of 2.0, and good habits.
const RULES: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21aa",
    "wcag22aa",
    "wcag2aaa",
    "best-practice",
];

impl Page<'_> {
    /// Fails if the layout has shifted since the page began to load. Only Chromium tells.
    ///
    /// # Errors
    /// When it has; the message says what moved.
    pub async fn nothing_moved(&self) -> Result<()> {
        self.settle().await?;
        let shifts: Vec<String> = self.ask("return recorded.shifts;").await?;
        ensure!(shifts.is_empty(), "the layout shifted by {shifts:#?}");
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
