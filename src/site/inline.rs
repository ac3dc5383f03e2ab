//! What the pages carry inside, so that nothing of it is waited for, and the hashes by which their policies allow it.

use anyhow::{Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// The scripts and styles of the page of its own and of the page in a frame.
pub(super) struct Inline {
    /// The element, for both.
    pub(super) embed: String,
    /// The frame's side of what the page around it says.
    pub(super) framed: String,
    /// The look of the page around the element.
    pub(super) page_style: String,
    /// The look of the text, in its shadow root.
    pub(super) style: String,
}

impl Inline {
    /// Checks that each can stand in a page, whatever its encoding, as it is.
    pub(super) fn checked(self) -> Result<Self> {
        for text in [&self.embed, &self.framed, &self.page_style, &self.style] {
            ensure!(text.is_ascii(), "what stands in a page is to be ASCII");
            let text = text.to_ascii_lowercase();
            // By the first two an HTML parser takes even the end of a script for a part of it.
            for tag in ["<!--", "<script", "</script", "</style"] {
                ensure!(
                    !text.contains(tag),
                    "what stands in a page has `{tag}` in it"
                );
            }
        }
        Ok(self)
    }

    /// The sources that a policy allows the styles by.
    pub(super) fn styles(&self) -> String {
        sources(&[&self.page_style, &self.style])
    }

    /// The source that a policy allows the script of the page of its own by.
    pub(super) fn script(&self) -> String {
        sources(&[&self.embed])
    }

    /// The sources that a policy allows the scripts in a frame by.
    pub(super) fn scripts_in_frame(&self) -> String {
        sources(&[&self.framed, &self.embed])
    }
}

fn sources(texts: &[&str]) -> String {
    let source = |text: &&str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let sources: Vec<String> = texts.iter().map(source).collect();
    sources.join(" ")
}
