//! Waiting until something holds: for what it is, never for a time.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::{
    browsers::Browser,
    page::Page,
    site::{Answer, Site},
};

/// How long a page may take for anything. Only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(20);

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

impl Browser {
    /// Shows a page of a host whose explainer runs its WebAssembly, or has to go on without, and waits until it does.
    ///
    /// # Errors
    /// When it does neither in time.
    pub async fn open_with_yew(&self, with_yew: bool, file: &str) -> Result<Page<'_>> {
        let (site, event) = if with_yew {
            (Site::default(), "lct-ready")
        } else {
            (
                Site::default().answering(".wasm", Answer::NotFound),
                "lct-error",
            )
        };
        let page = self.open(site, file).await?;
        page.until_event(event).await?;
        Ok(page)
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
        self.until_enabled("[data-tool=print]").await
    }

    /// Waits until the script that answers an element has come: until then, buttons are disabled.
    ///
    /// # Errors
    /// When it has not in time.
    pub async fn until_enabled(&self, selector: &str) -> Result<()> {
        let what = format!("`{selector}` to be enabled");
        self.until(&what, async || {
            let script = "const found = root?.querySelector(it); return !!found && !found.matches(':disabled');";
            self.ask_about(script, json!(selector)).await
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
            let sections = self.sections().await?;
            let as_wanted = sections.iter().all(|section| {
                let open = ids.contains(&section.id.as_str());
                section.expanded == open && section.hidden != open && section.shown == open
            });
            Ok(as_wanted && !sections.is_empty())
        });
        match wanted.await {
            Ok(()) => Ok(()),
            Err(error) => Err(error.context(format!("{:?}", self.sections().await?))),
        }
    }

    /// Waits until all sections are open.
    ///
    /// # Errors
    /// When they are not in time.
    pub async fn until_all_open(&self) -> Result<()> {
        self.until("all to be open", async || {
            let sections = self.sections().await?;
            Ok(sections.iter().all(|section| section.shown) && !sections.is_empty())
        })
        .await
    }

    /// Lets the browser draw what it has, and colors fade, so that anything still to come of the last act has come.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn settle(&self) -> Result<()> {
        let script = "const done = arguments[0];
            const rest = () => {
              const roots = [...document.querySelectorAll('lupus-car-t')].map((it) => it.shadowRoot);
              const fading = roots.flatMap((root) => root?.getAnimations?.() ?? []);
              const faded = Promise.allSettled(fading.map((it) => it.finished));
              // What is not shown fades when it is.
              const enough = new Promise((resolve) => setTimeout(resolve, 500));
              Promise.race([faded, enough]).then(() => setTimeout(done, 0));
            };
            requestAnimationFrame(() => requestAnimationFrame(rest));";
        self.browser
            .driver
            .execute_async(script, vec![])
            .await
            .context("waiting for the page to rest")?;
        Ok(())
    }
}
