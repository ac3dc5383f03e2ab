//! A brand's color stays readable, and a transparent explainer lets the page show through.

use anyhow::{Context, Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde::de::DeserializeOwned;
use serde_json::json;

use super::works;

in_every_engine!(
    every_color_of_a_brand_stays_readable,
    a_brand_with_a_color_for_each_theme_stays_readable,
    what_is_of_another_kind_becomes_the_default_and_is_told,
    a_transparent_explainer_lets_the_page_show_through,
    a_transparent_explainer_on_a_dark_page_stays_readable,
);

/// Light yellow, mid grey, dark navy, red, white and black.
const BRANDS: [&str; 6] = [
    "#fff176", "#808080", "#0b1f3a", "#e4002b", "#ffffff", "#000000",
];

/// The contrast that WCAG 2.2 AA asks of text.
const ENOUGH: f64 = 4.5;

async fn every_color_of_a_brand_stays_readable(browser: &Browser) -> Result<()> {
    let page = open(browser, "fixtures/hosts/titled.html").await?;
    for brand in BRANDS {
        for theme in ["light", "dark"] {
            let script = "host.style.setProperty('--lct-accent', it[0]); host.theme = it[1];";
            page.ask_about::<()>(script, json!([brand, theme])).await?;
            page.settle().await?;
            let what = format!("{brand}, {theme}");
            is_readable(&page).await.context(what.clone())?;
            is_used(&page, brand).await.context(what)?;
        }
    }
    page.nothing_went_wrong().await
}

async fn a_brand_with_a_color_for_each_theme_stays_readable(browser: &Browser) -> Result<()> {
    let page = open(browser, "fixtures/hosts/titled.html").await?;
    page.ask::<()>("host.style.setProperty('--lct-accent', 'light-dark(#ffee58, #0b1f3a)');")
        .await?;
    for (theme, brand) in [("light", "#ffee58"), ("dark", "#0b1f3a")] {
        page.ask_about::<()>("host.theme = it;", json!(theme))
            .await?;
        is_readable(&page).await.context(theme)?;
        is_used(&page, brand).await.context(theme)?;
    }
    Ok(())
}

/// Each property of a kind with a value of another, and what the console says is allowed.
const OF_ANOTHER_KIND: [(&str, &str, &str); 6] = [
    ("--lct-accent", "5px", "a color"),
    ("--lct-background", "5px", "a color"),
    ("--lct-text", "thick", "a color"),
    ("--lct-font-size", "red", "a length"),
    ("--lct-radius", "round", "a length"),
    ("--lct-font", "3px", "names of fonts"),
];

async fn what_is_of_another_kind_becomes_the_default_and_is_told(browser: &Browser) -> Result<()> {
    let look =
        "const { color, fontSize, fontFamily, borderRadius } = getComputedStyle(one('.explainer'));
                const accent = getComputedStyle(one('.toggle-all')).color;
                const { backgroundColor } = getComputedStyle(one('.explainer'));
                return [color, fontSize, fontFamily, borderRadius, backgroundColor, accent];";
    let page = open(browser, "fixtures/hosts/titled.html").await?;
    let default: Vec<String> = page.ask(look).await?;
    page.ask_about::<()>(
        "for (const [name, value] of it) host.style.setProperty(name, value);",
        json!(OF_ANOTHER_KIND),
    )
    .await?;
    page.until("the look of before", async || {
        Ok(page.ask::<Vec<String>>(look).await? == default)
    })
    .await?;
    for theme in ["light", "dark"] {
        page.ask_about::<()>("host.theme = it;", json!(theme))
            .await?;
        is_readable(&page).await.context(theme)?;
    }
    let said: Vec<String> = page.ask("return recorded.console.splice(0);").await?;
    for (name, value, allowed) in OF_ANOTHER_KIND {
        let start = format!("property `{name}` has the value `{value}`, but allowed is {allowed};");
        let count = said.iter().filter(|it| it.contains(&start)).count();
        ensure!(count == 1, "`{start}` {count} times in {said:?}");
    }
    // What is a color after all is used again.
    page.ask::<()>("host.style.setProperty('--lct-background', 'rgb(1, 2, 3)');")
        .await?;
    page.until("the new color", async || {
        page.ask("return getComputedStyle(one('.explainer')).backgroundColor === 'rgb(1, 2, 3)';")
            .await
    })
    .await
}

/// Asks the page with the words of `contrasts.js`.
async fn measure<T: DeserializeOwned>(page: &Page<'_>, script: &str) -> Result<T> {
    let script = format!("{}{script}", include_str!("contrasts.js"));
    page.ask(&script).await
}

/// Fails unless the numbers of steps stand on the brand's own color.
async fn is_used(page: &Page<'_>, brand: &str) -> Result<()> {
    let script = format!(
        "return same(getComputedStyle(one('.steps > li'), '::before').backgroundColor, '{brand}');"
    );
    let used: bool = measure(page, &script).await?;
    ensure!(used, "the color is not used");
    Ok(())
}

/// Fails unless all text stands out, and the button does under the pointer too.
async fn is_readable(page: &Page<'_>) -> Result<()> {
    page.settle().await?;
    let all: Vec<(String, f64)> = measure(page, "return contrasts(host);").await?;
    ensure!(all.len() > 60, "only {} kinds of text", all.len());
    let weak: Vec<_> = all.iter().filter(|(_, it)| *it < ENOUGH).collect();
    ensure!(weak.is_empty(), "too weak: {weak:?}");

    let button = page.element(".toggle-all").await?;
    // A pointer that is there already would not be heard of.
    let pointer = page.browser.driver.action_chain().move_to(0, 0);
    pointer.move_to_element_center(&button).perform().await?;
    page.until("the pointer to be on the button", async || {
        page.ask("return one('.toggle-all').matches(':hover');")
            .await
    })
    .await?;
    page.settle().await?;
    let contrast: f64 = measure(page, "return contrastOf(one('.toggle-all'));").await?;
    ensure!(contrast >= ENOUGH, "under the pointer: {contrast}");
    Ok(())
}

async fn a_transparent_explainer_lets_the_page_show_through(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/titled.html")
        .await?;
    page.ask::<()>(
        "document.body.style.background = 'rgb(255, 243, 214)';
         host.style.setProperty('--lct-background', 'transparent');",
    )
    .await?;
    works(&page).await?;
    is_readable(&page).await?;
    let seen = color_beside_the_button(&page).await?;
    ensure!(seen == [255, 243, 214], "what is seen is {seen:?}");
    // What lies over other words must not let them through.
    let opaque: bool = measure(
        &page,
        "return all('.popover').every((it) => same(getComputedStyle(it).backgroundColor, '#ffffff'));",
    )
    .await?;
    ensure!(opaque, "words show through an explanation");

    page.ask::<()>("host.style.removeProperty('--lct-background');")
        .await?;
    page.settle().await?;
    let seen = color_beside_the_button(&page).await?;
    ensure!(
        seen == [255, 255, 255],
        "without it, what is seen is {seen:?}"
    );
    Ok(())
}

async fn a_transparent_explainer_on_a_dark_page_stays_readable(browser: &Browser) -> Result<()> {
    let page = open(browser, "fixtures/hosts/titled.html").await?;
    page.ask::<()>(
        "document.body.style.background = 'rgb(16, 24, 32)';
         host.style.setProperty('--lct-background', 'transparent');",
    )
    .await?;
    page.until("the explainer to be dark", async || {
        page.ask("return one('.mount').dataset.theme === 'dark';")
            .await
    })
    .await?;
    is_readable(&page).await?;
    let seen = color_beside_the_button(&page).await?;
    ensure!(seen == [16, 24, 32], "what is seen is {seen:?}");
    Ok(())
}

/// What the browser paints where the explainer has nothing but its background.
async fn color_beside_the_button(page: &Page<'_>) -> Result<[u8; 3]> {
    page.element(".toolbar").await?;
    page.settle().await?;
    let driver = &page.browser.driver;
    let picture = driver.screenshot_as_png_base64().await?;
    let script = "
        const [picture, done] = arguments;
        const { right, top, height } = document.querySelector('lupus-car-t').shadowRoot
          .querySelector('.toolbar').getBoundingClientRect();
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
        createImageBitmap(new Blob([bytes], { type: 'image/png' })).then((image) => {
          const scale = image.width / innerWidth;
          const context = new OffscreenCanvas(1, 1).getContext('2d');
          context.drawImage(image, -Math.round((right - 20) * scale), -Math.round((top + height / 2) * scale));
          done([...context.getImageData(0, 0, 1, 1).data].slice(0, 3));
        }, (error) => done(String(error)));";
    let answer = driver.execute_async(script, vec![json!(picture)]).await?;
    let answer = answer.json();
    serde_json::from_value(answer.clone()).with_context(|| format!("reading {answer}"))
}

async fn open<'browser>(browser: &'browser Browser, file: &str) -> Result<Page<'browser>> {
    let page = browser.open(Site::default(), file).await?;
    page.until_ready().await?;
    page.ask::<()>("host.openAll();").await?;
    Ok(page)
}
