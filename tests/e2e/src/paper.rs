//! What comes out of the printer.

use anyhow::{Context, Result};
use thirtyfour::common::print::PrintParameters;

use crate::{browsers::Engine, page::Page};

impl Page<'_> {
    /// Has the rules for paper hold on the screen, for the page goes to paper in some drivers only.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn show_as_on_paper(&self) -> Result<()> {
        self.ask(
            "const roots = [root];
             for (let node = host; node; node = node.getRootNode().host) roots.push(node.getRootNode());
             for (const { styleSheets, adoptedStyleSheets } of roots)
               for (const sheet of [...styleSheets, ...adoptedStyleSheets])
                 for (const { media } of sheet.cssRules)
                   if (media?.mediaText === 'print') media.mediaText = 'all';",
        )
        .await
    }

    /// Prints the page and gives the words on paper, without white space. WebKit's driver cannot print.
    ///
    /// # Errors
    /// When the browser does not print, or what it gives cannot be read.
    pub async fn printed(&self) -> Result<Option<String>> {
        if self.browser.engine == Engine::WebKit {
            return Ok(None);
        }
        let driver = &self.browser.driver;
        let pdf = driver.print_page(PrintParameters::default()).await?;
        let words = pdf_extract::extract_text_from_mem(&pdf).context("reading the PDF")?;
        Ok(Some(squeezed(&words)))
    }
}

/// The letters of a text, without white space and with no two of them drawn as one.
#[must_use]
pub fn squeezed(text: &str) -> String {
    [
        ("ﬀ", "ff"),
        ("ﬁ", "fi"),
        ("ﬂ", "fl"),
        ("ﬃ", "ffi"),
        ("ﬄ", "ffl"),
        ("\u{2060}", ""),
    ]
    .iter()
    .fold(
        text.split_whitespace().collect::<String>(),
        |text, (drawn, letters)| text.replace(drawn, letters),
    )
}
