//! What is left where the frame, or a part of it, does not come.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::{Browser, Engine},
    in_every_engine,
    page::Page,
    server::Server,
    site::{Answer, STRICT_POLICY, Site},
};

use super::{POLICY, WITHOUT_ITS_SIDE, enter_as_it_is, open};

in_every_engine!(
    where_the_frame_cannot_come_what_is_inside_the_tag_comes_back,
    a_page_that_asks_everyone_to_say_so_has_its_frame,
    a_frame_without_its_script_scrolls_and_the_page_hears_of_it,
    a_frame_that_answers_late_takes_its_place,
);

/// A frame whose element does not come to life.
const WITHOUT_THE_ELEMENT: Answer = Answer::Replaced(
    "</script>\n    <script data-cfasync=\"false\">",
    "</script><script type=text/plain>",
);

/// The header by which a page that wants to be isolated asks something of what it loads.
const EMBEDDER: &str = "cross-origin-embedder-policy";

/// What it asks: that each file says it may be loaded, or that none is sent cookies. Frames have to ask it, too.
const ISOLATED: [&str; 2] = ["require-corp", "credentialless"];

async fn open_isolated<'browser>(
    browser: &'browser Browser,
    cdn: &Server,
    policy: &'static str,
) -> Result<Page<'browser>> {
    let host = Site::default()
        .host_under("")
        .second_origin(cdn)
        .sending(EMBEDDER, policy)
        .sending("cross-origin-opener-policy", "same-origin")
        .patient();
    browser
        .open(host, "fixtures/frames/any-language.html")
        .await
}

/// Fails unless what is inside the tag is seen beside the frame, and the page has heard once that it did not answer.
///
/// Where a page isolates itself and the frame does not, Firefox does not say that its own page has loaded:
/// `is_its_own`. Then the page hears of it after half a minute, which passes here at once.
pub(super) async fn stands_in(page: &Page<'_>, is_its_own: bool) -> Result<()> {
    page.until("what is inside the tag to be seen", async || {
        page.ask("return !!root?.querySelector('.frame') && shown(host.querySelector(':scope > :is(a, p)'));")
            .await
    })
    .await?;
    if is_its_own && page.browser.engine == Engine::Firefox {
        let told = page.times_fired("lct-error").await?;
        ensure!(told == 0, "the page hears of it too soon");
        page.ask::<()>("halfAMinutePasses();").await?;
    }
    page.until_event("lct-error").await?;
    let errors = page.events("lct-error").await?;
    ensure!(
        errors.len() == 1 && errors[0].detail["stage"] == "frame",
        "{errors:?}"
    );
    Ok(())
}

async fn where_the_frame_cannot_come_what_is_inside_the_tag_comes_back(
    browser: &Browser,
) -> Result<()> {
    let unisolated = Site::default().without(EMBEDDER).serve().await?;
    for policy in ISOLATED {
        let page = open_isolated(browser, &unisolated, policy).await?;
        if browser.engine == Engine::WebKit && policy == "credentialless" {
            // It does not know this one, and has the frame.
            page.until_ready().await?;
            continue;
        }
        stands_in(&page, true).await.context(policy)?;
    }

    for (what, cdn) in [
        (
            "missing",
            Site::default().answering("frame.html", Answer::NotFound),
        ),
        (
            "not to be framed",
            Site::default().sending("x-frame-options", "DENY"),
        ),
        (
            "of another site",
            Site::default().sending("content-security-policy", "frame-ancestors 'none'"),
        ),
    ] {
        let cdn = cdn.serve().await?;
        let host = Site::default()
            .host_under(POLICY)
            .second_origin(&cdn)
            .patient();
        let page = browser
            .open(host, "fixtures/frames/any-language.html")
            .await?;
        stands_in(&page, false).await.context(what)?;
    }
    Ok(())
}

async fn a_page_that_asks_everyone_to_say_so_has_its_frame(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    for policy in ISOLATED {
        let page = open_isolated(browser, &cdn, policy).await?;
        has_its_frame(&page).await.context(policy)?;
    }
    Ok(())
}

async fn has_its_frame(page: &Page<'_>) -> Result<()> {
    page.until_ready().await?;
    let inside: bool = page
        .ask("return shown(host.querySelector(':scope > :is(a, p)'));")
        .await?;
    ensure!(!inside, "what is inside the tag is seen beside the frame");
    enter_as_it_is(page).await?;
    page.until_open(&["at-a-glance"]).await?;
    page.until_tools().await?;
    let plain: bool = page
        .ask("return getComputedStyle(one('.masthead')).paddingLeft === '0px';")
        .await?;
    ensure!(!plain, "the frame has no stylesheet");
    page.browser.driver.enter_parent_frame().await?;
    page.nothing_went_wrong().await
}

async fn a_frame_without_its_script_scrolls_and_the_page_hears_of_it(
    browser: &Browser,
) -> Result<()> {
    let frame = |answer| Site::default().answering("frame.html", answer);
    for (what, cdn) in [
        ("without the element", frame(WITHOUT_THE_ELEMENT)),
        ("without its side", frame(WITHOUT_ITS_SIDE)),
        // As of a server that has one policy for all of a site.
        ("nothing inline", Site::default().under(STRICT_POLICY)),
    ] {
        let cdn = cdn.serve().await?;
        let page = open(browser, &cdn, "carried.html").await?;
        stands_in(&page, false).await.context(what)?;
        enter_as_it_is(&page).await?;
        let (scrolls, words): (bool, bool) = page
            .ask(
                "scrollTo(0, 500);
                 return [scrollY === 500 && !document.documentElement.matches('.held'),
                   all('.section-body').some((it) => it.textContent.length > 100)];",
            )
            .await?;
        page.browser.driver.enter_parent_frame().await?;
        ensure!(scrolls && words, "{what}: the words cannot be reached");
    }
    Ok(())
}

/// The frame is slow, so what is inside the tag comes back; then the frame comes.
async fn a_frame_that_answers_late_takes_its_place(browser: &Browser) -> Result<()> {
    let cdn = Site::default()
        .answering("frame.html", Answer::Held)
        .serve()
        .await?;
    // A page can take long to load that has a frame from the start which does.
    let page = open(browser, &cdn, "words.html").await?;
    page.until_enabled(".section-button").await?;
    page.ask::<()>("host.mode = 'frame';").await?;
    page.until("what is inside the tag to be seen", async || {
        page.ask("return !!root?.querySelector('.frame') && shown(host.querySelector(':scope > :is(a, p)'));")
            .await
    })
    .await?;
    cdn.release();
    page.until(
        "the frame to be alone and as high as its text",
        async || {
            page.ask(
                "return !shown(host.querySelector(':scope > :is(a, p)'))
               && one('.frame').getBoundingClientRect().height > 1000;",
            )
            .await
        },
    )
    .await
}
