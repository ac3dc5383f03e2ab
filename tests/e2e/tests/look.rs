//! What a reader sees on a small screen and on paper.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_chromium, in_every_engine, site::Site};
use serde_json::json;

in_every_engine!(
    nothing_is_wider_than_a_small_phone,
    targets_are_large_enough_for_a_finger,
    the_main_message_and_the_help_box_are_seen_first,
    a_term_is_underlined,
    a_term_keeps_its_punctuation_on_its_line,
    the_title_of_the_page_breaks_no_compound,
    the_help_box_is_as_wide_as_what_stands_above_it,
);
in_chromium!(everything_is_printed);

/// What reaches past the right edge of the screen, but for what has a scroll bar of its own.
const TOO_WIDE: &str = "
    const scrolls = (element) => element && element !== host
      && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return all('article *')
      .filter((element) => shown(element) && !element.closest('.visually-hidden, svg'))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
      .filter((element) => !scrolls(element.parentElement))
      .map((element) => element.outerHTML.slice(0, 120));";

async fn nothing_is_wider_than_a_small_phone(browser: &Browser) -> Result<()> {
    for file in ["index.html", "host.html"] {
        let page = browser
            .open(Site::default(), &format!("framed/320/{file}"))
            .await?;
        page.enter_frame().await?;
        page.until_ready().await?;
        for act in [
            "host.closeAll();",
            "host.openAll(); for (const more of all('details')) more.open = true;",
        ] {
            page.ask::<()>(act).await?;
            page.settle().await?;
            let (width, scroll): (f64, f64) = page
                .ask("return [innerWidth, document.documentElement.scrollWidth];")
                .await?;
            ensure!(width <= 320.0, "the frame is {width} wide");
            let wide: Vec<String> = page.ask(TOO_WIDE).await?;
            ensure!(
                scroll <= width && wide.is_empty(),
                "{file} is {scroll} wide after `{act}`, with {wide:#?}"
            );
        }
    }
    Ok(())
}

async fn targets_are_large_enough_for_a_finger(browser: &Browser) -> Result<()> {
    for file in ["framed/320/index.html", "framed/320/host.html"] {
        let page = browser.open(Site::default(), file).await?;
        page.enter_frame().await?;
        page.until_ready().await?;
        // A target can be larger than its box, so what counts is where a finger would hit it.
        let small: Vec<String> = page
            .ask(
                "return all('.section-button, .toolbar button, .more > summary').filter(shown).flatMap((target) => {
                   const { left, right, top, bottom } = target.getBoundingClientRect();
                   const [x, y] = [(left + right) / 2, (top + bottom) / 2];
                   const hit = (x, y) => target.contains(root.elementFromPoint(x, y));
                   let [up, down] = [y, y];
                   while (hit(x, up - 1)) up -= 1;
                   while (hit(x, down + 1)) down += 1;
                   const [height, width] = [down - up + 1, right - left];
                   return height < 44 || width < 44 ? [`${target.textContent.trim()}: ${width} x ${height}`] : [];
                 });",
            )
            .await?;
        ensure!(small.is_empty(), "{file}: smaller than 44 px: {small:?}");
    }
    Ok(())
}

async fn the_main_message_and_the_help_box_are_seen_first(browser: &Browser) -> Result<()> {
    let page = browser
        .open(Site::default(), "framed/320/index.html")
        .await?;
    page.enter_frame().await?;
    page.until_ready().await?;
    let lowest: f64 = page
        .ask(
            "return Math.max(one('.main-message').getBoundingClientRect().bottom,
               one('.get-help').getBoundingClientRect().top);",
        )
        .await?;
    ensure!(
        lowest < 640.0,
        "the main message ends and the help box begins at {lowest} px"
    );
    Ok(())
}

async fn a_term_is_underlined(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    page.until_ready().await?;
    let line: String = page
        .ask("return getComputedStyle(one('.term')).textDecorationLine;")
        .await?;
    ensure!(line == "underline", "a term has the line `{line}`");
    Ok(())
}

/// Terms whose bracket, point or source stands on another line.
const TORN: &str = r"
    const place = (text, index) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect();
    };
    const around = (term) => {
      const block = term.closest('p, li, dd, td, th');
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let before, after;
      for (let text; (text = texts.nextNode()); ) {
        if (term.contains(text) || !text.data) continue;
        if (text.compareDocumentPosition(term) & Node.DOCUMENT_POSITION_FOLLOWING) before = text;
        else after ??= text;
      }
      return [before, after];
    };
    return all('.term').filter(shown).filter((term) => {
      const [before, after] = around(term);
      const box = term.getBoundingClientRect();
      return (/\S$/.test(before?.data ?? '') && place(before, before.length - 1).bottom < box.top + 2)
        || (/^\S/.test(after?.data ?? '') && place(after, 0).top > box.bottom - 2);
    }).map((term) => term.closest('p, li, dd, td, th').textContent);";

async fn a_term_keeps_its_punctuation_on_its_line(browser: &Browser) -> Result<()> {
    for width in [320, 360, 580] {
        let page = browser
            .open(Site::default(), &format!("framed/{width}/index.html"))
            .await?;
        page.enter_frame().await?;
        page.until_ready().await?;
        page.ask::<()>("host.openAll(); for (const more of all('details')) more.open = true;")
            .await?;
        page.until("all terms to be there", async || {
            page.ask("return all('.term').every(shown);").await
        })
        .await?;
        let torn: Vec<String> = page.ask(TORN).await?;
        ensure!(torn.is_empty(), "{width} px wide: {torn:#?}");
    }
    Ok(())
}

async fn everything_is_printed(browser: &Browser) -> Result<()> {
    for file in ["index.html", "host.html"] {
        let page = browser.open(Site::default(), file).await?;
        page.until_ready().await?;
        page.until_open(&["at-a-glance"]).await?;
        browser
            .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await?;
        page.settle().await?;
        let unseen: Vec<String> = page
            .ask(
                "return all('.sections p, .sections li, .sections td').filter((element) =>
                   element.textContent.trim() && !element.closest('[popover], .worksheet') && !shown(element))
                   .map((element) => element.textContent.trim());",
            )
            .await?;
        ensure!(unseen.is_empty(), "{file}: not printed: {unseen:?}");
        let offered: bool = page.ask("return all('.toggle-all').some(shown);").await?;
        ensure!(!offered, "{file}: a button is printed");
    }
    Ok(())
}

/// The page's own heading stands outside of the shadow root, whose styles do not reach it.
async fn the_title_of_the_page_breaks_no_compound(browser: &Browser) -> Result<()> {
    let page = browser.open(Site::default(), "index.html").await?;
    let lines: usize = page
        .ask(
            "const title = document.querySelector('h1');
             title.style.width = '1px';
             return title.querySelector('.unbroken').getClientRects().length;",
        )
        .await?;
    ensure!(lines == 1, "it stands on {lines} lines");
    Ok(())
}

/// Beside the words above it stands a drawing, which is none of its business.
async fn the_help_box_is_as_wide_as_what_stands_above_it(browser: &Browser) -> Result<()> {
    for width in ["320", "768", "1024", "1280"] {
        let page = browser
            .open(Site::default(), &format!("framed/{width}/index.html"))
            .await?;
        page.enter_frame().await?;
        page.until_ready().await?;
        let [masthead, help]: [f64; 2] = page
            .ask("return ['.masthead', '.get-help'].map((it) => one(it).getBoundingClientRect().width);")
            .await?;
        ensure!(
            (masthead - help).abs() < 0.5,
            "at {width} px: {help} below {masthead}"
        );
        browser.driver.enter_parent_frame().await?;
    }
    Ok(())
}
