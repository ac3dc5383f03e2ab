//! What fails for one explainer of a page is its own, and what is in the page counts.

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::Browser,
    in_every_engine,
    page::Page,
    site::{Answer, Site},
};
use serde_json::json;

use crate::handover::open_without_yew;

in_every_engine!(
    what_cannot_start_is_the_failure_of_its_element_alone,
    what_stops_webassembly_later_is_the_failure_of_its_element_alone,
    sections_that_change_just_before_the_takeover_are_shown,
    marks_that_nobody_sees_divide_a_list,
);

/// How often an element was ready, and which stages failed.
type Told = (usize, &'static [&'static str]);

/// Waits until the two elements of the page have been told this.
async fn until_told(page: &Page<'_>, first: Told, second: Told) -> Result<()> {
    let awaited = json!([[first.0, first.1], [second.0, second.1]]);
    let mut last = json!(null);
    let waited = page
        .until("each to be told of its own", async || {
            last = page
                .ask(
                    "const elements = [...document.querySelectorAll('lupus-car-t')];
                     return elements.map(({ id }) => {
                       const of = (name) => recorded.events.filter((it) => it.name === name && it.element === id);
                       return [of('lct-ready').length, of('lct-error').map(({ detail }) => detail.stage)];
                     });",
                )
                .await?;
            Ok(last == awaited)
        })
        .await;
    waited.with_context(|| format!("{last} and not {awaited}"))
}

/// Where the controls of a figure are to stand, nothing can be put.
const BREAK: &str = "const { shadowRoot } = document.querySelectorAll('lupus-car-t')[it];
    for (const room of shadowRoot.querySelectorAll('[data-choose] > div'))
      room.insertBefore = () => { throw new TypeError('not here'); };";

async fn what_cannot_start_is_the_failure_of_its_element_alone(browser: &Browser) -> Result<()> {
    for broken in [0_usize, 1] {
        let site = Site::default().answering(".wasm", Answer::Held);
        let page = browser.open(site, "fixtures/two-elements.html").await?;
        page.until("both texts", async || {
            page.ask(
                "return [...document.querySelectorAll('lupus-car-t')]
                   .every(({ shadowRoot }) => shadowRoot?.querySelector('#about-button:enabled'));",
            )
            .await
        })
        .await?;
        page.ask_about::<()>(BREAK, json!(broken)).await?;
        page.server.release();
        // The first has begun already when the second fails, and begins anew.
        let (failed, whole): (Told, Told) = ((0, &["start"]), (1 + broken, &[]));
        let (first, second) = if broken == 0 {
            (failed, whole)
        } else {
            (whole, failed)
        };
        until_told(&page, first, second)
            .await
            .with_context(|| format!("number {broken} is broken"))?;
        for selector in ["#second", "lupus-car-t"] {
            page.turn_to(selector).await?;
            page.ask::<()>("host.closeAll();").await?;
            page.until_open(&[]).await?;
            page.click_section("risks").await?;
            page.until_open(&["risks"]).await?;
        }
    }
    Ok(())
}

/// How a reader uses an explainer so that its WebAssembly puts something in.
const USES: [(&str, &str); 2] = [
    (
        "a question that is ticked",
        "one('.question > input').click();",
    ),
    (
        "words that are looked for",
        "const field = one('.search-input');
         field.value = 'fever';
         field.dispatchEvent(new Event('input', { bubbles: true }));",
    ),
];

/// A page has changed how nodes are put into one of its explainers, and the other was used before.
async fn what_stops_webassembly_later_is_the_failure_of_its_element_alone(
    browser: &Browser,
) -> Result<()> {
    for (what, act) in USES {
        for [broken, whole] in [["#first", "#second"], ["#second", "#first"]] {
            let page = browser
                .open(Site::default(), "fixtures/two-elements.html")
                .await?;
            page.until_ready_times(2).await?;
            for (element, section) in [(broken, "questions"), (whole, "risks")] {
                page.turn_to(element).await?;
                page.click(".search-button").await?;
                page.until("the search", async || {
                    page.ask("return shown(one('.search-input'));").await
                })
                .await?;
                page.ask_about::<()>("host.openAll(); host.openSection(it);", json!(section))
                    .await?;
                page.until_all_open().await?;
            }
            page.turn_to(broken).await?;
            page.ask::<()>(
                "const real = Node.prototype.insertBefore;
                 Node.prototype.insertBefore = function (...given) {
                   if (this.getRootNode() === root) throw new TypeError('not here');
                   return real.apply(this, given);
                 };",
            )
            .await?;
            page.ask::<()>(act).await?;
            is_the_failure_of(&page, broken, whole)
                .await
                .with_context(|| format!("{what} in {broken}"))?;
        }
    }
    Ok(())
}

/// Fails unless the one has told that its WebAssembly has stopped and goes on by script, and the other has all.
async fn is_the_failure_of(page: &Page<'_>, broken: &str, whole: &str) -> Result<()> {
    let (failed, begun_anew): (Told, Told) = ((1, &["run"]), (2, &[]));
    if broken == "#first" {
        until_told(page, failed, begun_anew).await?;
    } else {
        until_told(page, begun_anew, failed).await?;
    }
    for (element, searches) in [(broken, false), (whole, true)] {
        page.turn_to(element).await?;
        page.ask::<()>("host.closeAll();").await?;
        page.until_open(&[]).await?;
        page.click_section("risks").await?;
        page.until_open(&["risks"]).await?;
        let offered: bool = page.ask("return shown(one('.search-button'));").await?;
        ensure!(
            offered == searches,
            "the search of {element} is offered: {offered}"
        );
    }
    page.click(".search-button").await?;
    page.type_words("nephritis").await?;
    page.until("words that are found", async || {
        page.ask("return all('.search-result').filter(shown).length > 0;")
            .await
    })
    .await
}

/// The attribute changes once the WebAssembly is there, before it is used.
async fn sections_that_change_just_before_the_takeover_are_shown(browser: &Browser) -> Result<()> {
    for sections in ["risks symptoms", "sources", "nonsense"] {
        let page = open_without_yew(browser, "index.html").await?;
        page.ask_about::<()>(
            "for (const name of ['instantiate', 'instantiateStreaming']) {
               const real = window.WebAssembly[name];
               window.WebAssembly[name] = async (...given) => {
                 const made = await real.apply(window.WebAssembly, given);
                 host.setAttribute('sections', it);
                 return made;
               };
             }",
            json!(sections),
        )
        .await?;
        page.server.release();
        let wanted: Vec<&str> = if sections == "nonsense" {
            vec![]
        } else {
            sections.split(' ').collect()
        };
        page.until("the sections that are asked for", async || {
            let shown: Vec<String> = page.sections().await?.into_iter().map(|it| it.id).collect();
            Ok(shown == wanted || (wanted.is_empty() && shown.len() > 10))
        })
        .await
        .context(sections)?;
        page.until_ready().await?;
        let errors = page.events("lct-error").await?;
        ensure!(errors.is_empty(), "{sections}: {errors:?}");
    }
    Ok(())
}

/// A byte-order mark, NEL, a space of no width and others come with text that is pasted.
async fn marks_that_nobody_sees_divide_a_list(browser: &Browser) -> Result<()> {
    let page = open_without_yew(browser, "fixtures/hosts/plain.html").await?;
    let pasted =
        "\u{feff}risks\u{85}symptoms\u{200b}sources\u{a0}\u{2060}questions\u{202f}about\u{feff}";
    let wanted = ["risks", "symptoms", "sources", "questions", "about"];
    page.ask_about::<()>(
        "host.setAttribute('sections', it);
         host.setAttribute('open', '\\uFEFFsymptoms\\u0085');
         host.setAttribute('theme', '\\u200Bdark\\uFEFF');",
        json!(pasted),
    )
    .await?;
    page.server.release();
    page.until("the sections that are asked for", async || {
        let shown: Vec<String> = page.sections().await?.into_iter().map(|it| it.id).collect();
        Ok(shown == wanted)
    })
    .await?;
    page.until_open(&["symptoms"]).await?;
    page.until_ready().await?;
    let theme: String = page.ask("return one('.mount').dataset.theme;").await?;
    ensure!(theme == "dark", "the theme is {theme:?}");
    let said: Vec<String> = page.ask("return recorded.console;").await?;
    ensure!(said.is_empty(), "{said:?}");
    Ok(())
}
