//! Custom properties of the explainer and of the page around it keep apart.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(
    colors_are_worked_out_once_and_the_properties_of_a_page_stay_its_own,
    what_a_page_registers_changes_nothing,
);

/// A color without a type would be worked out anew by each rule that uses it. A type holds for the whole page.
async fn colors_are_worked_out_once_and_the_properties_of_a_page_stay_its_own(
    browser: &Browser,
) -> Result<()> {
    for file in ["index.html", "fixtures/hosts/titled.html"] {
        let page = open(browser, file).await?;
        let colors: Vec<String> = page
            .ask(
                "if (!CSS.registerProperty) return ['rgb('];
                 const style = getComputedStyle(one('.mount'));
                 return ['accent', 'on-brand']
                   .map((name) => style.getPropertyValue('--lupus-' + name));",
            )
            .await?;
        for color in colors {
            let is_worked_out = color.starts_with("rgb(")
                || (color.starts_with("color(xyz") && !color.contains("calc"));
            ensure!(is_worked_out, "{file}: {color}");
        }
        let own: Vec<String> = page
            .ask(
                "const { style } = document.documentElement;
                 const names = ['--text', '--accent', '--brand', '--on-brand'];
                 for (const name of names) style.setProperty(name, '5px');
                 return names.map((name) => getComputedStyle(document.body).getPropertyValue(name));",
            )
            .await?;
        ensure!(own.iter().all(|it| it == "5px"), "{file}: {own:?}");
    }
    Ok(())
}

/// Properties that pages register, each with the syntax that they give it and what it is at first.
const REGISTERED: [(&str, &str, &str); 7] = [
    ("--size", "<length>", "0px"),
    ("--text", "<color>", "transparent"),
    ("--background", "<color>", "transparent"),
    ("--radius", "<length>", "0px"),
    ("--scale", "<number>", "0"),
    ("--measure", "<length>", "0px"),
    ("--brand", "<color>", "transparent"),
];

async fn what_a_page_registers_changes_nothing(browser: &Browser) -> Result<()> {
    let look = "const { color, fontSize, fontFamily, inlineSize } = getComputedStyle(one('.section-body p'));
                return [color, fontSize, fontFamily, inlineSize,
                  getComputedStyle(one('.explainer')).backgroundColor];";
    let page = open(browser, "fixtures/hosts/titled.html").await?;
    let before: Vec<String> = page.ask(look).await?;
    page.ask_about::<()>(
        "for (const [name, syntax, initialValue] of it) {
           CSS.registerProperty?.({ name, syntax, inherits: false, initialValue });
         }",
        json!(REGISTERED),
    )
    .await?;
    page.settle().await?;
    let after: Vec<String> = page.ask(look).await?;
    ensure!(after == before, "{after:?}, not {before:?}");
    page.nothing_went_wrong().await
}

async fn open<'browser>(browser: &'browser Browser, file: &str) -> Result<Page<'browser>> {
    let page = browser.open(Site::default(), file).await?;
    page.until_ready().await?;
    page.ask::<()>("host.openAll();").await?;
    Ok(page)
}
