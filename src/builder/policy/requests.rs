//! What the explainer asks for, as a browser's policy check sees it.

use content_security_policy::{Destination, Initiator, ParserMetadata, Request, Url};

use crate::builder::{
    choices::Choices,
    manifest::Manifest,
    snippet::{pin, script},
};

/// The addresses of a host page and of the explainer's folder seen from it.
pub(super) struct Place {
    page: Url,
    folder: Url,
}

impl Place {
    /// `None` where the page's address is none, or the folder's makes none with it.
    pub(super) fn of(page: &str, choices: &Choices) -> Option<Self> {
        let page = Url::parse(page.trim()).ok()?;
        let folder = page.join(&choices.address("")).ok()?;
        page.has_host().then_some(Self { page, folder })
    }

    /// The script, as the tag of the snippet asks for it. `nonce` is empty unless the page puts one on the tag.
    pub(super) fn script(&self, choices: &Choices, manifest: &Manifest, nonce: &str) -> Request {
        let name = script(choices, manifest).unwrap_or_default();
        let integrity = pin(choices, manifest).filter(|_| choices.pinned);
        Request {
            nonce: nonce.to_owned(),
            integrity_metadata: integrity.unwrap_or_default().to_owned(),
            parser_metadata: ParserMetadata::ParserInserted,
            ..self.request(&name, Destination::Script)
        }
    }

    /// Any file that comes later. The names with hashes change; a policy cannot know them.
    pub(super) fn request(&self, file: &str, destination: Destination) -> Request {
        // A folder with a file's name after it is an address.
        let url = self
            .folder
            .join(file)
            .unwrap_or_else(|_| self.folder.clone());
        Request {
            current_url: url.clone(),
            url,
            origin: self.page.origin(),
            redirect_count: 0,
            destination,
            initiator: Initiator::None,
            nonce: String::new(),
            integrity_metadata: String::new(),
            parser_metadata: ParserMetadata::NotParserInserted,
        }
    }
}

/// How a policy names where the files are.
pub(super) fn source(choices: &Choices) -> String {
    let origin = Url::parse(choices.folder.trim())
        .ok()
        .filter(Url::has_host)
        .map(|folder| folder.origin().ascii_serialization());
    origin.unwrap_or_else(|| "'self'".to_owned())
}
