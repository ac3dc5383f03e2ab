//! Pages that cut off whatever is longer than their window: on paper is all of the explainer.

use anyhow::{Result, ensure};
use e2e::{
    browsers::{Browser, Engine},
    in_every_engine,
    page::Page,
    paper::squeezed,
    site::Site,
};

in_every_engine!(
    an_app_that_cuts_off_in_every_way_prints_all_of_it,
    a_modal_dialog_prints_all_of_it,
    a_popover_prints_all_of_it,
    a_shell_with_a_slot_prints_all_of_it,
    a_frame_in_an_app_prints_all_of_it,
    what_the_page_does_not_show_is_not_printed,
    a_page_whose_print_throws_goes_on,
);

async fn an_app_that_cuts_off_in_every_way_prints_all_of_it(browser: &Browser) -> Result<()> {
    prints_all(browser, "app").await
}

async fn a_modal_dialog_prints_all_of_it(browser: &Browser) -> Result<()> {
    prints_all(browser, "dialog").await
}

async fn a_popover_prints_all_of_it(browser: &Browser) -> Result<()> {
    prints_all(browser, "popover").await
}

async fn a_shell_with_a_slot_prints_all_of_it(browser: &Browser) -> Result<()> {
    prints_all(browser, "slotted").await
}

async fn a_frame_in_an_app_prints_all_of_it(browser: &Browser) -> Result<()> {
    prints_all(browser, "app-frame").await
}

/// Fails unless the whole text is on paper, by the browser's own command and by the explainer's `print()`.
async fn prints_all(browser: &Browser, shell: &str) -> Result<()> {
    let file = format!("fixtures/hosts/shells.html?{shell}");
    // The page's policy would have to allow the frame.
    let page = browser.open(Site::default().host_under(""), &file).await?;
    // A frame that is cut off on the screen may be asleep; the words for paper are not inside of it.
    if shell.ends_with("frame") {
        until_words_are_ready(&page).await?;
    } else {
        page.until_ready().await?;
    }
    let before = traces(&page).await?;

    page.ask::<()>("dispatchEvent(new Event('beforeprint'));")
        .await?;
    if browser.engine != Engine::WebKit {
        page.show_as_on_paper().await?;
        nothing_cuts_off(&page).await?;
        page.show_as_on_screen().await?;
    }
    ensure!(traces(&page).await? != before, "nothing is set apart");
    page.ask::<()>("dispatchEvent(new Event('afterprint'));")
        .await?;
    ensure!(traces(&page).await? == before, "printing leaves traces");

    if let Some(paper) = page.printed().await? {
        is_whole(&paper)?;
        ensure!(
            paper.contains(&squeezed("Before the shell")),
            "the rest of the page is not printed"
        );
    }
    page.ask::<()>(
        "recorded.prints = 0;
         window.print = () => { recorded.prints += 1; };
         host.print();",
    )
    .await?;
    page.until("the browser to be asked to print", async || {
        page.ask("return recorded.prints === 1;").await
    })
    .await?;
    if let Some(paper) = page.printed().await? {
        is_whole(&paper)?;
        for words in ["Before the shell", "The shell's own words"] {
            ensure!(!paper.contains(&squeezed(words)), "on paper: {words}");
        }
    }
    Ok(())
}

/// Fails unless the paper has the signs of an emergency, the first section and the last, and the last source.
fn is_whole(paper: &str) -> Result<()> {
    for words in [
        "Get help now",
        "At a glance",
        "What is not known yet",
        "Words explained",
        "Found an error?",
    ] {
        ensure!(paper.contains(&squeezed(words)), "not on paper: {words}");
    }
    let sources = paper.matches("https://").count();
    ensure!(sources > 40, "only {sources} addresses are on paper");
    Ok(())
}

/// Fails if anything around the explainer is lower than its text, or hides what is.
async fn nothing_cuts_off(page: &Page<'_>) -> Result<()> {
    let cut: Vec<String> = page
        .ask(
            "const around = [];
             for (let node = host; (node = node.assignedSlot ?? node.parentNode ?? node.host); ) {
               if (node instanceof Element && node.localName !== 'slot') around.push(node);
               // What lies on top of the page is laid out apart from it.
               if (node.matches?.(':modal, :popover-open')) break;
             }
             const bottom = host.getBoundingClientRect().bottom;
             return around.filter((element) => {
               const { overflowX, overflowY, position, transform, contain, clipPath } = getComputedStyle(element);
               const isTop = element.matches(':modal, :popover-open');
               return overflowX !== 'visible' || overflowY !== 'visible' || transform !== 'none' || clipPath !== 'none'
                 || contain !== 'none' || !(position === 'static' || isTop)
                 || (element !== document.documentElement && element.getBoundingClientRect().bottom < bottom - 1);
             }).map((element) => element.outerHTML.slice(0, 60));",
        )
        .await?;
    ensure!(cut.is_empty(), "these cut off: {cut:#?}");
    Ok(())
}

async fn what_the_page_does_not_show_is_not_printed(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    page.ask::<()>("document.querySelector('main').hidden = true;")
        .await?;
    let before = traces(&page).await?;
    page.ask::<()>("dispatchEvent(new Event('beforeprint'));")
        .await?;
    ensure!(traces(&page).await? == before, "it would be printed");
    page.ask::<()>("dispatchEvent(new Event('afterprint'));")
        .await
}

async fn a_page_whose_print_throws_goes_on(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    let before = traces(&page).await?;
    page.ask::<()>(
        "window.print = () => { throw new Error('no printer'); };
         host.print();",
    )
    .await?;
    page.until("the page to say so", async || {
        page.ask("return recorded.console.some((said) => said.includes('no printer'));")
            .await
    })
    .await?;
    ensure!(traces(&page).await? == before, "printing leaves traces");
    ensure!(
        page.events("lct-error").await?.is_empty(),
        "it ends what runs"
    );
    page.click_section("risks").await?;
    page.until_open(&["at-a-glance", "risks"]).await
}

/// The text for paper is fetched, or is in the script, and comes later than the frame.
pub(crate) async fn until_words_are_ready(page: &Page<'_>) -> Result<()> {
    page.until("the words for paper to be there", async || {
        page.ask(
            "dispatchEvent(new Event('beforeprint'));
             const ready = !!root?.querySelector('.printed article');
             dispatchEvent(new Event('afterprint'));
             return ready;",
        )
        .await
    })
    .await
}

/// The attributes of all elements around the explainer, and how many stylesheets each root has.
async fn traces(page: &Page<'_>) -> Result<Vec<String>> {
    page.ask(
        "const traces = [];
         for (let node = host; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
           if (node.attributes) traces.push([...node.attributes].map(({ name, value }) => `${name}=${value}`).join());
           if (node.adoptedStyleSheets) traces.push(`${node.adoptedStyleSheets.length}`);
         }
         return traces;",
    )
    .await
}
