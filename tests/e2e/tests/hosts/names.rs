//! Elements of any name, several of one name, and words that every object of the browser's has.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page, site::Site};
use serde_json::json;

in_every_engine!(
    links_lead_to_an_element_of_any_name,
    of_elements_with_one_name_the_first_answers,
    of_elements_with_one_name_one_that_is_hidden_leaves_links_to_the_next,
    without_links_the_address_opens_nothing,
    a_word_that_every_object_has_is_no_language,
    inside_a_drawing_it_works,
);

const NAMES: [&str; 10] = [
    "größe",
    "волчанка",
    "a b",
    "100%",
    "50%25",
    "say\"so\"",
    "🦠",
    "a-body",
    "x#y",
    "<b>",
];

async fn links_lead_to_an_element_of_any_name(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    let wrong: Vec<String> = page
        .ask_patiently(
            "const wrong = [];
             const isAt = (section) => focused()?.id === `${section}-button`
               && !one(`#${section}-body`).hasAttribute('hidden');
             for (const name of it) {
               host.id = name;
               const link = document.createElement('a');
               link.href = `#${name}-symptoms`;
               const encoded = document.createElement('a');
               encoded.href = `#${encodeURIComponent(name)}-about`;
               document.body.append(link, encoded);
               host.closeAll();
               link.click();
               if (!(await until(() => isAt('symptoms'), 90))) wrong.push(`${name}: a link`);
               encoded.click();
               if (!(await until(() => isAt('about'), 90))) wrong.push(`${name}: an encoded link`);
               host.closeAll();
               const cross = all('.section-body a[data-section]:not([data-cited])')[0];
               // Twice: the second time the address is there already.
               for (const time of ['first', 'second']) {
                 cross.click();
                 if (!(await until(() => isAt(cross.dataset.section), 90))) wrong.push(`${name}: the ${time} time`);
                 host.closeAll();
               }
               link.remove();
               encoded.remove();
             }
             for (const hash of ['%E0%A4%A', '%', 'lupus-car-t-%']) location.hash = hash;
             return wrong;",
            json!(NAMES),
        )
        .await?;
    ensure!(wrong.is_empty(), "{wrong:#?}");
    // With each name the text comes anew.
    page.until_ready_times(1 + NAMES.len()).await?;
    page.nothing_went_wrong_with(1 + NAMES.len()).await
}

/// As in programs that keep the page from before, hidden.
async fn of_elements_with_one_name_one_that_is_hidden_leaves_links_to_the_next(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/namesakes.html")
        .await?;
    page.until_ready_times(4).await?;
    page.ask::<()>(
        "for (const it of recorded.all) it.closeAll();
         recorded.all[1].style.display = 'none';
         location.hash = 'lupus-car-t-symptoms';",
    )
    .await?;
    open_in_each(&page, ["off", "", "symptoms", ""], "with one hidden").await?;
    page.ask::<()>(
        "for (const it of recorded.all) it.closeAll();
         recorded.all[1].style.display = '';
         location.hash = 'lupus-car-t-risks';",
    )
    .await?;
    open_in_each(&page, ["off", "risks", "", ""], "shown again").await
}

async fn of_elements_with_one_name_the_first_answers(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/namesakes.html")
        .await?;
    page.go("fixtures/hosts/namesakes.html?2#lupus-car-t-risks")
        .await?;
    page.until_ready_times(4).await?;
    open_in_each(&page, ["off", "risks", "", ""], "at the start").await?;
    page.ask::<()>(
        "for (const it of recorded.all) it.closeAll(); location.hash = 'lupus-car-t-symptoms';",
    )
    .await?;
    open_in_each(&page, ["off", "symptoms", "", ""], "later").await?;
    page.ask::<()>(
        "recorded.all.forEach((it) => it.closeAll());
         recorded.all[1].remove();
         location.hash = 'lupus-car-t-risks';",
    )
    .await?;
    open_in_each(&page, ["off", "gone", "risks", ""], "without the first").await
}

/// Waits until of each element the one section is open; none where it is empty, or says why there is none.
async fn open_in_each(page: &Page<'_>, sections: [&str; 4], when: &str) -> Result<()> {
    page.settle().await?;
    let script = "return it.every((section, at) => {
        const { shadowRoot } = recorded.all[at];
        const open = [...shadowRoot.querySelectorAll('.section-body:not([hidden])')].map(({ id }) => id);
        return section === 'gone' || String(open) === (section && section !== 'off' ? `${section}-body` : '');
      });";
    page.until(when, async || page.ask_about(script, json!(sections)).await)
        .await
}

async fn without_links_the_address_opens_nothing(browser: &Browser) -> Result<()> {
    for file in ["without-links.html", "without-links.html?framed"] {
        let page = browser
            .open(
                Site::default().host_under(""),
                &format!("fixtures/hosts/{file}#lupus-car-t-risks"),
            )
            .await?;
        page.until_ready().await?;
        if file.contains('?') {
            page.element(".frame").await?.enter_frame().await?;
        }
        page.until_open(&["at-a-glance"]).await?;
        browser.driver.enter_default_frame().await?;
    }
    Ok(())
}

async fn a_word_that_every_object_has_is_no_language(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    let words = [
        "constructor",
        "__proto__",
        "toString",
        "hasOwnProperty",
        "valueOf",
    ];
    for word in words {
        page.ask_about::<()>(
            "host.lang = it; document.documentElement.lang = it;",
            json!(word),
        )
        .await?;
        page.settle().await?;
        ensure!(!page.text("#risks-button").await?.is_empty(), "{word}");
        page.ask_about::<()>(
            "const made = document.createElement('lupus-car-t');
             made.lang = it;
             made.loading = 'eager';
             document.querySelector('main').prepend(made);",
            json!(word),
        )
        .await?;
        page.until_enabled("#risks-button").await?;
        page.ask::<()>("host.remove();").await?;
    }
    for word in words {
        page.go(&format!("frame.html?lang={word}")).await?;
        page.until_ready().await?;
        super::has_every_word(&page).await?;
    }
    Ok(())
}

async fn inside_a_drawing_it_works(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/drawing.html")
        .await?;
    super::works(&page).await
}
