//! What the page around the frame sees: its height, its place, its locks, what is printed.

use anyhow::{Result, ensure};
use e2e::{
    browsers::{Browser, Engine},
    in_every_engine,
    page::Page,
    site::Site,
};

use super::{
    FRAME, POLICY, WITHOUT_ITS_SIDE, enter, enter_this, height, open, open_count, settled_height,
};

in_every_engine!(
    a_frame_is_as_high_as_its_text_and_has_no_scroll_bar,
    a_link_to_a_section_reaches_into_the_frame,
    a_frame_that_never_answers_keeps_a_usable_height,
    a_frame_is_locked_in_and_hears_nobody_else,
    a_frame_that_is_hidden_takes_no_room,
);

async fn a_frame_is_as_high_as_its_text_and_has_no_scroll_bar(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    for width in ["320", "700", "1280"] {
        let host = Site::default().host_under(POLICY).second_origin(&cdn);
        let file = format!("framed/{width}/fixtures/frames/element.html");
        let page = browser.open(host, &file).await?;
        page.enter_frame().await?;
        page.until_ready().await?;
        page.ask::<()>("host.closeAll();").await?;
        page.until("the first section to be closed", async || {
            Ok(open_count(&page).await? == -1)
        })
        .await?;
        page.settle().await?;
        let closed = settled_height(&page).await?;

        page.ask::<()>("host.openAll();").await?;
        page.until("the frame to grow", async || {
            Ok(height(&page).await? > 3.0 * closed)
        })
        .await?;
        settled_height(&page).await?;
        enter(&page).await?;
        let bars: Vec<String> = page
            .ask(
                "const { clientWidth, scrollWidth, scrollHeight } = document.documentElement;
                 return [['width', clientWidth, innerWidth], ['overflow', scrollWidth, innerWidth],
                   ['height', scrollHeight, innerHeight]]
                   .filter(([, inside, frame]) => Math.abs(inside - frame) > 1).map(String);",
            )
            .await?;
        ensure!(bars.is_empty(), "at {width}: {bars:?}");
        browser.driver.enter_parent_frame().await?;

        // A frame that is out of sight may sleep.
        page.ask::<()>("host.closeAll(); host.scrollIntoView();")
            .await?;
        page.until("the frame to shrink", async || {
            Ok(height(&page).await? < 2.0 * closed)
        })
        .await?;
        let after = settled_height(&page).await?;
        ensure!(
            (after - closed).abs() <= 4.0,
            "at {width}: {closed} px high before, {after} after"
        );
        browser.driver.enter_default_frame().await?;
    }
    Ok(())
}

async fn a_link_to_a_section_reaches_into_the_frame(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html#lupus-car-t-about").await?;
    page.until_ready().await?;
    page.until("the page to be scrolled to the section", async || {
        page.ask("return scrollY > 1000;").await
    })
    .await?;
    enter(&page).await?;
    page.until_open(&["at-a-glance", "about"]).await?;
    // WebKit lets no frame of another site take the focus without the reader.
    if browser.engine != Engine::WebKit {
        page.until("the section's button to be in focus", async || {
            Ok(page.focus().await? == "about-button")
        })
        .await?;
    }
    browser.driver.enter_default_frame().await?;
    let seen: bool = page
        .ask("const { top, bottom } = one('.frame').getBoundingClientRect(); return top < 0 && bottom > 0;")
        .await?;
    ensure!(seen, "the frame is out of view");

    page.follow("lupus-car-t-symptoms").await?;
    enter(&page).await?;
    page.until_open(&["at-a-glance", "symptoms", "about"]).await
}

async fn a_frame_that_never_answers_keeps_a_usable_height(browser: &Browser) -> Result<()> {
    let cdn = Site::default()
        .answering("frame.html", WITHOUT_ITS_SIDE)
        .serve()
        .await?;
    let host = Site::default()
        .patient()
        .host_under(POLICY)
        .second_origin(&cdn);
    let page = browser.open(host, "fixtures/frames/element.html").await?;
    page.until("the frame", async || {
        page.ask("return !!root?.querySelector('.frame');").await
    })
    .await?;
    page.ask::<()>("halfAMinutePasses();").await?;
    page.until_event("lct-error").await?;
    let errors = page.events("lct-error").await?;
    ensure!(
        errors.len() == 1 && errors[0].detail["stage"] == "frame",
        "{errors:?}"
    );
    let (height, window): (f64, f64) = page
        .ask("return [one('.frame').getBoundingClientRect().height, innerHeight];")
        .await?;
    ensure!(
        height > 300.0 && height < window,
        "the frame is {height} high in {window}"
    );
    enter(&page).await?;
    page.until_ready().await?;
    page.until_open(&["at-a-glance"]).await?;
    let scrolls: bool = page
        .ask("scrollTo(0, 500); return scrollY === 500;")
        .await?;
    ensure!(scrolls, "what is below cannot be reached");
    Ok(())
}

async fn a_frame_is_locked_in_and_hears_nobody_else(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "stranger.html").await?;
    page.until_ready().await?;
    let locks: (String, bool) = page
        .ask("return [one('.frame').sandbox.value, one('.frame').contentDocument === null];")
        .await?;
    ensure!(
        locks
            == (
                "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals".to_owned(),
                true
            ),
        "{locks:?}"
    );
    page.ask::<()>("addEventListener('message', ({ source }) => { recorded.heard = source; });")
        .await?;
    // It has no origin, as the explainer's frame has none.
    says_hello_in_vain(&page, "document.querySelector('#stranger')").await?;
    page.ask::<()>("postMessage('lupus-car-t: hello', '*');")
        .await?;
    page.ask::<()>("host.openAll();").await?;
    page.until("the real frame to answer", async || {
        Ok(open_count(&page).await? > 10)
    })
    .await?;
    ensure!(height(&page).await? < 77_777.0, "a stranger set the height");

    // It has the window of the explainer's frame, which is led astray.
    page.ask::<()>(
        "one('.frame').sandbox.add('allow-same-origin');
         one('.frame').src = 'stranger-inside.html';",
    )
    .await?;
    says_hello_in_vain(&page, FRAME).await
}

/// Has a stranger say what the explainer's frame says; fails if it is answered.
async fn says_hello_in_vain(page: &Page<'_>, frame: &str) -> Result<()> {
    enter_this(page, frame).await?;
    page.until("the stranger to be there", async || {
        page.ask("return typeof sayHello === 'function';").await
    })
    .await?;
    page.ask::<()>("sayHello();").await?;
    page.browser.driver.enter_parent_frame().await?;
    page.until("the page to hear it", async || {
        page.ask(&format!("return recorded.heard === {frame}.contentWindow;"))
            .await
    })
    .await?;
    page.settle().await?;
    enter_this(page, frame).await?;
    let answers: Vec<String> = page.ask("return answers;").await?;
    ensure!(answers.is_empty(), "a stranger was answered {answers:?}");
    page.browser.driver.enter_parent_frame().await?;
    Ok(())
}

/// By the attribute that HTML has for that.
async fn a_frame_that_is_hidden_takes_no_room(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    let [shown, hidden]: [f64; 2] = page
        .ask(
            "return [false, true].map((it) => {
               host.hidden = it;
               return host.getBoundingClientRect().height;
             });",
        )
        .await?;
    ensure!(shown > 100.0 && hidden == 0.0, "{shown}, then {hidden}");
    Ok(())
}
