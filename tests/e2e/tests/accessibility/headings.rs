//! Headings lead through the page, the title's included, at each level that a page can ask for.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(the_title_is_a_heading_and_none_is_skipped);

/// The headings that assistive technology meets, in its order: each with its level and its words.
const HEADINGS: &str = "
    const found = [];
    const visit = (node) => {
      if (node.nodeType === Node.ELEMENT_NODE && node.localName !== 'slot' && !shown(node)
        && getComputedStyle(node).display !== 'contents') return;
      if (/^h[1-6]$/.test(node.localName)) {
        found.push([Number(node.localName[1]), node.textContent.trim().replaceAll('\\u2060', '')]);
      }
      const children = node.shadowRoot?.childNodes
        ?? (node.localName === 'slot' && node.assignedNodes().length ? node.assignedNodes() : node.childNodes);
      for (const child of children) visit(child);
    };
    visit(document.body);
    return found;";

async fn headings(page: &Page<'_>) -> Result<Vec<(u8, String)>> {
    page.ask(HEADINGS).await
}

async fn the_title_is_a_heading_and_none_is_skipped(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "host.html").await?;
    page.until_ready().await?;
    let title: String = page
        .ask("return one('.explainer').getAttribute('aria-label');")
        .await?;
    for (level, of_title) in [(2, 2), (3, 2), (4, 3), (5, 4), (2, 2)] {
        page.ask_about::<()>(
            "const around = document.querySelector('h1');
             for (const heading of document.querySelectorAll('main > :is(h2, h3)')) heading.remove();
             // What a page that asks for this level has above the explainer.
             for (let above = Math.max(2, it - 2); above > 1 && above < it - 1; above -= 1) {
               around.after(Object.assign(document.createElement('h' + above), { textContent: 'Around' }));
             }
             host.headingLevel = it;",
            json!(level),
        )
        .await?;
        page.until("the level", async || {
            page.ask_about(
                "return !!root?.querySelector(`h${it}.section-heading`)
                   && !root.querySelector('.toggle-all:disabled');",
                json!(level),
            )
            .await
        })
        .await?;
        page.ask::<()>("host.openAll(); for (const more of all('details')) more.open = true;")
            .await?;
        page.until_all_open().await?;
        let all = headings(&page).await?;
        let at = all.iter().position(|(_, words)| *words == title);
        let found = at.and_then(|it| all.get(it));
        ensure!(
            found.is_some_and(|(found, _)| *found == of_title),
            "sections of level {level} have the title {found:?} of {all:?}"
        );
        for pair in all.windows(2) {
            ensure!(
                pair[1].0 <= pair[0].0 + 1,
                "sections of level {level}: {pair:?} of {all:?}"
            );
        }
        page.axe_finds_nothing(&format!("sections of level {level}"))
            .await?;
    }

    // A page of one's own, whose title is its first heading, and a frame, which has no other.
    for (file, first) in [
        ("index.html", 1),
        ("frame.html", 2),
        ("frame.html?heading-level=4", 3),
    ] {
        let page = browser.open(Site::default(), file).await?;
        page.until("the text", async || {
            page.ask("return !!root?.querySelector('.toggle-all:enabled');")
                .await
        })
        .await?;
        let all = headings(&page).await?;
        let is_title = all
            .first()
            .is_some_and(|(level, words)| *level == first && *words == title);
        let titles = all.iter().filter(|(_, words)| *words == title).count();
        ensure!(is_title && titles == 1, "{file}: {all:?}");
    }
    Ok(())
}
