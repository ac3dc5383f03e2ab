//! Text and the outlines of controls keep their contrast with the colors of five brands, also where a gray page shows
//! through.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine};
use serde_json::json;

use super::contrast::{COLORS, open};

in_every_engine!(brands_keep_the_contrast_of_text_and_controls);

const BRANDS: [(&str, &str); 5] = [
    ("amber", "#ffb000"),
    ("red", "#d5001c"),
    ("blue", "#005eb8"),
    ("green", "#007f3b"),
    ("gray", "#6b7280"),
];

/// What stands out too little on a page of the color `it.page`: text, what is written on the brand's own color, and
/// outlines.
const WEAK: &str = r#"
    const ground = (element) => {
      const layers = [];
      for (let layer = element; layer; layer = layer.parentElement) {
        layers.unshift([getComputedStyle(layer).backgroundColor]);
      }
      return painted([it.page], ...layers);
    };
    const css = (rgb) => `rgb(${rgb.join(" ")})`;
    const contrast = (color, element) => {
      const below = ground(element);
      return ratio(painted([css(below)], [color]), below);
    };
    const weak = (elements, least, of) => elements.filter((element) => shown(element) && !element.closest(".figure"))
      .map((element) => [of(element), least, element.outerHTML.slice(0, 80)]).filter(([found]) => found < least);
    const places = "p, li, a, dt, dd, th, td, h2, h3, strong, label, summary, button, [role=status]";
    const isWord = (node) => node.nodeType === 3 && node.data.trim();
    const texts = all(places).filter((element) => [...element.childNodes].some(isWord));
    const ofText = (element) => contrast(getComputedStyle(element).color, element);
    const controls = all(".tool:enabled, .toggle-all, .search-input, .popover-close");
    return [
      ...weak(texts.filter((element) => !element.matches(".search-button")), it.least, ofText),
      ...weak(all(".search-button"), 4.5, ofText),
      ...weak(controls, 3, (element) => contrast(getComputedStyle(element).borderTopColor, element.parentElement)),
    ];"#;

async fn brands_keep_the_contrast_of_text_and_controls(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.ask::<()>("host.openSection('risks'); host.openSection('questions');")
        .await?;
    page.click(".search-button").await?;
    // Our own backgrounds keep more than those of a page can promise.
    let grounds = [
        ("light", "", "#ffffff", 7.0),
        ("dark", "", "#16141f", 7.0),
        ("light", "transparent", "#e6e6e6", 4.5),
        ("dark", "transparent", "#2b2b2b", 4.5),
    ];
    for (theme, background, ground, least) in grounds {
        for (name, brand) in BRANDS {
            let set = "host.theme = it[0]; document.body.style.backgroundColor = it[2];
                       host.style.setProperty('--lct-background', it[1]);
                       host.style.setProperty('--lct-accent', it[3]);";
            page.ask_about::<()>(set, json!([theme, background, ground, brand]))
                .await?;
            page.settle().await?;
            let about = json!({ "page": ground, "least": least });
            let weak: Vec<(f64, f64, String)> =
                page.ask_about(&format!("{COLORS}{WEAK}"), about).await?;
            ensure!(weak.is_empty(), "{name} on {theme} {ground}: {weak:#?}");
        }
    }
    Ok(())
}
