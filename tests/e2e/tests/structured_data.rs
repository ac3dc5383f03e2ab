//! What the pages of their own tell search engines of themselves: in the words of schema.org, under their policy.

use std::{
    fmt::Write,
    fs::{self, read_to_string},
    path::PathBuf,
    process::Command,
};

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    server::{dist, package},
    site::Site,
};
use serde_json::json;

in_every_engine!(what_search_engines_read_breaks_no_rule_of_the_page);

/// No policy forbids a script that is only data. The page's own forbids every other one inside the page.
async fn what_search_engines_read_breaks_no_rule_of_the_page(browser: &Browser) -> Result<()> {
    for file in ["index.html", "en/index.html"] {
        let page = browser.open(Site::default(), file).await?;
        page.until_ready().await?;
        let kind: String = page
            .ask(
                "const data = document.querySelectorAll('script[type]:not([src])');
                 return [...data].map((it) => it.type + ' ' + JSON.parse(it.textContent)['@type']).join();",
            )
            .await?;
        ensure!(kind == "application/ld+json MedicalWebPage", "{kind}");
        page.nothing_went_wrong().await?;
    }
    Ok(())
}

/// TypeScript refuses a property that the vocabulary does not give the type that has it, and a value of another kind.
#[test]
fn what_search_engines_read_is_in_the_vocabulary_of_schema_org() -> Result<()> {
    let npm = package().join("node_modules").canonicalize();
    let npm = npm.context("run `npm ci` in tests/e2e")?;
    let mut source = format!(
        "import type {{ MedicalWebPage, WithContext }} from {};\n",
        json!(npm.join("schema-dts"))
    );
    for (index, path) in pages()?.iter().enumerate() {
        let page = read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        let data = page.split("<script type=\"application/ld+json\">").nth(1);
        let data = data.and_then(|rest| rest.split("</script>").next());
        let data = data.with_context(|| format!("{} says nothing", path.display()))?;
        writeln!(
            source,
            "export const page{index}: WithContext<MedicalWebPage> = {data};"
        )?;
    }
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("pages.ts");
    fs::write(&file, source)?;
    let output = Command::new(npm.join(".bin/tsc"))
        .current_dir(folder.path())
        .args(["--noEmit", "--strict", "--module", "preserve"])
        .arg(&file)
        .output()
        .context("starting tsc; was `npm ci` run in tests/e2e?")?;
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{said}{complained}");
    Ok(())
}

/// `index.html`, and that of each language.
fn pages() -> Result<Vec<PathBuf>> {
    let mut pages = vec![dist().join("index.html")];
    for folder in fs::read_dir(dist())? {
        let page = folder?.path().join("index.html");
        if page.exists() {
            pages.push(page);
        }
    }
    ensure!(
        pages.len() > 1,
        "no language has a page in a folder of its own"
    );
    Ok(pages)
}
