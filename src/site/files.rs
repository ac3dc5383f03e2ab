//! The files of the site, each with its size and hash.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    Bundler, Edition, Language,
    manifest::{Entry, compressed},
    short_names::with_short_names,
};
use crate::{
    compiler,
    content::{self, Section},
};

/// The folder being written.
pub(super) struct Site {
    out: PathBuf,
    compressed: bool,
    entries: BTreeMap<String, Entry>,
    /// The same files once more, compressed.
    twins: BTreeMap<String, Entry>,
    /// What web servers read, and no page asks for.
    for_servers: BTreeMap<String, Entry>,
    pub(super) widget: WidgetFiles,
}

/// The names of the WebAssembly and of its glue.
#[derive(Default)]
pub(super) struct WidgetFiles {
    pub(super) script: String,
    pub(super) wasm: String,
}

impl Site {
    pub(super) fn new(out: &Path, compressed: bool) -> Self {
        Self {
            out: out.to_owned(),
            compressed,
            entries: BTreeMap::new(),
            twins: BTreeMap::new(),
            for_servers: BTreeMap::new(),
            widget: WidgetFiles::default(),
        }
    }

    /// Finds what Trunk built and takes it into the site; for a release, made smaller by a bundler.
    pub(super) fn adopt_widget(&mut self, bundler: Option<&dyn Bundler>) -> Result<()> {
        let mut built = BTreeMap::new();
        for file in fs::read_dir(&self.out)? {
            let name = file?.file_name().to_string_lossy().into_owned();
            // The widget's names carry hashes; the builder's do not, since only its own page loads it.
            if name.starts_with("widget-") || ["builder.js", "builder_bg.wasm"].contains(&&*name) {
                built.insert(name.clone(), fs::read(self.out.join(&name))?);
            }
        }
        let of_widget = |ending: &str| {
            let mut names = built.keys();
            let name = names.find(|it| it.starts_with("widget-") && it.ends_with(ending));
            name.cloned().with_context(|| {
                format!(
                    "Trunk left no widget-<hash>{ending} in {}",
                    self.out.display()
                )
            })
        };
        self.widget = WidgetFiles {
            script: of_widget(".js")?,
            wasm: of_widget("_bg.wasm")?,
        };
        let WidgetFiles { script, wasm } = &self.widget;
        if bundler.is_some() {
            let (short_wasm, short_script) =
                with_short_names(&built[wasm], str::from_utf8(&built[script])?)?;
            built.insert(wasm.clone(), short_wasm);
            built.insert(script.clone(), short_script.into_bytes());
        }
        for (name, mut bytes) in built {
            if let Some(bundler) = bundler
                && Path::new(&name).extension().is_some_and(|it| it == "js")
            {
                let script = str::from_utf8(&bytes)?;
                bytes = bundler.minify(Language::JavaScript, script)?.into_bytes();
            }
            self.write(&name, &bytes)?;
        }
        Ok(())
    }

    /// Writes a file whose name carries the hash of its bytes; answers with its path.
    pub(super) fn write_hashed(
        &mut self,
        stem: &str,
        ending: &str,
        bytes: &[u8],
    ) -> Result<String> {
        let hash = format!("{:x}", Sha256::digest(bytes));
        let path = format!("{stem}{}.{ending}", &hash[..16]);
        self.write(&path, bytes)?;
        Ok(path)
    }

    /// Writes a file and notes its size and hash.
    pub(super) fn write(&mut self, path: &str, bytes: &[u8]) -> Result<()> {
        let file = self.out.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&file, bytes).with_context(|| format!("writing {}", file.display()))?;
        let mut entry = Entry::plain(bytes);
        if self.compressed {
            let [brotli, gzip] = compressed(bytes)?;
            entry.brotli = Some(brotli.len());
            for (ending, packed) in [("br", brotli), ("gz", gzip)] {
                let path = format!("{path}.{ending}");
                fs::write(self.out.join(&path), &packed)?;
                self.twins.insert(path, Entry::plain(&packed));
            }
        }
        self.entries.insert(path.to_owned(), entry);
        Ok(())
    }

    /// Writes a file that web servers read, and no page.
    pub(super) fn write_for_servers(&mut self, path: &str, bytes: &[u8]) -> Result<()> {
        fs::write(self.out.join(path), bytes).with_context(|| format!("writing {path}"))?;
        self.for_servers
            .insert(path.to_owned(), Entry::plain(bytes));
        Ok(())
    }

    /// The path of a written file and its hash, as a script names it to have it checked by the browser.
    pub(super) fn checked(&self, path: &str) -> Result<[String; 2]> {
        let bytes = fs::read(self.out.join(path)).with_context(|| format!("reading {path}"))?;
        let hash = STANDARD.encode(Sha256::digest(bytes));
        Ok([path.to_owned(), format!("sha256-{hash}")])
    }

    /// Writes what is known of the release: its version, what to pin the scripts with that pages
    /// embed, its languages, and every file but itself.
    pub(super) fn write_manifest(&self, version: &str, editions: &[Edition]) -> Result<()> {
        let is_entry = |path: &&String| path.starts_with("embed.");
        let entry: BTreeMap<&String, String> = self
            .entries
            .iter()
            .filter(|(path, _)| is_entry(path))
            .map(|(path, entry)| (path, entry.integrity()))
            .collect();
        let languages: BTreeMap<&str, Value> = editions
            .iter()
            .map(|edition| {
                let explainer = &edition.explainer;
                let section = |it: &Section| json!({ "id": &*it.id, "heading": it.heading });
                let path = |it: &content::Path| json!({ "id": &*it.id, "title": it.title });
                let facts = json!({
                    "title": explainer.title,
                    "direction": explainer.direction.as_attribute(),
                    "paths": explainer.paths.all.iter().map(path).collect::<Vec<_>>(),
                    "sections": explainer.sections.iter().map(section).collect::<Vec<_>>(),
                });
                (&*explainer.language, facts)
            })
            .collect();
        let manifest = json!({
            "version": version,
            "entry": entry,
            "languages": languages,
            "files": self.entries,
            "compressed": self.twins,
            "servers": self.for_servers,
        });
        let path = self.out.join("manifest.json");
        fs::write(&path, serde_json::to_vec_pretty(&manifest)?).context("writing manifest.json")
    }
}

/// Every content file below `folder`, as the compiler wants it.
///
/// # Errors
///
/// When a folder or file cannot be read as text.
pub fn content_files(folder: &Path) -> Result<compiler::Files> {
    fn collect(root: &Path, folder: &Path, files: &mut compiler::Files) -> Result<()> {
        for entry in
            fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?
        {
            let path = entry?.path();
            if path.is_dir() {
                collect(root, &path, files)?;
            } else {
                let name = path
                    .strip_prefix(root)?
                    .to_string_lossy()
                    .replace('\\', "/");
                let text = fs::read_to_string(&path)
                    .with_context(|| format!("reading {}", path.display()))?;
                files.insert(name, text);
            }
        }
        Ok(())
    }

    let mut files = compiler::Files::new();
    collect(folder, folder, &mut files)?;
    Ok(files)
}
