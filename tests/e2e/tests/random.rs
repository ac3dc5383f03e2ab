//! Whatever a page does with its elements, in whatever order, the words stay and the buttons are right.

use anyhow::{Context, Result, ensure};
use e2e::{browsers::Browser, in_every_engine, site::Site};
use serde_json::json;

use crate::hosts::{has_every_word, opens_by_its_buttons};

in_every_engine!(two_thousand_random_acts_leave_all_words_and_buttons_right);

const ACTS: u32 = 2_000;
/// So many at a time, so that no single wait is long.
const PIECE: u32 = 100;

/// Does `it.acts` random acts, the same for the same `it.seed`. Every now and then the page is drawn.
const ACT: &str = "
    let state = it.seed;
    // A linear congruential generator: what it gives is the same in each engine.
    const random = (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const one_of = (list) => list[random(list.length)];
    const ids = ['at-a-glance', 'risks', 'questions', 'step-by-step', 'sources', 'nonsense'];
    const values = {
      theme: ['auto', 'light', 'dark', 'blue'],
      open: ['all', 'none', 'risks', 'nonsense'],
      sections: ['all', 'risks', 'questions risks', 'nonsense'],
      'heading-level': ['2', '3', '5', '9'],
      lang: ['en', 'en-GB', 'xx'],
      links: ['on', 'off'],
      loading: ['lazy', 'eager'],
      remember: ['none', 'session'],
      feedback: ['on', 'off'],
    };
    window.elements ??= [...document.querySelectorAll('lupus-car-t')];
    const acts = [
      (element) => { const name = one_of(Object.keys(values)); element.setAttribute(name, one_of(values[name])); },
      (element) => element.removeAttribute(one_of(Object.keys(values))),
      (element) => element.openSection(one_of(ids)),
      (element) => element.closeSection(one_of(ids)),
      (element) => element[one_of(['openAll', 'closeAll'])](),
      (element) => { location.hash = `${element.id}-${one_of(ids)}`; },
      (element) => document.querySelector('main').prepend(element),
      (element) => { element.remove(); setTimeout(() => document.body.append(element)); },
      (element) => element.shadowRoot?.querySelector('.section-button:enabled')?.click(),
    ];
    for (let act = 0; act < it.acts; act += 1) {
      one_of(acts)(one_of(elements));
      if (random(8) === 0) await new Promise(requestAnimationFrame);
    }
    return null;";

async fn two_thousand_random_acts_leave_all_words_and_buttons_right(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(Site::default(), "fixtures/two-elements.html")
        .await?;
    page.ask::<()>(
        "const third = document.querySelector('#second').cloneNode();
         third.id = 'third';
         document.querySelector('main').append(third);",
    )
    .await?;
    page.until_ready_times(3).await?;
    let total = page.sections().await?.len();
    for seed in 0..ACTS / PIECE {
        page.ask_patiently::<()>(ACT, json!({ "seed": seed, "acts": PIECE }))
            .await
            .with_context(|| format!("with the seed {seed}"))?;
    }
    page.ask_patiently::<()>(
        "await new Promise((resolve) => setTimeout(resolve));
         for (const element of elements) {
           for (const name of element.getAttributeNames()) if (name !== 'id') element.removeAttribute(name);
           if (!element.isConnected) document.body.append(element);
         }
         return null;",
        json!(null),
    )
    .await?;
    for id in ["first", "second", "third"] {
        page.turn_to(&format!("#{id}")).await?;
        page.until("all sections, with buttons that are right", async || {
            let sections = page.sections().await?;
            Ok(sections.len() == total
                && sections
                    .iter()
                    .all(|it| it.expanded != it.hidden && it.expanded == it.shown))
        })
        .await
        .context(id)?;
        has_every_word(&page).await.context(id)?;
        opens_by_its_buttons(&page).await.context(id)?;
    }
    let errors: Vec<String> = page.ask("return recorded.errors;").await?;
    ensure!(errors.is_empty(), "{errors:?}");
    Ok(())
}
