//! The script is included in every way that pages have: twice, in two kinds, in two versions, from elsewhere.

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    server::dist,
    site::{Answer, STRICT_POLICY, Site},
};
use serde::Deserialize;

use super::{is_whole_and_opens, works};

in_every_engine!(
    the_script_may_be_there_twice,
    a_second_version_of_the_script_steps_aside,
    an_element_may_stand_before_or_after_the_script_or_come_later,
    the_files_may_come_from_another_site,
    another_site_without_cors_leaves_the_page_as_it_was,
    a_base_elsewhere_changes_nothing,
    the_page_may_stand_in_folders,
);

async fn the_script_may_be_there_twice(browser: &Browser) -> Result<()> {
    for file in ["twice.html", "both.html"] {
        let page = browser
            .open(Site::default(), &format!("fixtures/hosts/{file}"))
            .await?;
        works(&page).await?;
        let times = page.server.times_asked(".wasm");
        ensure!(
            times == 1,
            "{file}: the WebAssembly was asked for {times} times"
        );
    }
    Ok(())
}

async fn a_second_version_of_the_script_steps_aside(browser: &Browser) -> Result<()> {
    let older: &'static str = other_version()?.leak();
    let site = Site::default().answering("older/embed.en.js", Answer::Text(older));
    let page = browser
        .open(site, "fixtures/hosts/two-versions.html")
        .await?;
    page.until_ready().await?;
    is_whole_and_opens(&page).await?;
    let said: Vec<String> = page.ask("return recorded.console;").await?;
    ensure!(
        said.len() == 1 && said[0].starts_with("warn: ") && said[0].contains("0.0.9"),
        "the console does not warn once of the version that steps aside: {said:?}"
    );
    let ready = page.events("lct-ready").await?;
    ensure!(ready.len() == 1, "{ready:?}");
    let times = page.server.times_asked(".wasm");
    ensure!(times == 1, "the WebAssembly was asked for {times} times");
    Ok(())
}

/// The script as if it were of another release.
fn other_version() -> Result<String> {
    #[derive(Deserialize)]
    struct Manifest {
        version: String,
    }
    let manifest = fs::read(dist().join("manifest.json")).context("reading the manifest")?;
    let Manifest { version } = serde_json::from_slice(&manifest)?;
    let script = fs::read_to_string(dist().join("embed.en.js")).context("reading the script")?;
    let quoted = format!("\"{version}\"");
    ensure!(
        script.contains(&quoted),
        "embed.en.js does not hold its version, {quoted}"
    );
    Ok(script.replace(&quoted, "\"0.0.9\""))
}

async fn an_element_may_stand_before_or_after_the_script_or_come_later(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/before-and-after.html")
        .await?;
    page.until_ready_times(2).await?;
    page.ask::<()>(
        "const made = document.createElement('lupus-car-t');
         made.id = 'made';
         made.loading = 'eager';
         document.querySelector('main').append(made);
         const copy = document.querySelector('#before').cloneNode(true);
         copy.id = 'copy';
         document.querySelector('main').append(copy);",
    )
    .await?;
    page.until_ready_times(4).await?;
    for id in ["before", "after", "made", "copy"] {
        page.turn_to(&format!("#{id}")).await?;
        is_whole_and_opens(&page).await?;
    }
    page.nothing_went_wrong_with(4).await
}

/// The host's strict policy, with the other site named in place of `'self'`.
const WITH_CDN: &str = "default-src 'none'; script-src 'self' {{cdn}}/ 'wasm-unsafe-eval'; connect-src {{cdn}}/; \
    img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lupus-car-t";

async fn the_files_may_come_from_another_site(browser: &Browser) -> Result<()> {
    for file in ["cdn.html", "cdn-any-language.html"] {
        let cdn = Site::default().in_folder("/cdn/lupus").serve().await?;
        let site = Site::default().host_under(WITH_CDN).second_origin(&cdn);
        let page = browser
            .open(site, &format!("fixtures/hosts/{file}"))
            .await?;
        works(&page).await?;
        ensure!(
            cdn.times_asked(".wasm") == 1,
            "the other site was not asked"
        );
        only_its_page_was_asked_of(&page, file)?;
    }
    Ok(())
}

async fn another_site_without_cors_leaves_the_page_as_it_was(browser: &Browser) -> Result<()> {
    let cdn = Site::default().without_cors().serve().await?;
    let site = Site::default().host_under(WITH_CDN).second_origin(&cdn);
    let page = browser.open(site, "fixtures/hosts/cdn.html").await?;
    super::policies::the_text_serves(&page).await?;
    only_its_page_was_asked_of(&page, "cdn.html")
}

fn only_its_page_was_asked_of(page: &Page<'_>, file: &str) -> Result<()> {
    let asked = page.server.asked();
    ensure!(
        asked.iter().all(|path| path.ends_with(file)),
        "the page's own site was asked for {asked:?}"
    );
    Ok(())
}

async fn a_base_elsewhere_changes_nothing(browser: &Browser) -> Result<()> {
    let policy: &'static str = STRICT_POLICY
        .replace("base-uri 'none'", "base-uri 'self'")
        .leak();
    let site = Site::default().in_folder("/some/folder").host_under(policy);
    let page = browser.open(site, "fixtures/hosts/base.html").await?;
    let base: String = page.ask("return document.baseURI;").await?;
    ensure!(base.ends_with("/no/such/folder/"), "the base is {base}");
    let before: String = page.ask("return location.pathname;").await?;
    works(&page).await?;
    let now: String = page.ask("return location.pathname;").await?;
    ensure!(now == before, "a link went from {before} to {now}");
    Ok(())
}

async fn the_page_may_stand_in_folders(browser: &Browser) -> Result<()> {
    let site = Site::default().in_folder("/a folder/below/another".replace(' ', "%20").leak());
    let page = browser.open(site, "fixtures/hosts/plain.html").await?;
    works(&page).await?;
    let asked = page.server.asked();
    ensure!(
        asked.iter().all(|path| page.server.is_inside(path)),
        "it asked for {asked:?}"
    );
    Ok(())
}
