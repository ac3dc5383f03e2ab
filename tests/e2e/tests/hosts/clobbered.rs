//! Fields and images of the page that are named like something of the browser's take nothing away.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(
    a_form_with_fields_of_any_name_around_it_changes_nothing,
    images_and_forms_of_any_name_change_nothing,
    names_that_webassembly_cannot_do_without_leave_the_text_and_its_sections,
);

/// What forms really have, and what only somebody who means harm would write.
const FIELDS: &str = "lang name id title style hidden dir action method target submit reset class language theme mode \
    base open links children parentNode parentElement childNodes firstChild nextSibling previousSibling attributes \
    dataset classList className contains matches closest nodeType nodeName tagName localName innerHTML ownerDocument \
    isConnected host shadowRoot assignedSlot slot getRootNode getAttribute getAttributeNames hasAttribute \
    setAttribute removeAttribute toggleAttribute addEventListener dispatchEvent querySelector querySelectorAll \
    compareDocumentPosition append remove scrollIntoView getBoundingClientRect elements length constructor __proto__";

/// The same of documents and windows.
const IMAGES: &str = "currentScript head body title documentElement readyState baseURI URL host location cookie \
    activeElement adoptedStyleSheets styleSheets querySelectorAll querySelector getElementById parentNode nodeType \
    defaultView trustedTypes navigation Navigation Highlight requestIdleCallback IntersectionObserver history \
    scripts forms links images fonts all dir hidden visibilityState addEventListener removeEventListener \
    dispatchEvent createTreeWalker createRange importNode currentEntry implementation getSelection contains";

const NEEDED: &str =
    "createElement createElementNS createTextNode createDocumentFragment createComment";

async fn a_form_with_fields_of_any_name_around_it_changes_nothing(browser: &Browser) -> Result<()> {
    let fields = FIELDS
        .split(' ')
        .map(|name| format!("<input name='{name}'><select id='{name}'></select>"));
    let form = format!(
        "<form lang=en data-theme=dark>{}<div>{{}}</div></form>",
        fields.collect::<String>()
    );
    let page = open(browser).await?;
    is_whole_in(&page, &form, true).await
}

async fn images_and_forms_of_any_name_change_nothing(browser: &Browser) -> Result<()> {
    let images = IMAGES
        .split(' ')
        .map(|name| format!("<img name='{name}' id='{name}' alt>"));
    let forms = IMAGES
        .split(' ')
        .map(|name| format!("<form name='{name}'></form>"));
    let page = open(browser).await?;
    for names in [images.collect::<String>(), forms.collect()] {
        let html = format!("{names}<div data-theme=dark>{{}}</div>");
        is_whole_in(&page, &html, true).await?;
    }
    Ok(())
}

async fn names_that_webassembly_cannot_do_without_leave_the_text_and_its_sections(
    browser: &Browser,
) -> Result<()> {
    let page = open(browser).await?;
    for name in NEEDED.split(' ') {
        let html = format!("<img name='{name}' id='{name}' alt><div data-theme=dark>{{}}</div>");
        is_whole_in(&page, &html, false).await?;
    }
    Ok(())
}

/// Fails unless the explainer works in a frame that holds `html`, with the element in the place of `{}`.
///
/// In a frame, since the driver reads of its page what is named away here, too.
async fn is_whole_in(page: &Page<'_>, html: &str, ready: bool) -> Result<()> {
    let wrong: Vec<String> = page
        .ask_patiently(
            include_str!("clobbered.js"),
            json!([html, page.server.address("embed.en.js"), ready]),
        )
        .await?;
    ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

async fn open(browser: &Browser) -> Result<Page<'_>> {
    browser
        .open(Site::default().host_under(""), "fixtures/hosts/empty.html")
        .await
}
