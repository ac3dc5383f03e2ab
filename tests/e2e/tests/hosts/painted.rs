//! A page that states no theme is as dark or light as it is painted, in whatever notation its colors are written.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;

in_every_engine!(
    a_page_is_as_dark_as_it_is_painted_in_every_notation,
    the_first_look_of_the_explainer_is_as_dark_as_its_page,
    a_frame_is_as_dark_as_its_page,
);

const DARK: &[&str] = &[
    "oklch(0.2 0.02 270)",
    "oklab(25% 0 0)",
    "lab(12% 5 -5)",
    "lch(10% 20 270)",
    "hsl(220deg 40% 10%)",
    "hwb(220 5% 85%)",
    "rgb(none 20 30)",
    "color(display-p3 0.1 0.1 0.15)",
    "color(srgb 0.1 0.1 0.1)",
    "color(srgb-linear 0.02 0.02 0.02)",
    "color(xyz-d50 0.02 0.02 0.02)",
    "color(a98-rgb 0.1 0.1 0.1)",
    "color(prophoto-rgb 0.1 0.1 0.1)",
    "color(rec2020 0.1 0.1 0.1)",
    "color-mix(in oklch, black 85%, white)",
    "oklch(from crimson 0.2 c h)",
    "light-dark(#111, #eee)",
    "rgb(10 20 30 / 0.9)",
    "oklch(0 0 0 / 75%)",
    "#000c",
    "midnightblue",
    "blue",
];

const LIGHT: &[&str] = &[
    "oklch(0.97 0.01 90)",
    "oklab(90% 0 0)",
    "lab(92% 5 -5)",
    "lch(90% 10 90)",
    "hsl(50 90% 85%)",
    "hwb(50 85% 5%)",
    "color(display-p3 0.95 0.95 0.9)",
    "color(srgb-linear 0.7 0.7 0.7)",
    "color(xyz-d65 0.8 0.85 0.9)",
    "color-mix(in oklch, white 85%, black)",
    "light-dark(#eee, #111)",
    "rgb(10 20 30 / 0.1)",
    "oklch(0 0 0 / 20%)",
    "gold",
];

/// What the page, its body and the part around the element have, and whether that is dark.
const LAYERS: &[([&str; 3], bool)] = &[
    (
        ["", "background: white", "background: rgb(0 0 0 / 0.8)"],
        true,
    ),
    (
        [
            "",
            "background: #111",
            "background: rgb(255 255 255 / 0.05)",
        ],
        true,
    ),
    (
        ["", "background: #111", "background: rgb(255 255 255 / 0.9)"],
        false,
    ),
    (
        [
            "background: oklch(0.15 0 0)",
            "background: oklch(1 0 0 / 0.1)",
            "background: oklch(0 0 0 / 0.1)",
        ],
        true,
    ),
    (["background: #111", "", ""], true),
    (["", "background: #111", "background: oklch(1 0 0)"], false),
    // The words tell of a picture.
    (
        [
            "",
            "background: linear-gradient(#000, #223); color: white",
            "",
        ],
        true,
    ),
    (["", "background: linear-gradient(#fff, #eee)", ""], false),
    (
        [
            "",
            "background: linear-gradient(#0003, #0003), oklch(0.2 0 0)",
            "",
        ],
        true,
    ),
    (["", "color: oklch(1 0 0)", ""], true),
    // One scheme that is stated counts, and a choice of two does not.
    (
        ["color-scheme: light dark", "background: oklch(0.2 0 0)", ""],
        true,
    ),
    (
        ["color-scheme: dark light", "background: oklch(0.9 0 0)", ""],
        false,
    ),
    (["", "", "color-scheme: only dark"], true),
];

async fn a_page_is_as_dark_as_it_is_painted_in_every_notation(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    let colors = [(DARK, true), (LIGHT, false)];
    let colors = colors.iter().flat_map(|(colors, dark)| {
        let layers = colors.iter().enumerate();
        layers.map(move |(number, color)| {
            let mut layers = [const { String::new() }; 3];
            layers[number % 3] = format!("background: {color}");
            json!([layers, dark])
        })
    });
    let layers = LAYERS.iter().map(|it| json!(it));
    let wrong: Vec<String> = page
        .ask_patiently(
            "const sum = (color) => color.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
             const isDark = () => sum(getComputedStyle(one('.explainer')).backgroundColor) < 384;
             const places = [document.documentElement, document.body, document.querySelector('main')];
             const wrong = [];
             for (const [layers, dark] of it) {
               // From the other side, so that nothing is right by chance.
               places.forEach((place) => { place.style.cssText = ''; });
               document.body.style.background = dark ? 'white' : 'black';
               await until(() => isDark() !== dark);
               places.forEach((place, at) => { place.style.cssText = layers[at]; });
               if (!(await until(() => isDark() === dark, 40))) wrong.push(layers.join(' | '));
             }
             return wrong;",
            json!(colors.chain(layers).collect::<Vec<_>>()),
        )
        .await?;
    ensure!(wrong.is_empty(), "the other way round: {wrong:#?}");
    page.nothing_went_wrong().await
}

/// By the first script alone.
async fn the_first_look_of_the_explainer_is_as_dark_as_its_page(browser: &Browser) -> Result<()> {
    for color in ["oklch(0.2 0 0)", "rgb(0 0 0 / 0.9)"] {
        let style: &'static str = format!("body {{ background: {color}; }}").leak();
        let site = Site::default()
            .answering("css/page.css", Answer::Text(style))
            .answering("later-", Answer::NotFound);
        let page = browser.open(site, "fixtures/hosts/neutral.html").await?;
        page.until_enabled(".section-button").await?;
        super::themes::until_dark(&page, true, color).await?;
    }
    Ok(())
}

async fn a_frame_is_as_dark_as_its_page(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default().host_under(""), "fixtures/hosts/framed.html")
        .await?;
    page.until_ready().await?;
    for (color, dark) in [("oklch(0.2 0 0)", true), ("rgb(0 0 0 / 0.1)", false)] {
        page.ask_about::<()>("document.body.style.background = it;", json!(color))
            .await?;
        in_its_frame_it_is(&page, dark, color).await?;
    }
    Ok(())
}

async fn in_its_frame_it_is(page: &Page<'_>, dark: bool, why: &str) -> Result<()> {
    page.element(".frame").await?.enter_frame().await?;
    super::themes::until_dark(page, dark, why).await?;
    page.browser.driver.enter_default_frame().await?;
    Ok(())
}
