//! What a reader does.

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::{By, Key};

use crate::page::Page;

impl Page<'_> {
    /// Clicks the first element of the explainer that `selector` finds, once it answers.
    ///
    /// # Errors
    /// When there is none or it cannot be clicked.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.until_enabled(selector).await?;
        let element = self.element(selector).await?;
        element
            .click()
            .await
            .with_context(|| format!("clicking `{selector}`"))
    }

    /// Clicks the button of a section.
    ///
    /// # Errors
    /// When there is no such section.
    pub async fn click_section(&self, id: &str) -> Result<()> {
        self.click(&format!("#{id}-button")).await
    }

    /// Hands an open section on in the `way` of that name.
    ///
    /// # Errors
    /// When there is no such section or way.
    pub async fn hand_on(&self, section: &str, way: &str) -> Result<()> {
        self.click(&format!("#{section}-body [data-tool=hand-on]"))
            .await?;
        self.click(&format!("#menu-hand-on [data-tool={way}]"))
            .await
    }

    /// Presses and lets go a key, wherever the focus is.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn press(&self, key: Key) -> Result<()> {
        self.browser
            .driver
            .action_chain()
            .send_keys(key)
            .perform()
            .await
            .context("pressing a key")
    }

    /// Types words where the focus is.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn type_words(&self, words: &str) -> Result<()> {
        let keys = self.browser.driver.action_chain().send_keys(words);
        keys.perform().await.context("typing")
    }

    /// Puts the focus on an element of the explainer, as if the reader had come there by Tab, once it
    /// answers.
    ///
    /// # Errors
    /// When there is none, or it takes no focus.
    pub async fn focus_on(&self, selector: &str) -> Result<()> {
        self.until_enabled(selector).await?;
        let script = "const wanted = one(it); wanted.focus({ focusVisible: true }); \
                      if (focused() !== wanted) throw new Error(`${it} takes no focus`);";
        self.ask_about(script, json!(selector)).await
    }

    /// Follows a link to a place of the same page.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn follow(&self, hash: &str) -> Result<()> {
        self.ask_about("location.hash = it;", json!(hash)).await
    }

    /// Does what a browser does when find-in-page meets words of a closed section.
    ///
    /// # Errors
    /// When there is no such section.
    pub async fn find_in(&self, id: &str) -> Result<()> {
        let script = "const body = one(`#${it}-body`); \
                      body.dispatchEvent(new Event('beforematch', { bubbles: true })); \
                      body.removeAttribute('hidden');";
        self.ask_about(script, json!(id)).await
    }

    /// Goes on inside the frame of the server's page `framed/<width>/<file>`.
    ///
    /// # Errors
    /// When the page has no frame.
    pub async fn enter_frame(&self) -> Result<()> {
        let frame = self.browser.driver.find(By::Tag("iframe")).await?;
        frame.enter_frame().await.context("entering the frame")
    }
}
