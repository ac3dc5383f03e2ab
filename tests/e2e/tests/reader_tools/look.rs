//! The reader's own size and spacing of the text.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;
use thirtyfour::Key;

use super::open;

in_every_engine!(
    text_grows_shrinks_and_spreads_and_goes_back_to_normal,
    at_its_largest_and_widest_nothing_is_wider_than_a_small_phone,
    the_look_outlasts_a_restart_and_with_leave_a_reload,
    the_kept_look_is_there_without_webassembly_and_a_broken_one_is_dropped,
);

/// Size, line height and letter spacing of the first paragraph, each in pixels.
async fn measured(page: &Page<'_>) -> Result<[f64; 3]> {
    page.ask(
        "const style = getComputedStyle(one('.section-body p'));
         return [style.fontSize, style.lineHeight, style.letterSpacing].map((it) => parseFloat(it) || 0);",
    )
    .await
}

async fn text_grows_shrinks_and_spreads_and_goes_back_to_normal(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    let before = measured(&page).await?;
    page.click("[data-tool=text-size]").await?;
    let place = menu_place(&page).await?;
    for wanted in [1.15, 1.3, 1.5, 1.5] {
        use_control(&page, "[data-tool=larger]").await?;
        let [size, ..] = measured(&page).await?;
        ensure!(
            (size - before[0] * wanted).abs() < 0.1,
            "{size}, not {wanted} of {before:?}"
        );
        let said = page.text(".sizes [role=status]").await?;
        ensure!(
            said == format!("{}%", (wanted * 100.0_f64).round()),
            "it says {said}"
        );
    }
    for _ in 0..5 {
        use_control(&page, "[data-tool=smaller]").await?;
    }
    let [size, ..] = measured(&page).await?;
    ensure!((size - before[0] * 0.9).abs() < 0.1, "{size}");
    use_control(&page, ".choice input[name=lines]").await?;
    use_control(&page, ".choice input[name=letters]").await?;
    let now = menu_place(&page).await?;
    // WebKit lays some of it out a frame later.
    ensure!(
        (now - place).abs() < 8.0,
        "the menu moved from {place} to {now} under the finger"
    );
    let [size, lines, letters] = measured(&page).await?;
    ensure!(
        lines >= 1.5 * size && letters >= 0.12 * size - 0.01,
        "{lines}, {letters} at {size}"
    );
    use_control(&page, "[data-tool=reset]").await?;
    let after = measured(&page).await?;
    let is_near = |(one, other): (&f64, &f64)| (one - other).abs() < 0.01;
    ensure!(
        after.iter().zip(&before).all(is_near),
        "it is {after:?}, not {before:?}"
    );
    let checked: bool = page
        .ask("return all('.choice input').some((it) => it.checked);")
        .await?;
    ensure!(!checked, "the boxes stay ticked");
    page.nothing_went_wrong().await
}

/// Uses a control of the menu by keyboard: Chromium's driver takes an anchored box for where it was a frame ago.
async fn use_control(page: &Page<'_>, selector: &str) -> Result<()> {
    page.focus_on(selector).await?;
    page.press(Key::Space).await?;
    page.settle().await
}

/// How far from the top of the window the button stands that the menu hangs on.
async fn menu_place(page: &Page<'_>) -> Result<f64> {
    page.ask("return one('[data-tool=text-size]').getBoundingClientRect().top;")
        .await
}

async fn at_its_largest_and_widest_nothing_is_wider_than_a_small_phone(
    browser: &Browser,
) -> Result<()> {
    for width in [320, 560] {
        let file = format!("framed/{width}/fixtures/tools/asking.html");
        let page = browser.open(Site::default(), &file).await?;
        page.enter_frame().await?;
        page.until_ready().await?;
        page.until_tools().await?;
        page.ask::<()>(
            "for (let times = 0; times < 3; times += 1) one('[data-tool=larger]').click();
             for (const box of all('.choice input')) box.click();
             host.openAll();
             for (const more of all('details')) more.open = true;",
        )
        .await?;
        page.settle().await?;
        let size: String = page.ask("return one('.mount').dataset.look;").await?;
        ensure!(size == "150 lines letters", "the look is {size}");
        let (scroll, wide): (f64, Vec<String>) = page
            .ask(
                "const wide = all('article *').filter((it) => shown(it) && !it.closest('.visually-hidden, svg, thead')
                   && it.getBoundingClientRect().right > innerWidth + 0.5).map((it) => it.outerHTML.slice(0, 120));
                 // Words of a drawing do not wrap, and where they are cut off nothing scrolls.
                 const drawn = all('svg text').filter(shown).filter((it) => {
                   const { left, right } = it.getBoundingClientRect();
                   return left < 0 || right > innerWidth;
                 });
                 wide.push(...drawn.map((it) => it.outerHTML.slice(0, 120)));
                 return [document.documentElement.scrollWidth - innerWidth, wide];",
            )
            .await?;
        ensure!(
            scroll <= 0.0 && wide.is_empty(),
            "{width}: {scroll} px too wide, with {wide:#?}"
        );
    }
    Ok(())
}

async fn the_look_outlasts_a_restart_and_with_leave_a_reload(browser: &Browser) -> Result<()> {
    for (name, remembers) in [("plain", false), ("remembering", true)] {
        let page = open(browser, name).await?;
        page.ask::<()>("one('[data-tool=larger]').click(); one('.choice input').click();")
            .await?;
        let look = "const mount = root?.querySelector('.mount');
                    return mount?.dataset.look === '115 lines'
                      && root.querySelector('.choice input').checked;";
        page.ask::<()>("host.headingLevel = 3;").await?;
        page.until("the look after a restart", async || {
            page.ask(&format!(
                "if (!root?.querySelector('h3.section-heading')) return false; {look}"
            ))
            .await
        })
        .await?;
        let kept: usize = page.ask("return sessionStorage.length;").await?;
        ensure!((kept > 0) == remembers, "{name} keeps {kept} things");
        browser.driver.refresh().await?;
        page.until("the page again", async || {
            page.ask("return recorded.events.some(({ name }) => name === 'lct-ready');")
                .await
        })
        .await?;
        page.until_tools().await?;
        let stays: bool = page.ask(look).await?;
        ensure!(
            stays == remembers,
            "{name}: the look after a reload: {stays}"
        );
        page.ask::<()>(
            "host.removeAttribute('remember'); host.remember = 'none'; sessionStorage.clear();",
        )
        .await?;
    }
    Ok(())
}

async fn the_kept_look_is_there_without_webassembly_and_a_broken_one_is_dropped(
    browser: &Browser,
) -> Result<()> {
    let site = Site::default().answering(".wasm", Answer::Held);
    let page = browser.open(site, "fixtures/hosts/bare.html").await?;
    let keep = async |look: &str| -> Result<()> {
        page.go("fixtures/hosts/bare.html").await?;
        let script = "sessionStorage.setItem('lupus-car-tlupus-car-t-look', it);";
        page.ask_about::<()>(script, json!(look)).await?;
        page.go("fixtures/tools/remembering.html").await
    };
    let until_look = async |look: &str| {
        let script = "return root?.querySelector('.mount')?.dataset.look === it;";
        page.until(&format!("the look `{look}`"), async || {
            page.ask_about(script, json!(look)).await
        })
        .await
    };
    keep("130 lines").await?;
    until_look("130 lines").await?;
    let [letters, lines, _] = measured(&page).await?;
    ensure!(lines >= 1.9 * letters, "{lines} at {letters}");
    page.server.release();
    page.until_ready().await?;
    let said = page.text(".sizes [role=status]").await?;
    ensure!(said == "130%", "it says {said}");
    page.nothing_went_wrong().await?;

    keep("130 words").await?;
    page.until_ready().await?;
    until_look("").await?;
    let said: Vec<String> = page.ask("return recorded.console;").await?;
    ensure!(
        said.len() == 1 && said[0].contains("what was kept as look is broken"),
        "{said:?}"
    );
    page.ask("sessionStorage.clear();").await
}
