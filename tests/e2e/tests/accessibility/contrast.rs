//! Drawn lines and dots stand out, whatever accent a page sets; readers who ask for more contrast get it; and readers
//! who set all colors themselves lose nothing.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_chromium, in_every_engine, page::Page, site::Site};
use serde_json::{Value, json};

in_every_engine!(drawn_lines_and_dots_stand_out_with_every_accent);
in_chromium!(
    who_asks_for_more_contrast_gets_it,
    who_sets_all_colors_sees_every_icon,
);

/// Turns any color into red, green and blue, and puts one over another.
pub(super) const COLORS: &str = r#"
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const painted = (...colors) => {
      context.clearRect(0, 0, 1, 1);
      for (const [color, opacity = 1] of colors) {
        context.globalAlpha = opacity;
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
      }
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (rgb) => rgb.map((it) => it / 255)
      .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4))
      .reduce((sum, it, index) => sum + it * [0.2126, 0.7152, 0.0722][index], 0);
    const ratio = (one, other) => {
      const [dark, light] = [one, other].map(luminance).sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    const behind = (element) => {
      for (let it = element; it; it = it.parentElement) {
        const { backgroundColor } = getComputedStyle(it);
        if (!/^transparent$|[,/] 0\)$/.test(backgroundColor)) return backgroundColor;
      }
      return getComputedStyle(one(".explainer")).backgroundColor;
    };"#;

async fn drawn_lines_and_dots_stand_out_with_every_accent(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    for theme in ["light", "dark"] {
        for accent in [
            "",
            "#ffd400",
            "#c8c8c8",
            "white",
            "black",
            "rebeccapurple",
            "hsl(120 100% 80%)",
            "oklch(0.9 0.2 130)",
        ] {
            let set = "host.theme = it[0]; host.style.setProperty('--lct-accent', it[1]);";
            page.ask_about::<()>(set, json!([theme, accent])).await?;
            page.settle().await?;
            let weak: Vec<String> = page
                .ask(&format!(
                    "{COLORS}
                     const drawn = ['.range', '.median', '.dots-all', '.dots-some', '.person', '.ticks'];
                     return drawn.flatMap((selector) => {{
                       const shape = one('.figure ' + selector);
                       const {{ fill, stroke, opacity }} = getComputedStyle(shape);
                       const isFilled = /median|person/.test(selector);
                       const color = isFilled ? fill : stroke;
                       const ground = behind(shape.closest('.figure'));
                       const found = ratio(painted([ground], [color, Number(opacity)]), painted([ground]));
                       return found < 3 ? [`${{selector}}: ${{found.toFixed(2)}}`] : [];
                     }});"
                ))
                .await?;
            ensure!(weak.is_empty(), "{theme}, accent `{accent}`: {weak:?}");
        }
    }
    Ok(())
}

async fn who_asks_for_more_contrast_gets_it(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    let weakest = format!(
        "{COLORS}
         const texts = all('p, li, dt, dd, th, td, h2, h3, a, button, label, figcaption').filter((it) => shown(it)
           && !it.closest('.popover') && [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
         return texts.map((it) => {{
           const ground = behind(it);
           const text = painted([ground], [getComputedStyle(it).color]);
           return [ratio(text, painted([ground])), it.outerHTML.slice(0, 80)];
         }}).sort((a, b) => a[0] - b[0])[0];"
    );
    let line = "return getComputedStyle(one('.section')).borderTopColor;";
    for theme in ["light", "dark"] {
        page.ask_about::<()>(
            "host.theme = it;
             // A page that is at the limit itself.
             for (const [name, value] of [['text', '#777'], ['muted', '#888'], ['background', '#ddd']]) {
               host.style.setProperty('--lct-' + name, value);
             }",
            json!(theme),
        )
        .await?;
        prefer(browser, "prefers-contrast", "no-preference").await?;
        page.settle().await?;
        let before: String = page.ask(line).await?;
        prefer(browser, "prefers-contrast", "more").await?;
        page.settle().await?;
        let (found, place): (f64, String) = page.ask(&weakest).await?;
        ensure!(found >= 10.0, "{theme}: {found} to 1 at {place}");
        let after: String = page.ask(line).await?;
        ensure!(before != after, "{theme}: lines stay {before}");
        page.axe_finds_nothing(&format!("{theme}, more contrast"))
            .await?;
    }
    prefer(browser, "prefers-contrast", "no-preference").await
}

async fn who_sets_all_colors_sees_every_icon(browser: &Browser) -> Result<()> {
    let page = open(browser).await?;
    page.click(".search-button").await?;
    prefer(browser, "forced-colors", "active").await?;
    page.settle().await?;
    let lost: Vec<Value> = page
        .ask(&format!(
            "{COLORS}
             const marked = all('.tool, .search-button, .section-button > .mark, .more > summary').filter(shown);
             return marked.flatMap((it) => {{
               const style = getComputedStyle(it, '::before');
               const {{ content, backgroundColor, borderRightWidth, borderRightColor, width }} = style;
               if (content === 'none' || content === 'normal' || !parseFloat(width)) return [];
               const color = parseFloat(borderRightWidth) ? borderRightColor : backgroundColor;
               const ground = behind(it);
               const found = ratio(painted([ground], [color]), painted([ground]));
               return found < 4.5 ? [[it.dataset.tool ?? it.className, found, color, ground]] : [];
             }});"
        ))
        .await?;
    ensure!(lost.is_empty(), "icons that are not seen: {lost:?}");
    prefer(browser, "forced-colors", "none").await
}

async fn prefer(browser: &Browser, name: &str, value: &str) -> Result<()> {
    let features = json!({ "features": [{ "name": name, "value": value }] });
    browser
        .devtools("Emulation.setEmulatedMedia", features)
        .await?;
    Ok(())
}

pub(super) async fn open(browser: &Browser) -> Result<Page<'_>> {
    let page = browser.open(Site::default(), "host.html").await?;
    page.until_ready().await?;
    page.until_tools().await?;
    page.ask::<()>("host.openAll();").await?;
    page.until_all_open().await?;
    Ok(page)
}
