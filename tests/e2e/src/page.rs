//! An open page, and how questions are put to it.

use anyhow::{Context, Result, ensure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::{browsers::Browser, server::Server};

/// What every script of the tests starts with: `host` is the element that the test has turned to, else the first,
/// `root` its shadow root, `one` and `all` find inside of it, `shown` says whether a reader sees an element,
/// `focused` is the innermost focus, `controller` is what the explainer's own scripts know of `host`.
const PRELUDE: &str = r#"
const host = (window.recorded?.path ?? "lupus-car-t").split(" >>> ")
  .reduce((from, selector) => (from?.shadowRoot ?? from)?.querySelector(selector), document);
const root = host?.shadowRoot;
const one = (selector) => {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`no ${selector} in the explainer`);
  return found;
};
const all = (selector) => [...root.querySelectorAll(selector)];
const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  && element.getClientRects().length > 0;
const controller = () => customElements.get("lupus-car-t")[Symbol.for("lupus-car-t")].controllerOf(host);
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};
"#;

/// A page that is open in a browser, with the server that it came from.
#[derive(Debug)]
pub struct Page<'browser> {
    /// The browser.
    pub browser: &'browser Browser,
    /// The server.
    pub server: Server,
}

impl Page<'_> {
    /// Goes to a file of the site and waits until it is loaded; `file` may end with a hash.
    ///
    /// # Errors
    /// When it does not load.
    pub async fn go(&self, file: &str) -> Result<()> {
        let address = self.server.address(file);
        let driver = &self.browser.driver;
        driver
            .goto(&address)
            .await
            .with_context(|| format!("going to {address}"))?;
        // Firefox's driver can take the load of the page before for that of this one. And what a page says can be
        // asked for once its recorder runs, where it has one.
        let script = "return document.readyState === 'complete' && location.href === arguments[0]
                        && (!!window.recorded || !document.querySelector('script[src=\"/recorder.js\"]'));";
        self.until("the page to load", async || {
            Ok(driver.execute(script, vec![json!(address)]).await?.json() == true)
        })
        .await
    }

    /// Shows a file of the site in a frame, which is all that the page has then. A driver waits for the whole of a
    /// page, but not for that of a frame.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn show_framed(&self, file: &str, [width, height]: [u32; 2]) -> Result<()> {
        self.ask_about(
            "const frame = document.createElement('iframe');
             Object.assign(frame, { width: it[1], height: it[2], src: it[0] });
             document.body.replaceChildren(frame);",
            json!([self.server.address(file), width, height]),
        )
        .await
    }

    /// Runs a script with the words of the prelude and gives what it returns.
    ///
    /// # Errors
    /// When the script throws or returns something else than a `T`.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.ask_about(script, json!(null)).await
    }

    /// The same with a value, which the script has as `it`.
    ///
    /// # Errors
    /// When the script throws or returns something else than a `T`.
    pub async fn ask_about<T: DeserializeOwned>(&self, script: &str, it: Value) -> Result<T> {
        let whole = format!("{PRELUDE} const it = arguments[0];\n{script}");
        let answer = self.browser.driver.execute(whole, vec![it]).await;
        let answer = answer.with_context(|| format!("running `{script}`"))?;
        serde_json::from_value(answer.json().clone())
            .with_context(|| format!("reading what `{script}` gave"))
    }

    /// The same with a script that may wait for something before it returns.
    ///
    /// # Errors
    /// When the script throws, takes too long, or returns something else than a `T`.
    pub async fn ask_patiently<T: DeserializeOwned>(&self, script: &str, it: Value) -> Result<T> {
        let whole = format!(
            "{PRELUDE} const [it, done] = arguments;
             const until = async (holds, frames = 300) => {{
               for (let frame = 0; frame < frames && !holds(); frame += 1) await new Promise(requestAnimationFrame);
               return holds();
             }};
             const run = async () => {{ {script} }};
             run().then((given) => done({{ given }}), (error) => done({{ error: String(error) }}));"
        );
        let answer = self.browser.driver.execute_async(whole, vec![it]).await;
        let answer = answer.with_context(|| format!("running `{script}`"))?;
        let answer = answer.json();
        serde_json::from_value(answer["given"].clone())
            .with_context(|| format!("`{script}` gave {answer}"))
    }

    /// From now on asks the element that `path` leads to; ` >>> ` in it goes on inside a shadow root.
    ///
    /// # Errors
    /// When there is none.
    pub async fn turn_to(&self, path: &str) -> Result<()> {
        self.ask_about::<()>("recorded.path = it;", json!(path))
            .await?;
        let found: bool = self.ask("return !!host;").await?;
        ensure!(found, "there is no `{path}`");
        Ok(())
    }

    /// The element of the explainer that `selector` finds first, brought to the middle of the window.
    ///
    /// # Errors
    /// When there is none.
    pub async fn element(&self, selector: &str) -> Result<WebElement> {
        // The explainer's own scrolling can be under way, and some drivers miss what moves.
        let script = format!(
            "{PRELUDE} const found = one(arguments[0]);
             found.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             return found;"
        );
        let found = self.browser.driver.execute(script, vec![json!(selector)]);
        let found = found
            .await
            .with_context(|| format!("finding `{selector}`"))?;
        Ok(found.element()?)
    }
}
