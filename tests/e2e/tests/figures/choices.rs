//! What a choice in a figure hides can still be reached, and a choice neither takes the focus away nor says too much.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page};
use serde_json::json;
use thirtyfour::Key;

use super::{TOURS, open, until_chosen};

in_every_engine!(
    what_a_choice_has_hidden_is_shown_before_a_reader_is_led_there,
    the_first_and_the_last_step_keep_the_focus,
    a_choice_is_said_in_one_line,
);

/// The sections with a figure to choose from.
const CHOICES: [&str; 4] = ["symptoms", "what-is-car-t", "step-by-step", "since-2022"];

/// Has a figure hide one of its parts, which is remembered.
const HIDE: &str = "
    const hide = (part) => {
      recorded.part = part;
      const parts = [...part.parentNode.children];
      const picks = [...part.closest('.figure').querySelectorAll('.picks:first-child > .pick')];
      const other = part.matches('.stop') ? picks[(parts.indexOf(part) + 1) % parts.length + 1]
        : picks.slice(1).find((pick) => !part.querySelector('.card-date').textContent.includes(pick.textContent));
      other.click();
    };";

async fn what_a_choice_has_hidden_is_shown_before_a_reader_is_led_there(
    browser: &Browser,
) -> Result<()> {
    for section in CHOICES {
        let page = open(browser, section).await?;
        page.ask_about::<()>(
            &format!("{HIDE} hide(all(`#${{it}}-body :is(.stop, .card)`).at(-1));"),
            json!(section),
        )
        .await?;
        until_hidden(&page).await?;
        page.ask_about::<()>(
            "host.closeSection(it); one('.search-button').click();",
            json!(section),
        )
        .await?;
        page.until("the search", async || {
            page.ask("return all('.search-input').length === 1;").await
        })
        .await?;
        page.ask::<()>(
            "const words = recorded.part.querySelector('.stop-title strong, .card-title strong').textContent;
             const input = one('.search-input');
             input.value = words.replaceAll('\\u2060', '');
             input.dispatchEvent(new Event('input', { bubbles: true }));",
        )
        .await?;
        page.until("results", async || {
            page.ask("return all('.search-result').length > 0;").await
        })
        .await?;
        page.ask_about::<()>(
            "const heading = one(`#${it}-button`).textContent.trim();
             const here = all('.search-result').filter((result) =>
               result.querySelector('.search-place').textContent === heading);
             const title = recorded.part.querySelector('strong').textContent;
             here.find((result) => result.lastElementChild.textContent.includes(title)).click();",
            json!(section),
        )
        .await?;
        until_in_hidden_part(&page, section, "a search result").await?;

        // The way back from a source to its first citation, which stands in what is hidden.
        if let Some(source) = hide_a_first_citation(&page, section).await? {
            let link = format!("#{source} a[data-cited][data-section='{section}']");
            page.ask::<()>("host.openSection('sources');").await?;
            page.until("the list of sources", async || {
                page.ask_about("return all(it).filter(shown).length > 0;", json!(link))
                    .await
            })
            .await?;
            page.ask_about::<()>("one(it).click();", json!(link))
                .await?;
            until_in_hidden_part(&page, section, "`Cited in`").await?;
        }
        page.nothing_went_wrong().await?;
    }
    Ok(())
}

async fn until_hidden(page: &Page<'_>) -> Result<()> {
    page.until("a part to be hidden", async || {
        page.ask("return !shown(recorded.part);").await
    })
    .await
}

/// Has the figure hide a part in which a source is cited for the first time in the section, if there is one.
async fn hide_a_first_citation(page: &Page<'_>, section: &str) -> Result<Option<String>> {
    let find = "
        const known = new Set();
        for (const link of all(`#${it}-body .citation`)) {
          const source = all('.sources > li').find((it) => it.querySelector('a').href === link.href).id;
          const part = link.closest('.stop, .card');
          if (part && !known.has(source)) {
            hide(part);
            return source;
          }
          known.add(source);
        }
        return null;";
    let found: Option<String> = page
        .ask_about(&format!("{HIDE} {find}"), json!(section))
        .await?;
    if found.is_some() {
        until_hidden(page).await?;
    }
    Ok(found)
}

async fn until_in_hidden_part(page: &Page<'_>, section: &str, what: &str) -> Result<()> {
    page.until(&format!("{what} to lead into {section}"), async || {
        page.ask(
            "const place = focused();
             const { top, bottom } = place.getBoundingClientRect();
             return recorded.part.contains(place) && shown(place) && bottom > 0 && top < innerHeight;",
        )
        .await
    })
    .await?;
    let pressed: usize = page
        .ask_about(
            "return all(`#${it}-body .picks:first-child > .pick`)
               .findIndex((pick) => pick.getAttribute('aria-pressed') === 'true');",
            json!(section),
        )
        .await?;
    ensure!(pressed == 0, "{section}: button {pressed} is pressed");
    Ok(())
}

async fn the_first_and_the_last_step_keep_the_focus(browser: &Browser) -> Result<()> {
    for (section, parts) in TOURS {
        let page = open(browser, section).await?;
        let row = format!("#{section}-body .picks:last-child > .pick");
        for (from, step, to) in [(parts - 1, 1, parts), (2, 0, 1)] {
            page.ask_about::<()>(
                "all(`#${it[0]}-body .picks:first-child > .pick`)[it[1]].click();",
                json!([section, from]),
            )
            .await?;
            until_chosen(&page, section, from).await?;
            page.ask_about::<()>(
                "all(it[0])[it[1]].focus({ focusVisible: true });",
                json!([row, step]),
            )
            .await?;
            // The second press finds no part to go to.
            for _ in 0..2 {
                page.press(Key::Enter).await?;
                until_chosen(&page, section, to).await?;
                page.settle().await?;
                let state: (bool, usize, Option<String>) = page
                    .ask_about(
                        "const steps = all(it[0]);
                         return [steps[it[1]] === focused(), steps.length, focused().getAttribute('aria-disabled')];",
                        json!([row, step]),
                    )
                    .await?;
                ensure!(
                    state == (true, 2, Some("true".to_owned())),
                    "{section}, at part {to}: {state:?}"
                );
            }
        }
        page.nothing_went_wrong().await?;
    }
    Ok(())
}

async fn a_choice_is_said_in_one_line(browser: &Browser) -> Result<()> {
    for section in CHOICES {
        let page = open(browser, section).await?;
        // What assistive technology says of a change: all of the live region that holds it.
        page.ask_about::<()>(
            "recorded.said = [];
             const figure = one(`#${it}-body .picks`).closest('.figure');
             new MutationObserver((changes) => {
               for (const { target } of changes) {
                 const place = target.closest ? target : target.parentElement;
                 const live = place?.closest('[aria-live]:not([aria-live=off]), [role=status], [role=log]');
                 if (live && shown(live)) recorded.said.push(live.textContent.trim());
               }
             }).observe(figure, { subtree: true, childList: true, characterData: true, attributes: true });",
            json!(section),
        )
        .await?;
        let buttons: usize = page
            .ask_about(
                "return all(`#${it}-body .picks:first-child > .pick`).length;",
                json!(section),
            )
            .await?;
        let before: Vec<String> = page
            .ask_about(
                "return all(`#${it}-body [role=status]`).map((status) => status.textContent.trim()).filter(Boolean);",
                json!(section),
            )
            .await?;
        ensure!(
            before.is_empty(),
            "{section}: {before:?} is said before a choice"
        );
        for number in (1..buttons).chain([0]) {
            page.ask_about::<()>(
                "recorded.said = []; all(`#${it[0]}-body .picks:first-child > .pick`)[it[1]].click();",
                json!([section, number]),
            )
            .await?;
            page.until("it to be said", async || {
                page.ask("return recorded.said.length > 0;").await
            })
            .await?;
            page.settle().await?;
            let said: Vec<String> = page.ask("return [...new Set(recorded.said)];").await?;
            let right: String = page
                .ask_about(
                    "const parts = all(`#${it[0]}-body :is(.stop, .card)`);
                     const seen = parts.filter(shown);
                     const name = all(`#${it[0]}-body .picks:first-child > .pick`)[it[1]].textContent;
                     const isOne = it[1] > 0 && seen[0].matches('.stop');
                     const number = isOne ? parts.indexOf(seen[0]) + 1 : seen.length;
                     return `${number} of ${parts.length}: ${isOne ? name.replace(/^\\d+ /, '') : name}`;",
                    json!([section, number]),
                )
                .await?;
            ensure!(
                said == [right.clone()],
                "{section}: {said:?} is said, not `{right}`"
            );
        }
        page.nothing_went_wrong().await?;
    }
    Ok(())
}
