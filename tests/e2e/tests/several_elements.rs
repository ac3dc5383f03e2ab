//! Two explainers on one page mind their own business.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, site::Site};

in_every_engine!(two_on_one_page_open_by_themselves_and_share_one_webassembly);

async fn two_on_one_page_open_by_themselves_and_share_one_webassembly(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/two-elements.html")
        .await?;
    page.until("both to be ready", async || {
        Ok(page.events("lct-ready").await?.len() == 2)
    })
    .await?;
    let second = "return [...document.querySelector('#second').shadowRoot.querySelectorAll('[aria-expanded=true]')]
                    .map((button) => button.id);";
    ensure!(
        page.ask::<Vec<String>>(second).await? == ["at-a-glance-button"],
        "the second began otherwise"
    );

    page.click_section("treatment-today").await?;
    page.until_open(&["what-is-lupus", "risks", "treatment-today"])
        .await?;
    ensure!(
        page.ask::<Vec<String>>(second).await? == ["at-a-glance-button"],
        "the second went along"
    );
    page.ask::<()>("document.querySelector('#second').closeAll();")
        .await?;
    page.until("the second to close", async || {
        Ok(page.ask::<Vec<String>>(second).await?.is_empty())
    })
    .await?;
    page.until_open(&["what-is-lupus", "risks", "treatment-today"])
        .await?;

    page.follow("second-risks").await?;
    page.until("the second to open", async || {
        Ok(page.ask::<Vec<String>>(second).await? == ["risks-button"])
    })
    .await?;
    page.until_open(&["what-is-lupus", "risks", "treatment-today"])
        .await?;

    for ending in [".wasm", ".bin", "fragment/en.html", "widget.css"] {
        let times = page.server.times_asked(ending);
        ensure!(times == 1, "{ending} was asked for {times} times");
    }
    let told = page.events("lct-toggle").await?;
    ensure!(
        told.iter().any(|event| event.element == "first"),
        "{told:?}"
    );
    ensure!(
        told.iter().any(|event| event.element == "second"),
        "{told:?}"
    );
    Ok(())
}
