//! The figures: looked at part by part, by keyboard, mouse and finger.

mod choices;
mod tree;

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_chromium, in_every_engine, page::Page, site::Site};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

in_every_engine!(
    each_part_is_chosen_by_keyboard,
    a_place_is_chosen_on_the_map,
    studies_are_filtered_by_kind,
    axe_finds_nothing_while_a_part_is_chosen,
    each_dot_is_drawn,
    nothing_is_wider_than_a_small_phone,
);

in_chromium!(a_finger_chooses_a_place);

/// The sections with a figure to choose from, each with how many parts it has.
const TOURS: [(&str, usize); 3] = [("symptoms", 8), ("what-is-car-t", 4), ("step-by-step", 10)];

async fn each_part_is_chosen_by_keyboard(browser: &Browser) -> Result<()> {
    for (section, parts) in TOURS {
        let page = open(browser, section).await?;
        let all = chosen(&page, section).await?;
        ensure!(all.numbers.len() == parts, "{section} shows {all:?}");
        for part in 1..=parts {
            page.ask_about::<()>(
                "all(`#${it[0]}-body .picks:first-child > .pick`)[it[1]].focus();",
                json!([section, part]),
            )
            .await?;
            page.press(Key::Enter).await?;
            until_chosen(&page, section, part).await?;
        }
        // Back and on again, one by one.
        let step = |name: &str| format!("#{section}-body .picks:last-child > .pick{name}");
        page.focus_on(&step(":first-child")).await?;
        page.press(Key::Space).await?;
        until_chosen(&page, section, parts - 1).await?;
        page.focus_on(&step(":nth-of-type(2)")).await?;
        page.press(Key::Enter).await?;
        until_chosen(&page, section, parts).await?;
        page.ask_about::<()>(
            "one(`#${it}-body .picks:first-child > .pick`).focus();",
            json!(section),
        )
        .await?;
        page.press(Key::Enter).await?;
        page.until("all parts to be shown again", async || {
            Ok(chosen(&page, section).await? == all)
        })
        .await?;
        page.nothing_went_wrong().await?;
    }
    Ok(())
}

async fn a_place_is_chosen_on_the_map(browser: &Browser) -> Result<()> {
    let page = open(browser, "symptoms").await?;
    for place in [3, 4] {
        page.click(&format!(".place[data-chooses='{place}'] .badge-number"))
            .await?;
        until_chosen(&page, "symptoms", place).await?;
        let marked: Vec<String> = page
            .ask("return all('.chosen').map((it) => it.dataset.chooses);")
            .await?;
        ensure!(
            marked == [place.to_string()],
            "marked on the map: {marked:?}"
        );
    }
    page.nothing_went_wrong().await
}

async fn a_finger_chooses_a_place(browser: &Browser) -> Result<()> {
    let page = open(browser, "symptoms").await?;
    let [x, y]: [f64; 2] = page
        .ask(
            "const badge = one('.place[data-chooses=\"5\"] .badge');
             badge.scrollIntoView({ block: 'center', behavior: 'instant' });
             const { x, y, width, height } = badge.getBoundingClientRect();
             return [x + width / 2, y + height / 2];",
        )
        .await?;
    for (kind, points) in [
        ("touchStart", json!([{ "x": x, "y": y }])),
        ("touchEnd", json!([])),
    ] {
        let touch = json!({ "type": kind, "touchPoints": points });
        browser.devtools("Input.dispatchTouchEvent", touch).await?;
    }
    until_chosen(&page, "symptoms", 5).await?;
    page.nothing_went_wrong().await
}

async fn studies_are_filtered_by_kind(browser: &Browser) -> Result<()> {
    let page = open(browser, "since-2022").await?;
    let shown = "return all('#since-2022-body .card').filter(shown)
                   .map((it) => it.querySelector('.card-date').textContent);";
    let all: Vec<String> = page.ask(shown).await?;
    let kinds: Vec<String> = page
        .ask("return all('#since-2022-body .pick').map((it) => it.textContent);")
        .await?;
    ensure!(all.len() > 6 && kinds.len() > 3, "{all:?}, {kinds:?}");
    for (number, kind) in kinds.iter().enumerate().skip(1) {
        page.click(&format!(
            "#since-2022-body .pick:nth-of-type({})",
            number + 1
        ))
        .await?;
        let wanted: Vec<&String> = all.iter().filter(|it| it.ends_with(kind)).collect();
        ensure!(!wanted.is_empty(), "no study is one of {kind}");
        page.until(&format!("only {kind}"), async || {
            let now: Vec<String> = page.ask(shown).await?;
            Ok(now.iter().eq(wanted.iter().copied()))
        })
        .await?;
    }
    page.nothing_went_wrong().await
}

async fn axe_finds_nothing_while_a_part_is_chosen(browser: &Browser) -> Result<()> {
    for theme in ["light", "dark"] {
        let page = open(browser, "symptoms").await?;
        page.ask::<()>(&format!("host.theme = '{theme}'; host.openAll();"))
            .await?;
        for (section, _) in TOURS {
            page.ask_about::<()>("all(`#${it}-body .pick`)[2].click();", json!(section))
                .await?;
            until_chosen(&page, section, 2).await?;
        }
        page.axe_finds_nothing(theme).await?;
    }
    Ok(())
}

/// Every person is a dot, and no other.
async fn each_dot_is_drawn(browser: &Browser) -> Result<()> {
    let page = open(browser, "risks").await?;
    let counted: Vec<[usize; 2]> = page
        .ask(
            "return all('#risks-body .shares > li').map((share) => {
               const path = share.querySelector('.dots-some');
               const point = path.ownerSVGElement.createSVGPoint();
               let drawn = 0;
               for (point.y = 5; point.y < 60; point.y += 10)
                 for (point.x = 5; point.x < 300; point.x += 10) drawn += path.isPointInStroke(point);
               return [parseInt(share.querySelector('.share-count').textContent), drawn];
             });",
        )
        .await?;
    ensure!(counted.len() == 5, "{counted:?}");
    ensure!(
        counted.iter().all(|[said, drawn]| said == drawn),
        "said and drawn: {counted:?}"
    );
    Ok(())
}

async fn nothing_is_wider_than_a_small_phone(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "framed/320/index.html")
        .await?;
    page.enter_frame().await?;
    page.until_ready().await?;
    page.ask::<()>("host.openAll();").await?;
    for (section, _) in TOURS {
        page.ask_about::<()>("all(`#${it}-body .pick`)[2].click();", json!(section))
            .await?;
        until_chosen(&page, section, 2).await?;
    }
    let bad: Vec<String> = page
        .ask(
            "const bad = all('.pick').filter((it) => shown(it) && it.getBoundingClientRect().height < 44);
             const wide = all('.figure *').filter((it) => it.getBoundingClientRect().right > innerWidth + 0.5);
             return [...bad, ...wide].map((it) => it.outerHTML.slice(0, 100));",
        )
        .await?;
    ensure!(bad.is_empty(), "{bad:#?}");
    Ok(())
}

/// Which parts are shown, by the numbers before their names, and which button is pressed.
#[derive(Debug, Deserialize, PartialEq)]
struct Chosen {
    numbers: Vec<usize>,
    pressed: Vec<usize>,
}

async fn chosen(page: &Page<'_>, section: &str) -> Result<Chosen> {
    page.ask_about(
        "const stops = all(`#${it}-body .stop`).filter(shown);
         const picks = all(`#${it}-body .picks:first-child > .pick`);
         return {
           numbers: stops.map((stop) => Number(stop.querySelector('.stop-title').dataset.number)),
           pressed: picks.flatMap((pick, number) => (pick.getAttribute('aria-pressed') === 'true' ? [number] : [])),
         };",
        json!(section),
    )
    .await
}

async fn until_chosen(page: &Page<'_>, section: &str, part: usize) -> Result<()> {
    page.until(&format!("part {part} of {section} alone"), async || {
        let Chosen { numbers, pressed } = chosen(page, section).await?;
        Ok(numbers == [part] && pressed == [part])
    })
    .await
}

/// Opens a page at a section, with its figure to choose from.
async fn open<'browser>(browser: &'browser Browser, section: &str) -> Result<Page<'browser>> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    page.ask_about::<()>("host.openSection(it);", json!(section))
        .await?;
    page.until("the section to be open", async || {
        page.is_open(section).await
    })
    .await?;
    Ok(page)
}
