//! Each attribute changes what is shown at once, and a bad value is told and does no harm.

mod address;
mod mode;
mod page;
mod properties;
mod region;

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{STRICT_POLICY, Site},
};
use serde_json::json;

use crate::hosts::{has_every_word, themes::until_dark};

in_every_engine!(
    sections_open_as_the_attribute_says_at_any_time,
    sections_are_shown_as_the_attribute_says_at_any_time,
    headings_and_theme_follow_their_attributes,
    loading_and_base_can_be_set_right_later,
    a_bad_value_is_told_once_and_the_default_holds,
);

async fn sections_open_as_the_attribute_says_at_any_time(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.until_open(&["at-a-glance"]).await?;
    for (value, wanted) in [
        ("risks symptoms", &["risks", "symptoms"] as &[&str]),
        ("none", &[]),
        ("  not-known ", &["not-known"]),
    ] {
        set(&page, "open", Some(value)).await?;
        page.until_open(wanted).await?;
    }
    set(&page, "open", Some("all")).await?;
    page.until_all_open().await?;
    set(&page, "open", None).await?;
    page.until_open(&["at-a-glance"]).await?;

    // Saying the same again leaves the reader's sections as they are.
    set(&page, "open", Some("risks")).await?;
    page.until_open(&["risks"]).await?;
    page.click_section("symptoms").await?;
    set(&page, "open", Some("risks")).await?;
    page.settle().await?;
    page.until_open(&["risks", "symptoms"]).await?;
    page.nothing_went_wrong().await
}

async fn sections_are_shown_as_the_attribute_says_at_any_time(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    let all = order(&page).await?;
    ensure!(all.len() >= 14, "only {all:?}");
    page.click_section("risks").await?;
    for wanted in ["sources risks at-a-glance", "risks symptoms"] {
        set(&page, "sections", Some(wanted)).await?;
        until_order(&page, wanted).await?;
        // What the reader opened stays open.
        page.until("risks to be open", async || page.is_open("risks").await)
            .await?;
    }
    page.click_section("symptoms").await?;
    page.until_open(&["risks", "symptoms"]).await?;
    let told = page.events("lct-toggle").await?;
    ensure!(
        told.iter().all(|event| ["risks", "symptoms"]
            .contains(&event.detail["section"].as_str().unwrap_or_default())),
        "sections that nobody touched were told of: {told:?}"
    );
    set(&page, "sections", Some("all")).await?;
    until_order(&page, &all.join(" ")).await?;
    has_every_word(&page).await?;
    set(&page, "sections", Some("risks")).await?;
    until_order(&page, "risks").await?;
    set(&page, "sections", None).await?;
    until_order(&page, &all.join(" ")).await?;
    has_every_word(&page).await
}

async fn until_order(page: &Page<'_>, wanted: &str) -> Result<()> {
    let what = format!("the sections to be {wanted}");
    page.until(&what, async || Ok(order(page).await?.join(" ") == wanted))
        .await
}

async fn order(page: &Page<'_>) -> Result<Vec<String>> {
    page.ask("return [...(root?.querySelectorAll('.section') ?? [])].map(({ id }) => id.replace('section-', ''));")
        .await
}

async fn headings_and_theme_follow_their_attributes(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.click_section("risks").await?;
    for level in [
        Some("4"),
        Some("5"),
        Some("3"),
        Some("2"),
        Some(" 3 "),
        None,
    ] {
        set(&page, "heading-level", level).await?;
        let wanted = level.unwrap_or("2").trim();
        let script = "const [headings, right, below] =
                        ['.section-heading', `h${it}.section-heading`, `h${+it + 1}.subheading`]
                        .map((selector) => root?.querySelectorAll(selector).length ?? 0);
                      return headings > 0 && right === headings && below > 0;";
        let what = format!("headings of level {wanted}");
        page.until(&what, async || page.ask_about(script, json!(wanted)).await)
            .await?;
        page.until_open(&["at-a-glance", "risks"]).await?;
    }
    for (value, dark) in [
        (Some("dark"), true),
        (Some("light"), false),
        (Some("dark"), true),
        (None, false),
    ] {
        set(&page, "theme", value).await?;
        until_dark(&page, dark, "its attribute says so").await?;
    }
    let said: Vec<String> = page.ask("return recorded.console;").await?;
    ensure!(said.is_empty(), "the console says {said:?}");
    Ok(())
}

async fn loading_and_base_can_be_set_right_later(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/tabs.html")
        .await?;
    page.until_collapsed().await?;
    page.settle().await?;
    ensure!(
        page.events("lct-ready").await?.is_empty(),
        "what nobody sees was started"
    );
    set(&page, "loading", Some("eager")).await?;
    page.until_ready().await?;

    let page = browser
        .open(Site::default(), "fixtures/hosts/wrong-base.html")
        .await?;
    page.until_event("lct-error").await?;
    set(&page, "base", Some("../../..")).await?;
    page.settle().await?;
    set(&page, "base", None).await?;
    page.until_ready().await?;
    has_every_word(&page).await
}

async fn a_bad_value_is_told_once_and_the_default_holds(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    let bad = [
        ("theme", "blue", "`auto`, `light`, `dark`; using auto"),
        ("loading", "soon", "`lazy`, `eager`; using lazy"),
        ("heading-level", "7", "`2`, `3`, `4`, `5`; using 2"),
        ("remember", "always", "`none`, `session`; using none"),
        ("links", "yes", "`on`, `off`; using on"),
        ("feedback", "maybe", "`off`, `on`; using off"),
        ("region", "xx", "`pt`; using auto"),
        ("mode", "window", "`element`, `frame`; using element"),
        ("open", "no-such-section", "using at-a-glance"),
        ("sections", "no-such-section", "using all"),
        ("path", "no-such-path", "using none"),
        ("lang", "tlh", "`en`; using en"),
        ("base", "http://[", "an address; using ."),
    ];
    for (name, value, allowed) in bad {
        set(&page, name, Some(value)).await?;
        let start = format!(
            "warn: <lupus-car-t>: attribute `{name}` has the value `{value}`, but allowed is "
        );
        page.until(&start, async || {
            let said: Vec<String> = page.ask("return recorded.console;").await?;
            Ok(said
                .iter()
                .any(|it| it.starts_with(&start) && it.ends_with(allowed)))
        })
        .await?;
        for again in [None, Some(value), None] {
            set(&page, name, again).await?;
            page.settle().await?;
        }
    }
    // With all of them at once it is as without any.
    for (name, value, _) in bad {
        set(&page, name, Some(value)).await?;
    }
    page.until("the text to be there", async || {
        Ok(order(&page).await?.len() >= 14)
    })
    .await?;
    page.until("headings of level 2", async || {
        page.ask("return !!root?.querySelector('h2.section-heading');")
            .await
    })
    .await?;
    page.until_open(&["at-a-glance"]).await?;
    until_dark(&page, false, "the default").await?;
    let said: Vec<String> = page.ask("return recorded.console;").await?;
    ensure!(
        said.len() == bad.len(),
        "it was not told once of each: {said:#?}"
    );
    let errors = page.events("lct-error").await?;
    ensure!(errors.is_empty(), "{errors:?}");
    Ok(())
}

/// Opens a page with one element in it, which may also show a frame.
async fn open(browser: &Browser) -> Result<Page<'_>> {
    let policy: &'static str = format!("{STRICT_POLICY}; frame-src 'self'").leak();
    let site = Site::default().host_under(policy);
    let page = browser.open(site, "fixtures/hosts/plain.html").await?;
    page.until_ready().await?;
    Ok(page)
}

/// Sets an attribute of the element, or removes it.
async fn set(page: &Page<'_>, name: &str, value: Option<&str>) -> Result<()> {
    let script = "const [name, value] = it;
                  if (value === null) host.removeAttribute(name);
                  else host.setAttribute(name, value);";
    page.ask_about(script, json!([name, value])).await
}
