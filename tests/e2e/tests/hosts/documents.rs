//! The explainer in a document other than that of its script, and in a page written in XML.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::{Browser, Engine},
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;

use super::{has_every_word, opens_by_its_buttons, works};

in_every_engine!(
    it_may_be_made_for_another_document,
    it_may_move_to_another_document_and_back,
    it_may_move_before_webassembly_has_come,
    a_frame_may_move_to_another_document,
    it_works_on_a_page_in_xml,
);

/// A document in a frame of the page, of its own site.
const OTHER: &str = "
    const make = () => new Promise((resolve) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { id: 'other', width: 900, height: 600, src: '../inside/page.html' });
      frame.onload = () => resolve(frame.contentDocument);
      document.body.append(frame);
    });";

/// What a reader has of the explainer in the frame, or of the first one on the page.
const STATE: &str = "
    const page = document.querySelector('#other')?.contentDocument ?? document;
    const found = page.querySelector('lupus-car-t') ?? document.querySelector('lupus-car-t');
    const view = found.ownerDocument.defaultView;
    const parts = (selector) => [...(found.shadowRoot?.querySelectorAll(selector) ?? [])];
    const [mount] = parts('.mount');
    const open = parts('.section-button:enabled[aria-expanded=true]').map(({ id }) => id.replace('-button', ''));
    return [found.ownerDocument === document ? 'page' : 'frame',
      !!mount && view.getComputedStyle(mount).containerName === 'lct', open];";

async fn until_there(page: &Page<'_>, place: &str, open: &[&str]) -> Result<()> {
    let what = format!("the explainer with its look in the {place}, with {open:?} open");
    page.until(&what, async || {
        let state: serde_json::Value = page.ask(STATE).await?;
        Ok(state == json!([place, true, open]))
    })
    .await
    .with_context(|| what.clone())
}

/// Waits until it is told that WebAssembly stays away.
async fn until_told(page: &Page<'_>) -> Result<()> {
    page.until("word of WebAssembly", async || {
        page.ask("return recorded.there === 'start';").await
    })
    .await
}

async fn ask_for_other(page: &Page<'_>, act: &str) -> Result<()> {
    page.ask::<()>(&format!("{OTHER} make().then((other) => {{ {act} }});"))
        .await
}

async fn press(page: &Page<'_>, id: &str) -> Result<()> {
    page.ask_about::<()>(
        "const inside = document.querySelector('#other')?.contentDocument.querySelector('lupus-car-t');
         (inside ?? host).shadowRoot.getElementById(it + '-button').click();",
        json!(id),
    )
    .await
}

async fn it_may_be_made_for_another_document(browser: &Browser) -> Result<()> {
    for file in ["plain.html", "any-language.html"] {
        let page = browser
            .open(
                Site::default().host_under(""),
                &format!("fixtures/hosts/{file}"),
            )
            .await?;
        page.until_ready().await?;
        ask_for_other(
            &page,
            "const made = document.createElement('lupus-car-t');
             made.loading = 'eager';
             made.open = 'symptoms';
             const tell = ({ type, detail }) => recorded.there = detail?.stage ?? type;
             for (const type of ['lct-ready', 'lct-error']) made.addEventListener(type, tell);
             other.body.append(made);",
        )
        .await?;
        until_there(&page, "frame", &["symptoms"]).await?;
        until_told(&page).await?;
        press(&page, "risks").await?;
        until_there(&page, "frame", &["symptoms", "risks"]).await?;
        let uncaught: Vec<String> = page.ask("return recorded.errors;").await?;
        ensure!(uncaught.is_empty(), "{uncaught:?}");
    }
    Ok(())
}

async fn it_may_move_to_another_document_and_back(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default().host_under(""), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    page.click_section("risks").await?;
    page.ask::<()>(
        "window.moved = host;
         const tell = ({ type, detail }) => recorded.there = detail?.stage ?? type;
         for (const type of ['lct-ready', 'lct-error']) moved.addEventListener(type, tell);",
    )
    .await?;
    ask_for_other(&page, "other.body.append(moved);").await?;
    until_there(&page, "frame", &["at-a-glance", "risks"]).await?;
    until_told(&page).await?;
    press(&page, "at-a-glance").await?;
    until_there(&page, "frame", &["risks"]).await?;

    // By way of no page at all.
    page.ask::<()>(
        "moved.remove(); setTimeout(() => document.querySelector('main').append(moved));",
    )
    .await?;
    until_there(&page, "page", &["risks"]).await?;
    page.until_ready_times(2).await?;
    press(&page, "symptoms").await?;
    until_there(&page, "page", &["symptoms", "risks"]).await?;
    let uncaught: Vec<String> = page.ask("return recorded.errors;").await?;
    ensure!(uncaught.is_empty(), "{uncaught:?}");
    Ok(())
}

async fn it_may_move_before_webassembly_has_come(browser: &Browser) -> Result<()> {
    let site = Site::default()
        .host_under("")
        .answering(".wasm", Answer::Held);
    let page = browser.open(site, "fixtures/hosts/plain.html").await?;
    page.until_collapsed().await?;
    page.ask::<()>("window.moved = host; host.openSection('risks');")
        .await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    ask_for_other(&page, "other.body.append(moved);").await?;
    until_there(&page, "frame", &["at-a-glance", "risks"]).await?;
    press(&page, "at-a-glance").await?;
    until_there(&page, "frame", &["risks"]).await
}

async fn a_frame_may_move_to_another_document(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default().host_under(""), "fixtures/hosts/framed.html")
        .await?;
    page.until_ready().await?;
    page.ask::<()>(
        "window.moved = host; moved.addEventListener('lct-error', ({ detail }) =>
        recorded.there = detail.stage);",
    )
    .await?;
    ask_for_other(&page, "other.body.append(moved);").await?;
    page.until("what is inside the tag", async || {
        page.ask("return recorded.there === 'frame' && moved.querySelector('a').getClientRects().length > 0;").await
    })
    .await?;
    page.ask::<()>("document.querySelector('main').append(moved);")
        .await?;
    page.until_ready_times(2).await
}

async fn it_works_on_a_page_in_xml(browser: &Browser) -> Result<()> {
    for file in ["plain.xhtml", "any-language.xhtml"] {
        let site = Site::default().host_under("").patient();
        let page = browser
            .open(site, &format!("fixtures/hosts/{file}"))
            .await?;
        if browser.engine != Engine::WebKit {
            works(&page).await.with_context(|| file.to_owned())?;
            continue;
        }
        // WebKit loads no modules for a page in XML.
        page.until_collapsed().await?;
        has_every_word(&page).await?;
        opens_by_its_buttons(&page).await?;
        page.ask::<()>("halfAMinutePasses();").await?;
        page.until_event("lct-error").await?;
    }
    Ok(())
}
