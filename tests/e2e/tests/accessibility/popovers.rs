//! What opens over the text can be read to its end on the smallest screen, wherever the browser puts it.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, site::Site};
use serde_json::{Value, json};

in_every_engine!(every_popover_can_be_read_to_its_end_on_the_smallest_screen);

/// Takes away what places a popover beside its word, as in a browser that does not know of it.
const UNPLACED: &str = "
    const linked = all('link[rel=stylesheet]').map(({ sheet }) => sheet);
    for (const sheet of [...root.adoptedStyleSheets, ...linked]) {
      [...sheet.cssRules].forEach((rule, index) => {
        if (!rule.conditionText?.includes('position-area')) return;
        sheet.insertRule('.unplaced {}', index);
        sheet.deleteRule(index + 1);
      });
    }";

/// Opens each popover; gives those that leave the screen or hide some of what is in them for good.
const FAULTS: &str = r#"
    const done = arguments[0];
    const root = document.querySelector("lupus-car-t").shadowRoot;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    (async () => {
      const faults = [];
      const popovers = [...root.querySelectorAll(".popover")];
      // The longest explanation there could be.
      popovers.at(-1).querySelector("p:last-of-type").append(" and more of it".repeat(60));
      for (const popover of popovers) {
        const opener = [...root.querySelectorAll(`[popovertarget="${popover.id}"]:not(.popover *)`)]
          .find((it) => it.getClientRects().length);
        opener?.scrollIntoView({ block: "center", behavior: "instant" });
        popover.showPopover(opener ? { source: opener } : undefined);
        await frame();
        await frame();
        const { top, bottom, left, right } = popover.getBoundingClientRect();
        if (top < -1 || bottom > innerHeight + 1 || left < -1 || right > innerWidth + 1) {
          faults.push(`${popover.id} reaches from ${left}, ${top} to ${right}, ${bottom}`);
        }
        popover.scrollTop = popover.scrollHeight;
        await frame();
        const close = popover.querySelector(".popover-close").getBoundingClientRect();
        if (close.bottom > innerHeight + 1 || close.top < -1 || close.bottom > bottom + 1) {
          faults.push(`${popover.id} does not scroll to its end: ${close.bottom} of ${innerHeight}`);
        }
        if (popover.scrollWidth > popover.clientWidth + 1) faults.push(`${popover.id} scrolls sideways`);
        popover.hidePopover();
      }
      done({ faults, count: popovers.length });
    })().catch((error) => done({ faults: [String(error)], count: 0 }));"#;

async fn every_popover_can_be_read_to_its_end_on_the_smallest_screen(
    browser: &Browser,
) -> Result<()> {
    let page = browser
        .open(Site::default(), "framed/320/index.html")
        .await?;
    page.enter_frame().await?;
    page.ask::<()>("frameElement.height = 256;").await?;
    page.until_ready().await?;
    page.until_tools().await?;
    page.ask::<()>("host.openAll();").await?;
    page.until_all_open().await?;
    for (act, what) in [
        ("", "as it is"),
        (UNPLACED, "unplaced"),
        ("one('.mount').dataset.look = '150';", "at 150 %"),
    ] {
        page.ask::<()>(act).await?;
        let answer = page.browser.driver.execute_async(FAULTS, vec![]).await?;
        let answer: &Value = answer.json();
        ensure!(
            answer["faults"] == json!([]),
            "{what}: {:#}",
            answer["faults"]
        );
        ensure!(answer["count"].as_u64() > Some(10), "{what}: {answer}");
    }
    Ok(())
}
