//! A file that is not the one the script was made with is refused, and the text serves without it.

use std::{collections::BTreeSet, fs};

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    server::{dist, package},
    site::{Answer, STRICT_POLICY, Site},
};

use serde_json::Value;

use crate::hosts::policies::{layer_1_serves, the_text_serves};

in_every_engine!(
    a_changed_webassembly_is_refused,
    a_changed_glue_is_refused,
    a_changed_later_module_is_refused,
    a_changed_frame_module_is_refused,
    a_changed_text_is_refused,
    the_reason_tells_what_was_sent_instead,
);

/// A script that is valid, tells that it ran, and has what would be asked of it.
const OTHER_SCRIPT: &str = "globalThis.tampered = true;
    export default async () => {}; export const start = () => ({}); export const onPanic = () => {};
    export const live = () => {}; export const changed = () => {}; export const openFrame = () => {};
    export const print = () => {}; export class Frame {}";

/// A section that WebAssembly skips: the file stays valid and does the same.
const CUSTOM_SECTION: &str = "\0\u{2}\u{1}x";

async fn a_changed_webassembly_is_refused(browser: &Browser) -> Result<()> {
    let page = open(
        browser,
        "_bg.wasm",
        Answer::Appended(CUSTOM_SECTION),
        "plain",
    )
    .await?;
    layer_1_serves(&page).await?;
    Ok(())
}

async fn a_changed_glue_is_refused(browser: &Browser) -> Result<()> {
    let glue = file_named("widget-", ".js")?;
    let page = open(browser, glue, Answer::Text(OTHER_SCRIPT), "plain").await?;
    layer_1_serves(&page).await?;
    did_not_run(&page).await
}

async fn a_changed_later_module_is_refused(browser: &Browser) -> Result<()> {
    let later = file_named("later-", ".js")?;
    let page = open(browser, later, Answer::Text(OTHER_SCRIPT), "plain").await?;
    the_text_serves(&page).await?;
    did_not_run(&page).await
}

async fn a_changed_frame_module_is_refused(browser: &Browser) -> Result<()> {
    let frame = file_named("frame-", ".js")?;
    let page = open(browser, frame, Answer::Text(OTHER_SCRIPT), "framed").await?;
    page.until_event("lct-error").await?;
    did_not_run(&page).await?;
    let left: bool = page
        .ask("return document.body.innerText.trim().length > 0;")
        .await?;
    ensure!(left, "nothing is left of the page");
    Ok(())
}

async fn a_changed_text_is_refused(browser: &Browser) -> Result<()> {
    let answer = Answer::Appended("<p id='tampered'>Stop your medicines.</p>");
    let page = open(browser, "fragment/en.html", answer, "any-language").await?;
    page.until_event("lct-error").await?;
    let shown: bool = page
        .ask("return !!root?.getElementById('tampered');")
        .await?;
    ensure!(!shown, "words that nobody wrote are shown");
    let events = page.events("lct-error").await?;
    ensure!(
        events.len() == 1 && events[0].detail["stage"] == "text",
        "{events:?}"
    );
    Ok(())
}

async fn the_reason_tells_what_was_sent_instead(browser: &Browser) -> Result<()> {
    // As hosts of single pages do.
    let page =
        Answer::Text("<!DOCTYPE html>\n<html lang=\"en\"><body>The page of the host</body></html>");
    let changed = Answer::Appended(CUSTOM_SECTION);
    for (file, answer, host, reason) in [
        ("_bg.wasm", page, "plain", "was answered with a page"),
        (
            file_named("later-", ".js")?,
            page,
            "plain",
            "was answered with a page",
        ),
        (
            "fragment/en.html",
            page,
            "any-language",
            "was answered with a page",
        ),
        ("_bg.wasm", changed, "plain", "the page's policy forbids it"),
        (".wasm", Answer::NotFound, "plain", "answered 404"),
    ] {
        let page = open(browser, file, answer, host).await?;
        page.until_event("lct-error").await?;
        let told = &page.events("lct-error").await?[0].detail["reason"];
        let told = told.as_str().unwrap_or_default();
        ensure!(told.ends_with(reason), "{file}: the reason is `{told}`");
    }
    Ok(())
}

async fn open<'browser>(
    browser: &'browser Browser,
    ending: &'static str,
    answer: Answer,
    page: &str,
) -> Result<Page<'browser>> {
    let policy: &'static str = format!("{STRICT_POLICY}; frame-src 'self'").leak();
    let site = Site::default().answering(ending, answer).host_under(policy);
    browser
        .open(site, &format!("fixtures/hosts/{page}.html"))
        .await
}

async fn did_not_run(page: &Page<'_>) -> Result<()> {
    let ran: bool = page.ask("return globalThis.tampered === true;").await?;
    ensure!(!ran, "the changed script ran");
    Ok(())
}

/// The name of the file of the release that begins and ends so, with its hash.
fn file_named(start: &str, end: &str) -> Result<&'static str> {
    for entry in std::fs::read_dir(e2e::server::dist())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with(start) && name.ends_with(end) {
            return Ok(name.leak());
        }
    }
    anyhow::bail!("dist has no {start}*{end}")
}

/// Pages that are open may ask for files of an older release, which are kept for a day.
#[test]
fn the_steps_of_an_upgrade_name_each_file_with_a_hash() -> Result<()> {
    let manifest: Value = serde_json::from_slice(&fs::read(dist().join("manifest.json"))?)?;
    let files = manifest["files"].as_object().context("no files")?;
    let hashed: BTreeSet<&str> = files
        .keys()
        .filter_map(|name| name_before_hash(name))
        .collect();
    ensure!(hashed.contains("tools-"), "{hashed:?}");
    let readme = fs::read_to_string(package().join("../../README.md"))?;
    for start in ["3. Keep the old ", "| `widget-*`"] {
        let line = readme.lines().find(|line| line.starts_with(start));
        let line = line.with_context(|| format!("no line begins with `{start}`"))?;
        let named: BTreeSet<&str> = line
            .split('`')
            .filter_map(|word| word.strip_suffix('*'))
            .collect();
        ensure!(
            named == hashed,
            "{named:?} are named, not {hashed:?}: {line}"
        );
    }
    Ok(())
}

/// What stands before the hash in a name, such as `widget-` in `widget-0123456789abcdef_bg.wasm`; of a language, the
/// same as of all.
fn name_before_hash(file: &str) -> Option<&str> {
    let (start, rest) = file.split_once('-')?;
    let is_hash =
        |part: &str| part.len() >= 16 && part[..16].bytes().all(|it| it.is_ascii_hexdigit());
    rest.split('-').any(is_hash).then(|| &file[..=start.len()])
}
