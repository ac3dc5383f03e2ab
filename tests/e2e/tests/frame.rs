//! The explainer in a frame of its own: `mode="frame"` from another site, and a plain frame without script.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_chromium, in_every_engine,
    page::Page,
    server::Server,
    site::{Answer, Site},
};
use serde_json::json;
use thirtyfour::By;

in_every_engine!(
    a_frame_is_as_high_as_its_text_and_has_no_scroll_bar,
    a_frame_takes_attributes_properties_and_colors_live,
    a_frame_answers_to_methods_and_tells_events,
    a_link_to_a_section_reaches_into_the_frame,
    links_inside_the_frame_lead_to_the_page_around_it,
    a_frame_is_locked_in_and_hears_nobody_else,
    a_frame_that_never_answers_keeps_a_usable_height,
    the_page_remembers_for_the_frame,
    a_plain_frame_takes_its_options_from_its_address,
);
in_chromium!(the_page_prints_what_is_in_the_frame);

/// A host that lets in what the frame mode needs from another site, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' {{cdn}}/; connect-src {{cdn}}/; frame-src 'self' {{cdn}}/; \
    img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lupus-car-t";

/// Opens a page of one server that takes the explainer from `cdn`, another.
async fn open<'browser>(
    browser: &'browser Browser,
    cdn: &Server,
    file: &str,
) -> Result<Page<'browser>> {
    let host = Site::default().host_under(POLICY).second_origin(cdn);
    browser.open(host, &format!("fixtures/frames/{file}")).await
}

async fn height(page: &Page<'_>) -> Result<f64> {
    page.ask("return one('.frame').getBoundingClientRect().height;")
        .await
}

/// How many sections the host page was told to have opened, less those closed.
async fn open_count(page: &Page<'_>) -> Result<i64> {
    let toggles = page.events("lct-toggle").await?;
    let step = |open: bool| if open { 1 } else { -1 };
    Ok(toggles
        .iter()
        .map(|it| step(it.detail["open"] == true))
        .sum())
}

async fn enter(page: &Page<'_>) -> Result<()> {
    let frame = page.element(".frame").await?;
    frame
        .enter_frame()
        .await
        .context("entering the explainer's frame")
}

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

/// The height of the frame once two looks at it agree.
async fn settled_height(page: &Page<'_>) -> Result<f64> {
    let last = std::cell::Cell::new(0.0);
    page.until("the height to stay", async || {
        page.settle().await?;
        let now = height(page).await?;
        Ok((last.replace(now) - now).abs() < 1.0)
    })
    .await?;
    Ok(last.get())
}

async fn a_frame_takes_attributes_properties_and_colors_live(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    page.ask::<()>(
        "host.setAttribute('theme', 'dark');
         host.headingLevel = 4;
         host.open = ['risks', 'symptoms'];
         host.style.setProperty('--lct-radius', '3px');",
    )
    .await?;
    enter(&page).await?;
    for wanted in [
        "one('.mount').dataset.theme === 'dark'",
        "!!root.querySelector('h4.section-heading')",
        "getComputedStyle(one('.mount')).getPropertyValue('--radius').trim() === '3px'",
    ] {
        page.until(wanted, async || {
            page.ask(&format!("return {wanted};")).await
        })
        .await?;
    }
    page.until_open(&["symptoms", "risks"]).await?;
    browser.driver.enter_default_frame().await?;

    page.ask::<()>("host.sections = 'risks not-known'; host.removeAttribute('theme'); host.removeAttribute('open');")
        .await?;
    page.ask::<()>("document.documentElement.style.colorScheme = 'light';")
        .await?;
    enter(&page).await?;
    page.until("the frame to follow again", async || {
        let sections: Vec<String> = page
            .ask("return all('.section').map(({ id }) => id);")
            .await?;
        let light: bool = page
            .ask("return one('.mount').dataset.theme === 'light';")
            .await?;
        Ok(light && sections == ["section-risks", "section-not-known"])
    })
    .await?;
    browser.driver.enter_default_frame().await?;

    page.ask::<()>("host.mode = 'element';").await?;
    page.until("the explainer to come out of its frame", async || {
        page.ask("return !root.querySelector('.frame') && !!root.querySelector('#risks-button:enabled');")
            .await
    })
    .await
}

async fn a_frame_answers_to_methods_and_tells_events(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html").await?;
    // Before the frame is there.
    page.ask::<()>("host.openSection('risks');").await?;
    page.until("the host to hear of it", async || {
        let toggles = page.events("lct-toggle").await?;
        Ok(toggles
            .iter()
            .any(|it| it.detail == json!({ "section": "risks", "open": true })))
    })
    .await?;
    page.until_ready().await?;
    page.ask::<()>("host.closeSection('risks');").await?;
    page.until("the host to hear that it is closed", async || {
        let toggles = page.events("lct-toggle").await?;
        Ok(toggles
            .iter()
            .any(|it| it.detail == json!({ "section": "risks", "open": false })))
    })
    .await?;
    page.nothing_went_wrong().await
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
    page.until("the section's button to be in focus", async || {
        Ok(page.focus().await? == "about-button")
    })
    .await?;
    browser.driver.enter_default_frame().await?;
    let seen: bool = page
        .ask("const { top, bottom } = one('.frame').getBoundingClientRect(); return top < 0 && bottom > 0;")
        .await?;
    ensure!(seen, "the frame is out of view");

    page.follow("lupus-car-t-symptoms").await?;
    enter(&page).await?;
    page.until_open(&["at-a-glance", "symptoms", "about"]).await
}

async fn links_inside_the_frame_lead_to_the_page_around_it(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    let expected = format!(
        "{}#lupus-car-t-",
        page.server.address("fixtures/frames/element.html")
    );
    enter(&page).await?;
    let others: Vec<String> = page
        .ask_about(
            "return all('a[data-section]').map(({ href }) => href).filter((href) => !href.startsWith(it));",
            json!(expected),
        )
        .await?;
    ensure!(others.is_empty(), "{others:?} do not start with {expected}");
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
                "allow-scripts allow-popups allow-popups-to-escape-sandbox".to_owned(),
                true
            ),
        "{locks:?}"
    );
    let stranger = browser.driver.find(By::Id("stranger")).await?;
    stranger.enter_frame().await?;
    page.until("the stranger to be there", async || {
        page.ask("return typeof sayHello === 'function';").await
    })
    .await?;
    page.ask::<()>("sayHello();").await?;
    browser.driver.enter_default_frame().await?;
    page.ask::<()>("postMessage('lupus-car-t: hello', '*');")
        .await?;
    page.ask::<()>("host.openAll();").await?;
    page.until("the real frame to answer", async || {
        Ok(open_count(&page).await? > 10)
    })
    .await?;
    ensure!(height(&page).await? < 77_777.0, "a stranger set the height");
    browser
        .driver
        .find(By::Id("stranger"))
        .await?
        .enter_frame()
        .await?;
    let answers: Vec<String> = page.ask("return answers;").await?;
    ensure!(answers.is_empty(), "a stranger was answered {answers:?}");
    Ok(())
}

async fn a_frame_that_never_answers_keeps_a_usable_height(browser: &Browser) -> Result<()> {
    let cdn = Site::default()
        .answering("framed.js", Answer::NotFound)
        .serve()
        .await?;
    let page = open(browser, &cdn, "impatient.html").await?;
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

async fn the_page_remembers_for_the_frame(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html").await?;
    page.ask::<()>("host.remember = 'session';").await?;
    page.until_ready().await?;
    page.ask::<()>("host.openSection('risks');").await?;
    page.until("it to be kept", async || {
        page.ask(
            "return (sessionStorage.getItem('lupus-car-tlupus-car-t') ?? '').includes('risks');",
        )
        .await
    })
    .await?;
    page.ask::<()>("host.mode = 'element';").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    page.ask::<()>(
        "host.remove(); host.mode = 'frame'; document.querySelector('main').append(host);",
    )
    .await
    .ok();
    page.ask::<()>("sessionStorage.clear();").await
}

async fn a_plain_frame_takes_its_options_from_its_address(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "plain.html").await?;
    page.enter_frame().await?;
    page.until("the explainer to answer", async || {
        page.ask("return !!root?.querySelector('.section-button:enabled');")
            .await
    })
    .await?;
    page.until_open(&["risks"]).await?;
    let look: (String, bool, String) = page
        .ask(
            "return [one('.mount').dataset.theme, !!root.querySelector('h3.section-heading'),
               host.style.getPropertyValue('--lct-accent')];",
        )
        .await?;
    ensure!(
        look == ("dark".to_owned(), true, "#ffd400".to_owned()),
        "{look:?}"
    );
    Ok(())
}

async fn the_page_prints_what_is_in_the_frame(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    page.until("the words for paper to be there", async || {
        page.ask("dispatchEvent(new Event('beforeprint')); return !!root.querySelector('.printed article');")
            .await
    })
    .await?;
    let hidden: bool = page.ask("return !shown(one('.printed'));").await?;
    ensure!(hidden, "the words for paper are on the screen");
    browser
        .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    page.settle().await?;
    let unseen: Vec<String> = page
        .ask(
            "return all('.printed .sections p, .printed .sections li').filter((element) =>
               !element.closest('.section-link, [popover]') && element.textContent.trim() && !shown(element))
               .map((element) => element.textContent.trim());",
        )
        .await?;
    let framed: bool = page.ask("return shown(one('.frame'));").await?;
    browser
        .devtools("Emulation.setEmulatedMedia", json!({ "media": "" }))
        .await?;
    ensure!(unseen.is_empty(), "not printed: {unseen:?}");
    ensure!(!framed, "the frame is printed as well");
    page.ask::<()>("dispatchEvent(new Event('afterprint'));")
        .await?;
    let left: bool = page.ask("return !!root.querySelector('.printed');").await?;
    ensure!(!left, "the words for paper stay in the page");
    Ok(())
}
