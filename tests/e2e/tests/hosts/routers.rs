//! The page's address changes by a program, as routers do it, and a section opens as after a plain link.

use anyhow::{Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};

in_every_engine!(
    a_section_opens_by_whatever_changes_the_address,
    a_page_that_wants_no_links_keeps_its_history_to_itself,
    a_link_inside_keeps_the_state_by_which_a_router_knows_its_page,
);

/// The page as it is, and as browsers from before 2026 have it.
const BROWSERS: [&str; 2] = ["routes.html", "routes.html?before-2026"];

/// What a router does, and the section that opens by it.
const WAYS: [(&str, &str); 6] = [
    ("history.pushState({}, '', '#lupus-car-t-risks')", "risks"),
    (
        "history.replaceState({}, '', '#lupus-car-t-symptoms')",
        "symptoms",
    ),
    (
        "history.pushState({}, '', new URL('another-view#lupus-car-t-not-known', location))",
        "not-known",
    ),
    ("history.back()", "symptoms"),
    ("location.hash = 'lupus-car-t-sources'", "sources"),
    (
        "history.pushState.call(history, null, '', '#lupus-car-t-about')",
        "about",
    ),
];

async fn a_section_opens_by_whatever_changes_the_address(browser: &Browser) -> Result<()> {
    for file in BROWSERS {
        let page = open(browser, file).await?;
        for (way, section) in WAYS {
            page.ask::<()>(&format!("host.closeAll(); {way};")).await?;
            has_arrived(&page, section).await?;
        }
        what_was_followed_once_is_left(&page).await?;
        a_second_click_follows_again(&page).await?;
        the_history_is_as_it_was(&page).await?;
        page.nothing_went_wrong().await?;
    }
    Ok(())
}

/// A program that writes the same address again, as some do while the page scrolls, moves nothing.
async fn what_was_followed_once_is_left(page: &Page<'_>) -> Result<()> {
    page.ask::<()>(
        "one('.toggle-all').focus(); host.closeAll();
         history.replaceState({ at: 9 }, '');
         history.replaceState({ at: 10 }, '', location.href);",
    )
    .await?;
    page.settle().await?;
    page.settle().await?;
    page.until_open(&[]).await?;
    let focus = page.focus().await?;
    ensure!(focus == "toggle-all", "the focus went to {focus}");
    Ok(())
}

async fn a_second_click_follows_again(page: &Page<'_>) -> Result<()> {
    for _ in 0..2 {
        page.ask::<()>("host.closeAll(); document.querySelector('#plain').click();")
            .await?;
        has_arrived(page, "risks").await?;
    }
    // A router prevents what the browser would do.
    page.ask::<()>(
        "const link = document.querySelector('#plain');
         link.addEventListener('click', (event) => {
           event.preventDefault();
           event.stopPropagation();
           history.pushState({}, '', link.href);
         });
         host.closeAll();
         link.click();",
    )
    .await?;
    has_arrived(page, "risks").await
}

async fn the_history_is_as_it_was(page: &Page<'_>) -> Result<()> {
    let wrong: Vec<String> = page
        .ask(
            "const wrong = [];
             for (const [name, real] of Object.entries(recorded.real)) {
               const now = history[name];
               if (now.name !== real.name || now.length !== real.length) wrong.push(`${name} is another`);
               if (history[name]({ kept: name }, '', '#somewhere') !== undefined) wrong.push(`${name} gives something`);
               if (history.state?.kept !== name || location.hash !== '#somewhere') wrong.push(`${name} does not keep`);
               try {
                 history[name]({}, '', 'https://example.org/');
                 wrong.push(`${name} does not throw`);
               } catch (error) {
                 if (error.name !== 'SecurityError') wrong.push(`${name} throws ${error}`);
               }
             }
             return wrong;",
        )
        .await?;
    ensure!(wrong.is_empty(), "{wrong:?}");
    Ok(())
}

/// Routers lead back only to entries of the history that have their state.
async fn a_link_inside_keeps_the_state_by_which_a_router_knows_its_page(
    browser: &Browser,
) -> Result<()> {
    let page = open(browser, "routes.html").await?;
    page.ask::<()>(
        "history.replaceState({ page: 7 }, ''); one('[data-section=treatment-today]').click();",
    )
    .await?;
    has_arrived(&page, "treatment-today").await?;
    page.until("the state to be kept", async || {
        page.ask("return history.state?.page === 7 && location.hash.endsWith('-treatment-today');")
            .await
    })
    .await?;
    page.ask::<()>("history.pushState({ page: 8 }, '', '#elsewhere'); history.back();")
        .await?;
    page.until("the way back", async || {
        page.ask("return history.state?.page === 7;").await
    })
    .await?;
    // A page that has no state gets none.
    page.ask::<()>(
        "host.closeAll(); history.replaceState(null, ''); one('[data-section=about]').click();",
    )
    .await?;
    has_arrived(&page, "about").await?;
    let state: bool = page.ask("return history.state === null;").await?;
    ensure!(state, "there is a state");
    page.nothing_went_wrong().await
}

async fn a_page_that_wants_no_links_keeps_its_history_to_itself(browser: &Browser) -> Result<()> {
    for file in BROWSERS {
        let page = browser
            .open(Site::default(), &format!("fixtures/hosts/{file}"))
            .await?;
        page.until_ready().await?;
        page.ask::<()>("host.links = 'off';").await?;
        for (way, _) in WAYS {
            page.ask::<()>(&format!("{way};")).await?;
            page.settle().await?;
        }
        page.until_open(&[]).await?;
    }
    // From the start: nothing of the page's history is touched.
    let html = "<!doctype html><html lang=\"en\"><head><script src=\"routes.js\"></script></head><body>\
        <script src=\"../../embed.en.js\"></script>\
        <lupus-car-t links=\"off\" loading=\"eager\"></lupus-car-t></body></html>";
    let site = Site::default().answering("routes.html", Answer::Text(html));
    let page = browser
        .open(
            site,
            "fixtures/hosts/routes.html?before-2026#lupus-car-t-risks",
        )
        .await?;
    page.until_ready().await?;
    page.until_open(&["at-a-glance"]).await?;
    let real: bool = page
        .ask(
            "return Object.entries(recorded.real).every(([name, real]) => history[name] === real);",
        )
        .await?;
    ensure!(real, "the history is another");
    Ok(())
}

/// Waits until a section is open and its button in focus.
async fn has_arrived(page: &Page<'_>, section: &str) -> Result<()> {
    page.until_open(&[section]).await?;
    let button = format!("{section}-button");
    page.until("its button to be in focus", async || {
        Ok(page.focus().await? == button)
    })
    .await?;
    page.until("it to be in view", async || {
        page.is_in_view(&format!("#{button}")).await
    })
    .await
}

async fn open<'browser>(browser: &'browser Browser, file: &str) -> Result<Page<'browser>> {
    let page = browser
        .open(Site::default(), &format!("fixtures/hosts/{file}"))
        .await?;
    page.until_ready().await?;
    let tells: bool = page.ask("return 'Navigation' in window;").await?;
    ensure!(
        !(tells && file.contains('?')),
        "the browser still tells of new entries"
    );
    Ok(page)
}
