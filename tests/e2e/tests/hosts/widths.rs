//! Where the page's layout asks how wide it is, the explainer is as wide as text would be there.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(
    it_is_as_wide_as_text_would_be,
    what_makes_it_wide_is_neither_seen_nor_read,
    where_lines_stand_upright_the_text_begins_where_the_element_does,
);

async fn it_is_as_wide_as_text_would_be(browser: &Browser) -> Result<()> {
    // The element, text that was in the page already, and a frame.
    for (file, shows, widths) in [
        (
            "fixtures/hosts/plain.html",
            ".mount",
            [320, 500, 1280].as_slice(),
        ),
        ("index.html", ".mount", &[320]),
        ("fixtures/hosts/framed.html", ".frame", &[320, 1280]),
    ] {
        for width in widths {
            let site = Site::default().under("");
            let page = browser
                .open(site, &format!("framed/{width}/{file}"))
                .await?;
            page.enter_frame().await?;
            page.until("the explainer to be there", async || {
                page.ask_about("return !!root?.querySelector(it);", json!(shows))
                    .await
            })
            .await?;
            let wrong: Vec<String> = page
                .ask_about(include_str!("widths.js"), json!(shows))
                .await?;
            ensure!(wrong.is_empty(), "{file} at {width} px: {wrong:#?}");
        }
    }
    Ok(())
}

async fn what_makes_it_wide_is_neither_seen_nor_read(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    let (height, gap): (f64, f64) = page
        .ask(
            "const { height } = getComputedStyle(host, '::before');
             const gap = one('.mount').getBoundingClientRect().top - host.getBoundingClientRect().top;
             return [parseFloat(height), gap];",
        )
        .await?;
    ensure!(
        height == 0.0 && gap == 0.0,
        "{height} px high, {gap} px above the text"
    );
    let copied: String = page
        .ask("getSelection().selectAllChildren(document.querySelector('main')); return String(getSelection());")
        .await?;
    ensure!(!copied.contains("0 0"), "it is copied: {copied}");
    sticks_out_of_nothing(&page).await
}

/// Fails where a narrow element makes its page wider.
async fn sticks_out_of_nothing(page: &Page<'_>) -> Result<()> {
    let wide: [i64; 2] = page
        .ask(
            "const box = document.createElement('div');
             box.style.cssText = 'width: 90px; height: 90px; overflow: auto';

             host.replaceWith(box);
             box.append(host);
             one('.mount').style.display = 'none';
             return [box.scrollWidth, box.clientWidth];",
        )
        .await?;
    ensure!(wide[0] <= wide[1], "it sticks out: {wide:?}");
    Ok(())
}

async fn where_lines_stand_upright_the_text_begins_where_the_element_does(
    browser: &Browser,
) -> Result<()> {
    for mode in ["vertical-rl", "vertical-lr"] {
        let page = browser
            .open(Site::default(), "fixtures/hosts/plain.html")
            .await?;
        page.until_ready().await?;
        let gaps: [f64; 2] = page
            .ask_about(
                "document.documentElement.style.writingMode = it;
                 const [outer, inner] = [host, one('.mount')].map((it) => it.getBoundingClientRect());
                 return [inner.left - outer.left, outer.right - inner.right];",
                json!(mode),
            )
            .await?;
        ensure!(gaps.iter().all(|it| it.abs() < 1.0), "{mode}: {gaps:?}");
    }
    Ok(())
}
