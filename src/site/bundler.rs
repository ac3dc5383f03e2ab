//! What the site has others do: bundle its scripts, and make files smaller.

use std::path::Path;

use anyhow::Result;
use serde_json::Value;

/// Makes scripts and stylesheets of their sources.
///
/// The program `site` has esbuild do it; tests of the site itself have a stand-in, which needs nothing installed.
pub trait Bundler {
    /// One script, with all modules that it imports. A release's is as small as it can be.
    ///
    /// # Errors
    ///
    /// When a module is missing or is no JavaScript, or imports something that is not there.
    fn bundle(&self, script: &Script) -> Result<String>;

    /// Makes a file of a release smaller, without changing what it does.
    ///
    /// # Errors
    ///
    /// When it is not in that language.
    fn minify(&self, language: Language, text: &str) -> Result<String>;
}

/// A script that readers get.
#[derive(Clone, Copy, Debug)]
pub struct Script<'a> {
    /// The module that it begins with.
    pub entry: &'a Path,
    /// How pages load it.
    pub format: Format,
    /// What the module `built` exports, by name; `static/script/built.d.ts` has the types.
    pub built: &'a Value,
}

/// How pages load a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// By `<script src>`, or pasted into the page.
    Classic,
    /// By `import`, or `<script type="module">`.
    Module,
}

/// What a file to be made smaller is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// A script.
    JavaScript,
    /// A stylesheet.
    Css,
}
