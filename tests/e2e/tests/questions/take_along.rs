//! The ways to take the reader's list along: copied, shared, saved, printed.

use std::{fs, time::Duration};

use anyhow::{Result, ensure};
use e2e::{browsers::Browser, in_chromium, in_every_engine, page::Page, wait::eventually};
use serde_json::json;

use super::{open, question, until_list, words_of_question};

in_every_engine!(the_list_is_copied_and_shared_and_says_so);

in_chromium!(
    the_list_is_saved_as_a_file,
    paper_holds_the_list_alone_or_every_question,
);

async fn the_list_is_copied_and_shared_and_says_so(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    page.click(&question(&page, 0).await?).await?;
    until_list(&page, 1).await?;
    page.focus_on("#note-0").await?;
    page.type_words("Quite").await?;
    stub(
        &page,
        "clipboard",
        "{ writeText: async (text) => { recorded.text = text; } }",
    )
    .await?;
    press(&page, "copy-list", "Copied").await?;
    let text: String = page.ask("return recorded.text;").await?;
    // The words of the text: what stands above and below the list, and the question that was ticked.
    let [title, question, origin]: [String; 3] = page
        .ask(
            "const { title, origin } = one('.worksheet').dataset;
             return [title, one('.notes label').textContent, origin];",
        )
        .await?;
    let wanted = format!("{title}\n\n1. {question}\n   Quite\n\n{origin}\n");
    ensure!(text == wanted, "{text}");
    for part in [
        "My questions",
        "Evidence checked to",
        "version",
        "Not yet reviewed",
    ] {
        ensure!(text.contains(part), "{part}: {text}");
    }

    // Where that is barred, the reader can copy by hand.
    stub(
        &page,
        "clipboard",
        "{ writeText: async () => { throw new Error(); } }",
    )
    .await?;
    press(&page, "copy-list", "My questions").await?;

    let share = "async ({ text }) => { recorded.text = 'shared ' + text; }";
    stub(&page, "share", share).await?;
    press(&page, "share-list", "").await?;
    let shared: String = page.ask("return recorded.text;").await?;
    ensure!(shared == format!("shared {text}"), "{shared}");
    let think_better = "async () => { throw new DOMException('', 'AbortError'); }";
    stub(&page, "share", think_better).await?;
    press(&page, "share-list", "").await?;
    stub(&page, "share", "undefined").await?;
    press(&page, "share-list", "My questions").await?;
    page.nothing_went_wrong().await
}

async fn the_list_is_saved_as_a_file(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().to_string_lossy();
    let allow = json!({ "behavior": "allow", "downloadPath": path });
    browser
        .devtools("Browser.setDownloadBehavior", allow)
        .await?;
    let words = words_of_question(&page, 4).await?;
    page.click(&question(&page, 4).await?).await?;
    until_list(&page, 1).await?;
    press(&page, "save-list", "Saved").await?;
    let file = folder.path().join("lupus-car-t.txt");
    let text = eventually("the file", Duration::from_secs(10), async || {
        Ok(fs::read_to_string(&file).ok().filter(|it| !it.is_empty()))
    })
    .await?;
    ensure!(
        text.contains(&format!("1. {words}")) && text.contains("   ____"),
        "{text}"
    );
    page.nothing_went_wrong().await
}

/// What of the explainer is on paper: headings of sections, questions, and answers with their height.
const ON_PAPER: &str = "
    const after = (it) => getComputedStyle(it, '::after');
    return {
      sections: all('.section-heading').filter(shown).length,
      boxes: all('.question').filter(shown).length,
      lines: all('.question > span').filter((it) => shown(it) && parseFloat(after(it).height) > 20).length,
      list: all('.notes label').filter(shown).map((it) => it.textContent),
      answers: all('.answer > textarea').filter((it) => shown(it) && getComputedStyle(it).borderTopWidth === '0px')
        .length,
      blanks: all('.answer').filter((it) => parseFloat(after(it).height) > 20).length,
      controls: all('.worksheet :is(button, input)').filter(shown).length,
    };";

async fn paper_holds_the_list_alone_or_every_question(browser: &Browser) -> Result<()> {
    let page = open(browser, "index.html").await?;
    page.ask::<()>("window.print = () => {};").await?;
    let words = words_of_question(&page, 3).await?;
    let total: usize = page.ask("return all('.question').length;").await?;
    let on_paper = async |name: &str| {
        let media = json!({ "media": name });
        browser.devtools("Emulation.setEmulatedMedia", media).await
    };
    for ticked in [0, 1, 2] {
        on_paper("").await?;
        if ticked == 1 {
            page.click(&question(&page, 3).await?).await?;
            until_list(&page, 1).await?;
        } else if ticked == 2 {
            page.focus_on("#note-0").await?;
            page.type_words("Quite").await?;
        }
        page.click(".worksheet [data-tool=print-list]").await?;
        page.until("the part to be chosen", async || {
            page.ask("return one('.mount').dataset.print === 'questions';")
                .await
        })
        .await?;
        on_paper("print").await?;
        let paper: serde_json::Value = page.ask(ON_PAPER).await?;
        let wanted = if ticked == 0 {
            json!({ "sections": 1, "boxes": total, "lines": total, "list": [], "answers": 0,
                "blanks": 0, "controls": 0 })
        } else {
            let (answers, blanks) = (ticked - 1, 2 - ticked);
            json!({ "sections": 1, "boxes": 0, "lines": 0, "list": [words], "answers": answers,
                "blanks": blanks, "controls": 0 })
        };
        ensure!(paper == wanted, "on paper {paper:#}");
        page.ask::<()>("dispatchEvent(new Event('afterprint'));")
            .await?;
        let over: bool = page.ask("return !one('.mount').dataset.print;").await?;
        ensure!(over, "the part stays chosen");
    }
    on_paper("").await?;
    Ok(())
}

/// Puts `value`, which is script, in the place of something that the browser offers.
async fn stub(page: &Page<'_>, name: &str, value: &str) -> Result<()> {
    let script = format!(
        "Object.defineProperty(navigator, '{name}', {{ configurable: true, value: {value} }});
         one('.worksheet > .told').textContent = '';"
    );
    page.ask(&script).await
}

/// Clicks a button below the list and waits until the status begins with `said`.
async fn press(page: &Page<'_>, button: &str, said: &str) -> Result<()> {
    page.click(&format!(".worksheet [data-tool={button}]"))
        .await?;
    page.settle().await?;
    page.until(&format!("`{said}` after {button}"), async || {
        // What could not be copied stands in a field.
        let script = "const told = one('.worksheet > .told');
                      return told.querySelector('textarea')?.value ?? told.textContent.trim();";
        let text: String = page.ask(script).await?;
        Ok(text.starts_with(said) && text.is_empty() == said.is_empty())
    })
    .await
}
