//! What `manifest.json` says of a release. Pure.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The manifest, as far as snippets need it. What is missing in it counts as empty.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
pub struct Manifest {
    /// The version of the release.
    pub version: String,
    /// The hash of each script that a page can name, such as `sha384-…`.
    pub entry: BTreeMap<String, String>,
    /// The languages, by their tags.
    pub languages: BTreeMap<String, Language>,
}

/// One language.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
pub struct Language {
    /// The title of the explainer.
    pub title: String,
    /// The paths through its sections.
    pub paths: Vec<Path>,
    /// Its sections in their order.
    pub sections: Vec<Heading>,
}

/// One path.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
pub struct Path {
    /// Its id.
    pub id: String,
    /// Where a reader is who needs it.
    pub title: String,
}

/// One section.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
pub struct Heading {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub heading: String,
}

/// The language that counts where nothing says another.
const ENGLISH: &str = "en";

/// The title for a frame where the manifest has none.
const TITLE: &str = "Lupus and CAR-T cell therapy";

impl Manifest {
    /// Reads the text of `manifest.json`.
    ///
    /// # Errors
    /// When it is not what a release holds.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The script that a page in `language` names: the one that carries the text, if the language is certain.
    pub fn script(&self, language: Option<&str>) -> String {
        match language {
            Some(language) if language == ENGLISH || self.has_script_of(language) => {
                format!("embed.{language}.js")
            }
            None if self.languages.len() <= 1 => format!("embed.{ENGLISH}.js"),
            _ => "embed.js".to_owned(),
        }
    }

    /// The language to show where nothing else decides.
    pub fn language(chosen: Option<&str>) -> &str {
        chosen.unwrap_or(ENGLISH)
    }

    /// The title of the explainer.
    pub fn title(&self, chosen: Option<&str>) -> &str {
        let language = self.languages.get(Self::language(chosen));
        let title = language.map(|language| language.title.as_str());
        title.filter(|title| !title.is_empty()).unwrap_or(TITLE)
    }

    /// The sections of a language.
    pub fn sections(&self, chosen: Option<&str>) -> &[Heading] {
        let language = self.languages.get(Self::language(chosen));
        language.map_or(&[], |language| &language.sections)
    }

    /// The paths through a language.
    pub fn paths(&self, chosen: Option<&str>) -> &[Path] {
        let language = self.languages.get(Self::language(chosen));
        language.map_or(&[], |language| &language.paths)
    }

    /// The hash of the script, if the manifest has it.
    pub fn integrity(&self, script: &str) -> Option<&str> {
        self.entry.get(script).map(String::as_str)
    }

    fn has_script_of(&self, language: &str) -> bool {
        self.entry.contains_key(&format!("embed.{language}.js"))
    }
}
