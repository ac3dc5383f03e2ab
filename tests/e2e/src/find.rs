//! What a page shows, said in the words of the explainer.

use anyhow::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::page::Page;

/// A section as the reader has it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// What the button tells assistive technology.
    pub expanded: bool,
    /// Whether the body has the `hidden` attribute.
    pub hidden: bool,
    /// Whether a reader sees any paragraph, list or table of the body.
    pub shown: bool,
}

/// An event that the element fired.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Event {
    /// Such as `lct-ready`.
    pub name: String,
    /// Its detail.
    pub detail: Value,
    /// The id of the element that fired it.
    pub element: String,
}

impl Page<'_> {
    /// Every section, in the order of the page; none while the text has not come.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn sections(&self) -> Result<Vec<Section>> {
        let script = r#"
            return [...(root?.querySelectorAll(".section-button") ?? [])].map((button) => {
              const body = root.getElementById(button.getAttribute("aria-controls"));
              return {
                id: button.id.replace(/-button$/, ""),
                expanded: button.getAttribute("aria-expanded") === "true",
                hidden: body.hasAttribute("hidden"),
                shown: [...body.children].some(shown),
              };
            });"#;
        self.ask(script).await
    }

    /// The ids of the sections whose button says that they are open.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn open_sections(&self) -> Result<Vec<String>> {
        let sections = self.sections().await?;
        Ok(sections
            .into_iter()
            .filter(|section| section.expanded)
            .map(|section| section.id)
            .collect())
    }

    /// Whether one section is open.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn is_open(&self, id: &str) -> Result<bool> {
        Ok(self.open_sections().await?.iter().any(|open| open == id))
    }

    /// The id of the element in focus, or else its classes.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn focus(&self) -> Result<String> {
        self.ask("const it_has = focused(); return it_has?.id || it_has?.className || it_has?.localName || '';").await
    }

    /// Whether an element of the explainer lies within the window as a whole.
    ///
    /// # Errors
    /// When there is no such element.
    pub async fn is_in_view(&self, selector: &str) -> Result<bool> {
        let script = "const { top, bottom } = one(it).getBoundingClientRect(); \
                      return top >= 0 && bottom <= innerHeight;";
        self.ask_about(script, json!(selector)).await
    }

    /// The text that a reader sees in an element.
    ///
    /// # Errors
    /// When there is no such element.
    pub async fn text(&self, selector: &str) -> Result<String> {
        self.ask_about("return one(it).textContent.trim();", json!(selector))
            .await
    }

    /// How often an event was fired since the page began; of a page that has not begun, none.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn times_fired(&self, name: &str) -> Result<usize> {
        let script =
            "return window.recorded?.events.filter(({ name }) => name === it).length ?? 0;";
        self.ask_about(script, json!(name)).await
    }

    /// The events of one name that were fired since the page began.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn events(&self, name: &str) -> Result<Vec<Event>> {
        let events: Vec<Event> = self.ask("return recorded.events;").await?;
        Ok(events
            .into_iter()
            .filter(|event| event.name == name)
            .collect())
    }
}
