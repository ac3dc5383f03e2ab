//! What host pages may rely on: the properties and parts of the look, and how events travel.

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, server::package, site::Site};
use serde_json::{Value, json};

in_every_engine!(
    each_custom_property_changes_the_look_and_back,
    each_part_takes_the_style_of_the_page,
    events_bubble_out_of_shadow_roots,
    all_copies_share_one_stylesheet,
    the_element_has_the_members_of_the_readme_and_no_others,
    the_class_has_the_version_and_no_other_public_member,
);

/// How everything looks, as far as a custom property can change it.
const LOOK: &str = "
    const names = ['color', 'backgroundColor', 'borderTopColor', 'borderLeftColor', 'outlineColor', 'fill', 'stroke',
      'fontFamily', 'fontSize', 'maxWidth', 'borderTopLeftRadius'];
    const looks = [];
    for (const element of all('.mount *'))
      for (const pseudo of ['', '::before', '::after']) {
        const style = getComputedStyle(element, pseudo);
        looks.push(names.map((name) => style[name]).join());
      }
    return looks.join('\\n');";

async fn each_custom_property_changes_the_look_and_back(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    // The ring is drawn around what has the focus.
    page.focus_on(".toggle-all").await?;
    page.ask::<()>("host.sections = 'can-i-get-it symptoms step-by-step study-2022';")
        .await?;
    page.until_ready_times(2).await?;
    // Their part of the stylesheet comes with them.
    page.until_tools().await?;
    page.ask::<()>("host.openAll();").await?;
    page.until("what stands at the ends of sections", async || {
        page.ask("return all('.section-body').every((it) => it.querySelector('.section-foot'));")
            .await
    })
    .await?;
    page.focus_on(".toggle-all").await?;
    page.settle().await?;
    let before: String = page.ask(LOOK).await?;
    for name in properties()? {
        let value = match &*name {
            "--lct-font" => "monospace",
            "--lct-font-size" | "--lct-measure" | "--lct-radius" => "31px",
            _ => "rgb(1, 2, 3)",
        };
        let script = "host.style.setProperty(it[0], it[1]);";
        page.ask_about::<()>(script, json!([name, value])).await?;
        // Colors fade.
        page.until(&format!("{name} to change the look"), async || {
            Ok(page.ask::<String>(LOOK).await? != before)
        })
        .await?;
        page.ask_about::<()>("host.style.removeProperty(it);", json!(name))
            .await?;
        page.until(&format!("the look without {name}"), async || {
            Ok(page.ask::<String>(LOOK).await? == before)
        })
        .await?;
    }
    Ok(())
}

/// The custom properties that the README lists.
pub(crate) fn properties() -> Result<Vec<String>> {
    let readme = fs::read_to_string(package().join("../../README.md"))?;
    let rows = readme.lines().filter_map(|line| line.strip_prefix("| `"));
    let names: Vec<_> = rows
        .filter_map(|row| row.split('`').next())
        .filter(|name| name.starts_with("--lct-"))
        .map(str::to_owned)
        .collect();
    ensure!(names.len() > 10, "the README lists {names:?}");
    Ok(names)
}

async fn each_part_takes_the_style_of_the_page(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    let unstyled: Vec<String> = page
        .ask(
            "const parts = new Set(all('[part]').flatMap((it) => [...it.part]));
             const sheet = new CSSStyleSheet();
             for (const part of parts) sheet.insertRule(`lupus-car-t::part(${part}) { scroll-margin: 7px; }`);
             document.adoptedStyleSheets = [sheet];
             const unstyled = all('[part]').filter((it) => getComputedStyle(it).scrollMarginTop !== '7px');
             return [...unstyled.map((it) => it.outerHTML), ...(parts.size < 15 ? [...parts] : [])];",
        )
        .await?;
    ensure!(unstyled.is_empty(), "{unstyled:?}");
    Ok(())
}

async fn events_bubble_out_of_shadow_roots(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/shadow.html")
        .await?;
    page.until_ready().await?;
    page.turn_to("#outer >>> #inner >>> lupus-car-t").await?;
    page.ask::<()>(
        "document.addEventListener('lct-toggle', ({ target, detail }) => { recorded.heard = [target.id, detail]; });",
    )
    .await?;
    page.click_section("risks").await?;
    let expected = json!(["outer", { "section": "risks", "open": true }]);
    page.until("the document to hear of it", async || {
        let heard: Value = page.ask("return recorded.heard ?? null;").await?;
        Ok(heard == expected)
    })
    .await
}

async fn all_copies_share_one_stylesheet(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/two-elements.html")
        .await?;
    page.until_ready_times(2).await?;
    // The explainer's own, and that of the tools.
    page.until("each to have the same two", async || {
        page.ask(
            "const [first, second] = [...document.querySelectorAll('lupus-car-t')]
               .map(({ shadowRoot }) => shadowRoot.adoptedStyleSheets);
             return first.length === 2 && second.length === 2 && first.every((it, place) => it === second[place]);",
        )
        .await
    })
    .await
}

async fn the_element_has_the_members_of_the_readme_and_no_others(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.until_tools().await?;
    let mut members: Vec<String> = page
        .ask("return [host, Object.getPrototypeOf(host)].flatMap(Reflect.ownKeys).map(String);")
        .await?;
    members.retain(|name| name != "constructor" && !name.ends_with("Callback"));
    members.sort_unstable();
    let mut expected = members_of_the_readme()?;
    expected.sort_unstable();
    ensure!(members == expected, "{members:?} instead of {expected:?}");
    Ok(())
}

async fn the_class_has_the_version_and_no_other_public_member(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    // What the browser asks a class for, and what every function has, are not of the README.
    let members: Vec<String> = page
        .ask(
            "const Explainer = customElements.get('lupus-car-t');
             const usual = [...Reflect.ownKeys(class {}), 'observedAttributes', 'name'];
             return Reflect.ownKeys(Explainer).filter((it) => typeof it === 'string' && !usual.includes(it));",
        )
        .await?;
    ensure!(members == ["version"], "{members:?}");
    let observed: Vec<String> = page
        .ask("return customElements.get('lupus-car-t').observedAttributes.slice().sort();")
        .await?;
    let mut listed = attributes_of_the_readme()?;
    listed.sort_unstable();
    ensure!(observed == listed, "{observed:?} instead of {listed:?}");
    Ok(())
}

/// Methods, and attributes as properties, but for those that every element has.
fn members_of_the_readme() -> Result<Vec<String>> {
    let readme = readme()?;
    let (methods, _) = section(&readme, "Methods")?
        .split_once("\n\n")
        .context("a paragraph")?;
    let methods = methods
        .split('`')
        .filter_map(|it| Some(it.split_once('(')?.0));
    let methods = methods.filter(|it| it.chars().all(char::is_alphabetic));
    let names = attributes_of_the_readme()?.into_iter();
    let names = names.filter(|name| !["id", "lang"].contains(&&**name));
    let properties = names.map(|name| name.replace("-l", "L"));
    Ok(methods.map(str::to_owned).chain(properties).collect())
}

fn attributes_of_the_readme() -> Result<Vec<String>> {
    let readme = readme()?;
    let rows = section(&readme, "Attributes")?
        .split("\n\n")
        .nth(1)
        .context("a table")?;
    let names = rows
        .lines()
        .filter_map(|row| row.strip_prefix("| `")?.split('`').next());
    Ok(names.map(str::to_owned).collect())
}

fn readme() -> Result<String> {
    fs::read_to_string(package().join("../../README.md")).context("reading the README")
}

fn section<'readme>(readme: &'readme str, heading: &str) -> Result<&'readme str> {
    let section = readme.split(&format!("\n### {heading}\n\n")).nth(1);
    section.with_context(|| format!("the README has no {heading}"))
}

async fn open(browser: &Browser) -> Result<Page<'_>> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    Ok(page)
}
