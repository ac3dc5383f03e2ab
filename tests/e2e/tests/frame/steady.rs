//! A frame grows and shrinks with its text, and nothing jumps while it does.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::{Browser, Engine},
    in_every_engine,
    page::Page,
    site::Site,
};
use serde_json::json;
use thirtyfour::Key;

use super::{enter_as_it_is, enter_at, open, settled_height};

in_every_engine!(a_frame_grows_and_shrinks_at_once_and_nothing_jumps);

/// What is open before, and what the reader then presses twice: it opens something, then closes it.
const PRESSED: [(&[&str], &str); 3] = [
    (&[], "#risks-button"),
    (&["study-2022"], "#section-study-2022 .more > summary"),
    (&[], ".toggle-all"),
];

/// Keeps whatever `look` gives: at each frame that is drawn, and each time that a script sets a style of the frame.
const WATCH: &str = "
    window.seen = [look()];
    const each = () => { seen.push(look()); window.drawing = requestAnimationFrame(each); };
    window.drawing = requestAnimationFrame(each);
    const frame = root.querySelector('.frame');
    window.styles = new MutationObserver(() => seen.push(look()));
    if (frame) styles.observe(frame, { attributes: true, attributeFilter: ['style'] });
    // Only Chromium measures what moves without the reader's doing.
    window.shifts = [];
    window.moves = new PerformanceObserver((list) => {
      for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) shifts.push(value);
    });
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) moves.observe({ type: 'layout-shift' });";

/// Ends it, and gives what was seen first, each thing that differs from the one before it, and the shifts.
const SEEN: &str = "
    cancelAnimationFrame(drawing);
    styles.disconnect();
    moves.disconnect();
    const same = (one, other) => one.every((it, index) => Math.abs(it - other[index]) < 0.5);
    return [seen.filter((it, index) => !index || !same(it, seen[index - 1])), shifts];";

/// Of the frame in the page: its height, its place in the window, and how far the page is scrolled.
type Outside = [f64; 3];
/// Of the button in the frame: its place, and how far the frame is scrolled.
type Inside = [f64; 2];

async fn a_frame_grows_and_shrinks_at_once_and_nothing_jumps(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    for (open, selector) in PRESSED {
        page.ask_about::<()>("host.open = it.length ? it : 'none';", json!(open))
            .await?;
        enter_as_it_is(&page).await?;
        page.until_open(open).await?;
        browser.driver.enter_parent_frame().await?;
        let before = settled_height(&page).await?;
        press_watched(&page, selector, true)
            .await
            .with_context(|| format!("opening by {selector}"))?;
        press_watched(&page, selector, false)
            .await
            .with_context(|| format!("closing by {selector}"))?;
        let after = settled_height(&page).await?;
        ensure!(
            (before - after).abs() < 1.0,
            "{selector}: {before} px high before, {after} px after"
        );
    }
    page.nothing_went_wrong().await
}

/// Waits until three looks give the same, so that what came before is over, on a busy machine too.
async fn until_still(page: &Page<'_>, look: &str) -> Result<()> {
    let last = std::cell::RefCell::new((Vec::new(), 0));
    page.until("nothing to move any more", async || {
        page.settle().await?;
        let now: Vec<f64> = page.ask(look).await?;
        let mut last = last.borrow_mut();
        let same = if last.0 == now { last.1 + 1 } else { 0 };
        *last = (now, same);
        Ok(same == 2)
    })
    .await
}

async fn press_watched(page: &Page<'_>, selector: &str, grows: bool) -> Result<()> {
    let driver = &page.browser.driver;
    let before = settled_height(page).await?;
    enter_at(page, selector).await?;
    driver.enter_parent_frame().await?;
    let look = "const { top, height } = one('.frame').getBoundingClientRect(); return [height, top, scrollY];";
    until_still(page, look).await?;
    page.ask::<()>(&format!(
        "const look = () => {{
           const {{ top, height }} = one('.frame').getBoundingClientRect();
           return [height, top, scrollY];
         }};
         {WATCH}"
    ))
    .await?;
    enter_as_it_is(page).await?;
    let look = format!("return [one('{selector}').getBoundingClientRect().top, scrollY];");
    until_still(page, &look).await?;
    page.ask_about::<()>(
        &format!("const look = () => [one(it).getBoundingClientRect().top, scrollY]; {WATCH}"),
        json!(selector),
    )
    .await?;
    // Drivers can miss with a click what stands in a frame of another site, and WebKit's with a key, too.
    if page.browser.engine == Engine::WebKit {
        page.ask_about::<()>("one(it).click();", json!(selector))
            .await?;
    } else {
        page.ask_about::<()>("one(it).focus({ preventScroll: true });", json!(selector))
            .await?;
        page.press(Key::Enter).await?;
    }
    driver.enter_parent_frame().await?;
    page.until("the height to change", async || {
        Ok((super::height(page).await? - before).abs() > 20.0)
    })
    .await?;
    settled_height(page).await?;

    let (outside, shifts): (Vec<Outside>, Vec<f64>) = page.ask(SEEN).await?;
    enter_as_it_is(page).await?;
    let (inside, shifts_inside): (Vec<Inside>, Vec<f64>) = page.ask(SEEN).await?;
    driver.enter_parent_frame().await?;

    let first = outside.first().context("nothing was seen")?;
    let stays = outside
        .iter()
        .all(|it| (it[1] - first[1]).abs() < 0.5 && (it[2] - first[2]).abs() < 0.5);
    ensure!(stays, "the page around the frame moves: {outside:?}");
    let goes_one_way = outside.windows(2).all(|it| (it[1][0] > it[0][0]) == grows);
    ensure!(
        outside.len() > 1 && goes_one_way,
        "the height does not go straight to what it will be: {outside:?}"
    );
    ensure!(inside.len() == 1, "the button moves: {inside:?}");
    if page.browser.engine == Engine::Chromium {
        ensure!(
            shifts.is_empty() && shifts_inside.is_empty(),
            "the layout shifts by {shifts:?} around the frame, {shifts_inside:?} inside"
        );
    }
    Ok(())
}
