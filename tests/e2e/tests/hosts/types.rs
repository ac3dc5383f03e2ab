//! The components of the README pass the strict checkers of React, Vue and Svelte. No browser is needed to say so.

use std::{fs, os::unix::fs::symlink, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use e2e::server::{dist, package};
use serde_json::json;
use tempfile::TempDir;

#[test]
fn the_component_for_react_passes_strict_typescript() -> Result<()> {
    let app = "import { LupusCarT } from './LupusCarT';
        export const App = () => (
          <LupusCarT onToggle={({ section }) => section.trim()} onError={({ reason }) => reason.trim()} />
        );";
    let files = [
        ("LupusCarT.tsx", block("tsx")?),
        ("App.tsx", app.to_owned()),
    ];
    passes(&["tsc"], &files, "{}")
}

#[test]
fn the_component_for_vue_passes_the_strictest_check_of_its_template() -> Result<()> {
    let app = "<script setup lang='ts'>
        import LupusExplainer from './LupusExplainer.vue';
        const show = (detail: { section: string }) => detail.section.trim();
        </script>
        <template><LupusExplainer @toggle='show' @error='({ reason }) => reason.trim()' /></template>";
    let files = [
        ("LupusExplainer.vue", block("vue")?),
        ("App.vue", app.to_owned()),
    ];
    passes(&["vue-tsc"], &files, "{ \"strictTemplates\": true }")
}

#[test]
fn svelte_knows_the_tag_and_its_events_by_the_declaration() -> Result<()> {
    let app = "<script lang='ts'>let heard = $state('');</script>
        <p>{heard}</p>
        <lupus-car-t theme='dark' heading-level='3' onlct-toggle={(event) => (heard = event.detail.section)}>
        <a href='/lupus-car-t/index.html'>Read it</a></lupus-car-t>";
    let files = [
        ("lupus-car-t.d.ts", block("ts")?),
        ("App.svelte", app.to_owned()),
    ];
    passes(
        &[
            "svelte-check",
            "--fail-on-warnings",
            "--tsconfig",
            "tsconfig.json",
        ],
        &files,
        "{}",
    )
}

#[test]
fn the_types_of_the_release_fit_a_small_use_of_the_element() -> Result<()> {
    let app = "import type { LupusCarTAttributes } from './lupus-car-t.d.ts';

        const explainer = document.querySelector('lupus-car-t');
        if (explainer) {
          explainer.open = ['risks', 'symptoms'];
          explainer.headingLevel = 3;
          explainer.page = null;
          explainer.openSection(explainer.open);
          explainer.addEventListener('lct-toggle', ({ detail: { section, open } }) => open && section.trim());
          explainer.addEventListener('click', ({ clientX }) => clientX);
        }
        document.addEventListener('lct-error', ({ detail: { stage } }) => stage === 'frame');
        export const attributes: LupusCarTAttributes = { theme: 'dark', 'heading-level': '3' };

        // @ts-expect-error: no theme is blue.
        export const blue: LupusCarTAttributes = { theme: 'blue' };
        // @ts-expect-error: it has no such member.
        explainer?.session;
        // @ts-expect-error: a section has a name.
        explainer?.openSection(3);
        // @ts-expect-error: there is no such stage.
        document.addEventListener('lct-error', ({ detail: { stage } }) => stage === 'end');";
    let types = fs::read_to_string(dist().join("lupus-car-t.d.ts"))?;
    let files = [("lupus-car-t.d.ts", types), ("app.ts", app.to_owned())];
    passes(&["tsc"], &files, "{}")
}

/// The first block of the README in this language.
fn block(language: &str) -> Result<String> {
    let readme = fs::read_to_string(package().join("../../README.md"))?;
    let block = readme.split(&format!("\n```{language}\n")).nth(1);
    let block = block.and_then(|rest| rest.split("\n```\n").next());
    Ok(block
        .with_context(|| format!("the README has no block in {language}"))?
        .to_owned())
}

fn passes(checker: &[&str], files: &[(&str, String)], vue: &str) -> Result<()> {
    let folder = project(files, vue)?;
    let program = folder.path().join("node_modules/.bin").join(checker[0]);
    let output = Command::new(program)
        .current_dir(folder.path())
        .args(&checker[1..])
        .output()
        .with_context(|| format!("starting {}; was `npm ci` run in tests/e2e?", checker[0]))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{said}{complained}");
    Ok(())
}

/// A project of these files, as strict as it can be.
fn project(files: &[(&str, String)], vue: &str) -> Result<TempDir> {
    let folder = tempfile::Builder::new().prefix("e2e-").tempdir()?;
    let modules = package().join("node_modules").canonicalize();
    symlink(
        modules.context("run `npm ci` in tests/e2e")?,
        folder.path().join("node_modules"),
    )?;
    let options = json!({
        "strict": true, "noEmit": true, "skipLibCheck": true,
        "noImplicitReturns": true, "noUncheckedIndexedAccess": true, "exactOptionalPropertyTypes": true,
        "noUnusedLocals": true, "noUnusedParameters": true, "verbatimModuleSyntax": true,
        "jsx": "react-jsx", "module": "esnext", "moduleResolution": "bundler", "target": "es2022",
    });
    let vue: serde_json::Value = serde_json::from_str(vue)?;
    // svelte-check finds what is Svelte's by itself.
    let names = files.iter().map(|(name, _)| *name);
    let names = names.filter(|it| Path::new(it).extension().is_some_and(|it| it != "svelte"));
    let configuration = json!({
        "compilerOptions": options,
        "vueCompilerOptions": vue,
        "files": names.collect::<Vec<_>>(),
    });
    fs::write(
        folder.path().join("tsconfig.json"),
        configuration.to_string(),
    )?;
    for (name, text) in files {
        fs::write(folder.path().join(name), text)?;
    }
    Ok(folder)
}
