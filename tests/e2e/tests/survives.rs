//! What a reader does while WebAssembly is on its way is still so once it has come.

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_every_engine, page::Page};
use serde::Deserialize;
use thirtyfour::Key;

use crate::handover::{open_without_yew, start_yew};

in_every_engine!(
    a_selection_survives_the_takeover,
    an_open_popover_survives_the_takeover,
    a_running_listen_survives_the_takeover,
    a_text_in_a_field_survives_the_takeover,
);

/// Marks some words of a paragraph, as a reader does who wants to copy them, and tells what is marked: each engine has
/// a way of its own to look into a shadow root.
const SELECTION: &str = "
    const selection = root.getSelection?.() ?? getSelection();
    const marked = () => {
      let range;
      if (root.getSelection) range = selection.getRangeAt(0);
      else {
        try {
          [range] = selection.getComposedRanges({ shadowRoots: [root] });
        } catch {
          [range] = selection.getComposedRanges(root);
        }
      }
      const { startContainer, startOffset, endContainer, endOffset } = range;
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      return { words: String(live), isThere: startContainer === window.marked_words };
    };";

#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
struct Marked {
    words: String,
    /// Whether the text is the very one in which the reader has marked them.
    is_there: bool,
}

async fn a_selection_survives_the_takeover(browser: &Browser) -> Result<()> {
    let page = open_without_yew(browser, "index.html").await?;
    page.ask::<()>(&format!(
        "{SELECTION}
         const walker = document.createTreeWalker(one('#at-a-glance-body'), NodeFilter.SHOW_TEXT);
         while (!(window.marked_words?.length > 12)) window.marked_words = walker.nextNode();
         selection.setBaseAndExtent(window.marked_words, 1, window.marked_words, 9);"
    ))
    .await?;
    let ask = format!("{SELECTION} return marked();");
    let before: Marked = page.ask(&ask).await?;
    ensure!(before.is_there && before.words.len() == 8, "{before:?}");
    start_yew(&page).await?;
    let after: Marked = page.ask(&ask).await?;
    ensure!(after == before, "{after:?} in the place of {before:?}");
    page.nothing_went_wrong().await
}

async fn an_open_popover_survives_the_takeover(browser: &Browser) -> Result<()> {
    let page = open_without_yew(browser, "index.html").await?;
    // Once the script hears of it, the focus goes into the box.
    page.until_tools().await?;
    page.click("#at-a-glance-body .term").await?;
    let open = "return all('.popover:popover-open').filter(shown).map(({ id }) => id);";
    page.until("the box to open, with the focus", async || {
        let focus = page.focus().await?;
        Ok(page.ask::<Vec<String>>(open).await? == [focus])
    })
    .await?;
    let before: Vec<String> = page.ask(open).await?;
    start_yew(&page).await?;
    let after: Vec<String> = page.ask(open).await?;
    ensure!(after == before, "{after:?} in the place of {before:?}");
    let focus = page.focus().await?;
    ensure!(before == [&*focus], "the focus moved to {focus}");
    page.nothing_went_wrong().await
}

async fn a_running_listen_survives_the_takeover(browser: &Browser) -> Result<()> {
    let page = open_without_yew(browser, "fixtures/tools/plain.html").await?;
    page.until_tools().await?;
    let controls: usize = page.ask("return all('.player').length;").await?;
    ensure!(
        controls == 0,
        "what only a voice needs is there before there is one"
    );
    page.ask::<()>(
        "speech.find({ name: 'Own', lang: 'en-US', localService: true, default: true });",
    )
    .await?;
    page.click("#section-at-a-glance [data-tool=listen]")
        .await?;
    page.ask::<()>(
        "const select = one('.player select');
         select.selectedIndex = 3;
         select.dispatchEvent(new Event('change', { bubbles: true }));
         speech.end();
         speech.now = speech.current;",
    )
    .await?;
    let state = "return [
        speech.current === speech.now, one('.mount').dataset.reading, focused().dataset.tool, all('.player').length,
        one('.player select').value, speech.said.length,
      ].map(String);";
    let before: Vec<String> = page.ask(state).await?;
    ensure!(
        before == ["true", "on", "pause", "1", "1.5×", "3"],
        "{before:?}"
    );
    start_yew(&page).await?;
    let after: Vec<String> = page.ask(state).await?;
    ensure!(after == before, "{after:?} in the place of {before:?}");
    page.ask::<()>("speech.end();").await?;
    let said: Vec<serde_json::Value> = page.ask("return speech.said;").await?;
    ensure!(
        said.len() == 4 && said[3]["rate"] == 1.5,
        "it does not go on: {said:?}"
    );
    page.nothing_went_wrong().await
}

async fn a_text_in_a_field_survives_the_takeover(browser: &Browser) -> Result<()> {
    let page = open_without_yew(browser, "host.html").await?;
    page.until_tools().await?;
    page.ask::<()>("host.openAll();").await?;
    // What is typed only Yew answers, so nothing can be typed before; but a browser may fill in what was there before.
    let typable: Vec<String> = page
        .ask(
            "return all('textarea, input:not([type=checkbox])').filter((it) => shown(it) || it.matches(':enabled'))
               .map((it) => it.outerHTML);",
        )
        .await?;
    ensure!(typable.is_empty(), "{typable:?}");
    page.ask::<()>("one('#own-question').value = 'What about';")
        .await?;
    start_yew(&page).await?;
    let field = "return one('#own-question').value;";
    let words: String = page.ask(field).await?;
    ensure!(words == "What about", "the field has {words:?}");

    // The same field in the next takeover: the element is taken out and put back.
    page.focus_on("#own-question").await?;
    page.type_words("\u{e010} my job?").await?;
    page.ask::<()>("host.remove(); requestAnimationFrame(() => document.body.prepend(host));")
        .await?;
    page.until_ready_times(2).await?;
    let words: String = page.ask(field).await?;
    ensure!(words == "What about my job?", "the field has {words:?}");
    page.focus_on("#own-question").await?;
    page.press(Key::Enter).await?;
    page.until("the question to be on the list", async || {
        is_listed(&page, "What about my job?").await
    })
    .await
}

async fn is_listed(page: &Page<'_>, question: &str) -> Result<bool> {
    let script = "return all('.notes > li').some(({ textContent }) => textContent.includes(it));";
    page.ask_about(script, question.into()).await
}
