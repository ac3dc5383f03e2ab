//! What assistive technology is told, in its order, as Chromium's accessibility tree has it.

use std::{collections::HashMap, fmt::Write};

use anyhow::{Context, Result};
use e2e::{browsers::Browser, in_chromium, page::Page};
use serde_json::{Value, json};

use super::open;

in_chromium!(the_figures_are_read_in_order, the_tools_are_read_in_order,);

async fn the_figures_are_read_in_order(browser: &Browser) -> Result<()> {
    for (section, name, place) in [
        ("symptoms", "body-map", ":first-of-type"),
        ("what-is-car-t", "how-car-t-works", ":first-of-type"),
        ("what-is-car-t", "compare", ":last-of-type"),
        ("step-by-step", "journey", ":first-of-type"),
        ("study-2022", "study-2022", ":first-of-type"),
        ("since-2022", "timeline", ":first-of-type"),
        ("risks", "how-often", ":first-of-type"),
    ] {
        let page = open(browser, section).await?;
        is_read_as_written_down(&page, name, &format!("#{section}-body > .figure{place}")).await?;
    }
    Ok(())
}

async fn the_tools_are_read_in_order(browser: &Browser) -> Result<()> {
    let page = open(browser, "questions").await?;
    page.until_tools().await?;
    page.ask::<()>("all('.question > input')[1].click(); one('.search-button').click();")
        .await?;
    page.until("the search", async || {
        page.ask("return !!root.querySelector('.search-input');")
            .await
    })
    .await?;
    page.ask::<()>(
        "const input = one('.search-input');
         input.value = 'flare';
         input.dispatchEvent(new Event('input', { bubbles: true }));",
    )
    .await?;
    page.until("results", async || {
        page.ask("return all('.search-result').length > 2;").await
    })
    .await?;
    for (name, place) in [
        ("toolbar", ".toolbar"),
        ("my-list", ".worksheet"),
        ("section-foot", "#questions-body .section-foot"),
    ] {
        is_read_as_written_down(&page, name, place).await?;
    }
    for (name, button, place) in [
        ("menu-text-size", "[data-tool=text-size]", "#menu-text-size"),
        ("menu-print", "[data-tool=print]", "#menu-print"),
    ] {
        page.click(button).await?;
        is_read_as_written_down(&page, name, place).await?;
    }
    page.nothing_went_wrong().await
}

/// Compares what is read of the element with the snapshot of this name.
async fn is_read_as_written_down(page: &Page<'_>, name: &str, selector: &str) -> Result<()> {
    page.settle().await?;
    let script = format!(
        "(document.querySelector('lupus-car-t').shadowRoot ?? document).querySelector({})",
        json!(selector)
    );
    let browser = page.browser;
    let found = browser
        .devtools("Runtime.evaluate", json!({ "expression": script }))
        .await?;
    let object = &found["result"]["objectId"];
    let below = browser
        .devtools("Accessibility.queryAXTree", json!({ "objectId": object }))
        .await?;
    let nodes = below["nodes"].as_array().context("no nodes")?;
    insta::with_settings!({
        snapshot_path => "../../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, said(nodes));
    });
    Ok(())
}

/// A line for each node that is told of, indented below the one that holds it.
fn said(nodes: &[Value]) -> String {
    let mut depths: HashMap<&str, usize> = HashMap::new();
    let mut text = String::new();
    for node in nodes {
        let parent = node["parentId"].as_str().and_then(|it| depths.get(it));
        let depth = parent.copied().unwrap_or_default();
        let role = node["role"]["value"].as_str().unwrap_or_default();
        let is_told =
            node["ignored"] != true && !["generic", "none", "InlineTextBox"].contains(&role);
        if let Some(id) = node["nodeId"].as_str() {
            depths.insert(id, depth + usize::from(is_told));
        }
        if !is_told {
            continue;
        }
        let _ = write!(text, "{:1$}{role}", "", depth * 2);
        if let Some(name) = node["name"]["value"].as_str().filter(|it| !it.is_empty()) {
            let _ = write!(text, " {name:?}");
        }
        for property in node["properties"].as_array().into_iter().flatten() {
            let (name, value) = (&property["name"], &property["value"]["value"]);
            if ["pressed", "checked", "expanded", "disabled", "live"]
                .contains(&name.as_str().unwrap_or_default())
            {
                let _ = write!(text, " {}={}", name.as_str().unwrap_or_default(), value);
            }
        }
        text.push('\n');
    }
    text
}
