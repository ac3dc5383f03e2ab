//! Short names for what a script hands to its WebAssembly.

use std::convert::Infallible;

use anyhow::{Result, anyhow, ensure};
use wasm_encoder::{
    ImportSection, Module,
    reencode::{Error, Reencode},
};
use wasmparser::{ImportSectionReader, Parser};

/// `wasm` and `script` with numbers in the place of the names by which the one imports from the other.
///
/// wasm-bindgen puts a hash into each, which no compression makes smaller: of a hundred and thirty names, each reader
/// would wait for two kilobytes.
pub(super) fn with_short_names(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut imports = Imports::default();
    let mut module = Module::new();
    imports
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| anyhow!("reading the WebAssembly: {error}"))?;
    let mut script = script.to_owned();
    for (number, name) in imports.names.iter().enumerate() {
        let key = format!("{name}:");
        ensure!(
            script.matches(&key).count() == 1,
            "the script does not give `{name}` to the WebAssembly in one place"
        );
        script = script.replacen(&key, &format!("{number}:"), 1);
    }
    Ok((module.finish(), script))
}

/// Writes a module anew, and gathers the names of its imports.
#[derive(Default)]
struct Imports {
    names: Vec<String>,
}

impl Reencode for Imports {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let number = self.names.len().to_string();
            self.names.push(import.name.to_owned());
            let kind = self.entity_type(import.ty)?;
            imports.import(import.module, &number, kind);
        }
        Ok(())
    }
}
