//! `print()` brings the explainer to paper, with every section and without the page around it.

use anyhow::{Result, ensure};
use e2e::{
    browsers::{Browser, Engine},
    in_every_engine,
    page::Page,
    paper::squeezed,
    site::{Answer, Site},
};

use crate::frame;

in_every_engine!(
    the_explainer_is_printed_alone_with_every_section,
    without_webassembly_it_is_printed_alone_too,
    inside_shadow_roots_it_is_printed_alone,
    of_two_explainers_the_one_that_was_asked_is_printed,
    in_a_frame_the_page_prints_it_alone,
    a_page_that_is_printed_has_the_words_of_the_frame,
);

async fn the_explainer_is_printed_alone_with_every_section(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    page.click_section("risks").await?;
    page.until_open(&["at-a-glance", "risks"]).await?;
    is_printed_alone(&page).await?;
    ensure!(
        page.open_sections().await? == ["at-a-glance", "risks"],
        "paper has opened sections for the reader"
    );
    page.nothing_went_wrong().await?;

    ask_to_print(&page).await?;
    let wanted = words_for_paper(&page).await?;
    let Some(paper) = page.printed().await? else {
        return Ok(());
    };
    // A few go over the end of a page, and are read in two parts.
    let missing: Vec<_> = wanted.iter().filter(|it| !paper.contains(*it)).collect();
    ensure!(
        missing.len() * 100 < wanted.len(),
        "not on paper: {missing:?}"
    );
    for words in ["A plain page", "Here the page goes on", "Show all sections"] {
        ensure!(!paper.contains(&squeezed(words)), "on paper: {words}");
    }
    // Who prints says when it is done.
    page.until("the page to be as it was", async || {
        page.ask("return !document.querySelector('[data-lct-printed]');")
            .await
    })
    .await
}

async fn without_webassembly_it_is_printed_alone_too(browser: &Browser) -> Result<()> {
    let site = Site::default().answering(".wasm", Answer::NotFound);
    let page = browser.open(site, "fixtures/hosts/plain.html").await?;
    page.until_event("lct-error").await?;
    is_printed_alone(&page).await
}

async fn inside_shadow_roots_it_is_printed_alone(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/shadow.html")
        .await?;
    page.until_ready().await?;
    page.turn_to("#outer >>> #inner >>> lupus-car-t").await?;
    is_printed_alone(&page).await
}

async fn of_two_explainers_the_one_that_was_asked_is_printed(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/two-elements.html")
        .await?;
    page.until_ready_times(2).await?;
    page.turn_to("#second").await?;
    is_printed_alone(&page).await
}

async fn in_a_frame_the_page_prints_it_alone(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = frame::open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    until_words_are_ready(&page).await?;
    is_printed_alone(&page).await?;
    let left: bool = page.ask("return !!root.querySelector('.printed');").await?;
    ensure!(!left, "the words for paper stay in the page");

    ask_to_print(&page).await?;
    if let Some(paper) = page.printed().await? {
        for words in ["At a glance", "What is not known", "Sources"] {
            ensure!(paper.contains(&squeezed(words)), "not on paper: {words}");
        }
        let around = squeezed("Here the page goes on");
        ensure!(!paper.contains(&around), "the page around it is on paper");
    }
    Ok(())
}

/// The reader prints the whole page, and the frame is a part of it.
async fn a_page_that_is_printed_has_the_words_of_the_frame(browser: &Browser) -> Result<()> {
    let cdn = Site::default().serve().await?;
    let page = frame::open(browser, &cdn, "element.html").await?;
    page.until_ready().await?;
    until_words_are_ready(&page).await?;
    page.ask::<()>("dispatchEvent(new Event('beforeprint'));")
        .await?;
    let hidden: bool = page.ask("return !shown(one('.printed'));").await?;
    ensure!(hidden, "the words for paper are on the screen");
    page.show_as_on_paper().await?;
    is_whole(&page).await?;
    let framed: bool = page.ask("return shown(one('.frame'));").await?;
    ensure!(!framed, "the frame is printed as well");
    let around: bool = page
        .ask("return shown(document.querySelector('h1'));")
        .await?;
    ensure!(around, "the page around it is not printed");
    Ok(())
}

/// The text for paper is fetched, or is in the script, and comes later than the frame.
async fn until_words_are_ready(page: &Page<'_>) -> Result<()> {
    page.until("the words for paper to be there", async || {
        page.ask(
            "dispatchEvent(new Event('beforeprint'));
             const ready = !!root.querySelector('.printed article');
             dispatchEvent(new Event('afterprint'));
             return ready;",
        )
        .await
    })
    .await
}

/// Calls `print()`, with a printer that prints nothing in the place of the browser's.
async fn ask_to_print(page: &Page<'_>) -> Result<()> {
    page.ask::<()>(
        "recorded.prints = 0;
         window.print = () => { dispatchEvent(new Event('beforeprint')); recorded.prints += 1; };
         host.print();",
    )
    .await?;
    page.until("the browser to be asked to print", async || {
        page.ask("return recorded.prints === 1;").await
    })
    .await
}

/// Fails unless what is for paper is the explainer alone, all of it, and the page is as before afterwards.
async fn is_printed_alone(page: &Page<'_>) -> Result<()> {
    let before = around(page).await?;
    ensure!(!before.is_empty(), "there is nothing around the explainer");
    let traces_before = traces(page).await?;
    ask_to_print(page).await?;
    let on_screen = around(page).await?;
    ensure!(on_screen == before, "on the screen is left: {on_screen:?}");

    // On the screen, WebKit does not come to an end with the rules for closed sections.
    if page.browser.engine != Engine::WebKit {
        page.show_as_on_paper().await?;
        let left = around(page).await?;
        ensure!(left.is_empty(), "printed as well: {left:?}");
        is_whole(page).await?;
        page.show_as_on_screen().await?;
    }
    ensure!(
        traces(page).await? != traces_before,
        "nothing is set apart for paper"
    );
    page.ask::<()>("dispatchEvent(new Event('afterprint'));")
        .await?;
    let after = around(page).await?;
    ensure!(after == before, "afterwards there is: {after:?}");
    let now = traces(page).await?;
    ensure!(
        now == traces_before,
        "printing leaves {now:?}, not {traces_before:?}"
    );
    Ok(())
}

/// How many stylesheets and attributes each root around the explainer has.
async fn traces(page: &Page<'_>) -> Result<Vec<[usize; 2]>> {
    page.ask(
        "const traces = [];
         for (let node = host; node; node = node.getRootNode().host)
           traces.push([node.getRootNode().adoptedStyleSheets.length, node.attributes.length]);
         return traces;",
    )
    .await
}

/// What is seen of the page around the explainer.
async fn around(page: &Page<'_>) -> Result<Vec<String>> {
    page.ask(
        "const seen = [];
         for (let node = host; node; node = node.getRootNode().host)
           for (const other of node.getRootNode().querySelectorAll('*'))
             if (!other.contains(node) && !node.contains(other) && shown(other)) seen.push(other.outerHTML);
         return seen;",
    )
    .await
}

/// Fails unless every word of the sections is seen, and no button.
async fn is_whole(page: &Page<'_>) -> Result<()> {
    let unseen: Vec<String> = page
        .ask(
            // WebKit takes long to say of each element whether it is seen.
            "return all('.section-heading, .section-body > *, .more-body > :last-child').filter((element) =>
               !element.matches('.section-foot, .picks, .worksheet') && !shown(element))
             .map((element) => element.outerHTML);",
        )
        .await?;
    ensure!(unseen.is_empty(), "not printed: {unseen:?}");
    let sections: usize = page
        .ask("return all('.section-body').filter(shown).length;")
        .await?;
    ensure!(sections >= 14, "only {sections} sections are printed");
    let buttons: bool = page
        .ask("return all('.toggle-all, .tool, .pick, .popover-close').some(shown);")
        .await?;
    ensure!(!buttons, "a button is printed");
    Ok(())
}

/// The pieces of text that paper has to have, without white space.
async fn words_for_paper(page: &Page<'_>) -> Result<Vec<String>> {
    let pieces: Vec<String> = page
        .ask(
            "const pieces = [];
             for (const place of all('.main-message, .get-help, .section-header, .section-body')) {
               const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
               while (walker.nextNode()) {
                 const { data, parentElement } = walker.currentNode;
                 const other = '.section-foot, .picks, .cited-in, .popover, .worksheet, svg';
                 if (!parentElement.closest(other)) pieces.push(data);
               }
             }
             return pieces;",
        )
        .await?;
    ensure!(pieces.len() > 900, "only {} pieces", pieces.len());
    Ok(pieces.iter().map(|it| squeezed(it)).collect())
}
