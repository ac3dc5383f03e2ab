//! Attributes are properties, and what is asked for early is done once it can be.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    site::{Answer, Site},
};
use serde_json::{Value, json};

in_every_engine!(
    attributes_are_properties,
    properties_set_before_the_script_came_count,
    what_is_asked_for_before_the_text_came_is_done,
);

/// The properties with their attributes and what they are when nothing is said.
const PROPERTIES: [(&str, &str, &str); 13] = [
    ("region", "region", "auto"),
    ("theme", "theme", "auto"),
    ("open", "open", "at-a-glance"),
    ("sections", "sections", "all"),
    ("headingLevel", "heading-level", "2"),
    ("loading", "loading", "lazy"),
    ("mode", "mode", "element"),
    ("remember", "remember", "none"),
    ("links", "links", "on"),
    ("path", "path", "none"),
    ("feedback", "feedback", "off"),
    ("base", "base", "."),
    ("page", "page", ""),
];

async fn attributes_are_properties(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    // An element that is not in the page does not act on what it is told.
    let script = "const [property, attribute, value] = it;
        const element = document.createElement('lupus-car-t');
        const read = () => [element[property], element.getAttribute(attribute)];
        const seen = [read()];
        for (const next of [value, [value, 'b'], 5, null, value, undefined]) {
          element[property] = next;
          seen.push(read());
        }
        element.setAttribute(attribute, 'x');
        seen.push(read());
        return seen;";
    for (property, attribute, default) in PROPERTIES {
        let seen: Value = page
            .ask_about(script, json!([property, attribute, "a"]))
            .await?;
        let wanted = json!([
            [default, null],
            ["a", "a"],
            ["a b", "a b"],
            ["5", "5"],
            [default, null],
            ["a", "a"],
            [default, null],
            ["x", "x"],
        ]);
        ensure!(seen == wanted, "{property}: {seen}");
    }
    page.nothing_went_wrong().await
}

async fn properties_set_before_the_script_came_count(browser: &Browser) -> Result<()> {
    // The test adds the script itself, which trusted types would forbid it.
    let site = Site::default().host_under("");
    let page = browser
        .open(site, "fixtures/hosts/without-script.html")
        .await?;
    page.ask::<()>(
        "host.open = ['risks', 'symptoms'];
         host.headingLevel = 4;
         host.theme = 'dark';
         host.sections = ['symptoms', 'risks'];
         host.loading = 'eager';
         const script = document.createElement('script');
         script.src = '../../embed.en.js';
         document.head.append(script);",
    )
    .await?;
    page.until_ready().await?;
    page.until_open(&["symptoms", "risks"]).await?;
    let attributes: Vec<String> = page
        .ask("return ['open', 'heading-level', 'theme', 'sections'].map((name) => host.getAttribute(name));")
        .await?;
    ensure!(
        attributes == ["risks symptoms", "4", "dark", "symptoms risks"],
        "{attributes:?}"
    );
    let headings: usize = page.ask("return all('h4.section-heading').length;").await?;
    ensure!(
        headings == 2,
        "{headings} sections have a heading of level 4"
    );
    crate::hosts::themes::until_dark(&page, true, "theme").await?;
    // They are live from then on.
    page.ask::<()>("host.open = 'none';").await?;
    page.until_open(&[]).await?;
    page.nothing_went_wrong().await
}

async fn what_is_asked_for_before_the_text_came_is_done(browser: &Browser) -> Result<()> {
    let site = Site::default().answering("fragment/en.html", Answer::Held);
    let page = browser
        .open(site, "fixtures/hosts/any-language.html")
        .await?;
    page.until("the script", async || {
        page.ask("return !!host.openSection;").await
    })
    .await?;
    page.ask::<()>(
        "host.openAll(); host.closeAll(); host.openSection('risks'); host.openSection('symptoms');
         host.closeSection('risks'); host.closeSection('at-a-glance'); host.openSection('no-such-section');",
    )
    .await?;
    page.server.release();
    page.until_ready().await?;
    page.until_open(&["symptoms"]).await?;
    page.nothing_went_wrong().await
}
