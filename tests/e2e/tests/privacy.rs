//! The page talks to its own folder, keeps nothing, and makes no noise.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use thirtyfour::Key;

in_every_engine!(
    the_console_stays_clean,
    no_request_leaves_the_folder,
    no_request_leaves_a_folder_deep_in_a_site,
    nothing_is_kept_in_the_browser,
);

async fn the_console_stays_clean(browser: &Browser) -> Result<()> {
    for file in ["index.html", "host.html"] {
        let page = browser.open(Site::default(), file).await?;
        use_everything(&page).await?;
        page.nothing_went_wrong().await?;
    }
    Ok(())
}

async fn no_request_leaves_the_folder(browser: &Browser) -> Result<()> {
    stays_in_its_folder(browser, Site::default()).await
}

async fn no_request_leaves_a_folder_deep_in_a_site(browser: &Browser) -> Result<()> {
    stays_in_its_folder(browser, Site::default().in_folder("/deep/folder")).await
}

async fn stays_in_its_folder(browser: &Browser, site: Site) -> Result<()> {
    // Without a policy, since one would stop what this looks for.
    let site = site.under("");
    for file in ["index.html", "host.html"] {
        let page = browser.open(site.clone(), file).await?;
        use_everything(&page).await?;
        page.nothing_went_wrong().await?;

        let folder = page.server.address("");
        let loaded: Vec<String> = page
            .ask("return performance.getEntriesByType('resource').map(({ name }) => name);")
            .await?;
        let outside: Vec<_> = loaded
            .iter()
            .filter(|address| !address.starts_with(&folder) && !address.ends_with("/recorder.js"))
            .collect();
        ensure!(outside.is_empty(), "{file} asked for {outside:?}");
        ensure!(
            page.server.times_asked(".wasm") == 1,
            "{file} did not load its WebAssembly"
        );

        let above: Vec<_> = page
            .server
            .asked()
            .into_iter()
            .filter(|path| !page.server.is_inside(path))
            .collect();
        ensure!(above.is_empty(), "{file} asked the server for {above:?}");
    }
    Ok(())
}

async fn nothing_is_kept_in_the_browser(browser: &Browser) -> Result<()> {
    for file in ["index.html", "host.html"] {
        let page = browser.open(Site::default(), file).await?;
        use_everything(&page).await?;
        let kept: (String, usize, usize) = page
            .ask("return [document.cookie, localStorage.length, sessionStorage.length];")
            .await?;
        ensure!(kept == (String::new(), 0, 0), "{file} keeps {kept:?}");
        let cookies = browser.driver.get_all_cookies().await?;
        ensure!(cookies.is_empty(), "{file} sets {cookies:?}");
    }
    Ok(())
}

/// Opens what there is to open, so that whatever is loaded late is loaded.
async fn use_everything(page: &Page<'_>) -> Result<()> {
    page.until_ready().await?;
    page.click(".toggle-all").await?;
    page.until_all_open().await?;
    page.ask::<()>("for (const more of all('details')) more.open = true;")
        .await?;
    page.click(".sections .term").await?;
    page.press(Key::Escape).await?;
    page.click(".sections .citation").await?;
    page.settle().await
}
