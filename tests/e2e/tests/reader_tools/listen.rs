//! A section is read aloud, sentence by sentence, by a voice of the reader's own device.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page};
use serde::Deserialize;
use thirtyfour::Key;

use super::{give_voice, open};

in_every_engine!(
    listening_is_offered_only_where_the_device_has_a_voice,
    a_section_is_read_sentence_by_sentence_and_marked,
    reading_pauses_goes_on_and_changes_its_speed,
    reading_stops_with_its_section_and_its_element,
    a_sentence_whose_end_is_not_told_does_not_end_the_reading,
);

/// A sentence as it was given to the engine.
#[derive(Debug, Deserialize)]
struct Said {
    text: String,
    rate: f64,
    voice: String,
}

const LISTEN: &str = "#section-at-a-glance [data-tool=listen]";

async fn said(page: &Page<'_>) -> Result<Vec<Said>> {
    page.ask("return speech.said;").await
}

async fn reading(page: &Page<'_>) -> Result<String> {
    page.ask("return one('.mount').dataset.reading ?? '';")
        .await
}

async fn listening_is_offered_only_where_the_device_has_a_voice(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    let offered = async || {
        page.ask::<bool>("return all('[data-tool=listen]').some(shown);")
            .await
    };
    ensure!(!offered().await?, "offered without any voice");
    page.ask::<()>(
        "speech.find({ name: 'Fremd', lang: 'de-DE', localService: true, default: true });",
    )
    .await?;
    ensure!(
        !offered().await?,
        "offered with a voice for another language"
    );
    page.ask::<()>(
        "speech.find({ name: 'Far', lang: 'en-US', localService: false, default: true });",
    )
    .await?;
    ensure!(
        !offered().await?,
        "offered with a voice that sends the text away"
    );
    // Android spells it so.
    page.ask::<()>(
        "speech.find({ name: 'Own', lang: 'en_GB', localService: true, default: false });",
    )
    .await?;
    ensure!(offered().await?, "not offered with a voice");
    page.nothing_went_wrong().await
}

async fn a_section_is_read_sentence_by_sentence_and_marked(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    give_voice(&page).await?;
    page.click(LISTEN).await?;
    let heading: String = page
        .ask("return one('#at-a-glance-button').textContent.trim().replaceAll('\\u2060', '');")
        .await?;
    let first = &said(&page).await?[0];
    ensure!(first.text == heading && first.voice == "Own", "{first:?}");
    let marks: bool = page.ask("return !!window.Highlight;").await?;
    for _ in 0..5 {
        page.ask::<()>("speech.end();").await?;
        let Some(last) = said(&page).await?.pop() else {
            anyhow::bail!("nothing is said");
        };
        if marks {
            let marked: String = page
                .ask(
                    "const marked = [...CSS.highlights.get('lct-reading')].join('');
                     return marked.replaceAll('\\u2060', '').replace(/\\[\\d+\\]/g, '');",
                )
                .await?;
            ensure!(
                marked.trim() == last.text,
                "marked is `{marked}`, said `{}`",
                last.text
            );
        }
        let seen: bool = page
            .ask(
                "if (!window.Highlight) return true;
                 const [range] = CSS.highlights.get('lct-reading');
                 const { top, bottom } = range.getBoundingClientRect();
                 return top >= 0 && bottom <= innerHeight;",
            )
            .await?;
        ensure!(seen, "`{}` is out of view", last.text);
    }
    page.ask::<()>("while (speech.current) speech.end();")
        .await?;
    ensure!(reading(&page).await?.is_empty(), "the controls stay");
    let all = said(&page).await?;
    ensure!(all.len() > 8, "only {all:?}");
    for Said { text, .. } in &all {
        let noise = ["Share", "Close this section", "Source ", "[1]"];
        ensure!(
            !noise.iter().any(|it| text.contains(it)),
            "`{text}` is read"
        );
    }
    let focus: String = page.ask("return focused().dataset.tool ?? '';").await?;
    ensure!(focus == "listen", "the focus is left at `{focus}`");
    page.nothing_went_wrong().await
}

async fn reading_pauses_goes_on_and_changes_its_speed(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    give_voice(&page).await?;
    page.focus_on(LISTEN).await?;
    page.press(Key::Enter).await?;
    page.until("the focus on the controls", async || {
        page.ask("return focused().dataset.tool === 'pause';").await
    })
    .await?;
    page.ask::<()>("speech.end();").await?;
    let before = said(&page).await?.len();
    page.press(Key::Enter).await?;
    ensure!(reading(&page).await? == "paused", "it goes on");
    let silent: bool = page.ask("return speech.current === null;").await?;
    ensure!(silent, "it speaks while it is paused");
    page.press(Key::Space).await?;
    ensure!(reading(&page).await? == "on", "it stays paused");
    let after = said(&page).await?;
    ensure!(
        after.len() == before + 1 && after[before].text == after[before - 1].text,
        "it does not go on where it was: {after:?}"
    );

    page.ask::<()>(
        "const select = one('.player select'); select.selectedIndex = 3;
         select.dispatchEvent(new Event('change', { bubbles: true }));",
    )
    .await?;
    let last = said(&page).await?.pop();
    ensure!(
        last.as_ref()
            .is_some_and(|it| (it.rate - 1.5).abs() < f64::EPSILON),
        "{last:?}"
    );
    page.focus_on("[data-tool=stop]").await?;
    page.press(Key::Escape).await?;
    ensure!(reading(&page).await?.is_empty(), "Escape does not end it");
    page.nothing_went_wrong().await
}

async fn reading_stops_with_its_section_and_its_element(browser: &Browser) -> Result<()> {
    let page = open(browser, "plain").await?;
    give_voice(&page).await?;
    page.click(LISTEN).await?;
    page.click_section("risks").await?;
    ensure!(reading(&page).await? == "on", "another section ends it");
    page.click("#section-risks [data-tool=listen]").await?;
    let heading = said(&page).await?.pop().map(|it| it.text);
    ensure!(
        heading.as_deref() == Some("Risks and burdens"),
        "{heading:?}"
    );
    page.ask::<()>("host.closeSection('risks');").await?;
    page.until("it to end", async || Ok(reading(&page).await?.is_empty()))
        .await?;
    page.click(LISTEN).await?;
    page.ask::<()>("host.remove();").await?;
    page.until("it to end", async || {
        Ok(page
            .browser
            .driver
            .execute(
                "return speech.current === null && !window.CSS.highlights?.size;",
                vec![],
            )
            .await?
            .json()
            == true)
    })
    .await
}

async fn a_sentence_whose_end_is_not_told_does_not_end_the_reading(
    browser: &Browser,
) -> Result<()> {
    let page = open(browser, "plain").await?;
    give_voice(&page).await?;
    page.click(LISTEN).await?;
    page.ask::<()>("speech.end(false);").await?;
    page.until("the next sentence", async || {
        Ok(said(&page).await?.len() == 2)
    })
    .await?;
    page.nothing_went_wrong().await
}
