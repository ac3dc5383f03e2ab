//! The same explainer in a second language: a made-up edition, since the release has one language.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use anyhow::{Context, Result, anyhow, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    server::{dist, package},
    site::{STRICT_POLICY, Site},
};
use serde_json::json;

in_every_engine!(
    the_text_follows_the_language_of_the_element_live,
    the_text_follows_the_language_of_the_page_live,
    a_script_for_one_language_fetches_the_others,
    a_language_that_does_not_exist_is_told_and_that_of_the_page_stays,
    a_frame_follows_the_language_live,
    each_language_has_a_page,
);

async fn the_text_follows_the_language_of_the_element_live(browser: &Browser) -> Result<()> {
    let page = open(browser, "any-language").await?;
    page.until_ready().await?;
    is_in(&page, "en").await?;
    ensure!(
        page.events("lct-language").await?.is_empty(),
        "the first language is told as a change"
    );
    page.click_section("what").await?;
    page.until_open(&["at-a-glance", "what"]).await?;

    page.ask::<()>("host.lang = 'de';").await?;
    until_told(&page, &["de"]).await?;
    page.until_ready_times(2).await?;
    is_in(&page, "de").await?;
    page.until_open(&["at-a-glance", "what"]).await?;
    page.click_section("what").await?;
    page.until_open(&["at-a-glance"]).await?;

    page.ask::<()>("host.lang = 'DE-at';").await?;
    page.settle().await?;
    page.ask::<()>("host.removeAttribute('lang');").await?;
    until_told(&page, &["de", "en"]).await?;
    page.until_ready_times(3).await?;
    is_in(&page, "en").await?;
    page.until_open(&["at-a-glance"]).await?;
    for file in ["fragment/en.html", "fragment/de.html", ".wasm"] {
        let times = page.server.times_asked(file);
        ensure!(times == 1, "{file} was asked for {times} times");
    }
    page.nothing_went_wrong_with(3).await
}

async fn the_text_follows_the_language_of_the_page_live(browser: &Browser) -> Result<()> {
    let page = open(browser, "any-language").await?;
    page.until_ready().await?;
    page.ask::<()>("document.documentElement.lang = 'de-CH';")
        .await?;
    until_told(&page, &["de"]).await?;
    page.until_ready_times(2).await?;
    is_in(&page, "de").await?;
    // What is nearer counts more.
    page.ask::<()>("host.parentElement.lang = 'en';").await?;
    until_told(&page, &["de", "en"]).await?;
    page.until_ready_times(3).await?;
    is_in(&page, "en").await?;
    page.nothing_went_wrong_with(3).await
}

async fn a_script_for_one_language_fetches_the_others(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    page.until_ready().await?;
    is_in(&page, "en").await?;
    page.ask::<()>("host.lang = 'de';").await?;
    until_told(&page, &["de"]).await?;
    page.until_ready_times(2).await?;
    is_in(&page, "de").await?;
    page.nothing_went_wrong_with(2).await?;
    let [carried, fetched] =
        ["fragment/en.html", "fragment/de.html"].map(|file| page.server.times_asked(file));
    ensure!(
        (carried, fetched) == (0, 1),
        "the texts were asked for {carried} and {fetched} times"
    );
    Ok(())
}

async fn a_language_that_does_not_exist_is_told_and_that_of_the_page_stays(
    browser: &Browser,
) -> Result<()> {
    let page = open(browser, "any-language").await?;
    page.until_ready().await?;
    page.ask::<()>("host.lang = 'tlh';").await?;
    page.until("it to be told", async || {
        let said: Vec<String> = page.ask("return recorded.console;").await?;
        Ok(said
            == ["warn: <lupus-car-t>: attribute `lang` has the value `tlh`, but allowed is `de`, `en`; using en"])
    })
    .await?;
    page.settle().await?;
    is_in(&page, "en").await?;
    let told = page.events("lct-language").await?;
    ensure!(told.is_empty(), "{told:?}");
    Ok(())
}

async fn a_frame_follows_the_language_live(browser: &Browser) -> Result<()> {
    let page = open(browser, "framed").await?;
    page.until_ready().await?;
    has_title(&page, "An example").await?;
    page.ask::<()>("host.lang = 'de';").await?;
    until_told(&page, &["de"]).await?;
    page.until_ready_times(2).await?;
    has_title(&page, "Ein Beispiel").await?;
    page.element(".frame").await?.enter_frame().await?;
    is_in(&page, "de").await?;
    browser.driver.enter_default_frame().await?;
    page.settle().await?;
    until_told(&page, &["de"]).await?;
    page.nothing_went_wrong_with(2).await
}

async fn each_language_has_a_page(browser: &Browser) -> Result<()> {
    for (file, language) in [("index.html", "en"), ("de/index.html", "de")] {
        let page = browser.open(site()?, file).await?;
        page.until_ready().await?;
        is_in(&page, language).await?;
        let shown: String = page.ask("return document.documentElement.lang;").await?;
        ensure!(shown == language, "{file} says that it is in `{shown}`");
        page.nothing_went_wrong().await?;
    }
    Ok(())
}

async fn has_title(page: &Page<'_>, title: &str) -> Result<()> {
    page.until(title, async || {
        page.ask_about("return one('.frame').title === it;", json!(title))
            .await
    })
    .await
}

/// Waits until the page has heard of these languages, one after another, and of no other.
async fn until_told(page: &Page<'_>, languages: &[&str]) -> Result<()> {
    let wanted: Vec<_> = languages.iter().map(|it| json!({ "lang": it })).collect();
    page.until("lct-language", async || {
        let told = page.events("lct-language").await?;
        Ok(told.into_iter().map(|it| it.detail).eq(wanted.clone()))
    })
    .await
}

/// Fails unless the words are of this language, and assistive technology is told so.
async fn is_in(page: &Page<'_>, language: &str) -> Result<()> {
    let heading = if language == "de" {
        "Auf einen Blick"
    } else {
        "At a glance"
    };
    let seen: [String; 2] = page
        .ask("return [one('#at-a-glance-button').textContent.trim(), one('.explainer').lang];")
        .await?;
    ensure!(seen == [heading, language], "{language}: {seen:?}");
    Ok(())
}

async fn open<'browser>(browser: &'browser Browser, name: &str) -> Result<Page<'browser>> {
    let policy: &'static str = format!("{STRICT_POLICY}; frame-src 'self'").leak();
    let site = site()?.host_under(policy);
    browser
        .open(site, &format!("fixtures/hosts/{name}.html"))
        .await
}

fn site() -> Result<Site> {
    let folder = TWO_LANGUAGES.as_ref().map_err(|error| anyhow!("{error}"))?;
    Ok(Site::of(folder.clone()))
}

/// The small content of the other tests as a site, with the WebAssembly of the release.
static TWO_LANGUAGES: LazyLock<Result<PathBuf, String>> =
    LazyLock::new(|| build().map_err(|error| format!("{error:#}")));

fn build() -> Result<PathBuf> {
    let project = package().join("../..");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("two-languages");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let [source, out] = ["source", "out"].map(|name| folder.join(name));
    copy(&project.join("static"), &source.join("static"))?;
    fs::remove_dir_all(source.join("static/content"))?;
    copy(
        &project.join("tests/fixtures/content"),
        &source.join("static/content"),
    )?;
    fs::copy(project.join("index.html"), source.join("index.html"))?;
    fs::create_dir_all(&out)?;
    for file in fs::read_dir(dist()).context("reading the release")? {
        let file = file?;
        if file.file_name().to_string_lossy().starts_with("widget-") {
            fs::copy(file.path(), out.join(file.file_name()))?;
        }
    }
    // What Trunk runs once it has built the WebAssembly.
    let output = Command::new(env!("CARGO"))
        .current_dir(&project)
        .args([
            "run",
            "--quiet",
            "--package",
            "lupus-car-t",
            "--bin",
            "site",
        ])
        .env("TRUNK_SOURCE_DIR", &source)
        .env("TRUNK_STAGING_DIR", &out)
        .env_remove("TRUNK_PROFILE")
        .output()
        .context("starting cargo")?;
    ensure!(
        output.status.success(),
        "writing the site: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(out)
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
