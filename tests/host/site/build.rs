//! A site built from the small content, in temporary folders.

use std::{fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use lupus_car_t::site::{self, Bundler, Format, Language, Script};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::fixtures::{example_files, project};

/// A module that imports the function `__wbg_abc`.
const WASM: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0f\x01\x01m\x09__wbg_abc\0\0";

/// A project with the small content, and the folder where Trunk has put the WebAssembly.
pub(super) struct Build {
    pub(super) source: TempDir,
    pub(super) out: TempDir,
}

impl Build {
    pub(super) fn new() -> Self {
        let build = Self {
            source: tempfile::tempdir().expect("a folder"),
            out: tempfile::tempdir().expect("a folder"),
        };
        for (path, text) in example_files() {
            write(
                &build.source.path().join("static/content").join(path),
                text.as_bytes(),
            );
        }
        for path in [
            "index.html",
            "static/frame.html",
            "static/figures.css",
            "static/charts.css",
            "static/tools.css",
            "static/tools-running.css",
            "static/frame-around.css",
            "static/host.css",
            "static/printing.css",
            "static/printing-alone.css",
            "static/widget.css",
            "static/page.css",
            "static/plain.html",
            "static/plain.css",
            "static/host.html",
            "static/lupus-car-t.d.ts",
            "static/icon.svg",
        ] {
            let bytes = fs::read(project().join(path)).expect("the project has the file");
            write(&build.source.path().join(path), &bytes);
        }
        let script = "/**\n * For maintainers.\n */\nexport const start = 1; // one\n\
                      const imports = {\n    __wbg_abc: function() {},\n};\n";
        write(&build.out.path().join("widget-abc.js"), script.as_bytes());
        write(&build.out.path().join("widget-abc_bg.wasm"), WASM);
        write(&build.out.path().join("builder_bg.wasm"), b"abc");
        build
    }

    pub(super) fn write(&self, compressed: bool) -> Result<(), String> {
        self.write_with(&StandIn, compressed)
    }

    pub(super) fn write_with(&self, bundler: &dyn Bundler, compressed: bool) -> Result<(), String> {
        let grades = site::write(self.source.path(), self.out.path(), bundler, compressed);
        grades.map(drop).map_err(|error| format!("{error:#}"))
    }

    pub(super) fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.out.path().join(path)).expect("the site has the file")
    }

    pub(super) fn text(&self, path: &str) -> String {
        String::from_utf8(self.read(path)).expect("the file is text")
    }

    pub(super) fn manifest(&self) -> Value {
        serde_json::from_slice(&self.read("manifest.json")).expect("the manifest is JSON")
    }

    /// The path that starts so and goes on with a hash.
    pub(super) fn hashed(&self, start: &str) -> String {
        let manifest = self.manifest();
        let files = manifest["files"].as_object().expect("the files");
        let path = files.keys().find(|path| path.starts_with(start));
        path.expect("a path that starts so").clone()
    }

    /// The path with the hash that a browser checks the file by.
    pub(super) fn checked(&self, path: &str) -> Value {
        let hash = STANDARD.encode(Sha256::digest(self.read(path)));
        json!([path, format!("sha256-{hash}")])
    }

    /// What stands inline in a page, in each element of this name.
    pub(super) fn inline(&self, page: &str, element: &str) -> Vec<String> {
        let (page, start) = (self.text(page), format!("<{element}"));
        let elements = page.split(&start).skip(1);
        elements
            .filter_map(|it| it.split_once('>'))
            // What has a type is data.
            .filter(|(attributes, _)| !attributes.contains("type="))
            .map(|(_, rest)| rest.split("</").next().unwrap_or_default().to_owned())
            .collect()
    }

    /// What the build has given to a script.
    pub(super) fn built(&self, script: &str) -> Value {
        serde_json::from_str(&self.text(script)).expect("JSON")
    }
}

/// Stands in for esbuild: its scripts say what they were built with, and what it leaves of a file tells that it was
/// asked to make that smaller.
struct StandIn;

impl Bundler for StandIn {
    fn bundle(&self, script: &Script) -> anyhow::Result<String> {
        let mut built = script.built.clone();
        built["entry"] = json!(script.entry.file_name().and_then(|it| it.to_str()));
        built["classic"] = json!(script.format == Format::Classic);
        let mut units = [0; 2];
        let spell = |letter: char| {
            if letter.is_ascii() {
                return letter.to_string();
            }
            let units = letter.encode_utf16(&mut units).iter();
            units.fold(String::new(), |spelled, unit| {
                spelled + &format!("\\u{unit:04x}")
            })
        };
        Ok(built.to_string().chars().map(spell).collect())
    }

    fn minify(&self, _: Language, text: &str) -> anyhow::Result<String> {
        Ok(text.replace('\n', ""))
    }
}

pub(super) fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
    fs::write(path, bytes).expect("the file can be written");
}
