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
      mode: ['element', 'frame'],
      base: ['.', 'elsewhere/'],
      region: ['auto', 'none', 'gb', 'xx'],
      path: ['none', 'trial', 'caregiver', 'nonsense'],
      page: ['?p=1', 'https://example.org/', 'nonsense:'],
      id: ['first', 'other', ''],
    };
    window.elements ??= [...document.querySelectorAll('lupus-car-t')];
    const acts = [
      (element) => { const name = one_of(Object.keys(values)); element.setAttribute(name, one_of(values[name])); },
      (element) => element.removeAttribute(one_of(Object.keys(values))),
      (element) => element.openSection(one_of(ids)),
      (element) => element.closeSection(one_of(ids)),
      (element) => element[one_of(['openAll', 'closeAll'])](),
      (element) => { location.hash = `${element.id || 'lupus-car-t'}-${one_of(ids)}`; },
      (element) => document.querySelector('main').prepend(element),
      (element) => { element.remove(); setTimeout(() => document.body.append(element)); },
      (element) => element.shadowRoot?.querySelector('.section-button:enabled')?.click(),
    ];
    for (let act = 0; act < it.acts; act += 1) {
      one_of(acts)(one_of(elements));
      if (random(8) === 0) await new Promise(requestAnimationFrame);
    }
    return null;";

/// What is wrong with the element `elements[it]`, whatever its attributes say. Words of a region are left out, since
/// they differ from region to region, and so is what stands in a frame: nothing of it can be seen from here.
const FAULTS: &str = "
    const { shadowRoot } = elements[it];
    const all = (selector) => [...shadowRoot.querySelectorAll(selector)];
    const squeezed = (text) => text.replace(/\\s+/g, '');
    const piecesIn = (body) => {
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      const pieces = [];
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        if (data.trim() && !parentElement.closest('[data-regional]')) pieces.push(squeezed(data));
      }
      return pieces;
    };
    if (!window.fragment) {
      const answer = await fetch('../fragment/en.html');
      window.fragment = new DOMParser().parseFromString(await answer.text(), 'text/html');
    }
    const faults = [];
    const isRight = () => {
      faults.length = 0;
      if (all('iframe').length) return true;
      for (const button of all('.section-button')) {
        const body = shadowRoot.getElementById(button.getAttribute('aria-controls'));
        const isOpen = !body.hasAttribute('hidden');
        const isShown = [...body.children].some(shown);
        if (button.disabled) faults.push(`${button.id} is disabled`);
        if (isOpen !== isShown) faults.push(`${body.id} is open: ${isOpen}, and shown: ${isShown}`);
        if (button.getAttribute('aria-expanded') !== String(isOpen)) faults.push(`${button.id} does not say ${isOpen}`);
        const here = squeezed(body.textContent);
        let read = 0;
        for (const piece of piecesIn(fragment.getElementById(body.id))) {
          const found = here.indexOf(piece, read);
          if (found < 0) faults.push(`${body.id} has lost ${piece}`);
          else read = found + piece.length;
        }
      }
      if (!all('.section-button').length) faults.push('there is no section');
      const [button] = all('.toggle-all');
      const says = all('.section-body[hidden]').length ? button?.dataset.show : button?.dataset.hide;
      if (button?.textContent.trim() !== says) faults.push(`the button for all does not say ${says}`);
      return !faults.length;
    };
    await until(isRight);
    return faults;";

async fn two_thousand_random_acts_leave_all_words_and_buttons_right(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(Site::default().host_under(""), "fixtures/two-elements.html")
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
         for (const element of elements) if (!element.isConnected) document.body.append(element);
         return null;",
        json!(null),
    )
    .await?;
    for number in 0..3 {
        let faults: Vec<String> = page.ask_patiently(FAULTS, json!(number)).await?;
        ensure!(faults.is_empty(), "of the element {number}: {faults:#?}");
    }

    page.ask::<()>(
        "elements.forEach((element, number) => {
           for (const name of element.getAttributeNames()) if (name !== 'id') element.removeAttribute(name);
           element.id = ['first', 'second', 'third'][number];
         });",
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
    // What an address without files has the browser say.
    let errors: Vec<String> = page
        .ask("return recorded.errors.filter((it) => !it.includes('/elsewhere/'));")
        .await?;
    ensure!(errors.is_empty(), "{errors:?}");
    Ok(())
}
