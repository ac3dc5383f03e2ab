//! What is left where the page's policy forbids the frame, or what the frame needs for paper.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, server::Server, site::Site};

use super::enter;

const NO_FRAME: &str = "default-src 'none'; script-src 'self' {{cdn}}/; connect-src 'self' {{cdn}}/; \
    img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lupus-car-t";

const NO_CONNECT: &str = "default-src 'none'; script-src 'self' {{cdn}}/; frame-src 'self' {{cdn}}/; \
    img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lupus-car-t";

in_every_engine!(
    where_the_policy_forbids_the_frame_what_is_inside_the_tag_comes_back,
    where_the_text_for_paper_cannot_be_fetched_the_frame_stays_and_is_printed,
);

async fn open_under<'browser>(
    browser: &'browser Browser,
    cdn: &Server,
    policy: &'static str,
) -> Result<Page<'browser>> {
    let host = Site::default().host_under(policy).second_origin(cdn);
    browser
        .open(host, "fixtures/frames/any-language.html")
        .await
}

async fn where_the_policy_forbids_the_frame_what_is_inside_the_tag_comes_back(
    browser: &Browser,
) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let elsewhere = open_under(browser, &cdn, NO_FRAME).await?;
    only_what_is_inside_the_tag_is_seen(&elsewhere).await?;

    let host = Site::default().host_under(NO_FRAME);
    let own = browser.open(host, "fixtures/hosts/framed.html").await?;
    only_what_is_inside_the_tag_is_seen(&own).await
}

async fn only_what_is_inside_the_tag_is_seen(page: &Page<'_>) -> Result<()> {
    page.until_event("lct-error").await?;
    let errors = page.events("lct-error").await?;
    ensure!(
        errors.len() == 1 && errors[0].detail["stage"] == "frame",
        "{errors:?}"
    );
    let (frame, inside): (bool, bool) = page
        .ask("return [!!root.querySelector('.frame'), shown(host.querySelector('a'))];")
        .await?;
    ensure!(!frame, "an empty frame is left");
    ensure!(inside, "what is inside the tag is not seen");
    Ok(())
}

async fn where_the_text_for_paper_cannot_be_fetched_the_frame_stays_and_is_printed(
    browser: &Browser,
) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = open_under(browser, &cdn, NO_CONNECT).await?;
    page.until_ready().await?;
    page.until("the page to say what paper lacks", async || {
        page.ask("return recorded.console.some((it) => it.includes('printed'));")
            .await
    })
    .await?;
    let (said, errors): (Vec<String>, Vec<String>) = page
        .ask("return [recorded.console.filter((it) => it.includes('lupus-car-t>')), recorded.errors];")
        .await?;
    ensure!(said.len() == 1, "it is said {said:?}");
    ensure!(errors.is_empty(), "{errors:?}");

    // Rules for paper hold on the screen now.
    page.ask::<()>(
        "for (const { cssRules } of root.adoptedStyleSheets)
           for (const { media } of cssRules) if (media) media.mediaText = 'all';
         dispatchEvent(new Event('beforeprint'));",
    )
    .await?;
    let framed: bool = page.ask("return shown(one('.frame'));").await?;
    ensure!(framed, "nothing of the explainer is printed");
    enter(&page).await?;
    page.until_open(&["at-a-glance"]).await
}
