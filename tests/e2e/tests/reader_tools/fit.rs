//! At every size and spacing that the reader can choose, and on every narrow page, controls stand apart and whole.

use anyhow::{Context, Result, ensure};
use e2e::{browsers::Browser, in_every_engine, site::Site};
use serde_json::json;

use super::give_voice;

in_every_engine!(controls_stand_apart_and_whole_at_every_size_and_width);

/// Goes through sizes, spacings and widths; gives what overlaps, is cut off, or is too small for a finger.
const FAULTS: &str = r##"
    const done = arguments[0];
    const frame = window.frameElement;
    const root = document.querySelector("lupus-car-t").shadowRoot;
    const one = (selector) => root.querySelector(selector);
    const all = (selector) => [...root.querySelectorAll(selector)];
    const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const GROUPS = [".toolbar", "#menu-text-size", "#menu-print", ".player", "#at-a-glance-body .section-foot",
      ".search", "#symptoms-body .figure", ".worksheet"];
    const name = (it) => it.textContent.trim().slice(0, 30) || it.id || it.className;
    const faultsOf = (group) => {
      const found = [];
      const controls = all(`${group} :is(button:not(.term), input, select, textarea, .choice, .told)`).filter((it) =>
        it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length
          && (!it.closest(".popover") || group.startsWith("#menu")) && it.textContent + it.localName !== "span"
          && !it.matches(".choice input, .question input, .search-result, .player .told"));
      const boxes = controls.map((it) => it.getBoundingClientRect());
      controls.forEach((it, index) => {
        const box = boxes[index];
        if (it.matches("button, input, select, textarea, .choice") && (box.height < 43.9 || box.width < 43.9)) {
          found.push(`${name(it)} is ${box.width} x ${box.height}`);
        }
        const range = document.createRange();
        // On a phone the title of a step is there for who hears it only.
        const title = it.querySelector(".pick-title");
        const isHeardOnly = title && getComputedStyle(title).clipPath !== "none";
        range.selectNodeContents(isHeardOnly ? it.querySelector(".pick-number") : it);
        for (const words of it.matches("button, .choice") ? range.getClientRects() : []) {
          const isOut = words.left < box.left - 1 || words.right > box.right + 1
            || words.top < box.top - 2 || words.bottom > box.bottom + 2;
          if (isOut && words.width) found.push(`${name(it)} is cut off`);
        }
        if (box.left < -1 || box.right > innerWidth + 1) found.push(`${name(it)} leaves the page`);
        for (let other = index + 1; other < controls.length; other += 1) {
          if (it.contains(controls[other]) || controls[other].contains(it)) continue;
          const far = boxes[other];
          const isBeside = box.right <= far.left + 1 || far.right <= box.left + 1;
          if (!isBeside && box.bottom > far.top + 1 && far.bottom > box.top + 1) {
            found.push(`${name(it)} overlaps ${name(controls[other])}`);
          }
        }
      });
      return found;
    };
    (async () => {
      const faults = [];
      let looked = 0;
      for (const size of [90, 100, 115, 130, 150]) {
        for (const isSpread of [false, true]) {
          one("[data-tool=reset]").click();
          for (let step = 0; step < 5; step += 1) one("[data-tool=smaller]").click();
          await next();
          while (parseInt(one(".mount").dataset.look) < size) {
            one("[data-tool=larger]").click();
            await next();
          }
          if (isSpread) for (const box of all(".choice input")) box.click();
          for (const width of [280, 320, 360, 375, 390, 414]) {
            frame.style.width = frame.width = `${width}px`;
            frame.setAttribute("width", width);
            await next();
            for (const group of GROUPS) {
              const menu = group.startsWith("#menu") ? one(group) : null;
              menu?.showPopover({ source: one(`[popovertarget=${group.slice(1)}]`) });
              if (menu) await next();
              const at = `${size} %, ${isSpread ? "spread" : "not spread"}, ${width} px, ${group}`;
              for (const fault of faultsOf(group)) faults.push(`${at}: ${fault}`);
              menu?.hidePopover();
              looked += 1;
            }
          }
        }
      }
      done({ faults, looked });
    })().catch((error) => done({ faults: [String(error)], looked: 0 }));"##;

async fn controls_stand_apart_and_whole_at_every_size_and_width(browser: &Browser) -> Result<()> {
    let file = "framed/320/fixtures/tools/asking.html";
    let page = browser.open(Site::default(), file).await?;
    page.enter_frame().await?;
    page.until_ready().await?;
    page.until_tools().await?;
    give_voice(&page).await?;
    page.ask::<()>("host.openSection('symptoms'); host.openSection('questions');")
        .await?;
    page.until("them to be open", async || page.is_open("questions").await)
        .await?;
    page.click("#section-at-a-glance [data-tool=listen]")
        .await?;
    page.click(".search-button").await?;
    page.ask::<()>(
        "all('.question > input')[1].click();
         all('#symptoms-body .pick')[2].click();
         const input = one('.search-input');
         input.value = 'lupus';
         input.dispatchEvent(new Event('input', { bubbles: true }));",
    )
    .await?;
    page.until("results", async || {
        page.ask("return all('.search-result').length > 5;").await
    })
    .await?;
    let answer = page.browser.driver.execute_async(FAULTS, vec![]).await?;
    let looked = answer.json()["looked"].as_u64().context("a count")?;
    ensure!(
        answer.json()["faults"] == json!([]),
        "{:#}",
        answer.json()["faults"]
    );
    ensure!(looked == 480, "only {looked} groups were looked at");
    page.nothing_went_wrong().await
}
