//! The element under the policies of careful pages, and in a sandbox.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use thirtyfour::By;

use super::{has_every_word, is_whole_and_opens, opens_by_its_buttons, works};

/// All that the documentation asks of a policy, with names of trusted types listed.
///
/// The icon is not ours: `WebKit` looks for one whatever a page says.
const DOCUMENTED: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    img-src {{cdn}}/favicon.ico; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
    trusted-types lupus-car-t";

const NO_WASM: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; \
    img-src {{cdn}}/favicon.ico; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
    trusted-types lupus-car-t";

const OTHER_NAMES: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    img-src {{cdn}}/favicon.ico; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
    trusted-types default";

in_every_engine!(
    the_documented_policy_is_enough,
    without_wasm_in_the_policy_layer_1_serves_and_says_why,
    where_the_name_of_trusted_types_is_not_listed_what_is_inside_the_tag_stays,
    a_sandbox_without_storage_is_enough,
);

async fn the_documented_policy_is_enough(browser: &Browser) -> Result<()> {
    for file in ["plain.html", "any-language.html"] {
        let site = Site::default().host_under(DOCUMENTED);
        let page = browser
            .open(site, &format!("fixtures/hosts/{file}"))
            .await?;
        works(&page).await?;
    }
    Ok(())
}

async fn without_wasm_in_the_policy_layer_1_serves_and_says_why(browser: &Browser) -> Result<()> {
    for file in ["plain.html", "any-language.html"] {
        let site = Site::default().host_under(NO_WASM);
        let page = browser
            .open(site, &format!("fixtures/hosts/{file}"))
            .await?;
        let reason = layer_1_serves(&page).await?;
        ensure!(
            reason.to_lowercase().contains("wasm") || reason.to_lowercase().contains("webassembly"),
            "{file}: the reason names nothing that an editor could look for: {reason}"
        );
    }
    Ok(())
}

/// Fails unless the page said once that something failed, and goes on all the same. Gives the reason.
pub(crate) async fn layer_1_serves(page: &Page<'_>) -> Result<String> {
    page.until_event("lct-error").await?;
    is_whole_and_opens(page).await?;
    said_once_that_it_failed(page).await
}

/// The same where not even later.js came: then links lead where they lead without script.
pub(crate) async fn the_text_serves(page: &Page<'_>) -> Result<String> {
    page.until_event("lct-error").await?;
    has_every_word(page).await?;
    opens_by_its_buttons(page).await?;
    said_once_that_it_failed(page).await
}

async fn said_once_that_it_failed(page: &Page<'_>) -> Result<String> {
    let errors = page.events("lct-error").await?;
    ensure!(errors.len() == 1, "lct-error did not fire once: {errors:?}");
    let ready = page.events("lct-ready").await?;
    ensure!(ready.is_empty(), "lct-ready fired all the same");
    let reason = errors[0].detail["reason"].as_str().unwrap_or_default();
    ensure!(!reason.is_empty(), "no reason is told: {errors:?}");
    Ok(reason.to_owned())
}

async fn where_the_name_of_trusted_types_is_not_listed_what_is_inside_the_tag_stays(
    browser: &Browser,
) -> Result<()> {
    for file in ["plain.html", "any-language.html"] {
        let site = Site::default().host_under(OTHER_NAMES);
        let page = browser
            .open(site, &format!("fixtures/hosts/{file}"))
            .await?;
        page.until_event("lct-error").await?;
        let inside: bool = page.ask("return shown(host.querySelector('a'));").await?;
        ensure!(inside, "{file}: what is inside the tag is not seen");
        let errors = page.events("lct-error").await?;
        ensure!(
            errors.len() == 1 && errors[0].detail["stage"] == "text",
            "{file}: {errors:?}"
        );
    }
    Ok(())
}

async fn a_sandbox_without_storage_is_enough(browser: &Browser) -> Result<()> {
    let site = Site::default().host_under("");
    let page = browser.open(site, "fixtures/hosts/sandbox.html").await?;
    let frame = browser.driver.find(By::Tag("iframe")).await?;
    frame.enter_frame().await?;
    let storage = "try { return typeof sessionStorage; } catch { return 'none'; }";
    ensure!(
        page.ask::<String>(storage).await? == "none",
        "the sandbox lets storage through"
    );
    page.until_ready().await?;
    is_whole_and_opens(&page).await?;
    let said: Vec<String> = page.ask("return recorded.console.splice(0);").await?;
    ensure!(
        said.len() <= 1 && said.iter().all(|it| it.contains("attribute `remember`")),
        "the console should say once at most that nothing can be remembered, but says {said:?}"
    );
    page.nothing_went_wrong().await
}
