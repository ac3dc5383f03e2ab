//! Citations are small, and hands that hurt hit them all the same.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, site::Site};

in_every_engine!(a_citation_is_hit_in_all_of_its_line_and_in_no_other);

/// Where a finger hits a citation, point by point from its middle; and which neighbors lose their own middle to one.
const HITS: &str = "
    const hit = (x, y) => root.elementFromPoint(x, y);
    const faults = [];
    let least = [Infinity, Infinity];
    const links = all('.citation').filter(shown);
    for (const link of links) {
      link.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, right, top, bottom } = link.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const is = (x, y) => link.contains(hit(x, y));
      let [start, end, up, down] = [x, x, y, y];
      if (!is(x, y)) faults.push(`${link.outerHTML} is covered`);
      while (is(start - 1, y) && x - start < 60) start -= 1;
      while (is(end + 1, y) && end - x < 60) end += 1;
      while (is(x, up - 1) && y - up < 60) up -= 1;
      while (is(x, down + 1) && down - y < 60) down += 1;
      const [width, height] = [end - start + 1, down - up + 1];
      const place = link.parentNode.parentNode.textContent.slice(0, 40);
      if (width < 24 || height < 24) faults.push(`${link.textContent} in ${place}: ${width} x ${height}`);
      least = [Math.min(least[0], width), Math.min(least[1], height)];
    }
    for (const other of all('.section-body :is(a, .term, .pick, .tool)').filter(shown)) {
      other.scrollIntoView({ block: 'center', behavior: 'instant' });
      for (const { left, right, top, bottom } of other.getClientRects()) {
        if (right - left < 4) continue;
        for (const x of [left + 2, (left + right) / 2, right - 2]) {
          const found = hit(x, (top + bottom) / 2);
          if (found && !other.contains(found) && found.closest('.citation')) {
            faults.push(`${found.textContent} takes the finger from ${other.textContent}`);
          }
        }
      }
    }
    return [links.length, least, [...new Set(faults)]];";

async fn a_citation_is_hit_in_all_of_its_line_and_in_no_other(browser: &Browser) -> Result<()> {
    for (width, size) in [("1280", "100"), ("320", "90")] {
        let file = format!("framed/{width}/index.html");
        let page = browser.open(Site::default(), &file).await?;
        page.enter_frame().await?;
        page.ask::<()>("frameElement.height = 800;").await?;
        page.until_ready().await?;
        page.until_tools().await?;
        page.ask::<()>(&format!(
            "one('.mount').dataset.look = '{size}';
             host.openAll();
             for (const more of all('details')) more.open = true;"
        ))
        .await?;
        page.until_all_open().await?;
        page.settle().await?;
        let (count, least, faults): (usize, [f64; 2], Vec<String>) = page.ask(HITS).await?;
        ensure!(
            count > 100 && faults.is_empty(),
            "{width} px, {size} %, {count} citations, the smallest {least:?}: {faults:#?}"
        );
    }
    Ok(())
}
