//! Takes pictures of the pages, for people to look at: `cargo run -p e2e --bin screenshots -- <folder>`.
//! With a second word it takes those alone whose names begin with it, of what a reader uses: `use-list`.
//!
//! A name such as `firefox-host-320-light-open.png` says what a picture shows.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use e2e::{
    browsers::{Browser, Engine},
    page::Page,
    site::Site,
};
use serde_json::json;
use thirtyfour::By;

const WIDTHS: [u32; 3] = [320, 768, 1280];

fn main() -> Result<()> {
    let folder = std::env::args()
        .nth(1)
        .context("which folder should the pictures go to?")?;
    let folder = Path::new(&folder);
    let wanted = std::env::args().nth(2);
    fs::create_dir_all(folder)?;
    tokio::runtime::Runtime::new()?.block_on(async {
        for engine in Engine::ALL {
            if wanted.is_some() && engine != Engine::Chromium {
                continue;
            }
            let browser = Browser::start(engine).await?;
            let whole: &[&str] = if wanted.is_some() {
                &[]
            } else {
                &["index.html", "host.html"]
            };
            for file in whole {
                for width in WIDTHS {
                    for theme in engine_themes(engine) {
                        take_page(&browser, folder, file, width, theme).await?;
                    }
                }
            }
            if engine == Engine::Chromium {
                take_in_use(&browser, folder, wanted.as_deref().unwrap_or_default()).await?;
            }
            browser.end().await?;
        }
        Ok(())
    })
}

/// What a reader uses: the section that it is in, what is done to the page, and what the picture begins at.
const IN_USE: [(&str, &str, &str, &str); 15] = [
    (
        "list",
        "questions",
        "for (const box of all('.question > input').slice(1, 3)) box.click();
         one('#own-question').value = 'Who drives me home?';
         one('[data-tool=add-question]').click();
         requestAnimationFrame(() => setTimeout(() => {
           one('#note-1').value = 'Ask again in June.\\nBring the letter.';
           one('#note-1').dispatchEvent(new Event('input', { bubbles: true }));
         }, 100));",
        ".worksheet",
    ),
    (
        "search",
        "at-a-glance",
        "one('.search-button').click();
         requestAnimationFrame(() => setTimeout(() => {
           one('.search-input').value = 'infection';
           one('.search-input').dispatchEvent(new Event('input', { bubbles: true }));
         }, 100));",
        ".toolbar",
    ),
    (
        "size",
        "at-a-glance",
        "one('[data-tool=text-size]').click();",
        ".toolbar",
    ),
    (
        "print",
        "at-a-glance",
        "one('[data-tool=print]').click();",
        ".toolbar",
    ),
    (
        "map",
        "symptoms",
        "all('#symptoms-body .pick')[3].click();",
        "#section-symptoms",
    ),
    (
        "steps",
        "what-is-car-t",
        "all('#what-is-car-t-body .pick')[2].click();",
        "#what-is-car-t-body .figure",
    ),
    ("places", "symptoms", "", "#symptoms-body .figure"),
    ("strip", "what-is-car-t", "", "#what-is-car-t-body .figure"),
    ("journey", "step-by-step", "", "#step-by-step-body .figure"),
    ("study", "study-2022", "", "#study-2022-body .figure"),
    ("timeline", "since-2022", "", "#since-2022-body .figure"),
    ("shares", "risks", "", "#risks-body .figure"),
    ("compare", "compare", "", "#compare-body .figure"),
    (
        "medicines",
        "treatment-today",
        "",
        "#treatment-today-body .figure",
    ),
    (
        "paths",
        "at-a-glance",
        "one('#path-trial').open = true;",
        ".paths",
    ),
];

async fn take_in_use(browser: &Browser, folder: &Path, wanted: &str) -> Result<()> {
    for width in WIDTHS {
        for colors in ["light", "dark", "forced", "right-to-left"] {
            for (name, section, act, place) in IN_USE {
                let name = format!("use-{name}-{width}-{colors}.png");
                if !name.starts_with(wanted) {
                    continue;
                }
                let page = browser
                    .open(Site::default(), &format!("framed/{width}/index.html"))
                    .await?;
                let theme = if colors == "dark" { "dark" } else { "light" };
                let forced = if colors == "forced" { "active" } else { "none" };
                let features = json!([{ "name": "prefers-color-scheme", "value": theme },
                                      { "name": "forced-colors", "value": forced }]);
                let media = json!({ "features": features });
                browser
                    .devtools("Emulation.setEmulatedMedia", media)
                    .await?;
                page.enter_frame().await?;
                page.until_ready().await?;
                page.until_tools().await?;
                if colors == "right-to-left" {
                    page.ask::<()>("one('.explainer').dir = 'rtl';").await?;
                }
                page.ask::<()>(&format!("host.openSection('{section}');"))
                    .await?;
                page.settle().await?;
                page.ask::<()>(act).await?;
                // The search and the list answer a little later than their buttons.
                tokio::time::sleep(std::time::Duration::from_millis(500)).await;
                page.ask::<()>(&format!("one('{place}').scrollIntoView();"))
                    .await?;
                page.settle().await?;
                let picture = folder.join(name);
                fs::write(&picture, browser.driver.screenshot_as_png().await?)?;
                println!("{}", picture.display());
                browser.driver.enter_parent_frame().await?;
            }
        }
    }
    Ok(())
}

/// Only Chromium's driver can set the colours that the system prefers.
fn engine_themes(engine: Engine) -> &'static [&'static str] {
    if engine == Engine::Chromium {
        &["light", "dark"]
    } else {
        &["light"]
    }
}

/// Takes a page closed, then open: each section by itself where the engine does not draw all of them.
async fn take_page(
    browser: &Browser,
    folder: &Path,
    file: &str,
    width: u32,
    theme: &str,
) -> Result<()> {
    let page = browser
        .open(Site::default(), &format!("framed/{width}/{file}"))
        .await?;
    browser.prefer_colours(theme).await?;
    page.enter_frame().await?;
    page.until_ready().await?;
    let name = file.trim_end_matches(".html");
    let engine = format!("{:?}", browser.engine).to_lowercase();
    let ids: Vec<_> = page.sections().await?.into_iter().map(|it| it.id).collect();
    let mut states = vec![("closed", vec![])];
    match browser.engine {
        Engine::Chromium => states.push(("open", ids.iter().collect())),
        _ => states.extend(ids.iter().map(|id| (&**id, vec![id]))),
    }
    for (state, open) in states {
        page.ask_about::<()>(
            "host.open = it.length ? it : 'none';
             for (const more of all('details')) more.open = it.length > 1;
             for (const section of all('.section')) {
               section.style.display = it.length === 1 && section.id !== `section-${it}` ? 'none' : '';
             }",
            json!(open),
        )
        .await?;
        let open: Vec<_> = open.iter().map(|id| id.as_str()).collect();
        page.until_open(&open).await?;
        page.settle().await?;
        let picture = folder.join(format!("{engine}-{name}-{width}-{theme}-{state}.png"));
        fs::write(&picture, picture_of(&page, width).await?)?;
        println!("{}", picture.display());
    }
    Ok(())
}

/// The whole page, however long, where the engine draws that much.
async fn picture_of(page: &Page<'_>, width: u32) -> Result<Vec<u8>> {
    let Page { browser, .. } = page;
    let height: u32 = page
        .ask("return Math.ceil(document.body.getBoundingClientRect().bottom + scrollY);")
        .await?;
    browser.driver.enter_parent_frame().await?;
    let script = "document.querySelector('iframe').height = arguments[0];";
    browser.driver.execute(script, vec![json!(height)]).await?;
    if browser.engine == Engine::Chromium {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        browser
            .devtools("Emulation.setDeviceMetricsOverride", size)
            .await?;
    } else {
        browser
            .driver
            .set_window_rect(0, 0, width.max(600), height + 200)
            .await?;
    }
    // WebKit's picture of an element is out of place in so tall a window.
    let frame = browser.driver.find(By::Tag("iframe")).await?;
    let picture = if browser.engine == Engine::WebKit {
        browser.driver.screenshot_as_png().await?
    } else {
        frame.screenshot_as_png().await?
    };
    frame.enter_frame().await?;
    Ok(picture)
}
