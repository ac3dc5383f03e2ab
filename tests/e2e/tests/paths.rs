//! "Where are you?": lists of sections that lead on from one to the next.

mod asked_for;

use anyhow::{Context, Result, ensure};
use e2e::{
    browsers::{Browser, Engine},
    in_every_engine,
    page::Page,
    site::Site,
};
use serde_json::json;
use thirtyfour::Key;

use crate::without_script::NO_SCRIPT;

in_every_engine!(
    a_path_leads_from_its_first_section_to_the_questions,
    a_path_is_followed_by_keyboard,
    another_path_takes_the_place_of_the_first,
    without_script_a_path_is_a_list_of_links,
    what_leads_on_is_in_the_words_of_the_page,
    paths_stay_off_paper,
);

/// The ids of the sections of a path, from its links.
async fn steps(page: &Page<'_>, path: &str) -> Result<Vec<String>> {
    let script = "return all(`#path-${it} a`).map((link) => link.dataset.section);";
    let steps: Vec<String> = page.ask_about(script, json!(path)).await?;
    ensure!(steps.len() > 2, "the steps of {path} are {steps:?}");
    Ok(steps)
}

/// What stands at the end of a section: its words, and the section that its link leads to.
async fn end_of(page: &Page<'_>, section: &str) -> Result<Option<(String, Option<String>)>> {
    let script = "const step = root.querySelector(`#${it}-body > .section-foot > .next-step`);
                  return step && [step.textContent, step.querySelector('a')?.dataset.section ?? null];";
    page.ask_about(script, json!(section)).await
}

async fn a_path_leads_from_its_first_section_to_the_questions(browser: &Browser) -> Result<()> {
    for runs in [true, false] {
        let page = browser.open_with_yew(runs, "index.html").await?;
        let steps = steps(&page, "caregiver").await?;
        ensure!(
            end_of(&page, "at-a-glance").await?.is_none(),
            "nobody has chosen a path"
        );
        page.click("#path-caregiver > summary").await?;
        page.click("#path-caregiver a").await?;
        for (index, step) in steps.iter().enumerate() {
            let button = format!("{step}-button");
            page.until(&format!("the focus on {button}"), async || {
                Ok(page.is_open(step).await? && page.focus().await? == button)
            })
            .await?;
            page.until_enabled(&format!("#{step}-body .next-step > a"))
                .await?;
            let (words, next) = end_of(&page, step)
                .await?
                .with_context(|| format!("{step} leads nowhere"))?;
            let wanted = steps.get(index + 1).map_or("questions", String::as_str);
            ensure!(next.as_deref() == Some(wanted), "{step} leads to {next:?}");
            let position = format!("Step {} of {}", index + 1, steps.len());
            ensure!(words.starts_with(&position), "{step}: {words}");
            page.click(&format!("#{step}-body .next-step > a")).await?;
        }
        page.until("the questions", async || {
            Ok(page.focus().await? == "questions-button")
        })
        .await?;
        ensure!(end_of(&page, "questions").await?.is_none());
    }
    Ok(())
}

async fn a_path_is_followed_by_keyboard(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    let steps = steps(&page, "trial").await?;
    page.focus_on("#path-trial > summary").await?;
    page.press(Key::Enter).await?;
    page.until("the path to open", async || {
        page.ask("return one('#path-trial').open;").await
    })
    .await?;
    page.focus_on("#path-trial a").await?;
    page.press(Key::Enter).await?;
    for [step, next] in steps.array_windows() {
        page.until(&format!("the focus on {step}"), async || {
            Ok(page.focus().await? == format!("{step}-button"))
        })
        .await?;
        page.focus_on(&format!("#{step}-body .next-step > a"))
            .await?;
        page.press(Key::Enter).await?;
        page.until(&format!("{next} to open"), async || {
            page.is_open(next).await
        })
        .await?;
    }
    page.nothing_went_wrong().await
}

async fn another_path_takes_the_place_of_the_first(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    page.ask::<()>("host.openAll(); one('#path-trial').open = one('#path-caregiver').open = true;")
        .await?;
    page.until_all_open().await?;
    for path in ["trial", "caregiver"] {
        let steps = steps(&page, path).await?;
        page.click(&format!("#path-{path} a")).await?;
        page.until(&format!("the steps of {path}"), async || {
            let mut of_path = page
                .ask::<Vec<String>>(
                    "return all('.next-step').map((it) => it.closest('.section').id.replace('section-', ''));",
                )
                .await?;
            let mut wanted = steps.clone();
            of_path.sort();
            wanted.sort();
            Ok(of_path == wanted)
        })
        .await?;
        // Led there: what scrolls in the next frame would have the next click miss.
        page.until("the first of them in focus", async || {
            Ok(page.focus().await? == format!("{}-button", steps[0]))
        })
        .await?;
    }
    // The text comes anew, and the reader goes on.
    page.ask::<()>("host.headingLevel = '3';").await?;
    page.until("headings of another level", async || {
        page.ask("return !!root.querySelector('h3.section-heading');")
            .await
    })
    .await?;
    let [first, ..] = &steps(&page, "caregiver").await?[..] else {
        unreachable!("it has steps");
    };
    ensure!(
        end_of(&page, first).await?.is_some(),
        "{first} leads nowhere any more"
    );
    let open: Vec<String> = page
        .ask("return all('.path[open]').map(({ id }) => id);")
        .await?;
    ensure!(open == ["path-caregiver"], "{open:?} stand open");
    page.until_ready_times(2).await?;
    page.nothing_went_wrong_with(2).await
}

async fn without_script_a_path_is_a_list_of_links(browser: &Browser) -> Result<()> {
    let site = Site::default().under(NO_SCRIPT).unrecorded();
    let page = browser.open(site, "index.html").await?;
    let steps = steps(&page, "not-controlled").await?;
    let is_shown = "return all('#path-not-controlled li').filter(shown).length;";
    ensure!(
        page.ask::<usize>(is_shown).await? == 0,
        "it stands open already"
    );
    page.element("#path-not-controlled > summary")
        .await?
        .click()
        .await?;
    ensure!(page.ask::<usize>(is_shown).await? == steps.len());
    let named: bool = page
        .ask(
            "return all('#path-not-controlled a').every((link) =>
               link.hash === `#lupus-car-t-${link.dataset.section}`
               && link.textContent.trim() === one(`#${link.dataset.section}-button`).textContent.trim());",
        )
        .await?;
    ensure!(named, "a step has another name or address than its section");
    Ok(())
}

/// A browser that translates has put other words into the headings.
async fn what_leads_on_is_in_the_words_of_the_page(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    page.ask::<()>(
        "one('#symptoms-button').lastChild.textContent = 'Zeichen $& der Krankheit';
         one('#path-newly-diagnosed').open = true;",
    )
    .await?;
    page.click("#path-newly-diagnosed a").await?;
    let total = steps(&page, "newly-diagnosed").await?.len();
    page.until("the way to the next step", async || {
        Ok(end_of(&page, "what-is-lupus").await?
            == Some((
                format!("Step 1 of {total} Next: Zeichen $& der Krankheit"),
                Some("symptoms".to_owned()),
            )))
    })
    .await
}

async fn paths_stay_off_paper(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/hosts/plain.html")
        .await?;
    page.until_ready().await?;
    page.ask::<()>("host.path = 'trial';").await?;
    page.until("a step", async || {
        page.ask("return all('.next-step').some(shown);").await
    })
    .await?;
    // On the screen, WebKit does not come to an end with the rules for closed sections.
    if page.browser.engine == Engine::WebKit {
        return Ok(());
    }
    page.show_as_on_paper().await?;
    let seen: usize = page
        .ask("return all('.paths, .next-step').filter(shown).length;")
        .await?;
    ensure!(seen == 0, "{seen} of them are on paper");
    page.show_as_on_screen().await
}
