//! The words of a region: whom to call, and where to look.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;

use super::{open, set};
use crate::frame;

in_every_engine!(
    a_region_has_its_words_and_another_has_its_own,
    a_region_that_does_not_exist_is_told_and_leaves_the_words_that_hold_everywhere,
    the_language_of_the_page_says_the_region,
    the_words_of_a_region_are_there_with_the_text_and_move_nothing,
    a_frame_has_the_words_of_the_region,
);

/// What the text says of each thing that differs, without the marks that have no width.
const SAID: &str = "return Object.fromEntries(all('[data-regional]').map((place) =>
    [place.dataset.regional, place.textContent.replaceAll('\\u2060', '').replaceAll('\\u00a0', ' ')]));";

/// What stands where no region is known.
const NEUTRAL: [(&str, &str); 4] = [
    ("emergency", "Dial 911, 999, 112, or your own"),
    ("crisis", "Elsewhere, call a crisis line"),
    ("organization", "Lupus Foundation of America"),
    ("trials", "In Europe"),
];

const BRITISH: [(&str, &str); 4] = [
    ("emergency", "Dial 999 or 112."),
    ("crisis", "Call Samaritans at 116 123"),
    ("organization", "LUPUS UK"),
    ("trials", "ISRCTN"),
];

/// Of some regions not all is known.
const MEXICAN: [(&str, &str); 4] = [
    ("emergency", "Dial 911."),
    ("crisis", "Call Línea de la Vida"),
    ("organization", "Cetlu"),
    NEUTRAL[3],
];

async fn a_region_has_its_words_and_another_has_its_own(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    until_said(&page, NEUTRAL).await?;
    for (value, wanted) in [
        (Some("gb"), BRITISH),
        (Some(" mx "), MEXICAN),
        (Some("gb"), BRITISH),
        (Some("none"), NEUTRAL),
        (Some("mx"), MEXICAN),
        (None, NEUTRAL),
    ] {
        set(&page, "region", value).await?;
        until_said(&page, wanted).await?;
    }
    page.ask::<()>("host.region = 'gb';").await?;
    until_said(&page, BRITISH).await?;
    let sources: Vec<String> = page
        .ask("return all('.get-help [data-regional] .citation').map(({ href }) => href);")
        .await?;
    ensure!(
        sources.len() == 3 && sources.iter().all(|it| it.starts_with("https://")),
        "{sources:?}"
    );
    // Text that comes anew has them, too.
    set(&page, "heading-level", Some("3")).await?;
    page.until_ready_times(2).await?;
    until_said(&page, BRITISH).await?;
    page.nothing_went_wrong_with(2).await
}

async fn a_region_that_does_not_exist_is_told_and_leaves_the_words_that_hold_everywhere(
    browser: &Browser,
) -> Result<()> {
    let page = open(browser).await?;
    for value in ["xx", "GB", "\"]", ""] {
        set(&page, "region", Some("gb")).await?;
        until_said(&page, BRITISH).await?;
        set(&page, "region", Some(value)).await?;
        until_said(&page, NEUTRAL).await?;
        let start = format!("warn: <lupus-car-t>: attribute `region` has the value `{value}`");
        let end = "`none`, `us`, `gb`, `ca`, `au`, `ie`, `de`, `at`, `ch`, `es`, `mx`, `fr`, `br`, `pt`; using auto";
        page.until(&start, async || {
            let said: Vec<String> = page.ask("return recorded.console;").await?;
            Ok(said
                .iter()
                .any(|it| it.starts_with(&start) && it.ends_with(end)))
        })
        .await?;
    }
    Ok(())
}

async fn the_language_of_the_page_says_the_region(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    for (of_page, of_element, wanted) in [
        (Some("en-GB"), None, BRITISH),
        (Some("en-Latn-mx"), None, MEXICAN),
        // What is nearer counts more, if it names a region.
        (Some("en-GB"), Some("en-MX"), MEXICAN),
        (Some("en-GB"), Some("en"), BRITISH),
        (Some("en-GB"), Some("en-NZ"), NEUTRAL),
        (
            Some("en-US-x-gb"),
            Some("en"),
            [
                ("emergency", "Dial 911."),
                ("crisis", "Call or text 988"),
                NEUTRAL[2],
                NEUTRAL[3],
            ],
        ),
        (Some("en"), Some("EN-gb"), BRITISH),
        (Some("en"), None, NEUTRAL),
    ] {
        page.ask_about::<()>(
            "document.documentElement.lang = it;",
            json!(of_page.unwrap_or_default()),
        )
        .await?;
        set(&page, "lang", of_element).await?;
        until_said(&page, wanted).await?;
    }
    set(&page, "lang", Some("en-GB")).await?;
    set(&page, "region", Some("none")).await?;
    until_said(&page, NEUTRAL).await?;
    page.nothing_went_wrong().await
}

/// Without `later.js` nothing but the script that carries the text can put them there.
async fn the_words_of_a_region_are_there_with_the_text_and_move_nothing(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/british.html")
        .await?;
    page.until_ready().await?;
    until_said(&page, BRITISH).await?;
    let shifts: Vec<String> = page.ask("return recorded.shifts;").await?;
    ensure!(shifts.is_empty(), "{shifts:?}");
    page.nothing_went_wrong().await?;

    let alone = Site::default().answering("later-", Answer::NotFound);
    let page = browser.open(alone, "fixtures/hosts/british.html").await?;
    until_said(&page, BRITISH).await?;
    page.go("frame.html?region=gb").await?;
    until_said(&page, BRITISH).await?;
    Ok(())
}

async fn a_frame_has_the_words_of_the_region(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = frame::open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    for (language, region, wanted) in [
        ("en", Some("gb"), BRITISH),
        ("en-GB", Some("mx"), MEXICAN),
        ("en-GB", None, BRITISH),
        ("en-GB", Some("xx"), BRITISH),
        ("en-GB", Some("none"), NEUTRAL),
        ("en", None, NEUTRAL),
    ] {
        page.ask_about::<()>("document.documentElement.lang = it;", json!(language))
            .await?;
        set(&page, "region", region).await?;
        frame::enter(&page).await?;
        until_said(&page, wanted).await?;
        browser.driver.enter_default_frame().await?;
        // On paper, the page itself has the text.
        page.until("paper to say the same", async || {
            let printed: Option<String> = page
                .ask(
                    "dispatchEvent(new Event('beforeprint'));
                     const place = root.querySelector('.printed [data-regional=emergency]');
                     const said = place?.textContent.replaceAll('\\u2060', '') ?? null;
                     dispatchEvent(new Event('afterprint'));
                     return said;",
                )
                .await?;
            Ok(printed.is_some_and(|it| it.contains(wanted[0].1)))
        })
        .await?;
    }
    Ok(())
}

/// Waits until the text has these words in the places that differ.
async fn until_said(page: &Page<'_>, wanted: [(&str, &str); 4]) -> Result<()> {
    let what = format!("the text to say {wanted:?}");
    page.until(&what, async || {
        let said: serde_json::Value = page.ask(SAID).await?;
        Ok(wanted.iter().all(|(name, words)| {
            let place = said[*name].as_str();
            place.is_some_and(|it| it.contains(words))
        }))
    })
    .await
}
