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
            "recorded.paper = [];
             const roots = new Set([root]);
             for (let node = host; node; node = node.assignedSlot ?? node.parentNode ?? node.host)
               roots.add(node.getRootNode());
             for (const root of roots) {
               const sheets = [...root.styleSheets, ...root.adoptedStyleSheets];
               const rules = sheets.flatMap(({ cssRules }) => [...cssRules])
                 .filter(({ media }) => media?.mediaText === 'print').flatMap(({ cssRules }) => [...cssRules]);
               const sheet = new CSSStyleSheet();
               sheet.replaceSync(rules.map(({ cssText }) => cssText).join(''));
               recorded.paper.push([root, sheet]);
               root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
             }",
        )
        .await
    }

    /// Ends what [`Self::show_as_on_paper`] began.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn show_as_on_screen(&self) -> Result<()> {
        self.ask(
            "for (const [root, sheet] of recorded.paper)
               root.adoptedStyleSheets = root.adoptedStyleSheets.filter((it) => it !== sheet);
             delete recorded.paper;",
        )
        .await
    }

    /// Prints the page and gives the words on paper, without white space. `WebKit`'s driver cannot print.
    ///
    /// # Errors
    /// When the browser does not print, or what it gives cannot be read.
    pub async fn printed(&self) -> Result<Option<String>> {
        Ok(self.printed_sheets().await?.map(|sheets| sheets.concat()))
    }

    /// The same, sheet by sheet.
    ///
    /// # Errors
    /// When the browser does not print, or what it gives cannot be read.
    pub async fn printed_sheets(&self) -> Result<Option<Vec<String>>> {
        if self.browser.engine == Engine::WebKit {
            return Ok(None);
        }
        let driver = &self.browser.driver;
        let pdf = driver.print_page(PrintParameters::default()).await?;
        let sheets =
            pdf_extract::extract_text_from_mem_by_pages(&pdf).context("reading the PDF")?;
        Ok(Some(sheets.iter().map(|words| squeezed(words)).collect()))
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
        ("\u{ad}", ""),
    ]
    .iter()
    .fold(
        text.split_whitespace().collect::<String>(),
        |text, (drawn, letters)| text.replace(drawn, letters),
    )
}
